package date

// calendar reads one calendar expression of any grain, without a clock time.
// next is 0 when none begins at token i.
func (r *englishReader) calendar(i int) (w when, next int, rule string) {
	if r.depth >= maxDepth {
		return w, 0, ""
	}
	r.depth++
	w, next, rule = r.calendarHere(i)
	r.depth--
	return w, next, rule
}

func (r *englishReader) calendarHere(i int) (w when, next int, rule string) {
	switch r.class(i) {
	case monthName:
		w, next = r.monthFirst(i)
		return w, next, map[bool]string{true: "en/day", false: "en/month"}[w.grain == day]
	case dayName:
		return r.weekday(i)
	case number:
		return r.numberFirst(i)
	case relWord:
		return r.relative(i)
	case thatWord:
		w, next = r.that(i)
		return w, next, "en/anaphora"
	case dayWord:
		if r.inName(i) {
			return w, 0, ""
		}
		if r.is(i, "today") && r.sign(i+1, '\'') && r.glued(i+2) && r.is(i+2, "s") && r.class(i+3) == other && !r.name(i+3) {
			return when{grain: day, day: rel(0)}, i + 1, "en/today"
		}
		return when{grain: day, day: rel(r.t[i].n), night: r.is(i, "tonight")}, i + 1, "en/today"
	case thatDay:
		if r.is(i, "day after", "day before") && (!r.is(i-1, "the") || r.class(i+1) != punct && r.class(i+1) != wasWord) {
			return w, 0, ""
		}
		return when{grain: day, day: ana(r.t[i].n), part: r.t[i].entry.value == "part"}, i + 1, "en/anaphora"
	case seasonWord:
		w, next = r.season(i)
		return w, next, "en/season"
	case edgeWord:
		return r.edge(i)
	case feast:
		w, next = r.feast(i)
		return w, next, "en/holiday"
	case quarterWord, unitName:
		if w, next = r.lettered(i); next > 0 {
			return w, next, "en/quarter"
		}
		w, next = r.thisPeriod(i)
		return w, next, "en/relative"
	}
	return w, 0, ""
}

// monthFirst reads July, July 26, July 26th, 2020, July of last year.
func (r *englishReader) monthFirst(i int) (w when, next int) {
	w = when{grain: month, month: abs(r.t[i].n)}
	j := i + 1
	if r.sign(j, '.') && r.glued(j) && !r.is(i, "june", "july", "may") && r.t[i].end-r.t[i].start <= 4 && r.class(j+1) == number {
		j++
	}
	k := r.skip(j, "the")
	if r.sign(k, '-') || r.sign(k, '/') { // Sep-23-2020, Oct/2
		if w, next := r.dashed(i, k); next > 0 {
			return w, next
		}
	}
	if r.dayNumber(k) && !r.clockish(k) && !r.scaleAfter(k+1) {
		w.grain, w.day = day, abs(r.t[k].n)
		next = k + 1
		if y, n := r.yearAfter(next); n > 0 {
			w.year, next = y, n
		}
		return w, next
	}
	if y, n := r.yearAfter(j); n > 0 {
		w.year = y
		return w, n
	}
	if !r.monthContext(i, j) {
		return w, 0
	}
	return w, j
}

// dashed reads the rest of Sep-23-2020 and Oct/2.
func (r *englishReader) dashed(i, k int) (w when, next int) {
	if !r.glued(k) || !r.glued(k+1) || !r.dayNumber(k+1) {
		return w, 0
	}
	w = when{grain: day, month: abs(r.t[i].n), day: abs(r.t[k+1].n)}
	next = k + 2
	if r.sign(next, byte(r.t[k].n)) && r.glued(next) && r.yearNumber(next+1) {
		w.year = abs(r.t[next+1].n)
		next += 2
	}
	return w, next
}

// scaleAfter reports whether a number before token i is a sum or a share.
func (r *englishReader) scaleAfter(i int) bool {
	return r.sign(i, '%') || r.among(i, scaleWords) ||
		r.class(i) == unitName && !r.is(i, "h", "y") && !r.is(i, "day")
}

