package score

import (
	"fmt"
	"io"
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// Measure is one figure of a label's score: "strict", "overlap", "value",
// "value_day", "value_unit", "value_unit_cmp", "change" or "role_recall".
type Measure struct {
	Name   string
	F1     float64 // for role_recall the recall
	Counts *PRF    // nil for role_recall
}

// Measures lists the figures that a label has, in the order that reports print
// them.
func (c *Counts) Measures(l extract.Label) []Measure {
	of := func(name string, right int) Measure {
		s := c.Score(right)
		return Measure{name, s.F1, &s}
	}
	ms := []Measure{of("strict", c.Strict), of("overlap", c.Overlap)}
	switch l {
	case extract.LabelDate:
		ms = append(ms, of("value", c.Value), of("value_day", c.ValueDay))
	case extract.LabelFigure:
		ms = append(ms, of("value", c.Value), of("value_unit", c.ValueUnit),
			of("value_unit_cmp", c.ValueUnitCmp), of("change", c.Change))
	case extract.LabelPerson:
		if r, ok := c.RoleRecall(); ok {
			ms = append(ms, Measure{Name: "role_recall", F1: r})
		}
	}
	return ms
}

// Object is the report as nested maps for JSON, keyed as the reference scorer
// keys it: label, measure, then p, r, f1, tp, pred and gold.
func (r *Report) Object() map[string]map[string]any {
	out := map[string]map[string]any{}
	put := func(label string, ms []Measure) {
		out[label] = map[string]any{}
		for _, m := range ms {
			if m.Counts != nil {
				out[label][m.Name] = *m.Counts
			} else {
				out[label][m.Name] = m.F1
			}
		}
	}
	for l, c := range r.Labels {
		put(string(l), c.Measures(l))
	}
	all := r.All()
	put("all", all.Measures(""))
	return out
}

// WriteTable prints one line a label and one for all of them, in percent.
func (r *Report) WriteTable(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "%-7s %6s %6s %6s   %6s %6s %6s   %5s %5s   %s\n",
		"", "P", "R", "F1", "P~", "R~", "F1~", "gold", "pred", "attributes (F1)"); err != nil {
		return err
	}
	for _, l := range extract.Labels {
		if c := r.Labels[l]; c != nil {
			if err := writeRow(w, string(l), c, c.Measures(l)); err != nil {
				return err
			}
		}
	}
	all := r.All()
	return writeRow(w, "all", &all, all.Measures(""))
}

func writeRow(w io.Writer, name string, c *Counts, ms []Measure) error {
	strict, overlap := ms[0].Counts, ms[1].Counts
	var attributes []string
	for _, m := range ms[2:] {
		attributes = append(attributes, fmt.Sprintf("%s %.1f", m.Name, m.F1*100))
	}
	_, err := fmt.Fprintf(w, "%-7s %6.1f %6.1f %6.1f   %6.1f %6.1f %6.1f   %5d %5d   %s\n", name,
		strict.P*100, strict.R*100, strict.F1*100, overlap.P*100, overlap.R*100, overlap.F1*100,
		c.Gold, c.Predicted, strings.Join(attributes, "  "))
	return err
}

// WriteErrors prints up to n errors of each kind.
func (r *Report) WriteErrors(w io.Writer, n int) error {
	for i := 0; i < len(r.Errors); {
		j := i
		for j < len(r.Errors) && r.Errors[j].Kind == r.Errors[i].Kind {
			j++
		}
		if _, err := fmt.Fprintf(w, "\n## %s: %d\n", r.Errors[i].Kind, j-i); err != nil {
			return err
		}
		for _, e := range r.Errors[i:min(j, i+n)] {
			if _, err := fmt.Fprintf(w, "  %s (%s)\n", e.Text, e.Record); err != nil {
				return err
			}
		}
		i = j
	}
	return nil
}
