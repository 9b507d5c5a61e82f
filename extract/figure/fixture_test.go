package figure_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/figure"
	"github.com/smelt-ie/smelt/extract/record"
)

// open opens a file of the shared data beside the repository, or skips.
func open(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the shared data is not here: ", path)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestDevelopmentFixtures holds the floors of the labelled news: recall of
// figures by overlap, and what share of the predictions overlaps one.
func TestDevelopmentFixtures(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		recs, err := record.ReadAll(open(t, "../../../shared/fixtures/news_dev_"+lang+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		gold, found := 0, 0
		for i := range recs {
			d := recs[i].Doc()
			if err := (figure.Stage{}).Apply(context.Background(), d); err != nil {
				t.Fatal(err)
			}
			labelled, err := recs[i].Gold()
			if err != nil {
				t.Fatal(err)
			}
			for _, g := range labelled {
				if g.Label() != extract.LabelFigure || g.Optional {
					continue
				}
				gold++
				for _, m := range d.Mentions {
					if m.Overlaps(g.Span) {
						found++
						break
					}
				}
			}
		}
		recall := float64(found) / float64(gold)
		t.Logf("%s: %d of %d labelled figures found, recall %.3f", lang, found, gold, recall)
		if recall < 0.97 {
			t.Errorf("%s: recall %.3f is below 0.97", lang, recall)
		}
	}
}
