package figure

import "github.com/smelt-ie/smelt/extract"

// maxQualifier is the number of words that a qualifier has at most.
const maxQualifier = 6

// qualifier reads the comparison before the quantity: more than, nearly. Words
// that add nothing (a total of, another) may stand between.
func (e *enReader) qualifier() {
	e.left = e.start
	at := e.skipFiller(e.start)
	sign, start := e.phraseBefore(at)
	if sign == "" {
		sign, start = e.overAge(at)
	}
	if sign == "" {
		return
	}
	e.r.cmp, e.left = sign, start
	if sign == "=" { // as many as: an amount for emphasis
		e.r.cmp = ""
		return
	}
	if sign == "~" || sign == ">" || sign == "<" { // "at least about", "just over"
		if outer, from := e.phraseBefore(start); outer == ">=" || outer == "<=" {
			e.r.cmp, e.left = outer, from
		}
	}
	if e.negated(start) {
		if sign == ">" {
			e.r.cmp = "<="
		} else if sign == "<" {
			e.r.cmp = ">="
		}
	}
}

// overAge reads the qualifier of "under the age of 50".
func (e *enReader) overAge(at int) (string, int) {
	for _, lead := range [...]string{"the age of ", "the ages of ", "age ", "age of "} {
		if from := at - len(lead); has(e.text, from, lead) && (from == 0 || !isLetter(e.text[from-1])) {
			return e.phraseBefore(at - len(lead))
		}
	}
	return "", at
}

// skipFiller goes back over words between a qualifier and its number.
func (e *enReader) skipFiller(at int) int {
	for range 3 {
		w := wordBefore(e.text, at)
		switch s := w.In(e.text); {
		case equalFold(s, "another"), equalFold(s, "additional"), equalFold(s, "further"), equalFold(s, "extra"):
			at = w.Start
		case equalFold(s, "of"):
			total := wordBefore(e.text, w.Start)
			a := wordBefore(e.text, total.Start)
			if !equalFold(total.In(e.text), "total") || !equalFold(a.In(e.text), "a") {
				return at
			}
			at = a.Start
		default:
			return at
		}
	}
	return at
}

// phraseBefore is the longest qualifier that ends at the offset.
func (e *enReader) phraseBefore(at int) (sign string, start int) {
	var starts [maxQualifier]int
	end := at
	if end > 0 && e.text[end-1] == ' ' {
		end--
	}
	n, from := 0, at
	for n < maxQualifier {
		w := wordBefore(e.text, from)
		if w.Len() == 0 || n > 0 && w.End != from-1 || end-w.Start > maxPhrase {
			break
		}
		starts[n], from = w.Start, w.Start
		n++
	}
	if end > 0 && (e.text[end-1] == '~' || has(e.text, end-3, "≈")) {
		return "~", end - 1
	}
	if end > 0 && n == 0 {
		return e.signBefore(end)
	}
	for i := n - 1; i >= 0; i-- {
		var buf [maxPhrase]byte
		phrase := lower(e.text[starts[i]:end], &buf)
		if sign := e.lex.before[string(phrase)]; sign != "" {
			if e.noQualifier(string(phrase), starts[i]) {
				return "", at
			}
			return sign, starts[i]
		}
	}
	return "", at
}

// signBefore reads the comparison signs of formulas.
func (e *enReader) signBefore(end int) (string, int) {
	switch {
	case has(e.text, end-2, ">="), has(e.text, end-3, "≥"):
		return ">=", end - 2
	case has(e.text, end-2, "<="), has(e.text, end-3, "≤"):
		return "<=", end - 2
	case e.text[end-1] == '>':
		return ">", end - 1
	case e.text[end-1] == '<':
		return "<", end - 1
	}
	return "", end
}

// noQualifier tells the words that only look like a qualifier: "add up to 5" is
// a sum, "within" a place, "some" before a small number a determiner.
func (e *enReader) noQualifier(phrase string, start int) bool {
	before := wordBefore(e.text, start).In(e.text)
	switch phrase {
	case "up to":
		return equalFold(before, "add") || equalFold(before, "adds") || equalFold(before, "adding") || equalFold(before, "added") || equalFold(before, "adds")
	case "pass", "passed", "near", "beyond", "within":
		return e.r.low.IsZero()
	}
	return false
}

// negated reports whether "not" or its like stands before the qualifier.
func (e *enReader) negated(start int) bool {
	w := wordBefore(e.text, start).In(e.text)
	for _, n := range [...]string{"not", "never", "cannot", "n't", "don't", "doesn't", "won't", "didn't", "without", "no"} {
		if equalFold(w, n) {
			return true
		}
	}
	return false
}

// after reads the comparison that follows the quantity: 50 people and under.
func (e *enReader) after() {
	r := e.r
	r.outer.End = max(r.outer.End, r.span.End)
	for _, at := range [...]int{r.span.End, r.num.End} {
		if sign, end := e.phraseAfter(at); sign != "" {
			if r.cmp == "" || r.cmp == "~" {
				r.cmp = sign
			}
			r.outer.End = max(end, r.outer.End)
			return
		}
		if end := e.orEqual(at); end > at {
			r.outer.End = max(end, r.outer.End)
			return
		}
		if at < len(e.text) && e.text[at] == '+' && r.cmp == "" {
			r.cmp = ">="
			r.outer.End = max(at+1, r.outer.End)
			return
		}
	}
}

// orEqual reads what takes the number itself in: less than 50 or equal, equal to
// 50 or more than.
func (e *enReader) orEqual(at int) int {
	r := e.r
	w := extract.Span{Start: at, End: at}
	switch {
	case has(e.text, at, " or equal to"):
		w.End += len(" or equal to")
	case has(e.text, at, " or equal"):
		w.End += len(" or equal")
	case has(e.text, at, " or more than"), has(e.text, at, " or less than"):
		w.End += len(" or more than")
		if r.cmp != "" || w.End < len(e.text) && e.text[w.End] == ' ' { // another number is compared
			return at
		}
		r.cmp = ">"
		if has(e.text, at, " or less") {
			r.cmp = "<"
		}
	default:
		return at
	}
	if r.cmp != ">" && r.cmp != "<" || w.End < len(e.text) && isLetter(e.text[w.End]) {
		return at
	}
	r.cmp += "="
	return w.End
}

func (e *enReader) phraseAfter(at int) (sign string, end int) {
	start := spaceAt(e.text, at)
	if start == at {
		return "", at
	}
	from := start
	best, bestEnd := "", at
	for range 4 {
		w := wordAt(e.text, from)
		if w.Len() == 0 || w.End-start > maxPhrase {
			break
		}
		var buf [maxPhrase]byte
		if sign := e.lex.after[string(lower(e.text[start:w.End], &buf))]; sign != "" && !has(e.text, w.End, " than") {
			best, bestEnd = sign, w.End
		}
		next := spaceAt(e.text, w.End)
		if next == w.End {
			break
		}
		from = next
	}
	return best, bestEnd
}
