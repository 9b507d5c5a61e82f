package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// enReader reads one English quantity around its numeral.
type enReader struct {
	*scanner
	r     *reading
	start int // where the quantity begins: the numeral, or the currency before it
	left  int // where its qualifier begins
	money bool
}

// read understands the numeral that is already in e.r. It returns the offset
// to go on from, 0 when the numeral means nothing.
func (e *enReader) read(n numeral.Numeral) int {
	r := e.r
	e.start = r.num.Start
	e.sign()
	if u, start := e.currencyBefore(e.start); u != nil {
		r.unit, e.start, e.money = u, start, true
		if exp, end := e.moneyScale(n.End); end > 0 {
			r.low, r.num.End = r.low.Shift(exp), end
			r.flags |= numeral.Scaled
		}
	}
	e.ratio()
	e.upper()
	e.qualifier()
	r.span = extract.Span{Start: e.start, End: r.num.End}
	r.outer = extract.Span{Start: e.left, End: r.num.End}
	dated := e.dated(r.num.Start)
	switch {
	case e.ageRule():
	case e.unitRule() && (!dated || r.class == duration):
	case dated || e.nameGuard():
		r.class = name
		return r.num.End
	case r.flags&numeral.Fraction != 0 && e.fractionRule():
	case e.countRule():
	default:
		return r.num.End
	}
	e.after()
	if r.class == quantity {
		e.changes()
		e.items()
	}
	return r.span.End
}

// sign reads a minus before the digits.
func (e *enReader) sign() {
	at := e.start
	minus := 0
	switch {
	case has(e.text, at-6, "minus "), has(e.text, at-6, "minus-"):
		minus = 6
	case has(e.text, at-4, "sub-"):
		e.r.cmp = "<"
		return
	case at > 0 && e.text[at-1] == '-':
		minus = 1
	case has(e.text, at-3, "\u2212"):
		minus = 3
	case has(e.text, at-9, "negative ") && e.text[at-1] == ' ':
		minus = 9
	case has(e.text, at-2, "- ") && (at < 4 || !isDigit(e.text[at-4]) && e.text[at-3] != ' '):
		return
	default:
		return
	}
	at -= minus
	if at > 0 && (isWord(e.text[at-1]) || e.text[at-1] == ')') && minus < 6 {
		return
	}
	e.start, e.r.num.Start = at, at
	e.r.low = e.r.low.Neg()
}

// moneyScale reads the m, b or t of an amount whose currency is known.
func (e *enReader) moneyScale(at int) (int32, int) {
	if exp, end := numeral.Scale(e.text, at); end > 0 {
		return exp, end
	}
	if at < len(e.text) && e.text[at] == ' ' {
		if exp, end := numeral.Scale(e.text, at+1); end > 0 && (end >= len(e.text) || e.text[end] != '.') {
			return exp, end
		}
	}
	return 0, 0
}

// ratio reads "three out of every four" and "one in ten".
func (e *enReader) ratio() {
	r := e.r
	at := spaceAt(e.text, r.num.End)
	out := false
	switch {
	case has(e.text, at, "out of "):
		at, out = at+len("out of "), true
	case has(e.text, at, "in every "):
		at += len("in ")
	case has(e.text, at, "in "):
		at += len("in ")
	default:
		return
	}
	for _, w := range [...]string{"every ", "each ", "the "} {
		if has(e.text, at, w) && (w != "the " || out) {
			at += len(w)
			break
		}
	}
	bottom, ok := numeral.English(e.text, at)
	if !ok || !r.low.Less(bottom.Value) || bottom.Flags&(numeral.Ordinal|numeral.Scaled|numeral.Fraction|numeral.Point) != 0 || r.flags&numeral.Point != 0 {
		return
	}
	if !out && (numeral.Number{Mantissa: 9}).Less(r.low) || (numeral.Number{Mantissa: 1_000_000}).Less(bottom.Value) {
		return
	}
	if !out && (plainYear(bottom) || bottom.Value.Less(numeral.Number{Mantissa: 2})) {
		return
	}
	if !out && e.wordClassAt(spaceAt(e.text, bottom.End))&(durationWord|monthWord) != 0 {
		return
	}
	if v, ok := r.low.Over(bottom.Value); ok {
		r.low, r.num.End = v, bottom.End
		r.flags |= numeral.Fraction | numeral.Article
	}
}

func plainYear(n numeral.Numeral) bool {
	v, ok := n.Value.Int()
	return ok && v >= 1900 && v <= 2099 && n.Flags == 0
}

// wordClassAt gives the closed classes of the word at the offset.
func (e *enReader) wordClassAt(at int) wordClass {
	return e.lex.lookup(wordAt(e.text, at).In(e.text))
}

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

func equalFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i < len(a); i++ {
		if a[i] != b[i] && (a[i]|0x20 != b[i]|0x20 || !isLetter(a[i])) {
			return false
		}
	}
	return true
}
