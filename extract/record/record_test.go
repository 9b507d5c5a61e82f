package record_test

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract/record"
)

const line = `{"id":"a","lang":"zh","published":"2023-11-13","title":null,"text":"于11月13日新增1697家。","mentions":[{"start":1,"end":7,"text":"11月13日","label":"date","value":"2023-11-13"},{"start":9,"end":14,"text":"1697家","label":"figure","value":"1697","unit":"count"}]}`

func TestGoldRoundTrip(t *testing.T) {
	recs, err := record.ReadAll(strings.NewReader(line + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := recs[0].Doc()
	gold, err := recs[0].Gold()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range gold {
		d.Mentions = append(d.Mentions, g.Mention)
	}
	out := record.Of(d)
	for i, m := range out.Mentions {
		want := recs[0].Mentions[i]
		if m != want {
			t.Errorf("mention %d came back as %+v, want %+v", i, m, want)
		}
	}
}

func TestReadGoesOnAfterABrokenLine(t *testing.T) {
	var bad []int
	good := 0
	err := record.Read(strings.NewReader("{broken\n"+line+"\n\n"+line), func(n int, _ record.Record, err error) error {
		if err != nil {
			bad = append(bad, n)
		} else {
			good++
		}
		return nil
	})
	if err != nil || good != 2 || len(bad) != 1 || bad[0] != 1 {
		t.Fatalf("good %d bad %v err %v, want 2 good and line 1 bad", good, bad, err)
	}
}

func TestParsePublished(t *testing.T) {
	for in, want := range map[string]string{
		"2016-11-24": "2016-11-24", "2020-07-26T05:03:17+08:00": "2020-07-26", "2020-07-26 05:03": "2020-07-26",
		"2023-11": "2023-11-30", "2024-02": "2024-02-29", "2019": "2019-12-31", "2020/7/6": "2020-07-06",
	} {
		if got, err := record.ParsePublished(in); err != nil || got.String() != want {
			t.Errorf("ParsePublished(%q) = %v, %v, want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"yesterday", "2016-13-01", "2016-02-30"} {
		if got, err := record.ParsePublished(in); err == nil {
			t.Errorf("ParsePublished(%q) = %v, want an error", in, got)
		}
	}
}
