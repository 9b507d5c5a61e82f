package date

import (
	"strconv"
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// rulesEN lists the English rules; each has its marked cases.
var rulesEN = []string{
	"en/day", "en/month", "en/year", "en/weekday", "en/today", "en/relative", "en/anaphora", "en/quarter",
	"en/season", "en/period", "en/decade", "en/century", "en/plan", "en/holiday", "en/numeric", "en/clock",
	"en/part-of-day", "en/range", "en/duration", "en/ago", "en/frequency", "en/vague",
}

// englishReader reads the time expressions of English sentences.
type englishReader struct {
	lex     *lexiconEN
	text    string
	t       []token
	passage int
	depth   int // of expressions within expressions
}

// maxDepth bounds them: the end of the first week of last May needs three.
const maxDepth = 4

// found is what a production has read: an expression and the token after it.
// next is 0 when the production does not apply.
type found struct {
	expr  expr
	start int // first token, when it is not the one asked for
	lead  int // bytes before the first token that belong to the span
	next  int
}

// sentence appends the expressions of one sentence.
func (r *englishReader) sentence(out []expr, text string, s extract.Span, passage int) []expr {
	r.text, r.passage = text, passage
	r.t = r.lex.tokenize(r.t[:0], text, s.Start, s.End)
	for i := 0; i < len(r.t); {
		if c := r.t[i].class; c <= punct || c == willWord || c == wasWord || c == guardWord {
			i++
			continue
		}
		f := r.item(i)
		if f.next == 0 {
			i++
			continue
		}
		e := f.expr
		e.passage = passage
		e.Start, e.End = r.t[max(i, f.start)].start, r.t[f.next-1].end
		if f.start < 0 {
			e.Start = r.t[i+f.start].start
		}
		if e.tense == noTense {
			e.tense = r.tenseAround(i, f.next)
		}
		if e.mod == "" && e.from.mod == "" {
			e.mod = r.modAround(i, f.next)
			if e.kind != isDuration && (e.mod == modMore || e.mod == modLess) {
				e.mod = ""
			}
		}
		out = append(out, e)
		i = f.next
		out, i = r.listed(out, i)
	}
	return out
}

// listed reads the days and months of a list that share what the first one
// says: July 17 and 22.
func (r *englishReader) listed(out []expr, i int) ([]expr, int) {
	last := out[len(out)-1]
	w := last.from
	for w.grain == day && last.kind == isPoint && w.month.how == absolute && w.day.how == absolute && !w.clock && w.holiday == nil {
		k := i + 1
		if !r.is(i, "and", "or") && !r.sign(i, ',') || !r.dayNumber(k) || !r.t[k].has(digital) || r.clockish(k) {
			break
		}
		if c := r.class(k + 1); r.countNoun(k+1) || c == monthName || c == unitName {
			break
		}
		if r.sign(i, ',') && !r.is(k+1, "and", "or") {
			break
		}
		e := last
		e.from.day, e.mod = abs(r.t[k].n), ""
		e.Start, e.End = r.t[k].start, r.t[k].end
		out, i = append(out, e), k+1
	}
	return out, i
}

// item reads the longest expression that begins at token i.
func (r *englishReader) item(i int) found {
	best := r.frequency(i)
	for _, read := range [...]func(*englishReader, int) found{
		(*englishReader).rangeOrPoint, (*englishReader).duration, (*englishReader).vague,
	} {
		if f := read(r, i); f.next > best.next {
			best = f
		}
	}
	return best
}

// class is the class of token i, punct beyond the ends.
func (r *englishReader) class(i int) class {
	if i < 0 || i >= len(r.t) {
		return punct
	}
	return r.t[i].class
}

// is reports whether token i is one of the lower-case words or signs.
func (r *englishReader) is(i int, words ...string) bool {
	if i < 0 || i >= len(r.t) {
		return false
	}
	t := &r.t[i]
	w := r.text[t.start:t.end]
	for _, x := range words {
		if len(x) == len(w) && foldPrefix(w, x) == len(x) {
			return true
		}
	}
	return false
}

// sign reports whether token i is the punctuation sign.
func (r *englishReader) sign(i int, c byte) bool {
	return i >= 0 && i < len(r.t) && r.t[i].class == punct && r.t[i].n == int(c)
}

// glued reports whether token i stands directly after token i-1.
func (r *englishReader) glued(i int) bool {
	return i > 0 && i < len(r.t) && !r.t[i].has(spaced)
}

// skip is i, or i+1 when token i is one of the words.
func (r *englishReader) skip(i int, words ...string) int {
	if r.is(i, words...) {
		return i + 1
	}
	return i
}

// name reports whether token i is a capitalised word that means nothing here.
func (r *englishReader) name(i int) bool {
	return r.class(i) == other && i >= 0 && i < len(r.t) && r.t[i].has(capital)
}

// tenseAround is the direction of the verb nearest to the tokens i to j.
func (r *englishReader) tenseAround(i, j int) tense {
	for d := 1; d <= 14; d++ {
		for _, k := range [...]int{j + d - 1, i - d} {
			switch r.class(k) {
			case willWord:
				return futureTense
			case wasWord:
				if !r.is(k-1, "be", "to", "is", "are") {
					return pastTense
				}
			case other:
				if d <= 6 && r.pastVerb(k) {
					return pastTense
				}
			}
		}
	}
	return noTense
}

// pastVerb reports whether token k is a verb in -ed that tells of the past.
func (r *englishReader) pastVerb(k int) bool {
	t := &r.t[k]
	return t.end-t.start > 4 && !t.has(capital) && r.text[t.end-2:t.end] == "ed" &&
		!r.among(k-1, noPastBefore) && !r.is(k-2, "be", "to", "is", "are")
}

// modAround reads the qualifier before an expression, or "later" after it.
func (r *englishReader) modAround(i, j int) string {
	if r.is(j, "later", "after", "afterwards", "afterward") && r.class(i) != dayName {
		return modAfter
	}
	if r.is(j, "earlier", "before", "beforehand") {
		return modBefore
	}
	article := false
	for i > 0 && r.is(i-1, "the", "a", "an") {
		article, i = r.is(i-1, "the"), i-1
	}
	switch {
	case article && r.is(i-1, "over", "about", "around", "within"):
		return ""
	case r.is(i-1, "about", "around", "nearly", "almost", "roughly", "approximately", "some", "circa"):
		return modApprox
	case r.is(i-1, "than") && r.is(i-2, "more", "longer"), r.is(i-1, "over", "least", "exceeding"):
		return modMore
	case r.is(i-1, "than") && r.is(i-2, "less", "fewer"), r.is(i-1, "within", "under") || r.is(i-1, "to") && r.is(i-2, "up"):
		return modLess
	case r.is(i-1, "by", "before"):
		return modBefore
	case r.is(i-1, "after"):
		return modAfter
	}
	return ""
}

// vague reads recently, at present, from now on, recent years, the past.
func (r *englishReader) vague(i int) found {
	t := &r.t[i]
	value, next := "", i+1
	switch {
	case t.class == vagueWord && t.entry.value == future && r.is(i, "future"):
		if !r.is(i-1, "the", "near") || !r.is(i-2, "in", "for", "of", "into") || r.class(i+1) == other && !r.is(i+1, "and", "as", "to", "when", "if", "because", "by", "with") {
			return found{}
		}
		value = future
	case t.class == halfLength:
		return found{expr: expr{kind: isDuration, value: t.entry.value, rule: "en/duration", confidence: 0.8}, next: next}
	case t.class == vagueWord && r.is(i, "next step", "next stage") && !(r.is(i-1, "the") && r.is(i-2, "in", "for", "as")):
		return found{}
	case t.class == vagueWord:
		if t.has(capital) && r.name(i-1) || r.is(i, "other day") && !r.is(i-1, "the") || r.is(i, "now") && r.is(i-1, "by") {
			return found{}
		}
		value = t.entry.value
	case t.class == nearWord:
		value = past
		next = r.pluralUnit(i + 1)
	case t.class == relWord && t.n != 0 && r.pluralUnit(i+1) > 0:
		next = r.pluralUnit(i + 1)
		value = map[bool]string{true: past, false: future}[t.n < 0]
	case r.is(i, "past") && r.is(i-1, "the") && r.is(i-2, "in", "of") && (r.class(i+1) == punct || r.among(i+1, afterPast)):
		value = past
	}
	if value == "" || next == 0 {
		return found{}
	}
	return found{expr: expr{kind: isVague, value: value, rule: "en/vague", confidence: 0.85}, next: next}
}

// pluralUnit is the token after "years", "few months" and the like.
func (r *englishReader) pluralUnit(i int) int {
	i = r.skip(i, "few", "several")
	if r.class(i) == unitName && r.t[i].has(plural) && unit(r.t[i].n) >= day {
		return i + 1
	}
	if r.is(i, "times") {
		return i + 1
	}
	return 0
}

// frequency reads daily, every year, each Monday, every two days, weekends.
func (r *englishReader) frequency(i int) found {
	t := &r.t[i]
	value, next := "", i+1
	switch {
	case t.class == setWord:
		if t.has(capital) && i > 0 || r.is(i, "daily", "everyday") && r.among(next, dailyNouns) {
			return found{} // the China Daily, daily life
		}
		value = t.entry.value
	case t.class == everyWord:
		value, next = r.every(i + 1)
		if t.n == 1 && r.is(next-1, "second", "minute", "hour") {
			return found{} // a speed
		}
		if next > 0 && r.is(i-1, "once") {
			return found{expr: frequencyExpr(value), start: i, next: next}
		}
	case t.class == dayName && t.has(plural) && t.has(capital):
		value = "R/P1W"
		if r.class(i+1) == partWord {
			next++
		}
	case r.is(i, "weekends") && r.class(i-1) != number:
		value = "R/P1W"
	case t.class == dayName && r.class(i+1) == partWord && r.t[i+1].has(plural):
		value, next = "R/P1W", i+2
	case t.class == number && t.has(ordinal):
		k := r.skip(i+1, "day")
		if !r.is(k, "of") || r.class(k+1) != everyWord || r.class(k+2) != unitName || !r.dayNumber(i) {
			return found{}
		}
		value, next = r.every(k + 2)
	case t.class == number:
		return r.everyClock(i)
	}
	if value == "" || next == 0 {
		return found{}
	}
	if j, _, ok := r.clockAfter(next); ok {
		next = j
	}
	return found{expr: frequencyExpr(value), next: next}
}

func frequencyExpr(value string) expr {
	return expr{kind: isFrequency, value: value, rule: "en/frequency", confidence: 0.85}
}

// clockAfter reads "at 4pm" or "19:00" after a day.
func (r *englishReader) clockAfter(i int) (next int, w when, ok bool) {
	j := r.skip(i, "at", "around")
	if w, next = r.clock(j); next > 0 {
		return next, w, true
	}
	return 0, w, false
}

// everyClock reads "17:00 every Friday", and "to 5:00 every Sunday" after it.
func (r *englishReader) everyClock(i int) found {
	_, j := r.clock(i)
	if j > 0 && r.class(j) == setWord && r.is(j, "everyday", "daily", "every day") {
		return found{expr: frequencyExpr("R/P1D"), next: j + 1}
	}
	if j == 0 || r.class(j) != everyWord {
		return found{}
	}
	value, next := r.every(j + 1)
	if next == 0 {
		return found{}
	}
	if r.is(next, "to", "until", "till") && r.class(next+1) == number {
		if f := r.everyClock(next + 1); f.next > 0 {
			next = f.next
		}
	}
	return found{expr: frequencyExpr(value), next: next}
}

// every reads what comes back: year, two days, Monday, other week, morning.
func (r *englishReader) every(i int) (value string, next int) {
	n := 1
	switch {
	case r.class(i) == number && !r.t[i].has(ordinal|fraction):
		n, i = r.t[i].n, i+1
	case r.is(i, "other"), r.is(i, "second") && r.class(i+1) == unitName:
		n, i = 2, i+1
	case r.is(i, "few", "several"):
		n, i = 0, i+1
	}
	if i >= len(r.t) {
		return "", 0
	}
	t := &r.t[i]
	count := strconv.Itoa(n)
	if n == 0 {
		count = "X"
	}
	switch {
	case t.class == unitName:
		return "R/" + durationValue(count, unit(t.n)), i + 1
	case t.class == dayName, r.is(i, "weekday", "workday"):
		return "R/P" + count + map[bool]string{true: "W", false: "D"}[t.class == dayName], i + 1
	case t.class == partWord:
		return "R/P" + count + "D", i + 1
	case t.class == monthName && t.has(capital), t.class == seasonWord:
		return "R/P" + count + "Y", i + 1
	}
	return "", 0
}

// sentenceStart reports whether only signs stand before token i.
func (r *englishReader) sentenceStart(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if r.t[k].class != punct {
			return false
		}
		if strings.IndexByte("(\"'", byte(r.t[k].n)) < 0 {
			return true
		}
	}
	return true
}
