package link_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/link"
	"github.com/smelt-ie/smelt/extract/record"
)

// TestShortNames measures on the labelled news how many short names are given
// the full name that the labels give them.
func TestShortNames(t *testing.T) {
	for _, name := range []string{"seeds.jsonl", "news_train_en.jsonl", "news_train_zh.jsonl"} {
		f, err := os.Open("../../../shared/fixtures/" + name)
		if err != nil {
			t.Skip("the labelled fixtures are not here: ", err)
		}
		recs, err := record.ReadAll(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		right, want := 0, 0
		for i := range recs {
			r, w := shortNames(t, &recs[i])
			right, want = right+r, want+w
		}
		t.Logf("%s: %d of %d", name, right, want)
		if right*100 < want*90 {
			t.Errorf("%s: only %d of %d short names have the right full name", name, right, want)
		}
	}
}

func shortNames(t *testing.T, rec *record.Record) (right, want int) {
	d := rec.Doc()
	gold, err := rec.Gold()
	if err != nil {
		t.Fatal(err)
	}
	full := map[int]string{}
	for _, g := range gold {
		if p, ok := g.Value.(*extract.Person); ok && p.Full != "" && !g.Optional {
			full[len(d.Mentions)] = p.Full
			p.Full = ""
		}
		d.Mentions = append(d.Mentions, g.Mention)
	}
	if err := (link.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	for i := range d.Mentions {
		if full[i] == "" {
			continue
		}
		want++
		if got := d.Mentions[i].Value.(*extract.Person).Full; strings.EqualFold(got, full[i]) {
			right++
		} else {
			t.Logf("%s: %q is %q, want %q", d.ID, d.Mentions[i].In(d.Text), got, full[i])
		}
	}
	return right, want
}
