package date

// numeric reads dates in digits: 2020-07-26, 2020/7/26 05:03:17, 26.07.2020,
// 07/26/2020, 20200726. Which of two numbers is the month is told by the one
// that cannot be; where both can, the month comes first and the tense field
// of the caller's confidence says so.
func (r *englishReader) numeric(i int) (w when, next int) {
	w, next = numericDate(r.t, i)
	if next == 0 {
		return w, 0
	}
	k := next
	if r.is(k, "t") || r.sign(k, ',') {
		k++
	}
	if c, j := r.clock(k); j > 0 {
		w.clock, w.hour, w.min = true, c.hour, c.min
		next = j
	}
	return w, next
}

// numericDate reads the date alone from number and sign tokens that stand
// without space between them.
func numericDate(t []token, i int) (w when, next int) {
	a := &t[i]
	if !a.has(digital) || a.has(ordinal|plural|grouped) {
		return w, 0
	}
	if i > 0 && !a.has(spaced) && t[i-1].end == a.start && (t[i-1].class == other || t[i-1].class == punct && i > 1 && t[i-2].class == number && t[i-2].end == t[i-1].start) {
		return w, 0
	}
	width := a.end - a.start
	if width == 8 && compact(a.n) {
		return when{grain: day, year: abs(a.n / 10000), month: abs(a.n / 100 % 100), day: abs(a.n % 100)}, i + 1
	}
	if a.has(fraction) {
		return w, 0
	}
	sep, b := part(t, i+1)
	if b == nil || b.has(fraction) {
		return w, 0
	}
	sep2, c := part(t, i+3)
	if c != nil && sep2 == sep && !c.has(fraction) {
		if w, ok := threeParts(a, b, c); ok {
			if _, more := part(t, i+5); more != nil && sep != '/' && sep != '.' || more != nil && more.n > 99 {
				return w, 0
			}
			return w, i + 5
		}
		return w, 0
	}
	return w, 0
}

// part is the separator and the number that stand directly after token i-1.
func part(t []token, i int) (sep int, n *token) {
	if i+1 >= len(t) || t[i].class != punct || t[i].start != t[i-1].end || t[i+1].class != number || t[i+1].start != t[i].end || !t[i+1].has(digital) {
		return 0, nil
	}
	if s := t[i].n; s == '-' || s == '/' || s == '.' {
		return s, &t[i+1]
	}
	return 0, nil
}

func compact(n int) bool {
	y, m, d := n/10000, n/100%100, n%100
	return y >= 1900 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// threeParts orders the three numbers of a date.
func threeParts(a, b, c *token) (w when, ok bool) {
	wa, wc := a.end-a.start, c.end-c.start
	y, m, d := 0, 0, 0
	switch {
	case wa == 4 && wc <= 2:
		y, m, d = a.n, b.n, c.n
	case wc == 4 && wa <= 2:
		y, m, d = c.n, a.n, b.n
	case wc == 2 && wa <= 2:
		y, m, d = century2(c.n), a.n, b.n
	default:
		return w, false
	}
	if wa < 4 && m > 12 && d <= 12 {
		m, d = d, m
	}
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return w, false
	}
	return when{grain: day, year: abs(y), month: abs(m), day: abs(d), twisted: wa < 4 && m != d && d <= 12}, true
}

// century2 puts a year of two digits between 1940 and 2039.
func century2(n int) int {
	if n < 40 {
		return 2000 + n
	}
	return 1900 + n
}
