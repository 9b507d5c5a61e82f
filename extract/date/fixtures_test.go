package date

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
	"github.com/smelt-ie/smelt/extract/score"
	"github.com/smelt-ie/smelt/extract/sentence"
)

// TestFixtures holds the stage to its targets on the labelled articles; -v
// prints the figures. SMELT_ERRORS=1 lists what goes wrong on the part for
// learning, SMELT_ERRORS=dev on the other too.
func TestFixtures(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "fixtures")
	for _, name := range []string{"news_train_en", "news_train_zh", "news_dev_en", "news_dev_zh", "seeds"} {
		t.Run(name, func(t *testing.T) {
			gold := readRecords(t, filepath.Join(dir, name+".jsonl"))
			var got []record.Record
			for _, g := range gold {
				d := g.Doc()
				if err := (sentence.Stage{}).Apply(t.Context(), d); err != nil {
					t.Fatal(err)
				}
				if err := (Stage{}).Apply(t.Context(), d); err != nil {
					t.Fatal(err)
				}
				d.Mentions = extract.Resolve(d.Mentions)
				p := record.Of(d)
				p.ID = g.ID
				got = append(got, p)
			}
			r := score.Records(gold, got, []extract.Label{extract.LabelDate})
			c := r.Labels[extract.LabelDate]
			strict, overlap, value := c.Score(c.Strict), c.Score(c.Overlap), c.Score(c.Value)
			t.Logf("gold %d predicted %d: strict F1 %.1f overlap F1 %.1f value F1 %.1f", c.Gold, c.Predicted, 100*strict.F1, 100*overlap.F1, 100*value.F1)
			for _, m := range []struct {
				what      string
				got, want float64
			}{{"strict", strict.F1, 0.93}, {"overlap", overlap.F1, 0.96}, {"value", value.F1, 0.90}} {
				if m.got < m.want {
					t.Errorf("%s F1 is %.3f, want %.2f", m.what, m.got, m.want)
				}
			}
			if os.Getenv("SMELT_ERRORS") != "" && (!strings.Contains(name, "dev") || os.Getenv("SMELT_ERRORS") == "dev") {
				var b strings.Builder
				if err := r.WriteErrors(&b, 200); err != nil {
					t.Fatal(err)
				}
				t.Log(b.String())
			}
		})
	}
}

func readRecords(t testing.TB, path string) []record.Record {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Skipf("the labelled articles are not here: %v", err)
	}
	defer f.Close()
	out, err := record.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
