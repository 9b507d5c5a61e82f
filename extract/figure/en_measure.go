package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// unitRule reads the unit of the number: money, percent, a measure.
func (e *enReader) unitRule() bool {
	r := e.r
	if e.timesRule() || e.durationRule() {
		return true
	}
	u, end := e.unitAfter(r.num.End)
	if u != nil && e.misread(u, r.num.End, end) {
		u, end = nil, r.num.End
	}
	if u != nil && u.Name == "m" && end == r.num.End+1 { // 1.2m tons, 3m people: the m is a scale
		if v, _ := e.unitAfter(end); v != nil || e.headAfter(end) > end && e.lex.lookup(wordAt(e.text, spaceAt(e.text, end)).In(e.text))&stopWord == 0 {
			u = nil
		}
	}
	if u == nil && !e.money {
		u, end = e.scaledUnit()
	}
	if u == nil && e.money {
		u, end = r.unit, r.num.End
		e.spellOut(&end)
	}
	if u == nil {
		if e.magnitudeRule() {
			return true
		}
		return e.sharedUnit()
	}
	if e.money && (u.Kind != "money" || u.minor != 0) {
		u, end = r.unit, r.num.End
	}
	if u.Kind == "money" && e.money && u != r.unit && r.unit.Name != "USD" && u.Name == "USD" { // HK$5 dollars
		u = r.unit
	}
	r.span = extract.Span{Start: e.start, End: end}
	r.unit = e.context(u)
	e.lateScale()
	e.minor()
	e.rate()
	e.compound()
	r.rule = "en/" + unitRuleName(r.unit)
	return true
}

// scaledUnit reads the m or b of "1.2m tons": a scale, since a unit follows.
func (e *enReader) scaledUnit() (*Unit, int) {
	exp, end := numeral.Scale(e.text, e.r.num.End)
	if next := e.r.num.End + 1; exp == 0 && has(e.text, next-1, " ") && next < len(e.text) && isUpper(e.text[next]) && e.text[next] != 'T' {
		exp, end = numeral.Scale(e.text, next)
	}
	if exp == 0 {
		return nil, 0
	}
	u, after := e.unitAfter(end)
	if u == nil {
		if head := e.headAfter(end); head > end && exp < 12 {
			e.r.low, e.r.high = e.r.low.Shift(exp), e.r.high.Shift(exp)
			e.r.num.End = end
			e.r.flags |= numeral.Scaled
		}
		return nil, 0
	}
	e.r.low, e.r.high = e.r.low.Shift(exp), e.r.high.Shift(exp)
	e.r.num.End = end
	e.r.flags |= numeral.Scaled
	return u, after
}

func unitRuleName(u *Unit) string {
	switch u.Kind {
	case "money":
		return "money"
	case "ratio":
		if u.Name == "times" {
			return "times"
		}
		return "percent"
	case "age":
		return "age"
	}
	return "measure"
}

// lateScale reads the scale that stands after the currency: 75 USD million.
func (e *enReader) lateScale() {
	r := e.r
	if r.unit.Kind != "money" || r.flags&numeral.Scaled != 0 {
		return
	}
	for _, s := range [...]struct {
		word string
		exp  int32
	}{{" million", 6}, {" billion", 9}, {" trillion", 12}, {" bn", 9}, {" mln", 6}} {
		if end := r.span.End + len(s.word); has(e.text, r.span.End, s.word) && (end == len(e.text) || !isLetter(e.text[end])) {
			r.low, r.high, r.span.End = r.low.Shift(s.exp), r.high.Shift(s.exp), end
			r.flags |= numeral.Scaled
			return
		}
	}
}

