package corpus_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/corpus"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
	"golang.org/x/net/html"
	"golang.org/x/text/encoding/simplifiedchinese"
)

var languages = []string{"en", "zh"}

func TestLabelledRecords(t *testing.T) {
	for _, lang := range languages {
		recs, err := corpus.Labelled(lang)
		if err != nil {
			t.Fatal(err)
		}
		if len(recs) < 12 {
			t.Errorf("%d labelled articles in %s, want at least 12", len(recs), lang)
		}
		seen := map[extract.Label]int{}
		for _, r := range recs {
			t.Run(r.ID, func(t *testing.T) { checkRecord(t, r) })
			for _, m := range r.Mentions {
				seen[m.Label]++
			}
			if r.Published == nil || r.Title == nil {
				t.Errorf("%s has no day or no title", r.ID)
			}
		}
		for _, l := range extract.Labels {
			if seen[l] < 30 {
				t.Errorf("%d mentions of %s in %s, want at least 30", seen[l], l, lang)
			}
		}
	}
}

// checkRecord holds the spans against the text and the attributes against the guide.
func checkRecord(t *testing.T, r record.Record) {
	if _, err := r.Gold(); err != nil {
		t.Error(err)
	}
	runes, last := []rune(r.Text), 0
	for _, m := range r.Mentions {
		if m.Start < last || m.End > len(runes) || m.Start >= m.End {
			t.Fatalf("%q at %d-%d is out of the text or overlaps the mention before", m.Text, m.Start, m.End)
		}
		last = m.End
		if got := string(runes[m.Start:m.End]); got != m.Text {
			t.Errorf("%d-%d is %q, the mention says %q", m.Start, m.End, got, m.Text)
		}
		if strings.TrimSpace(m.Text) != m.Text {
			t.Errorf("%q carries space", m.Text)
		}
		for _, said := range []string{m.Role, m.Body, m.Item, m.Of, m.Full} {
			if !strings.Contains(r.Text, said) {
				t.Errorf("%q has the attribute %q, which the text does not say", m.Text, said)
			}
		}
	}
}

func TestAttributesAreThere(t *testing.T) {
	kinds := map[string]bool{}
	for _, k := range strings.Fields("government party company finance association education research media medical military international sports other") {
		kinds[k] = true
	}
	for _, lang := range languages {
		recs, err := corpus.Labelled(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range recs {
			for _, m := range r.Mentions {
				switch {
				case m.Label == extract.LabelBody && !kinds[m.Kind]:
					t.Errorf("%s: body %q has the kind %q", r.ID, m.Text, m.Kind)
				case m.Label == extract.LabelFigure && (m.Unit == "" || m.Value == "" && !m.Optional):
					t.Errorf("%s: figure %q has no value or unit", r.ID, m.Text)
				case m.Label == extract.LabelDate && m.Value == "" && !m.Optional:
					t.Errorf("%s: date %q has no value", r.ID, m.Text)
				}
			}
		}
	}
}

func TestTrainingRecords(t *testing.T) {
	for _, lang := range languages {
		recs, err := corpus.Training(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range recs {
			t.Run(r.ID, func(t *testing.T) { checkRecord(t, r) })
		}
	}
}

func TestUnknownLanguage(t *testing.T) {
	if _, err := corpus.Labelled("fr"); err == nil {
		t.Error("no error for a language without records")
	}
}

// TestPagesHoldTheirText reads every stored page as a browser would and looks
// for the kept blocks in it, whole and in order.
func TestPagesHoldTheirText(t *testing.T) {
	pages := readBlocks(t)
	texts := map[string]string{}
	for _, lang := range languages {
		recs, err := corpus.Labelled(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range recs {
			texts[r.ID] = r.Text
		}
	}
	for id, p := range pages {
		if texts[id] != strings.Join(p.Keep, "\n") {
			t.Errorf("%s: the kept blocks are not the labelled text", id)
		}
		at := 0
		seen := visible(t, p.File)
		for _, want := range p.Keep {
			for at < len(seen) && seen[at] != want {
				at++
			}
			if at == len(seen) {
				t.Errorf("%s: no block %.40q in %s", id, want, p.File)
			}
		}
	}
}

// visible is the text of every block of a stored page.
func visible(t *testing.T, name string) []string {
	raw, err := fs.ReadFile(corpus.Articles(), name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(name, ".gz") {
		if raw, err = stored("articles/" + name); err != nil {
			t.Fatal(err)
		}
		var r record.Record
		if err := json.Unmarshal(raw, &r); err != nil {
			t.Fatal(err)
		}
		raw = []byte(r.HTML)
	}
	if !utf8.Valid(raw) {
		if raw, err = simplifiedchinese.GB18030.NewDecoder().Bytes(raw); err != nil {
			t.Fatal(err)
		}
	}
	if strings.HasSuffix(name, ".txt") {
		return trimmed(strings.Split(string(raw), "\n"))
	}
	root, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && (n.Data == "p" || n.Data == "figcaption") {
			out = append(out, content(n))
		}
	}
	return trimmed(out)
}

func content(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func trimmed(lines []string) []string {
	for i, l := range lines {
		lines[i] = strings.Trim(l, " \t\u3000")
	}
	return lines
}
