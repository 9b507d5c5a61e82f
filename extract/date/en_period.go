package date

// numberFirst reads what begins with a number: 26th of July, 25 July 2020,
// first quarter of 2020, 19th century, 2020, 1990s, 2020-07-26.
func (r *englishReader) numberFirst(i int) (w when, next int, rule string) {
	t := &r.t[i]
	if t.has(digital) {
		if w, next = r.numeric(i); next > 0 {
			return w, next, "en/numeric"
		}
	}
	if t.has(fraction | grouped) {
		return w, 0, ""
	}
	if r.is(i+1, "h", "q") && r.glued(i+1) && t.n >= 1 && (t.n <= 2 || t.n <= 4 && r.is(i+1, "q")) {
		w = when{grain: map[bool]unit{true: half, false: quarter}[r.is(i+1, "h")], n: t.n}
		if y, n := r.yearAfter(i + 2); n > 0 && y.how == absolute {
			w.year = y
			return w, n, "en/quarter"
		}
		if k := i + 2; r.glued(k) && r.class(k) == number && r.t[k].end-r.t[k].start == 2 {
			w.year = abs(century2(r.t[k].n))
			return w, k + 1, "en/quarter"
		}
		return when{}, 0, ""
	}
	if t.has(plural) {
		w, next = r.decadeNumber(i)
		return w, next, "en/decade"
	}
	if r.dayNumber(i) && !r.sign(i-1, '$') {
		if w, next = r.dayFirst(i); next > 0 {
			return w, next, "en/day"
		}
	}
	if t.has(ordinal) || r.is(i, "first", "last") {
		if w, next, rule = r.ordinalFirst(i); next > 0 {
			return w, next, rule
		}
		if r.bareOrdinal(i) {
			return when{grain: day, day: abs(t.n)}, i + 1, "en/day"
		}
		return w, 0, ""
	}
	if r.bareYear(i) {
		return r.yearPart(i)
	}
	return w, 0, ""
}

// yearPart reads a bare year and the quarter or half behind it: 2017 q1, 2019-H2.
func (r *englishReader) yearPart(i int) (w when, next int, rule string) {
	if y, n := r.shortYear(i); n > 0 {
		return when{grain: year, year: abs(r.t[i].n), until: y}, n, "en/range"
	}
	k := i + 1
	if r.sign(k, '-') && r.glued(k) {
		k++
	}
	if r.is(k, "q", "h") {
		if w, next = r.lettered(k); next > 0 && w.year.how == unsaid {
			w.year = abs(r.t[i].n)
			return w, next, "en/quarter"
		}
	}
	if k = r.skip(i+1, "the"); r.class(k) == number && r.t[k].has(ordinal) && r.is(k+1, "quarter", "half") {
		if w, next, rule = r.ordinalFirst(k); next > 0 && w.year.how == unsaid && w.grain != month {
			w.year = abs(r.t[i].n)
			return w, next, rule
		}
	}
	return when{grain: year, year: abs(r.t[i].n)}, i + 1, "en/year"
}

// shortYear is the end of 2019-20 and 2019/20.
func (r *englishReader) shortYear(i int) (y, next int) {
	if !r.sign(i+1, '-') && !r.sign(i+1, '/') || !r.glued(i+1) || !r.glued(i+2) || r.class(i+2) != number || !r.yearNumber(i) {
		return 0, 0
	}
	t := &r.t[i+2]
	y = r.t[i].n/100*100 + t.n
	if t.end-t.start != 2 || t.has(ordinal|plural|fraction) || y <= r.t[i].n || y > r.t[i].n+20 || (r.sign(i+3, '-') || r.sign(i+3, '/')) && r.glued(i+3) {
		return 0, 0
	}
	return y, i + 3
}

// kindOfYear is the number of tokens before a year that say which kind it is: fiscal year 2020.
func (r *englishReader) kindOfYear(i int) int {
	switch {
	case r.is(i-1, "year") && r.is(i-2, "fiscal", "calendar", "school", "academic", "financial"):
		return 2
	case r.is(i-1, "fy", "sy", "cy", "fiscal"):
		return 1
	}
	return 0
}

// dayFirst reads 25 July, 26th of July 2020, 2nd of next month.
func (r *englishReader) dayFirst(i int) (w when, next int) {
	t := &r.t[i]
	k := i + 1
	if r.sign(k, '/') || r.sign(k, '-') {
		k++
	}
	if t.has(ordinal) {
		if r.is(k, "day") && r.is(k+1, "of") {
			k++
		}
		k = r.skip(k, "of")
		k = r.skip(k, "the")
	} else if r.is(k, "of") && r.class(k+1) == monthName && r.t[k+1].has(capital) && t.has(digital) {
		k++
	}
	if r.is(k-1, "of", "the") && (r.is(k, "month") || r.class(k) == relWord && r.is(k+1, "month")) {
		f, n := rel(0), k+1
		if r.class(k) == relWord {
			f, n = rel(r.t[k].n), k+2
		}
		return when{grain: day, month: f, day: abs(t.n)}, n
	}
	if !t.has(ordinal) && r.is(i-1, "to", "until", "-", "and", "through") {
		if m := r.skip(k, "in", "of"); r.class(m) == relWord && r.is(m+1, "month") {
			return when{grain: day, month: rel(r.t[m].n), day: abs(t.n)}, m + 2
		}
	}
	if r.class(k) != monthName || !r.t[k].has(capital) && !t.has(ordinal) && !r.t[k].has(spaced) {
		return w, 0
	}
	if r.is(k, "may") && !r.t[k].has(capital) {
		return w, 0
	}
	w, next = when{grain: day, month: abs(r.t[k].n), day: abs(t.n)}, k+1
	if r.sign(next, '.') && r.glued(next) && r.t[k].end-r.t[k].start <= 4 && r.yearNumber(next+1) {
		next++
	}
	if (r.sign(next, '/') || r.sign(next, '-')) && r.glued(next+1) && r.yearNumber(next+1) {
		w.year = abs(r.t[next+1].n)
		return w, next + 2
	}
	if y, n := r.yearAfter(next); n > 0 {
		w.year, next = y, n
	}
	return w, next
}

