package figure

import "github.com/smelt-ie/smelt/extract"

// maxTopic bounds, in bytes, how far back a sentence is looked for.
const maxTopic = 600

// listTopic is what a sentence with several figures is about: Homes up to $1
// million took 70 days; up to $2 million, 90 days.
func (e *enReader) listTopic() extract.Span {
	if len(e.out) == 0 {
		return extract.Span{}
	}
	from := clauseStart(e.text, e.left, maxTopic)
	for from > 0 && (e.text[from-1] == ';' || e.text[from-1] == ':') && e.left-from < maxTopic {
		from = clauseStart(e.text, from-1, maxTopic)
	}
	if e.out[len(e.out)-1].span.End < from {
		return extract.Span{}
	}
	return e.topic(from, e.left)
}

// antecedent is what a pronoun before a verb stands for, as a rule: the
// subject that its sentence begins with.
func (e *enReader) antecedent(from int, pronoun extract.Span) extract.Span {
	switch in := pronoun.In(e.text); {
	case equalFold(in, "it"), equalFold(in, "they"), equalFold(in, "he"), equalFold(in, "she"):
	default:
		return extract.Span{}
	}
	if has(e.text, pronoun.End, " has been ") { // it has been two years since
		return extract.Span{}
	}
	return e.topic(from, pronoun.Start)
}

// topic is the noun phrase that a sentence begins with, after a leading
// adverbial and its comma.
func (e *enReader) topic(from, to int) extract.Span {
	for from < to && !isLetter(e.text[from]) {
		from++
	}
	if w := wordAt(e.text, from).In(e.text); e.preposition(w) || e.boundary(w) || adverbial(w) {
		comma := afterComma(e.text, from, to)
		if comma < 0 {
			return extract.Span{}
		}
		from = comma
	}
	end := from
	for at := from; at < to; {
		w := wordAt(e.text, at)
		if w.Len() == 0 {
			break
		}
		in := w.In(e.text)
		c := e.lex.lookup(in)
		if isDigit(in[0]) && e.figureEndsAt(w.End) || end == from && e.measureEndsAt(w.End) {
			return extract.Span{}
		}
		if e.preposition(in) && end > from && !equalFold(in, "of") || c&beWord != 0 || e.verb(in) || e.boundary(in) || e.pronoun(in) ||
			c&stopWord != 0 && end > from && c&determinedWord == 0 && !e.preposition(in) {
			break
		}
		if !e.preposition(in) {
			end = w.End
		}
		at = spaceAt(e.text, w.End)
	}
	return e.core(extract.Span{Start: from, End: end})
}

// adverbial reports whether a capitalised word that opens a sentence is an
// adverb: Essentially, it.
func adverbial(w string) bool { return len(w) > 5 && w[len(w)-2:] == "ly" }

// afterComma is the offset after the first ", " of a stretch, or -1.
func afterComma(s string, from, to int) int {
	for i := from; i < to; i++ {
		if has(s, i, ", ") {
			return i + len(", ")
		}
	}
	return -1
}

// members is what a list after "including:" has members of.
func (e *enReader) members(from int) extract.Span {
	if from == 0 || e.text[from-1] != ':' {
		return extract.Span{}
	}
	w := wordBefore(e.text, from-1)
	if in := w.In(e.text); !equalFold(in, "including") && !equalFold(in, "include") && !equalFold(in, "includes") && !equalFold(in, "are") && !equalFold(in, "were") {
		return extract.Span{}
	}
	return e.nounBefore(clauseStart(e.text, w.Start, 200), e.overComma(w.Start))
}

// participle reports whether a verb group opens with -ing and so has its subject
// before another verb.
func participle(w string) bool {
	return len(w) > 5 && w[len(w)-3:] == "ing" && !isUpper(w[0])
}

// overComma goes back over a comma before the offset.
func (e *enReader) overComma(at int) int {
	for at > 0 && (e.text[at-1] == ' ' || e.text[at-1] == ',') {
		at--
	}
	return at
}

// openBracket is the offset of a bracket that is open at the figure and holds
// no verb before it, or -1.
func (e *enReader) openBracket(from int) int {
	for i := e.left - 1; i > from; i-- {
		switch e.text[i] {
		case ')':
			return -1
		case '(':
			if e.verbBefore(i, e.left) >= 0 {
				return -1
			}
			return i
		}
	}
	return -1
}

// brokenDown is the item of the count that a bracket breaks down: 22 cases (13
// in the north, 9 in the south).
func (e *enReader) brokenDown() extract.Span {
	if e.r.unit != nil {
		return extract.Span{}
	}
	bracket := e.openBracket(clauseStart(e.text, e.left, 250))
	if bracket < 0 {
		return extract.Span{}
	}
	for i := len(e.out) - 1; i >= 0 && e.out[i].span.End >= bracket-1; i-- {
		if o := &e.out[i]; o.span.End == bracket-1 && o.unit == nil {
			return o.item
		}
	}
	return extract.Span{}
}

// rowFigures figures within rowBytes bytes make a row of a table, no sentence.
const rowFigures, rowBytes = 12, 120

// row reports whether the figure stands in a row of a table, which has no
// subject to look for.
func (e *enReader) row() bool {
	n := len(e.out)
	return n >= rowFigures && e.out[n-rowFigures].span.Start > e.left-rowBytes
}

// tabled reports whether nothing but figures and marks stands between the
// offset and the figure: from $1 to $2, 90 days; $2 to $3, 80 days.
func (e *enReader) tabled(from int) bool {
	if e.left-from > 12 {
		return false
	}
	for i := from; i < e.left; i++ {
		if c := e.text[i]; c != ' ' && c != ';' && c != ',' {
			return false
		}
	}
	return true
}

// overFigure is where the noun of a count begins, for an offset within the
// count: 5,038 goals, not 038 goals.
func (e *enReader) overFigure(at int) int {
	for i := len(e.out) - 1; i >= 0 && e.out[i].span.End > at; i-- {
		if o := &e.out[i]; o.num.Start <= at && at < o.num.End && o.head.Len() > 0 {
			return o.head.Start
		}
	}
	return at
}
