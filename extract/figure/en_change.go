package figure

import "github.com/smelt-ie/smelt/extract"

// changes reads the direction of a change that the figure is the size of, and
// the basis it is measured on.
func (e *enReader) changes() {
	r := e.r
	if r.rule == "en/age" {
		return
	}
	if e.conversion() {
		return
	}
	r.change = e.changeBefore()
	if r.change == "" {
		r.change = e.changeAfter()
		r.noun = r.change != ""
	}
	if r.change == "" && len(e.out) > 0 {
		last := &e.out[len(e.out)-1]
		if last.change != "" && last.unit == r.unit && (r.unit != nil && r.unit.Kind == "ratio" && e.gapped(last.span.End) || listGap(e.text[last.span.End:max(last.span.End, e.left)])) {
			r.change, r.basis = last.change, last.basis
			return
		}
	}
	if r.change != "" {
		r.basis = e.basisOf()
	}
}

// conversion takes over what was read of the figure before, when this one says
// the same in another unit: more than 100 km (60 miles), 190 points, or 0.6%.
func (e *enReader) conversion() bool {
	if len(e.out) == 0 {
		return false
	}
	r, last := e.r, &e.out[len(e.out)-1]
	if last.class != quantity || last.span.End > e.left || last.unit == r.unit {
		return false
	}
	switch e.text[last.span.End:e.left] {
	case " (", "(", " / ", "/":
		if r.cmp == "" && last.outer.End == last.span.End {
			r.cmp = last.cmp
		}
	case ", or ", " or ":
		if r.cmp != "" && r.cmp != "~" {
			return false
		}
	default:
		return false
	}
	r.change, r.basis, r.noun = last.change, last.basis, last.noun
	if last.head.Len() == 0 && !has(e.text, r.span.End, " of ") {
		r.item = last.item
	}
	return true
}

// gapped reports whether the verb of the figure before holds for this one too:
// profits fell 3 percent and sales 4 percent.
func (e *enReader) gapped(from int) bool {
	if e.left <= from || e.left-from > 60 || !has(e.text, from, ", ") && !has(e.text, from, " and ") {
		return false
	}
	and := false
	for at := from; at < e.left; {
		w := wordAt(e.text, at)
		if w.Len() == 0 {
			if c := e.text[at]; c != ' ' && c != ',' {
				return false
			}
			at++
			continue
		}
		in := w.In(e.text)
		and = and || equalFold(in, "and")
		if !equalFold(in, "and") && !equalFold(in, "the") && !equalFold(in, "by") && (e.lex.lookup(in)&(stopWord|beWord|upWord|downWord) != 0 || e.verb(in)) {
			return false
		}
		at = w.End
	}
	return and
}

// listGap reports whether nothing but a list's joint lies between two figures.
func listGap(gap string) bool { return gap == ", " || gap == " and " || gap == ", and " }

// maxChange is how many words back a change word is looked for.
const maxChange = 9

// changeBefore reads "increased by", "up", "a decline of", "rose 5 percent",
// "cut costs by", "the growth rate was".
func (e *enReader) changeBefore() string {
	at := e.left
	e.r.noun = false
	if at > 0 && e.text[at-1] == '+' && e.r.unit != nil && e.r.unit.Kind == "ratio" {
		return "up"
	}
	percent := e.r.unit != nil && e.r.unit.Kind == "ratio"
	by, far := false, 0
	for range maxChange {
		w := wordBefore(e.text, at)
		if w.Len() == 0 {
			if by && !e.r.noun && has(e.text, at-2, ", ") { // dropped sharply, by 5%
				at -= 2
				continue
			}
			if by && !e.r.noun {
				return e.elliptic()
			}
			return ""
		}
		in := w.In(e.text)
		c := e.lex.lookup(in)
		switch {
		case c&(upWord|downWord) != 0 && e.sizes(in, by, percent) && (far == 0 || !equalFold(in, "up") && !equalFold(in, "down")):
			return e.direction(w, c)
		case far == 0 && (equalFold(in, "by") || equalFold(in, "of")) && !by:
			by, e.r.noun = true, equalFold(in, "of")
		case by && e.r.noun && equalFold(in, "by"): // by an average of
			e.r.noun = false
		case far == 0 && e.rateWord(in, by):
		case by && !e.r.noun && far < 4 && !e.boundary(in) && c&beWord == 0:
			far++ // cut costs by
		case by && e.r.noun && far < 4 && c&(stopWord|beWord) == 0 || by && e.r.noun && equalFold(in, "in") && e.changeNoun(w.Start):
			far++ // a decline in sales of
		case at == e.left && c&beWord != 0 && percent:
			return e.rateIs(w.Start)
		default:
			if by && !e.r.noun {
				return e.elliptic()
			}
			return ""
		}
		at = w.Start
	}
	if by && !e.r.noun {
		return e.elliptic()
	}
	return ""
}

// direction is the way of a change word; a negative growth goes down.
func (e *enReader) direction(w extract.Span, c wordClass) string {
	if c&upWord == 0 || equalFold(wordBefore(e.text, w.Start).In(e.text), "negative") {
		return "down"
	}
	return "up"
}

// rateWord reports whether a word may stand between a change and its size.
func (e *enReader) rateWord(w string, by bool) bool {
	n := len(w)
	if n > 4 && w[n-2:] == "ly" {
		return true
	}
	c := e.lex.lookup(w)
	return c&sizeLeadWord != 0 || by && c&byLeadWord != 0
}

