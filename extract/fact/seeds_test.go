package fact_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/fact"
	"github.com/smelt-ie/smelt/extract/link"
	"github.com/smelt-ie/smelt/extract/record"
	"github.com/smelt-ie/smelt/extract/sentence"
)

const fixtures = "../../../shared/fixtures/"

// TestSeeds measures the recall of the facts of the five scraped articles
// (seeds/facts.tsv), labelled mentions in. What figures say is the matter of
// the figures table and left out.
func TestSeeds(t *testing.T) {
	f, err := os.Open(fixtures + "seeds.jsonl")
	if err != nil {
		t.Skip("the labelled fixtures are not here: ", err)
	}
	defer f.Close()
	recs, err := record.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	facts := map[string][]extract.Fact{}
	for i := range recs {
		d := document(t, &recs[i])
		for _, s := range []stage{sentence.Stage{}, link.Stage{}, fact.Stage{}} {
			if err := s.Apply(context.Background(), d); err != nil {
				t.Fatal(err)
			}
		}
		facts[strings.TrimPrefix(d.RecordID, "seed-")] = d.Facts
	}
	table, err := os.ReadFile(fixtures + "seeds/facts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want, got := 0, 0
	for line := range strings.Lines(string(table)) {
		c := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(c) < 5 || c[2] == "figure" || c[0] == "doc" {
			continue
		}
		want++
		if found(facts[c[0]], c[2], c[3], c[4]) {
			got++
		} else {
			t.Logf("missed: %s", strings.TrimSpace(line))
		}
	}
	t.Logf("recall %d of %d", got, want)
	if got*100 < want*60 {
		t.Errorf("recall %d of %d is below six tenths", got, want)
	}
}

func found(facts []extract.Fact, relation, subject, object string) bool {
	for _, f := range facts {
		if f.Relation == relation && alike(f.Subject, subject) && (alike(f.Object, object) || f.First.String() == object) {
			return true
		}
	}
	return false
}

// alike reports whether one of two names holds the other.
func alike(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}
