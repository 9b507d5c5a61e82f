package speech

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// listed reads a sentence that announces points and leaves them to the
// sentences after it: "Li Hua made five comments. First, ...", 李华提出三点要求：一是……
func (r *reader) listed(p int) bool {
	s := r.passages[p]
	verb, after, ok := r.listVerbEN(s)
	if r.chinese {
		verb, after, ok = r.listVerbZH(s)
	}
	if !ok || r.quoted(verb.Start) >= 0 {
		return false
	}
	m := r.listSpeaker(verb, s)
	if m < 0 {
		return false
	}
	said := trimClause(r.text, extract.Span{Start: after, End: s.End})
	if !r.chinese || utf8.RuneCountInString(said.In(r.text)) < 6 {
		if p+1 >= len(r.passages) || !r.opensList(r.passages[p+1]) {
			return false
		}
		said = r.passages[p+1]
	}
	end := r.paragraphOf(said.Start).End
	q := extract.Quote{Span: trimClause(r.text, extract.Span{Start: said.Start, End: end}), Speaker: m, Verb: r.verbText(verb), Rule: r.rule("listed"), Confidence: 0.8}
	r.add(q)
	r.spoken = append(r.spoken, spoken{attribution{span: verb, verb: verb, speaker: m}, p, -1})
	return true
}

// listSpeaker is the person whom the sentence puts before the verb, or -1.
func (r *reader) listSpeaker(verb, s extract.Span) int {
	from, to := r.d.MentionsIn(extract.Span{Start: s.Start, End: verb.Start})
	if m := r.firstPerson(from, to); m >= 0 && !(r.chinese && r.objectOf(m, s.Start)) {
		return m
	}
	if !r.chinese {
		if m, _, ok := r.pronounBefore(r.stripAdverbs(verb.Start, s.Start), s); ok {
			return m
		}
	}
	return -1
}

// opensList reports whether a sentence begins as the first point of a list does.
func (r *reader) opensList(s extract.Span) bool {
	in := strings.TrimLeft(s.In(r.text), " \u3000“\"")
	for _, w := range []string{"First", "1.", "(1)", "One", "一是", "一要", "首先", "第一", "一、", "（一）"} {
		if strings.HasPrefix(in, w) {
			return true
		}
	}
	return false
}

// listVerbEN finds "made five comments": a verb, a count and a noun within a
// few words.
func (r *reader) listVerbEN(s extract.Span) (verb extract.Span, after int, ok bool) {
	at := s.Start
	for at < s.End {
		for at < s.End && !letter(r.text[at]) {
			at++
		}
		end := at
		for end < s.End && letter(r.text[end]) {
			end++
		}
		w := lower(r.text[at:end])
		switch {
		case verb.Len() > 0 && end-verb.End > 40:
			verb = extract.Span{}
		case r.lexis.is(w, "list-verb"):
			verb = extract.Span{Start: at, End: end}
		case verb.Len() > 0 && r.lexis.is(w, "list-noun"):
			return verb, s.End, true
		}
		at = max(end, at+1)
	}
	return extract.Span{}, 0, false
}

// listVerbZH finds 提出三点要求.
func (r *reader) listVerbZH(s extract.Span) (verb extract.Span, after int, ok bool) {
	in := s.In(r.text)
	for _, v := range r.lexis.lists["list-verb"] {
		i := strings.Index(in, v)
		if i < 0 {
			continue
		}
		rest := in[i+len(v):]
		if strings.HasPrefix(rest, "的") {
			continue
		}
		for _, n := range r.lexis.lists["list-noun"] {
			if j := strings.Index(rest, n); j >= 0 && j <= len("了以下十二") {
				start := s.Start + i
				return extract.Span{Start: start, End: start + len(v)}, start + len(v) + j + len(n), true
			}
		}
	}
	return extract.Span{}, 0, false
}
