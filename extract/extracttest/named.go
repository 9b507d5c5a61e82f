package extracttest

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// Named is a name that the cases of a later stage take as found already.
type Named struct {
	Name  string
	Value extract.Value
}

// Mark gives the document a mention for every occurrence of each name in its
// text, as the earlier stages would, overlaps settled. Every mention shares
// the value of its name, except that it is a copy.
func Mark(d *extract.Doc, names []Named) {
	var ms []extract.Mention
	for _, n := range names {
		for at := 0; ; {
			i := strings.Index(d.Text[at:], n.Name)
			if i < 0 {
				break
			}
			start := at + i
			at = start + len(n.Name)
			ms = append(ms, extract.Mention{Span: extract.Span{Start: start, End: at}, Value: clone(n.Value), Rule: "test", Confidence: 1})
		}
	}
	d.Mentions = extract.Resolve(ms)
}

func clone(v extract.Value) extract.Value {
	switch v := v.(type) {
	case *extract.Person:
		c := *v
		return &c
	case *extract.Body:
		c := *v
		return &c
	case *extract.Place:
		c := *v
		return &c
	case *extract.Date:
		c := *v
		return &c
	case *extract.Figure:
		c := *v
		return &c
	}
	return v
}
