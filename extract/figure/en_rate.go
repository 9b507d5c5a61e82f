package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// timesRule reads multiples: 3 times as many, a threefold rise, 2.5x.
func (e *enReader) timesRule() bool {
	r := e.r
	end := r.num.End
	if end < len(e.text) && (e.text[end] == 'x' || e.text[end] == 'X') && (end+1 == len(e.text) || !isWord(e.text[end+1])) && isDigit(e.text[end-1]) {
		return e.times(end + 1)
	}
	at := spaceAt(e.text, end)
	if at == end && at < len(e.text) && e.text[at] == '-' {
		at++
	}
	w := wordAt(e.text, at)
	if equalFold(w.In(e.text), "fold") {
		return e.times(w.End)
	}
	if !equalFold(w.In(e.text), "times") || at == end || e.money {
		return false
	}
	next := wordAt(e.text, spaceAt(e.text, w.End)).In(e.text)
	for _, s := range [...]string{"as", "more", "higher", "greater", "larger", "bigger", "faster", "longer", "the", "that", "over", "those", "its", "their", "lower", "less", "stronger", "cheaper", "what", "your", "his", "her", "our"} {
		if equalFold(next, s) && !(equalFold(next, "over") && has(e.text, w.End, " over the")) {
			return e.times(w.End)
		}
	}
	return false
}

func (e *enReader) times(end int) bool {
	e.r.unit = e.units.names["times"]
	e.r.rule = "en/times"
	e.r.span = extract.Span{Start: e.start, End: end}
	return true
}

// durationRule finds a stretch of time, which is a date of the guide.
func (e *enReader) durationRule() bool {
	if e.money {
		return false
	}
	at := spaceAt(e.text, e.r.num.End)
	if at == e.r.num.End && at < len(e.text) && e.text[at] == '-' {
		at++
	}
	w := wordAt(e.text, at)
	if w.Len() == 0 {
		return false
	}
	word := w.In(e.text)
	for i := 0; i < len(word); i++ { // the head of "year-long", "day's", "years’"
		if word[i] == '-' || word[i] == '\'' || word[i] == '/' || word[i] >= 0x80 {
			w.End = at + i
			word = word[:i]
			break
		}
	}
	if e.lex.lookup(word)&durationWord == 0 {
		switch {
		case equalFold(word, "consecutive"), equalFold(word, "straight"), equalFold(word, "working"), equalFold(word, "full"), equalFold(word, "more"),
			equalFold(word, "business"), equalFold(word, "calendar"), equalFold(word, "fiscal"), equalFold(word, "additional"), equalFold(word, "whole"),
			equalFold(word, "short"), equalFold(word, "long"), equalFold(word, "entire"), equalFold(word, "previous"), equalFold(word, "extra"):
			next := wordAt(e.text, spaceAt(e.text, w.End))
			if e.lex.lookup(next.In(e.text))&durationWord == 0 {
				return false
			}
			w.End, word = next.End, next.In(e.text)
		default:
			return false
		}
	}
	for _, clock := range [...]string{"am", "pm", "a.m", "p.m", "a.m.", "p.m.", "o'clock", "oclock", "bc", "ad"} {
		if equalFold(word, clock) {
			e.r.class = name
			return true
		}
	}
	if equalFold(word, "second") && e.r.flags&numeral.Word != 0 && !(e.r.low == numeral.Number{Mantissa: 1}) {
		return false
	}
	e.r.class, e.r.time = duration, word
	e.r.span = extract.Span{Start: e.start, End: w.End}
	e.r.rate = e.rateAfter(w.End)
	e.r.rule = "en/duration"
	return true
}

// magnitudeRule reads the strength of an earthquake.
func (e *enReader) magnitudeRule() bool {
	r := e.r
	w0 := wordBefore(e.text, e.left)
	if equalFold(w0.In(e.text), "of") {
		w0 = wordBefore(e.text, w0.Start)
	}
	before := w0.In(e.text)
	at := r.num.End
	if at < len(e.text) && (e.text[at] == '-' || e.text[at] == ' ') {
		at++
	}
	w := wordAt(e.text, at)
	after := at > r.num.End && equalFold(w.In(e.text), "magnitude")
	if e.lex.lookup(before)&magnitudeWord == 0 && !after {
		return false
	}
	r.span = extract.Span{Start: e.start, End: r.num.End}
	if after {
		r.span.End = w.End
	}
	r.unit, r.rule = e.units.names["magnitude"], "en/measure"
	return true
}