// ordinalFirst reads first quarter of 2020, second half of the year, 19th
// century, third week of July, first Monday of May, 14th Five-Year Plan period.
func (r *englishReader) ordinalFirst(i int) (w when, next int, rule string) {
	n, k := r.t[i].n, i+1
	if r.sign(k, '-') && r.glued(k) && (r.is(k+1, "quarter") || r.is(k+1, "half") && r.among(k+2, halfNouns)) {
		k++
	}
	switch {
	case r.is(k, "quarter") && n <= 4:
		w, next, rule = when{grain: quarter, n: n}, k+1, "en/quarter"
	case r.is(k, "half") && n <= 2:
		w, next, rule = when{grain: half, n: n}, k+1, "en/quarter"
		if r.is(next, "of") {
			if m, j, _ := r.calendar(r.skip(next+1, "the")); j > 0 && (m.grain == month || m.grain == century || m.grain == decade) && m.mod == "" {
				m.mod = [...]string{1: modStart, 2: modEnd}[n]
				return m, j, "en/period"
			}
		}
	case r.is(k, "century") && n <= 30 && !r.is(k+1, "bc", "bce"):
		return when{grain: century, year: abs(n)}, k + 1, "en/century"
	case r.class(k) == planWord && n <= 30:
		return when{grain: year, year: abs(1951 + 5*n), plan: true}, k + 1, "en/plan"
	case (r.is(k, "week", "weekend") || r.class(k) == dayName) && n <= 5 && (r.is(k+1, "of", "in") || r.class(k+1) == relWord && r.is(k+2, "year", "month")):
		return r.nthOf(i, k)
	case r.is(k, "month") && n <= 12 && r.is(k+1, "of"):
		w = when{grain: month, month: abs(n)}
		if y, j := r.ofYear(k + 1); j > 0 {
			w.year = y
			return w, j, "en/month"
		}
		return w, 0, ""
	}
	if next > 0 {
		if y, j := r.ofYear(next); j > 0 {
			w.year, next = y, j
		}
	}
	return w, next, rule
}

// ofYear reads "of the year" too.
func (r *englishReader) ofYear(i int) (y field, next int) {
	if y, next = r.yearAfter(i); next > 0 {
		return y, next
	}
	if k := r.skip(r.skip(i, "of", "in"), "the"); k == i+2 && r.is(k, "year") {
		return rel(0), k + 1
	}
	return y, 0
}

// nthOf reads the n-th week, weekend or weekday of a month or year.
func (r *englishReader) nthOf(i, k int) (w when, next int, rule string) {
	m, j, _ := r.calendar(r.skip(r.skip(k+1, "of", "in"), "the"))
	if j == 0 {
		m, j = r.theUnit(r.skip(k+1, "of", "in"))
	}
	if r.is(k, "day") && j > 0 && m.grain != week {
		return r.lastDay(i, m), j, "en/day"
	}
	if j == 0 || m.grain != month && m.grain != year {
		return w, 0, ""
	}
	w = m
	w.n = r.t[i].n
	if r.is(i, "last", "final") {
		w.n = -1
	}
	if r.class(k) == dayName {
		w.weekday, w.grain = r.t[k].n, day
		return w, j, "en/weekday"
	}
	w.grain = unit(r.t[k].n)
	return w, j, "en/relative"
}

// lastDay is the first or the last day of a month or year.
func (r *englishReader) lastDay(i int, m when) when {
	if m.grain != month && m.grain != year {
		return when{}
	}
	w := m
	w.grain, w.n = day, 1
	if r.is(i, "last", "final") {
		w.n = -1
	}
	return w
}

// decadeNumber reads 1990s, 1980’s, the 90s, nineties.
func (r *englishReader) decadeNumber(i int) (w when, next int) {
	t := &r.t[i]
	w = when{grain: decade}
	switch {
	case t.n >= 1000 && t.n <= 2990 && t.n%10 == 0:
		w.year = abs(t.n)
		return w, i + 1
	case t.n < 20 || t.n >= 100 || t.n%10 != 0:
	case r.is(i-1, "in"), r.is(i-1, "the"):
		w.decade = abs(t.n)
		return w, i + 1
	}
	return w, 0
}
