package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// items finds what is counted or measured, and the whole that a share is of.
func (e *enReader) items() {
	r := e.r
	if r.item.Len() > 0 {
		return
	}
	if r.head.Len() > 0 {
		r.item = r.head
		if e.kindWord() {
			if end := e.ofPhrase(r.span.End); end > 0 {
				r.item.End = end
			}
		}
		return
	}
	if e.row() {
		r.item = e.itemBefore()
		return
	}
	if r.item = e.concept(); r.item.Len() == 0 {
		r.item = e.listTopic()
	}
}

// concept is what a quantity without a noun of its own is said of: the noun
// after it (a 0.6 percent fee), the phrase after of or in, the noun before of
// (a fine of), or the subject of its clause.
func (e *enReader) concept() extract.Span {
	r := e.r
	if r.change != "" {
		if span, ok := e.changeIn(); ok {
			return span
		}
		if span := e.aside(); span.Len() > 0 {
			return span
		}
	}
	after := e.overBracket(r.span.End)
	if end := e.ofPhrase(after); end > 0 && (r.unit == nil || r.unit.Kind != "age") {
		of := e.trimDeterminer(extract.Span{Start: after + len(" of "), End: end})
		if r.unit != nil && r.unit.Kind == "ratio" {
			r.of = of
		}
		return of
	}
	if span := e.brokenDown(); span.Len() > 0 {
		return span
	}
	if span, ok := e.attributive(); ok && e.text[max(0, e.left-1)] != '+' {
		return span
	}
	if has(e.text, after, " in ") && r.unit.isMoney() {
		from := after + len(" in ")
		w := wordAt(e.text, from)
		if end := e.nounEnd(from); end > from && !isUpper(e.text[from]) && !isDigit(e.text[from]) && e.lex.lookup(w.In(e.text))&(monthWord|stopWord|mannerWord) == 0 {
			return extract.Span{Start: from, End: end}
		}
	}
	if w := wordBefore(e.text, e.left); equalFold(w.In(e.text), "of") {
		if span := e.nounBefore(clauseStart(e.text, e.left, 200), w.Start); span.Len() > 0 {
			return span
		}
	}
	if c := e.wordClassAt(spaceAt(e.text, e.r.span.End)); c&(moreWord|lessWord) != 0 { // makes the car $5,000 cheaper
		if span := e.nounBefore(clauseStart(e.text, e.left, 200), e.left); span.Len() > 0 && !e.manner(span) {
			return span
		}
	}
	if span := e.priced(); span.Len() > 0 {
		return span
	}
	if span := e.bought(after); span.Len() > 0 {
		return span
	}
	if span := e.subject(); span.Len() > 0 && !e.manner(span) {
		return span
	}
	return e.itemBefore()
}

// manner reports whether a phrase only tells how or when: exactly, previous,
// ranging.
func (e *enReader) manner(p extract.Span) bool {
	w := wordAt(e.text, p.Start)
	in := w.In(e.text)
	if w.End < p.End || isUpper(in[0]) {
		return false
	}
	n := len(in)
	return adverb(in) || n > 5 && in[n-3:] == "ing" && e.lex.lookup(in[:n-3])&plainVerb != 0 || e.lex.lookup(in)&(mannerWord|determinedWord) != 0
}

// bought is what an amount is asked or paid for: $20 for the short version.
func (e *enReader) bought(after int) extract.Span {
	if !e.r.unit.isMoney() || !has(e.text, after, " for ") {
		return extract.Span{}
	}
	from := after + len(" for ")
	w := wordAt(e.text, from).In(e.text)
	c := e.lex.lookup(w)
	if w == "" || isDigit(w[0]) || c&(durationWord|monthWord|determinerWord) != 0 || len(w) > 5 && w[len(w)-3:] == "ing" {
		return extract.Span{}
	}
	end := e.nounEnd(from)
	if end <= from {
		return extract.Span{}
	}
	return e.trimDeterminer(extract.Span{Start: from, End: end})
}

// named reports whether digits belong to a name: iPhone 14, the S&P 500.
func (e *enReader) named(digits extract.Span) bool {
	w := wordBefore(e.text, digits.Start)
	if w.Len() == 0 || e.figureEndsAt(digits.End) || e.lex.lookup(w.In(e.text))&(stopWord|monthWord) != 0 {
		return false
	}
	return isUpper(e.text[w.Start]) || w.Len() > 1 && isUpper(e.text[w.Start+1])
}

// priced is the thing that is bought or sold for an amount.
func (e *enReader) priced() extract.Span {
	w := wordBefore(e.text, e.left)
	if in := w.In(e.text); equalFold(in, "just") || equalFold(in, "only") {
		w = wordBefore(e.text, w.Start)
	}
	if !e.r.unit.isMoney() || !equalFold(w.In(e.text), "for") {
		return extract.Span{}
	}
	return e.nounBefore(clauseStart(e.text, e.left, 200), w.Start)
}

// itemBefore takes over the item of the figure before in the same sentence and
// unit: the members of a list share what they are said of.
func (e *enReader) itemBefore() extract.Span {
	if len(e.out) == 0 {
		return extract.Span{}
	}
	last := &e.out[len(e.out)-1]
	if last.unit != e.r.unit || last.head.Len() > 0 || last.span.End < clauseStart(e.text, e.left, 120) && !e.tabled(last.span.End) {
		return extract.Span{}
	}
	return last.item
}