// rate reads the time that an amount is for: $3,500 a month. The guide leaves
// it out of the span.
func (e *enReader) rate() { e.r.time = e.rateAfter(e.r.span.End) }

func (e *enReader) rateAfter(at int) string {
	for _, joint := range [...]string{" per ", " a ", " an ", " each ", " every ", "/", "-per-", " a-"} {
		if !has(e.text, at, joint) {
			continue
		}
		w := wordAt(e.text, at+len(joint))
		if e.lex.lookup(w.In(e.text))&durationWord == 0 {
			return ""
		}
		next := wordAt(e.text, spaceAt(e.text, w.End)).In(e.text)
		for _, s := range [...]string{"ago", "earlier", "before", "later"} {
			if equalFold(next, s) {
				return ""
			}
		}
		return w.In(e.text)
	}
	return ""
}

// compound reads the denominator of a compound unit: yuan per tonne, MJ/m2.
func (e *enReader) compound() {
	r := e.r
	at := r.span.End
	for _, joint := range [...]string{" per ", "/", " a ", " an ", "-per-"} {
		if !has(e.text, at, joint) {
			continue
		}
		from := at + len(joint)
		if from >= len(e.text) {
			return
		}
		u, end := e.signAfter(from)
		if from > 0 && u == nil {
			u, end = e.unitAfter(from - 1)
		}
		if u == nil || u.Kind == "ratio" || u.Kind == "money" || r.unit.Kind == "ratio" || len(joint) > 1 && joint[1] == 'a' && r.unit.Kind != "money" {
			return
		}
		r.per, r.span.End = u, end
		return
	}
}

// sharedUnit gives a number the unit of the next one in its list, or of the
// last one before it: 10, 20 and 30 percent; from $2 billion to 3 billion.
func (e *enReader) sharedUnit() bool {
	r := e.r
	if u, ok := e.unitAhead(); ok && (u.Kind == "money" || u.Kind == "ratio" && u.Name != "times" || u.Kind == "temperature") {
		r.unit, r.rule = u, "en/"+unitRuleName(u)
		r.span = extract.Span{Start: e.start, End: r.num.End}
		r.conf = 0.7
		return true
	}
	if len(e.out) == 0 || r.flags&numeral.Scaled == 0 {
		return false
	}
	last := &e.out[len(e.out)-1]
	if last.class != quantity || !last.unit.isMoney() || last.unit.minor != 0 || r.span.Start-last.span.End > 60 {
		return false
	}
	for i := last.span.End; i < r.span.Start; i++ {
		if c := e.text[i]; c == '.' || c == '\n' || c == ';' {
			return false
		}
	}
	w := wordBefore(e.text, e.left).In(e.text)
	if !equalFold(w, "from") && !equalFold(w, "to") && !equalFold(w, "and") && !equalFold(w, "or") || e.headAfter(r.num.End) > r.num.End {
		return false
	}
	r.unit, r.rule, r.conf = last.unit, "en/money", 0.6
	r.span = extract.Span{Start: e.start, End: r.num.End}
	return true
}

// unitAhead looks over "," and "and" for numbers whose last has a unit.
func (e *enReader) unitAhead() (*Unit, bool) {
	at := e.r.num.End
	for range 6 {
		next := 0
		for _, joint := range [...]string{", and ", ", ", " and ", " or ", " to "} {
			if has(e.text, at, joint) {
				next = at + len(joint)
				break
			}
		}
		if next == 0 || next >= len(e.text) || !isDigit(e.text[next]) {
			return nil, false
		}
		n, ok := numeral.English(e.text, next)
		if !ok || n.Has(numeral.Ordinal) || n.Has(numeral.Scaled) != (e.r.flags&numeral.Scaled != 0) {
			return nil, false
		}
		if u, _ := e.unitAfter(n.End); u != nil {
			return u, true
		}
		at = n.End
	}
	return nil, false
}
