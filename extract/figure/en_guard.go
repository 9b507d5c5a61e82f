package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// nameGuard finds numbers without a unit that are no quantity: years, days of
// a month, labels (article 7), scores and names (Boeing 737).
func (e *enReader) nameGuard() bool {
	r := e.r
	if e.money {
		return false
	}
	if r.flags&numeral.Word != 0 {
		return e.wordGuard()
	}
	if r.isRange && r.flags&(numeral.Scaled|numeral.Grouped) == 0 && e.rangeGuard() {
		return true
	}
	if r.flags&(numeral.Scaled|numeral.Grouped|numeral.Fraction) != 0 {
		return false
	}
	if r.flags&numeral.Point != 0 {
		return e.labelBefore() && e.headAfter(r.num.End) == r.num.End
	}
	return e.year() || e.dayOfMonth() || e.clock() || e.labelled() || e.scored() || e.memberOf() || e.properName() || e.titled() || zeroLed(r.num.In(e.text))
}

// rangeGuard finds ranges of years and scores.
func (e *enReader) rangeGuard() bool {
	low, ok := e.r.low.Int()
	high, fits := e.r.high.Int()
	if ok && fits && low >= 1900 && high <= 2099 && e.left == e.start {
		return true
	}
	if ok && fits && low >= 1000 && high <= 2099 && high-low >= 10 && e.r.flags == 0 && e.betweenBefore() {
		return true // between 1600 and 1900
	}
	return e.dayOfMonth() || e.labelBefore()
}

// wordGuard finds number words in fixed uses: "on the one hand", "back to
// square one", clock times, ordinals of a name.
func (e *enReader) wordGuard() bool {
	return e.r.flags&(numeral.Scaled|numeral.Fraction) == 0 && (e.labelled() || e.clock() || e.titled() || isUpper(e.text[e.start]) && e.properName())
}

// titled finds a number that opens a name in the middle of a sentence, all in
// capitals: the Three Gorges Dam, Five Good Forum.
func (e *enReader) titled() bool {
	at := e.r.num.End
	next := spaceAt(e.text, at)
	if next == at && at < len(e.text) && e.text[at] == '-' {
		next++
	}
	if head := e.headAfter(at); head > at && isUpper(e.text[e.start]) && isUpper(e.text[next]) && e.left == e.start {
		if after := spaceAt(e.text, head); after > head && after < len(e.text) && isUpper(e.text[after]) && e.lex.lookup(wordAt(e.text, after).In(e.text))&stopWord == 0 {
			return true // Three Gorges Reservoir
		}
	}
	if next == at || next >= len(e.text) || !isUpper(e.text[next]) || !isUpper(e.text[e.start]) && e.r.flags&numeral.Word != 0 || sentenceStart(e.text, e.start) {
		return false
	}
	before := wordBefore(e.text, e.start)
	if before.Len() > 0 && !isUpper(e.text[before.Start]) && e.left == e.start && e.r.flags&numeral.Word != 0 {
		return true // the Three Gorges
	}
	return (before.Len() > 0 || e.r.flags == 0) && e.headAfter(at) == at && e.left == e.start
}

// year finds a bare year of the present age: in 2020, since 1999, 2020 graduates.
func (e *enReader) year() bool {
	r := e.r
	v, ok := r.low.Int()
	if !ok || r.num.Len() != 4 || v < 1000 || v > 2999 {
		return false
	}
	if before := wordBefore(e.text, e.start).In(e.text); v < 1900 || v > 2099 {
		for _, w := range [...]string{"in", "by", "since", "until", "till", "year", "AD", "A.D", "BC", "B.C", "circa", "early", "late", "mid"} {
			if equalFold(before, w) && e.headAfter(r.num.End) == r.num.End {
				return true
			}
		}
		return has(e.text, e.start-5, "A.D. ") || has(e.text, e.start-5, "B.C. ")
	}
	if e.left < e.start && r.cmp != "~" && !equalFold(e.text[e.left:e.start], "over ") {
		return false
	}
	if end := e.headAfter(r.num.End); end > r.num.End {
		w := wordBefore(e.text, e.left)
		c := e.lex.lookup(w.In(e.text))
		head := e.lex.lookup(wordBefore(e.text, end).In(e.text))
		counted := head&pluralWord != 0 || c&beWord != 0 || equalFold(w.In(e.text), "total") || equalFold(w.In(e.text), "all")
		return !counted || c&(stopWord|monthWord) != 0 && c&beWord == 0 || w.Len() == 0
	}
	return true
}

