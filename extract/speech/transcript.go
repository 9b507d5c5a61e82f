package speech

import (
	"strings"
	"unicode/utf8"

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
// line, or the labels of two speakers, make a transcript; "Name: ..." of one
// is a headline, perhaps repeated.
func (r *reader) transcript() {
	var labels []turn
	var paras []int
	alone := false
	named := 0
	for p, para := range r.paragraphs {
		if t, ok := r.label(para); ok {
			labels, paras = append(labels, t), append(paras, p)
			alone = alone || t.label.End == para.End
			named++
		} else if r.unknownLabel(para) {
			labels, paras = append(labels, turn{label: para, speaker: -1}), append(paras, p)
		}
	}
	if named == 0 || !alone && !severalSpeakers(r.d, labels) {
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
		if t.speaker < 0 {
			continue
		}
		r.add(extract.Quote{Span: t.said, Speaker: t.speaker, Direct: true, Rule: r.rule("turn"), Confidence: 0.9})
	}
}

// severalSpeakers reports whether the labels name more than one speaker.
func severalSpeakers(d *extract.Doc, labels []turn) bool {
	first := ""
	for _, t := range labels {
		name := t.label.In(d.Text)
		if t.speaker >= 0 {
			name = d.Mentions[t.speaker].In(d.Text)
		}
		if first != "" && name != first {
			return true
		}
		first = name
	}
	return false
}

// unknownLabel reports whether a line is a label alone whose name is no
// mention: every word of it has a capital, or it ends as reporters sign in
// Chinese. It ends the turn before it.
func (r *reader) unknownLabel(para extract.Span) bool {
	line := para.In(r.text)
	if r.chinese {
		head := strings.TrimSuffix(strings.TrimSuffix(line, "："), ":")
		return head != line && utf8.RuneCountInString(head) <= 16 && r.lexis.suffix(head, "asker") != ""
	}
	head, ok := strings.CutSuffix(line, ":")
	if !ok || len(head) > 50 || r.verbIn(para) {
		return false
	}
	for w := range strings.FieldsSeq(head) {
		if c := w[0]; (c < 'A' || c > 'Z') && w != "of" && w != "the" && w != "and" && w != "for" {
			return false
		}
	}
	return strings.Contains(head, " ") || head == "Q" || head == "A"
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
