package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// maxSign is the length of the longest currency sign or code.
const maxSign = 7

// currencyBefore finds the currency whose sign or code ends at the offset or a
// space before it, and where it begins.
func (s *scanner) currencyBefore(at int) (*Unit, int) {
	end := at
	if end > 0 && s.text[end-1] == ' ' {
		end--
	} else if end > 1 && has(s.text, end-2, "\u00a0") {
		end -= 2
	}
	for n := min(maxSign, end); n > 0; n-- {
		start := end - n
		u := s.units.before[s.text[start:end]]
		if u == nil {
			continue
		}
		if start > 0 && isLetter(s.text[start]) && (isLetter(s.text[start-1]) || isDigit(s.text[start-1])) {
			continue
		}
		if end < at && n == 1 && isLetter(s.text[start]) {
			continue
		}
		return u, start
	}
	return nil, at
}

// currencyAt finds a currency sign or code that begins at the offset.
func (s *scanner) currencyAt(at int) (*Unit, int) {
	for n := min(maxSign, len(s.text)-at); n > 0; n-- {
		if u := s.units.before[s.text[at:at+n]]; u != nil {
			end := spaceAt(s.text, at+n)
			if end < len(s.text) && isDigit(s.text[end]) {
				return u, end
			}
		}
	}
	return nil, at
}

// unitTouching finds a unit sign directly after the digits: 5km, 30%.
func (s *scanner) unitTouching(at int) (*Unit, int) {
	end := s.signEnd(at)
	for ; end > at; end = shorter(s.text, at, end) {
		sign := s.text[at:end]
		if u := s.units.touch[sign]; u != nil {
			return u, end
		}
		if u := s.units.signs[sign]; u != nil {
			return u, end
		}
		var buf [maxPhrase]byte
		if len(sign) <= maxPhrase && len(sign) > 1 {
			if u := s.units.words[string(lower(sign, &buf))]; u != nil {
				return u, end
			}
		}
	}
	return nil, at
}

// signEnd is the end of the stretch without spaces that may be a unit sign.
func (s *scanner) signEnd(at int) int {
	i := at
	for i < len(s.text) && i-at < maxPhrase {
		switch c := s.text[i]; c {
		case ' ', '\n', '\t', ',', ';', ')', '(', '"', '!', '?', '[', ']', '\r':
			return i
		default:
			if q := quoteAt(s.text, i); q > 0 {
				return i
			}
			i++
		}
	}
	return i
}

// shorter cuts a sign back to the last place where a sign may end.
func shorter(text string, at, end int) int {
	for end--; end > at; end-- {
		c := text[end]
		if isLetter(c) && isLetter(text[end-1]) || isDigit(c) && isDigit(text[end-1]) || c >= 0x80 && c < 0xc0 {
			continue
		}
		if isDigit(c) && isLetter(text[end-1]) || isLetter(c) && isDigit(text[end-1]) {
			continue
		}
		return end
	}
	return at
}

// unitAfter finds the unit that follows a number, after a space or a hyphen.
func (s *scanner) unitAfter(at int) (*Unit, int) {
	if at >= len(s.text) {
		return nil, at
	}
	best, bestEnd := s.unitTouching(at)
	start := spaceAt(s.text, at)
	if start == at && s.text[at] == '-' {
		start = at + 1
	}
	if start >= len(s.text) || start == at && best == nil {
		return best, bestEnd
	}
	var buf [maxPhrase]byte
	for i, end := 0, start; i < 4; i++ {
		end = s.unitWord(end)
		if end-start > maxPhrase || end == start {
			break
		}
		if u := s.units.words[string(lower(s.text[start:end], &buf))]; u != nil && end > bestEnd {
			best, bestEnd = u, end
		}
		if end >= len(s.text) || s.text[end] != ' ' && s.text[end] != '-' {
			break
		}
		end++
	}
	if start > at {
		if u, end := s.signAfter(start); end > bestEnd {
			return u, end
		}
	}
	return best, bestEnd
}