// changeNoun reports whether a change word ends before the offset.
func (e *enReader) changeNoun(at int) bool {
	return e.lex.lookup(wordBefore(e.text, at).In(e.text))&(upWord|downWord) != 0
}

// rateIs reads "the growth rate was 9%", "the decline reached 5%".
func (e *enReader) rateIs(at int) string {
	w := wordBefore(e.text, at)
	for _, s := range [...]string{"rate", "rates", "margin"} {
		if equalFold(w.In(e.text), s) {
			w = wordBefore(e.text, w.Start)
		}
	}
	for _, s := range [...]string{"growth", "increase", "rise", "decline", "decrease", "drop", "fall", "reduction", "gain", "surge"} {
		if equalFold(w.In(e.text), s) {
			e.r.noun = true
			return e.direction(w, e.lex.lookup(s))
		}
	}
	return ""
}

// elliptic takes the change over that a list says once: shops fell by 3% and
// hotels by 5%.
func (e *enReader) elliptic() string {
	if len(e.out) == 0 {
		return ""
	}
	last := &e.out[len(e.out)-1]
	if last.change == "" || last.unit != e.r.unit || last.span.End < clauseStart(e.text, e.start, 120) {
		return ""
	}
	e.r.basis = last.basis
	return last.change
}

// sizes tells which change words take their size directly: "rose 5 percent"
// but not "growth 5 percent", "added 5 members" or "lost 5 games".
func (e *enReader) sizes(w string, by, percent bool) bool {
	if by {
		switch {
		case equalFold(w, "loss"), equalFold(w, "losses"), equalFold(w, "cut"), equalFold(w, "lost"), equalFold(w, "add"), equalFold(w, "raise"):
			return percent || equalFold(w, "cut")
		}
		return true
	}
	switch {
	case equalFold(w, "up"), equalFold(w, "down"):
		return true
	case percent:
		return !equalFold(w, "higher") && !equalFold(w, "lower")
	}
	if e.lex.lookup(w)&sizedWord != 0 {
		return true
	}
	return (equalFold(w, "lost") || equalFold(w, "shed") || equalFold(w, "added")) && e.r.unit.isMoney() || (equalFold(w, "lost") ||
		equalFold(w, "shed")) && e.headIs("points")
}

func (e *enReader) headIs(word string) bool { return equalFold(e.r.head.In(e.text), word) }

// changeAfter reads "an 89 % increase in", "20 percent more than last year".
func (e *enReader) changeAfter() string {
	percent := e.r.unit != nil && e.r.unit.Kind == "ratio"
	w := wordAt(e.text, spaceAt(e.text, e.r.span.End))
	if w.Len() == 0 || spaceAt(e.text, e.r.span.End) == e.r.span.End {
		return ""
	}
	if e.lex.lookup(w.In(e.text))&changeLeadWord != 0 {
		w = wordAt(e.text, spaceAt(e.text, w.End))
	}
	in := w.In(e.text)
	class := e.lex.lookup(in)
	up, down := class&upNoun != 0, class&downNoun != 0
	if !percent && e.r.head.Len() > 0 {
		up, down = false, false // 300 growth firms
	}
	if !up && !down && (e.sinceBefore(w.End) || percent && !has(e.text, w.End, " than")) {
		c := e.lex.lookup(in)
		up, down = c&moreWord != 0, c&lessWord != 0
	}
	switch {
	case up:
		return "up"
	case down:
		return "down"
	}
	return ""
}

// sinceBefore reports whether the comparison is with an earlier time: "than
// last year", "than the same period".
func (e *enReader) sinceBefore(at int) bool {
	rest := e.text[at:min(len(e.text), at+60)]
	if !has(rest, 0, " than ") {
		return false
	}
	for i := 0; i < len(rest); {
		w := wordAt(rest, i)
		if w.Len() == 0 {
			if rest[i] != ' ' {
				break
			}
			i++
			continue
		}
		in := w.In(rest)
		if equalFold(in, "last") || equalFold(in, "previous") || equalFold(in, "period") || equalFold(in, "year") || equalFold(in, "ago") || equalFold(in, "before") ||
			equalFold(in, "yesterday") || equalFold(in, "earlier") || plainYearText(in) {
			return true
		}
		i = w.End
	}
	return false
}

func plainYearText(w string) bool {
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && isDigit(w[2]) && isDigit(w[3])
}

// basisOf looks for the basis in the clause of the figure.
func (e *enReader) basisOf() string {
	from, to := clauseStart(e.text, e.start, 160), clauseEnd(e.text, e.r.span.End, 110)
	for i := range e.out { // what other figures of the clause took is theirs
		if o := &e.out[len(e.out)-1-i]; o.span.End <= from {
			break
		} else if o.basis != "" && o.span.End > from {
			from = o.span.End
			break
		}
	}
	clause := extract.Span{Start: from, End: to}.In(e.text)
	for _, b := range e.lex.basis {
		if foldIndex(clause, b.phrase) >= 0 {
			return b.name
		}
	}
	return ""
}

// foldIndex finds a lower-case phrase in a text of any case, at word edges.
func foldIndex(s, phrase string) int {
	for i := 0; i+len(phrase) <= len(s); i++ {
		if s[i]|0x20 != phrase[0] || !equalFold(s[i:i+len(phrase)], phrase) {
			continue
		}
		end := i + len(phrase)
		if (i == 0 || !isLetter(s[i-1])) && (end == len(s) || !isLetter(s[end])) {
			return i
		}
	}
	return -1
}
