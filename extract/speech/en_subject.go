package speech

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// appositive is the longest description, in bytes, that may stand between a
// name and its verb.
const appositive = 220

// subjectEN finds who the verb at v belongs to.
func (r *reader) subjectEN(v verb, at, s extract.Span) (attribution, bool) {
	a := attribution{verb: at, clause: v.clause, speaker: -1}
	end := r.stripDate(r.stripAdverbs(at.Start, s.Start), s.Start)
	if v.participle {
		return r.participleSubject(a, s)
	}
	if m, conf, ok := r.nameBefore(end, s); ok {
		a.speaker, a.confidence, a.span = m, conf, extract.Span{Start: r.d.Mentions[m].Start, End: at.End}
		return a, true
	}
	if m, ok := r.nameAfter(at, s); ok {
		a.speaker, a.confidence, a.inverted = m, 0.9, true
		a.span = extract.Span{Start: at.Start, End: r.d.Mentions[m].End}
		return a, true
	}
	if m, start, ok := r.pronounBefore(end, s); ok {
		a.speaker, a.confidence, a.span = m, 0.75, extract.Span{Start: start, End: at.End}
		return a, m >= 0
	}
	if m, start, ok := r.describedBefore(end, s); ok {
		a.speaker, a.confidence, a.span = m, 0.7, extract.Span{Start: start, End: at.End}
		return a, true
	}
	return a, false
}

// stripAdverbs walks left from at over adverbs and spaces.
func (r *reader) stripAdverbs(at, start int) int {
	for {
		end := len(strings.TrimRight(r.text[start:at], " \u00a0")) + start
		w := lastWord(r.text[start:end])
		if w == "" || !r.lexis.is(lower(w), "adverb") {
			return end
		}
		at = end - len(w)
	}
}

// stripDate walks left over a date that ends at the place, with its
// preposition: "Li Hua on Tuesday said".
func (r *reader) stripDate(at, start int) int {
	d, ok := r.dateEnding(at)
	if !ok || d <= start {
		return at
	}
	before := strings.TrimRight(r.text[start:d], " ")
	for _, w := range []string{" on", " in", " late", " early"} {
		before = strings.TrimSuffix(before, w)
	}
	return r.stripAdverbs(start+len(before), start)
}

func lastWord(s string) string {
	i := len(s)
	for i > 0 && letter(s[i-1]) {
		i--
	}
	return s[i:]
}

// nameBefore is the person or body whose name, or whose description between
// commas, ends at end.
func (r *reader) nameBefore(end int, s extract.Span) (int, float64, bool) {
	from, to := r.d.MentionsIn(extract.Span{Start: s.Start, End: end})
	if from == to {
		return 0, 0, false
	}
	last := &r.d.Mentions[to-1]
	if last.End == end {
		switch last.Label() {
		case extract.LabelPerson:
			return to - 1, 0.9, !r.belongs(last.Start, s.Start)
		case extract.LabelBody:
			if m, ok := r.holder(from, to-1); ok {
				return m, 0.8, true
			}
			return to - 1, 0.85, !r.belongs(last.Start, s.Start)
		}
		return 0, 0, false
	}
	if m, ok := r.officeBefore(to-1, end); ok {
		return m, 0.7, true
	}
	if r.text[end-1] != ',' {
		return r.bracketBefore(from, to, end)
	}
	for i := to - 1; i >= from; i-- {
		m := &r.d.Mentions[i]
		if end-m.End > appositive {
			break
		}
		if m.Label() == extract.LabelPerson && r.text[m.End] == ',' && (m.End == end-1 || r.describes(extract.Span{Start: m.End + 1, End: end - 1})) {
			return i, 0.85, !r.belongs(m.Start, s.Start)
		}
	}
	return 0, 0, false
}

// bracketBefore is the name before a bracket that ends at end: "MIIT (the ministry) said".
func (r *reader) bracketBefore(from, to, end int) (int, float64, bool) {
	if r.text[end-1] != ')' {
		return 0, 0, false
	}
	for i := to - 1; i >= from; i-- {
		m := &r.d.Mentions[i]
		gap := r.text[m.End:end]
		if strings.HasPrefix(gap, " (") && strings.Count(gap, "(") == 1 && (m.Label() == extract.LabelPerson || m.Label() == extract.LabelBody) {
			return i, 0.85, true
		}
	}
	return 0, 0, false
}

