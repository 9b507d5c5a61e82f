package date

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/sentence"
)

// BenchmarkStage reads news text; SetBytes makes it print MB/s.
func BenchmarkStage(b *testing.B) {
	for _, lang := range []extract.Lang{extract.English, extract.Simplified} {
		b.Run(lang.Base(), func(b *testing.B) {
			d := newsText(b, lang)
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				d.Mentions = d.Mentions[:0]
				if err := (Stage{}).Apply(b.Context(), d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// newsText is the labelled articles of the language as one document.
func newsText(tb testing.TB, lang extract.Lang) *extract.Doc {
	var text strings.Builder
	for _, r := range readRecords(tb, filepath.Join("..", "..", "..", "shared", "fixtures", "news_train_"+lang.Base()+".jsonl")) {
		text.WriteString(r.Text + "\n")
	}
	d := &extract.Doc{Lang: lang, Text: text.String(), Published: extract.Day{Year: 2020, Month: 7, Day: 26}}
	if err := (sentence.Stage{}).Apply(tb.Context(), d); err != nil {
		tb.Fatal(err)
	}
	return d
}

// TestLinear holds the time of a stage to the length of the text, for the
// texts that a grammar likes least.
func TestLinear(t *testing.T) {
	for _, c := range []struct {
		lang extract.Lang
		unit string
	}{
		{extract.English, "1 "}, {extract.English, "to "}, {extract.English, "the early "}, {extract.English, "two thousand and "},
		{extract.English, "2020-"}, {extract.English, "every "}, {extract.English, "May "}, {extract.English, "early to "}, {extract.English, "this past "}, {extract.English, "1 to "}, {extract.English, "Monday, "}, {extract.English, "(((\" "},
		{extract.Simplified, "一"}, {extract.Simplified, "年"}, {extract.Simplified, "1至"}, {extract.Simplified, "3天"}, {extract.Simplified, "每"}, {extract.Simplified, "《"},
	} {
		small, large := steps(t, c.lang, c.unit, 2000), steps(t, c.lang, c.unit, 16000)
		if large > 30*small && large > 50*time.Millisecond {
			t.Errorf("%d times %q takes %v, eight times more of it %v", 2000, c.unit, small, large)
		}
	}
}

// steps is the shortest of three runs over the unit, n times repeated.
func steps(t *testing.T, lang extract.Lang, unit string, n int) time.Duration {
	text := strings.Repeat(unit, n)
	best := time.Hour
	for range 3 {
		d := &extract.Doc{Lang: lang, Text: text, Published: extract.Day{Year: 2020, Month: 7, Day: 26}}
		began := time.Now()
		if err := (Stage{}).Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		best = min(best, time.Since(began))
	}
	return best
}
