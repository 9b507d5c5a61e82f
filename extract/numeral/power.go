package numeral

// maxPower is the largest exponent that is read.
const maxPower = 99

// powerDigits is how many significant digits a power keeps.
const powerDigits = 15

// exponent reads what raises the digits that were read: 1.2e6, 2^5, 10^-3. A
// minus before them is for the caller: -2^2 is -4.
func exponent(s string, n *Numeral) {
	if n.Has(Fraction) || n.End >= len(s) {
		return
	}
	switch {
	case s[n.End] == '^':
		if e, end, ok := signedExponent(s, n.End+1); ok {
			n.raise(e, end)
		}
	case s[n.End]|0x20 == 'e' && !n.Has(Grouped):
		if e, end, ok := signedExponent(s, n.End+1); ok {
			n.Value, n.End, n.Flags = n.Value.Shift(e), end, n.Flags|Point
		}
	}
}

// signedExponent reads a whole number with its sign and nothing glued to it.
func signedExponent(s string, at int) (e int32, end int, ok bool) {
	sign := int32(1)
	if at < len(s) && (s[at] == '+' || s[at] == '-') {
		if s[at] == '-' {
			sign = -1
		}
		at++
	}
	n, ok := digits(s, at)
	v, whole := n.Value.Int()
	if !ok || !whole || v > maxPower || n.Flags != 0 || n.End < len(s) && (isLetter(s[n.End]) || s[n.End] == '-' || s[n.End] == '^') {
		return 0, 0, false
	}
	return sign * int32(v), n.End, true
}

// raise sets the numeral to its power. A power that does not fit is left
// unread.
func (n *Numeral) raise(e int32, end int) {
	power, err := n.Value.Decimal().PowInt32(e)
	if err != nil {
		return
	}
	if !power.Coefficient().IsInt64() || power.NumDigits() > powerDigits {
		power = significant(power, powerDigits)
	}
	if v, ok := ofDecimal(power); ok {
		n.Value, n.End, n.Flags = v, end, n.Flags|Point
	}
}
