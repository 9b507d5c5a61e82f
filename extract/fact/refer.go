package fact

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// eventIn is the first event whose name starts in the span, or -1.
func (r *reader) eventIn(s extract.Span) int {
	for i := range r.named {
		if at := r.named[i].span.Start; at >= s.Start && at < s.End {
			return i
		}
	}
	return -1
}

// lastEventIn is the last event whose name lies in the span, or -1.
func (r *reader) lastEventIn(s extract.Span) int {
	for i := len(r.named) - 1; i >= 0; i-- {
		if s.Contains(r.named[i].span) {
			return i
		}
	}
	return -1
}

// eventReach is how many sentences "the meeting" looks back for its event.
const eventReach = 30

// eventBefore is the event that "the meeting", at the place, stands for: the
// last one named before it, one of the same head word if there is one.
func (r *reader) eventBefore(at, passage int, word string) int {
	best := -1
	for i := len(r.named) - 1; i >= 0 && r.named[i].passage >= passage-eventReach; i-- {
		if r.named[i].span.End > at {
			continue
		}
		if best < 0 {
			best = i
		}
		if word != "" && strings.HasSuffix(strings.ToLower(r.named[i].name), word) {
			return i
		}
	}
	return best
}

// genericEN is "the meeting" in the span: the event it stands for and the
// place of its word, or -1.
func (r *reader) genericEN(s extract.Span, passage int) (int, extract.Span) {
	toks := tokens(r.text, s)
	for i := 1; i < len(toks); i++ {
		w := strings.ToLower(toks[i].In(r.text))
		det := strings.ToLower(toks[i-1].In(r.text))
		if r.words.event["generic"][w] && (det == "the" || det == "this" || det == "opening" || det == "closing") {
			if e := r.eventBefore(toks[i].Start, passage, w); e >= 0 {
				return e, toks[i]
			}
		}
	}
	return -1, extract.Span{}
}

// genericZH is 会议, 论坛 or 活动 at the start of the span, or the end of the
// clause: the event that it stands for, or -1.
func (r *reader) genericZH(s extract.Span, passage int) int {
	in := strings.TrimLeft(s.In(r.text), "了此次本这上述该")
	if in == "" || strings.ContainsAny(firstRune(in), "，。；并") {
		return r.eventBefore(s.Start, passage, "")
	}
	if i := strings.IndexAny(in, "，。；、并"); i >= 0 {
		in = in[:i]
	}
	if r.words.event["generic"][in] {
		return r.eventBefore(s.Start, passage, in)
	}
	return -1
}
