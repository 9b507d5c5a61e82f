package extract_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/smelt-ie/smelt/extract"
)

func TestMentionsIn(t *testing.T) {
	d := &extract.Doc{Mentions: []extract.Mention{
		mention(0, 4, &extract.Body{}), mention(6, 9, &extract.Place{}), mention(9, 12, &extract.Place{}), mention(20, 30, &extract.Date{}),
	}}
	for _, c := range []struct {
		in       extract.Span
		from, to int
	}{
		{extract.Span{Start: 0, End: 40}, 0, 4},
		{extract.Span{Start: 1, End: 12}, 1, 3},
		{extract.Span{Start: 6, End: 11}, 1, 2},
		{extract.Span{Start: 13, End: 19}, 3, 3},
	} {
		if from, to := d.MentionsIn(c.in); from != c.from || to != c.to {
			t.Errorf("MentionsIn(%v) = %d, %d, want %d, %d", c.in, from, to, c.from, c.to)
		}
	}
}

func TestPassagesWithoutSentencesAreLines(t *testing.T) {
	d := &extract.Doc{Text: "\n 一行 \n\nB c.\n"}
	var got []string
	for _, s := range d.Passages() {
		got = append(got, s.In(d.Text))
	}
	if diff := cmp.Diff([]string{"一行", "B c."}, got); diff != "" {
		t.Error(diff)
	}
}
