package extract

import (
	"cmp"
	"slices"
	"strings"
)

// MentionsIn is the range [from, to) of the indexes of the mentions that lie
// wholly within s. Mentions must be sorted and disjoint, as Resolve leaves them.
func (d *Doc) MentionsIn(s Span) (from, to int) {
	from, _ = slices.BinarySearchFunc(d.Mentions, s.Start, func(m Mention, at int) int { return cmp.Compare(m.Start, at) })
	to = from
	for to < len(d.Mentions) && d.Mentions[to].End <= s.End {
		to++
	}
	return from, to
}

// Passages are the sentences of the document, or its lines when the sentence
// stage has not run.
func (d *Doc) Passages() []Span {
	if len(d.Sentences) > 0 {
		return d.Sentences
	}
	return d.Paragraphs()
}

// Paragraphs are the lines of Text that hold more than white space, trimmed.
func (d *Doc) Paragraphs() []Span {
	var out []Span
	for at := 0; at < len(d.Text); {
		end := len(d.Text)
		if i := strings.IndexByte(d.Text[at:], '\n'); i >= 0 {
			end = at + i
		}
		line := d.Text[at:end]
		body := strings.TrimSpace(line)
		if body != "" {
			start := at + strings.Index(line, body)
			out = append(out, Span{start, start + len(body)})
		}
		at = end + 1
	}
	return out
}
