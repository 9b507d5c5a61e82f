package date

// parsed is a calendar expression in the making: its start, and its end where
// the last field is a range (1-5月).
type parsed struct {
	a, b    when
	isRange bool
	rule    string
	lead    int // bytes before the first token that belong to it: 第
	tail    int // byte offset after what no token covers: 半, 一刻
}

// pair reads the number or the two numbers before a unit: 5, 1-5, 七八, 0—24.
// next is the token of the unit, 0 for none.
func (r *chineseReader) pair(i int) (lo, hi, next int) {
	if !r.at2(i, number) || r.t[i].has(fraction|vagueNum|more|grouped) {
		return 0, 0, 0
	}
	lo, hi, next = r.t[i].n, r.t[i].n, i+1
	if r.t[i].has(twin) {
		hi = lo + 1
	}
	if r.at(next, toWord) && r.at(next+1, number) && !r.t[next+1].has(fraction|more|vagueNum) {
		hi, next = r.t[next+1].n, next+2
	} else if r.at(next, punct) && r.t[next].n == '-' && r.at(next+1, number) {
		hi, next = r.t[next+1].n, next+2
	}
	if next >= len(r.t) || !r.near(next) {
		return 0, 0, 0
	}
	return lo, hi, next
}

// compose reads one calendar expression field by field, coarse to fine:
// year, month or part of the year, day, weekday, part of the day, clock time.
func (r *chineseReader) compose(i int) (p parsed, next int) {
	j := i
	if r.at2(j, lunarWord) && r.t[j].n == 0 {
		j++
		p.a.lunar = true
	}
	j = r.yearField(j, &p)
	if j == i || p.a.grain == none || p.a.grain == year || p.a.lunar {
		if k := r.withinYear(j, &p); k > 0 {
			j = k
		}
	}
	if p.a.grain == none && j > i && !p.a.lunar {
		return p, 0
	}
	if !p.isRange && (p.a.grain == month && p.a.mod == "" && p.a.n == 0 || j == i) {
		if k := r.dayField(j, j > i, &p); k > 0 {
			j = k
		}
	}
	if p.isRange || p.a.grain > day && p.a.grain != none {
		return p, finish(i, j)
	}
	if k := r.partAndClock(j, &p); k > j {
		j = k
	}
	return p, finish(i, j)
}

func finish(i, j int) int {
	if j == i {
		return 0
	}
	return j
}

// yearField reads 2020年, 今年, 当年, 康熙三年, 2019年全年.
func (r *chineseReader) yearField(i int, p *parsed) int {
	if i >= len(r.t) {
		return i
	}
	t := &r.t[i]
	switch t.class {
	case yearWord:
		p.set(when{grain: year, year: rel(t.n), lunar: p.a.lunar}, "zh/relative")
		i++
	case thatYear:
		p.set(when{grain: year, year: ana(t.n), lunar: p.a.lunar}, "zh/anaphora")
		i++
	case eraWord:
		if r.at(i+1, number) && r.at(i+2, unitName) && r.word(i+2, "年") && r.t[i+1].n < 100 {
			p.set(when{grain: year, year: abs(t.n + r.t[i+1].n), lunar: p.a.lunar}, "zh/year")
			return i + 3
		}
		return i
	case number:
		lo, hi, k := r.pair(i)
		if k == 0 || !r.word(k, "年", "年度", "财年", "学年") || r.before(t.start, "第", "公元前") {
			return i
		}
		y, ok := r.yearOf(i, k, hi)
		if !ok {
			return i
		}
		p.set(when{grain: year, year: abs(y), lunar: p.a.lunar}, "zh/year")
		if r.before(t.start, "公元") {
			p.lead = len("公元")
		}
		if lo != hi {
			p.b, p.isRange = p.a, true
			p.a.year = abs(lo)
			if lo < 100 {
				p.a.year = abs(century2(lo))
			}
			p.rule = "zh/range"
		}
		i = k + 1
	case allWord:
		p.set(when{grain: year, year: rel(0)}, "zh/relative")
		return i + 1
	default:
		return i
	}
	if r.at(i, allWord) {
		i++
	}
	return i
}

