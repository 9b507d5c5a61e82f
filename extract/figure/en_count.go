package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

var one = numeral.Number{Mantissa: 1}

// countRule reads a count with the noun phrase that it counts.
func (e *enReader) countRule() bool {
	r := e.r
	r.rule = "en/count"
	if r.low.Mantissa < 0 && e.left == e.start { // COVID -19: what is counted is not negative
		r.class = name
		return true
	}
	if r.low == one && r.flags&numeral.Word != 0 && !r.isRange {
		return e.oneRule()
	}
	if r.num.End < len(e.text) && e.text[r.num.End] == '-' {
		return e.hyphenRule()
	}
	if end := e.ofThe(); end > 0 {
		r.span.End = end
		r.head = e.trimDeterminer(extract.Span{Start: spaceAt(e.text, r.num.End) + len("of "), End: end})
		r.conf = 0.8
		return true
	}
	end := e.headAfter(r.num.End)
	if end > r.num.End {
		r.span.End = end
		r.head = extract.Span{Start: spaceAt(e.text, r.num.End), End: end}
		e.rate()
		return true
	}
	if w := wordAt(e.text, spaceAt(e.text, r.num.End)); w.Start > r.num.End && e.lex.lookup(w.In(e.text))&hyphenCount != 0 { // a 3 cylinder engine
		r.span.End, r.head, r.conf = w.End, w, 0.7
		return true
	}
	return e.bareCount()
}

// bareCount decides on a number with no noun after it.
func (e *enReader) bareCount() bool {
	r := e.r
	r.conf = 0.6
	if r.flags&numeral.Word == 0 || r.flags&numeral.Scaled != 0 {
		if r.low.IsZero() && r.flags&numeral.Point == 0 && e.left == e.start {
			r.class = bare
		}
		if e.loneLine() {
			r.class = name
		}
		return true
	}
	w := wordBefore(e.text, e.left).In(e.text)
	if e.lex.lookup(w)&determinedWord != 0 || r.low.IsZero() {
		r.class = bare // "the two", "all three": pronouns
		return true
	}
	next := wordAt(e.text, spaceAt(e.text, r.num.End)).In(e.text)
	if next != "" && e.lex.lookup(next)&stopWord == 0 && !isUpper(next[0]) {
		r.class = bare // counts something that could not be read
	}
	return true
}

// loneLine reports whether the number is alone on its line, or opens a list
// item there: a page number, "3. Support for ...".
func (e *enReader) loneLine() bool {
	at, end := e.start, e.r.num.End
	if at > 0 && e.text[at-1] != '\n' && e.text[at-1] != '(' {
		return false
	}
	if end >= len(e.text) || e.text[end] == '\n' || e.text[end] == '.' || e.text[end] == ')' || e.text[end] == ',' {
		return true
	}
	next := spaceAt(e.text, end)
	return at == 0 && next < len(e.text) && isUpper(e.text[next])
}

// oneRule reads "one": a count before a noun, and else a pronoun.
func (e *enReader) oneRule() bool {
	r := e.r
	end := r.num.End
	w := wordBefore(e.text, e.left).In(e.text)
	next := wordAt(e.text, spaceAt(e.text, end))
	word := next.In(e.text)
	r.class = determiner
	r.conf = 0.5
	if end < len(e.text) && e.text[end] == '-' {
		r.class = name
		return true
	}
	if e.lex.lookup(w)&determinerWord != 0 || next.Len() == 0 || spaceAt(e.text, end) == end {
		return true
	}
	if equalFold(word, "of") {
		if head := e.ofHead(next.End); head > 0 {
			r.head = e.trimDeterminer(extract.Span{Start: spaceAt(e.text, next.End), End: head})
		}
		return true
	}
	if head := e.singular(end); head > end {
		r.class, r.span.End = quantity, head
		r.head = extract.Span{Start: spaceAt(e.text, end), End: head}
	}
	return true
}

// singular is the end of the noun phrase after "one".
func (e *enReader) singular(at int) int {
	end, last := at, at
	for range 4 {
		w := wordAt(e.text, spaceAt(e.text, last))
		if w.Len() == 0 || spaceAt(e.text, last) == last {
			break
		}
		c := e.lex.lookup(w.In(e.text))
		if equalFold(w.In(e.text), "and") || equalFold(w.In(e.text), "or") || c&(stopWord|verbWord|beWord) != 0 || end > at && w.In(e.text)[w.Len()-1] == 's' &&
			e.verb(w.In(e.text)) || end > at && (verbal(w.In(e.text)) || isUpper(e.text[w.Start]) && !isUpper(e.text[end-1]) && w.Start > at+1 && !isUpper(e.text[spaceAt(e.text, at)])) {
			break
		}
		last, end = w.End, w.End
	}
	return end
}

// verbal reports whether a word after a noun reads as a verb.
func verbal(w string) bool {
	n := len(w)
	return n > 4 && (w[n-2:] == "ed" || w[n-3:] == "ing" || w[n-1] == 's' && w[n-2] != 's' || w[n-2:] == "ly")
}

