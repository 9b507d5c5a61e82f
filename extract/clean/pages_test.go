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
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// testPage is one page of testdata/pages with what cleaning it must give. The
// files are kept in UTF-8; Encoding is what the page is served in.
type testPage struct {
	Name      string
	URL       string
	Encoding  string
	Text      []string // the lines of the article, all of them
	Drop      []string // what must not be in the text
	Title     string
	Published string
	From      string
	Source    string
	Author    string
	Lang      string
}

var encodings = map[string]encoding.Encoding{
	"gb18030": simplifiedchinese.GB18030, "big5": traditionalchinese.Big5, "windows-1252": charmap.Windows1252,
	"utf-16": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "utf-8-bom": unicode.UTF8BOM, "": encoding.Nop,
}

func testPages(t testing.TB) ([]testPage, map[string][]byte) {
	t.Helper()
	raw, err := os.ReadFile("testdata/pages/pages.json")
	if err != nil {
		t.Fatal(err)
	}
	var pages []testPage
	if err := json.Unmarshal(raw, &pages); err != nil {
		t.Fatal(err)
	}
	bodies := map[string][]byte{}
	for _, p := range pages {
		html, err := os.ReadFile(filepath.Join("testdata/pages", p.Name+".html"))
		if err != nil {
			t.Fatal(err)
		}
		if bodies[p.Name], err = encodings[p.Encoding].NewEncoder().Bytes(html); err != nil {
			t.Fatal(err)
		}
	}
	return pages, bodies
}

func TestPages(t *testing.T) {
	pages, bodies := testPages(t)
	if len(pages) < 40 {
		t.Errorf("%d pages, want at least 40", len(pages))
	}
	for _, p := range pages {
		t.Run(p.Name, func(t *testing.T) { p.check(t, bodies[p.Name]) })
	}
}

func (p *testPage) check(t *testing.T, body []byte) {
	d := &extract.Doc{Raw: body, Format: extract.HTML, URL: p.URL}
	if err := (clean.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	want := strings.Join(p.Text, "\n")
	if d.Text != want {
		for _, b := range d.Blocks {
			t.Logf("%v %s: %.60q", b.Kept, b.Reason, b.Text)
		}
		t.Errorf("text\n%s\nwant\n%s", d.Text, want)
	}
	for _, s := range p.Drop {
		if strings.Contains(d.Text, s) {
			t.Errorf("%q is in the text", s)
		}
	}
	for _, f := range [][3]string{
		{"title", d.Title, p.Title}, {"published", d.Published.String(), p.Published}, {"from", string(d.PublishedFrom), p.From},
		{"source", d.Source, p.Source}, {"author", d.Author, p.Author}, {"language", string(d.Lang), p.Lang},
	} {
		if f[1] != f[2] {
			t.Errorf("%s %q, want %q", f[0], f[1], f[2])
		}
	}
}

// exactScraped is how many of the test pages come out exactly when a scraper
// has reduced them to lines first. The rest differ by a line or two that only
// markup tells apart.
const exactScraped = 34

func TestPagesAsScrapedText(t *testing.T) {
	pages, bodies := testPages(t)
	exact := 0
	for _, p := range pages {
		var lines []string
		for _, b := range apply(t, extract.HTML, string(bodies[p.Name])).Blocks {
			lines = append(lines, b.Text)
		}
		d := apply(t, extract.Scraped, strings.Join(lines, "\n\n"))
		if d.Title != p.Title {
			t.Errorf("%s: title %q, want %q", p.Name, d.Title, p.Title)
		}
		if d.Text == strings.Join(p.Text, "\n") {
			exact++
			continue
		}
		kept := map[string]bool{}
		for _, l := range p.Text {
			kept[l] = true
		}
		for _, b := range d.Blocks {
			if b.Kept != kept[b.Text] {
				t.Logf("%s: kept %v, %s: %.80s", p.Name, b.Kept, b.Reason, b.Text)
			}
		}
	}
	if exact < exactScraped {
		t.Errorf("%d of %d pages are exact, want at least %d", exact, len(pages), exactScraped)
	}
}
