package speech

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// reader reads one document.
type reader struct {
	d       *extract.Doc
	text    string // Doc.Read, which has the offsets of Doc.Text
	chinese bool
	lexis   *lexis

	paragraphs []extract.Span
	passages   []extract.Span // sentences
	turns      []turn
	quotations []quotation
	quotes     []extract.Quote

	spoken []spoken // attributions that led to a quote, in text order
}

// attribution is a subject with its reporting verb: "Li Hua, head of the bureau, said".
type attribution struct {
	span       extract.Span // from the subject to the verb, whichever comes first
	verb       extract.Span
	clause     clause
	speaker    int     // index into Doc.Mentions; -1 when only described
	confidence float64 // of the speaker
	inverted   bool    // the verb comes first: "said Li Hua"
}

// spoken is an attribution that stands, with what the continuation needs.
type spoken struct {
	attribution
	passage  int
	indirect int // index into reader.quotes of its indirect speech, or -1
}

func newReader(d *extract.Doc) *reader {
	r := &reader{d: d, text: d.Read(), chinese: d.Lang.Chinese(), lexis: english(), paragraphs: d.Paragraphs(), passages: d.Passages()}
	if r.chinese {
		r.lexis = chinese()
	}
	return r
}

func (r *reader) rule(name string) string {
	if r.chinese {
		return "zh/" + name
	}
	return "en/" + name
}

// add keeps a quote and returns its index.
func (r *reader) add(q extract.Quote) int {
	q.Sentence = r.passageOf(q.Start)
	r.quotes = append(r.quotes, q)
	return len(r.quotes) - 1
}

