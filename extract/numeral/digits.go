package numeral

// maxDigits is the longest run of significant digits that a Number holds.
const maxDigits = 18

// digits reads plain, grouped and decimal digits: 1700, 1,700, 1 700, 7.5, .5,
// 1.700,50. Of digits with several points (192.168.1.2) it reads the first.
func digits(s string, at int) (Numeral, bool) {
	r := digitReader{s: s, at: at}
	first := r.run()
	if first > 0 && first <= 3 {
		r.groups()
	}
	whole := r.n
	if !(first > 0 && first <= 3 && r.continental()) && decimalsAt(s, r.at) && !(at > 1 && s[at-1] == '.' && isDigit(s[at-2])) {
		r.decimals()
	}
	if whole == 0 && r.flags&Point == 0 || r.n > maxDigits {
		return Numeral{End: r.at}, false
	}
	return Numeral{Value: Number{r.mantissa, r.exp}, End: r.at, Flags: r.flags}, true
}

type digitReader struct {
	s        string
	at       int
	mantissa int64
	exp      int32
	n        int // significant digits read
	flags    Flags
}

// run reads digits and returns how many there were.
func (r *digitReader) run() int {
	start := r.at
	for ; r.at < len(r.s) && isDigit(r.s[r.at]); r.at++ {
		if r.n < maxDigits {
			r.mantissa = r.mantissa*10 + int64(r.s[r.at]-'0')
		}
		if r.n > 0 || r.s[r.at] != '0' || r.at+1 == len(r.s) || !isDigit(r.s[r.at+1]) {
			r.n++
		}
	}
	return r.at - start
}

// groups reads thousands: a separator and three digits, over and over, or the
// Indian style 12,34,567. All separators are the same.
func (r *digitReader) groups() {
	sep := separator(r.s, r.at)
	if sep == 0 {
		return
	}
	mark := r.s[r.at : r.at+sep]
	for r.at+sep < len(r.s) && r.s[r.at:r.at+sep] == mark && groupAt(r.s, r.at+sep, mark) {
		r.at += sep
		r.run()
		r.flags |= Grouped
	}
}

// decimals reads the mark and the digits after it.
func (r *digitReader) decimals() {
	r.at++
	r.exp = -int32(r.run())
	r.flags |= Point
}

// continental reads 1.700,50: points between the thousands and a comma before
// the decimals. Without the decimals the points are decimal points.
func (r *digitReader) continental() bool {
	at := r.at
	for hasAt(r.s, at, ".") && countDigits(r.s, at+1) == 3 {
		at += 1 + 3
	}
	if at == r.at || !hasAt(r.s, at, ",") {
		return false
	}
	if n := countDigits(r.s, at+1); n == 0 || n == 3 {
		return false
	}
	for r.at < at {
		r.at++
		r.run()
	}
	r.flags |= Grouped
	r.decimals()
	return true
}

// decimalsAt reports whether a decimal point and its digits are at the offset,
// and no further point with digits.
func decimalsAt(s string, at int) bool {
	if !hasAt(s, at, ".") {
		return false
	}
	n := countDigits(s, at+1)
	end := at + 1 + n
	return n > 0 && !(hasAt(s, end, ".") && countDigits(s, end+1) > 0)
}

// countDigits is the number of digits at the offset, at most as many as matter.
func countDigits(s string, at int) int {
	n := 0
	for at+n < len(s) && isDigit(s[at+n]) && n < 4*maxDigits {
		n++
	}
	return n
}

// separator is the length of the thousands separator at the offset, or 0.
func separator(s string, at int) int {
	switch {
	case at >= len(s):
		return 0
	case s[at] == ',' || s[at] == ' ':
		return 1
	case hasAt(s, at, "\u00a0"): // no-break space
		return len("\u00a0")
	case hasAt(s, at, "\u2009"), hasAt(s, at, "\u202f"): // thin spaces
		return len("\u2009")
	}
	return 0
}

func groupAt(s string, at int, mark string) bool {
	n := 0
	for at+n < len(s) && isDigit(s[at+n]) && n < 4 {
		n++
	}
	if n == 2 && mark == "," {
		return hasAt(s, at+n, mark) && groupAt(s, at+n+1, mark)
	}
	return n == 3
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func hasAt(s string, at int, what string) bool {
	return at >= 0 && at+len(what) <= len(s) && s[at:at+len(what)] == what
}
