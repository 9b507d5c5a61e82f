package date

// rangeOrPoint reads one point in time or a range of two.
func (r *englishReader) rangeOrPoint(i int) found {
	if r.class(i) == vagueWord && r.is(i, "now") && r.is(i-1, "from") && r.is(i+1, "until", "to", "till") {
		if b, j, rule := r.moment(r.skip(i+2, "the")); j > 0 {
			_ = rule
			today := when{grain: day, day: rel(0)}
			return found{expr: expr{kind: isRange, from: today, to: lastDayOf(b), rule: "en/range", confidence: 0.8, tense: futureTense}, next: j}
		}
	}
	if f := r.countedMonths(i); f.next > 0 {
		return f
	}
	if f := r.clockSpan(i); f.next > 0 {
		return f
	}
	if r.class(i) == sameWord {
		return r.samePeriod(i)
	}
	a, j, rule := r.moment(i)
	if j == 0 {
		return r.bareRange(i)
	}
	if a.plan {
		return planExpr(a, j, rule)
	}
	if a.until > 0 {
		b := a
		b.year = abs(a.until)
		return found{expr: expr{kind: isRange, from: a, to: b, rule: rule, confidence: 0.85}, start: -r.kindOfYear(i), next: j}
	}
	f := found{expr: expr{from: a, rule: rule, confidence: confidenceOf(rule)}, next: j}
	if a.mod == modStart && r.sinceBefore(i) {
		f.expr.from.closed = true
	}
	if s := r.soFar(i, &f); s != 0 {
		return f
	}
	if rule == "en/year" {
		f.start = -r.kindOfYear(i)
	}
	if b, k := r.rangeEnd(i, j, a); k > 0 {
		f.expr.kind, f.expr.to, f.expr.rule, f.next = isRange, b, "en/range", k
	}
	return f
}

// samePeriod reads the same period last year, the same time of 2019.
func (r *englishReader) samePeriod(i int) found {
	y, next := r.yearAfter(i + 1)
	if next == 0 && r.is(i+1, "a", "one") && r.is(i+2, "year") && r.is(i+3, "earlier", "ago", "before") {
		y, next = rel(-1), i+4
	}
	if next == 0 {
		return found{}
	}
	w := when{grain: year, year: y}
	return found{expr: expr{kind: isSame, from: w, rule: "en/anaphora", confidence: 0.8}, next: next}
}

// lastDayOf makes the end of 2020 the day that a range ends on.
func lastDayOf(w when) when {
	if w.grain == year && w.mod == modEnd {
		w.grain, w.month, w.day, w.mod = day, abs(12), abs(31), ""
	}
	return w
}

func planExpr(a when, j int, rule string) found {
	b := a
	b.year = abs(a.year.n + 4)
	return found{expr: expr{kind: isRange, from: a, to: b, rule: rule, confidence: 0.9}, next: j}
}

// confidenceOf is how sure a rule is of what it finds.
func confidenceOf(rule string) float64 {
	switch rule {
	case "en/numeric", "en/day", "zh/day", "zh/numeric":
		return 0.98
	case "en/holiday", "zh/holiday", "en/anaphora", "zh/anaphora", "en/part-of-day", "zh/part-of-day":
		return 0.75
	}
	return 0.92
}

func (r *englishReader) sinceBefore(i int) bool {
	return r.is(i-1, "since") || r.is(i-1, "the") && r.is(i-2, "since")
}

// soFar widens "this year" to "so far this year", which runs to the
// publication date.
func (r *englishReader) soFar(i int, f *found) int {
	w := &f.expr.from
	if !r.is(i-1, "far") || !r.is(i-2, "so") || w.grain <= day || w.year != rel(0) && w.month != rel(0) {
		return 0
	}
	w.closed, f.start = true, -2
	return 2
}

