package fact

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// bodies states what the names of bodies say of each other: the SME Bureau of
// the Ministry of X is a part of the ministry.
func (r *reader) bodies() {
	for i := range r.d.Mentions {
		b, ok := r.d.Mentions[i].Value.(*extract.Body)
		if !ok {
			continue
		}
		if b.PartOf == "" {
			r.ofPlace(i)
			continue
		}
		whole := thing{name: b.PartOf}
		if at := r.bodyNamed(b.PartOf, r.d.Mentions[i].Start); at >= 0 {
			whole.id = r.d.Mentions[at].EntityID
		} else if es := r.lex.Lookup(b.PartOf); len(es) > 0 && es[0].Label == extract.LabelBody {
			whole.id = es[0].ID
		}
		if whole.id == "" || whole.id != r.d.Mentions[i].EntityID {
			r.state(PartOf, r.mention(i), whole, extract.Span{}, "body-name", 0.9)
		}
	}
}

// ofPlace states whose organ a local organ is, where its name and so its id
// says it: the SME Bureau of Guangdong Province.
func (r *reader) ofPlace(i int) {
	m := &r.d.Mentions[i]
	rest, ok := strings.CutPrefix(m.EntityID, "body/cn-")
	code, _, more := strings.Cut(rest, "-")
	e := r.lex.ByID("place/CN-" + strings.ToUpper(code))
	if !ok || !more || e == nil {
		return
	}
	place := thing{name: e.NameEN, id: e.ID}
	if r.chinese {
		place.name = e.NameZH
	}
	r.state(PartOf, r.mention(i), place, extract.Span{}, "body-name", 0.85)
}

// under states "X, a unit of Y" and "X under the Y": a body right before the
// cue and one right after it.
func (r *reader) under(c extract.Span) {
	a, b := r.before(c.Start, extract.LabelBody, " ,"), r.after(c.End, extract.LabelBody, " the")
	if a >= 0 && b >= 0 {
		r.state(PartOf, r.mention(a), r.mention(b), c, "body-under", 0.85)
	}
}

// underZH states Y下属X, and X隶属于Y.
func (r *reader) underZH(c extract.Span) {
	a, b := r.before(c.Start, extract.LabelBody, " ，"), r.after(c.End, extract.LabelBody, "的")
	if a < 0 || b < 0 {
		return
	}
	if strings.HasPrefix(c.In(r.text), "隶属") {
		a, b = b, a
	}
	r.state(PartOf, r.mention(b), r.mention(a), c, "body-under", 0.85)
}

// members states "ASEAN countries such as Laos and Malaysia".
func (r *reader) members(c, s extract.Span) {
	before := strings.TrimRight(r.text[s.Start:c.Start], " ,")
	for _, noun := range []string{" countries", " members", " member states", " nations", " states"} {
		stem, ok := strings.CutSuffix(before, noun)
		if !ok {
			continue
		}
		whole := r.before(s.Start+len(stem), extract.LabelBody, " ")
		if whole < 0 || r.d.Mentions[whole].Value.(*extract.Body).Kind != "international" {
			return
		}
		for _, i := range r.list(c.End, extract.LabelPlace, s.End) {
			r.state(PartOf, r.mention(i), r.mention(whole), c, "members", 0.85)
		}
	}
}

// located states "X, based in Y": a body or place right before the cue and a
// place right after it.
func (r *reader) located(c extract.Span) {
	a := r.before(c.Start, "", " ,，")
	b := r.after(c.End, extract.LabelPlace, " the")
	if b < 0 || !r.chinese && a < 0 {
		return
	}
	if owned := r.chinese && strings.HasPrefix(r.text[r.d.Mentions[r.lastOfChain(b)].End:], "的"); a < 0 || !r.sited(a) || owned {
		a = r.behind(b) // 位于沧州市的…: the thing comes behind
	}
	for _, w := range []string{"脚下", "附近", "以南", "以北", "以东", "以西", "旁", "边", "交界", "之间", "与"} {
		if strings.HasPrefix(r.text[r.d.Mentions[r.lastOfChain(b)].End:], w) {
			return // at the foot of a mountain, not on it
		}
	}
	if a >= 0 && r.chinese && strings.HasSuffix(r.text[:r.d.Mentions[a].Start], "由") {
		return // 中心由甲设在北京: the thing stands further left
	}
	if a < 0 || a == b || r.d.Mentions[a].EntityID == r.d.Mentions[b].EntityID && r.d.Mentions[a].EntityID != "" {
		return
	}
	if last := r.lastOfChain(b); last != a {
		b = last
	}
	r.state(LocatedIn, r.mention(a), r.mention(b), c, "located", 0.85)
}

// sited reports whether a mention can lie somewhere.
func (r *reader) sited(i int) bool {
	l := r.d.Mentions[i].Label()
	return l == extract.LabelBody || l == extract.LabelPlace
}

// lastOfChain is the last of the places that stand side by side from place b
// on: 沧州市 of 河北省沧州市. English puts the closest place first.
func (r *reader) lastOfChain(b int) int {
	for r.chinese && b+1 < len(r.d.Mentions) && r.d.Mentions[b+1].Start == r.d.Mentions[b].End && r.d.Mentions[b+1].Label() == extract.LabelPlace {
		b++
	}
	return b
}

