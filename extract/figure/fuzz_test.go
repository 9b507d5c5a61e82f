package figure_test

import (
	"context"
	"testing"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/figure"
)

func FuzzEnglish(f *testing.F) { fuzz(f, extract.English, englishCases) }
func FuzzChinese(f *testing.F) { fuzz(f, extract.Simplified, chineseCases) }

// fuzz checks that mentions lie in the text, on rune edges, in order, and that
// no two of them overlap.
func fuzz(f *testing.F, lang extract.Lang, seeds []figureCase) {
	for _, c := range seeds {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := &extract.Doc{Lang: lang, Text: text}
		if err := (figure.Stage{}).Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		last := 0
		for _, m := range d.Mentions {
			switch {
			case m.Start < last || m.End <= m.Start || m.End > len(text):
				t.Fatalf("%q: span %d-%d after %d", text, m.Start, m.End, last)
			case utf8.ValidString(text) && (!utf8.RuneStart(text[m.Start]) || m.End < len(text) && !utf8.RuneStart(text[m.End])):
				t.Fatalf("%q: span %d-%d is not on rune edges", text, m.Start, m.End)
			case m.Confidence <= 0 || m.Confidence > 1 || m.Rule == "":
				t.Fatalf("%q: confidence %v by rule %q", text, m.Confidence, m.Rule)
			}
			last = m.End
		}
	})
}
