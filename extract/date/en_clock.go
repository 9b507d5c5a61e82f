package date

// moment reads a point in time: a calendar expression, with a part of the day
// or a clock time before or after it.
func (r *englishReader) moment(i int) (w when, next int, rule string) {
	if c, j := r.clock(i); j > 0 {
		return r.clockFirst(c, j)
	}
	tonight := r.sign(i+1, ',') && r.is(i+2, "tonight")
	if r.dayNumber(i) && !r.t[i].has(ordinal) && r.t[i].n <= 12 && (tonight || r.dayPart(i+1) > 0 && !r.countedName(i)) {
		return r.clockFirst(when{grain: minute, clock: true, hour: r.t[i].n}, i+1)
	}
	switch r.class(i) {
	case partWord:
		return r.partMoment(i)
	case relWord, thatWord, edgeWord:
		if r.is(i, "last", "final") && r.is(i+2, "of", "in") && (r.is(i+1, "week", "weekend", "day") || r.class(i+1) == dayName) {
			if w, next, rule = r.nthOf(i, i+1); next > 0 {
				return w, next, rule
			}
		}
		if r.is(i, "last", "final") && r.is(i+1, "quarter") && r.is(i+2, "of") {
			if y, j := r.ofYear(i + 2); j > 0 {
				return when{grain: quarter, n: 4, year: y}, j, "en/quarter"
			}
		}
	}
	w, next, rule = r.calendar(i)
	if next == 0 || w.grain > day {
		return w, next, rule
	}
	return r.afterDay(w, next, rule)
}

// countedName reports whether a number belongs to a name before it: building 4.
func (r *englishReader) countedName(i int) bool {
	return r.class(i-1) == other && i > 0 && !r.functionWord(i-1) && !r.is(i-1, "circa", "meet", "around", "about", "nearly")
}

// afterDay reads the part of the day and the clock time behind a day:
// Saturday evening, tomorrow at 2:00 p.m., July 24 in the morning.
func (r *englishReader) afterDay(w when, next int, rule string) (when, int, string) {
	k := next
	if r.is(k, "in", "during") && r.is(k+1, "the") {
		k += 2
	}
	k = r.skip(k, "early", "late")
	if r.class(k) == partWord && !r.t[k].has(plural) && (r.t[k].has(spaced) || k > next) && w.holiday == nil {
		w.part, w.night = true, r.t[k].n == 1 || r.t[k].n == 2
		next, rule = k+1, "en/part-of-day"
	}
	k = next
	if r.sign(k, ',') || r.sign(k, '@') {
		k++
	}
	k, mod := r.clockLead(k)
	c, j := r.clock(k)
	if j == 0 && r.dayNumber(k) && r.t[k].n <= 12 && k > next && (r.is(k-1, "at", "around") && r.class(k+1) == punct || w.part || w.night || r.dayPart(k+1) > 0) {
		c, j = when{hour: r.t[k].n}, k+1
	}
	if j == 0 {
		return w, next, rule
	}
	if p := r.dayPart(j); p > 0 {
		c.evening(r.t[p-1].n == 1 || r.t[p-1].n == 2)
		j = p
	}
	if mod != "" {
		w.mod = mod
	}
	w.clock, w.hour, w.min = true, c.hour, c.min
	if r.yearNumber(j) && w.year.how == unsaid && w.month.how == absolute && r.class(j+1) != unitName && !r.countNoun(j+1) {
		w.year, j = abs(r.t[j].n), j+1 // Oct 26 15:50:06 2016
	}
	if w.night && c.hour < 12 && c.hour > 4 {
		w.hour += 12
	}
	return w, r.zone(j), "en/clock"
}

// clockLead passes the words between a day and its clock time: at, around,
// before, no later than. They may set a modifier.
func (r *englishReader) clockLead(k int) (next int, mod string) {
	switch {
	case r.is(k, "no") && r.is(k+1, "later") && r.is(k+2, "than"):
		return k + 3, modBefore
	case r.is(k, "later") && r.is(k+1, "than"):
		return k + 2, modAfter
	case r.is(k, "before", "by"):
		return k + 1, modBefore
	case r.is(k, "after"):
		return k + 1, modAfter
	case r.is(k, "around"):
		return k + 1, modApprox
	}
	return r.skip(r.skip(k, "at"), "around", "about"), ""
}

