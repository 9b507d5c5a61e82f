package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// continueMarks gives a speaker to the quotations that no verb stands beside:
// a sentence in marks that goes on after an attributed one in its paragraph,
// a paragraph that goes on from one, or a paragraph wholly in marks.
func (r *reader) continueMarks() {
	for i := range r.quotations {
		q := &r.quotations[i]
		if q.speaker != nil || r.inTurn(q.outer.Start) || !r.sentenceLike(q) {
			continue
		}
		a, confidence := r.carried(i)
		if a == nil {
			continue
		}
		speaker := *a
		speaker.verb = extract.Span{}
		q.speaker, q.rule = &speaker, r.rule("quoted-on")
		r.addDirect(q, confidence)
	}
}

// carried is who says quotation i, told from what stands around it.
func (r *reader) carried(i int) (*attribution, float64) {
	q := &r.quotations[i]
	if i > 0 {
		prev := &r.quotations[i-1]
		if prev.paragraph == q.paragraph && r.asks(prev) {
			return nil, 0 // the answer is another's
		}
		gap := r.text[prev.outer.End:q.outer.Start]
		sameParagraph := prev.paragraph == q.paragraph && len(gap) < 300 && r.wholeSentence(q)
		carriedOver := q.paragraph == prev.paragraph+1 && prev.outer.End == r.paragraphs[prev.paragraph].End && r.startsParagraph(q.outer.Start) && strings.TrimSpace(gap) == ""
		if prev.speaker != nil && (sameParagraph && !r.otherVoice(prev.outer.End, q.outer.Start, prev.speaker.speaker) || carriedOver) {
			return prev.speaker, 0.7
		}
	}
	if !r.startsParagraph(q.outer.Start) || q.outer.End < r.paragraphs[q.paragraph].End-2 {
		return nil, 0
	}
	// A paragraph of its own: the attribution of the sentence after it or before it.
	p := r.passageOf(q.outer.Start)
	var last *attribution
	for k := range r.spoken {
		s := &r.spoken[k]
		switch {
		case s.span.Start < q.outer.Start && s.passage >= p-2:
			last = &s.attribution
		case s.span.Start >= q.outer.End && s.passage <= r.passageOf(q.outer.End)+1 && last == nil:
			return &s.attribution, 0.5
		}
	}
	return last, 0.6
}

// asks reports whether a quotation ends in a question.
func (r *reader) asks(q *quotation) bool {
	in := q.inner.In(r.text)
	return strings.HasSuffix(in, "?") || strings.HasSuffix(in, "？")
}

// wholeSentence reports whether the quotation stands as a sentence, not as
// words within one.
func (r *reader) wholeSentence(q *quotation) bool {
	before := strings.TrimRight(r.text[:q.outer.Start], " \u3000\n")
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || strings.ContainsRune(".!?。！？”\"", last)
}

// otherVoice reports whether between two quotations somebody else is named
// or speaks.
func (r *reader) otherVoice(from, to, speaker int) bool {
	for k := range r.spoken {
		s := &r.spoken[k]
		if from <= s.span.Start && s.span.End <= to && s.speaker != speaker {
			return true
		}
	}
	lo, hi := r.d.MentionsIn(extract.Span{Start: from, End: to})
	for i := lo; i < hi; i++ {
		if i != speaker && r.d.Mentions[i].Label() == extract.LabelPerson {
			return true
		}
	}
	return false
}

// continueSpeech carries indirect speech over the sentences after it in its
// paragraph as long as they still speak: demands and plans, nobody else named
// as speaker.
func (r *reader) continueSpeech() {
	for k := range r.spoken {
		s := &r.spoken[k]
		if s.indirect < 0 || s.inverted {
			continue
		}
		q := r.quotes[s.indirect]
		para := r.paragraphOf(q.Start)
		start, end := -1, q.End
		for p := s.passage + 1; p < len(r.passages) && r.passages[p].End <= para.End; p++ {
			if k+1 < len(r.spoken) && r.spoken[k+1].passage <= p || r.firstQuotationIn(r.passages[p]) || !r.stillSpeaks(r.passages[p]) {
				break
			}
			if start < 0 {
				start = r.passages[p].Start
			}
			end = r.passages[p].End
		}
		if start < 0 {
			continue
		}
		r.add(extract.Quote{Span: trimClause(r.text, extract.Span{Start: start, End: end}), Speaker: s.speaker, Rule: r.rule("said-on"), Confidence: 0.6})
	}
}

// firstQuotationIn reports whether the passage opens with a quotation.
func (r *reader) firstQuotationIn(s extract.Span) bool {
	i := r.firstQuotation(s.Start)
	return i < len(r.quotations) && r.quotations[i].outer.Start == s.Start
}

func (r *reader) paragraphOf(at int) extract.Span {
	lo, hi := 0, len(r.paragraphs)
	for lo < hi {
		if mid := (lo + hi) / 2; r.paragraphs[mid].Start <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return r.paragraphs[max(lo-1, 0)]
}

// stillSpeaks reports whether a sentence reads as the demands and plans of a
// speech and not as narration.
func (r *reader) stillSpeaks(s extract.Span) bool {
	in := s.In(r.text)
	if r.chinese {
		return r.lexis.prefix(strings.TrimLeft(in, " \u3000"), "opener") != ""
	}
	speaks := false
	for i, w := range strings.Fields(in) {
		w = lower(strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) }))
		switch {
		case r.lexis.is(w, "past"):
			return false
		case i == 0 && (r.lexis.is(w, "opener") || r.lexis.is(w, "imperative")), r.lexis.is(w, "modal"), w == "we", w == "our":
			speaks = true
		}
	}
	return speaks
}
