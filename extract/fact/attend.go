package fact

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// attended states who came to an event, spoke at it or chaired it.
func (r *reader) attended(f found, from, to int, s extract.Span, p int) {
	if !r.chinese && r.negated(f.Start, s.Start) {
		return
	}
	if r.chinese && f.kind == "spoke" {
		r.spokeZH(f.Span, from, p)
		return
	}
	e := r.attendedEvent(f, to, s, p)
	if e < 0 {
		return
	}
	rule, relation, confidence := f.kind, Attended, 0.85
	if f.kind == "chaired" {
		relation = Chaired
	}
	for _, i := range r.subjects(f.Start, from) {
		r.state(relation, r.mention(i), r.named[e].thing, f.Span, rule, confidence)
	}
}

// spokeZH states 林若曦在论坛上致辞: who stands before 在, at the event that 上
// closes or 会上 stands for.
func (r *reader) spokeZH(c extract.Span, from, p int) {
	before := strings.TrimRight(r.text[from:c.Start], "并分别先后 ")
	stem, ok := strings.CutSuffix(before, "上")
	if !ok {
		r.spokeThere(c, from+len(before), from, p)
		return
	}
	at := strings.LastIndex(stem, "在")
	if at < 0 {
		return
	}
	place := extract.Span{Start: from + at + len("在"), End: from + len(stem)}
	e := r.lastEventIn(place)
	switch {
	case e >= 0 && place.End-r.named[e].span.End <= len("开幕式"):
	case r.words.event["generic"][strings.TrimLeft(place.In(r.text), "此次本这该")]:
		e = r.eventBefore(place.Start, p, "")
	default:
		return
	}
	if e < 0 {
		return
	}
	for _, i := range r.subjects(from+at, from) {
		r.state(Attended, r.mention(i), r.named[e].thing, c, "spoke", 0.85)
	}
}

// spokeThere states 副市长林若曦致辞 of the event that the sentence or the one
// before it names; the name ends at end.
func (r *reader) spokeThere(c extract.Span, end, from, p int) {
	i := r.mentionBefore(c.Start)
	e := r.eventBefore(c.Start, p, "")
	if i < 0 || r.d.Mentions[i].End != end || r.d.Mentions[i].Label() != extract.LabelPerson || r.governed(i, from) || e < 0 || r.named[e].passage < p-1 {
		return
	}
	r.state(Attended, r.mention(i), r.named[e].thing, c, "spoke", 0.75)
}

// attendedEvent is the event that the words after the cue name or stand for,
// or -1.
func (r *reader) attendedEvent(f found, to int, s extract.Span, p int) int {
	rest := extract.Span{Start: f.End, End: s.End}
	e := r.eventIn(extract.Span{Start: f.End, End: min(s.End, max(to, f.End))})
	if e < 0 {
		e = r.eventIn(rest)
	}
	if e >= 0 {
		gap := r.text[f.End:r.named[e].span.Start]
		if len(gap) <= 60 && !strings.ContainsAny(gap, ".;。；") && strings.Count(gap, ",")+strings.Count(gap, "，") == 0 {
			return e
		}
	}
	if r.chinese {
		return r.genericZH(extract.Span{Start: f.End, End: min(len(r.text), f.End+60)}, p)
	}
	after := strings.TrimLeft(rest.In(r.text), " ")
	first, _, _ := strings.Cut(after, " ")
	switch strings.TrimRight(first, ".,;") {
	case "", "and", "on", "via", "in", "by": // attended on site, attended and spoke
		if f.kind == "attended" && strings.HasPrefix(f.In(r.text), "attend") {
			return r.eventBefore(f.Start, p, "")
		}
	case "the", "this":
		if e, at := r.genericEN(extract.Span{Start: f.End, End: min(s.End, f.End+60)}, p); e >= 0 && !strings.ContainsAny(r.text[f.End:at.Start], ",;.") {
			return e
		}
	}
	return -1
}

// negated reports whether "not", "to" or the like stands before the verb.
func (r *reader) negated(at, start int) bool {
	fields := strings.Fields(r.text[start:at])
	if len(fields) == 0 {
		return false
	}
	switch strings.ToLower(fields[len(fields)-1]) {
	case "not", "to", "never", "cannot", "n't", "which", "that":
		return true
	}
	return false
}

// subjectGap is the most bytes of other words that may stand between a name
// and its verb, or between two names of one list.
const subjectGap = 170

// subjects is the people (and right before the verb, the bodies) who stand as
// its subject, in text order: those between from and the verb that no
// preposition governs.
func (r *reader) subjects(verb, from int) []int {
	var out []int
	right := verb
	for i := r.mentionBefore(verb); i >= 0 && r.d.Mentions[i].Start >= from; i-- {
		m := &r.d.Mentions[i]
		gap := r.text[m.End:right]
		if len(gap) > subjectGap || strings.ContainsAny(gap, ";；。！？“”\"") {
			break
		}
		switch m.Label() {
		case extract.LabelPerson:
			if r.governed(i, from) || strings.HasPrefix(gap, "'s") || strings.HasPrefix(gap, "’s") || strings.HasPrefix(gap, "的") {
				if len(out) == 0 {
					return nil
				}
				continue
			}
			if r.chinese && !r.listGapZH(i, right, len(out) == 0) {
				return reversed(out)
			}
			out = append(out, i)
			right = m.Start
		case extract.LabelBody:
			if len(out) == 0 && strings.TrimSpace(gap) == "" && !r.governed(i, from) {
				return []int{i}
			}
		}
	}
	return reversed(out)
}