// describes reports whether the words between commas can describe a person:
// no clause of their own, no quotation.
func (r *reader) describes(s extract.Span) bool {
	in := strings.TrimSpace(s.In(r.text))
	if in == "" || strings.ContainsAny(in, ".;!?“”\"") && !strings.Contains(in, "Inc.") {
		return false
	}
	first, _, _ := strings.Cut(in, " ")
	switch first {
	case "and", "but", "while", "when", "where", "which", "he", "she", "they", "as", "after", "before":
		return false
	}
	return true
}

// belongs reports whether the name at start hangs on words before it: the
// lawyer of X said. Not a subject then.
func (r *reader) belongs(start, from int) bool {
	before := strings.TrimRight(r.text[from:start], " ")
	for {
		w := lastWord(strings.TrimSuffix(before, "."))
		lw := lower(w)
		if lw == "the" || r.lexis.is(lw, "honorific") {
			before = strings.TrimRight(strings.TrimSuffix(strings.TrimSuffix(before, "."), w), " ")
			continue
		}
		switch lw {
		case "of", "with", "for", "about", "behind", "from", "against", "to":
			return true
		}
		return false
	}
}

// holder is the person whose description, not closed by a comma, ends with
// the body at index b: "Li Hua, head of the bureau said".
func (r *reader) holder(from, b int) (int, bool) {
	body := r.d.Mentions[b].Span
	for i := b - 1; i >= from; i-- {
		m := &r.d.Mentions[i]
		if body.Start-m.End > appositive/2 {
			break
		}
		if m.Label() != extract.LabelPerson {
			continue
		}
		gap := r.text[m.End:body.Start]
		switch gap {
		case " of ", " of the ", " from ", " from the ", " at ", " at the ", " with ", " with the ":
			return i, true
		}
		if strings.HasPrefix(gap, ", ") && strings.Count(gap, ",") == 1 && (strings.HasSuffix(gap, " of ") || strings.HasSuffix(gap, " of the ") || strings.HasSuffix(gap, " at ") || strings.HasSuffix(gap, " at the ") || strings.HasSuffix(gap, " with ")) {
			return i, true
		}
		return 0, false
	}
	return 0, false
}

// officeBefore is the body whose nameless voice ends at end: "a MIIT
// spokesperson said".
func (r *reader) officeBefore(m, end int) (int, bool) {
	if r.d.Mentions[m].Label() != extract.LabelBody {
		return 0, false
	}
	gap := strings.TrimPrefix(strings.TrimPrefix(r.text[r.d.Mentions[m].End:end], "’s"), "'s")
	fields := strings.Fields(gap)
	if len(fields) == 0 || len(fields) > 3 || !r.roleWords(gap) {
		return 0, false
	}
	switch strings.TrimSuffix(fields[len(fields)-1], "s") {
	case "spokesman", "spokesperson", "spokeswoman", "official", "officer", "report", "statement", "representative", "source":
		return m, true
	}
	return 0, false
}

// nameAfter is the person or body that follows a verb which itself follows a
// comma or a closing mark: "...," said vice minister Li Hua.
func (r *reader) nameAfter(verb, s extract.Span) (int, bool) {
	before := strings.TrimRight(r.text[s.Start:verb.Start], " \u00a0")
	if before == "" && s.Start > 0 {
		before = strings.TrimRight(r.text[:s.Start], " \n\u00a0")
	}
	if !strings.HasSuffix(before, ",") && !strings.HasSuffix(before, "”") && !strings.HasSuffix(before, "\"") && !strings.HasSuffix(before, "“") {
		return 0, false
	}
	from, to := r.d.MentionsIn(extract.Span{Start: verb.End, End: s.End})
	for i := from; i < to; i++ {
		m := &r.d.Mentions[i]
		gap := r.text[verb.End:m.Start]
		if len(gap) > 120 || strings.ContainsAny(strings.ReplaceAll(strings.ReplaceAll(gap, "Mr.", ""), "Ms.", ""), ".,;:!?“”\"()") || strings.Contains(gap, " that ") {
			return 0, false
		}
		switch m.Label() {
		case extract.LabelPerson:
			return i, true
		case extract.LabelBody:
			if i+1 == to || r.d.Mentions[i+1].Label() != extract.LabelPerson || strings.ContainsAny(r.text[m.End:r.d.Mentions[i+1].Start], ",.;:") {
				g := strings.TrimSpace(gap)
				return i, g == "" || g == "the"
			}
		}
	}
	return 0, false
}