// rangeEnd reads "to 23", "through May 2018", "and 2009" after "between".
func (r *englishReader) rangeEnd(i, j int, a when) (b when, next int) {
	if r.is(j, "to date") && a.grain >= day && !a.clock && r.is(i-1, "from") {
		return when{grain: day, day: rel(0)}, j + 1
	}
	switch {
	case r.is(j, "to", "through", "thru", "until", "till", "til", "-", "~"), r.sign(j, '-') || r.sign(j, '~'):
	case r.is(j, "and") && (r.is(i-1, "between") || r.is(i-1, "the") && r.is(i-2, "between")):
	default:
		return b, 0
	}
	if a.decade.how != unsaid {
		return b, 0
	}
	k := r.skip(j+1, "the")
	if a.grain == day && a.day.how == absolute && !a.clock && r.dayNumber(k) {
		if b, next = r.secondDay(k, a); next > 0 {
			return b, next
		}
	}
	b, next, _ = r.moment(k)
	if next == 0 && !a.clock && (r.is(k, "now", "date") || r.is(k, "current") && r.is(k+1, "date")) && !(r.is(j, "and") && r.is(k, "date")) {
		return when{grain: day, day: rel(0)}, k + map[bool]int{true: 2, false: 1}[r.is(k, "current")]
	}
	switch {
	case next == 0 && a.clock && r.class(k) == number && r.t[k].n <= 24 && !r.t[k].has(ordinal|fraction):
		b, next = when{grain: hour, clock: true, hour: r.t[k].n}, k+1
	case next == 0:
		return b, 0
	case a.grain == year && b.grain != year && b.grain != month && b.grain != day || a.grain >= month && b.clock || a.clock && !b.clock:
		return b, 0
	}
	return b, next
}

// dayNumber reports whether token i can be a day of the month.
func (r *englishReader) dayNumber(i int) bool {
	return r.class(i) == number && !r.t[i].has(plural|fraction|grouped) && r.t[i].n >= 1 && r.t[i].n <= 31
}

// secondDay reads the 23 of "June 21 to 23", and the year after it.
func (r *englishReader) secondDay(k int, a when) (when, int) {
	if w, j, _ := r.calendar(k); j > k+1 && w.grain == day {
		return w, j
	}
	if r.clockish(k) || r.countNoun(k+1) {
		return when{}, 0
	}
	b := when{grain: day, month: a.month, day: abs(r.t[k].n), year: a.year}
	if y, j := r.yearAfter(k + 1); j > 0 && a.year.how == unsaid {
		b.year = y
		return b, j
	}
	if c, j := r.clock(k + 1); j > 0 {
		b.clock, b.hour, b.min = true, c.hour, c.min
		return b, j
	}
	return b, k + 1
}

// bareRange reads ranges whose first end is a bare number: 9 to 12 of June, 5 to 6pm.
func (r *englishReader) bareRange(i int) found {
	if r.class(i) != number || r.t[i].has(fraction|grouped|plural) || r.t[i].n > 31 {
		return found{}
	}
	if !r.is(i+1, "to", "-", "until", "till", "til", "through") && !r.sign(i+1, '-') && !(r.is(i+1, "and") && r.is(i-1, "between")) {
		return found{}
	}
	b, j, rule := r.moment(r.skip(i+2, "the"))
	if j == 0 || j <= i+3 && rule != "en/clock" {
		return found{}
	}
	e := expr{kind: isRange, to: b, rule: "en/range", confidence: 0.8}
	switch {
	case b.grain == day && b.month.how != unsaid && b.day.how == absolute && r.t[i].n >= 1:
		e.from = when{grain: day, day: abs(r.t[i].n), month: b.month, year: b.year}
	default:
		return found{}
	}
	return found{expr: e, next: j}
}

// countedMonths reads the first five months of this year, the last four months of 2021.
func (r *englishReader) countedMonths(i int) found {
	first := r.is(i, "first", "opening", "initial")
	if !first && !r.is(i, "last", "final") || r.class(i+1) != number || r.class(i+2) != unitName {
		return found{}
	}
	n, u := r.t[i+1].n, unit(r.t[i+2].n)
	w, j := when{}, 0
	switch {
	case r.is(i+3, "of", "in"):
		k := r.skip(i+4, "the")
		if w, j, _ = r.calendar(k); j == 0 {
			w, j = r.theUnit(k)
		}
	case first && n > 1 && r.is(i-1, "the") && (u == month || u == quarter):
		w, j = when{grain: year, year: rel(0)}, i+3
	}
	switch {
	case j == 0 || n < 1:
		return found{}
	case u == month && w.grain == year && n <= 12:
		a, b := w, w
		a.grain, b.grain = month, month
		a.month, b.month = abs(1), abs(n)
		if !first {
			a.month, b.month = abs(13-n), abs(12)
		}
		return found{expr: expr{kind: isRange, from: a, to: b, rule: "en/range", confidence: 0.9}, next: j}
	case u == quarter && w.grain == year && n <= 4 && first:
		a, b := w, w
		a.grain, b.grain = month, month
		a.month, b.month = abs(1), abs(3*n)
		return found{expr: expr{kind: isRange, from: a, to: b, rule: "en/range", confidence: 0.9}, next: j}
	case u == day && w.grain == month && n <= 15:
		w.mod = map[bool]string{true: modStart, false: modEnd}[first]
		return found{expr: expr{from: w, rule: "en/period", confidence: 0.85}, next: j}
	}
	return found{}
}
