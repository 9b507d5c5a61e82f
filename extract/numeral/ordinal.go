package numeral

// Ordinal words and their numbers. The last word of a denominator is one of
// them, in the plural after every numerator but one.
var (
	ordinalUnits = map[string]int64{
		"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
		"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
		"eighteenth": 18, "nineteenth": 19,
	}
	ordinalTens = map[string]int64{
		"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
	}
	ordinalScales = map[string]int32{"hundredth": 2, "thousandth": 3, "millionth": 6, "billionth": 9, "trillionth": 12}
)

// partWord is the denominator that one word says, or 0: half, thirds. "Second"
// is a time and "first" a rank, never a part.
func partWord(w []byte) int64 {
	n := len(w)
	if n > 0 && w[n-1] == 's' {
		n--
	}
	if n < 4 || w[n-1] != 'h' && w[n-1] != 'd' && w[n-1] != 'f' && w[n-1] != 'r' && w[n-1] != 'e' { // spares most words the search
		return 0
	}
	switch string(w) {
	case "half", "halves":
		return 2
	case "quarter", "quarters":
		return 4
	}
	w = w[:n]
	if v := ordinalUnits[string(w)]; v > 2 {
		return v
	}
	if v := ordinalTens[string(w)]; v > 0 {
		return v
	}
	if exp := ordinalScales[string(w)]; exp > 0 {
		v, _ := Number{1, exp}.Int()
		return v
	}
	return 0
}

// ordinalWord reports whether the word is an ordinal in the singular.
func ordinalWord(w []byte) bool {
	return ordinalUnits[string(w)] > 0 || ordinalTens[string(w)] > 0 || ordinalScales[string(w)] > 0
}

// denominator reads the denominator of one or more words at the offset: fifths,
// twenty-firsts, one hundred and fifth. plural tells its form.
func denominator(s string, at int) (v Number, end int, plural, ok bool) {
	r := wordReader{s: s, end: at, lastScale: 99}
	w := lowerWord(s, at, &r.buf)
	if part := partWord(w); part > 0 {
		return Number{part, 0}, at + len(w), w[len(w)-1] == 's', true
	}
	for range 8 {
		if r.last != noWord {
			at = r.skipJoint(r.end)
		}
		w := lowerWord(s, at, &r.buf)
		if string(w) == "and" && (r.last == hundredWord || r.last == scaleWord) {
			at = r.skipJoint(at + len(w))
			w = lowerWord(s, at, &r.buf)
		}
		if r.last != noWord && (at == r.end || len(w) == 0) {
			return Number{}, 0, false, false
		}
		if v, plural, ok := r.closes(w, at); ok {
			return v, at + len(w), plural, true
		}
		k, value := r.kind(w)
		if !r.fits(k, value) || !r.take(k, value, at+len(w)) {
			return Number{}, 0, false, false
		}
	}
	return Number{}, 0, false, false
}

// closes reads the ordinal that ends a denominator of several words.
func (r *wordReader) closes(w []byte, at int) (v Number, plural, ok bool) {
	if r.last == noWord || len(w) == 0 {
		return Number{}, false, false
	}
	if n := len(w); w[n-1] == 's' {
		w, plural = w[:n-1], true
	}
	sum, ok := r.total.Plus(r.group)
	if !ok {
		return Number{}, false, false
	}
	if exp := ordinalScales[string(w)]; exp > 0 {
		return sum.Shift(exp), plural, r.last != scaleWord
	}
	unit, kind := ordinalUnits[string(w)], unitWord
	if unit > 9 {
		kind = teenWord
	}
	if unit == 0 {
		unit, kind = ordinalTens[string(w)], tenWord
	}
	if unit == 0 || !r.fits(kind, unit) || unit == 2 && (!plural || r.s[at-1] != '-') { // twenty seconds, one thirty-second spot: a time
		return Number{}, false, false
	}
	v, ok = sum.Plus(Number{unit, 0})
	return v, plural, ok
}