// pronounBefore resolves "he" or "she" at end.
func (r *reader) pronounBefore(end int, s extract.Span) (m, start int, ok bool) {
	w := lastWord(r.text[s.Start:end])
	if w != "He" && w != "he" && w != "She" && w != "she" {
		return 0, 0, false
	}
	start = end - len(w)
	m = r.pronoun(start, s)
	return m, start, m >= 0
}

// describedBefore resolves "the vice minister" at end by the roles of the
// people before it; the speaker is -1 when none fits.
func (r *reader) describedBefore(end int, s extract.Span) (m, start int, ok bool) {
	window := r.text[max(s.Start, end-60):end]
	i := strings.LastIndex(strings.ToLower(window), "the ")
	if i < 0 || i > 0 && window[i-1] != ' ' && window[i-1] != '"' || strings.ContainsAny(window[i:], ".,;:!?\"”") {
		return 0, 0, false
	}
	phrase := strings.ToLower(window[i+len("the "):])
	if n := words(phrase); n == 0 || n > 5 || !r.roleWords(phrase) {
		return 0, 0, false
	}
	start = end - len(window) + i
	found := -1
	for j := range r.d.Mentions {
		mention := &r.d.Mentions[j]
		if mention.Start >= start {
			break
		}
		p, isPerson := mention.Value.(*extract.Person)
		if !isPerson {
			continue
		}
		if role := strings.ToLower(p.Role); role == phrase || strings.HasSuffix(role, " "+phrase) || strings.HasPrefix(role, phrase+" ") || r.calls(mention.Span, phrase) {
			found = j
		}
	}
	if found < 0 && !strings.Contains(phrase, " ") {
		found = r.secondName(phrase, start)
	}
	return found, start, true
}

// secondName is who "the ministry" or "the spokesperson" is: the last body
// before the place whose name holds the word, or the voice heard last; -1 for
// nobody.
func (r *reader) secondName(word string, at int) int {
	if r.lexis.is(word, "again") {
		return r.lastVoice(r.passageOf(at))
	}
	if !r.lexis.is(word, "institution") {
		return -1
	}
	_, to := r.d.MentionsIn(extract.Span{End: at})
	for j := to - 1; j >= 0; j-- {
		if m := &r.d.Mentions[j]; m.Label() == extract.LabelBody && strings.Contains(strings.ToLower(r.bodyName(m)), word) {
			return j
		}
	}
	return -1
}

// bodyName is the full name of a body where it is known, else as written.
func (r *reader) bodyName(m *extract.Mention) string {
	if b, ok := m.Value.(*extract.Body); ok && b.Name != "" {
		return b.Name
	}
	return m.In(r.text)
}

// calls reports whether the text calls the person at s by the phrase, before
// the name or between commas behind it.
func (r *reader) calls(s extract.Span, phrase string) bool {
	before := strings.TrimRight(r.text[max(0, s.Start-len(phrase)-1):s.Start], " ")
	if strings.EqualFold(before, phrase) {
		return true
	}
	after := strings.TrimPrefix(r.text[s.End:min(len(r.text), s.End+len(phrase)+8)], ", ")
	for _, article := range []string{"the ", "a ", "an "} {
		after = strings.TrimPrefix(after, article)
	}
	return len(after) >= len(phrase) && strings.EqualFold(after[:len(phrase)], phrase)
}

// participleSubject gives ", adding that ..." to the speaker of the verb before it.
func (r *reader) participleSubject(a attribution, s extract.Span) (attribution, bool) {
	if !strings.HasSuffix(strings.TrimRight(r.text[s.Start:a.verb.Start], " "), ",") {
		return a, false
	}
	p := r.passageOf(s.Start)
	if n := len(r.spoken); n > 0 && r.spoken[n-1].passage == p && r.spoken[n-1].speaker >= 0 {
		a.speaker, a.confidence, a.span = r.spoken[n-1].speaker, 0.8, a.verb
		return a, true
	}
	if w, _, _ := strings.Cut(r.text[s.Start:a.verb.Start], " "); w == "He" || w == "She" {
		a.speaker, a.confidence, a.span = r.antecedent(p, s.Start), 0.65, a.verb
		return a, a.speaker >= 0
	}
	from, to := r.d.MentionsIn(extract.Span{Start: s.Start, End: a.verb.Start})
	if from < to && r.d.Mentions[from].Label() == extract.LabelPerson && r.d.Mentions[from].Start-s.Start < 4 {
		a.speaker, a.confidence, a.span = from, 0.7, a.verb
		return a, true
	}
	return a, false
}
