package numeral

// English reads the English numeral that begins at the byte offset. ok is
// false when none does; End then still tells how far digits that are no
// number reach, or is 0.
//
// A scale sign that may also be a unit (m, b, t) is not read: see [Scale].
func English(s string, at int) (n Numeral, ok bool) {
	if at >= len(s) {
		return Numeral{}, false
	}
	switch c := s[at]; {
	case isDigit(c) || c == '.':
		n, ok = digits(s, at)
		if !ok {
			return n, false
		}
		slashFraction(s, &n)
		exponent(s, &n)
	case isLetter(c):
		return words(s, at)
	default:
		v, size := vulgar(s, at)
		if size == 0 {
			return Numeral{}, false
		}
		n = Numeral{Value: v, End: at + size, Flags: Fraction}
	}
	if suffix := ordinalSuffix(s, n.End); suffix > 0 {
		n.End += suffix
		n.Flags |= Ordinal
		return n, true
	}
	scales(s, &n)
	n.dozens(s)
	return n, true
}

// dozens reads the dozen after digits or a half: 3 dozen, half a dozen.
func (n *Numeral) dozens(s string) {
	at := n.End
	if at >= len(s) || s[at] != ' ' {
		return
	}
	var buf [maxWord]byte
	w := lowerWord(s, at+1, &buf)
	if v, ok := n.Value.Times(dozen); ok && dozenWords[string(w)] {
		n.Value, n.End, n.Flags = v, at+1+len(w), n.Flags&^Fraction|Scaled
	}
}

// slashFraction reads what makes digits a fraction: 1/3, 3 1/2, 3½.
func slashFraction(s string, n *Numeral) {
	if n.Has(Point | Grouped) {
		return
	}
	at := n.End
	if at < len(s) && s[at] == ' ' {
		at++
	}
	if v, size := vulgar(s, at); size > 0 {
		if sum, ok := n.Value.Plus(v); ok {
			n.Value, n.End, n.Flags = sum, at+size, n.Flags|Fraction
		}
		return
	}
	if v, end, ok := slash(s, n.End, n.Value); ok {
		n.Value, n.End, n.Flags = v, end, n.Flags|Fraction
		return
	}
	if top, ok := digits(s, at); ok && at > n.End && !top.Has(Point|Grouped) {
		if v, end, ok := slash(s, top.End, top.Value); ok {
			if sum, ok := n.Value.Plus(v); ok {
				n.Value, n.End, n.Flags = sum, end, n.Flags|Fraction
			}
		}
	}
}

// slash reads the denominator after a numerator: /3. A day of the month and
// other pairs of numbers go on with a second slash.
func slash(s string, at int, top Number) (v Number, end int, ok bool) {
	next := at + 1
	if hasAt(s, at, fractionSlash) {
		next = at + len(fractionSlash)
	} else if at < len(s) && s[at] != '/' {
		return Number{}, 0, false
	}
	if next >= len(s) || !isDigit(s[next]) || s[next] == '0' {
		return Number{}, 0, false
	}
	bottom, ok := digits(s, next)
	if !ok || bottom.Has(Point|Grouped) || bottom.End < len(s) && (s[bottom.End] == '/' || isLetter(s[bottom.End])) {
		return Number{}, 0, false
	}
	if !top.Less(bottom.Value) {
		return Number{}, 0, false
	}
	v, ok = top.Over(bottom.Value)
	return v, bottom.End, ok
}

const fractionSlash = "\u2044"

// vulgar reads a fraction sign such as ½.
func vulgar(s string, at int) (Number, int) {
	for _, f := range [...]struct {
		sign string
		v    Number
	}{{"½", Number{5, -1}}, {"¼", Number{25, -2}}, {"¾", Number{75, -2}}, {"⅓", Number{333, -3}}, {"⅔", Number{667, -3}}, {"⅕", Number{2, -1}}, {"⅖", Number{4, -1}}, {"⅗", Number{6, -1}}, {"⅘", Number{8, -1}}, {"⅙", Number{167, -3}},
		{"⅚", Number{833, -3}}, {"⅛", Number{125, -3}}, {"⅜", Number{375, -3}}, {"⅝", Number{625, -3}}, {"⅞", Number{875, -3}}, {"⅒", Number{1, -1}}} {
		if hasAt(s, at, f.sign) {
			return f.v, len(f.sign)
		}
	}
	return Number{}, 0
}

