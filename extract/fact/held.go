package fact

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// held states when and where an event took place: the event stands before the
// verb, or after it where the verb comes first (在沧州举行论坛).
func (r *reader) held(c, s extract.Span, from, p int) {
	e := r.heldEvent(c, s, from, p)
	if e < 0 {
		return
	}
	ev := &r.named[e]
	if d := r.dateOf(c, s); d >= 0 {
		first, last, _ := days(r.d.Mentions[d].Value.(*extract.Date))
		f := r.state(HeldOn, ev.thing, r.mention(d), c, "held-on", 0.9)
		f.First, f.Last = first, last
		if ev.first.IsZero() {
			ev.first, ev.last = first, last
		}
	}
	if i := r.venue(c, s, from); i >= 0 {
		f := r.state(LocatedIn, ev.thing, r.mention(i), c, "held-in", 0.9)
		f.First, f.Last = ev.first, ev.last
	}
}

// heldEvent is the event that the verb at c speaks of, or -1.
func (r *reader) heldEvent(c, s extract.Span, from, p int) int {
	if e := r.lastEventIn(extract.Span{Start: from, End: c.Start}); e >= 0 {
		gap := r.text[r.named[e].span.End:c.Start]
		if len(gap) <= 60+60*zhOnly(r.chinese) && !strings.ContainsAny(gap, ";；。") && (!r.chinese || r.belongsZH(gap)) {
			return e
		}
	}
	if r.chinese {
		if e := r.eventIn(extract.Span{Start: c.End, End: s.End}); e >= 0 {
			gap := strings.TrimPrefix(r.text[c.End:r.named[e].span.Start], "了")
			if gap == "" || gap == "的" || gap == "“" {
				return e
			}
		}
		return -1
	}
	if e, at := r.genericEN(extract.Span{Start: from, End: c.Start}, p); e >= 0 && c.Start-at.End <= 3 {
		return e
	}
	return -1
}

func zhOnly(chinese bool) int {
	if chinese {
		return 1
	}
	return 0
}

// belongsZH reports whether the words between an event and its verb leave it
// the subject: time and place, no clause of another.
func (r *reader) belongsZH(gap string) bool {
	gap = strings.TrimPrefix(strings.TrimSpace(gap), "”")
	if gap == "" {
		return true
	}
	for _, w := range []string{"在", "于", "正式", "今", "昨", "日前", "近日", "将", "开幕式", "暨", "，于", "，在", "如期", "成功", "（", "圆满", "同期"} {
		if strings.HasPrefix(gap, w) {
			return true
		}
	}
	c := gap[0]
	return '0' <= c && c <= '9'
}

// venue is the place where the thing at cue c happened, or -1.
func (r *reader) venue(c, s extract.Span, from int) int {
	lo, hi := r.d.MentionsIn(extract.Span{Start: from, End: s.End})
	if r.chinese {
		best := -1
		for i := lo; i < hi && r.d.Mentions[i].End <= c.Start; i++ {
			if r.d.Mentions[i].Label() != extract.LabelPlace {
				continue
			}
			before := r.text[from:r.d.Mentions[i].Start]
			led := strings.HasSuffix(before, "在") || best >= 0 && r.d.Mentions[best].End == r.d.Mentions[i].Start
			if led && len(r.text[r.d.Mentions[i].End:c.Start]) <= 36 {
				best = i
			}
		}
		return best
	}
	for i := lo; i < hi; i++ {
		if r.d.Mentions[i].Label() != extract.LabelPlace {
			continue
		}
		m := r.d.Mentions[i].Span
		before := strings.TrimSuffix(strings.TrimRight(r.text[s.Start:m.Start], " "), " the")
		led := strings.HasSuffix(before, " in") || strings.HasSuffix(before, " at") || before == "In" || before == "At"
		if led && m.Start >= c.End && m.Start-c.End <= 60 && !clauseEnds(r.text[c.End:m.Start]) {
			return i
		}
	}
	return -1
}

// clauseEnds reports whether the words hold a comma that is no part of a date
// (July 25, 2020).
func clauseEnds(words string) bool {
	i := strings.IndexByte(words, ',')
	return i >= 0 && (i+2 >= len(words) || words[i+2] < '0' || words[i+2] > '9')
}