// minor adds the smaller unit that goes on: 13 dollars and 45 cents, 5 feet and
// 2 inches, 15 dollars 50.
func (e *enReader) minor() {
	r := e.r
	if r.isRange || r.flags&numeral.Fraction != 0 {
		return
	}
	at := r.span.End
	for _, joint := range [...]string{" and ", ", ", " "} {
		if has(e.text, at, joint) {
			at += len(joint)
			break
		}
	}
	n, ok := numeral.English(e.text, at)
	if at == r.span.End || !ok || n.Flags&^numeral.Word != 0 || !n.Value.Less(numeral.Number{Mantissa: 100}) {
		return
	}
	u, end := e.unitAfter(n.End)
	if r.unit.Name == "lb" && u != nil && u.Name == "GBP" && u.minor != 0 { // 5 pounds 20 pence
		r.unit = e.units.names["GBP"]
	}
	if r.flags&numeral.Scaled != 0 && (u == nil || u.minor == 0) {
		return
	}
	var part numeral.Number
	switch {
	case r.unit.Kind == "money" && u != nil && u.Name == r.unit.Name && u.minor != 0:
		part = n.Value.Shift(u.minor)
	case r.unit.Name == "foot" && u != nil && u.Name == "inch" || r.unit.Name == "foot" && has(e.text, n.End, " in ") && !isLetter(e.text[at]):
		if u == nil {
			end = n.End + len(" in")
		}
		v, ok := n.Value.Over(numeral.Number{Mantissa: 12})
		if !ok {
			return
		}
		part = v
	case r.unit.Kind == "money" && u == nil && !e.money && n.End-at == 2 && (at == r.span.End+1 || has(e.text, r.span.End, " and ") && !e.betweenBefore() && !has(e.text, n.End, ",")) && isDigit(e.text[at]) && (n.End == len(e.text) || e.text[n.End] == '.' || e.text[n.End] == ','):
		part, end = n.Value.Shift(-2), n.End
	default:
		return
	}
	if sum, ok := r.low.Plus(part); ok {
		r.low, r.span.End = sum, end
	}
}

// spellOut takes in the currency's name after an amount that has its sign.
func (e *enReader) spellOut(end *int) {
	if u, after := e.unitAfter(*end); u.isMoney() && u.Name == e.r.unit.Name {
		*end = after
	}
}

// misread tells unit words that are another thing here: "won" the verb, "cup"
// the trophy, a one-letter sign that is an initial.
func (e *enReader) misread(u *Unit, at, end int) bool {
	word := wordAt(e.text, spaceAt(e.text, at)).In(e.text)
	scaled := e.r.flags&(numeral.Scaled|numeral.Grouped) != 0
	switch u.Name {
	case "KRW":
		return equalFold(word, "won") && !scaled && e.r.low.Less(numeral.Number{Mantissa: 500})
	case "INR":
		return word == "Re"
	}
	if next := wordAt(e.text, spaceAt(e.text, end)); next.Len() > 0 && spaceAt(e.text, end) > end {
		w := next.In(e.text)
		if u.Kind == "money" && (equalFold(w, "bill") || equalFold(w, "bills") || equalFold(w, "coin") || equalFold(w, "coins")) {
			return false
		}
		if end-at <= 2 && isUpper(e.text[end-1]) && isUpper(w[0]) && u.Kind != "ratio" && u.Kind != "temperature" {
			return true // an initial: 5 A Street
		}
		if (u.Name == "cup" || u.Name == "foot" || u.Name == "degree") && e.lex.lookup(w)&stopWord == 0 && w[len(w)-1] == 's' && u.Name == "cup" {
			return true
		}
	}
	return false
}

// context settles units whose word has two meanings: pounds of money or mass,
// degrees of heat or angle.
func (e *enReader) context(u *Unit) *Unit {
	if u.Name == "lb" && e.r.flags&numeral.Scaled != 0 && e.text[e.r.span.End-1] == 's' {
		return e.units.names["GBP"] // millions of pounds are money
	}
	if u.Name != "degree" {
		return u
	}
	end := e.r.span.End
	if next := spaceAt(e.text, end); has(e.text, next, "below zero") || has(e.text, next, "above zero") {
		e.r.span.End = next + len("below zero")
		if has(e.text, next, "below") {
			e.r.low = e.r.low.Neg()
			switch e.r.cmp {
			case ">":
				e.r.cmp = "<"
			case "<":
				e.r.cmp = ">"
			}
		}
		return e.units.names["celsius"]
	}
	return u
}
