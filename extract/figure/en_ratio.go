package figure

import "github.com/smelt-ie/smelt/extract/numeral"

// ratio reads "three out of every four", "one in ten" and "two over three".
func (e *enReader) ratio() {
	r := e.r
	if has(e.text, r.num.End, " over ") {
		e.over(r.num.End + len(" over "))
		return
	}
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
	if !ok || !r.low.Less(bottom.Value) || bottom.Flags&(numeral.Ordinal|numeral.Fraction|numeral.Point) != 0 || !out && bottom.Has(numeral.Scaled) || r.flags&numeral.Point != 0 {
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

// over reads the denominator of "two over three", which nothing may follow: in
// "20 over 3 years" the word is no fraction bar.
func (e *enReader) over(at int) {
	r := e.r
	bottom, ok := numeral.English(e.text, at)
	if !ok || e.money || bottom.Flags&^(numeral.Word|numeral.Scaled) != 0 || r.flags&^(numeral.Word|numeral.Scaled) != 0 || plainYear(bottom) {
		return
	}
	if end := bottom.End; end < len(e.text) && e.text[end] != '.' && e.text[end] != '?' && e.text[end] != '\n' || end+1 < len(e.text) && isDigit(e.text[end+1]) {
		return
	}
	if v, ok := r.low.Over(bottom.Value); ok {
		r.low, r.num.End = v, bottom.End
		r.flags |= numeral.Fraction
	}
}
