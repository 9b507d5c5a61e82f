package name

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// mentions gives the names that were found their values.
func mentions(d *extract.Doc, set *lexicon.Set, found []named) []extract.Mention {
	out := make([]extract.Mention, len(found))
	for i, n := range found {
		m := extract.Mention{Span: n.Span, Rule: d.Lang.Base() + "/names", Confidence: n.confidence}
		name := n.In(d.Read())
		switch n.label {
		case extract.LabelPerson:
			m.Value = &extract.Person{}
		case extract.LabelBody:
			m.Value = bodyOf(name, set, d.Lang)
		case extract.LabelPlace:
			m.Value = placeOf(name, set)
		}
		out[i] = m
	}
	people(d, out)
	return out
}

func bodyOf(name string, set *lexicon.Set, lang extract.Lang) *extract.Body {
	b := &extract.Body{Kind: "other"}
	for _, e := range set.Lookup(name) {
		if e.Label == extract.LabelBody {
			b.Kind, b.Acronym = e.Kind, e.Acronym
			if e.Canonical != name {
				b.Name = e.Canonical
			}
			return b
		}
	}
	if _, kind, ok := lexicon.BodyHead(name, lang); ok {
		b.Kind = kind
	}
	return b
}

func placeOf(name string, set *lexicon.Set) *extract.Place {
	for _, e := range set.Lookup(name) {
		if e.Label == extract.LabelPlace {
			return &extract.Place{Kind: e.Kind, Country: e.Country, Code: e.Code, Name: e.Canonical}
		}
	}
	return &extract.Place{}
}
