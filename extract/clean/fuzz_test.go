package clean_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
)

// sound cleans a page and checks what holds for every page.
func sound(t *testing.T, format extract.Format, raw []byte) {
	t.Helper()
	d := &extract.Doc{Raw: raw, Format: format}
	err := (clean.Stage{}).Apply(context.Background(), d)
	if !utf8.ValidString(d.Text) || !utf8.ValidString(d.Title) {
		t.Fatalf("text or title is no UTF-8: %q %q", d.Title, d.Text)
	}
	if d.Reading != "" && len(d.Reading) != len(d.Text) {
		t.Fatalf("the reading has %d bytes, the text %d", len(d.Reading), len(d.Text))
	}
	if (err == nil) != (d.Text != "" && (d.Lang == extract.English || d.Lang.Chinese())) {
		t.Fatalf("err %v with %d bytes of text in %q", err, len(d.Text), d.Lang)
	}
	if d.Published.IsZero() != (d.PublishedFrom == extract.PublishedNone || d.PublishedFrom == "") {
		t.Fatalf("published %v from %q", d.Published, d.PublishedFrom)
	}
	var kept []string
	for _, b := range d.Blocks {
		if b.Reason == "" {
			t.Fatalf("block %q has no reason", b.Text)
		}
		if b.Kept {
			kept = append(kept, b.Text)
		}
	}
	if format != extract.Clean && d.Text != "" && strings.Join(kept, "\n") != d.Text {
		t.Fatalf("text %q is not the kept blocks %q", d.Text, kept)
	}
}

func FuzzHTML(f *testing.F) {
	_, bodies := testPages(f)
	for _, b := range bodies {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, raw []byte) { sound(t, extract.HTML, raw) })
}

func FuzzScraped(f *testing.F) {
	for _, s := range []string{"标题\n2024年5月6日 来源：甲报\n正文很长，说了许多话，一句接着一句。\n责任编辑：乙", "Title\n\nBy Ann Lee | May 6, 2024\n\nIt was a long day for all of them.\n\n< 1 2 3 >"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) { sound(t, extract.Scraped, raw); sound(t, extract.Clean, raw) })
}
