package speech

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// subjectZH finds who the verb at v belongs to.
func (r *reader) subjectZH(v verb, at, s extract.Span) (attribution, bool) {
	a := attribution{verb: at, clause: v.clause, speaker: -1}
	if !r.follows(v, at.End) {
		return a, false
	}
	end, chained := r.stripZH(at.Start, s.Start)
	if m, ok := r.mentionEnding(end, s); ok && r.medium(m, s.Start) { // 李明在晨报发文表示: the paper is where
		end, _ = r.stripZH(r.d.Mentions[m].Start-len("在"), s.Start)
	}
	if m, ok := r.mentionEnding(end, s); ok {
		mention := &r.d.Mentions[m]
		switch {
		case mention.Label() == extract.LabelPerson:
			a.confidence = 0.9
		case mention.Label() == extract.LabelBody:
			a.confidence = 0.85
		default:
			return a, false
		}
		if r.objectOf(m, s.Start) {
			return a, false
		}
		a.speaker, a.span = m, extract.Span{Start: r.phraseStart(m, s.Start), End: at.End}
		return a, true
	}
	if m, start, ok := r.pronounZH(end, s); ok {
		a.speaker, a.confidence, a.span = m, 0.75, extract.Span{Start: start, End: at.End}
		return a, true
	}
	if m, start, ok := r.againZH(end, s); ok {
		a.speaker, a.confidence, a.span = m, 0.7, extract.Span{Start: start, End: at.End}
		return a, true
	}
	if m, ok := r.officeZH(end, s); ok {
		a.speaker, a.confidence, a.span = m, 0.7, extract.Span{Start: r.d.Mentions[m].Start, End: at.End}
		return a, true
	}
	if chained || strings.HasSuffix(r.text[s.Start:end], "，") || strings.HasSuffix(r.text[s.Start:end], ",") {
		if m, ok := r.topic(end, s); ok {
			a.speaker, a.confidence, a.span = m, 0.7, extract.Span{Start: r.d.Mentions[m].Start, End: at.End}
			return a, true
		}
	}
	return a, false
}

// medium reports whether mention m is a body that 在 makes the place where
// something is said.
func (r *reader) medium(m, start int) bool {
	return r.d.Mentions[m].Label() == extract.LabelBody && strings.HasSuffix(r.text[start:r.d.Mentions[m].Start], "在")
}

// stripZH walks left from a verb over adverbs, dates and phrases like
// 在致辞中; chained reports whether 并 or 还 links the verb to one before it.
func (r *reader) stripZH(at, start int) (end int, chained bool) {
	for range 8 {
		at = start + len(strings.TrimRight(r.text[start:at], " \u3000"))
		before := r.text[start:at]
		if w := r.lexis.suffix(before, "adverb"); w != "" {
			chained = chained || w == "并" || w == "还" || w == "同时"
			at -= len(w)
			continue
		}
		if m, ok := r.dateEnding(at); ok {
			at = m
			continue
		}
		n := r.stagePhrase(before)
		if n == 0 {
			n = r.bracketPhrase(before)
		}
		if n == 0 {
			n = r.listenerPhrase(before)
		}
		if n == 0 {
			break
		}
		at -= n
	}
	return at, chained
}

// dateEnding is the start of the date mention that ends at the place.
func (r *reader) dateEnding(at int) (int, bool) {
	from, to := r.d.MentionsIn(extract.Span{Start: max(0, at-60), End: at})
	if from < to && r.d.Mentions[to-1].End == at && r.d.Mentions[to-1].Label() == extract.LabelDate {
		return r.d.Mentions[to-1].Start, true
	}
	return 0, false
}

// stagePhrase is the length of the phrase of occasion at the end of text:
// 在接受记者采访时, 在会上.
func (r *reader) stagePhrase(text string) int {
	c, _ := utf8.DecodeLastRuneInString(text)
	if !strings.ContainsRune("中上时后间里会际前访", c) {
		return 0
	}
	clause := text
	if i := strings.LastIndexAny(clause, "，。；：！？“”"); i >= 0 {
		_, size := utf8.DecodeRuneInString(clause[i:])
		clause = clause[i+size:]
	}
	best := -1
	for _, w := range r.lexis.lists["stage"] {
		if i := strings.LastIndex(clause, w); i > best {
			best = i
		}
	}
	// 在接受…时: the first word of the phrase is 在
	if i := strings.LastIndex(clause[:max(best, 0)], "在"); i >= 0 && best-i <= 12 {
		best = i
	}
	if best < 0 || len(clause)-best > 150 {
		return 0
	}
	return len(clause) - best
}

// listenerPhrase is the length of the phrase at the end of text that says to
// whom: 对记者, 向本报记者.
func (r *reader) listenerPhrase(text string) int {
	w := r.lexis.suffix(text, "listener")
	if w == "" {
		return 0
	}
	i := max(strings.LastIndex(text, "对"), strings.LastIndex(text, "向"))
	if i < 0 || len(text)-i > 60 || strings.ContainsAny(text[i:], "，。；：") {
		return 0
	}
	return len(text) - i
}

