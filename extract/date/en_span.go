package date

import "strconv"

// clockSpan reads a range of clock times with the day that they belong to, on
// either side: 5 to 6pm of April 22, tomorrow from 7:00 to 8:00pm, between 3 and 8 yesterday.
func (r *englishReader) clockSpan(i int) found {
	e := expr{kind: isRange, rule: "en/range", confidence: 0.85}
	if r.class(i) == number || r.class(i) == clockWord {
		a, b, sure, next := r.clockRange(i)
		if next == 0 {
			if f := r.forFrom(i); f.next > 0 {
				return f
			}
			return r.daySpan(i, e)
		}
		k := r.zone(next)
		if p := r.dayPart(k); p > 0 {
			night := r.t[p-1].n == 1 || r.t[p-1].n == 2
			a.evening(night)
			b.evening(night)
			sure, k = true, p
		}
		if j := r.weekdays(r.skip(r.skip(k, "from"), "on")); j > 0 && sure {
			return found{expr: frequencyExpr("R/P1D"), next: j}
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
	return r.daySpan(i, e)
}

// weekdays is the token after "Monday to Sunday", which makes a clock time before it
// one of every day.
func (r *englishReader) weekdays(i int) int {
	if r.class(i) != dayName || r.class(i+2) != dayName || !r.is(i+1, "to", "through", "-") && !r.sign(i+1, '-') {
		return 0
	}
	return i + 3
}

// daySpan reads the clock times behind a day: tomorrow from 7:00 to 8:00pm.
func (r *englishReader) daySpan(i int, e expr) found {
	d, j, _ := r.moment(i)
	if j == 0 || d.grain > day || d.clock || d.holiday != nil {
		return r.clockFor(d, j)
	}
	if f := r.dayFor(d, j); f.next > 0 {
		return f
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
	e.from, e.to = onDay(d, a), onDay(d, b)
	return found{expr: e, next: next}
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
	case r.is(j, "to", "until", "till", "til", "through"), r.sign(j, '-'):
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
	if r.class(i) != number || r.t[i].has(ordinal|plural|fraction|grouped) {
		return w, 0, false
	}
	if t := &r.t[i]; r.zeroed(i) || i > 1 && r.sign(i-1, '-') && r.zeroed(i-2) && r.t[i].end-r.t[i].start == 4 {
		return when{grain: minute, clock: true, hour: t.n / 100, min: t.n % 100}, i + 1, t.n < 2400 && t.n%100 < 60
	}
	if r.t[i].n > 24 || r.t[i].n < 1 {
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

// zeroed reports whether token i is a clock time of four digits like 0730.
func (r *englishReader) zeroed(i int) bool {
	t := &r.t[i]
	return t.class == number && t.has(digital) && t.end-t.start == 4 && r.text[t.start] == '0' && t.n%100 < 60
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

// forFrom reads "2pm for 2 hours" and "2 hours from 2pm".
func (r *englishReader) forFrom(i int) found {
	if w, j, _ := r.moment(i); j > 0 && w.clock {
		return r.clockFor(w, j)
	}
	c, u, j := r.length(i, 0)
	if j == 0 || u > hour || !r.is(j, "from") {
		return found{}
	}
	w, next, _ := r.looseClock(j + 1)
	if next == 0 || r.is(next, "to", "until", "-") {
		return found{}
	}
	return lasting(w, c, u, next)
}

// clockFor reads the length behind a clock time: 2pm for 2 hours.
func (r *englishReader) clockFor(w when, j int) found {
	if j == 0 || !w.clock || !r.is(j, "for") || j+1 >= len(r.t) {
		return found{}
	}
	c, u, next := r.length(j+1, 0)
	if next == 0 || u > hour {
		return found{}
	}
	return lasting(w, c, u, next)
}

// dayFor reads "14th Feb for 7 hours from 9:30am" and "14th Feb from 9:30am for 7 hours".
func (r *englishReader) dayFor(d when, j int) found {
	f := found{}
	switch {
	case r.is(j, "for") && j+1 < len(r.t):
		f = r.forFrom(j + 1)
	case r.is(j, "from") && j+1 < len(r.t) && (r.class(j+1) == number || r.class(j+1) == clockWord):
		f = r.forFrom(j + 1)
	}
	if f.next > 0 {
		f.expr.from, f.expr.to = onDay(d, f.expr.from), onDay(d, f.expr.to)
	}
	return f
}

// lasting is the range from a clock time on for a length.
func lasting(w when, c count, u unit, next int) found {
	v, err := strconv.ParseFloat(c.text, 64)
	if err != nil || v > 24 && u == hour || u < minute {
		return found{}
	}
	total := w.hour*60 + w.min
	if u == hour {
		v *= 60
	}
	if total += int(v); total > 24*60 {
		return found{}
	}
	b := w
	b.hour, b.min = total/60, total%60
	return found{expr: expr{kind: isRange, from: w, to: b, rule: "en/range", confidence: 0.85}, next: next}
}
