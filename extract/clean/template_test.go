package clean_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
)

// sitePage is one page of a site whose template no list of phrases knows.
func sitePage(t *testing.T, url string, n int) *extract.Doc {
	t.Helper()
	d := apply(t, extract.Scraped, fmt.Sprintf("Report number %d of the year\n\nWe bring you the trade of the valley since the days of the mule.\n\n"+
		"In week %d the market sold %d carts of wool to buyers from the coast.\n\nThe next market is due in week %d, the keeper said.\n\nRing the bell at the gate and we will print your word.\n", n, n, 30+n, n+1))
	d.Site = url
	return d
}

func TestTemplatesAreTrimmed(t *testing.T) {
	var docs []*extract.Doc
	for i := range 5 {
		docs = append(docs, sitePage(t, "a.example", i))
	}
	other := sitePage(t, "b.example", 9)
	untouched := other.Text
	short := &extract.Doc{Site: "a.example", Text: "Ring the bell at the gate and we will print your word.",
		Blocks: []extract.Block{{Text: "Ring the bell at the gate and we will print your word.", Kept: true, Reason: "running text"}}}
	before := docs[0].BoilerplateChars
	clean.TrimTemplates(append(docs, other, short))
	for i, d := range docs {
		if strings.Contains(d.Text, "mule") || strings.Contains(d.Text, "bell") || !strings.Contains(d.Text, fmt.Sprintf("In week %d the", i)) || !strings.Contains(d.Text, "keeper") {
			t.Errorf("page %d became %q", i, d.Text)
		}
	}
	if docs[0].BoilerplateChars <= before {
		t.Errorf("boilerplate stayed at %d characters", before)
	}
	if other.Text != untouched || short.Text == "" {
		t.Errorf("a page of another site became %q, a page of the template alone %q", other.Text, short.Text)
	}
}

func TestReprintsAreNoTemplate(t *testing.T) {
	var docs []*extract.Doc
	for range 5 {
		docs = append(docs, sitePage(t, "a.example", 1))
	}
	clean.TrimTemplates(docs)
	for _, d := range docs {
		if !strings.Contains(d.Text, "mule") || !strings.Contains(d.Text, "keeper") {
			t.Errorf("one of five copies of a page became %q", d.Text)
		}
	}
}