// dayPart is the token after "in the morning" or "at night"; 0 for none.
func (r *englishReader) dayPart(k int) int {
	switch {
	case r.is(k, "in") && r.is(k+1, "the") && r.class(k+2) == partWord && !r.t[k+2].has(plural):
		return k + 3
	case r.is(k, "at") && r.is(k+1, "night"):
		return k + 2
	}
	return 0
}

// partMoment reads evening, evening of July 11th, early hours of the 26th.
func (r *englishReader) partMoment(i int) (w when, next int, rule string) {
	t := &r.t[i]
	if t.has(plural) || t.has(capital) && r.name(i+1) {
		return w, 0, ""
	}
	k := i + 1
	if r.is(k, "of", "on") {
		if d, j, _ := r.calendar(r.skip(k+1, "the")); j > 0 && d.grain == day {
			d.part = true
			return d, r.zone(j), "en/part-of-day"
		}
		if y, ok := r.tightDay(r.skip(k+1, "the")); ok {
			return when{grain: day, part: true, day: abs(y)}, r.skip(k+1, "the") + 1, "en/part-of-day"
		}
	}
	w = when{grain: day, part: true, night: t.n == 1 || t.n == 2}
	if d, j, _ := r.calendar(k); j > 0 && d.grain == day && d.day.how == absolute && d.month.how == absolute {
		d.part = true
		return d, j, "en/part-of-day"
	}
	if r.is(k, "at") {
		c, j := r.clock(k + 1)
		if j == 0 && r.dayNumber(k+1) && r.t[k+1].n <= 12 && r.class(k+2) == punct {
			c, j = when{hour: r.t[k+1].n}, k+2
		}
		if j > 0 {
			w.clock, w.hour, w.min = true, c.hour, c.min
			if w.night && w.hour < 12 && w.hour > 3 {
				w.hour += 12
			}
			return w, j, "en/clock"
		}
	}
	meal := r.is(i, "lunchtime", "dinnertime") && r.is(i-1, "after", "before", "around")
	if !meal && !r.among(i-1, beforePart) || r.class(k) == other && r.is(i-1, "the") && !r.is(i-2, "in", "during", "by") {
		return w, 0, ""
	}
	if r.is(i-1, "at") && t.n < 2 {
		return w, 0, ""
	}
	return w, k, "en/part-of-day"
}

// tightDay is the day of the month in "evening of 25th".
func (r *englishReader) tightDay(i int) (int, bool) {
	if !r.dayNumber(i) || !r.t[i].has(ordinal) && r.class(i+1) != punct && !r.is(i+1, "local") {
		return 0, false
	}
	return r.t[i].n, true
}

// clockFirst reads the day behind a clock time: 5:00 p.m. local time on July 25th.
func (r *englishReader) clockFirst(c when, j int) (when, int, string) {
	next := r.zone(j)
	k := next
	if r.class(k) == partWord && !r.t[k].has(plural) || r.is(k, "in") && r.is(k+1, "the") && r.class(k+2) == partWord {
		for r.class(k) != partWord {
			k++
		}
		if p := r.t[k].n; p == 1 && c.hour < 12 || p == 2 && c.hour < 12 && c.hour > 3 {
			c.hour += 12
		}
		next, k = k+1, k+1
	}
	if r.sign(k, ',') {
		k++
	}
	if r.is(k, "or") && r.is(k+1, "later", "after") && r.is(k+2, "on") {
		k += 2
	}
	k = r.skip(r.skip(k, "on", "of"), "the")
	d, n, _ := r.calendar(k)
	if n == 0 || d.grain != day || d.holiday != nil && k == next {
		return c, next, "en/clock"
	}
	d.clock, d.hour, d.min = true, c.hour, c.min
	if (d.part || r.class(k) == dayWord && r.is(k, "tonight")) && d.night && d.hour < 12 && d.hour > 4 {
		d.hour += 12
	}
	if r.class(n) == partWord && !r.t[n].has(plural) {
		if p := r.t[n].n; (p == 1 || p == 2) && d.hour < 12 {
			d.hour += 12
		}
		n++
	}
	return d, r.zone(n), "en/clock"
}