// yearOf is the year that a number before 年 names: four digits, or two where
// a month or a leading zero shows that it is no length of time.
func (r *chineseReader) yearOf(i, k, n int) (int, bool) {
	t := &r.t[k-1]
	width := t.end - t.start
	switch {
	case n >= 1000 && n <= 2999 && (width == 4 && t.has(digital) || width == 12):
		return n, true
	case n >= 1 && n < 1000 && r.before(r.t[i].start, "公元"),
		n >= 100 && n < 1000 && t.has(digital) && (r.clauseStart(r.t[i].start) || r.before(r.t[i].start, "于")) && r.after(r.t[k].end, "，"):
		return n, true // 公元97年; 996年，
	case n >= 100 || n < 0:
		return 0, false
	case t.has(ordinal), t.has(digital) && width == 2 && r.text[t.start] == '0':
		return century2(n), true
	case t.has(digital) && width == 2 && n >= 10 && r.at(k+1, number) && r.word(k+2, "月") && r.t[k+1].n <= 12:
		return century2(n), true
	}
	return 0, false
}

func (p *parsed) set(w when, rule string) { p.a, p.rule = w, rule }

// withinYear reads a part of a year: 7月, 上半年, 一季度, 前5个月, 年底, 春节, 夏季.
// What it reads has the year of p. 0 for none.
func (r *chineseReader) withinYear(i int, p *parsed) int {
	if i >= len(r.t) || i > 0 && p.rule != "" && !r.near(i) && !r.linked(i) {
		return 0
	}
	t := &r.t[i]
	y := p.a.year
	if p.isRange {
		return 0
	}
	switch t.class {
	case number:
		return r.numberedPart(i, p, y, false)
	case monthWord:
		p.set(when{grain: month, month: rel(t.n)}, "zh/relative")
		return r.monthEdge(i+1, p)
	case thatMonth:
		p.set(when{grain: month, month: ana(t.n)}, "zh/anaphora")
		return r.monthEdge(i+1, p)
	case halfWord:
		if t.entry.value == "month" {
			p.set(when{grain: day, month: rel(0), day: abs([...]int{1: 1, 2: 16}[t.n])}, "zh/period")
			p.b, p.isRange = p.a, true
			p.b.day = abs(15)
			if t.n == 2 {
				p.b = when{grain: day, month: rel(1), day: abs(1), plus: -1, plusUnit: day}
			}
			return i + 1
		}
		p.set(when{grain: half, year: y, n: t.n}, "zh/quarter")
		return r.edgeAfter(i+1, p)
	case quarterWord:
		p.set(when{grain: quarter, month: rel(t.n)}, "zh/quarter")
		return r.edgeAfter(i+1, p)
	case seasonWord:
		return r.seasonField(i, p, y)
	case edgeWord:
		return r.edgeField(i, p, y)
	case feast:
		if t.n == shyFeast && p.rule == "" &&
			!r.after(t.end, "期间", "假期", "小长假", "黄金周", "长假", "当天", "档", "前", "后", "”") {
			return 0 // alone it may be a number or a word
		}
		if r.before(t.end, "节") && r.after(t.end, "目", "约", "能", "点", "奏", "制") {
			return 0 // 青年节目
		}
		p.set(when{grain: day, holiday: t.entry.feast, year: y}, "zh/holiday")
		return i + 1
	case lunarWord:
		return r.lunarField(i, p, y)
	case preWord, everyWord:
		if t.class == preWord && r.lit(i, "前") {
			return r.numberedPart(i+1, p, y, true)
		}
	}
	return 0
}

