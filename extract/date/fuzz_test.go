package date

import (
	"testing"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// FuzzStage: no panic, spans in bounds, in order and on rune edges, values that
// read back.
func FuzzStage(f *testing.F) {
	for _, s := range []string{
		"On Saturday, July 25th, 2020 at 5:00 p.m. local time, from now until the end of 2020.",
		"first five months of this year; 2 weeks and 2 days ago; 17:00 every Friday to 5:00 every Sunday",
		"截至2020年7月25日0—24时，今年前5个月，去年同期，每年7月最后一个星期日，近两年来",
		"农历二〇二三年正月初一晚上七点半", "《2020年》", "2020-07-26T05:03:17", "\xff年\xe5月", "’s 1980’s",
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, chinese bool) {
		lang := extract.English
		if chinese {
			lang = extract.Simplified
		}
		for _, pub := range []extract.Day{{}, {Year: 2020, Month: 2, Day: 29}, {Year: 1, Month: 1, Day: 1}, {Year: 9999, Month: 12, Day: 31}} {
			d := &extract.Doc{Lang: lang, Text: s, Published: pub}
			if err := (Stage{}).Apply(t.Context(), d); err != nil {
				t.Fatal(err)
			}
			if err := check(d); err != nil {
				t.Fatalf("%q of %v: %v", s, pub, err)
			}
			for _, m := range d.Mentions {
				if utf8.ValidString(s) && !utf8.ValidString(m.In(s)) {
					t.Fatalf("%q cuts a character: %v", s, m.Span)
				}
			}
		}
	})
}

// FuzzInterval: no panic, and what reads back is in order.
func FuzzInterval(f *testing.F) {
	for _, s := range []string{"2016-11-24", "2020-W53", "199X", "2023-01/2023-05", "2020-07-26T05:03", "R/P1Y", "-", "/", "T"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		first, last, ok := Interval(s)
		if ok && (!first.Valid() || !last.Valid() || last.Compare(first) < 0) {
			t.Fatalf("Interval(%q) = %v, %v", s, first, last)
		}
	})
}
