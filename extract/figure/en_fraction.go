package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// fractionRule reads shares: two thirds of, half the, 1/3, three out of four.
func (e *enReader) fractionRule() bool {
	r := e.r
	end := r.num.End
	before := wordBefore(e.text, e.start).In(e.text)
	next := wordAt(e.text, spaceAt(e.text, end)).In(e.text)
	tight := end < len(e.text) && e.text[end] == '-'
	if !r.low.Less(one) { // 3½ cups, 3 1/2 points: a count
		return false
	}
	word := r.num.In(e.text)
	switch {
	case equalFold(word, "half"):
		if tight || !e.halfStands(before, next) {
			r.class = name
			return true
		}
		if equalFold(next, "a") || equalFold(next, "an") {
			at := spaceAt(e.text, end) + len(next)
			if u, after := e.unitAfter(at); u != nil && u.Kind != "ratio" { // half a mile
				r.unit, r.rule, r.span.End = u, "en/"+unitRuleName(u), after
				return true
			}
			if w := wordAt(e.text, spaceAt(e.text, at)); w.Len() > 0 && e.lex.lookup(w.In(e.text))&stopWord == 0 {
				if e.lex.lookup(w.In(e.text))&durationWord != 0 {
					r.class, r.time = duration, w.In(e.text)
					r.rule = "en/duration"
					return true
				}
				end = w.End
			}
		}
	case r.flags&numeral.Article != 0 && r.flags&numeral.Word != 0 && e.text[r.num.Start]|0x20 == 'a':
		if tight || !equalFold(next, "of") && !moreThan(next) && e.left == e.start && !e.sizedBy(before, next) {
			r.class = name
			return true
		}
	case tight:
		r.class = name
		return true
	}
	r.rule, r.span.End, r.conf = "en/fraction", end, 0.85
	r.unit = fractionUnit
	return true
}

var fractionUnit = &Unit{Name: "fraction", Kind: "ratio", Code: "1"}

func moreThan(w string) bool {
	return equalFold(w, "more") || equalFold(w, "less") || equalFold(w, "higher") || equalFold(w, "lower") || equalFold(w, "larger") || equalFold(w, "as")
}

// sizedBy reports whether a fraction is the size of a change and no noun
// follows: fell by a quarter, but by a third party.
func (e *enReader) sizedBy(before, next string) bool {
	if !equalFold(before, "by") || next != "" && e.lex.lookup(next)&(stopWord|durationWord) == 0 {
		return false
	}
	return e.changeBefore() != ""
}

// halfStands tells half of something from the first half, half past and
// halves of a match or year.
func (e *enReader) halfStands(before, next string) bool {
	switch {
	case equalFold(before, "first"), equalFold(before, "second"), equalFold(before, "latter"), equalFold(before, "other"), equalFold(before, "last"),
		equalFold(before, "next"), equalFold(before, "better"), equalFold(before, "this"), equalFold(before, "each"), equalFold(before, "one"), equalFold(before, "former"):
		return false
	case equalFold(next, "past"), equalFold(next, "time"), equalFold(next, "way"), equalFold(next, "brother"), equalFold(next, "sister"), equalFold(next, "marathon"), equalFold(next, "year"):
		return false
	case equalFold(before, "the") && !equalFold(next, "of"):
		return false
	}
	return equalFold(next, "of") || equalFold(next, "the") || equalFold(next, "a") || equalFold(next, "an") || equalFold(next, "its") || equalFold(next, "their") ||
		equalFold(next, "our") || equalFold(next, "all") || equalFold(next, "his") || equalFold(next, "that") || equalFold(next, "those") || equalFold(next, "these") ||
		e.left < e.start || equalFold(before, "by")
}

// vagueWords reads quantities without a number: hundreds of, dozens of, tens
// of thousands of. They have no value.
func (s *scanner) vagueWords(at int) int {
	var end int
	exp := int32(0)
	for range 3 {
		w := wordAt(s.text, at+end)
		e, ok := vagueScale(w.In(s.text))
		if !ok {
			break
		}
		end = w.End - at
		exp += e
		if !has(s.text, at+end, " of ") {
			break
		}
		end += len(" of ")
	}
	if end == 0 || !has(s.text, at+end-len(" of "), " of ") {
		return at
	}
	end -= len(" of ")
	r := reading{rule: "en/count", flags: numeral.Vague | numeral.Word, low: numeral.Number{Mantissa: 1, Exp: exp}, conf: 0.6,
		num: extract.Span{Start: at, End: at + end}}
	r.span, r.outer = r.num, r.num
	if s.dated(at) {
		return at + end
	}
	e := enReader{scanner: s, r: &r, start: at, left: at}
	from := at + end + len(" of")
	if u, after := s.unitAfter(from); u != nil {
		r.unit, r.span.End, r.rule = u, after, "en/"+unitRuleName(u)
	} else if head := e.headAfter(from); head > from {
		r.span.End = head
		r.head = extract.Span{Start: spaceAt(s.text, from), End: head}
	} else {
		return at + end
	}
	if e.lex.lookup(wordBefore(s.text, r.span.End).In(s.text))&durationWord != 0 {
		return r.span.End
	}
	e.qualifier()
	s.emit(r)
	return r.span.End
}

func vagueScale(w string) (int32, bool) {
	switch {
	case equalFold(w, "dozens"), equalFold(w, "tens"), equalFold(w, "scores"):
		return 1, true
	case equalFold(w, "hundreds"):
		return 2, true
	case equalFold(w, "thousands"):
		return 3, true
	case equalFold(w, "millions"):
		return 6, true
	case equalFold(w, "billions"):
		return 9, true
	case equalFold(w, "trillions"):
		return 12, true
	}
	return 0, false
}