// passageOf is the index of the passage that holds the place, or the one before it.
func (r *reader) passageOf(at int) int {
	lo, hi := 0, len(r.passages)
	for lo < hi {
		if mid := (lo + hi) / 2; r.passages[mid].Start <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return max(lo-1, 0)
}

// passage reads one sentence: a source named by "according to", a list of
// points announced, or else its reporting verbs from left to right.
func (r *reader) passage(p int) {
	s := r.passages[p]
	if r.source(p) || r.listed(p) {
		return
	}
	done := s.Start // what lies before is inside indirect speech already
	for at := s.Start; at < s.End; {
		v, span := r.nextVerb(at, s)
		if span.Len() == 0 {
			return
		}
		at = span.End
		if r.quoted(span.Start) >= 0 {
			continue
		}
		a, ok := r.subject(v, span, s)
		if !ok {
			continue
		}
		if span.Start < done {
			if !r.turnsAside(a, done) {
				continue
			}
			r.cutSpeech(a)
		}
		direct := r.attachMarks(&a)
		indirect := -1
		if content, ok := r.content(v, &a, s, direct); ok {
			indirect = r.addIndirect(&a, content)
			done = max(done, content.End)
		}
		if direct || indirect >= 0 {
			r.spoken = append(r.spoken, spoken{a, p, indirect})
		}
	}
}

func (r *reader) addIndirect(a *attribution, content extract.Span) int {
	return r.add(extract.Quote{Span: content, Speaker: a.speaker, Verb: r.verbText(a.verb), Rule: r.rule("said"), Confidence: a.confidence})
}

// verbText is the verb as the article writes it.
func (r *reader) verbText(s extract.Span) string { return s.In(r.d.Text) }

// turnsAside reports whether an attribution inside indirect speech that ends
// at done starts the speech of another: "A said x, while B said y".
func (r *reader) turnsAside(a attribution, done int) bool {
	if a.speaker < 0 || a.inverted || a.span.End >= done {
		return false
	}
	before := strings.TrimRight(r.text[:a.span.Start], " ")
	for _, w := range []string{", while", ", and", ", but", "; and", ";", "；"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// cutSpeech ends the indirect speech that a stands in before a.
func (r *reader) cutSpeech(a attribution) {
	for i := range r.quotes {
		q := &r.quotes[i]
		if q.Direct || !q.Contains(a.verb) {
			continue
		}
		before := strings.TrimRight(r.text[q.Start:a.span.Start], " ")
		for _, w := range []string{"while", "and", "but"} {
			before = strings.TrimSuffix(before, " "+w)
		}
		q.Span = trimClause(r.text, extract.Span{Start: q.Start, End: q.Start + len(before)})
	}
}

// quoted is the index of the quotation that holds the place, or -1.
func (r *reader) quoted(at int) int {
	lo, hi := 0, len(r.quotations)
	for lo < hi {
		if mid := (lo + hi) / 2; r.quotations[mid].outer.Start <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo > 0 && at < r.quotations[lo-1].outer.End {
		return lo - 1
	}
	return -1
}

// attachMarks gives the quotations just before and just after the attribution
// to its speaker.
func (r *reader) attachMarks(a *attribution) bool {
	after := r.firstQuotation(a.span.End)
	found := false
	if after > 0 {
		q := &r.quotations[after-1]
		if q.speaker == nil && r.joinsBefore(q, a) {
			r.giveQuotation(q, a, a.confidence)
			found = true
		}
	}
	if after < len(r.quotations) {
		q := &r.quotations[after]
		if q.speaker == nil && r.joinsAfter(q, a) {
			r.giveQuotation(q, a, a.confidence)
			found = true
		}
	}
	return found
}

// firstQuotation is the index of the first quotation that starts at or after the place.
func (r *reader) firstQuotation(at int) int {
	lo, hi := 0, len(r.quotations)
	for lo < hi {
		if mid := (lo + hi) / 2; r.quotations[mid].outer.Start < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func (r *reader) giveQuotation(q *quotation, a *attribution, confidence float64) {
	speaker := *a
	q.speaker, q.rule = &speaker, r.rule("quoted")
	r.addDirect(q, confidence)
}

func (r *reader) addDirect(q *quotation, confidence float64) {
	if !q.speaker.placed() {
		confidence /= 2
	}
	span := q.inner
	in := strings.TrimRight(span.In(r.text), " ,，")
	span.End = span.Start + len(in)
	r.add(extract.Quote{Span: span, Speaker: q.speaker.speaker, Verb: r.verbText(q.speaker.verb), Direct: true, Rule: q.rule, Confidence: confidence})
}

// placed reports whether the speaker has a name.
func (a *attribution) placed() bool { return a.speaker >= 0 }

// The parts that differ between the languages.

// nextVerb is the first reporting verb in s from at that is no part of a name
// (Morning Post); an empty span when there is none.
func (r *reader) nextVerb(at int, s extract.Span) (verb, extract.Span) {
	find := r.nextVerbEN
	if r.chinese {
		find = r.nextVerbZH
	}
	for {
		v, span := find(at, s)
		if span.Len() == 0 || !r.named(span) {
			return v, span
		}
		at = span.End
	}
}

// named reports whether the span lies within a mention.
func (r *reader) named(s extract.Span) bool {
	i, _ := r.d.MentionsIn(s)
	return i > 0 && r.d.Mentions[i-1].Contains(s) || i < len(r.d.Mentions) && r.d.Mentions[i].Contains(s)
}

func (r *reader) verbIn(s extract.Span) bool {
	_, span := r.nextVerb(s.Start, s)
	return span.Len() > 0
}

func (r *reader) subject(v verb, at, s extract.Span) (attribution, bool) {
	if r.chinese {
		return r.subjectZH(v, at, s)
	}
	return r.subjectEN(v, at, s)
}

func (r *reader) content(v verb, a *attribution, s extract.Span, direct bool) (extract.Span, bool) {
	if r.chinese {
		return r.contentZH(v, a, s, direct)
	}
	return r.contentEN(v, a, s, direct)
}

func (r *reader) source(p int) bool {
	if r.chinese {
		return r.sourceZH(r.passages[p], p)
	}
	return r.sourceEN(r.passages[p], p)
}

func (r *reader) joinsBefore(q *quotation, a *attribution) bool {
	if r.chinese {
		return r.joinsBeforeZH(q, a)
	}
	return r.joinsBeforeEN(q, a)
}

func (r *reader) joinsAfter(q *quotation, a *attribution) bool {
	if r.chinese {
		return r.joinsAfterZH(q, a)
	}
	return r.joinsAfterEN(q, a)
}

// pronounReach is how many sentences a pronoun looks back.
const pronounReach = 8

// nearStart is how close to the start of a sentence, in bytes, a name must
// stand to be what the sentence is about, unless nobody else is named in it.
const nearStart = 60

// antecedent is the mention that a pronoun in passage p stands for: who spoke
// last, or whom a sentence since then is about.
func (r *reader) antecedent(p, at int) int {
	k := len(r.spoken) - 1
	for q := p; q >= 0 && q >= p-pronounReach; q-- {
		for ; k >= 0 && r.spoken[k].passage >= q; k-- {
			if m := r.spoken[k].speaker; r.spoken[k].passage == q && m >= 0 && r.d.Mentions[m].Label() == extract.LabelPerson && r.d.Mentions[m].Start < at {
				return m
			}
		}
		if q == p {
			continue
		}
		from, to := r.d.MentionsIn(r.passages[q])
		if m := r.firstPerson(from, to); m >= 0 && (r.d.Mentions[m].End <= r.passages[q].Start+nearStart || r.firstPerson(m+1, to) < 0) {
			return m
		}
	}
	return -1
}

// pronoun is the mention that a pronoun at start stands for: who speaks in
// the sentence already, a person named before it there ("As X finished, he
// said"), or the antecedent in the sentences before.
func (r *reader) pronoun(start int, s extract.Span) int {
	p := r.passageOf(s.Start)
	if n := len(r.spoken); n > 0 && r.spoken[n-1].passage == p && r.spoken[n-1].speaker >= 0 {
		return r.spoken[n-1].speaker
	}
	if m := r.firstPerson(r.d.MentionsIn(extract.Span{Start: s.Start, End: start})); m >= 0 {
		return m
	}
	return r.antecedent(p, start)
}

// lastVoice is who spoke last before passage p, within reach; -1 for nobody.
func (r *reader) lastVoice(p int) int {
	if n := len(r.spoken); n > 0 && r.spoken[n-1].passage >= p-pronounReach {
		return r.spoken[n-1].speaker
	}
	return -1
}

// firstPerson is the first person among the mentions [from, to) who does not
// stand in a quotation, or -1.
func (r *reader) firstPerson(from, to int) int {
	for i := from; i < to; i++ {
		if m := &r.d.Mentions[i]; m.Label() == extract.LabelPerson && r.quoted(m.Start) < 0 {
			return i
		}
	}
	return -1
}