// hyphenRule reads a count that is part of a compound: a 40-episode series. The
// compounds that describe and do not count (two-way, three-dimensional) are
// left alone.
func (e *enReader) hyphenRule() bool {
	r := e.r
	w := wordAt(e.text, r.num.End+1)
	r.class = name
	if w.Len() < 3 || !isLetter(e.text[w.Start]) {
		return true
	}
	end := w.Start
	for end < w.End && isLetter(e.text[end]) {
		end++
	}
	word := e.text[w.Start:end]
	if e.lex.lookup(word)&(hyphenStop|stopWord) != 0 || verbal(word) || r.flags&numeral.Word != 0 && e.lex.lookup(word)&pluralWord == 0 && r.low.Less(numeral.Number{Mantissa: 2}) {
		return true
	}
	if r.flags&numeral.Word != 0 && e.lex.lookup(word)&hyphenCount == 0 {
		return true // two-maintenance
	}
	r.class, r.conf = quantity, 0.6
	r.span.End = end
	r.head = extract.Span{Start: w.Start, End: end}
	return true
}

// ofThe reads "two of the world's largest economies".
func (e *enReader) ofThe() int {
	if e.r.flags&numeral.Word == 0 || !has(e.text, e.r.num.End, " of the ") && !has(e.text, e.r.num.End, " of its ") && !has(e.text, e.r.num.End, " of their ") &&
		!has(e.text, e.r.num.End, " of these ") {
		return 0
	}
	return e.ofHead(e.r.num.End + len(" of"))
}

// ofHead is the end of the plural noun phrase after "of", 0 if there is none.
func (e *enReader) ofHead(at int) int {
	w := wordAt(e.text, spaceAt(e.text, at))
	switch in := w.In(e.text); {
	case equalFold(in, "the"), equalFold(in, "its"), equalFold(in, "their"), equalFold(in, "these"), equalFold(in, "those"), equalFold(in, "his"), equalFold(in, "her"), equalFold(in, "our"), equalFold(in, "my"), equalFold(in, "your"):
		at = w.End
	}
	if next := spaceAt(e.text, at); next < len(e.text) && has(e.text, next, "most ") {
		at = next + len("most")
	}
	if end := e.headAfter(at); end > at {
		return end
	}
	return 0
}

// headAfter is the end of the plural noun phrase that begins a space after the
// offset, or the offset itself when there is none.
func (e *enReader) headAfter(at int) int {
	if spaceAt(e.text, at) == at {
		return at
	}
	p := phrase{e: e, at: at, end: at, head: at}
	for p.step() {
	}
	return p.head
}

// maxPhraseWords bounds the words before the head of a noun phrase.
const maxPhraseWords = 9

// phrase walks a noun phrase to its plural head.
type phrase struct {
	e      *enReader
	at     int
	end    int // after the last word that was walked
	head   int // after the last plural word that can be the head; at when none
	words  int
	attrib bool // the head so far is of a kind that often stands before another
}

func (p *phrase) step() bool {
	text := p.e.text
	next := spaceAt(text, p.end)
	if p.head == p.at && p.words > 0 && has(text, p.end, ", ") && p.listed(p.end+2) {
		next = p.end + 2
	}
	if next == p.end || next >= len(text) || p.words >= maxPhraseWords {
		return false
	}
	if q := has(text, next, "\u201c"); q && p.head == p.at {
		return p.quoted(next)
	}
	w := wordAt(text, next)
	if w.Len() == 0 {
		return false
	}
	word := w.In(text)
	if equalFold(word, "and") || equalFold(word, "or") || word == "&" {
		return p.and(w)
	}
	if p.words > 0 && isDigit(word[0]) && word[len(word)-1] == 's' && isUpper(text[wordBefore(text, p.end).Start]) {
		p.end, p.head, p.attrib = w.End, w.End, false // 63,150 Model 3s
		return false
	}
	if isDigit(word[0]) && (p.head > p.at || !mixedToken(word) && !(p.words > 0 && isUpper(text[wordBefore(text, p.end).Start]))) {
		return false
	}
	c := p.e.lex.lookup(word)
	if c&stopWord != 0 && len(word) == 1 && isUpper(word[0]) && p.words > 0 && p.head == p.at {
		p.end = w.End
		return true
	}
	if c&stopWord != 0 && !(isUpper(word[0]) && p.words > 0 && c&(beWord|upWord|downWord) == 0 && len(word) > 3 && p.head == p.at) {
		return p.adjective(w, word)
	}
	possessive := possessiveEnd(word)
	plural := possessive < 0 && pluralNoun(word, c)
	if p.head > p.at {
		if !p.attrib || !plural || verbal2(word) {
			return false
		}
	}
	p.end = w.End
	p.words++
	switch {
	case plural:
		p.head, p.attrib = w.End, c&(attributiveWord|pluralWord) != 0
	case possessive == 0 && p.words <= 2: // the two countries’ wars: the countries are counted
		p.head, p.attrib = w.End, false
		return false
	case c&durationWord != 0 && c&pluralWord == 0:
		return false
	}
	return true
}

