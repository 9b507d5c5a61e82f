// Package score measures predicted mentions against labelled ones.
//
// Strict counts a prediction with the same label and the same span; overlap
// one that shares a character with its labelled mention, one to one. A labelled
// mention that is optional is never a miss, and a prediction that touches one
// and matches no firm mention is ignored. Attributes count as right when the
// spans overlap and the attribute agrees, end to end: precision over all
// predictions of the label, recall over all its labelled mentions.
package score

import (
	"cmp"
	"slices"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
)

// PRF is a score with the counts behind it. P, R and F1 are in 0..1.
type PRF struct {
	P         float64 `json:"p"`
	R         float64 `json:"r"`
	F1        float64 `json:"f1"`
	Right     int     `json:"tp"`
	Predicted int     `json:"pred"`
	Gold      int     `json:"gold"`
}

func prf(right, predicted, gold int) PRF {
	s := PRF{Right: right, Predicted: predicted, Gold: gold}
	if predicted > 0 {
		s.P = float64(right) / float64(predicted)
	}
	if gold > 0 {
		s.R = float64(right) / float64(gold)
	}
	if s.P+s.R > 0 {
		s.F1 = 2 * s.P * s.R / (s.P + s.R)
	}
	return s
}

// Counts is the tally of one label.
type Counts struct {
	Gold, Predicted int // firm labelled mentions; predictions that are not ignored
	Strict, Overlap int // pairs with the same span; pairs that share a character
	Value           int // date value, or figure value and value2
	ValueDay        int // date value without its clock time
	ValueUnit       int // figure value, value2 and unit
	ValueUnitCmp    int // and comparison
	Change          int // figure value, value2, unit and change
	Role, RoleGold  int // persons whose role agrees; paired persons that have a labelled role
}

func (c *Counts) add(d Counts) {
	c.Gold += d.Gold
	c.Predicted += d.Predicted
	c.Strict += d.Strict
	c.Overlap += d.Overlap
	c.Value += d.Value
	c.ValueDay += d.ValueDay
	c.ValueUnit += d.ValueUnit
	c.ValueUnitCmp += d.ValueUnitCmp
	c.Change += d.Change
	c.Role += d.Role
	c.RoleGold += d.RoleGold
}

// Score is the tally of one counter over the label's predictions and labelled mentions.
func (c *Counts) Score(right int) PRF { return prf(right, c.Predicted, c.Gold) }

// RoleRecall is the share of labelled roles, over the persons found, that the
// prediction agrees with; ok is false when no paired person has a labelled role.
func (c *Counts) RoleRecall() (recall float64, ok bool) {
	if c.RoleGold == 0 {
		return 0, false
	}
	return float64(c.Role) / float64(c.RoleGold), true
}

// Report is the tally of every label, and the errors behind it.
type Report struct {
	Labels map[extract.Label]*Counts
	Errors []Error
}

// Error is one thing that went wrong.
type Error struct {
	Kind   string // "person missed", "date value", ...
	Text   string // one line that shows it
	Record string // id of the record
}

// All is the tally over all labels: spans only.
func (r *Report) All() Counts {
	var all Counts
	for _, c := range r.Labels {
		all.Gold += c.Gold
		all.Predicted += c.Predicted
		all.Strict += c.Strict
		all.Overlap += c.Overlap
	}
	return all
}

// Records scores predictions against labelled records, paired by id. A gold
// record without a prediction counts as predicted empty.
func Records(gold, predicted []record.Record, labels []extract.Label) Report {
	byID := make(map[string]*record.Record, len(predicted))
	for i := range predicted {
		byID[predicted[i].ID] = &predicted[i]
	}
	rep := Report{Labels: make(map[extract.Label]*Counts, len(labels))}
	for _, l := range labels {
		rep.Labels[l] = &Counts{}
	}
	for i := range gold {
		g := &gold[i]
		var mentions []record.Mention
		if p := byID[g.ID]; p != nil {
			mentions = p.Mentions
		}
		a := article{id: g.ID, text: []rune(g.Text), optional: optional(g.Mentions)}
		for _, l := range labels {
			firm := slices.DeleteFunc(of(l, g.Mentions), func(m record.Mention) bool { return m.Optional })
			rep.Labels[l].add(a.label(l, firm, of(l, mentions)))
		}
		rep.Errors = append(rep.Errors, a.errors...)
	}
	slices.SortStableFunc(rep.Errors, func(a, b Error) int { return cmp.Compare(a.Kind, b.Kind) })
	return rep
}

func of(l extract.Label, ms []record.Mention) []record.Mention {
	var out []record.Mention
	for _, m := range ms {
		if m.Label == l {
			out = append(out, m)
		}
	}
	return out
}

func optional(ms []record.Mention) []record.Mention {
	var out []record.Mention
	for _, m := range ms {
		if m.Optional {
			out = append(out, m)
		}
	}
	return out
}

// article scores one record and gathers its errors.
type article struct {
	id       string
	text     []rune
	optional []record.Mention
	errors   []Error
}

func (a *article) label(l extract.Label, firm, predicted []record.Mention) Counts {
	pairs := pair(firm, predicted)
	pairedGold, pairedPred := make([]bool, len(firm)), make([]bool, len(predicted))
	c := Counts{Gold: len(firm), Overlap: len(pairs)}
	for _, p := range pairs {
		pairedGold[p.gold], pairedPred[p.pred] = true, true
		g, m := firm[p.gold], predicted[p.pred]
		if sameSpan(g, m) {
			c.Strict++
		} else {
			a.edge(l, g, m)
		}
		c.add(a.attributes(l, g, m))
	}
	for j, m := range predicted {
		if pairedPred[j] {
			c.Predicted++
		} else if !slices.ContainsFunc(a.optional, func(o record.Mention) bool { return shared(o, m) > 0 }) {
			c.Predicted++
			a.context(string(l)+" spurious", m)
		}
	}
	for i, m := range firm {
		if !pairedGold[i] {
			a.context(string(l)+" missed", m)
		}
	}
	return c
}

type pairing struct{ gold, pred int }

// pair matches gold with predictions one to one: exact spans first, then the
// largest overlap, then in order.
func pair(gold, predicted []record.Mention) []pairing {
	type candidate struct {
		pairing
		exact  bool
		shared int
	}
	var cs []candidate
	for i, g := range gold {
		for j, p := range predicted {
			if n := shared(g, p); n > 0 {
				cs = append(cs, candidate{pairing{i, j}, sameSpan(g, p), n})
			}
		}
	}
	slices.SortFunc(cs, func(a, b candidate) int {
		if a.exact != b.exact {
			if a.exact {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.gold, b.gold), cmp.Compare(a.pred, b.pred))
	})
	goldUsed, predUsed := make([]bool, len(gold)), make([]bool, len(predicted))
	var out []pairing
	for _, c := range cs {
		if goldUsed[c.gold] || predUsed[c.pred] {
			continue
		}
		goldUsed[c.gold], predUsed[c.pred] = true, true
		out = append(out, c.pairing)
	}
	return out
}

func sameSpan(a, b record.Mention) bool { return a.Start == b.Start && a.End == b.End }

// shared is the number of code points two mentions have in common; not positive when none.
func shared(a, b record.Mention) int { return min(a.End, b.End) - max(a.Start, b.Start) }
