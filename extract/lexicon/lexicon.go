// Package lexicon holds what is known beforehand about names: places, bodies
// and people of the news in English and Chinese, the surnames, given names and
// titles that people carry, and the head words that bodies end in.
//
// [Default] is the built-in [Set]; [Set.Find] matches all its names in one
// pass over a text; [Read] reads a user's own names, which [New] joins with
// others. The data are files under data/, each with a header that names its
// standard, source and licence.
package lexicon

import (
	"cmp"
	"slices"
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// Entry is one name of one thing of the world. A thing with several names has
// several entries, which share everything but Name and Sure.
type Entry struct {
	Name      string // as matched
	Label     extract.Label
	Kind      string // as extract.Body.Kind or extract.Place.Kind
	ID        string // readable and stable: place/CN-130900, place/DE, body/miit
	Canonical string // the full name in the language of Name
	NameEN    string // the full English name
	NameZH    string // the full Chinese name
	Acronym   string
	Code      string // GB/T 2260 code of a division of China
	Country   string // ISO 3166-1 alpha-2
	Parent    string // ID of what it is part of
	Sure      bool   // the name means this kind of thing wherever it stands
	Source    string // the file it was read from
}

// Match is one stretch of text that the lexicons name.
type Match struct {
	extract.Span
	Entries []*Entry // everything of that name, the most likely first; never empty
	Caps    bool     // the text is written in capitals throughout and matched regardless of case
}

// Sure reports whether every reading of the match is of one label and some
// entry of it is unambiguous.
func (m *Match) Sure() bool {
	sure := false
	for _, e := range m.Entries {
		if e.Label != m.Entries[0].Label {
			return false
		}
		sure = sure || e.Sure
	}
	return sure && !m.Caps
}

// Set is a collection of entries that is searched as one. It is immutable and
// safe for concurrent use.
type Set struct {
	exact table
	caps  func() *table // names in capitals, made on first use
	byID  map[string]*Entry
}

// New joins lists of entries into one set. Where two lists hold the same name
// of the same thing, the earlier list wins.
func New(lists ...[]Entry) *Set {
	n := 0
	for _, l := range lists {
		n += len(l)
	}
	all := make([]*Entry, 0, n)
	for _, l := range lists {
		for i := range l {
			if l[i].Name != "" {
				all = append(all, &l[i])
			}
		}
	}
	s := &Set{byID: make(map[string]*Entry, n/4)}
	for _, e := range all {
		if _, ok := s.byID[e.ID]; !ok {
			s.byID[e.ID] = e
		}
	}
	slices.SortStableFunc(all, func(a, b *Entry) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
	all = slices.CompactFunc(all, func(a, b *Entry) bool {
		return a.Name == b.Name && a.ID == b.ID && a.Label == b.Label
	})
	s.exact = makeTable(all, func(e *Entry) string { return e.Name })
	s.caps = capsTable(all)
	return s
}

// kinds of places from the one that news means most often by a name that
// several share; bodies and people come before them all.
var kinds = []string{"country", "continent", "region", "province", "prefecture", "city", "natural", "facility", "county"}

// byWeight orders the entries of one name: unambiguous ones first, then the
// larger places, then by ID.
func byWeight(a, b *Entry) int {
	sure := func(e *Entry) int {
		if e.Sure {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(sure(a), sure(b)),
		cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)), strings.Compare(a.ID, b.ID))
}

// ByID is the entry of a thing under its main name, or nil.
func (s *Set) ByID(id string) *Entry { return s.byID[id] }

// Lookup is the entries whose name is exactly name, the most likely first.
func (s *Set) Lookup(name string) []*Entry { return s.exact.lookup(name) }

// Len is the number of different names in the set.
func (s *Set) Len() int { return len(s.exact.names) }
