package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

var ageUnit = &Unit{Name: "age_year", Kind: "age", Code: "a"}

// ageRule reads ages: 39-year-old, 15 years old, aged 50 and 66, Li Ming, 58,
// said.
func (e *enReader) ageRule() bool {
	if e.money {
		return false
	}
	r := e.r
	at := r.num.End
	if r.flags&numeral.Fraction != 0 && has(e.text, at, " a ") { // half a year old
		at += len(" a")
	}
	if end, unit := e.yearsOld(at); end > 0 {
		return e.age(end, unit, 0.98)
	}
	if r.flags&(numeral.Scaled|numeral.Fraction|numeral.Point|numeral.Grouped) != 0 || (numeral.Number{Mantissa: 125}).Less(r.low) {
		return false
	}
	switch {
	case e.ageLead():
		if n := spaceAt(e.text, r.num.End); n > r.num.End {
			w := wordAt(e.text, n)
			if equalFold(w.In(e.text), "years") || equalFold(w.In(e.text), "year") {
				return e.age(w.End, ageUnit, 0.9)
			}
		}
		return e.age(r.num.End, ageUnit, 0.9)
	case e.personal():
		return e.age(r.num.End, ageUnit, 0.75)
	case e.apposition():
		return e.age(r.num.End, ageUnit, 0.8)
	}
	return false
}

func (e *enReader) age(end int, u *Unit, conf float64) bool {
	r := e.r
	r.unit, r.rule, r.conf = u, "en/age", conf
	r.span = extract.Span{Start: e.start, End: end}
	return true
}

// yearsOld reads the words of an age after its number.
func (e *enReader) yearsOld(at int) (end int, u *Unit) {
	t := e.text
	if at >= len(t) || t[at] != ' ' && t[at] != '-' {
		return 0, nil
	}
	at++
	for _, w := range [...]struct {
		word string
		unit *Unit
	}{{"years", ageUnit}, {"year", ageUnit}, {"yrs", ageUnit}, {"yr", ageUnit}, {"months", ageMonth}, {"month", ageMonth}, {"weeks", ageWeek}, {"week", ageWeek}, {"days", ageDay}, {"day", ageDay}} {
		if !has(t, at, w.word) {
			continue
		}
		next := at + len(w.word)
		if next+1 >= len(t) || t[next] != '-' && t[next] != ' ' {
			return 0, nil
		}
		for _, tail := range [...]string{"olds", "old", "of age"} {
			end := next + 1 + len(tail)
			if has(t, next+1, tail) && (end >= len(t) || !isLetter(t[end])) {
				return end, w.unit
			}
		}
		return 0, nil
	}
	return 0, nil
}

// Young ages are counted in smaller units of time.
var (
	ageMonth = &Unit{Name: "age_month", Kind: "age", Code: "mo"}
	ageWeek  = &Unit{Name: "age_week", Kind: "age", Code: "wk"}
	ageDay   = &Unit{Name: "age_day", Kind: "age", Code: "d"}
)

// ageLead reports whether the words before say that an age follows: aged, at
// the age of, between the ages of 5 and 10.
func (e *enReader) ageLead() bool {
	for _, lead := range [...]string{"age of ", "ages of "} {
		if at := e.start - len(lead); has(e.text, at, lead) && (at == 0 || !isLetter(e.text[at-1])) {
			return true
		}
	}
	w := wordBefore(e.text, e.left)
	if equalFold(w.In(e.text), "between") || equalFold(w.In(e.text), "from") || equalFold(w.In(e.text), "at") || equalFold(w.In(e.text), "is") || equalFold(w.In(e.text), "was") {
		v := wordBefore(e.text, w.Start)
		if e.lex.lookup(v.In(e.text))&ageWord != 0 {
			return true
		}
	}
	if e.lex.lookup(w.In(e.text))&ageWord != 0 {
		return w.End < len(e.text) && e.text[w.End] == ' '
	}
	if equalFold(w.In(e.text), "of") {
		v := wordBefore(e.text, w.Start)
		return equalFold(v.In(e.text), "age") || equalFold(v.In(e.text), "ages")
	}
	if equalFold(w.In(e.text), "and") || equalFold(w.In(e.text), "or") || equalFold(w.In(e.text), "to") || w.Len() == 0 && e.left > 1 && e.text[e.left-2] == ',' {
		return e.listedAge(w)
	}
	return false
}

