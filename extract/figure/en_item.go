package figure

import "github.com/smelt-ie/smelt/extract"

// items finds what is counted or measured, and the whole that a share is of.
func (e *enReader) items() {
	r := e.r
	if r.head.Len() > 0 {
		r.item = r.head
		if e.kindWord() {
			if end := e.ofPhrase(r.span.End); end > 0 {
				r.item.End = end
			}
		}
		return
	}
	if r.unit != nil && r.unit.Kind == "ratio" {
		if end := e.ofPhrase(r.span.End); end > 0 {
			r.of = e.trimDeterminer(extract.Span{Start: spaceAt(e.text, r.span.End) + len("of "), End: end})
			r.item = r.of
			return
		}
	}
	if r.change == "" && has(e.text, r.span.End, " of ") && r.unit != nil && r.unit.Kind != "money" && r.unit.Kind != "age" {
		if end := e.ofPhrase(r.span.End); end > 0 {
			r.item = e.trimDeterminer(extract.Span{Start: spaceAt(e.text, r.span.End) + len("of "), End: end})
			return
		}
	}
	if r.change != "" {
		if span, ok := e.changeIn(); ok {
			r.item = span
			return
		}
	}
	r.item = e.subject()
}

// kindWord reports whether the head only sorts or groups: 768 kinds of exhibits.
func (e *enReader) kindWord() bool {
	w := wordBefore(e.text, e.r.span.End).In(e.text)
	for _, k := range [...]string{"kinds", "types", "sets", "groups", "pieces", "sorts", "categories", "varieties", "batches", "units", "pairs", "copies", "number", "series", "kind", "type", "piece", "set", "group", "rounds", "cases"} {
		if equalFold(w, k) {
			return true
		}
	}
	return false
}

// ofPhrase is the end of the noun phrase of " of …" at the offset, 0 if none.
func (e *enReader) ofPhrase(at int) int {
	if !has(e.text, at, " of ") {
		return 0
	}
	return e.nounEnd(at + len(" of "))
}

// nounEnd is the end of a noun phrase of any number that begins at the offset.
func (e *enReader) nounEnd(at int) int {
	end, i := 0, at
	for range 7 {
		w := wordAt(e.text, i)
		if w.Len() == 0 {
			break
		}
		in := w.In(e.text)
		c := e.lex.lookup(in)
		det := end == 0 && c&(determinedWord|determinerWord) != 0 || equalFold(in, "the") && end == 0 || equalFold(in, "a") && end == 0 || equalFold(in, "all") && end == 0
		if c&stopWord != 0 && !det {
			break
		}
		if !det {
			end = w.End
		}
		i = spaceAt(e.text, w.End)
		if i == w.End {
			break
		}
	}
	return end
}

// trimDeterminer cuts articles off the front of a phrase.
func (e *enReader) trimDeterminer(p extract.Span) extract.Span {
	for {
		w := wordAt(e.text, p.Start)
		c := e.lex.lookup(w.In(e.text))
		if w.Len() == 0 || w.End >= p.End || c&(stopWord|determinedWord) == 0 {
			return p
		}
		p.Start = spaceAt(e.text, w.End)
	}
}

// changeIn reads "an 89% increase in new cases".
func (e *enReader) changeIn() (extract.Span, bool) {
	at := e.r.span.End
	for range 4 {
		at = spaceAt(e.text, at)
		w := wordAt(e.text, at)
		if w.Len() == 0 {
			return extract.Span{}, false
		}
		at = w.End
		if equalFold(w.In(e.text), "in") {
			from := spaceAt(e.text, w.End)
			if e.lex.lookup(wordAt(e.text, from).In(e.text))&monthWord != 0 || from < len(e.text) && isDigit(e.text[from]) {
				return extract.Span{}, false
			}
			end := e.nounEnd(from)
			return e.trimDeterminer(extract.Span{Start: from, End: end}), end > from
		}
		if e.lex.lookup(w.In(e.text))&(upWord|downWord) == 0 && !equalFold(w.In(e.text), "year-on-year") {
			return extract.Span{}, false
		}
	}
	return extract.Span{}, false
}

// subject goes back to the noun phrase that the figure is said of: a fine of,
// the population exceeds, exports rose.
func (e *enReader) subject() extract.Span {
	from := clauseStart(e.text, e.left, 200)
	at := e.left
	for at > from { // over the verb and its helpers, back to a noun
		w := wordBefore(e.text, at)
		if w.Len() == 0 || w.Start < from {
			return e.commaSubject(from, at)
		}
		in := w.In(e.text)
		c := e.lex.lookup(in)
		if c&(stopWord|beWord|upWord|downWord|neutralWord) == 0 && !verbal2(in) && !equalFold(in, "total") && !e.figureEndsAt(w.End) {
			break
		}
		at = w.Start
	}
	return e.nounBefore(from, at)
}

// figureEndsAt reports whether another figure lies there.
func (e *enReader) figureEndsAt(at int) bool {
	for i := len(e.out) - 1; i >= 0 && e.out[i].span.End >= at; i-- {
		if e.out[i].span.Start < at {
			return true
		}
	}
	return false
}

// commaSubject goes over a comma or bracket to the phrase before it.
func (e *enReader) commaSubject(from, at int) extract.Span {
	for at > from && (e.text[at-1] == ' ' || e.text[at-1] == ',' || e.text[at-1] == '(' || e.text[at-1] == '$') {
		at--
	}
	for at > from {
		w := wordBefore(e.text, at)
		if w.Len() == 0 || w.Start < from {
			return extract.Span{}
		}
		c := e.lex.lookup(w.In(e.text))
		if c&(stopWord|beWord) == 0 && !isDigit(e.text[w.Start]) && !e.figureEndsAt(w.End) {
			return e.nounBefore(from, at)
		}
		at = w.Start
	}
	return extract.Span{}
}

// nounBefore is the noun phrase that ends before the offset, with its "of".
func (e *enReader) nounBefore(from, at int) extract.Span {
	end := at
	if end > 0 && e.text[end-1] == ' ' {
		end--
	}
	start, ofs := end, 0
	i := end
	for i > from {
		w := wordBefore(e.text, i)
		if w.Len() == 0 || w.Start < from {
			break
		}
		in := w.In(e.text)
		c := e.lex.lookup(in)
		switch {
		case equalFold(in, "of") && ofs < 2 && start < end:
			ofs++
		case equalFold(in, "the") && ofs > 0:
		case c&(stopWord|beWord) != 0 || isDigit(in[0]) || e.figureEndsAt(w.End):
			return e.trimDeterminer(extract.Span{Start: start, End: end})
		default:
			start = w.Start
		}
		i = w.Start
	}
	if start == end {
		return extract.Span{}
	}
	return e.trimDeterminer(extract.Span{Start: start, End: end})
}
