package figure_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
	"github.com/smelt-ie/smelt/extract/figure"
)

// figureCase is a marked sentence; want says what its marks mean, one string a
// mark: "value[..value2] unit [cmp] [change] [basis]".
type figureCase struct {
	rule, in string
	want     []string
}

func find(d *extract.Doc) []extract.Mention {
	if err := (figure.Stage{}).Apply(context.Background(), d); err != nil {
		panic(err)
	}
	return d.Mentions
}

// meaning writes a figure the way the cases do.
func meaning(f *extract.Figure) string {
	s := f.Value.String()
	if f.NoValue {
		s = "?"
	}
	if f.Value2 != nil {
		s += ".." + f.Value2.String()
	}
	s += " " + f.Unit
	for _, a := range []string{f.Cmp, f.Change, f.Basis} {
		if a != "" && a != "=" {
			s += " " + a
		}
	}
	return s
}

func runCases(t *testing.T, lang extract.Lang, cases []figureCase) {
	marked := make([]extracttest.Case, len(cases))
	for i, c := range cases {
		marked[i] = extracttest.Case{Rule: c.rule, In: c.in}
	}
	extracttest.Run(t, lang, figure.Rules(lang), find, marked)
	for _, c := range cases {
		text, _, err := extracttest.Unmark(c.in)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range find(&extract.Doc{Lang: lang, Text: text}) {
			got = append(got, meaning(m.Value.(*extract.Figure)))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\nmeans something else (-want +got):\n%s", c.in, diff)
		}
	}
}

func TestEnglish(t *testing.T) { runCases(t, extract.English, englishCases) }
func TestChinese(t *testing.T) { runCases(t, extract.Simplified, chineseCases) }
