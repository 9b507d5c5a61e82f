package figure

import "github.com/smelt-ie/smelt/extract"

// subject is the noun phrase that the verb before the quantity is said of:
// exports to China dropped, the set will cost.
func (e *enReader) subject() extract.Span {
	from := clauseStart(e.text, e.left, 250)
	if bracket := e.openBracket(from); bracket > from {
		return e.nounBefore(from, bracket)
	}
	at := e.left
	for range 4 { // "gained 1% to close at": the verb before a figure is said of the same
		verb := e.verbBefore(from, at)
		if w := wordAt(e.text, e.left); at == e.left && e.left < e.start && e.lex.lookup(w.In(e.text))&beWord != 0 {
			verb = e.left // the qualifier is the verb: exceeded 3 billion
		}
		if verb < 0 {
			if span := e.members(from); span.Len() > 0 {
				return span
			}
			return e.nounBefore(from, e.overLinks(from))
		}
		at = e.overVerbs(from, verb)
		if w := wordAt(e.text, at).In(e.text); participle(w) {
			if equalFold(w, "ranging") {
				return e.nounBefore(from, e.overComma(at))
			}
			if main := e.verbBefore(from, at); main >= 0 {
				at = e.overVerbs(from, main)
			}
		}
		start := e.figureBefore(at)
		if start < 0 || e.verbBefore(from, start) < 0 { // a count may be the subject itself
			break
		}
		at = start
	}
	return e.subjectBefore(from, at)
}

// subjectBefore is the noun phrase before a verb group.
func (e *enReader) subjectBefore(from, at int) extract.Span {
	at = e.overInsertion(from, at)
	if span, ok := e.relative(from, at); ok {
		return span
	}
	start, end := at, at
	for at > from {
		w := wordBefore(e.text, at)
		if w.Len() == 0 || w.Start < from || e.measureEndsAt(w.End) {
			break
		}
		in := w.In(e.text)
		if e.pronoun(in) && start == end {
			return e.antecedent(from, w)
		}
		if start == end && e.preposition(in) {
			at = w.Start
			continue
		}
		if e.boundary(in) || start < end && e.finite(w) || e.lex.lookup(in)&beWord != 0 {
			break
		}
		if start == end {
			end = w.End
		}
		start, at = w.Start, w.Start
	}
	if span := e.core(extract.Span{Start: e.overFigure(start), End: end}); span.Len() > 0 {
		return span
	}
	return e.nounBefore(from, e.overLinks(from))
}

// overInsertion goes back over what stands between commas after the subject:
// the debt, excluding banks, was.
func (e *enReader) overInsertion(from, at int) int {
	end := at
	for end > from && e.text[end-1] == ' ' {
		end--
	}
	if end == from || e.text[end-1] != ',' {
		return at
	}
	for i := end - 2; i > from && i > end-120; i-- {
		if !has(e.text, i, ", ") {
			continue
		}
		w := wordAt(e.text, i+2).In(e.text)
		if e.lex.lookup(w)&insertionWord != 0 {
			return i
		}
		return at
	}
	return at
}

// figureBefore is the start of the figure that ends right before the offset,
// or -1.
func (e *enReader) figureBefore(at int) int {
	for at > 0 && (e.text[at-1] == ' ' || e.text[at-1] == ',') {
		at--
	}
	for i := len(e.out) - 1; i >= 0 && e.out[i].span.End >= at; i-- {
		if e.out[i].span.End == at {
			return e.out[i].outer.Start
		}
	}
	return -1
}

// overLinks goes back over prepositions and the like before a quantity.
func (e *enReader) overLinks(from int) int {
	at := e.left
	for at > from {
		w := wordBefore(e.text, at)
		if w.Len() == 0 {
			if c := e.text[at-1]; c == ' ' || c == ',' || c == '(' || c == '$' || c == '+' {
				at--
				continue
			}
			return at
		}
		if e.lex.lookup(w.In(e.text))&(stopWord|beWord|upWord|downWord) == 0 && !e.figureEndsAt(w.End) && !adverb(w.In(e.text)) {
			return at
		}
		at = w.Start
	}
	return at
}

