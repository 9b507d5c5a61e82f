package date

import "strings"

// pointOrRange reads one point in time or a range of two.
func (r *chineseReader) pointOrRange(i int) found {
	if f := r.special(i); f.next > 0 {
		return f
	}
	p, j := r.compose(i)
	if j == 0 || p.rule == "" {
		return found{}
	}
	f := found{expr: expr{from: p.a, to: p.b, rule: p.rule, confidence: confidenceOf(p.rule)}, next: j}
	f.expr.End = max(p.tail, r.t[j-1].end)
	if p.lead > 0 && r.before(r.t[i].start, "第", "公元") {
		f.lead = p.lead
	}
	if p.isRange {
		f.expr.kind = isRange
		return f
	}
	if b, k := r.rangeEnd(i, j, &p); k > 0 {
		f.expr.kind, f.expr.to, f.expr.rule, f.next = isRange, b.a, "zh/range", k
		f.expr.End = max(b.tail, r.t[k-1].end)
		if to := &f.expr.to; p.a.clock && to.clock && !to.part && p.a.hour > 12 && to.hour <= 12 && to.hour+12 > p.a.hour {
			to.hour += 12 // 下午两点至四点
		}
		if p.a.weekday != 0 && b.a.weekday != 0 && b.a.clock && !p.a.clock {
			r.everyDay(&f, b)
		}
		return f
	}
	r.since(i, j, &f)
	return f
}

// everyDay makes 周一至周日12:00-13:00 a time of every day.
func (r *chineseReader) everyDay(f *found, b parsed) {
	f.expr.kind, f.expr.value, f.expr.rule = isFrequency, "R/P1D", "zh/frequency"
	if _, k := r.rangeEnd(f.next-1, f.next, &b); k > 0 {
		f.next, f.expr.End = k, r.t[k-1].end
	}
}

// special reads what compose does not build: dates in digits, decades,
// centuries, plan periods, the same period of another year, 今明两天.
func (r *chineseReader) special(i int) found {
	t := &r.t[i]
	switch t.class {
	case number:
		if w, next := r.numeric(i); next > 0 {
			f := found{expr: expr{from: w, rule: "zh/numeric", confidence: 0.98}, next: next}
			p := parsed{a: w, rule: "zh/numeric"}
			if b, k := r.rangeEnd(i, next, &p); k > 0 {
				f.expr.kind, f.expr.to, f.expr.rule, f.next = isRange, b.a, "zh/range", k
			}
			return f
		}
		return r.decade(i)
	case centuryWord:
		return r.decade(i)
	case planWord:
		return r.plan(i)
	case yearWord, thatYear:
		if r.at(i+1, sameWord) {
			return found{expr: expr{kind: isSame, from: when{grain: year, year: rel(t.n)}, rule: "zh/anaphora", confidence: 0.8}, next: i + 2}
		}
	case vagueWord:
		if t.entry.value == present && r.at(i+1, toWord) && r.before(t.start, "从") {
			if b, k := r.compose(i + 2); k > 0 && !b.isRange {
				today := when{grain: day, day: rel(0)}
				return found{expr: expr{kind: isRange, from: today, to: lastDayOf(b.a), rule: "zh/range", confidence: 0.8, tense: futureTense}, next: k}
			}
		}
	}
	return found{}
}

// numeric reads dates in digits with their clock time.
func (r *chineseReader) numeric(i int) (w when, next int) {
	w, next = numericDate(r.t, i)
	if next == 0 {
		return w, 0
	}
	p := parsed{a: w, rule: "zh/numeric"}
	if next < len(r.t) && r.near(next) {
		if k := r.partAndClock(next, &p); k > next {
			return p.a, k
		}
	}
	return w, next
}