// describes reports whether a participle stands before its plural noun: 50 foot
// building lots.
func (e *enReader) describes(w extract.Span) bool {
	next := wordAt(e.text, spaceAt(e.text, w.End)).In(e.text)
	c := e.lex.lookup(next)
	return next != "" && c&stopWord == 0 && pluralNoun(next, c)
}

// overBracket is the offset after a bracket that follows at once: 8 miles (13 km)
// of tunnels.
func (e *enReader) overBracket(at int) int {
	if at < len(e.text) && e.text[at] == ')' {
		return at + 1
	}
	if !has(e.text, at, " (") {
		return at
	}
	for i := at; i < len(e.text) && i < at+40; i++ {
		if e.text[i] == ')' {
			return i + 1
		}
	}
	return at
}

// attributive is the noun that the quantity describes: a $150,000 contract, 50
// mph winds, a $3,500 a month mortgage.
func (e *enReader) attributive() (extract.Span, bool) {
	at := e.r.span.End
	if hyphened(e.r.span.In(e.text)) {
		at = e.overBracket(at) // a 50-mile (80 km) journey
	}
	if e.r.time != "" {
		for _, joint := range [...]string{" a ", " per ", " an "} {
			if has(e.text, at, joint) {
				at = wordAt(e.text, at+len(joint)).End
			}
		}
	}
	from := spaceAt(e.text, at)
	w := wordAt(e.text, from)
	if from == at || w.Len() < 3 || !isLetter(e.text[w.Start]) {
		return extract.Span{}, false
	}
	c := e.lex.lookup(w.In(e.text))
	article := e.articleBefore(e.left) && e.r.time == ""
	if equalFold(w.In(e.text), "and") || equalFold(w.In(e.text), "or") ||
		c&(stopWord|beWord|upWord|downWord|moreWord|lessWord|monthWord|verbWord|durationWord|determinedWord|determinerWord) != 0 || !article && (verbal2(w.In(e.text)) ||
		e.verb(w.In(e.text))) && !e.describes(w) {
		return extract.Span{}, false
	}
	end := e.nounEnd(from)
	return extract.Span{Start: from, End: end}, end > from
}

// aside takes over the item of the figure before for a change told in passing:
// the rate was 5.2 percent in June, down 0.1 points.
func (e *enReader) aside() extract.Span {
	w := wordBefore(e.text, e.left)
	in := w.In(e.text)
	if !equalFold(in, "up") && !equalFold(in, "down") || !has(e.text, w.Start-2, ", ") || len(e.out) == 0 {
		return extract.Span{}
	}
	last := &e.out[len(e.out)-1]
	if last.span.End < clauseStart(e.text, e.left, 160) {
		return extract.Span{}
	}
	return last.item
}

// kindWord reports whether the head only sorts or groups: 768 kinds of exhibits.
func (e *enReader) kindWord() bool {
	w := wordBefore(e.text, e.r.span.End).In(e.text)
	return e.lex.lookup(w)&kindWord != 0
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
		if end == 0 && isDigit(e.text[w.Start]) { // of more than 20,000 such firms
			n, ok := numeral.English(e.text, w.Start)
			if head := e.headAfter(n.End); ok && head > n.End {
				return head
			}
			if !ok || !has(e.text, n.End, "% ") {
				return 0
			}
			i = n.End + len("% ") // of 30% acid
			continue
		}
		in := w.In(e.text)
		c := e.lex.lookup(in)
		det := end == 0 && c&(determinedWord|determinerWord) != 0 || equalFold(in, "the") && end == 0 || equalFold(in, "a") && end == 0 || equalFold(in, "all") && end == 0
		det = det || end == 0 && (equalFold(in, "more") || equalFold(in, "than") || equalFold(in, "over") || equalFold(in, "about") || equalFold(in, "around") ||
			equalFold(in, "nearly") || equalFold(in, "some"))
		if c&stopWord != 0 && !det && (end == 0 || possessiveEnd(wordBefore(e.text, end).In(e.text)) < 0) {
			break
		}
		if !det && !equalFold(in, "and") && !equalFold(in, "or") {
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
		if w.Len() == 0 || c&(stopWord|determinedWord) == 0 && !equalFold(w.In(e.text), "and") && !equalFold(w.In(e.text), "or") {
			return p
		}
		if w.End >= p.End {
			if c&plainVerb != 0 || c&pluralWord != 0 { // "the set": the word is a noun after all
				return p
			}
			return extract.Span{}
		}
		p.Start = spaceAt(e.text, w.End)
	}
}

// changeIn reads "an 89% increase in new cases".
func (e *enReader) changeIn() (extract.Span, bool) {
	at, change := e.r.span.End, e.r.noun
	for range 4 {
		at = spaceAt(e.text, at)
		w := wordAt(e.text, at)
		if w.Len() == 0 {
			return extract.Span{}, false
		}
		at = w.End
		if equalFold(w.In(e.text), "in") {
			if !change {
				return extract.Span{}, false // gained 2 percent in early trade
			}
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
		change = true
	}
	return extract.Span{}, false
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
		case isDigit(in[0]) && e.named(w):
			start = w.Start
		case c&(stopWord|beWord) != 0 || isDigit(in[0]) || e.figureEndsAt(w.End) || e.verb(in) && start < end && !verbal2(in):
			return e.trimDeterminer(extract.Span{Start: start, End: end})
		case start == end && e.verb(in) && !e.articleBefore(w.Start) && !has(e.text, w.End, " of"):
			return extract.Span{}
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