// unitWord is the end of one word of a unit's name: letters and dots.
func (s *scanner) unitWord(i int) int {
	start := i
	for i < len(s.text) && (isLetter(s.text[i]) || s.text[i] >= 0x80 && quoteAt(s.text, i) == 0 || s.text[i] == '$' || s.text[i] == '\'' ||
		s.text[i] == '.' && i > start && i+1 < len(s.text) && (isLetter(s.text[i+1]) || i-start <= 3 && s.text[i+1] == ' ' && s.text[i-1] != '.')) {
		i++
	}
	return i
}

// signAfter finds a unit sign that stands free: 86.5 km, 30 %, 10 W.
func (s *scanner) signAfter(at int) (*Unit, int) {
	end := s.signEnd(at)
	for ; end > at; end = shorter(s.text, at, end) {
		if end+1 < len(s.text) && s.text[end] == '-' && isDigit(s.text[end+1]) {
			continue // L-202 is a name
		}
		if u := s.units.signs[s.text[at:end]]; u != nil {
			return u, end
		}
	}
	return nil, at
}

// unitRule reads the unit of the number: money, percent, a measure.
func (e *enReader) unitRule() bool {
	r := e.r
	if e.timesRule() || e.durationRule() {
		return true
	}
	u, end := e.unitAfter(r.num.End)
	if u != nil && e.misread(u, r.num.End, end) {
		u, end = nil, r.num.End
	}
	if u != nil && u.Name == "m" && end == r.num.End+1 { // 1.2m tons, 3m people: the m is a scale
		if v, _ := e.unitAfter(end); v != nil || e.headAfter(end) > end && e.lex.lookup(wordAt(e.text, spaceAt(e.text, end)).In(e.text))&stopWord == 0 {
			u = nil
		}
	}
	if u == nil && !e.money {
		u, end = e.scaledUnit()
	}
	if u == nil && e.money {
		u, end = r.unit, r.num.End
		e.spellOut(&end)
	}
	if u == nil {
		if e.magnitudeRule() {
			return true
		}
		return e.sharedUnit()
	}
	if e.money && (u.Kind != "money" || u.minor != 0) {
		u, end = r.unit, r.num.End
	}
	if u.Kind == "money" && e.money && u != r.unit && r.unit.Name != "USD" && u.Name == "USD" { // HK$5 dollars
		u = r.unit
	}
	r.span = extract.Span{Start: e.start, End: end}
	r.unit = e.context(u)
	e.minor()
	e.rate()
	e.compound()
	r.rule = "en/" + unitRuleName(r.unit)
	return true
}

// scaledUnit reads the m or b of "1.2m tons": a scale, since a unit follows.
func (e *enReader) scaledUnit() (*Unit, int) {
	exp, end := numeral.Scale(e.text, e.r.num.End)
	if next := e.r.num.End + 1; exp == 0 && has(e.text, next-1, " ") && next < len(e.text) && isUpper(e.text[next]) && e.text[next] != 'T' {
		exp, end = numeral.Scale(e.text, next)
	}
	if exp == 0 {
		return nil, 0
	}
	u, after := e.unitAfter(end)
	if u == nil {
		if head := e.headAfter(end); head > end && exp < 12 {
			e.r.low, e.r.high = e.r.low.Shift(exp), e.r.high.Shift(exp)
			e.r.num.End = end
			e.r.flags |= numeral.Scaled
		}
		return nil, 0
	}
	e.r.low, e.r.high = e.r.low.Shift(exp), e.r.high.Shift(exp)
	e.r.num.End = end
	e.r.flags |= numeral.Scaled
	return u, after
}

func unitRuleName(u *Unit) string {
	switch u.Kind {
	case "money":
		return "money"
	case "ratio":
		if u.Name == "times" {
			return "times"
		}
		return "percent"
	case "age":
		return "age"
	}
	return "measure"
}