// hosts states that a body held an event: "The office held a press conference".
func (r *reader) hosts(c, s extract.Span) {
	e := r.eventIn(extract.Span{Start: c.End, End: s.End})
	if e < 0 || !r.article(r.text[c.End:r.named[e].span.Start]) {
		return
	}
	ev := &r.named[e]
	if by := r.before(c.Start, extract.LabelBody, " "); by >= 0 {
		r.state(OrganisedBy, ev.thing, r.mention(by), c, "organised", 0.85)
	}
	after := extract.Span{Start: ev.span.Start, End: ev.span.End}
	if d := r.dateOf(after, s); d >= 0 {
		f := r.state(HeldOn, ev.thing, r.mention(d), c, "held-on", 0.85)
		f.First, f.Last, _ = days(r.d.Mentions[d].Value.(*extract.Date))
		ev.first, ev.last = f.First, f.Last
	}
	if i := r.venue(after, s, c.End); i >= 0 {
		r.state(LocatedIn, ev.thing, r.mention(i), c, "held-in", 0.85)
	}
}

// article reports whether nothing but an article and small words stands
// before a name.
func (r *reader) article(gap string) bool {
	fields := strings.Fields(gap)
	if len(fields) > 4 || strings.ContainsAny(gap, ",.;:") {
		return false
	}
	for _, w := range fields {
		switch strings.ToLower(w) {
		case "a", "an", "the", "its", "their", "annual", "regular", "joint", "special", "first":
		default:
			return false
		}
	}
	return true
}

// organised states who organised an event: "the forum is organized by A and B".
func (r *reader) organised(c, s extract.Span, p int) {
	e := r.lastEventIn(extract.Span{Start: s.Start, End: c.Start})
	if e < 0 {
		e, _ = r.genericEN(extract.Span{Start: s.Start, End: c.Start}, p)
	}
	if e < 0 {
		return
	}
	at := c.End
	if strings.HasPrefix(r.text[at:], " the ") {
		at += len(" the")
	}
	by := r.list(at, extract.LabelBody, s.End)
	for _, i := range by {
		r.state(OrganisedBy, r.named[e].thing, r.mention(i), c, "organised", 0.9)
	}
	if len(by) == 0 {
		return
	}
	end := r.d.Mentions[by[len(by)-1]].End
	for _, in := range []string{" in", " at"} {
		if !strings.HasPrefix(r.text[end:], in+" ") {
			continue
		}
		if i := r.after(end+len(in), extract.LabelPlace, " the"); i >= 0 {
			r.state(LocatedIn, r.named[e].thing, r.mention(i), c, "held-in", 0.85)
		}
	}
}

// organisedZH states 由A、B共同主办: the bodies right before the verb, the event
// before them or, where the verb has 的 after it, behind.
func (r *reader) organisedZH(c, s extract.Span, p int) {
	by := r.listBefore(c.Start, s.Start)
	if len(by) == 0 {
		return
	}
	e := -1
	if strings.HasPrefix(r.text[c.End:], "的") {
		if k := r.eventIn(extract.Span{Start: c.End, End: s.End}); k >= 0 && r.named[k].span.Start-c.End <= 12 {
			e = k
		}
	} else if e = r.lastEventIn(extract.Span{Start: s.Start, End: r.d.Mentions[by[0]].Start}); e < 0 {
		head := strings.TrimSuffix(strings.TrimRight(r.text[s.Start:r.d.Mentions[by[0]].Start], "，, "), "由")
		for _, w := range []string{"会议", "论坛", "大会", "活动", "展会", "节会", "大赛", "峰会", "博览会"} {
			if strings.HasSuffix(head, w) {
				e = r.eventBefore(s.Start, p, w)
			}
		}
	}
	if e < 0 {
		return
	}
	for _, i := range by {
		r.state(OrganisedBy, r.named[e].thing, r.mention(i), c, "organised", 0.9)
	}
}

// listBefore is the bodies joined by 、 和 that end right before the place.
func (r *reader) listBefore(at, start int) []int {
	var out []int
	for i := r.mentionBefore(at); i >= 0 && r.d.Mentions[i].Start >= start; i-- {
		m := &r.d.Mentions[i]
		gap := r.text[m.End:at]
		joined := strings.Trim(gap, "、和与及以 ") == ""
		if len(out) == 0 {
			joined = strings.Trim(gap, "联合共同等 ") == ""
		}
		if m.Label() != extract.LabelBody || !joined {
			break
		}
		out = append([]int{i}, out...)
		at = m.Start
	}
	return out
}
