package date

// edge reads early July, mid-August, the end of 2019, late last year, earlier this week.
func (r *englishReader) edge(i int) (w when, next int, rule string) {
	t := &r.t[i]
	k := i + 1
	switch {
	case t.entry.value == "year":
		return r.yearEnd(i, k)
	case t.n == 4:
		return r.earlier(k)
	case r.sign(k, '-') && r.is(k+1, "to") && r.sign(k+2, '-') && r.class(k+3) == edgeWord: // mid-to-late January
		return r.calendar(k + 3)
	case r.sign(k, '-') && r.glued(k):
		k++
	case r.is(k, "of"):
		k++
	case r.is(k, "or", "to") && r.class(k+1) == edgeWord: // early to mid-July
		return r.calendar(k + 1)
	case !r.is(i, "early", "mid", "late", "end", "middle"):
		return w, 0, ""
	}
	k = r.skip(k, "the", "my", "our")
	if r.class(k) == partWord {
		return r.partMoment(k)
	}
	w, next, rule = r.calendar(k)
	if t.n == 5 {
		return r.rest(w, k, next)
	}
	if next == 0 {
		if w, next = r.theUnit(k); next == 0 {
			return w, 0, ""
		}
	}
	if w.mod == "" {
		w.mod = [...]string{1: modStart, 2: modMid, 3: modEnd}[t.n]
	}
	if w.part && r.class(k) == relWord {
		return w, next, rule
	}
	if w.grain <= day {
		if r.is(k-1, "of", "the") || w.holiday != nil || w.weekday == 0 {
			return w, 0, ""
		}
		return w, next, rule
	}
	return w, next, "en/period"
}

// yearEnd reads year-end and year-end 2022.
func (r *englishReader) yearEnd(i, k int) (w when, next int, rule string) {
	if r.class(k) == other && !r.functionWord(k) {
		return w, 0, ""
	}
	w = when{grain: year, year: rel(0), mod: [...]string{2: modMid, 3: modEnd}[r.t[i].n]}
	if r.yearNumber(k) {
		w.year, k = abs(r.t[k].n), k+1
	}
	return w, k, "en/period"
}

// earlier reads what follows earlier and later: earlier this week, later that day.
func (r *englishReader) earlier(k int) (w when, next int, rule string) {
	if r.class(k) == thatDay {
		return r.afterDay(when{grain: day, day: ana(r.t[k].n)}, k+1, "en/anaphora")
	}
	if r.class(k) != relWord {
		return w, 0, ""
	}
	w, next, _ = r.calendar(k)
	if next == 0 || w.grain <= day {
		return w, 0, ""
	}
	return w, next, "en/period"
}

// rest reads the rest of the year: from the publication date on.
func (r *englishReader) rest(w when, k, next int) (when, int, string) {
	if next == 0 {
		w, next = r.theUnit(k)
	}
	if next == 0 || w.grain <= day || w.year.how != relative && w.month.how != relative && w.week.how != relative {
		return when{}, 0, ""
	}
	w.rest = true
	return w, next, "en/period"
}