// minor adds the smaller unit that goes on: 13 dollars and 45 cents, 5 feet and
// 2 inches, 15 dollars 50.
func (e *enReader) minor() {
	r := e.r
	if r.isRange || r.flags&(numeral.Scaled|numeral.Fraction) != 0 {
		return
	}
	at := r.span.End
	for _, joint := range [...]string{" and ", ", ", " "} {
		if has(e.text, at, joint) {
			at += len(joint)
			break
		}
	}
	n, ok := numeral.English(e.text, at)
	if at == r.span.End || !ok || n.Flags&^numeral.Word != 0 || !n.Value.Less(numeral.Number{Mantissa: 100}) {
		return
	}
	u, end := e.unitAfter(n.End)
	var part numeral.Number
	switch {
	case r.unit.Kind == "money" && u != nil && u.Name == r.unit.Name && u.minor != 0:
		part = n.Value.Shift(u.minor)
	case r.unit.Name == "foot" && u != nil && u.Name == "inch" || r.unit.Name == "foot" && has(e.text, n.End, " in ") && !isLetter(e.text[at]):
		if u == nil {
			end = n.End + len(" in")
		}
		v, ok := n.Value.Over(numeral.Number{Mantissa: 12})
		if !ok {
			return
		}
		part = v
	case r.unit.Kind == "money" && u == nil && !e.money && n.End-at == 2 && at == r.span.End+1 && isDigit(e.text[at]) && (n.End == len(e.text) || e.text[n.End] == '.' || e.text[n.End] == ','):
		part, end = n.Value.Shift(-2), n.End
	default:
		return
	}
	if sum, ok := r.low.Plus(part); ok {
		r.low, r.span.End = sum, end
	}
}

// spellOut takes in the currency's name after an amount that has its sign.
func (e *enReader) spellOut(end *int) {
	if u, after := e.unitAfter(*end); u != nil && u.Kind == "money" && u.Name == e.r.unit.Name {
		*end = after
	}
}

// misread tells unit words that are another thing here: "won" the verb, "cup"
// the trophy, a one-letter sign that is an initial.
func (e *enReader) misread(u *Unit, at, end int) bool {
	word := wordAt(e.text, spaceAt(e.text, at)).In(e.text)
	scaled := e.r.flags&(numeral.Scaled|numeral.Grouped) != 0
	switch u.Name {
	case "KRW":
		return equalFold(word, "won") && !scaled && e.r.low.Less(numeral.Number{Mantissa: 500})
	case "INR":
		return word == "Re"
	}
	if next := wordAt(e.text, spaceAt(e.text, end)); next.Len() > 0 && spaceAt(e.text, end) > end {
		w := next.In(e.text)
		if u.Kind == "money" && (equalFold(w, "bill") || equalFold(w, "bills") || equalFold(w, "coin") || equalFold(w, "coins")) {
			return false
		}
		if end-at <= 2 && isUpper(e.text[end-1]) && isUpper(w[0]) && u.Kind != "ratio" && u.Kind != "temperature" {
			return true // an initial: 5 A Street
		}
		if (u.Name == "cup" || u.Name == "foot" || u.Name == "degree") && e.lex.lookup(w)&stopWord == 0 && w[len(w)-1] == 's' && u.Name == "cup" {
			return true
		}
	}
	return false
}

// context settles units whose word has two meanings: pounds of money or mass,
// degrees of heat or angle.
func (e *enReader) context(u *Unit) *Unit {
	if u.Name == "lb" && e.r.flags&numeral.Scaled != 0 && e.text[e.r.span.End-1] == 's' {
		return e.units.names["GBP"] // millions of pounds are money
	}
	if u.Name != "degree" {
		return u
	}
	end := e.r.span.End
	if next := spaceAt(e.text, end); has(e.text, next, "below zero") || has(e.text, next, "above zero") {
		e.r.span.End = next + len("below zero")
		if has(e.text, next, "below") {
			e.r.low = e.r.low.Neg()
			switch e.r.cmp {
			case ">":
				e.r.cmp = "<"
			case "<":
				e.r.cmp = ">"
			}
		}
		return e.units.names["celsius"]
	}
	return u
}

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
			equalFold(word, "light"), equalFold(word, "short"), equalFold(word, "long"), equalFold(word, "entire"), equalFold(word, "previous"), equalFold(word, "extra"):
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
	if last.class != quantity || last.unit == nil || last.unit.Kind != "money" || last.unit.minor != 0 || r.span.Start-last.span.End > 60 {
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
