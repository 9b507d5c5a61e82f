package name_test

import (
	"context"
	"os"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/name"
	"github.com/smelt-ie/smelt/extract/record"
)

// TestReliability prints how often names of each tenth of the confidence are
// right on news that no model has learnt from.
func TestReliability(t *testing.T) {
	s := name.New(nil)
	for _, lang := range []string{"en", "zh"} {
		f, err := os.Open("../../../shared/fixtures/news_dev_" + lang + ".jsonl")
		if err != nil {
			t.Skip("the labelled news is not here: ", err)
		}
		records, err := record.ReadAll(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		var right, found [10]int
		for i := range records {
			gold := namesOf(t, &records[i])
			d := records[i].Doc()
			if err := s.Apply(context.Background(), d); err != nil {
				t.Fatal(err)
			}
			for _, m := range d.Mentions {
				optional, labelled := gold[place{m.Span, m.Label()}]
				if optional {
					continue
				}
				bin := min(int(m.Confidence*10), 9)
				found[bin]++
				if labelled {
					right[bin]++
				}
			}
		}
		for bin, n := range found {
			if n > 0 {
				t.Logf("%s  confidence %.1f to %.1f: %4d of %4d right, %.2f", lang, float64(bin)/10, float64(bin+1)/10, right[bin], n, float64(right[bin])/float64(n))
			}
		}
		if share := float64(right[9]) / float64(found[9]); share < 0.94 {
			t.Errorf("%s: of the names with a confidence of 0.9 and more, %.3f are right", lang, share)
		}
	}
}

// place is where a name of which kind stands.
type place struct {
	extract.Span
	label extract.Label
}

// namesOf is the labelled names of a record, and whether each is optional.
func namesOf(t *testing.T, r *record.Record) map[place]bool {
	t.Helper()
	gold, err := r.Gold()
	if err != nil {
		t.Fatal(err)
	}
	out := map[place]bool{}
	for _, g := range gold {
		out[place{g.Span, g.Label()}] = g.Optional
	}
	return out
}
