package speech

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// contentEN is the indirect speech that goes with an English attribution.
func (r *reader) contentEN(v verb, a *attribution, s extract.Span, direct bool) (extract.Span, bool) {
	if a.speaker < 0 || v.clause == "quote" {
		return extract.Span{}, false
	}
	if a.inverted {
		if direct {
			return extract.Span{}, false
		}
		return r.clauseBefore(a, s)
	}
	tail := extract.Span{Start: a.span.End, End: s.End}
	if start, ok := r.thatClause(v, tail); ok {
		return r.clauseFrom(start, s)
	}
	if direct {
		return extract.Span{}, false
	}
	rest := strings.TrimLeft(tail.In(r.text), " ")
	if c, ok := r.clauseBefore(a, s); ok && (rest == "" || strings.ContainsAny(rest[:1], ".,;!?") || r.adjunct(rest) == len(strings.TrimRight(rest, ".!? "))) {
		return c, true
	}
	switch {
	case rest == "" || v.participle && v.clause != "open":
		return extract.Span{}, false
	case v.clause == "object" && letter(rest[0]):
		return r.clauseFrom(s.End-len(rest), s)
	case rest[0] == ':' || rest[0] == ',' && v.clause == "open" && !r.participleNext(rest[1:]):
		return r.clauseFrom(s.End-len(rest)+1, s)
	case v.clause != "open" || strings.ContainsAny(rest[:1], ".,;!?)"):
		return extract.Span{}, false
	}
	n := r.adjunct(rest)
	if n == 0 && !r.startsClause(rest) {
		return extract.Span{}, false
	}
	return r.clauseFrom(s.End-len(rest)+n, s)
}

// clauseFrom is the speech from start to the end of the sentence.
func (r *reader) clauseFrom(start int, s extract.Span) (extract.Span, bool) {
	c := trimClause(r.text, extract.Span{Start: min(start, s.End), End: s.End})
	return c, words(c.In(r.text)) >= 3 && r.quoted(c.Start) < 0
}

// clauseBefore is the speech before an attribution that a comma sets off:
// "Prices will fall, Li Hua said."
func (r *reader) clauseBefore(a *attribution, s extract.Span) (extract.Span, bool) {
	start := a.span.Start
	before := strings.TrimRight(r.text[s.Start:start], " ")
	for _, the := range []string{" the", " Mr.", " Ms."} {
		before = strings.TrimSuffix(before, the)
	}
	if !strings.HasSuffix(before, ",") {
		return extract.Span{}, false
	}
	c := trimClause(r.text, extract.Span{Start: s.Start + dateline(before), End: s.Start + len(before)})
	if words(c.In(r.text)) < 4 || r.opensAside(c.In(r.text)) || r.quoted(c.End-1) >= 0 {
		return c, false
	}
	return c, true
}

// dateline is the length of the dateline that a sentence begins with: WUHAN,
// July 26 (Xinhua) -- ...
func dateline(s string) int {
	for _, dash := range []string{" -- ", " — ", " – "} {
		if i := strings.Index(s[:min(len(s), 80)], dash); i > 0 && (s[:min(i, 5)] == strings.ToUpper(s[:min(i, 5)]) || s[i-1] == ')') {
			return i + len(dash)
		}
	}
	return 0
}

// opensAside reports whether words before a comma set the scene and are not
// speech: "In an interview on Monday, Li Hua said".
func (r *reader) opensAside(c string) bool {
	first, _, _ := strings.Cut(c, " ")
	switch lower(first) {
	case "in", "on", "at", "during", "after", "before", "when", "while", "as", "since", "with", "by", "for", "from", "under", "speaking", "according", "asked", "following", "if", "although", "though", "despite", "meanwhile", "last", "this", "today", "earlier":
		return true
	}
	return false
}

// thatClause is the place after "that" where it opens the speech, over a
// listener or a short phrase of time or place.
func (r *reader) thatClause(v verb, tail extract.Span) (int, bool) {
	rest := tail.In(r.text)
	for at := 0; ; {
		i := strings.Index(rest[at:], " that ")
		if i < 0 || at+i > 110 {
			return 0, false
		}
		gap := strings.TrimSpace(rest[:at+i])
		at += i + len(" that ")
		next, _, _ := strings.Cut(rest[at:], " ")
		switch next {
		case "day", "year", "month", "time", "week", "morning", "evening":
			continue
		}
		if strings.ContainsAny(gap, ".;:!?“\"(") {
			return 0, false
		}
		if i := strings.Index(gap, " to "); i >= 0 && !listener(gap[i+len(" to "):]) {
			return 0, false // proposed on Tuesday to ban clauses that bind workers
		}
		gap = strings.TrimSuffix(gap, ",")
		if gap == "out" { // pointed out that
			gap = ""
		}
		gap = strings.TrimPrefix(gap, "out ")
		listens := strings.HasPrefix(v.form, "t") && strings.HasSuffix(v.form, "ld") || strings.HasPrefix(v.form, "remind") || strings.HasPrefix(v.form, "warn")
		if gap == "" || r.adjunct(gap) == len(gap) || listens && words(gap) <= 8 {
			return tail.Start + at, true
		}
		return 0, false
	}
}

// listener reports whether the words can name who was spoken to.
func listener(words string) bool {
	first, _, _ := strings.Cut(words, " ")
	switch first {
	case "the", "a", "his", "her", "their", "reporters", "journalists", "lawmakers", "media":
		return true
	}
	return first != "" && first[0] >= 'A' && first[0] <= 'Z'
}

// adjunct is the length of the phrase of time, place or manner that s begins
// with, up to the end of a date, a comma or all of s; 0 when there is none.
func (r *reader) adjunct(s string) int {
	first, _, _ := strings.Cut(s, " ")
	switch lower(strings.TrimRight(first, ".,!?")) {
	case "on", "at", "in", "during", "to", "via", "by", "through", "outside", "inside", "before", "ahead", "last", "this", "yesterday", "today", "earlier", "recently", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "when", "while", "after":
	default:
		return 0
	}
	if i := strings.IndexByte(s, ','); i >= 0 && i <= 90 {
		return i
	}
	if len(s) <= 90 && !strings.Contains(strings.TrimRight(s, ". "), ". ") && !r.hasModal(s) {
		return len(strings.TrimRight(s, ".!? "))
	}
	return 0
}

func (r *reader) hasModal(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if r.lexis.is(w, "modal") || r.lexis.is(w, "past") || w == "is" || w == "are" || w == "has" || w == "have" {
			return true
		}
	}
	return false
}

// startsClause reports whether the words after an open verb can be a clause
// of their own: they hold a verb and do not continue the verb itself.
func (r *reader) startsClause(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	switch strings.TrimRight(lower(first), ",.") {
	case "to", "so", "nothing", "in", "on", "at", "of", "for", "about", "with", "goodbye", "hello", "yes", "no", "and", "or", "by", "from", "outside", "inside", "before", "ahead":
		return false
	}
	return words(s) >= 4
}

// participleNext reports whether the words open with a participle: ", adding".
func (r *reader) participleNext(s string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return strings.HasSuffix(first, "ing") || first == "and" || first == "but" || first == "who"
}