// linked reports whether 第 or 的 joins token i to the year before it: 2021年第一季度,
// 去年的夏天, 2016年的十一月.
func (r *chineseReader) linked(i int) bool {
	t := &r.t[i]
	switch r.text[r.t[i-1].end:t.start] {
	case "第", "的第":
		return t.class == number
	case "的":
		return t.class == seasonWord || t.class == number && r.word(i+1, "月", "月份")
	}
	return false
}

// numberedPart reads 7月, 一季度, 前5个月, 第三个月, 第二周 of a year.
func (r *chineseReader) numberedPart(i int, p *parsed, y field, first bool) int {
	lo, hi, k := r.pair(i)
	if k == 0 {
		return 0
	}
	nth := r.before(r.t[i].start, "第")
	first = first || p.rule != "" && i > 0 && r.before(r.t[i].start, "头")
	u := &r.t[k]
	if u.class != unitName {
		return 0
	}
	switch {
	case first && (unit(u.n) == month || unit(u.n) == quarter) && u.entry.value == "" && lo == hi && lo >= 1:
		return r.firstMonths(k, p, y, lo*map[unit]int{month: 1, quarter: 3}[unit(u.n)])
	case first:
		return 0
	case r.word(k, "月", "月份") && lo >= 1 && lo <= 12 && hi <= 12 && !nth && !r.after(r.t[i].start, "两"):
		p.set(when{grain: month, year: y, month: abs(lo), lunar: p.a.lunar}, "zh/month")
		if lo != hi {
			p.b, p.isRange, p.rule = p.a, true, "zh/range"
			p.b.month = abs(hi)
			return k + 1
		}
		return r.monthEdge(k+1, p)
	case (r.word(k, "季度") || r.word(k, "季") && y.how != unsaid) && lo >= 1 && hi <= 4:
		p.set(when{grain: quarter, year: y, n: lo}, "zh/quarter")
		if nth {
			p.lead = len("第")
		}
		if lo != hi {
			p.b, p.isRange, p.rule = p.a, true, "zh/range"
			p.b.n = hi
			return k + 1
		}
		return r.edgeAfter(k+1, p)
	case nth && y.how != unsaid && u.entry.value == "" && unit(u.n) == month && lo <= 12:
		p.set(when{grain: month, year: y, month: abs(lo)}, "zh/month")
		return k + 1
	case nth && p.rule != "" && unit(u.n) == week && lo <= 53:
		w := when{grain: week, year: y, month: p.a.month, n: lo}
		if w.month.how == unsaid {
			w.week, w.n = abs(lo), 0
		}
		p.set(w, "zh/relative")
		return k + 1
	}
	return 0
}

// firstMonths is 今年前5个月: January to the n-th month.
func (r *chineseReader) firstMonths(k int, p *parsed, y field, n int) int {
	if n > 12 || y.how == unsaid && n == 1 || y.how == unsaid && r.before(r.t[k-1].start, "之前", "此前") {
		return 0
	}
	if y.how == unsaid {
		y = rel(0)
	}
	p.set(when{grain: month, year: y, month: abs(1)}, "zh/range")
	p.b, p.isRange = p.a, true
	p.b.month = abs(n)
	return k + 1
}

// monthEdge reads 初, 底, 上旬 behind a month.
func (r *chineseReader) monthEdge(i int, p *parsed) int {
	if k := r.nthOfMonth(i, p); k > 0 {
		return k
	}
	if !r.at(i, edgeWord) {
		return i
	}
	t := &r.t[i]
	switch {
	case t.entry.value == "year", t.entry.value == "week", t.n > 3:
		return i
	case t.entry.value == "month", t.entry.value == "ten", t.entry.value == "" && !r.word(i, "中", "前期"):
	case r.word(i, "中") && r.after(t.end, "旬"):
	default:
		return i
	}
	if r.word(i, "初") && r.at(i+1, number) && r.t[i+1].n <= 10 && p.a.month.how == absolute { // 正月初一
		p.a.lunar, p.a.grain, p.a.day, p.rule = true, day, abs(r.t[i+1].n), "zh/lunar"
		return i + 2
	}
	p.a.mod, p.rule = [...]string{1: modStart, 2: modMid, 3: modEnd}[t.n], "zh/period"
	return i + 1
}