// monthContext tells a month that stands alone from a verb or a name: May, March, August.
func (r *englishReader) monthContext(i, j int) bool {
	t := &r.t[i]
	before := r.among(i-1, beforeMonth) || r.sign(i-1, '-') || r.sign(i-1, '/')
	ambiguous := r.among(i, monthOrWord)
	if !t.has(capital) {
		if r.is(i-1, "between") && r.is(j, "and") && r.class(j+1) == monthName ||
			r.is(i-1, "and") && r.class(i-2) == monthName && r.is(i-3, "between") || r.is(i-1, "from") && r.is(j, "to") {
			return true
		}
		return r.is(i-1, "in", "of", "since", "last", "next", "this") && !r.is(i, "mar", "jan", "jun") && !(r.is(i, "may", "march") && !r.is(i-1, "in", "last", "next"))
	}
	k := i - 1
	for r.is(k, "and", "or") || r.sign(k, ',') {
		k--
	}
	if k < i-1 && r.class(k) == monthName {
		return true
	}
	if r.is(i, "may", "march") && r.is(i-1, "and", "or", "to", "than", "as", "for") {
		return r.class(i-2) == monthName || r.is(i-1, "to") && r.class(i+1) == punct
	}
	if before || (r.sign(j, '-') || r.is(j, "to")) && r.class(j+1) == monthName {
		return true
	}
	if !ambiguous {
		return !r.name(i-1) || r.sign(j, ',')
	}
	if r.name(i-1) || r.name(j) || r.is(i-1, "the", "a", "an", "'s") || r.sentenceStart(i) {
		return false
	}
	return !r.is(i, "may", "march") || r.class(j) == punct
}

// yearNumber reports whether token i is a four-digit year.
func (r *englishReader) yearNumber(i int) bool {
	if r.class(i) != number || r.t[i].has(ordinal|plural|fraction|grouped) {
		return false
	}
	t := &r.t[i]
	if !t.has(digital) {
		return t.n >= 1900 && t.n <= 2100
	}
	return t.end-t.start == 4 && t.n >= 1000 && t.n <= 2999
}

// yearAfter reads the year that follows a month or day: ", 2020", "of 2020",
// "of last year", "this year". next is 0 for none.
func (r *englishReader) yearAfter(i int) (y field, next int) {
	k := i
	if r.sign(k, ',') {
		k++
		if r.yearNumber(k) && r.glued(k-1) == r.glued(i) {
			if r.countNoun(k+1) && !r.sign(k+1, ',') {
				return y, 0
			}
			return abs(r.t[k].n), k + 1
		}
		return y, 0
	}
	k = r.skip(k, "of", "in")
	if r.is(k, "fiscal", "fy") {
		k = r.skip(k+1, "year")
	}
	if r.yearNumber(k) && !r.clockish(k) {
		return abs(r.t[k].n), k + 1
	}
	if v, n := r.twoPartYear(k); n > 0 {
		return abs(v), n
	}
	k = r.skip(k, "the")
	if r.class(k) == relWord && r.is(k+1, "year") {
		return map[bool]field{true: ana(r.t[k].n), false: rel(r.t[k].n)}[r.leaning(k)], k + 2
	}
	if r.is(k, "that", "same") && r.is(k+1, "year") {
		return ana(0), k + 2
	}
	if k > i+1 && r.is(k, "year") && r.is(k-1, "the") {
		return rel(0), k + 1
	}
	return y, 0
}

// twoPartYear reads nineteen eighty six.
func (r *englishReader) twoPartYear(i int) (y, next int) {
	if r.class(i) != number || r.class(i+1) != number || r.t[i].has(digital|ordinal) || r.t[i+1].has(digital|ordinal) {
		return 0, 0
	}
	a, b := r.t[i].n, r.t[i+1].n
	if a < 10 || a > 20 || b < 10 || b > 99 {
		return 0, 0
	}
	return 100*a + b, i + 2
}

// leaning reports whether a relative word counts from what the text has named
// ("the previous year") and not from the publication date.
func (r *englishReader) leaning(i int) bool { return r.is(i, "previous", "preceding", "following") }

