package date

// clockSpan reads a range of clock times with the day that they belong to, on
// either side: 5 to 6pm of April 22, tomorrow from 7:00 to 8:00pm, between 3 and 8 yesterday.
func (r *englishReader) clockSpan(i int) found {
	e := expr{kind: isRange, rule: "en/range", confidence: 0.85}
	if r.class(i) == number || r.class(i) == clockWord {
		a, b, sure, next := r.clockRange(i)
		if next == 0 {
			return found{}
		}
		k := r.zone(next)
		if p := r.dayPart(k); p > 0 {
			night := r.t[p-1].n == 1 || r.t[p-1].n == 2
			a.evening(night)
			b.evening(night)
			sure, k = true, p
		}
		d, j, _ := r.calendar(r.skip(r.skip(k, "on", "of"), "the"))
		if j == 0 || d.grain != day || d.holiday != nil || !sure && !(d.day.how == relative || r.is(i-1, "from", "between")) {
			if !sure {
				return found{}
			}
			e.from, e.to = a, b
			return found{expr: e, next: k}
		}
		if r.class(j) == partWord && !r.t[j].has(plural) {
			d.night, j = r.t[j].n == 1 || r.t[j].n == 2, j+1
		}
		e.from, e.to = onDay(d, a), onDay(d, b)
		return found{expr: e, next: j}
	}
	d, j, _ := r.moment(i)
	if j == 0 || d.grain > day || d.clock || d.holiday != nil {
		return found{}
	}
	k, led := j, r.is(j, "from", "between", "at")
	if led {
		k++
	}
	a, b, sure, next := r.clockRange(k)
	if next == 0 || !sure && !led {
		return found{}
	}
	next = r.zone(next)
	tail := next
	if r.is(tail, "of") && d.weekday != 0 && (r.is(i-1, "first", "second", "third", "last") || r.class(i) == number) {
		return found{}
	}
	e.from, e.to = onDay(d, a), onDay(d, b)
	return found{expr: e, next: tail}
}

// clockRange reads two clock times; sure tells that at least one of them is
// marked as one.
func (r *englishReader) clockRange(i int) (a, b when, sure bool, next int) {
	a, j, sureA := r.looseClock(i)
	if j == 0 {
		return a, b, false, 0
	}
	if r.dayPart(j) > 0 { // 3 in the morning until 5pm
		p := r.dayPart(j)
		a.evening(r.t[p-1].n == 1 || r.t[p-1].n == 2)
		a.exact, sureA, j = true, true, p
	}
	switch {
	case r.is(j, "to", "until", "till", "through"), r.sign(j, '-'):
	case r.is(j, "and") && r.is(i-1, "between"):
	default:
		return a, b, false, 0
	}
	b, next, sureB := r.looseClock(j + 1)
	if next == 0 {
		return a, b, false, 0
	}
	switch {
	case b.exact && !a.exact && a.hour < 12 && a.hour+12 <= b.hour:
		a.hour += 12
	case a.exact && !b.exact && b.hour < 12 && b.hour <= a.hour:
		b.hour += 12
	case !a.exact && !b.exact && b.hour < a.hour && b.hour < 12 && a.hour < 12:
		b.hour += 12
	}
	return a, b, sureA || sureB, next
}

// looseClock reads a clock time, or a bare number that can be an hour.
func (r *englishReader) looseClock(i int) (w when, next int, sure bool) {
	if w, next = r.clock(i); next > 0 {
		return w, next, true
	}
	if r.class(i) != number || r.t[i].has(ordinal|plural|fraction|grouped) || r.t[i].n > 24 || r.t[i].n < 1 {
		return w, 0, false
	}
	w = when{grain: minute, clock: true, hour: r.t[i].n}
	next = i + 1
	if r.class(next) == number && !r.t[next].has(digital|ordinal) && !r.t[i].has(digital) && r.t[next].n >= 10 && r.t[next].n < 60 {
		w.min, next = r.t[next].n, next+1 // three thirty
		return w, next, true
	}
	return w, next, false
}

// evening moves an hour before noon into the afternoon.
func (w *when) evening(night bool) {
	if night && w.hour < 12 && !w.exact {
		w.hour += 12
	}
}

// onDay is the clock time on the day.
func onDay(d, c when) when {
	if d.night {
		c.evening(true)
	}
	d.clock, d.hour, d.min = true, c.hour, c.min
	return d
}

// weekOf reads the week beginning February 4, which runs from that day.
func (r *englishReader) weekOf(i int) (w when, next int) {
	k := i + 1
	if r.is(i, "week") && r.is(k, "beginning", "starting", "commencing", "of") {
		k++
	} else {
		return w, 0
	}
	of := r.is(k-1, "of")
	k = r.skip(r.skip(k, "on"), "the")
	d, j, _ := r.calendar(k)
	if j == 0 || d.grain != day || d.day.how != absolute || d.month.how != absolute || of && d.weekday != 0 {
		return w, 0
	}
	d.weekFrom = true
	return d, j
}

// counted reads the day that a length is counted from: two days before
// yesterday, 2 weeks from January 15, 3 days starting from next Monday.
func (r *englishReader) countedFrom(f *found, c count, u unit) {
	k := f.next
	sign := 1
	starting := false
	switch {
	case r.is(k, "before"):
		sign = -1
	case r.is(k, "after", "from"):
	case r.is(k, "starting", "beginning"):
		starting = true
		k = r.skip(k, "starting", "beginning")
		k = r.skip(k, "from", "on") - 1
	default:
		return
	}
	d, j, _ := r.moment(r.skip(k+1, "the"))
	if j == 0 || d.grain > day || c.n == 0 || u < day || u == season || d.clock && !starting || r.is(j, "to", "until", "through") || r.sign(j, '-') {
		return
	}
	f.next, f.expr.rule, f.expr.value = j, "en/ago", ""
	f.expr.kind, f.expr.from = isPoint, d
	if starting {
		f.expr.kind, f.expr.to, f.expr.rule = isRange, d, "en/range"
		f.expr.to.plus, f.expr.to.plusUnit = c.n, u
		if !d.clock {
			f.expr.to.less = 1
		}
		return
	}
	f.expr.from.plus, f.expr.from.plusUnit = sign*c.n, u
}
