package date

import (
	"strconv"
	"strings"
)

// count is the number of units in a duration; "X" when it is not told.
type count struct {
	text string
	n    int // 0 when not whole or not told
}

// duration reads lengths of time and points counted from now: 10 years, half a
// year, the past three days, 74 years ago, six-day.
func (r *englishReader) duration(i int) found {
	direction, k := 0, i
	if r.class(k) == relWord && r.t[k].n != 0 || r.class(k) == nearWord {
		direction, k = map[bool]int{true: 1, false: -1}[r.t[k].n > 0], k+1
	}
	if r.class(k) == edgeWord || k >= len(r.t) {
		return found{}
	}
	c, u, next := r.length(k, direction)
	if next == 0 || r.aged(next) {
		return found{}
	}
	first := i
	if direction == 0 && r.class(i) == someWord && r.t[i].n == 1 {
		first = k + 1 // the span carries no article
		if r.class(first) == someWord {
			first++
		}
		if r.is(k+1, "few", "couple") {
			first = k + 1
		}
	}
	value := durationValue(c.text, u)
	if direction == 0 && c.n > 0 {
		if v, low, j := r.smaller(next, u); j > 0 {
			value, next, c.n, u = joinLengths(value, v), j, 0, low
		}
	}
	if low, high, two := strings.Cut(c.text, "/"); two {
		value = durationValue(low, u) + "/" + durationValue(high, u)
	}
	if c.text == "X" && u == decade {
		value = "PXY"
	}
	f := found{expr: expr{kind: isDuration, value: value, length: span{c.n, u, direction}, rule: "en/duration", confidence: 0.9}, start: first, next: next}
	if direction == 0 {
		r.ago(&f, c, u, i)
		r.twoPartAgo(&f, c, u)
	}
	return f
}

// length reads a count and its unit: several days, 2.5-hour, half a year, a decade.
func (r *englishReader) length(k, direction int) (c count, u unit, next int) {
	t := &r.t[k]
	switch {
	case r.is(k, "half") && r.is(k+1, "a", "an") && r.class(k+2) == unitName:
		return halfOf(unit(r.t[k+2].n), k+3)
	case t.class == halfWord && r.class(k+1) == unitName && !r.is(k+1, "century", "time") && (direction != 0 || r.among(k-1, beforeHalf)):
		return halfOf(unit(r.t[k+1].n), k+2)
	case t.class == unitName && direction != 0 && !t.has(plural):
		return r.unitAfter(count{"1", 1}, k)
	case t.class == unitName && t.has(plural) && (unit(t.n) >= day && r.is(k-1, "for", "after", "took", "taken", "spent") ||
		r.sentenceStart(k) && r.is(k+1, "of") || r.is(k+1, "ago")):
		return count{"X", 0}, unit(t.n), k + 1
	case t.class == someWord && t.n == 1:
		return r.articleUnit(k)
	case t.class == someWord:
		if r.is(k, "some") && r.class(k+1) == unitName && !r.t[k+1].has(plural) {
			return c, u, 0
		}
		c, k = count{"X", 0}, k+1
		if t.n == 2 {
			c = count{"2", 2}
			k = r.skip(k, "of")
		}
	case t.class == number && !t.has(ordinal|plural):
		c = r.number(k)
		k++
		if c.n > 0 && (r.is(k, "to", "or") || r.sign(k, '-')) && r.class(k+1) == number && r.t[k+1].n > c.n && !r.t[k+1].has(ordinal|plural|grouped) {
			low := c.text
			if c, u, next = r.length(k+1, direction); next > 0 && c.n > 0 && !strings.Contains(c.text, "/") {
				c.text = low + "/" + c.text
				return c, u, next
			}
			return c, u, 0
		}
		if m := r.skip(k+1, "a"); r.is(k, "and") && (r.is(m, "half", "quarter")) && r.class(m+1) == unitName && c.n > 0 {
			c, k = count{c.text + map[bool]string{true: ".5", false: ".25"}[r.is(m, "half")], 0}, m+1
		}
	case r.is(k, "many", "countless"):
		c, k = count{"X", 0}, k+1
	default:
		return c, u, 0
	}
	if r.sign(k, '-') && r.glued(k) {
		k++
	}
	if r.among(k, lengthAdjs) {
		k++
	}
	if r.class(k) != unitName || r.someDay(k) {
		return c, u, 0
	}
	return r.unitAfter(c, k)
}

// someDay reports whether the unit at token k ends "one day", which may be any.
func (r *englishReader) someDay(k int) bool {
	return r.is(k, "day") && r.is(k-1, "one") && !r.among(k-2, beforeLength) &&
		!r.is(k+1, "ago", "later", "earlier", "after", "before", "of", "in") && r.class(k-2) != relWord
}

// smaller reads the rest of a length: the 30 minutes of 1 hour and 30 minutes.
func (r *englishReader) smaller(k int, u unit) (value string, low unit, next int) {
	k = r.skip(k, "and")
	if r.class(k) != number || r.t[k].has(ordinal|plural|fraction|grouped) {
		return "", u, 0
	}
	c, low, next := r.length(k, 0)
	if next == 0 || low >= u || c.n == 0 || r.is(next, "ago", "later", "earlier", "before", "after", "from") {
		return "", u, 0
	}
	return durationValue(c.text, low), low, next
}