// adverb reports whether a word within a sentence is an adverb.
func adverb(w string) bool { return adverbial(w) && !isUpper(w[0]) }

// verbBefore goes back from the quantity to a verb of its clause, over objects,
// commas and other figures. It returns the verb's start, or -1.
func (e *enReader) verbBefore(from, at int) int {
	commas := 0
	for at > from {
		w := wordBefore(e.text, at)
		if w.Len() == 0 || w.Start < from {
			if c := e.text[at-1]; c == ',' {
				commas++
			}
			if commas > 2 {
				return -1
			}
			at--
			for at > from && e.text[at] >= 0x80 && e.text[at] < 0xc0 {
				at--
			}
			continue
		}
		in := w.In(e.text)
		if (e.verb(in) || e.lex.lookup(in)&(beWord|upWord|downWord|neutralWord) != 0) && !e.figureEndsAt(w.End) && !e.nounUse(w) && !e.passing(from, w) {
			return w.Start
		}
		at = w.Start
	}
	return -1
}

// passing reports whether up or down tells a change in passing, without a verb
// of its own: shares did well, up 3 percent.
// What stands before the comma is then no part of a list of subjects, but ends
// a phrase of the sentence: shares were on the rise, up 3 percent.
func (e *enReader) passing(from int, w extract.Span) bool {
	in := w.In(e.text)
	if !equalFold(in, "up") && !equalFold(in, "down") || !has(e.text, w.Start-2, ", ") {
		return false
	}
	before := wordBefore(e.text, e.nounBefore(from, w.Start-2).Start)
	if e.articleBefore(before.End + 1) {
		before = wordBefore(e.text, before.Start)
	}
	return e.preposition(before.In(e.text)) && !equalFold(before.In(e.text), "of")
}

// nounUse reports whether a change word is a noun here: a rise of, the growth.
func (e *enReader) nounUse(w extract.Span) bool {
	if e.articleBefore(w.Start) {
		return true
	}
	next := wordAt(e.text, spaceAt(e.text, w.End)).In(e.text)
	return equalFold(next, "of") || equalFold(next, "in") && e.lex.lookup(w.In(e.text))&beWord == 0
}

// articleBefore reports whether an article or the like stands before the word,
// which is a noun then: the set, a record.
func (e *enReader) articleBefore(at int) bool {
	w := wordBefore(e.text, at)
	if w.End != at-1 {
		return false
	}
	in := w.In(e.text)
	return equalFold(in, "a") || equalFold(in, "an") || equalFold(in, "the") || equalFold(in, "this") || equalFold(in, "its") || equalFold(in, "their") ||
		equalFold(in, "his") || equalFold(in, "her")
}

// overVerbs goes back over a verb group: is expected to, plans to hire.
func (e *enReader) overVerbs(from, at int) int {
	if w := wordAt(e.text, at).In(e.text); equalFold(w, "up") || equalFold(w, "down") { // went down
		if v := wordBefore(e.text, at); e.verb(v.In(e.text)) {
			at = v.Start
		}
	}
	for infinitive := false; at > from; {
		w := wordBefore(e.text, at)
		if w.Len() == 0 || w.Start < from {
			return at
		}
		in := w.In(e.text)
		c := e.lex.lookup(in)
		if e.articleBefore(w.Start) {
			return at
		}
		aux := c&beWord != 0 || e.verb(in) && (infinitive || verbal2(in)) || len(in) > 4 && in[len(in)-2:] == "ly"
		aux = aux || c&auxiliaryWord != 0
		if !aux {
			return at
		}
		infinitive = equalFold(in, "to")
		at = w.Start
	}
	return at
}

// relative finds the noun before which, who or that.
func (e *enReader) relative(from, at int) (extract.Span, bool) {
	w := wordBefore(e.text, at)
	in := w.In(e.text)
	if !equalFold(in, "which") && !equalFold(in, "who") && !equalFold(in, "that") {
		return extract.Span{}, false
	}
	end := w.Start
	for end > from && (e.text[end-1] == ' ' || e.text[end-1] == ',') {
		end--
	}
	if end > from && e.text[end-1] == ')' { // the mill (closed since), which
		for end > from && e.text[end-1] != '(' {
			end--
		}
		end--
	}
	if v := wordBefore(e.text, end); e.verb(v.In(e.text)) {
		return extract.Span{}, false
	}
	span := e.nounBefore(from, end)
	return span, span.Len() > 0
}