// ordinalSuffix is the length of st, nd, rd or th directly after digits.
func ordinalSuffix(s string, at int) int {
	if at+2 > len(s) || at+2 < len(s) && (isLetter(s[at+2]) || isDigit(s[at+2])) {
		return 0
	}
	switch [2]byte{s[at] | 0x20, s[at+1] | 0x20} {
	case [2]byte{'s', 't'}, [2]byte{'n', 'd'}, [2]byte{'r', 'd'}, [2]byte{'t', 'h'}:
		return 2
	}
	return 0
}

// scales reads the scale words after digits: 3.5 million, 50K, 2 billion 300 million.
func scales(s string, n *Numeral) {
	last := int32(99)
	for {
		exp, end := scaleAfter(s, n.End)
		if end == 0 {
			return
		}
		n.Value, n.End = n.Value.Shift(exp), end
		n.Flags |= Scaled
		last = min(last, exp)
		for { // hundred thousand
			exp, end := scaleAfter(s, n.End)
			if end == 0 {
				break
			}
			n.Value, n.End, last = n.Value.Shift(exp), end, exp
		}
		if part, ok := andDigits(s, n.End, last); ok {
			if sum, fits := n.Value.Plus(part.Value); fits {
				n.Value, n.End = sum, part.End
			}
			return
		}
		const half = " and a half"
		if hasAt(s, n.End, half) && (n.End+len(half) == len(s) || !isLetter(s[n.End+len(half)])) {
			if sum, fits := n.Value.Plus(Number{5, last - 1}); fits { // 3 million and a half
				n.Value, n.End = sum, n.End+len(half)
			}
			return
		}
		rest := n.End
		if rest >= len(s) || s[rest] != ' ' || rest+1 >= len(s) || !isDigit(s[rest+1]) {
			return
		}
		part, ok := digits(s, rest+1)
		if !ok {
			return
		}
		exp, end = scaleAfter(s, part.End)
		sum, fits := n.Value.Plus(part.Value.Shift(exp))
		if end == 0 || exp >= last || !fits {
			return
		}
		n.Value, n.End, last = sum, end, exp
		if rest, ok := andDigits(s, n.End, last); ok {
			if sum, fits := n.Value.Plus(rest.Value); fits {
				n.Value, n.End = sum, rest.End
			}
			return
		}
	}
}

// andDigits reads the rest of "3 hundred and 21".
func andDigits(s string, at int, last int32) (Numeral, bool) {
	const and = " and "
	if last > 3 || !hasAt(s, at, and) || at+len(and) >= len(s) || !isDigit(s[at+len(and)]) {
		return Numeral{}, false
	}
	n, ok := digits(s, at+len(and))
	_, end := scaleAfter(s, n.End)
	return n, ok && end == 0 && n.Flags == 0 && n.Value.Less(Number{1, last}) && hasAt(s, at-len("hundred"), "hundred")
}

// scaleAfter reads a scale word at the offset, after a space or hyphen or none.
func scaleAfter(s string, at int) (exp int32, end int) {
	start := at
	if at < len(s) && (s[at] == ' ' || s[at] == '-') {
		at++
	} else if hasAt(s, at, "\u00a0") {
		at += len("\u00a0")
	}
	var buf [maxWord]byte
	w := lowerWord(s, at, &buf)
	if exp, ok := scaleWords[string(w)]; ok && (len(w) > 1 || at == start) { // 50K, but no 5-k
		return exp, at + len(w)
	}
	return 0, 0
}

// Scale reads a scale sign directly after digits that only the context tells
// from a unit: the m of $3m, the b of €2b. It returns the power of ten and the
// offset after the sign, or 0.
func Scale(s string, at int) (exp int32, end int) {
	if at < len(s) && (at+1 == len(s) || !isLetter(s[at+1]) && !isDigit(s[at+1])) {
		switch s[at] {
		case 'm', 'M':
			return 6, at + 1
		case 'b', 'B':
			return 9, at + 1
		case 't', 'T':
			return 12, at + 1
		}
	}
	return 0, 0
}
