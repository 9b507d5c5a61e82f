package speech

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// nextVerbEN is the first reporting verb that starts at or after at, within s.
func (r *reader) nextVerbEN(at int, s extract.Span) (verb, extract.Span) {
	for at < s.End {
		for at < s.End && !letter(r.text[at]) {
			at++
		}
		end := at
		for end < s.End && (letter(r.text[end]) || r.text[end] == '-') {
			end++
		}
		if end == at {
			break
		}
		w := lower(r.text[at:end])
		if (w == "called" || w == "calls") && strings.HasPrefix(r.text[end:s.End], " for ") {
			return r.lexis.verbs[w+" for"], extract.Span{Start: at, End: end + len(" for")}
		}
		if v, ok := r.lexis.verbs[w]; ok {
			return v, extract.Span{Start: at, End: end}
		}
		at = end
	}
	return verb{}, extract.Span{}
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c >= 0x80 }

// lower avoids the allocation where the word is in lower case already.
func lower(w string) string {
	for i := range len(w) {
		if 'A' <= w[i] && w[i] <= 'Z' {
			return strings.ToLower(w)
		}
	}
	return w
}

// joinsBeforeEN reports whether the quotation ends right before the
// attribution: "...," said Li Hua.
func (r *reader) joinsBeforeEN(q *quotation, a *attribution) bool {
	gap := r.text[q.outer.End:max(a.span.Start, q.outer.End)]
	if strings.HasSuffix(q.inner.In(r.text), ".") && !a.inverted && r.leads(a) {
		return false // "They left." The bank asked for more: another sentence
	}
	rest := strings.TrimLeft(gap, " ,\n\u00a0")
	for _, opener := range []string{"", "the ", "The ", "Mr. ", "Ms. ", "Mr ", "Ms ", "Mrs. ", "Dr. "} {
		if rest == opener {
			return r.sentenceLike(q) && !(strings.Contains(gap, "\n") && r.leads(a))
		}
	}
	return len(rest) < 60 && !strings.ContainsAny(rest, ".,;:!?\n") && !a.inverted && r.sentenceLike(q) && r.roleWords(rest)
}

// leads reports whether the attribution has words of its own after the verb,
// so that a quotation in the paragraph before needs no speaker from it.
func (r *reader) leads(a *attribution) bool {
	rest := r.text[a.span.End:]
	return !strings.HasPrefix(rest, ".") && !strings.HasPrefix(rest, ",")
}

// roleWords reports whether the words before a name can be its title.
func (r *reader) roleWords(words string) bool {
	for w := range strings.FieldsSeq(words) {
		w = lower(w)
		if _, isVerb := r.lexis.verbs[w]; isVerb || r.lexis.is(w, "past") || r.lexis.is(w, "modal") || w == "but" || w == "because" {
			return false
		}
	}
	return true
}

// joinsAfterEN reports whether the attribution leads to the quotation:
// Li Hua said at the meeting, "...".
func (r *reader) joinsAfterEN(q *quotation, a *attribution) bool {
	gap := r.text[min(a.span.End, q.outer.Start):q.outer.Start]
	if len(gap) > 120 || strings.ContainsAny(gap, ".;!?\n") {
		return false
	}
	bare := strings.TrimSpace(gap)
	switch {
	case bare == "", bare == "that" && r.sentenceLike(q):
		return r.sentenceLike(q)
	case strings.Contains(gap, " that "), strings.HasSuffix(bare, " that"):
		return false
	case strings.HasSuffix(bare, ":"):
		return true
	case strings.HasSuffix(bare, ","):
		return len(strings.Fields(q.inner.In(r.text))) >= 2
	}
	return false
}