// zone passes "local time", "Beijing time" and zone letters.
func (r *englishReader) zone(i int) int {
	switch {
	case r.is(i, "local", "standard") && r.is(i+1, "time"), r.name(i) && r.is(i+1, "time"):
		return i + 2
	case r.name(i) && r.is(i+1, "standard", "daylight", "summer") && r.is(i+2, "time"):
		return i + 3
	case r.is(i, "gmt", "utc", "est", "edt", "cet", "cest", "bst", "pst", "pdt", "et", "hkt") && r.name(i):
		return i + 1
	}
	return i
}

// clockish reports whether the number at token i is part of a clock time.
func (r *englishReader) clockish(i int) bool {
	if r.sign(i+1, ':') && r.glued(i+1) && r.glued(i+2) && r.class(i+2) == number {
		return true
	}
	_, next := r.ampm(i + 1)
	return next > 0 || r.is(i+1, "o")
}

// clock reads 17:00, 5:00:30 p.m., 5 pm, 8.30pm, 1140 a.m., 12 o'clock, noon.
func (r *englishReader) clock(i int) (w when, next int) {
	w = when{grain: minute, clock: true}
	if r.class(i) == clockWord {
		w.hour = r.t[i].n
		return w, i + 1
	}
	if r.class(i) == halfWord || r.is(i, "quarter") {
		return r.quarterHour(i)
	}
	if r.class(i) != number || r.t[i].has(ordinal|plural|grouped) {
		return w, 0
	}
	if w, next, ok := r.pastHour(i); ok {
		return w, next
	}
	w, next, marked := r.hour(i)
	if next == 0 {
		return w, 0
	}
	t := &r.t[i]
	if r.is(next, "o") && r.sign(next+1, '\'') && r.is(next+2, "clock") {
		return w, next + 3
	}
	if r.is(next, "noon", "midnight") && t.n == 12 && w.min == 0 {
		w.hour = map[bool]int{true: 12, false: 0}[r.is(next, "noon")]
		return w, next + 1
	}
	if r.is(next, "ish") && r.glued(next) && t.n <= 12 && t.n > 0 {
		w.mod = modApprox
		return w, next + 1
	}
	if m := r.wordMinutes(i); m > 0 {
		w.min, next, marked = m, next+1, true
	}
	shift, after := r.ampm(next)
	switch {
	case after > 0 && w.hour <= 12:
		w.hour, w.exact = w.hour%12+shift, true
		next = after
	case after > 0 && w.hour < 24:
		next = after // 15:50pm
	case !marked:
		return w, 0
	}
	return w, next
}

// hour reads the digits of a clock time. marked tells that they cannot be
// anything else.
func (r *englishReader) hour(i int) (w when, next int, marked bool) {
	t := &r.t[i]
	w = when{grain: minute, clock: true}
	w.hour, next = t.n, i+1
	switch {
	case t.has(fraction):
		frac := int(t.num.Mantissa % 100)
		if t.num.Exp != -2 || frac > 59 {
			return w, 0, false
		}
		w.min = frac
		after := r.class(i - 2)
		marked = r.is(i-1, "at") && (after == dayName || after == dayWord || after == partWord) && w.hour < 24 && !r.scaleAfter(next) && !r.countNoun(next)
	case r.sign(next, ':') && r.glued(next) && r.glued(next+1) && r.class(next+1) == number && r.t[next+1].end-r.t[next+1].start == 2 && r.t[next+1].n < 60:
		w.min, next, marked = r.t[next+1].n, next+2, true
		if r.sign(next, ':') && r.glued(next) && r.glued(next+1) && r.class(next+1) == number && r.t[next+1].n < 60 {
			next += 2
		}
	case t.n >= 100 && t.n <= 2359 && t.n%100 < 60 && t.has(digital):
		w.hour, w.min = t.n/100, t.n%100
	}
	return w, next, marked
}

