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

// TestFixtures scores the stage on the labelled articles and prints the table;
// -v shows it. SMELT_ERRORS=1 lists what goes wrong on the train part.
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