// behind is the body or place that 的 joins to place b and the places after
// it: 位于沧州市的中小企业合作区; -1 when there is none.
func (r *reader) behind(b int) int {
	if !r.chinese {
		return -1
	}
	b = r.lastOfChain(b)
	if n := b + 1; n < len(r.d.Mentions) && r.sited(n) && r.text[r.d.Mentions[b].End:max(r.d.Mentions[n].Start, r.d.Mentions[b].End)] == "的" {
		return n
	}
	return -1
}

// before is the mention of the label (any, if "") that ends right before the
// place, the given characters and nothing else between; -1 when there is none.
func (r *reader) before(at int, label extract.Label, between string) int {
	i := r.mentionBefore(at)
	if i < 0 || label != "" && r.d.Mentions[i].Label() != label || strings.Trim(r.text[r.d.Mentions[i].End:at], between) != "" {
		return -1
	}
	return i
}

// after is the mention of the label that begins right after the place.
func (r *reader) after(at int, label extract.Label, between string) int {
	i := r.mentionBefore(at) + 1
	for i < len(r.d.Mentions) && r.d.Mentions[i].Start < at {
		i++
	}
	if i >= len(r.d.Mentions) || label != "" && r.d.Mentions[i].Label() != label || strings.Trim(r.text[at:r.d.Mentions[i].Start], between+" ") != "" {
		return -1
	}
	return i
}

// mentionBefore is the last mention that ends at or before the place, or -1.
func (r *reader) mentionBefore(at int) int {
	lo, hi := 0, len(r.d.Mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; r.d.Mentions[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo - 1
}

// joints drops the words that join the members of a list.
var joints = strings.NewReplacer(" and ", "", "the ", "", "和", "", "与", "", "及", "", "以", "")

// list is the mentions of the label from the place on, joined by commas and
// "and", up to end.
func (r *reader) list(at int, label extract.Label, end int) []int {
	var out []int
	for i := r.mentionBefore(at) + 1; i < len(r.d.Mentions) && r.d.Mentions[i].End <= end; i++ {
		m := &r.d.Mentions[i]
		if m.Start < at {
			continue
		}
		if open := strings.TrimSpace(r.text[at:m.Start]); len(out) > 0 && (open == "(" || open == "（") {
			at = m.End + 1 // another name of the one before
			continue
		}
		gap := joints.Replace(" " + r.text[at:m.Start])
		if m.Label() != label || strings.Trim(gap, " ,，、") != "" {
			return out
		}
		out = append(out, i)
		at = m.End
	}
	return out
}

// established states that a body was founded. Passive: the body stands right
// before the cue. Active: right after it, and who founded it before.
func (r *reader) established(c, s extract.Span, passive bool, p int) {
	if r.chinese && planned(r.text[s.Start:c.Start]) {
		return
	}
	body, by := -1, -1
	if passive {
		body = r.before(c.Start, extract.LabelBody, " 正式于")
		if i := r.mentionBefore(c.Start); body < 0 && i >= 0 && r.d.Mentions[i].Label() == extract.LabelDate && r.d.Mentions[i].Start >= s.Start {
			body = r.before(r.d.Mentions[i].Start, extract.LabelBody, " ,，于在")
		}
	} else {
		body = r.after(c.End, extract.LabelBody, " the了a new")
		by = r.before(c.Start, extract.LabelBody, " 联合共同,")
	}
	if body < 0 || r.d.Mentions[body].Start < s.Start || r.d.Mentions[body].End > s.End || r.chinese && !r.closes(c, body, passive) {
		return
	}
	var object thing
	if by >= 0 && by != body {
		object = r.mention(by)
	}
	date := r.dateOf(c, s)
	if object.name == "" && date >= 0 {
		object = r.mention(date)
	}
	at := event{}
	if object.name == "" && passive {
		if e := r.eventAt(c, s, p); e >= 0 {
			at = r.named[e]
			object = at.thing
		}
	}
	if object.name == "" {
		return
	}
	f := r.state(Established, r.mention(body), object, c, "established", 0.8)
	f.First, f.Last = at.first, at.last
	if date >= 0 {
		f.First, f.Last, _ = days(r.d.Mentions[date].Value.(*extract.Date))
	}
}

// planned reports whether the words before a Chinese verb put it in the future.
func planned(before string) bool {
	for _, w := range []string{"将", "拟", "要", "计划", "筹备", "起草", "正在", "推动", "建议", "将会", "准备"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// closes reports whether the Chinese clause ends where a founding ends: after
// the verb when the body stands before it (公司成立了专班 founds another thing),
// else after the body (成立太空军法案 is about a bill).
func (r *reader) closes(c extract.Span, body int, passive bool) bool {
	rest := r.text[c.End:]
	if !passive {
		rest = r.text[r.d.Mentions[body].End:]
	}
	return rest == "" || strings.Contains("，。；、和与及等”（(\n ,于以后大仪", firstRune(rest))
}

// eventAt is the event at which the sentence says something happened: one it
// names, or "at the meeting".
func (r *reader) eventAt(c, s extract.Span, p int) int {
	if e := r.lastEventIn(extract.Span{Start: s.Start, End: c.Start}); e >= 0 {
		return e
	}
	if r.chinese {
		return -1
	}
	head := extract.Span{Start: s.Start, End: c.Start}
	if in := head.In(r.text); strings.HasPrefix(in, "At the ") || strings.HasPrefix(in, "During the ") {
		e, _ := r.genericEN(head, p)
		return e
	}
	return -1
}