// pastHour reads 10 past 9, ten minutes past seven o'clock.
func (r *englishReader) pastHour(i int) (w when, next int, ok bool) {
	k := r.skip(i+1, "minutes", "min")
	if !r.is(k, "past") || r.class(k+1) != number || r.t[i].n > 59 || r.t[k+1].n > 12 || r.t[k+1].has(ordinal|fraction|plural) {
		return w, 0, false
	}
	w, next = when{grain: minute, clock: true, hour: r.t[k+1].n, min: r.t[i].n}, k+2
	if r.is(next, "o") && r.sign(next+1, '\'') && r.is(next+2, "clock") {
		next += 3
	}
	if shift, after := r.ampm(next); after > 0 {
		w.hour, w.exact, next = w.hour%12+shift, true, after
	}
	return w, next, true
}

// wordMinutes is the thirty of "seven thirty pm" and "at twelve thirty"; 0 where
// two number words stand together for another reason.
func (r *englishReader) wordMinutes(i int) int {
	if r.class(i+1) != number || r.t[i].n > 12 || r.t[i].n < 1 || r.t[i].has(digital) || r.t[i+1].has(digital|ordinal|plural) || r.t[i+1].n < 10 || r.t[i+1].n > 59 {
		return 0
	}
	_, after := r.ampm(i + 2)
	if after == 0 && r.dayPart(i+2) == 0 && !r.is(i-1, "at", "around", "until", "till", "by") {
		return 0
	}
	if r.class(i+2) == unitName || r.sign(i+2, '-') || r.countNoun(i+2) {
		return 0
	}
	return r.t[i+1].n
}

// quarterHour reads half past seven, quarter past 9, quarter to three.
func (r *englishReader) quarterHour(i int) (w when, next int) {
	if !r.is(i, "half", "quarter") || !r.is(i+1, "past", "to") || r.class(i+2) != number || r.t[i+2].n > 12 || r.t[i+2].n < 1 || r.t[i+2].has(ordinal|plural|fraction) {
		return w, 0
	}
	w = when{grain: minute, clock: true, hour: r.t[i+2].n, min: 15}
	switch {
	case r.is(i, "half") && r.is(i+1, "to"):
		return w, 0
	case r.is(i, "half"):
		w.min = 30
	case r.is(i+1, "to"):
		w.hour, w.min = w.hour-1, 45
	}
	next = i + 3
	if shift, after := r.ampm(next); after > 0 {
		w.hour, w.exact, next = w.hour%12+shift, true, after
	}
	return w, next
}

// ampm reads am, p.m., a. m. behind a number: hours to add, token after it.
func (r *englishReader) ampm(i int) (shift, next int) {
	if i >= len(r.t) {
		return 0, 0
	}
	if r.sign(i, '.') && r.glued(i) && r.is(i+1, "am", "pm") && r.glued(i+1) {
		i++
	}
	first := r.text[r.t[i].start] | 32
	if first != 'a' && first != 'p' || r.class(i) != other && !r.is(i, "a", "p") {
		return 0, 0
	}
	shift = map[byte]int{'a': 0, 'p': 12}[first]
	switch {
	case r.is(i, "am", "pm"):
		next = i + 1
	case r.is(i, "a", "p") && r.sign(i+1, '.') && r.is(i+2, "m"):
		next = i + 3
	case r.is(i, "a", "p") && r.is(i+1, "m"):
		next = i + 2
	case r.is(i, "a", "p") && r.glued(i) && (r.is(i-2, "at", "by", "until") || r.is(i-4, "at", "by", "until")):
		return shift, i + 1
	default:
		return 0, 0
	}
	if r.sign(next, '.') && r.glued(next) && r.is(next-1, "m") && next+1 < len(r.t) {
		next++
	}
	return shift, next
}
