// Package link says which mentions name the same thing: a short name and the
// full one, an acronym and its body, the Chinese and the English name of one
// ministry or city. Read [Stage] first, then one of place.go, body.go and
// person.go.
package link

import (
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// Stage gives every mention of a person, body or place its EntityID, fills in
// what the document or the lexicon knows of it (Person.Full, Body.Name, Acronym,
// Kind and PartOf, Place.Name, Kind, Country and Code), and sets Doc.Entities.
//
// Ids are made from names and codes alone, so that they are the same on every
// machine and in every run. Only a name that says too little on its own, such
// as a surname or "the provincial government", gets an id that is particular
// to its article.
type Stage struct {
	Lexicon *lexicon.Set // nil for lexicon.Default()
}

// Name implements the stage interface of the pipeline.
func (Stage) Name() string { return "link" }

// Apply implements the stage interface of the pipeline. It needs Doc.Mentions
// resolved.
func (s Stage) Apply(_ context.Context, d *extract.Doc) error {
	lex := s.Lexicon
	if lex == nil {
		lex = lexicon.Default()
	}
	l := &linker{d: d, lex: lex, text: d.Read(), chinese: d.Lang.Chinese(), found: make([]identity, len(d.Mentions)), surfaces: make([]string, len(d.Mentions))}
	for i := range d.Mentions {
		l.surfaces[i] = plain(d.Mentions[i].In(l.text))
	}
	l.places()
	l.bodies()
	l.people()
	l.entities()
	return nil
}

// linker works on one document.
type linker struct {
	d        *extract.Doc
	lex      *lexicon.Set
	text     string // Doc.Read, which has the offsets of Doc.Text
	chinese  bool
	surfaces []string        // of each mention, white space made plain
	found    []identity      // what each mention was linked to
	home     string          // the country that the article is about, ISO 3166-1 alpha-2, or ""
	named    map[string]bool // ids of the places that the article names, with those that they lie in
	salt     string          // see article
}

// identity is the thing that a mention names.
type identity struct {
	id      string
	name    string // best name as the article or the lexicon has it
	en, zh  string
	acronym string
	kind    string
}

// fromEntry is the identity of a lexicon entry.
func (l *linker) fromEntry(e *lexicon.Entry) identity {
	id := identity{id: e.ID, name: e.NameEN, en: e.NameEN, zh: e.NameZH, acronym: e.Acronym, kind: e.Kind}
	if l.chinese && e.NameZH != "" || id.name == "" {
		id.name = e.NameZH
	}
	return id
}

// lookup is the entries of a name that have the label, the most likely first.
func (l *linker) lookup(name string, label extract.Label) []*lexicon.Entry {
	var out []*lexicon.Entry
	for _, e := range l.lex.Lookup(name) {
		if e.Label == label {
			out = append(out, e)
		}
	}
	return out
}

// article is a short mark of the article, from its content, for the ids of
// names that mean something else in the next article.
func (l *linker) article() string {
	if l.salt == "" {
		h := fnv.New32a()
		h.Write([]byte(l.d.URL))
		h.Write([]byte{0})
		h.Write([]byte(l.d.Text))
		l.salt = fmt.Sprintf("%08x", h.Sum32())
	}
	return l.salt
}

// entities collects what the mentions were linked to, in order of first
// mention, and writes the ids into the mentions.
func (l *linker) entities() {
	at := map[string]int{}
	out := l.d.Entities
	for i := range out {
		at[out[i].ID] = i
	}
	for i := range l.d.Mentions {
		m := &l.d.Mentions[i]
		f := &l.found[i]
		if f.id == "" {
			continue
		}
		m.EntityID = f.id
		k, ok := at[f.id]
		if !ok {
			k = len(out)
			at[f.id] = k
			out = append(out, extract.Entity{ID: f.id, Label: m.Label()})
		}
		e := &out[k]
		f.name, f.zh = l.asWritten(f.name), l.asWritten(f.zh)
		e.Kind = first(e.Kind, f.kind)
		e.NameEN, e.NameZH = first(e.NameEN, f.en), first(e.NameZH, f.zh)
		if len(f.name) > len(e.Name) && (e.Name == "" || !l.known(f.id)) {
			e.Name = f.name
		}
		for _, a := range []string{l.display(i), f.acronym} {
			if a != "" && !slices.Contains(e.Aliases, a) {
				e.Aliases = append(e.Aliases, a)
			}
		}
	}
	for i := range out {
		e := &out[i]
		e.Aliases = slices.DeleteFunc(e.Aliases, func(a string) bool { return a == e.Name || a == e.NameEN || a == e.NameZH })
		slices.Sort(e.Aliases)
		if len(e.Aliases) == 0 {
			e.Aliases = nil
		}
	}
	l.d.Entities = out
}

// asWritten is a name of the article in the characters of the article, where
// it was read in Simplified ones.
func (l *linker) asWritten(name string) string {
	if l.d.Reading == "" || name == "" {
		return name
	}
	for i, s := range l.surfaces {
		if s == name {
			return l.display(i)
		}
	}
	return name
}

// known reports whether the lexicon has the thing, so that its name is settled.
func (l *linker) known(id string) bool { return l.lex.ByID(id) != nil }

// display is the mention as the article writes it, white space made plain.
func (l *linker) display(i int) string { return plain(l.d.Mentions[i].In(l.d.Text)) }

// plain makes every run of white space one space and drops a leading article.
func plain(s string) string {
	s = strings.TrimSpace(s)
	if strings.ContainsAny(s, "\n\t\u00a0\u3000") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	if len(s) > 4 && (s[:4] == "the " || s[:4] == "The ") {
		s = s[4:]
	}
	return s
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