// boundary reports whether a word closes the subject on its left.
func (e *enReader) boundary(w string) bool { return e.lex.lookup(w)&boundaryWord != 0 }

func (e *enReader) pronoun(w string) bool { return e.lex.lookup(w)&pronounWord != 0 }

// verb reports whether a word reads as a verb: a listed one in any form, or a
// past tense.
func (e *enReader) verb(w string) bool {
	if w == "" || isUpper(w[0]) {
		return false
	}
	if e.lex.lookup(w)&plainVerb != 0 {
		return true
	}
	n := len(w)
	switch {
	case n > 3 && w[n-1] == 's' && e.lex.lookup(w[:n-1])&plainVerb != 0:
		return true
	case n > 4 && w[n-2:] == "ed":
		return !hyphened(w) // medium-sized is none
	case n > 5 && w[n-3:] == "ing":
		return e.lex.lookup(w[:n-3])&plainVerb != 0 || e.lex.silent(w[:n-3])
	}
	return false
}

func hyphened(w string) bool {
	for i := 0; i < len(w); i++ {
		if w[i] == '-' {
			return true
		}
	}
	return false
}

// core cuts a subject down to its first noun phrase: without a leading
// adverbial (in europe the new model) and without what a preposition adds.
func (e *enReader) core(p extract.Span) extract.Span {
	if p.Len() <= 0 {
		return extract.Span{}
	}
	if w := wordAt(e.text, p.Start); e.preposition(w.In(e.text)) { // skip to the article after it
		for at := spaceAt(e.text, w.End); at < p.End; {
			v := wordAt(e.text, at)
			if v.Len() == 0 {
				break
			}
			if in := v.In(e.text); v.Start > w.End+1 && (equalFold(in, "the") || equalFold(in, "a") || equalFold(in, "an")) {
				p.Start = v.Start
				break
			}
			at = spaceAt(e.text, v.End)
		}
	}
	p = e.trimDeterminer(p)
	for at := p.Start; at < p.End; {
		w := wordAt(e.text, at)
		if w.Len() == 0 {
			break
		}
		if w.Start > p.Start && e.preposition(w.In(e.text)) && !equalFold(w.In(e.text), "of") {
			p.End = w.Start
			break
		}
		at = spaceAt(e.text, w.End)
		if at == w.End {
			break
		}
	}
	for p.End > p.Start && (e.text[p.End-1] == ' ' || e.text[p.End-1] == ',') {
		p.End--
	}
	for _, joint := range [...]string{" and", " or"} {
		if p.Len() > len(joint) && has(e.text, p.End-len(joint), joint) {
			p.End -= len(joint)
		}
	}
	return p
}

func (e *enReader) preposition(w string) bool { return e.lex.lookup(w)&prepositionWord != 0 }

// measureEndsAt reports whether a figure with a unit lies there; a count may be
// a part of the subject.
func (e *enReader) measureEndsAt(at int) bool {
	for i := len(e.out) - 1; i >= 0 && e.out[i].span.End >= at; i-- {
		if e.out[i].span.Start < at && (e.out[i].unit != nil || e.out[i].head.Len() == 0) {
			return true
		}
	}
	return false
}

// finite reports whether a word that may be a verb is one here: no participle
// after an article (a designated size), no noun (trade volume).
func (e *enReader) finite(w extract.Span) bool {
	in := w.In(e.text)
	if !e.verb(in) || e.articleBefore(w.Start) {
		return false
	}
	before := wordBefore(e.text, w.Start).In(e.text)
	if e.preposition(before) {
		return false // number of confirmed cases
	}
	if e.lex.lookup(in)&plainVerb == 0 {
		return true
	}
	c := e.lex.lookup(before)
	return before == "" || c&(stopWord|beWord) != 0 || e.pronoun(before) || pluralNoun(before, c)
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
