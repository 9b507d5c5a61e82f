package pipeline_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract/clean"
	"github.com/smelt-ie/smelt/pipeline"
	"github.com/smelt-ie/smelt/pipeline/source"
)

// TestPagesLoseWhatTheirSiteRepeats gives three pages of one site a slogan that
// no list of phrases knows.
func TestPagesLoseWhatTheirSiteRepeats(t *testing.T) {
	const slogan = "Firms of every size grow well under one harbour sky."
	dir := t.TempDir()
	towns := []string{"Dezhou", "Jieyang", "Wuhu", "Taicang"}
	for i, town := range towns {
		page := fmt.Sprintf(`<html><head><title>Fund of %s</title><meta property="og:url" content="http://news.example.org/%d.html"></head><body><div class="content">
<p>The fund of %s lent %d million yuan to small firms last year, the bureau said at its meeting in the city hall.</p>
<p>It will lend more to firms of %s next year, when the new rules on guarantees take effect in the province.</p>
<p>%s</p></div></body></html>`, town, i, town, 10+i, town, slogan)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.html", i)), []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	src, err := source.Open([]string{dir}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	err = pipeline.ProcessPages(context.Background(), pipeline.Identify(src.Items(context.Background())), []pipeline.Stage{clean.Stage{}}, 2, func(o pipeline.Outcome) error {
		if o.Status != pipeline.OK || !strings.Contains(o.Doc.Text, towns[seen]) {
			t.Errorf("page %d is %s with the text %q", seen, o.Status, o.Doc.Text)
		}
		if strings.Contains(o.Doc.Text, slogan) {
			t.Errorf("page %d keeps the slogan of its site", seen)
		}
		seen++
		return nil
	})
	if err != nil || seen != len(towns) {
		t.Fatalf("%d pages, %v", seen, err)
	}
}
