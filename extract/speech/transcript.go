package speech

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// turn is what one speaker says in a transcript: from after the label
// ("Zhang Kejian:") to before the next label.
type turn struct {
	label   extract.Span // the mention and its colon
	speaker int          // index into Doc.Mentions
	said    extract.Span
}

// labelSlack is how many bytes of other words ("Reporter of", 记者) a label may
// hold beside the name.
const labelSlack = 40

// transcript finds the turns of a question and answer. One label alone on its
// line, or two labels in one article, make a transcript; a single "Name: ..."
// is a headline.
func (r *reader) transcript() {
	var labels []turn
	var paras []int
	alone := false
	for p, para := range r.paragraphs {
		if t, ok := r.label(para); ok {
			labels, paras = append(labels, t), append(paras, p)
			alone = alone || t.label.End == para.End
		}
	}
	if len(labels) == 0 || len(labels) == 1 && !alone {
		return
	}
	for i, t := range labels {
		end := r.paragraphs[len(r.paragraphs)-1].End
		if i+1 < len(labels) {
			end = r.paragraphs[paras[i+1]-1].End
		}
		t.said = trim(r.text, extract.Span{Start: t.label.End, End: max(end, t.label.End)})
		if t.said.Len() == 0 {
			continue
		}
		r.turns = append(r.turns, t)
		r.add(extract.Quote{Span: t.said, Speaker: t.speaker, Direct: true, Rule: r.rule("turn"), Confidence: 0.9})
	}
}

// label reads "Name:" at the start of a line, with a few words of role about
// the name.
func (r *reader) label(para extract.Span) (turn, bool) {
	line := para.In(r.text)
	colon := strings.Index(line, ":")
	wide := strings.Index(line, "：")
	size := 1
	if wide >= 0 && (colon < 0 || wide < colon) {
		colon, size = wide, len("：")
	}
	if colon <= 0 {
		return turn{}, false
	}
	head := extract.Span{Start: para.Start, End: para.Start + colon}
	from, to := r.d.MentionsIn(head)
	best, named := -1, 0
	for i := from; i < to; i++ {
		switch r.d.Mentions[i].Label() {
		case extract.LabelPerson:
			best = i
		case extract.LabelBody:
			if best < 0 {
				best = i
			}
		case extract.LabelPlace:
		default:
			return turn{}, false
		}
		named += r.d.Mentions[i].Len()
	}
	if best < 0 || head.Len()-named > labelSlack || strings.ContainsAny(head.In(r.text), ".;。；！？!?“”\"") {
		return turn{}, false
	}
	if rest := head.In(r.text); strings.Contains(rest, ",") || strings.Contains(rest, "，") || r.verbIn(head) {
		return turn{}, false
	}
	t := turn{label: extract.Span{Start: para.Start, End: head.End + size}, speaker: best}
	edge := r.d.Mentions[from].Start == head.Start || r.d.Mentions[to-1].End == head.End
	return t, edge
}

// inTurn reports whether the place lies in a transcript turn or its label.
func (r *reader) inTurn(at int) bool {
	for _, t := range r.turns {
		if t.label.Start <= at && at < t.said.End {
			return true
		}
	}
	return false
}