// bracketPhrase is the length of the bracket at the end of text: 约翰（John）.
// Scraped text mixes wide and narrow brackets.
func (r *reader) bracketPhrase(text string) int {
	if !strings.HasSuffix(text, "）") && !strings.HasSuffix(text, ")") {
		return 0
	}
	i := max(strings.LastIndex(text, "（"), strings.LastIndex(text, "("))
	if i < 0 || len(text)-i > 80 {
		return 0
	}
	return len(text) - i
}

// mentionEnding is the person or body whose name ends at the place.
func (r *reader) mentionEnding(end int, s extract.Span) (int, bool) {
	from, to := r.d.MentionsIn(extract.Span{Start: s.Start, End: end})
	if from < to && r.d.Mentions[to-1].End == end {
		return to - 1, true
	}
	return 0, false
}

// phraseStart is where the roles, bodies and places before the name begin.
func (r *reader) phraseStart(m, start int) int {
	at := r.d.Mentions[m].Start
	if p, ok := r.d.Mentions[m].Value.(*extract.Person); ok && p.Role != "" && strings.HasSuffix(r.d.Text[start:at], p.Role) {
		at -= len(p.Role)
	}
	for i := m - 1; i >= 0 && r.d.Mentions[i].End == at && r.d.Mentions[i].Start >= start; i-- {
		at = r.d.Mentions[i].Start
	}
	return at
}

// objectOf reports whether the name is no subject: a preposition stands
// before it and its role.
func (r *reader) objectOf(m, start int) bool {
	return r.lexis.suffix(r.text[start:r.phraseStart(m, start)], "preposition") != ""
}

// pronounZH resolves 他 or 她 at end when it opens a clause.
func (r *reader) pronounZH(end int, s extract.Span) (m, start int, ok bool) {
	w := r.lexis.suffix(r.text[s.Start:end], "pronoun")
	if w == "" {
		return 0, 0, false
	}
	start = end - len(w)
	if before := strings.TrimSpace(r.text[s.Start:start]); before != "" && !strings.ContainsAny(lastRune(before), "，。；：！？”,") {
		return 0, 0, false
	}
	m = r.pronoun(start, s)
	return m, start, m >= 0
}

// againZH resolves 该负责人, the voice heard last, and 该公司, the last body
// whose name ends so, at end.
func (r *reader) againZH(end int, s extract.Span) (m, start int, ok bool) {
	before := r.text[s.Start:end]
	if w := r.lexis.suffix(before, "again"); w != "" {
		m = r.lastVoice(r.passageOf(s.Start))
		return m, end - len(w), m >= 0
	}
	i := strings.LastIndex(before, "该")
	if i < 0 || len(before)-i > len("该委员会") || len(before)-i < len("该部") {
		return 0, 0, false
	}
	head := before[i+len("该"):]
	start = s.Start + i
	_, to := r.d.MentionsIn(extract.Span{End: start})
	for j := to - 1; j >= 0; j-- {
		if b := &r.d.Mentions[j]; b.Label() == extract.LabelBody && strings.HasSuffix(r.bodyName(b), head) {
			return j, start, true
		}
	}
	return 0, 0, false
}

func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}

// officeZH is the body whose nameless voice ends at end: 工信部有关负责人表示.
func (r *reader) officeZH(end int, s extract.Span) (int, bool) {
	from, to := r.d.MentionsIn(extract.Span{Start: s.Start, End: end})
	if from == to || r.d.Mentions[to-1].Label() != extract.LabelBody {
		return 0, false
	}
	gap := r.text[r.d.Mentions[to-1].End:end]
	if gap == "" || len(gap) > 36 || r.objectOf(to-1, s.Start) {
		return 0, false
	}
	return to - 1, r.lexis.suffix(gap, "office") != ""
}

// topic is the person whom the clauses before end are about: 李明出席会议并表示.
// The first clause must put the name first.
func (r *reader) topic(end int, s extract.Span) (int, bool) {
	from, to := r.d.MentionsIn(extract.Span{Start: s.Start, End: end})
	for i := to - 1; i >= from; i-- {
		m := &r.d.Mentions[i]
		if m.Label() != extract.LabelPerson || r.objectOf(i, s.Start) {
			continue
		}
		rest := r.text[m.End:end]
		if strings.ContainsAny(rest, "；：“”") || strings.HasPrefix(rest, "的") || len(rest) > 200 {
			return 0, false
		}
		if r.lexis.prefix(rest, "act") != "" || r.lexis.prefix(rest, "stage") != "" || r.lexis.prefix(rest, "adverb") != "" || r.dateStarting(m.End) {
			return i, true
		}
		return 0, false
	}
	return 0, false
}

func (r *reader) dateStarting(at int) bool {
	from, to := r.d.MentionsIn(extract.Span{Start: at, End: at + 60})
	return from < to && r.d.Mentions[from].Start == at && r.d.Mentions[from].Label() == extract.LabelDate
}
