package corpus_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/corpus/internal/compose"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
	"github.com/smelt-ie/smelt/extract/record"
)

// TestPagesClean runs the clean stage over every page: all blocks to keep are
// kept, all others dropped, and title, day and source are read off the page.
func TestPagesClean(t *testing.T) {
	for id, want := range readBlocks(t) {
		t.Run(id, func(t *testing.T) { checkClean(t, want) })
	}
}

func checkClean(t *testing.T, want blocks) {
	d := page(t, want.File)
	if err := (clean.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	if d.Text != strings.Join(want.Keep, "\n") {
		for _, b := range d.Blocks {
			t.Logf("kept %v, %s: %.80q", b.Kept, b.Reason, b.Text)
		}
		t.Error("the text is not the blocks to keep")
	}
	kept := "\n" + d.Text + "\n"
	for _, line := range want.Drop {
		if strings.Contains(kept, "\n"+line+"\n") {
			t.Errorf("kept %q", line)
		}
	}
	if d.Title != want.Title || d.Published.String() != want.Published || d.Source != want.Source {
		t.Errorf("title %q, day %s, source %q, want %q, %s, %q", d.Title, d.Published, d.Source, want.Title, want.Published, want.Source)
	}
}

// page is the document of a stored page before it is cleaned.
func page(t *testing.T, name string) *extract.Doc {
	raw, err := stored("articles/" + name)
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case strings.HasSuffix(name, "."+compose.Scraped):
		return &extract.Doc{Raw: raw, Format: extract.Scraped}
	case strings.HasSuffix(name, "."+compose.HTML):
		return &extract.Doc{Raw: raw, Format: extract.HTML}
	}
	var r record.Record
	if err := json.Unmarshal(raw, &r); err != nil {
		t.Fatal(err)
	}
	return &extract.Doc{Raw: []byte(r.HTML), Format: extract.HTML}
}
