package clean_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
	"github.com/smelt-ie/smelt/extract/record"
)

// seeds is where the scraped articles lie that do not belong to the project.
const seeds = "../../../shared/fixtures"

// told is what a reader of a scraped page wrote down about it.
type told struct {
	Title     *string `json:"title"`
	Published *string `json:"published"`
	Hint      string  `json:"published_hint"`
	Source    *string `json:"source"`
}

func TestScrapedSeeds(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(seeds, "seeds/clean.json"))
	if err != nil {
		t.Skip("the scraped articles of the shared fixtures are not here")
	}
	var pages map[string]told
	if err := json.Unmarshal(raw, &pages); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(seeds, "seeds.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	recs, err := record.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	if len(recs) != len(pages) || len(recs) == 0 {
		t.Fatalf("%d records for %d pages", len(recs), len(pages))
	}
	for _, r := range recs {
		id := strings.TrimPrefix(r.ID, "seed-")
		t.Run(id, func(t *testing.T) { checkSeed(t, id, pages[id], r.Text) })
	}
}

func checkSeed(t *testing.T, id string, want told, text string) {
	page, err := os.ReadFile(filepath.Join(seeds, "seeds/raw", id+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	d := &extract.Doc{Raw: page, Format: extract.Scraped}
	if err := (clean.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	if d.Text != text {
		for _, b := range d.Blocks {
			t.Logf("%v %s: %.90q", b.Kept, b.Reason, b.Text)
		}
		t.Errorf("text differs from the body lines")
	}
	if d.Title != deref(want.Title) {
		t.Errorf("title %q, want %q", d.Title, deref(want.Title))
	}
	if d.Source != deref(want.Source) {
		t.Errorf("source %q, want %q", d.Source, deref(want.Source))
	}
	switch {
	case want.Published != nil:
		if d.Published.String() != *want.Published || d.PublishedFrom != extract.PublishedPage {
			t.Errorf("published %s from %s, want %s from page", d.Published, d.PublishedFrom, *want.Published)
		}
	case d.PublishedFrom == extract.PublishedText && strings.HasPrefix(d.Published.String(), want.Hint):
	case d.PublishedFrom != extract.PublishedNone:
		t.Errorf("published %s from %s, where the page says nothing (the hint is %s)", d.Published, d.PublishedFrom, want.Hint)
	}
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
