package figure

import "github.com/smelt-ie/smelt/extract/numeral"

// upper reads the upper end of a range: 26 to 30, 150-200 ml, between 5 and 10.
func (e *enReader) upper() {
	r := e.r
	at, and := e.rangeJoint(r.num.End)
	var own *Unit // the unit that the lower end has for itself
	if at == 0 {
		u, end := e.unitAfter(r.num.End)
		if at, and = e.rangeJoint(end); u == nil || at == 0 {
			return
		}
		own = u
	}
	if u, end := e.currencyAt(at); u != nil {
		if !e.money || u != r.unit {
			return
		}
		at, own = end, u
	}
	high, ok := numeral.English(e.text, at)
	if !ok || high.Flags&(numeral.Ordinal|numeral.Article) != 0 || high.End < len(e.text) && e.splicedHigh(high) {
		return
	}
	if e.money {
		if exp, end := e.moneyScale(high.End); end > 0 {
			high.Value, high.End, high.Flags = high.Value.Shift(exp), end, high.Flags|numeral.Scaled
		}
	}
	if plainYear(numeral.Numeral{Value: r.low, Flags: r.flags}) && !plainYear(high) {
		return
	}
	if own != nil && (!e.money && !e.sameAfter(own, high.End) || e.sizeBefore()) {
		return
	}
	low := r.low
	if r.flags&numeral.Scaled == 0 && high.Has(numeral.Scaled) {
		low = e.scaledAlike(low, high)
	}
	if !low.Less(high.Value) || and && !e.betweenBefore() || e.fromBefore() && !and {
		return
	}
	r.low, r.high, r.isRange = low, high.Value, true
	r.flags |= high.Flags
	r.num.End = high.End
}

// splicedHigh reports whether the second numeral goes on into a longer token.
func (e *enReader) splicedHigh(high numeral.Numeral) bool {
	c := e.text[high.End]
	if c == '-' || c == '/' || c == ':' {
		return high.End+1 < len(e.text) && isDigit(e.text[high.End+1])
	}
	if !isLetter(c) {
		return false
	}
	if u, _ := e.unitTouching(high.End); u != nil {
		return false
	}
	exp, _ := numeral.Scale(e.text, high.End)
	return exp == 0
}

// scaledAlike gives the lower end the scale of the upper: 2 to 3 billion.
func (e *enReader) scaledAlike(low numeral.Number, high numeral.Numeral) numeral.Number {
	for _, exp := range []int32{12, 9, 6, 3, 2} {
		if !high.Value.Less(numeral.Number{Mantissa: 1, Exp: exp}) {
			if scaled := low.Shift(exp); scaled.Less(high.Value) {
				return scaled
			}
			return low
		}
	}
	return low
}

// rangeJoint is the offset after what joins two numerals of a range, 0 if
// nothing does; and tells "and" from the rest.
func (e *enReader) rangeJoint(at int) (end int, and bool) {
	t := e.text
	for _, j := range [...]string{"-", "–", "—", "~", " - ", " – ", " — ", " to ", " ~ ", "-to-"} {
		if has(t, at, j) {
			return at + len(j), false
		}
	}
	if has(t, at, " -") && at+2 < len(t) && isDigit(t[at+2]) { // 75 -300mm
		return at + len(" -"), false
	}
	if has(t, at, " and ") {
		return at + len(" and "), true
	}
	if has(t, at, " or ") && at+4 < len(t) {
		if n, ok := numeral.English(t, at+4); ok && e.r.flags&numeral.Word != 0 && n.Has(numeral.Word) {
			return at + len(" or "), false
		}
	}
	return 0, false
}

// sameAfter reports whether the unit follows at the offset.
func (e *enReader) sameAfter(u *Unit, at int) bool {
	v, _ := e.unitAfter(at)
	return v == u
}

// sizeBefore reports whether the words before make the number the size of a
// change, so that "to" leads to its result: rose 5 percent to 10 percent.
func (e *enReader) sizeBefore() bool {
	e.qualifier()
	w := wordBefore(e.text, e.left).In(e.text)
	if equalFold(w, "of") {
		return e.changeNoun(wordBefore(e.text, e.left).Start)
	}
	return equalFold(w, "by") || e.lex.lookup(w)&(upWord|downWord) != 0
}

func (e *enReader) betweenBefore() bool {
	w := wordBefore(e.text, e.start)
	if equalFold(w.In(e.text), "between") {
		return true
	}
	v := wordBefore(e.text, w.Start)
	return equalFold(v.In(e.text), "between") && e.lex.lookup(w.In(e.text))&bracketWord != 0
}

// fromBefore reports whether "from" opens two figures, since a change leads
// from the one to the other: rose from 5 to 10, but homes from $750,000 to $1m.
func (e *enReader) fromBefore() bool {
	w := wordBefore(e.text, e.start)
	if c := e.lex.lookup(w.In(e.text)); c&bracketWord != 0 {
		w = wordBefore(e.text, w.Start)
	}
	if !equalFold(w.In(e.text), "from") {
		return false
	}
	at := w.Start
	for range 5 {
		v := wordBefore(e.text, at)
		c := e.lex.lookup(v.In(e.text))
		if v.Len() == 0 {
			return false
		}
		if c&(upWord|downWord|neutralWord) != 0 {
			return true
		}
		at = v.Start
	}
	return false
}
