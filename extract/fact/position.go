package fact

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// positions states the roles that the name stage has read beside names. A
// role that is over ("former", 原) makes a position held.
func (r *reader) positions() {
	for i := range r.d.Mentions {
		p, ok := r.d.Mentions[i].Value.(*extract.Person)
		if !ok || p.Role == "" {
			continue
		}
		object := r.position(i, p)
		relation := HoldsPosition
		if past, rest := formerly(object.name); past {
			relation, object.name = HeldPosition, rest
		} else if r.formerBefore(object.span) {
			relation = HeldPosition
		}
		confidence := 0.85
		if p.Body != "" {
			confidence = 0.9
		}
		r.state(relation, r.mention(i), object, extract.Span{}, "role", confidence*min(1, max(0.5, r.d.Mentions[i].Confidence)))
	}
}

// position is the role as the text writes it, with the body or place where
// the two stand together; the id is that of the body or place.
func (r *reader) position(i int, p *extract.Person) thing {
	m := r.d.Mentions[i].Span
	near := extract.Span{Start: max(0, m.Start-300), End: min(len(r.text), m.End+300)}
	role := nearest(r.d.Text, p.Role, m, near)
	body := -1
	if p.Body != "" {
		body = r.bodyNamed(p.Body, m.Start)
	}
	object := thing{span: role, name: plain(p.Role)}
	if body < 0 {
		body = r.realm(role)
	}
	if body < 0 {
		return object
	}
	b := r.d.Mentions[body].Span
	object.id = r.d.Mentions[body].EntityID
	joined := extract.Span{Start: min(role.Start, b.Start), End: max(role.End, b.End)}
	gap := joined.Len() - role.Len() - b.Len()
	if role.Len() > 0 && !role.Overlaps(b) && gap >= 0 && gap <= len(" of the ") && !joined.Overlaps(m) && !strings.ContainsAny(joined.In(r.text), ",，。;；\n") {
		object.span, object.name = joined, plain(joined.In(r.d.Text))
	}
	return object
}

// realm is the place of which the role is one: 法国 of 法国总统, Texas of "governor
// of Texas" and "Texas Governor"; -1 when the text sets none beside it.
func (r *reader) realm(role extract.Span) int {
	if role.Len() == 0 {
		return -1
	}
	if i := r.before(role.Start, extract.LabelPlace, " "); i >= 0 {
		return i
	}
	if rest, ok := strings.CutPrefix(r.text[role.End:], " of "); ok {
		return r.after(len(r.text)-len(rest), extract.LabelPlace, "the ")
	}
	return -1
}

// nearest is where word stands closest to m within the text around it; an
// empty span at m when it is not there.
func nearest(text, word string, m, near extract.Span) extract.Span {
	best := extract.Span{Start: m.Start, End: m.Start}
	if i := strings.LastIndex(text[near.Start:m.Start], word); i >= 0 {
		best = extract.Span{Start: near.Start + i, End: near.Start + i + len(word)}
	}
	if i := strings.Index(text[m.End:near.End], word); i >= 0 && (best.Len() == 0 || i < m.Start-best.End) {
		best = extract.Span{Start: m.End + i, End: m.End + i + len(word)}
	}
	return best
}

// bodyNamed is the mention of the body of that name nearest to the place, or -1.
func (r *reader) bodyNamed(name string, at int) int {
	best, distance := -1, 0
	for i := range r.d.Mentions {
		m := &r.d.Mentions[i]
		if m.Label() != extract.LabelBody || m.Len() != len(name) || m.In(r.d.Text) != name {
			continue
		}
		if d := max(m.Start-at, at-m.Start); best < 0 || d < distance {
			best, distance = i, d
		}
	}
	return best
}

// formerly splits a word off a role that says it is over.
func formerly(role string) (bool, string) {
	for _, w := range []string{"former ", "Former ", "ex-", "then-", "late ", "原", "前", "时任", "已故"} {
		if rest, ok := strings.CutPrefix(role, w); ok && rest != "" {
			return true, rest
		}
	}
	return false, role
}

// formerBefore reports whether such a word stands right before the role.
func (r *reader) formerBefore(role extract.Span) bool {
	before := strings.TrimRight(r.text[:role.Start], " ")
	for _, w := range []string{" former", "Former", "时任", "原"} {
		if role.Len() > 0 && strings.HasSuffix(before, w) && r.mentionAt(len(before)-1) < 0 {
			return true
		}
	}
	return false
}