// weekday reads Saturday, July 25th; Wednesday last week; Monday 21.
func (r *englishReader) weekday(i int) (w when, next int, rule string) {
	t := &r.t[i]
	long := t.end-t.start > 5
	if t.has(plural) || r.inName(i) || r.class(i+1) == partWord && r.t[i+1].has(capital) && r.name(i+2) || !t.has(capital) && !long || r.is(i, "sun", "sat", "mon", "fri", "wed") && !r.dayContext(i) {
		return w, 0, ""
	}
	j := i + 1
	if r.sign(j, '.') && r.glued(j) && !long {
		j++
	}
	w = when{grain: day, weekday: t.n}
	k := j
	if r.sign(k, ',') || r.sign(k, '(') {
		k++
	}
	k = r.skip(k, "the")
	if d, n, name := r.calendar(k); n > 0 && d.grain == day && d.day.how == absolute && !(r.class(k) == number && r.clockish(k)) {
		if r.sign(j, '(') {
			if !r.sign(n, ')') {
				return w, j, "en/weekday"
			}
			n++
		}
		if d.month.how == unsaid && d.year.how == unsaid {
			d.weekday = w.weekday
		}
		return d, n, name
	}
	if r.dayNumber(k) && !r.clockish(k) && r.class(k+1) != unitName && !r.sign(j, ',') && !r.sign(j, '(') && !r.countNoun(k+1) && !r.sign(k+1, '-') && !r.is(k+1, "to") {
		w.day = abs(r.t[k].n)
		return w, k + 1, "en/day"
	}
	m := r.skip(j, "of", "in")
	if r.class(m) == relWord && r.is(m+1, "week") {
		w.week = rel(r.t[m].n)
		return w, m + 2, "en/weekday"
	}
	return w, j, "en/weekday"
}

// inName reports whether a word stands in a name: Bloody Sunday, the Sunday Times.
func (r *englishReader) inName(i int) bool {
	if !r.t[i].has(capital) || r.is(i-1, "on", "last", "next", "this", "since", "until", "by", "from") {
		return false
	}
	return r.name(i+1) || r.name(i-1) && !r.sentenceStart(i-1)
}

// dayContext tells Sat and Sun from words and names.
func (r *englishReader) dayContext(i int) bool {
	return r.is(i-1, "on", "every", "each", "next", "last", "this", "or", "week", "from") || r.class(i+1) == monthName || r.class(i+1) == number ||
		r.sign(i+1, ',') && (r.class(i+2) == monthName || r.class(i+2) == number)
}

// that reads that year, the same month, that week.
func (r *englishReader) that(i int) (w when, next int) {
	if r.class(i+1) != unitName || r.t[i+1].has(plural) {
		return w, 0
	}
	if r.is(i, "that") && !r.is(i-1, "in", "of", "during", "by", "from", "for", "since", "until", "later", "earlier", "at") {
		return w, 0
	}
	w, next = unitFrom(unit(r.t[i+1].n), ana(0)), i+2
	if w.grain == none {
		return w, 0
	}
	return w, next
}

// unitFrom is the week, month, quarter, year that lies at the offset.
func unitFrom(u unit, f field) when {
	w := when{grain: u}
	switch u {
	case week, weekend:
		w.week = f
	case month:
		w.month = f
	case quarter, half:
		w.month = f // the offset is in units: see relativePart
	case year:
		w.year = f
	case decade:
		w.decade = f
	case century:
		w.year = f
	default:
		w.grain = none
	}
	return w
}

// season reads summer, winter of 2019, summer last year.
func (r *englishReader) season(i int) (w when, next int) {
	t := &r.t[i]
	w, next = when{grain: season, n: t.n}, i+1
	if t.entry.value == "mid" {
		w.mod = modMid
	}
	y, n := r.yearAfter(next)
	if r.is(i, "fall", "spring") && n == 0 {
		before := r.is(i-1, "in", "of", "this", "last", "next", "the", "during", "since", "every", "late", "early") && (r.class(next) == punct || r.is(next, "and", "of"))
		if !before || r.is(i, "fall") && r.is(i-1, "the") && !r.is(i-2, "in", "during") {
			return w, 0
		}
	}
	if n == 0 && (t.has(capital) && (r.name(i-1) || r.name(next)) || r.class(next) == other && !r.name(next) && !r.functionWord(next)) {
		return w, 0 // the Summer Palace, summer schools
	}
	if n > 0 {
		w.year, next = y, n
	}
	return w, next
}