func reversed(list []int) []int {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
	return list
}

// governed reports whether a preposition stands before the name and its role,
// so that it is no subject: met with Li Hua; 与李华.
func (r *reader) governed(i, from int) bool {
	m := &r.d.Mentions[i]
	before := strings.TrimRight(r.text[from:m.Start], " ")
	if role := m.Value; role != nil {
		if p, ok := role.(*extract.Person); ok && p.Role != "" {
			before = strings.TrimRight(strings.TrimSuffix(before, p.Role), " ")
		}
	}
	if r.chinese {
		for _, w := range []string{"与", "对", "向", "同", "为", "被", "给", "跟", "会见", "见到", "在", "代表"} {
			if strings.HasSuffix(before, w) {
				return true
			}
		}
		return false
	}
	before = strings.TrimSuffix(before, " the")
	w := before[strings.LastIndexByte(before, ' ')+1:]
	switch strings.ToLower(w) {
	case "with", "by", "of", "to", "for", "from", "met", "about", "behalf", "meeting", "between", "under":
		return true
	}
	return false
}

// listGapZH reports whether the words between a name and the next one of its
// list, or the verb, hold no clause of their own: roles, bodies, places, 、 and 等.
func (r *reader) listGapZH(i, right int, toVerb bool) bool {
	at, free := r.d.Mentions[i].End, 0
	for k := i + 1; k < len(r.d.Mentions) && r.d.Mentions[k].End <= right; k++ {
		free += utf8.RuneCountInString(r.text[at:max(at, r.d.Mentions[k].Start)])
		at = r.d.Mentions[k].End
	}
	free += utf8.RuneCountInString(r.text[at:max(at, right)])
	gap := r.text[r.d.Mentions[i].End:right]
	if toVerb {
		return free <= 12 && !strings.Contains(gap, "表示") && !strings.Contains(gap, "说")
	}
	return free <= 24 && !strings.ContainsAny(gap, "：:") && !strings.Contains(gap, "说，") && !strings.Contains(gap, "表示")
}

// attendedBy states "the forum was attended by A and B".
func (r *reader) attendedBy(c, s extract.Span) {
	e := r.lastEventIn(extract.Span{Start: s.Start, End: c.Start})
	if e < 0 {
		return
	}
	from, to := r.d.MentionsIn(extract.Span{Start: c.End, End: s.End})
	for i := from; i < to; i++ {
		if r.d.Mentions[i].Label() == extract.LabelPerson {
			r.state(Attended, r.mention(i), r.named[e].thing, c, "attended", 0.8)
		}
	}
}

// dateAttendance gives facts about events the days on which they were held.
func (r *reader) dateAttendance() {
	for i := range r.facts {
		f := &r.facts[i]
		if f.Relation != Attended && f.Relation != Chaired || !f.First.IsZero() {
			continue
		}
		for k := range r.named {
			if r.named[k].name == f.Object && !r.named[k].first.IsZero() {
				f.First, f.Last = r.named[k].first, r.named[k].last
				break
			}
		}
	}
}

// appointed states "Li Hua was appointed director of the bureau": the person
// right before the cue, the position up to the end of the clause.
func (r *reader) appointed(c, s extract.Span) {
	who := r.before(c.Start, extract.LabelPerson, " ")
	if r.chinese && strings.HasPrefix(c.In(r.text), "任命") {
		who = r.after(c.End, extract.LabelPerson, "")
		if who >= 0 {
			end := r.d.Mentions[who].End
			if !strings.HasPrefix(r.text[end:], "为") {
				return
			}
			c.End = end + len("为")
		}
	}
	if who < 0 {
		return
	}
	rest := r.text[c.End:s.End]
	end := strings.IndexAny(rest, ",.;，。；、")
	if end < 0 {
		end = len(rest)
	}
	position := strings.TrimSpace(rest[:end])
	if r.chinese {
		position = strings.TrimPrefix(strings.TrimPrefix(position, "了"), "为")
	} else {
		position = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(position, "as "), "the "), "a ")
		position, _, _ = strings.Cut(position, " on ")
		position, _, _ = strings.Cut(position, " in 2")
	}
	if n := utf8.RuneCountInString(position); n < 2 || n > 90 {
		return
	}
	start := c.End + strings.Index(rest, position)
	object := r.written(extract.Span{Start: start, End: start + len(position)})
	from, to := r.d.MentionsIn(object.span)
	for i := from; i < to; i++ {
		if r.d.Mentions[i].Label() == extract.LabelBody {
			object.id = r.d.Mentions[i].EntityID
		}
	}
	if !r.titled(object.name) {
		return
	}
	f := r.state(HoldsPosition, r.mention(who), object, c, "appointed", 0.8)
	if d := r.dateOf(c, s); d >= 0 {
		f.First, _, _ = days(r.d.Mentions[d].Value.(*extract.Date))
	}
}
