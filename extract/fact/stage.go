// Package fact finds relations that a text states: who holds which position,
// who attended or organised which event, when and where it was held, what
// belongs to what, what was founded, and which names mean the same.
//
// Read [Stage] first, then event.go, then one relation: position.go is the
// shortest.
package fact

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// The relations, as they stand in Fact.Relation. The subject stands first.
const (
	HoldsPosition = "holds_position" // person, role; ObjectID is the body
	HeldPosition  = "held_position"  // the same, over by the time of writing
	Attended      = "attended"       // person or body, event
	Chaired       = "chaired"        // person, event
	HeldOn        = "held_on"        // event, date as written
	LocatedIn     = "located_in"     // event, body or place; place
	OrganisedBy   = "organised_by"   // event, body
	PartOf        = "part_of"        // place or body; the larger one
	Established   = "established"    // body; by whom, at which event or when
	Alias         = "alias"          // a name; another name of the same thing
)

// Relations lists the relations in the order that reports print them.
var Relations = []string{HoldsPosition, HeldPosition, Attended, Chaired, HeldOn, LocatedIn, OrganisedBy, PartOf, Established, Alias}

// Stage fills in Doc.Facts. It needs Doc.Mentions resolved and linked.
type Stage struct {
	Lexicon *lexicon.Set // what lies in what; nil for lexicon.Default()
}

// Name implements the stage interface of the pipeline.
func (Stage) Name() string { return "fact" }

// Apply implements the stage interface of the pipeline. Facts come out in
// text order; one that the text states twice is there once.
func (s Stage) Apply(_ context.Context, d *extract.Doc) error {
	lex := s.Lexicon
	if lex == nil {
		lex = lexicon.Default()
	}
	r := &reader{d: d, lex: lex, text: d.Read(), chinese: d.Lang.Chinese(), passages: d.Passages(), words: english()}
	if r.chinese {
		r.words = chinese()
	}
	r.positions()
	r.places()
	r.bodies()
	r.aliases()
	for p := range r.passages {
		r.events(p)
		r.cues(p)
	}
	r.dateAttendance()
	d.Facts = append(d.Facts, settle(r.facts)...)
	return nil
}

// settle sorts facts by place and keeps of those that say the same the surest.
func settle(fs []extract.Fact) []extract.Fact {
	slices.SortStableFunc(fs, func(a, b extract.Fact) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Rule, b.Rule))
	})
	seen := map[[3]string]bool{}
	fs = slices.DeleteFunc(fs, func(f extract.Fact) bool {
		subject, object := cmp.Or(f.SubjectID, f.Subject), cmp.Or(f.ObjectID, f.Object)
		if f.Relation == HoldsPosition || f.Relation == HeldPosition || f.Relation == Alias {
			object = strings.ToLower(f.Object)
		}
		if f.Relation == Alias {
			subject = strings.ToLower(f.Subject)
		}
		key := [3]string{f.Relation, subject, object}
		dup := seen[key]
		seen[key] = true
		return dup
	})
	slices.SortStableFunc(fs, func(a, b extract.Fact) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Subject, b.Subject), cmp.Compare(a.Object, b.Object))
	})
	return fs
}

// reader reads one document.
type reader struct {
	d        *extract.Doc
	lex      *lexicon.Set
	text     string // Doc.Read, which has the offsets of Doc.Text
	chinese  bool
	words    *vocabulary
	passages []extract.Span
	named    []event // events found so far, in text order
	facts    []extract.Fact
}

// thing is one side of a fact.
type thing struct {
	span extract.Span
	name string
	id   string
}

// mention is a mention as one side of a fact; a person goes by the full name.
func (r *reader) mention(i int) thing {
	m := &r.d.Mentions[i]
	t := thing{span: m.Span, name: plain(m.In(r.d.Text)), id: m.EntityID}
	if p, ok := m.Value.(*extract.Person); ok && p.Full != "" {
		t.name = p.Full
	}
	return t
}

// written is a stretch of the text as one side of a fact.
func (r *reader) written(s extract.Span) thing { return thing{span: s, name: plain(s.In(r.d.Text))} }

// state keeps the fact that a and b stand in the relation; both and the cue
// are within its span.
func (r *reader) state(relation string, a, b thing, cue extract.Span, rule string, confidence float64) *extract.Fact {
	s := a.span
	for _, t := range []extract.Span{b.span, cue} {
		if t.Len() > 0 {
			s.Start, s.End = min(s.Start, t.Start), max(s.End, t.End)
		}
	}
	r.facts = append(r.facts, extract.Fact{Span: s, Relation: relation, Subject: a.name, SubjectID: a.id, Object: b.name, ObjectID: b.id, Rule: r.rule(rule), Confidence: confidence})
	return &r.facts[len(r.facts)-1]
}

func (r *reader) rule(name string) string {
	if r.chinese {
		return "zh/" + name
	}
	return "en/" + name
}

// Rules names the rules of a language, as they stand in Fact.Rule.
func Rules(lang extract.Lang) []string {
	names := []string{"role", "appointed", "attended", "spoke", "chaired", "held-on", "held-in", "organised", "place-chain", "place-within", "body-name", "body-under", "located", "established", "bracket"}
	if lang.Chinese() {
		names = append(names, "named")
	} else {
		names = append(names, "members")
	}
	r := reader{chinese: lang.Chinese()}
	for i := range names {
		names[i] = r.rule(names[i])
	}
	return names
}

// plain makes every run of white space one space.
func plain(s string) string {
	if strings.ContainsAny(s, "\n\t\u00a0\u3000") || strings.Contains(s, "  ") {
		return strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

// days is the days that a date covers; ok is false when it cannot be placed
// or is no point or interval.
func days(v *extract.Date) (first, last extract.Day, ok bool) {
	switch v.Kind {
	case extract.DateDuration, extract.DateFrequency, extract.DateVague:
		return first, last, false
	}
	return v.First, v.Last, !v.First.IsZero()
}