// nthOfMonth reads 四月的最后一个星期一 and 十月的第一周 behind the month. 0 for none.
func (r *chineseReader) nthOfMonth(i int, p *parsed) int {
	last := r.at2(i, guardWord) && r.lit(i, "最后")
	if last {
		i++
	}
	if !r.at2(i, number) || r.t[i].n < 1 || r.t[i].n > 5 || i+1 >= len(r.t) || !r.near(i+1) {
		return 0
	}
	n := r.t[i].n
	switch r.text[r.t[i-1].end:r.t[i].start] {
	case "":
		if !last {
			return 0
		}
		n = -n
	case "的第", "第":
	default:
		return 0
	}
	u := &r.t[i+1]
	switch {
	case u.class == dayName && u.entry.value == "nth":
		p.a.grain, p.a.weekday, p.rule = day, u.n, "zh/weekday"
	case u.class == unitName && unit(u.n) == day && u.entry.value == "":
		p.a.grain, p.rule = day, "zh/day"
		if n = max(n, -1); n > 1 {
			p.a.day, n = abs(n), 0
		}
	case u.class == unitName && unit(u.n) == week, u.class == unitName && unit(u.n) == weekend:
		p.a.grain, p.rule = unit(u.n), "zh/relative"
	default:
		return 0
	}
	p.a.n = n
	return i + 2
}

// edgeAfter reads 初, 末 behind a quarter, a half or a decade.
func (r *chineseReader) edgeAfter(i int, p *parsed) int {
	if !r.at(i, edgeWord) || r.t[i].entry.value != "" || r.t[i].n > 3 || r.word(i, "中") {
		return i
	}
	p.a.mod, p.rule = [...]string{1: modStart, 2: modMid, 3: modEnd}[r.t[i].n], "zh/period"
	return i + 1
}

// edgeField reads 年底 and 月初, alone or behind a year, and the 底 of 2020年底.
func (r *chineseReader) edgeField(i int, p *parsed, y field) int {
	t := &r.t[i]
	mod := ""
	if t.n <= 3 {
		mod = [...]string{1: modStart, 2: modMid, 3: modEnd}[t.n]
	}
	switch {
	case t.n == 5:
		p.set(when{grain: year, year: rel(0), mod: modEnd}, "zh/period")
	case t.entry.value == "year":
		if y.how == unsaid {
			y = rel(0)
		}
		p.set(when{grain: year, year: y, mod: mod}, "zh/period")
	case t.entry.value == "month" && p.rule == "":
		p.set(when{grain: month, month: rel(0), mod: mod}, "zh/period")
	case t.entry.value == "ten" && p.rule == "":
		p.set(when{grain: month, month: rel(0), mod: mod}, "zh/period")
	case t.entry.value == "" && p.rule != "" && !r.word(i, "中"):
		p.set(when{grain: year, year: y, mod: mod}, "zh/period")
	default:
		return 0
	}
	return i + 1
}

// seasonField reads 夏季, 2019年秋, 秋冬季.
func (r *chineseReader) seasonField(i int, p *parsed, y field) int {
	t := &r.t[i]
	w := when{grain: season, year: y, n: t.n}
	switch t.entry.value {
	case "short":
		if y.how == unsaid {
			return 0
		}
	case "mid", "start", "end":
		w.mod = map[string]string{"mid": modMid, "start": modStart, "end": modEnd}[t.entry.value]
	case "year":
		w.year = rel(0)
	case "since":
		if !r.at(i+1, sinceWord) {
			return 0
		}
	case "twin":
		p.set(w, "zh/season")
		p.b, p.isRange = w, true
		p.b.n = w.n%4 + 1
		if w.n == 4 {
			p.b.n = 1
		}
		return i + 1
	}
	p.set(w, "zh/season")
	return i + 1
}
