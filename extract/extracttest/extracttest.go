// Package extracttest runs marked cases: sentences in which the mentions that
// an extractor must find stand between ⟦ and ⟧. A case with no marks must find
// nothing.
package extracttest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/smelt-ie/smelt/extract"
)

// Case is one sentence in running text with its marks.
type Case struct {
	Rule      string          // the rule that must find every mark; with no marks, the rule that must stay silent
	In        string          // text with marks: 会议定于⟦4月21日⟧召开。
	Want      []extract.Value // the value of each mark in order; may be shorter than the marks to leave some unchecked
	Published string          // publication date, 2006-01-02; "" for none
	Issue     string          // the report that led to the case, if any
}

// Run checks the cases, one subtest each. find returns the mentions of a
// document whose Text, Lang and Published are set; only mentions of the label
// under test belong in its result. rules lists the names of all rules: one
// that has no marked case, or no case without marks, fails the test.
func Run(t *testing.T, lang extract.Lang, rules []string, find func(*extract.Doc) []extract.Mention, cases []Case) {
	t.Helper()
	good, bad := map[string]bool{}, map[string]bool{}
	for i, c := range cases {
		d, marks, err := document(lang, c)
		if err != nil {
			t.Fatalf("case %d %q: %v", i, c.In, err)
		}
		if len(marks) > 0 {
			good[c.Rule] = true
		} else {
			bad[c.Rule] = true
		}
		t.Run(fmt.Sprintf("%03d/%s", i, c.Rule), func(t *testing.T) { check(t, d, c, marks, find(d)) })
	}
	for _, r := range rules {
		if !good[r] {
			t.Errorf("rule %s has no case that it must find", r)
		}
		if !bad[r] {
			t.Errorf("rule %s has no case that it must leave alone", r)
		}
	}
}

func check(t *testing.T, d *extract.Doc, c Case, marks []extract.Span, got []extract.Mention) {
	t.Helper()
	got = extract.Resolve(got)
	for i := 0; i < max(len(marks), len(got)); i++ {
		switch {
		case i >= len(got):
			t.Errorf("%s\nmissed %q", c.In, marks[i].In(d.Text))
		case i >= len(marks):
			t.Errorf("%s\nfound %q by %s, which is not marked", c.In, got[i].In(d.Text), got[i].Rule)
		case got[i].Span != marks[i]:
			t.Errorf("%s\nfound %q by %s, want %q", c.In, got[i].In(d.Text), got[i].Rule, marks[i].In(d.Text))
		case c.Rule != "" && got[i].Rule != c.Rule:
			t.Errorf("%s\n%q was found by %s, want %s", c.In, got[i].In(d.Text), got[i].Rule, c.Rule)
		case i < len(c.Want):
			if diff := cmp.Diff(c.Want[i], got[i].Value); diff != "" {
				t.Errorf("%s\n%q has another value (-want +got):\n%s", c.In, got[i].In(d.Text), diff)
			}
		}
	}
}

func document(lang extract.Lang, c Case) (*extract.Doc, []extract.Span, error) {
	text, marks, err := Unmark(c.In)
	if err != nil {
		return nil, nil, err
	}
	d := &extract.Doc{ID: "case", Lang: lang, Text: text}
	if c.Published != "" {
		if d.Published, err = extract.ParseDay(c.Published); err != nil {
			return nil, nil, err
		}
	}
	return d, marks, nil
}

// Unmark splits marked text into the text and the spans of its marks.
func Unmark(in string) (text string, marks []extract.Span, err error) {
	var b strings.Builder
	open := -1
	for _, r := range in {
		switch r {
		case '⟦':
			if open >= 0 {
				return "", nil, fmt.Errorf("⟦ within ⟦")
			}
			open = b.Len()
		case '⟧':
			if open < 0 {
				return "", nil, fmt.Errorf("⟧ without ⟦")
			}
			marks = append(marks, extract.Span{Start: open, End: b.Len()})
			open = -1
		default:
			b.WriteRune(r)
		}
	}
	if open >= 0 {
		return "", nil, fmt.Errorf("⟦ without ⟧")
	}
	return b.String(), marks, nil
}
