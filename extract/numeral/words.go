package numeral

// maxWord is longer than every number word.
const maxWord = 16

var (
	scaleWords = map[string]int32{
		"hundred": 2, "hundreds": 2, "thousand": 3, "k": 3, "lakh": 5, "lakhs": 5, "million": 6, "millions": 6, "mln": 6, "mn": 6, "mio": 6,
		"crore": 7, "crores": 7, "billion": 9, "billions": 9, "bln": 9, "bn": 9, "bil": 9, "trillion": 12, "trillions": 12, "trn": 12, "trln": 12, "tln": 12, "tn": 12,
		"quadrillion": 15,
	}
	unitWords = map[string]int64{
		"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
		"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
		"eighteen": 18, "nineteen": 19,
	}
	tenWords = map[string]int64{
		"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
	partWords = map[string]int64{ // denominators; "second" is a time, never a half
		"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
		"sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
		"twelfth": 12, "twelfths": 12, "twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100, "thousandth": 1000, "thousandths": 1000,
	}
	ordinalWords = map[string]bool{
		"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true,
		"ninth": true, "tenth": true, "hundredth": true, "thousandth": true, "millionth": true, "eleventh": true, "twelfth": true,
	}
)

// wordReader reads number words; total holds the finished scale groups
// ("two million"), group what is below the next scale ("three hundred and five").
type wordReader struct {
	s            string
	end          int // after the last word that belongs to the numeral
	total, group Number
	lastScale    int32
	last         wordKind
	flags        Flags
	buf          [maxWord]byte
}

type wordKind uint8

const (
	noWord wordKind = iota
	unitWord
	teenWord
	tenWord
	hundredWord
	scaleWord
	digitWord
)

// words reads a numeral that begins with a letter.
func words(s string, at int) (Numeral, bool) {
	if at > 0 && (isLetter(s[at-1]) || isDigit(s[at-1])) {
		return Numeral{}, false
	}
	r := wordReader{s: s, end: at, flags: Word, lastScale: 99}
	if n, ok, done := r.begin(at); done {
		return n, ok
	}
	for r.step() {
	}
	if r.last == noWord {
		return Numeral{}, false
	}
	return r.finish()
}

// begin reads the words that only open a numeral: a, an, half. done is true
// when they are all there is, or when there is none.
func (r *wordReader) begin(at int) (n Numeral, ok, done bool) {
	w := lowerWord(r.s, at, &r.buf)
	switch string(w) {
	case "a", "an":
		next := r.skipJoint(at + len(w))
		w := lowerWord(r.s, next, &r.buf)
		_, scale := scaleWords[string(w)]
		switch {
		case scale && len(w) > 2 && w[len(w)-1] != 's': // "a k", "a mn" are no numerals
			r.flags |= Article | Scaled
			r.group, r.last, r.end = Number{1, 0}, unitWord, at+1
			return n, false, false
		case string(w) == "dozen":
			return Numeral{Value: Number{12, 0}, End: next + len(w), Flags: r.flags | Article}, true, true
		case partWords[string(w)] > 0 && w[len(w)-1] != 's':
			v, ok := Number{1, 0}.Over(Number{partWords[string(w)], 0})
			n := Numeral{Value: v, End: next + len(w), Flags: r.flags | Article | Fraction}
			r.fractionOf(&n)
			return n, ok, true
		}
		return n, false, true
	case "half":
		return r.half(at + len(w)), true, true
	}
	return n, false, false
}

// half reads what follows "half": half a million, half of.
func (r *wordReader) half(end int) Numeral {
	n := Numeral{Value: Number{5, -1}, End: end, Flags: r.flags | Fraction}
	r.fractionOf(&n)
	return n
}

// step reads one more word of the numeral.
func (r *wordReader) step() bool {
	at := r.end
	if r.last != noWord {
		if at = r.skipJoint(at); at == r.end {
			return false
		}
	}
	w := lowerWord(r.s, at, &r.buf)
	if len(w) == 0 {
		return false
	}
	if string(w) == "and" {
		return r.and(at + len(w))
	}
	kind, v := r.kind(w)
	if !r.fits(kind, v) {
		return false
	}
	return r.take(kind, v, at+len(w))
}

// kind looks a word up: its kind with its value, or its exponent for a scale.
func (r *wordReader) kind(w []byte) (wordKind, int64) {
	if len(w) < 3 {
		return noWord, 0
	}
	if v, ok := unitWords[string(w)]; ok {
		if v >= 10 {
			return teenWord, v
		}
		return unitWord, v
	}
	if v, ok := tenWords[string(w)]; ok {
		return tenWord, v
	}
	if exp, ok := scaleWords[string(w)]; ok && w[len(w)-1] != 's' {
		if exp == 2 {
			return hundredWord, 2
		}
		return scaleWord, int64(exp)
	}
	return noWord, 0
}

// fits reports whether a word of the kind can follow what was read.
func (r *wordReader) fits(k wordKind, v int64) bool {
	switch k {
	case unitWord:
		return r.last == noWord || r.last == tenWord && v > 0 || r.last == hundredWord || r.last == scaleWord
	case teenWord, tenWord:
		return r.last == noWord || r.last == hundredWord || r.last == scaleWord
	case hundredWord:
		return r.last != noWord && r.last != hundredWord && r.last != scaleWord
	case scaleWord:
		return r.last != noWord && (r.last != scaleWord || r.lastScale == 3) && int32(v) < r.lastScale || r.last == scaleWord && r.lastScale == 3
	}
	return false
}

func (r *wordReader) take(k wordKind, v int64, end int) bool {
	var ok bool
	switch k {
	case unitWord, teenWord, tenWord:
		r.group, ok = r.group.Plus(Number{v, 0})
	case hundredWord:
		r.group, ok = r.group.Shift(2), true
	case scaleWord:
		if r.last == scaleWord { // thousand million
			r.total, ok = r.total.Shift(int32(v)), true
		} else {
			r.total, ok = r.total.Plus(r.group.Shift(int32(v)))
		}
		r.group, r.lastScale = Number{}, int32(v)
	}
	if !ok {
		return false
	}
	if k == hundredWord || k == scaleWord {
		r.flags |= Scaled
	}
	r.last, r.end = k, end
	return true
}

// and reads on after "and": three hundred and five, two and a half million.
func (r *wordReader) and(at int) bool {
	if r.last == noWord {
		return false
	}
	next := r.skipJoint(at)
	w := lowerWord(r.s, next, &r.buf)
	if string(w) == "a" {
		after := r.skipJoint(next + 1)
		part := partWords[string(lowerWord(r.s, after, &r.buf))]
		if part == 0 || r.last == hundredWord {
			return false
		}
		word := lowerWord(r.s, after, &r.buf)
		v, ok := Number{1, 0}.Over(Number{part, 0})
		if !ok {
			return false
		}
		end := after + len(word)
		if exp, next := scaleAfter(r.s, end); r.last == scaleWord && next > 0 && exp < r.lastScale { // one billion and a half million
			v, end = v.Shift(exp), next
		} else if r.last == scaleWord { // two million and a half
			v = v.Shift(r.lastScale)
		}
		scaled := r.last == scaleWord
		r.group, ok = r.group.Plus(v)
		r.last, r.end = digitWord, end
		return ok && !scaled
	}
	k, v := r.kind(w)
	if r.last != hundredWord && r.last != scaleWord || k == hundredWord || k == scaleWord || !r.fits(k, v) {
		return false
	}
	return r.take(k, v, next+len(w))
}

// finish adds what may end a numeral: a denominator, decimals, a dozen; and
// tells ordinals apart.
func (r *wordReader) finish() (Numeral, bool) {
	v, ok := r.total.Plus(r.group)
	n := Numeral{Value: v, End: r.end, Flags: r.flags}
	next := r.skipJoint(r.end)
	if !ok || next == r.end {
		return n, ok
	}
	w := lowerWord(r.s, next, &r.buf)
	end := next + len(w)
	one := v == Number{1, 0}
	switch part := partWords[string(w)]; {
	case len(w) == 0:
	case string(w) == "point":
		r.point(&n, end)
	case string(w) == "dozen":
		if p, ok := v.Times(Number{12, 0}); ok {
			n.Value, n.End = p, end
		}
	case string(w) == "and":
		r.andFraction(&n, end)
	case part > 0 && v.Less(Number{100, 0}) && (one && w[len(w)-1] != 's' || !one && w[len(w)-1] == 's'):
		if q, ok := v.Over(Number{part, 0}); ok {
			n.Value, n.End, n.Flags = q, end, n.Flags|Fraction
			r.fractionOf(&n)
		}
	case ordinalWords[string(w)] && (r.last == tenWord || r.last == hundredWord || r.last == scaleWord):
		n.End, n.Flags = end, n.Flags|Ordinal
	}
	return n, true
}

// andFraction adds the fraction of "twenty and three fifths".
func (r *wordReader) andFraction(n *Numeral, at int) {
	next := r.skipJoint(at)
	if next == at || r.last == hundredWord || r.last == scaleWord {
		return
	}
	part, ok := words(r.s, next)
	if !ok || !part.Has(Fraction) || part.Has(Scaled|Article) || !part.Value.Less(Number{1, 0}) {
		return
	}
	if sum, ok := n.Value.Plus(part.Value); ok {
		n.Value, n.End, n.Flags = sum, part.End, n.Flags|Fraction
	}
}

// fractionOf scales a fraction: half a million, three quarters billion, two
// thirds of a million.
func (r *wordReader) fractionOf(n *Numeral) {
	at := n.End
	for _, joint := range [...]string{" of a", " a", " of one", ""} {
		if !hasAt(r.s, at, joint) {
			continue
		}
		if exp, end := scaleAfter(r.s, at+len(joint)); end > 0 && exp >= 3 && at+len(joint)+1 < end-2 {
			n.Value, n.End, n.Flags = n.Value.Shift(exp), end, n.Flags&^Fraction|Scaled
		}
		return
	}
}

// point reads decimals: two point five.
func (r *wordReader) point(n *Numeral, at int) {
	for {
		next := r.skipJoint(at)
		w := lowerWord(r.s, next, &r.buf)
		v, ok := unitWords[string(w)]
		if !ok || v > 9 || next == at || n.Value.Exp < -maxDigits/2 {
			break
		}
		e := min(n.Value.Exp, 0) - 1
		if n.Value, ok = n.Value.Plus(Number{v, e}); !ok {
			return
		}
		if v == 0 {
			n.Value = Number{n.Value.Mantissa * 10, n.Value.Exp - 1}
		}
		at = next + len(w)
		n.End, n.Flags = at, n.Flags|Point
	}
	if n.Has(Point) {
		scales(r.s, n)
	}
}

// skipJoint skips the one space or hyphen between number words.
func (r *wordReader) skipJoint(at int) int {
	if at < len(r.s) && (r.s[at] == ' ' || r.s[at] == '-') {
		return at + 1
	}
	return at
}

// lowerWord lower-cases the ASCII word at the offset into buf; a word longer
// than buf gives nothing.
func lowerWord(s string, at int, buf *[maxWord]byte) []byte {
	n := 0
	for ; at+n < len(s) && isLetter(s[at+n]); n++ {
		if n == maxWord {
			return nil
		}
		buf[n] = s[at+n] | 0x20
	}
	if at+n < len(s) && isDigit(s[at+n]) {
		return nil
	}
	return buf[:n]
}
