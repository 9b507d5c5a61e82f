package date

// numeric reads dates in digits: 2020-07-26, 2020/7/26 05:03:17, 26.07.2020,
// 07/26/2020, 20200726. Which of two numbers is the month is told by the one
// that cannot be; where both can, the month comes first and the tense field
// of the caller's confidence says so.
func (r *englishReader) numeric(i int) (w when, next int) {
	w, next = numericDate(r.t, i)
	if next == 0 {
		w, next = r.namedMonth(i)
	}
	if next == 0 {
		w, next = r.slashed(i)
	}
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

// namedMonth reads 2019-aug-1 and 2020/Sep/23.
func (r *englishReader) namedMonth(i int) (w when, next int) {
	if !r.yearNumber(i) || !r.sign(i+1, '-') && !r.sign(i+1, '/') || !r.glued(i+1) || !r.glued(i+2) ||
		r.class(i+2) != monthName || !r.dayNumber(i+4) || !r.sign(i+3, byte(r.t[i+1].n)) {
		return w, 0
	}
	return when{grain: day, year: abs(r.t[i].n), month: abs(r.t[i+2].n), day: abs(r.t[i+4].n)}, i + 5
}

// slashed reads 10/1 as a day only where the words around show that it is no
// fraction: from 10/1 to 11/7, on 5/12, Thursday 29/03.
func (r *englishReader) slashed(i int) (w when, next int) {
	if !r.dayNumber(i) || !r.sign(i+1, '/') || !r.glued(i+1) || !r.glued(i+2) || !r.dayNumber(i+2) || r.sign(i+3, '/') || r.sign(i+3, '%') {
		return w, 0
	}
	if r.t[i].end-r.t[i].start > 2 || r.t[i+2].end-r.t[i+2].start > 2 || r.glued(i) && !r.sign(i-1, '(') && !r.sign(i-1, '-') {
		return w, 0
	}
	m, d := r.t[i].n, r.t[i+2].n
	led := r.is(i-1, "on", "from", "until", "till", "next", "this", "last") || r.class(i-1) == dayName || r.sign(i-1, ',') && r.class(i-2) == dayName
	ranged := (r.is(i-1, "to") || r.sign(i-1, '-')) && (r.sign(i-3, '/') || r.sign(i-4, '/')) || r.sign(i+3, '-') && r.sign(i+5, '/')
	plain := (m > 12) != (d > 12) && !(m == 24 && d == 7) && !r.among(i-1, noShareBefores) &&
		r.class(i-1) != number && !r.is(i+3, "of") && !r.scaleAfter(i+3) && !r.sign(i-1, '$') && !r.sign(i-1, '/')
	if !led && !ranged && !plain {
		return w, 0
	}
	if m > 12 {
		m, d = d, m
	}
	if m > 12 {
		return w, 0
	}
	return when{grain: day, month: abs(m), day: abs(d), twisted: m != d && d <= 12}, i + 3
}

// numericDate reads the date alone from number and sign tokens that stand
// without space between them.
func numericDate(t []token, i int) (w when, next int) {
	a := &t[i]
	if !a.has(digital) || a.has(ordinal|plural|grouped) {
		return w, 0
	}
	if i > 0 && t[i-1].end == a.start && (t[i-1].class == other || partOfNumber(t, i)) {
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
	if _, third := part(t, i+3); b != nil && third == nil && sep != '.' && b.end-b.start == 4 &&
		b.n >= 1900 && b.n <= 2100 && a.n >= 1 && a.n <= 12 && (sep == '/' || width == 2) {
		return when{grain: month, year: abs(b.n), month: abs(a.n)}, i + 3
	}
	if b == nil || b.has(fraction) {
		return w, 0
	}
	if _, third := part(t, i+3); third == nil && sep != '.' && width == 4 && a.n >= 1900 && a.n <= 2100 && b.end-b.start == 1 && b.n >= 1 {
		return when{grain: month, year: abs(a.n), month: abs(b.n)}, i + 3
	}
	sep2, c := part(t, i+3)
	if c == nil || sep2 != sep || c.has(fraction) {
		return w, 0
	}
	w, ok := threeParts(a, b, c)
	if !ok || sep == '-' && width <= 2 && c.end-c.start == 2 && w.twisted {
		return w, 0
	}
	if sep3, more := part(t, i+5); more != nil && sep3 == sep && (sep != '-' || c.end-c.start != 4 && a.end-a.start != 4) {
		return w, 0
	}
	return w, i + 5
}

// partOfNumber reports whether a sign ties token i to a number before it.
func partOfNumber(t []token, i int) bool {
	return t[i-1].class == punct && i > 1 && t[i-2].class == number && t[i-2].end == t[i-1].start && !secondOfTwo(t, i)
}

// secondOfTwo reports whether a date in digits ends before the dash that
// token i follows: 10/1-11/2/2017, 10-1-2018-10-7-2018.
func secondOfTwo(t []token, i int) bool {
	if t[i-1].n != '-' || i < 4 {
		return false
	}
	sep, _ := part(t, i-3)
	next, _ := part(t, i+1)
	return sep != 0 && next == sep && (sep == '/' || t[i-2].end-t[i-2].start == 4 || sep != '-')
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
