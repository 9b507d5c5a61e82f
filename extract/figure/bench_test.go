package figure

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
)

// newsText joins the labelled news of a language, or a text of our own where
// the shared data is absent.
func newsText(b testing.TB, lang string) string {
	f, err := os.Open("../../../shared/fixtures/news_train_" + lang + ".jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		own := map[string]string{"en": "The fund lent 3.5 million yuan to 120 small firms in the county last year, and exports grew by 7 percent.\n",
			"zh": "去年该基金向全县120家小企业发放贷款350万元，出口同比增长7%，带动就业两千多人。\n"}
		return strings.Repeat(own[lang], 3000)
	}
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	recs, err := record.ReadAll(f)
	if err != nil {
		b.Fatal(err)
	}
	var all strings.Builder
	for i := range recs {
		all.WriteString(recs[i].Text + "\n")
	}
	return all.String()
}

func benchmark(b *testing.B, lang extract.Lang) {
	d := &extract.Doc{Lang: lang, Text: newsText(b, lang.Base())}
	scan(d, nil)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		d.Mentions = d.Mentions[:0]
		if err := (Stage{}).Apply(b.Context(), d); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEnglish(b *testing.B) { benchmark(b, extract.English) }
func BenchmarkChinese(b *testing.B) { benchmark(b, extract.Simplified) }

// BenchmarkDigits reads a row of lone digits, each of them a figure: the worst a
// text can ask for.
func BenchmarkDigits(b *testing.B) {
	d := &extract.Doc{Lang: extract.English, Text: strings.Repeat("3 ", 16<<10)}
	b.SetBytes(int64(len(d.Text)))
	for b.Loop() {
		scan(d, nil)
	}
}

// TestLongLines reads long lines that tempt a reader to look back or ahead over
// and over. Read in time that grows with the square of the line they would take
// minutes; the bounds leave room for a slow machine.
func TestLongLines(t *testing.T) {
	digits := strings.Repeat("7", 10<<20)
	start := time.Now()
	scan(&extract.Doc{Lang: extract.English, Text: digits}, nil)
	scan(&extract.Doc{Lang: extract.Simplified, Text: digits}, nil)
	if took := time.Since(start); took > 15*time.Second {
		t.Errorf("ten megabytes of digits took %v", took)
	}
	for _, unit := range []string{"1,", "3 ", "1-", "one ", "1 to ", "五", "第一", "三至", "百万", "12、", "a ", "5 and ", "$", "of 3 ", "1.", "，3", "2 million ", "rose 5 percent to ", "one hundred and ", "2^9", "twenty - ", "五分之", "比3", "1.000."} {
		text := strings.Repeat(unit, (128<<10)/len(unit))
		for _, lang := range []extract.Lang{extract.English, extract.Simplified} {
			start := time.Now()
			scan(&extract.Doc{Lang: lang, Text: text}, nil)
			if took := time.Since(start); took > 15*time.Second {
				t.Errorf("%s: 128 KiB of %q took %v", lang, unit, took)
			}
		}
	}
}
