package date

// relative reads this year, last week, next Monday, last July, this morning.
func (r *englishReader) relative(i int) (w when, next int, rule string) {
	if r.is(i, "this") && r.is(i+1, "past", "coming", "last", "next") {
		return r.relative(i + 1)
	}
	n := r.t[i].n
	f := rel(n)
	if r.leaning(i) {
		f = ana(n)
	}
	j := i + 1
	if r.is(j, "fiscal", "calendar", "school", "academic", "financial", "working", "business") && r.class(j+1) == unitName {
		j++
	}
	if j >= len(r.t) {
		return w, 0, ""
	}
	t := &r.t[j]
	switch t.class {
	case unitName:
		if t.has(plural) || r.is(i, "current") && unit(t.n) != quarter {
			return w, 0, ""
		}
		if w := r.relativeUnit(i, unit(t.n), f); w.grain != none && t.entry.value == "" {
			if p, k, name := r.possessed(j+1, w); k > 0 {
				return p, k, name
			}
			w, j = r.weekdayIn(w, j+1)
			return w, j, "en/relative"
		}
	case number:
		if w, next = r.slashed(j); next > 0 && r.is(i, "this", "next", "last") {
			w.future, w.past = n > 0, n < 0
			return w, next, "en/numeric"
		}
		return w, 0, ""
	case halfWord:
		if r.is(j+1, "of") && r.is(r.skip(j+2, "the"), "year") && r.is(i, "next", "last", "coming", "following") {
			return when{grain: half, n: 2}, r.skip(j+2, "the") + 1, "en/quarter"
		}
	default:
		return r.relativeName(i, j, f)
	}
	return w, 0, ""
}

// relativeName reads what last, this and next say of a word with a place in the
// calendar: last July, next Monday, this summer, last night.
func (r *englishReader) relativeName(i, j int, f field) (w when, next int, rule string) {
	t, n := &r.t[j], f.n
	switch t.class {
	case monthName:
		if !t.has(capital) {
			return w, 0, ""
		}
		w = when{grain: month, month: abs(t.n), year: rel(0)}
		switch {
		case n < 0:
			w.year, w.past = field{}, true
		case n > 0:
			w.year, w.future = field{}, true
		}
		return w, j + 1, "en/month"
	case dayName:
		if d, k, name := r.weekday(j); k > j+1 && d.day.how == absolute && d.month.how == absolute {
			return d, k, name
		}
		w = when{grain: day, weekday: t.n, week: f}
		if r.is(i, "coming", "upcoming") {
			w.week, w.future = field{}, true
		}
		if f.how == anaphoric {
			w.week = rel(n)
		}
		return w, j + 1, "en/weekday"
	case seasonWord:
		w = when{grain: season, n: t.n, past: n < 0, future: n > 0}
		if n == 0 {
			w.year = rel(0)
		}
		return w, j + 1, "en/season"
	case partWord:
		if n < 0 && t.n != 2 {
			return w, 0, ""
		}
		return when{grain: day, day: rel(n), part: true, night: t.n == 1 || t.n == 2}, j + 1, "en/part-of-day"
	case feast:
		return when{grain: day, holiday: t.entry.feast, year: rel(n)}, j + 1, "en/holiday"
	}
	return w, 0, ""
}

// possessed reads what a year owns: this year's second quarter, last year's Christmas.
func (r *englishReader) possessed(j int, y when) (w when, next int, rule string) {
	if y.grain != year || !r.sign(j, '\'') || !r.is(j+1, "s") {
		return w, 0, ""
	}
	switch r.class(j + 2) {
	case number, feast, seasonWord, monthName:
		w, next, rule = r.calendar(j + 2)
	}
	if next == 0 || w.year.how != unsaid || w.grain == year {
		return w, 0, ""
	}
	w.year = y.year
	return w, next, rule
}

// relativeUnit is the unit that lies at the offset: the past year is a
// duration, last year a year.
func (r *englishReader) relativeUnit(i int, u unit, f field) when {
	if r.is(i, "past") && u != weekend || u < weekend || u == season {
		return when{}
	}
	return unitFrom(u, f)
}

// weekdayIn reads "next week Monday" and "next week on Tuesday".
func (r *englishReader) weekdayIn(w when, j int) (when, int) {
	k := r.skip(j, "on")
	if w.grain != week || r.class(k) != dayName || r.t[k].has(plural) {
		return w, j
	}
	return when{grain: day, week: w.week, weekday: r.t[k].n}, k + 1
}