// dayOfMonth finds July 26, 26 July, and the later members of July 17 and 22.
func (e *enReader) dayOfMonth() bool {
	r := e.r
	v, ok := r.low.Int()
	if !ok {
		return false
	}
	w := wordAt(e.text, spaceAt(e.text, r.num.End))
	next := e.lex.lookup(w.In(e.text))
	if v >= 1 && v <= 31 && next&monthWord != 0 && isUpper(e.text[w.Start]) {
		return true
	}
	at := e.start
	for range 5 {
		w := wordBefore(e.text, at)
		if at > 4 && has(e.text, at-2, ". ") { // Aug. 14
			w = wordBefore(e.text, at-2)
		}
		if w.Len() == 0 {
			if at < 3 || e.text[at-1] != ' ' || e.text[at-2] != ',' || v < 1900 && !isDigit(e.text[at-3]) {
				return false
			}
			at -= 2
			continue
		}
		in := w.In(e.text)
		if e.lex.lookup(in)&monthWord != 0 && isUpper(in[0]) {
			return v >= 1 && v <= 31 || at != e.start && v >= 1900 && v <= 2099
		}
		if !isDigit(in[0]) && !equalFold(in, "and") && !equalFold(in, "to") && !equalFold(in, "through") {
			return false
		}
		at = w.Start
	}
	return false
}

// clock finds hours of the day: 5 p.m., at 8 o'clock.
func (e *enReader) clock() bool {
	at := spaceAt(e.text, e.r.num.End)
	w := wordAt(e.text, at).In(e.text)
	for _, s := range [...]string{"a.m", "p.m", "am", "pm", "o'clock", "o’clock", "noon", "GMT", "hours"} {
		if equalFold(w, s) {
			return true
		}
	}
	for _, s := range [...]string{" in the morning", " in the afternoon", " in the evening", " at night"} {
		if has(e.text, e.r.num.End, s) && e.r.low.Less(numeral.Number{Mantissa: 25}) {
			return true
		}
	}
	return false
}

// labelBefore reports whether the word before makes the number a label.
func (e *enReader) labelBefore() bool {
	w := wordBefore(e.text, e.start)
	if w.Len() == 0 { // "No. 5": the dot stands between
		if at := e.start - 2; at > 0 && has(e.text, at, ". ") {
			w = extract.Span{Start: wordBefore(e.text, at).Start, End: at}
			return equalFold(w.In(e.text), "no") || equalFold(w.In(e.text), "nos") || equalFold(w.In(e.text), "art") || equalFold(w.In(e.text), "vol") ||
				equalFold(w.In(e.text), "fig") || equalFold(w.In(e.text), "p")
		}
		return false
	}
	in := w.In(e.text)
	if e.lex.lookup(in)&labelWord == 0 {
		return false
	}
	switch { // "group" and its like label only in capitals: "Group 3"
	case equalFold(in, "no"):
		return has(e.text, w.End, ".") || e.r.num.Start-w.End <= 1 && isUpper(in[0])
	case equalFold(in, "number"), equalFold(in, "numbers"), equalFold(in, "page"), equalFold(in, "pages"), equalFold(in, "article"), equalFold(in, "chapter"),
		equalFold(in, "clause"), equalFold(in, "paragraph"), equalFold(in, "room"), equalFold(in, "ranked"), equalFold(in, "rank"), equalFold(in, "ranking"), equalFold(in, "seeded"),
		equalFold(in, "version"), equalFold(in, "grade"), equalFold(in, "grades"), equalFold(in, "phase"), equalFold(in, "level"), equalFold(in, "levels"), equalFold(in, "row"):
		return true
	}
	return isUpper(in[0])
}