// feast reads Christmas, the Spring Festival of 2021, this year's Mid-Autumn Festival.
func (r *englishReader) feast(i int) (w when, next int) {
	t := &r.t[i]
	if !t.has(capital) && !r.yearNumber(i+1) && !r.is(i, "easter", "christmas", "thanksgiving", "independence day", "labor day", "saint patrick", "new year's day") {
		return w, 0
	}
	w, next = when{grain: day, holiday: t.entry.feast}, i+1
	if y, n := r.yearAfter(next); n > 0 && !r.sign(next, ',') {
		w.year, next = y, n
	}
	return w, next
}

// lettered reads Q1 2020, 2nd-half short forms H1, and "week 31".
func (r *englishReader) lettered(i int) (w when, next int) {
	if r.is(i, "weekend") && r.is(i-1, "the") && r.is(i-2, "on", "over", "at", "during", "for") && !r.is(i+1, "of", "before", "after") {
		return when{grain: weekend, nearby: true}, i + 1
	}
	if r.is(i, "week") && r.class(i+1) == number && r.t[i+1].has(digital) && r.t[i+1].n >= 1 && r.t[i+1].n <= 53 && !r.glued(i+1) {
		return when{grain: week, week: abs(r.t[i+1].n)}, i + 2
	}
	if w, next = r.weekOf(i); next > 0 {
		return w, next
	}
	if !r.is(i, "q", "h") || !r.t[i].has(capital) && !r.yearNumber(i-1) && !r.yearNumber(i-2) && !r.is(i, "q") || !r.glued(i+1) || r.class(i+1) != number {
		return w, 0
	}
	n := r.t[i+1].n
	switch {
	case r.is(i, "q") && n >= 1 && n <= 4:
		w = when{grain: quarter, n: n}
	case r.is(i, "h") && n >= 1 && n <= 2:
		w = when{grain: half, n: n}
	default:
		return w, 0
	}
	next = i + 2
	if y, k := r.yearAfter(next); k > 0 {
		w.year, next = y, k
	}
	return w, next
}

// thisPeriod reads "in the year", "of the month": the one that the
// publication date lies in.
func (r *englishReader) thisPeriod(i int) (w when, next int) {
	if r.is(i, "year", "month", "week") && r.is(i-1, "the") && r.is(i+1, "before", "after") && r.class(i+2) == punct {
		return unitFrom(unit(r.t[i].n), ana(map[bool]int{true: -1, false: 1}[r.is(i+1, "before")])), i + 2
	}
	if r.is(i, "year", "month", "week", "quarter") && r.is(i-1, "the") &&
		(r.is(i+1, "after") && r.is(i+2, "next") || r.is(i+1, "before") && r.is(i+2, "last")) {
		return unitFrom(unit(r.t[i].n), rel(map[bool]int{true: -2, false: 2}[r.is(i+1, "before")])), i + 3
	}
	if !r.is(i, "year", "month", "week") || !r.is(i-1, "the") || !r.is(i-2, "in", "of", "during") || r.class(i-3) == edgeWord || r.t[i].has(capital) {
		return w, 0
	}
	if r.among(i+1, afterPeriod) || r.sign(i+1, '-') || r.class(i+1) == number {
		return w, 0
	}
	return unitFrom(unit(r.t[i].n), rel(0)), i + 1
}

// theUnit reads "the year" and "this year" behind "of": the period that the
// publication date lies in.
func (r *englishReader) theUnit(i int) (w when, next int) {
	i = r.skip(i, "the")
	if r.class(i) != unitName || r.t[i].has(plural) || r.is(i, "h", "y", "min", "sec") {
		return w, 0
	}
	w = unitFrom(unit(r.t[i].n), rel(0))
	if w.grain == none || r.is(i+1, "of") {
		return w, 0
	}
	if w.grain == year && r.yearNumber(i+1) {
		w.year = abs(r.t[i+1].n)
		return w, i + 2
	}
	return w, i + 1
}
