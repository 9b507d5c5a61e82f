package numeral

import "unicode/utf8"

// wide reads digits that may be full-width (１，７００．５); ASCII digits are
// read as [digits] does.
func wide(s string, at int) (Numeral, bool) {
	if isDigit(s[at]) || s[at] == '.' {
		n, ok := digits(s, at)
		if ok && n.End < len(s) { // digits go on in the other width: mixed typing
			if c, _ := utf8.DecodeRuneInString(s[n.End:]); wideDigit(c) {
				return mixed(s, at)
			}
		}
		if ok && !n.Has(Point) {
			if f, size := vulgar(s, n.End); size > 0 {
				if sum, fits := n.Value.Plus(f); fits {
					n.Value, n.End, n.Flags = sum, n.End+size, n.Flags|Fraction
				}
			}
		}
		return n, ok
	}
	return mixed(s, at)
}

func mixed(s string, at int) (Numeral, bool) {
	var buf [3 * maxDigits]byte // the same digits in ASCII
	n, end := 0, at
	points := 0
	for at < len(s) && n < len(buf) {
		c, size := utf8.DecodeRuneInString(s[at:])
		next, _ := utf8.DecodeRuneInString(s[at+size:])
		digitNext := wideDigit(next) || next < utf8.RuneSelf && isDigit(byte(next))
		switch {
		case wideDigit(c):
			buf[n] = byte(c-'０') + '0'
		case c < utf8.RuneSelf && isDigit(byte(c)):
			buf[n] = byte(c)
		case (c == '，' || c == ',') && digitNext && threeDigits(s, at+size):
			buf[n] = ','
		case (c == '．' || c == '.') && digitNext && points == 0:
			buf[n] = '.'
			points++
		default:
			at = len(s)
			continue
		}
		n++
		at += size
		end = at
	}
	v, ok := digits(string(buf[:n]), 0)
	v.End = end
	return v, ok
}

func threeDigits(s string, at int) bool {
	n := 0
	for at < len(s) {
		c, size := utf8.DecodeRuneInString(s[at:])
		if !wideDigit(c) && !(c < utf8.RuneSelf && isDigit(byte(c))) {
			break
		}
		n++
		at += size
	}
	return n == 3
}