// decade reads 上世纪80年代, 20世纪90年代初, 九十年代, 21世纪, 本世纪初.
func (r *chineseReader) decade(i int) found {
	t := &r.t[i]
	w := when{grain: century}
	k := i
	if r.before(t.start, "公元前", "前") {
		return found{} // before the years that a day can have
	}
	switch {
	case t.class == centuryWord && t.entry.value == "this":
		w.year, k = rel(0), i+1
	case t.class == centuryWord && t.n == -1:
		w.year, k = rel(-1), i+1
	case t.class == number && r.at(i+1, centuryWord) && r.t[i+1].n == 0 && r.t[i+1].entry.value == "" && t.n >= 1 && t.n <= 30:
		w.year, k = abs(t.n), i+2
	}
	rule, twins := "zh/century", false
	if r.at(k, number) || k == i && t.class == number {
		n := &r.t[k]
		if r.word(k+1, "年代") && n.n >= 10 && n.n < 100 && n.n%10 == 0 && !n.has(more) {
			twins = n.has(twin)
			rule = "zh/decade"
			w.grain, w.decade = decade, abs(n.n)
			if w.year.how == absolute {
				w.year = abs(100 * (w.year.n - 1))
			}
			k += 2
		} else if r.word(k+1, "年代") && n.n >= 1000 && n.n%10 == 0 && k == i {
			w.grain, w.year, rule = decade, abs(n.n), "zh/decade"
			k += 2
		}
	}
	if k == i {
		return found{}
	}
	if twins { // 六七十年代
		to := w
		to.decade.n += 10
		return found{expr: expr{kind: isRange, from: w, to: to, rule: rule, confidence: 0.85}, next: k}
	}
	p := parsed{a: w, rule: rule}
	next := r.edgeAfter(k, &p)
	return found{expr: expr{from: p.a, rule: rule, confidence: 0.9}, next: next}
}

// plan reads 十四五, “十四五”期间, 十四五规划期.
func (r *chineseReader) plan(i int) found {
	t := &r.t[i]
	a := when{grain: year, year: abs(1951 + 5*t.n)}
	f := planExpr(a, i+1, "zh/plan")
	quoted := strings.HasSuffix(r.text[r.s.Start:t.start], "“") && strings.HasPrefix(r.text[t.end:r.s.End], "”")
	end := t.end
	if quoted {
		end += len("”")
	}
	for _, w := range [...]string{"规划期间", "规划时期", "规划期", "计划期间", "期间", "时期"} {
		if strings.HasPrefix(r.text[end:r.s.End], w) {
			f.expr.End = end + len(w)
			if quoted {
				f.lead = len("“")
			}
			return f
		}
	}
	f.expr.confidence = 0.6
	return f
}

// rangeEnd reads the second end behind 至, 到, a dash, or 和 … 之间.
func (r *chineseReader) rangeEnd(i, j int, a *parsed) (b parsed, next int) {
	k := j
	if a.tail > 0 {
		if !r.after(a.tail, "至", "到") {
			return b, 0
		}
	} else if k >= len(r.t) || !r.near(k) {
		return b, 0
	}
	if k >= len(r.t) {
		return b, 0
	}
	joined := r.word(k, "和", "与", "及", "或")
	switch {
	case joined || r.at2(k, toWord):
	case r.at(k, punct) && (r.t[k].n == '-' || r.t[k].n == '~'):
	default:
		return b, 0
	}
	if r.at(k+1, toWord) || r.word(k, "或") {
		return b, 0
	}
	b, next = r.compose(k + 1)
	if next == 0 && r.at2(k+1, number) {
		b.a, next = r.numeric(k + 1)
		b.rule = "zh/numeric"
	}
	if next == 0 || b.isRange || b.rule == "" {
		return b, 0
	}
	if joined && !r.after(r.t[next-1].end, "之间", "间的", "间", "期间") {
		return b, 0
	}
	if a.a.grain > day && b.a.grain <= day && a.a.grain != month && a.a.mod == "" && a.a.grain != year || a.a.clock != b.a.clock && a.a.clock {
		return b, 0
	}
	return b, next
}

// since widens a point by 以来: 今年以来 and 7月1日以来 run to the publication date.
// A year in figures stays the plain year, and so does a day after 自.
func (r *chineseReader) since(i, j int, f *found) {
	if r.at(j, vagueWord) && r.word(j, "至今") && f.expr.kind == isPoint {
		f.expr.from.closed = true
		f.next, f.expr.rule = j+1, "zh/since"
		f.expr.End = r.t[j].end
		return
	}
	if !r.at(j, sinceWord) || !r.word(j, "以来") {
		return
	}
	w := &f.expr.from
	year4 := w.year.how == absolute && w.month.how == unsaid
	if year4 || w.grain == decade || w.grain == century || w.grain <= day && w.year.how == unsaid && r.before(r.t[i].start, "自", "自从") {
		return
	}
	w.closed = true
	f.next, f.expr.rule = j+1, "zh/since"
	f.expr.End = r.t[j].end
}