// listedAge reports whether the number goes on a list whose last member is an
// age without words of its own: aged 50 and 66.
func (e *enReader) listedAge(joint extract.Span) bool {
	if len(e.out) == 0 || e.r.flags&numeral.Word != 0 {
		return false
	}
	last := &e.out[len(e.out)-1]
	if last.rule != "en/age" || last.span != last.num || last.conf < 0.9 {
		return false
	}
	gap := e.text[last.span.End:e.left]
	return gap == ", " || gap == " and " || gap == ", and " || gap == " or " || gap == " to " && joint.Len() > 0
}

// personal reports whether the number is what a person is: she is 35.
func (e *enReader) personal() bool {
	r := e.r
	if r.flags&numeral.Word != 0 || e.headAfter(r.num.End) > r.num.End || r.low.Less(numeral.Number{Mantissa: 10}) {
		return false
	}
	if u, _ := e.unitAfter(r.num.End); u != nil || e.wordClassAt(spaceAt(e.text, r.num.End))&durationWord != 0 {
		return false
	}
	w := wordBefore(e.text, e.left)
	in := w.In(e.text)
	if !equalFold(in, "is") && !equalFold(in, "was") && !equalFold(in, "be") && !equalFold(in, "turned") && !equalFold(in, "turns") {
		return false
	}
	v := wordBefore(e.text, w.Start)
	if s := v.In(e.text); equalFold(s, "will") || equalFold(s, "would") || equalFold(s, "just") || equalFold(s, "now") {
		v = wordBefore(e.text, v.Start)
	}
	s := v.In(e.text)
	return equalFold(s, "he") || equalFold(s, "she") || equalFold(s, "who") || equalFold(s, "i")
}

// apposition reports whether the number stands between commas after a name:
// Chen Guangming, 58, was the first.
func (e *enReader) apposition() bool {
	r := e.r
	if r.flags&numeral.Word != 0 || e.cmpWords() || !has(e.text, e.start-2, ", ") || r.low.Less(numeral.Number{Mantissa: 3}) || r.isRange {
		return false
	}
	if r.num.End >= len(e.text) || e.text[r.num.End] != ',' && e.text[r.num.End] != ')' && !has(e.text, r.num.End, " (") {
		return false
	}
	if has(e.text, r.num.End, ", ") && r.num.End+2 < len(e.text) && isDigit(e.text[r.num.End+2]) {
		return false
	}
	last := wordBefore(e.text, e.start-2)
	first := wordBefore(e.text, last.Start)
	return e.nameWord(last) && e.nameWord(first) && first.End == last.Start-1
}

func (e *enReader) cmpWords() bool { return e.left < e.start }

// nameWord reports whether the word looks like a part of a person's name.
func (e *enReader) nameWord(w extract.Span) bool {
	if w.Len() < 2 || !isUpper(e.text[w.Start]) {
		return false
	}
	word := w.In(e.text)
	if e.lex.lookup(word)&(monthWord|durationWord|labelWord) != 0 {
		return false
	}
	for i := 1; i < len(word); i++ {
		if isUpper(word[i]) && word[i-1] != '-' && word[i-1] != 'c' && word[i-1] != '\'' || isDigit(word[i]) {
			return false
		}
	}
	return true
}

// forties reads "in her 40s", the decade of a person's life.
func (s *scanner) forties(at, end, after int) {
	w := wordBefore(s.text, at)
	if in := w.In(s.text); equalFold(in, "early") || equalFold(in, "late") || equalFold(in, "mid") {
		w = wordBefore(s.text, w.Start)
	}
	switch in := w.In(s.text); {
	case equalFold(in, "his"), equalFold(in, "her"), equalFold(in, "their"), equalFold(in, "my"):
	default:
		return
	}
	n, ok := numeral.English(s.text[:end], at)
	v, fits := n.Value.Int()
	if !ok || !fits || v%10 != 0 || v < 20 || v > 90 {
		return
	}
	s.emit(reading{rule: "en/age", span: extract.Span{Start: at, End: after}, num: extract.Span{Start: at, End: end}, outer: extract.Span{Start: at, End: after},
		low: n.Value, high: numeral.Number{Mantissa: v + 9}, isRange: true, unit: ageUnit, conf: 0.8})
}