// unitAfter checks the unit of a count and passes "and a half".
func (r *englishReader) unitAfter(c count, k int) (count, unit, int) {
	u := unit(r.t[k].n)
	if r.t[k].entry.value == "double" && c.n > 0 {
		c = count{strconv.Itoa(2 * c.n), 2 * c.n}
	}
	short := r.is(k, "h", "y", "min", "sec", "s", "hr", "yr", "m")
	if short && !r.glued(k) && !r.is(k, "min", "sec", "hr", "yr") {
		return c, u, 0
	}
	k++
	if r.is(k, "and") && r.is(k+1, "a") && r.is(k+2, "half") && c.n > 0 {
		return count{c.text + ".5", 0}, u, k + 3
	}
	return c, u, k
}

func halfOf(u unit, next int) (count, unit, int) {
	switch u {
	case year:
		return count{"6", 6}, month, next
	case hour:
		return count{"30", 30}, minute, next
	case decade:
		return count{"5", 5}, year, next
	}
	return count{"0.5", 0}, u, next
}

// articleUnit reads "a decade", "a few years", "an hour". A unit that prices
// something ("50 yuan a month") is left alone.
func (r *englishReader) articleUnit(k int) (c count, u unit, next int) {
	j := k + 1
	switch {
	case r.is(j, "few", "couple"):
		return r.length(j, 0)
	case r.is(j, "half") && r.class(j+1) == unitName:
		return halfOf(unit(r.t[j+1].n), j+2)
	case r.class(j) != unitName || r.t[j].has(plural) || r.sign(j+1, '-'):
		return c, u, 0
	}
	u = unit(r.t[j].n)
	if r.sign(j+1, '/') {
		return c, u, 0
	}
	if r.is(j+1, "and") && r.is(j+2, "a") && r.is(j+3, "half") {
		return r.unitAfter(count{"1", 1}, j)
	}
	long := u == decade || u == century || r.among(k-1, beforeLength)
	if !long && !r.is(j+1, "ago", "earlier", "later", "after", "before", "from") || r.is(j, "second", "sec", "min", "h", "y") {
		return c, u, 0
	}
	return r.unitAfter(count{"1", 1}, j)
}

// number is the count that a number token tells.
func (r *englishReader) number(k int) count {
	t := &r.t[k]
	if t.has(fraction) {
		v, _ := t.num.Decimal().Float64()
		return count{strconv.FormatFloat(v, 'f', -1, 64), 0}
	}
	return count{strconv.Itoa(t.n), t.n}
}

// aged reports whether a length is an age: 10 years old, 34-year-old.
func (r *englishReader) aged(k int) bool {
	if r.sign(k, '-') {
		k++
	}
	return r.is(k, "old", "olds", "aged") || r.is(k, "of") && r.is(k+1, "age")
}

// ago turns a length into the point that it leads back or on to.
func (r *englishReader) ago(f *found, c count, u unit, i int) {
	k := f.next
	back := 0
	switch {
	case r.is(k, "ago", "back") || r.is(k, "earlier") && r.is(i-1, "from"):
		back, k = -1, k+1
	case r.is(k, "from") && r.is(k+1, "now", "today"):
		back, k = 1, k+2
	case r.is(i-1, "in") && !r.is(k, "of", "after", "since") && r.tenseAround(i, f.next) == futureTense && !r.is(i-2, "time"):
		back = 1
	default:
		r.countedFrom(f, c, u)
		return
	}
	f.next = k
	f.expr.rule = "en/ago"
	if c.n == 0 || u < day {
		f.expr.kind, f.expr.value = isVague, map[bool]string{true: past, false: future}[back < 0]
		return
	}
	f.expr.kind, f.expr.value = isPoint, ""
	f.expr.from = counted(u, back*c.n)
}

// counted is the point n units from the publication date.
func counted(u unit, n int) when {
	switch u {
	case week, weekend:
		return when{grain: day, day: rel(7 * n)}
	case month:
		return when{grain: month, month: rel(n)}
	case quarter:
		return when{grain: month, month: rel(3 * n)}
	case year:
		return when{grain: year, year: rel(n)}
	case decade:
		return when{grain: year, year: rel(10 * n)}
	case century:
		return when{grain: year, year: rel(100 * n)}
	}
	return when{grain: day, day: rel(n)}
}

// twoPartAgo reads 2 weeks and 2 days ago, 3 years and 2 months ago.
func (r *englishReader) twoPartAgo(f *found, c count, u unit) {
	k := f.next
	if c.n == 0 || !r.is(k, "and") || r.class(k+1) != number || r.class(k+2) != unitName || !r.is(k+3, "ago") {
		return
	}
	n, low := r.t[k+1].n, unit(r.t[k+2].n)
	switch {
	case u == week && low == day:
		f.expr.from = when{grain: day, day: rel(-7*c.n - n)}
	case u == year && low == month:
		f.expr.from = when{grain: month, month: rel(-12*c.n - n)}
	default:
		return
	}
	f.next, f.expr.kind, f.expr.rule, f.expr.value = k+4, isPoint, "en/ago", ""
}