// listed reports whether a comma only parts adjectives of size or standing: 100
// large, medium and small firms.
func (p *phrase) listed(at int) bool {
	if p.e.lex.lookup(wordBefore(p.e.text, p.end).In(p.e.text))&adjectiveWord == 0 {
		return false
	}
	w := wordAt(p.e.text, at)
	if equalFold(w.In(p.e.text), "and") {
		w = wordAt(p.e.text, spaceAt(p.e.text, w.End))
	}
	return p.e.lex.lookup(w.In(p.e.text))&adjectiveWord != 0
}

// adjective lets through the few stop words that also describe a noun.
func (p *phrase) adjective(w extract.Span, word string) bool {
	if p.head > p.at {
		return false
	}
	for _, a := range [...]string{"large", "small", "old", "high", "long", "great", "more", "other", "such", "major", "lower", "higher", "larger", "smaller", "bigger", "better", "late", "early", "further", "monthly", "weekly", "daily", "yearly",
		"combined", "overall", "overseas", "near", "outside", "inside", "right", "positive", "deep", "wide", "tall", "built", "set", "cut", "lost", "left", "most", "known", "paid", "new", "most", "apart"} {
		if equalFold(word, a) && !equalFold(word, "apart") {
			if (equalFold(word, "left") || equalFold(word, "set") || equalFold(word, "cut") || equalFold(word, "near") || equalFold(word, "outside") ||
				equalFold(word, "inside") || equalFold(word, "more") || equalFold(word, "paid")) && !p.leads(w.End) {
				return false
			}
			p.end = w.End
			p.words++
			return true
		}
	}
	return false
}

// leads reports whether a plural noun follows at once.
func (p *phrase) leads(at int) bool {
	w := wordAt(p.e.text, spaceAt(p.e.text, at))
	return w.Len() > 0 && spaceAt(p.e.text, at) > at && pluralNoun(w.In(p.e.text), p.e.lex.lookup(w.In(p.e.text))) && p.e.lex.lookup(w.In(p.e.text))&stopWord == 0
}

// and goes over a conjunction within the phrase: financing and matchmaking
// events; enterprises and units.
func (p *phrase) and(w extract.Span) bool {
	text := p.e.text
	next := wordAt(text, spaceAt(text, w.End))
	if next.Len() == 0 || p.words == 0 || !isLetter(text[next.Start]) {
		return false
	}
	c := p.e.lex.lookup(next.In(text))
	if c&stopWord != 0 && (c&adjectiveWord == 0 || p.head > p.at) {
		return false
	}
	if _, ok := numeral.English(text, next.Start); ok {
		return false
	}
	if p.head == p.at {
		p.end = w.End
		return true
	}
	if equalFold(w.In(text), "or") || isUpper(text[next.Start]) || !pluralNoun(next.In(text), c) || c&verbWord != 0 {
		return false
	}
	after := wordAt(text, spaceAt(text, next.End)).In(text)
	if after != "" && (equalFold(after, "the") || equalFold(after, "a") || equalFold(after, "to") || equalFold(after, "an")) {
		return false // "and plans to"
	}
	p.end, p.head, p.attrib = next.End, next.End, false
	return false
}

// quoted goes over a name in quotation marks before the head.
func (p *phrase) quoted(at int) bool {
	text := p.e.text
	for i := at + 3; i < len(text) && i < at+60 && text[i] != '\n'; i++ {
		if has(text, i, "\u201d") {
			p.end = i + 3
			p.words++
			return true
		}
	}
	return false
}

// mixedToken reports whether a token that begins with a digit is a name with
// capitals (5G, 3D) or a compound (10-year), and no measure (250ml).
func mixedToken(w string) bool {
	for i := 0; i < len(w); i++ {
		if !isDigit(w[i]) {
			return isUpper(w[i]) || w[i] == '-'
		}
	}
	return false
}

// possessiveEnd is 0 for workers’ and 1 for worker’s, and -1 for no possessive.
func possessiveEnd(w string) int {
	n := len(w)
	switch {
	case n > 3 && w[n-1] == 's' && (w[n-2] == '\'' || has(w, n-4, "\u2019")):
		return 1
	case n > 2 && w[n-1] == '\'' || n > 4 && has(w, n-3, "\u2019"):
		return 0
	}
	return -1
}

// verbal2 reports whether a word after a plural noun reads as a verb.
func verbal2(w string) bool {
	n := len(w)
	return n > 4 && (w[n-2:] == "ed" || w[n-3:] == "ing" || w[n-2:] == "ly")
}

// pluralNoun reports whether the word may be the plural head of a phrase.
func pluralNoun(w string, c wordClass) bool {
	if c&pluralWord != 0 {
		return true
	}
	n := len(w)
	if n < 3 || w[n-1] != 's' || c&(singularWord|stopWord|monthWord) != 0 {
		return false
	}
	switch w[n-2] {
	case 's', 'u', 'i', '\'', '.':
		return false
	case 'o':
		return n > 3
	}
	return true
}
