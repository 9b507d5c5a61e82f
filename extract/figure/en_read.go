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
	if at > 1 && minus == 1 && e.text[at-1] == ' ' && isDigit(e.text[at-2]) { // 75 -300mm: a range
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

func plainYear(n numeral.Numeral) bool {
	v, ok := n.Value.Int()
	return ok && v >= 1900 && v <= 2099 && n.Flags == 0
}

// wordClassAt gives the closed classes of the word at the offset.
func (e *enReader) wordClassAt(at int) wordClass {
	return e.lex.lookup(wordAt(e.text, at).In(e.text))
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
