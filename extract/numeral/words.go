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
		"zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
		"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
		"eighteen": 18, "nineteen": 19,
	}
	tenWords = map[string]int64{
		"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	}
	dozenWords = map[string]bool{"dozen": true, "dozens": true, "doz": true, "dozs": true}
	dozen      = Number{12, 0}
)

// wordReader reads number words; total holds the finished scale groups
// ("two million"), group what is below the next scale ("three hundred and five").
type wordReader struct {
	s            string
	end          int // after the last word that belongs to the numeral
	total, group Number
	lastScale    int32
	last         wordKind
	word         int64 // value of the last word below hundred
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
			return Numeral{Value: dozen, End: next + len(w), Flags: r.flags | Article}, true, true
		}
		if part := partWord(w); part > 0 && w[len(w)-1] != 's' {
			v, ok := Number{1, 0}.Over(Number{part, 0})
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
	apart := r.last == tenWord && hasAt(r.s, at, apartHyphen)
	switch {
	case apart:
		at += len(apartHyphen)
	case r.last != noWord:
		if at = r.skipJoint(at); at == r.end {
			return false
		}
	}
	w := lowerWord(r.s, at, &r.buf)
	if len(w) == 0 {
		return false
	}
	if string(w) == "and" && !apart {
		return r.and(at + len(w))
	}
	kind, v := r.kind(w)
	if !r.fits(kind, v) || apart && kind != unitWord {
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
		r.word = v
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
	if string(w) == "a" && r.last == hundredWord {
		return false
	}
	if done, ok := r.andPart(next); done {
		return ok
	}
	w = lowerWord(r.s, next, &r.buf)
	k, v := r.kind(w)
	if r.last != hundredWord && r.last != scaleWord || k == hundredWord || k == scaleWord || !r.fits(k, v) {
		return false
	}
	return r.take(k, v, next+len(w))
}

// apartHyphen is a hyphen that a printer set apart: ninety - five.
const apartHyphen = " - "

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