// sourceEN finds "According to X, ..." and "..., according to X".
func (r *reader) sourceEN(s extract.Span, p int) bool {
	const phrase = "ccording to "
	for at := s.Start; at < s.End; {
		i := strings.Index(r.text[at:s.End], phrase)
		if i < 1 {
			return false
		}
		start := at + i - 1
		at += i + len(phrase)
		m, ok := r.sourceName(at, s)
		if !ok || r.quoted(start) >= 0 {
			continue
		}
		verb := extract.Span{Start: start, End: at - 1}
		end := r.skipAppositive(r.d.Mentions[m].End, s)
		a := attribution{span: extract.Span{Start: start, End: end}, verb: verb, speaker: m, confidence: 0.8}
		content := extract.Span{Start: end, End: s.End}
		if start > s.Start && r.text[start] == 'a' {
			content = extract.Span{Start: s.Start, End: start}
		} else if end < s.End && r.text[end] != ',' {
			continue
		}
		content = trimClause(r.text, content)
		if words(content.In(r.text)) < 4 {
			continue
		}
		q := r.add(extract.Quote{Span: content, Speaker: m, Verb: r.verbText(verb), Rule: "en/according-to", Confidence: a.confidence})
		r.spoken = append(r.spoken, spoken{a, p, q})
		return true
	}
	return false
}

// sourceName is the person or body right after "according to", perhaps behind
// "a report by the".
func (r *reader) sourceName(at int, s extract.Span) (int, bool) {
	from, to := r.d.MentionsIn(extract.Span{Start: at, End: s.End})
	if from == to {
		return 0, false
	}
	m := &r.d.Mentions[from]
	between := r.text[at:m.Start]
	if len(between) > 60 || strings.ContainsAny(between, ",.;:“”\"") {
		return 0, false
	}
	if m.Label() == extract.LabelBody {
		if next := from + 1; next < to && r.d.Mentions[next].Label() == extract.LabelPerson && !strings.ContainsAny(r.text[m.End:r.d.Mentions[next].Start], ",.;:'’") {
			return next, r.roleWords(between)
		}
	}
	if m.Label() != extract.LabelPerson && m.Label() != extract.LabelBody {
		return 0, false
	}
	return from, r.sourceWords(between)
}

// sourceWords reports whether the words lead from "according to" to who says it.
func (r *reader) sourceWords(between string) bool {
	fields := strings.Fields(lower(between))
	if len(fields) == 0 || len(fields) == 1 && fields[0] == "the" {
		return true
	}
	for i, w := range fields {
		switch w {
		case "by", "from", "issued", "released", "of":
			return i > 0 && strings.Contains(" data statistics figures report reports statement announcement survey forecast estimates news information ", " "+fields[0+boolInt(fields[0] == "the" || fields[0] == "a" || fields[0] == "latest")]+" ")
		}
	}
	return strings.HasPrefix(between, "Mr") || strings.HasPrefix(between, "Ms")
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// skipAppositive steps over ", head of the bureau," after a name and returns
// the place of the comma that ends it, or the place itself.
func (r *reader) skipAppositive(at int, s extract.Span) int {
	rest := r.text[at:s.End]
	if !strings.HasPrefix(rest, ", ") || !r.personEnds(at) {
		return at
	}
	end := strings.Index(rest[2:], ",")
	if end < 0 || end > 150 {
		return at
	}
	first, _, _ := strings.Cut(rest[2:2+end], " ")
	if first == "the" || first == "a" || first == "an" || first == "who" || r.isRole(rest[2:2+end], at) {
		return at + 2 + end
	}
	return at
}

// personEnds reports whether a person mention ends at the place.
func (r *reader) personEnds(at int) bool {
	from, to := r.d.MentionsIn(extract.Span{Start: max(0, at-80), End: at})
	return from < to && r.d.Mentions[to-1].End == at && r.d.Mentions[to-1].Label() == extract.LabelPerson
}

// isRole reports whether the words are the role of the person who ends at the place.
func (r *reader) isRole(words string, end int) bool {
	from, to := r.d.MentionsIn(extract.Span{Start: max(0, end-80), End: end})
	if from == to {
		return false
	}
	p, ok := r.d.Mentions[to-1].Value.(*extract.Person)
	return ok && p.Role != "" && strings.Contains(strings.ToLower(words), strings.ToLower(p.Role))
}

func words(s string) int { return len(strings.Fields(s)) }