// labelled finds labels that count nothing after all.
func (e *enReader) labelled() bool {
	if !e.labelBefore() {
		return e.labelList()
	}
	end := e.headAfter(e.r.num.End)
	return end == e.r.num.End || e.lex.lookup(wordBefore(e.text, e.start).In(e.text))&labelWord != 0 && isUpper(e.text[wordBefore(e.text, e.start).Start])
}

// scored finds the result of a match: 3-2.
func (e *enReader) scored() bool {
	end := e.r.num.End
	if e.r.isRange {
		return false
	}
	if end+1 < len(e.text) && e.text[end] == '-' && isDigit(e.text[end+1]) {
		return true
	}
	if has(e.text, end, "\u2013") && end+3 < len(e.text) && isDigit(e.text[end+3]) {
		return true
	}
	at := e.start
	return at > 1 && e.text[at-1] == '-' && isDigit(e.text[at-2]) || at > 3 && has(e.text, at-3, "\u2013") && isDigit(e.text[at-4])
}

// properName finds a number that is the last part of a name: Boeing 737,
// Windows 10. A sentence may well begin with a word before a number.
func (e *enReader) properName() bool {
	r := e.r
	w := wordBefore(e.text, e.start)
	if w.Len() == 0 || w.End == e.start {
		return false
	}
	if acronym(w.In(e.text)) && e.left == e.start && r.low.Less(numeral.Number{Mantissa: 100}) && !sentenceStart(e.text, w.Start) && e.lex.lookup(w.In(e.text)) == 0 {
		return true
	}
	if !isUpper(e.text[w.Start]) {
		return false
	}
	if e.lex.lookup(w.In(e.text))&(stopWord|beWord|upWord|downWord) != 0 || e.left < e.start {
		return false
	}
	if sentenceStart(e.text, w.Start) && w.Len() > 1 && !isUpper(e.text[w.End-1]) {
		return false
	}
	return e.headAfter(r.num.End) == r.num.End
}

// memberOf finds a small number that only tells like things apart, right after
// their noun: option 2, chip 5.
func (e *enReader) memberOf() bool {
	r := e.r
	if !r.low.Less(numeral.Number{Mantissa: 100}) || e.left < e.start || e.headAfter(r.num.End) > r.num.End {
		return false
	}
	w := wordBefore(e.text, e.start)
	in := w.In(e.text)
	if w.Len() < 3 || w.End != e.start-1 || !isLetter(in[0]) {
		return false
	}
	return e.lex.lookup(in)&^(singularWord|attributiveWord|labelWord) == 0 && !e.verb(in) && !equalFold(in, "and")
}

// acronym reports whether a word is written with capitals past its first
// letter: HIV, iPhone.
func acronym(w string) bool {
	for i := 1; i < len(w); i++ {
		if isUpper(w[i]) {
			return true
		}
	}
	return false
}

func sentenceStart(text string, at int) bool {
	if at == 0 {
		return true
	}
	if text[at-1] == '\n' || at > 1 && text[at-1] == ' ' && (text[at-2] == '.' || text[at-2] == '!' || text[at-2] == '?' || text[at-2] == '"' || text[at-2] == '\n') {
		return true
	}
	return quoteAt(text, at-3) > 0
}

// labelList finds the later members of a list of labels: volumes 1 and 2.
func (e *enReader) labelList() bool {
	at := e.start
	for range 8 {
		w := wordBefore(e.text, at)
		in := w.In(e.text)
		switch {
		case w.Len() == 0 && has(e.text, at-2, ", ") && at > 2 && isDigit(e.text[at-3]):
			at -= 2
		case w.Len() == 0 && has(e.text, at-2, "& "):
			at -= 2
		case equalFold(in, "and") || equalFold(in, "or") || equalFold(in, "to") || in != "" && isDigit(in[0]) && at < e.start:
			at = w.Start
		default:
			return at < e.start && isDigit(e.text[at]) && e.lex.lookup(in)&labelWord != 0
		}
	}
	return false
}
