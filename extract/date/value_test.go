package date

import (
	"fmt"
	"testing"
	"time"

	"github.com/smelt-ie/smelt/extract"
	"pgregory.net/rapid"
)

func TestInterval(t *testing.T) {
	for _, c := range []struct{ value, first, last string }{
		{"2016-11-24", "2016-11-24", "2016-11-24"},
		{"2016-02", "2016-02-01", "2016-02-29"},
		{"1900-02", "1900-02-01", "1900-02-28"},
		{"2016", "2016-01-01", "2016-12-31"},
		{"0001", "0001-01-01", "0001-12-31"},
		{"9999", "9999-01-01", "9999-12-31"},
		{"2020-Q1", "2020-01-01", "2020-03-31"},
		{"2023-H2", "2023-07-01", "2023-12-31"},
		{"2020-W53", "2020-12-28", "2021-01-03"},
		{"199X", "1990-01-01", "1999-12-31"},
		{"19XX", "1900-01-01", "1999-12-31"},
		{"2020-07-26T05:03", "2020-07-26", "2020-07-26"},
		{"2020-07-26T24:00", "2020-07-26", "2020-07-26"},
		{"2023-01/2023-05", "2023-01-01", "2023-05-31"},
		{"2021/2025", "2021-01-01", "2025-12-31"},
	} {
		first, last, ok := Interval(c.value)
		if !ok || first.String() != c.first || last.String() != c.last {
			t.Errorf("Interval(%q) = %v, %v, %v, want %s, %s", c.value, first, last, ok, c.first, c.last)
		}
	}
	for _, v := range []string{
		"", "P3Y", "PT2H", "R/P1Y", "PAST_REF", "T04:30", "2016-13", "2016-00", "2019-02-29", "2016-1-1", "16-01-01", "0000",
		"2019-W53", "2020-Q5", "2020-H3", "2020-07-26T25:00", "2020-07-26T24:01", "2020-07T05:00", "2021/2020", "XXXX-07-26", "199X-05", "20200726",
	} {
		if first, last, ok := Interval(v); ok {
			t.Errorf("Interval(%q) = %v, %v, want none", v, first, last)
		}
	}
}

// TestValuesReadBack holds every printed value against the standard library's
// calendar.
func TestValuesReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := extract.DayOf(time.Date(rapid.IntRange(2, 9998).Draw(t, "year"), 1, 1+rapid.IntRange(0, 365).Draw(t, "day"), 0, 0, 0, 0, time.UTC))
		y, m := d.Year, int(d.Month)
		at := func(y, m, d int) extract.Day {
			return extract.DayOf(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC))
		}
		q, h := (m-1)/3+1, (m-1)/6+1
		monday := d.AddDays(1 - isoWeekday(d))
		for _, c := range []struct {
			value       string
			first, last extract.Day
		}{
			{d.String(), d, d},
			{d.String() + clockValue(m, y%60), d, d},
			{monthValue(y, m), at(y, m, 1), at(y, m+1, 0)},
			{yearValue(y), at(y, 1, 1), at(y, 12, 31)},
			{quarterValue(y, q), at(y, 3*q-2, 1), at(y, 3*q+1, 0)},
			{halfValue(y, h), at(y, 6*h-5, 1), at(y, 6*h+1, 0)},
			{weekValue(d), monday, monday.AddDays(6)},
			{seasonValue(y, q), at(y, 3*q, 1), at(y, 3*q+3, 0)},
		} {
			first, last, ok := Interval(c.value)
			if !ok || first != c.first || last != c.last {
				t.Fatalf("Interval(%q) = %v, %v, %v, want %v, %v", c.value, first, last, ok, c.first, c.last)
			}
		}
		if y >= 10 && y < 9990 {
			if first, last, ok := Interval(decadeValue(y)); !ok || first != at(y/10*10, 1, 1) || last != at(y/10*10+9, 12, 31) {
				t.Fatalf("Interval(%q) = %v, %v, %v", decadeValue(y), first, last, ok)
			}
		}
	})
}

// TestMentionsAreTheirValues holds for texts made of time words: what can be
// placed is placed where its value says, in order, and no clock or time zone
// of the machine has a say.
func TestMentionsAreTheirValues(t *testing.T) {
	words := map[extract.Lang][]string{
		extract.English: {"July", "26", "26th", ",", "2020", "2019", "the", "of", "to", "from", "last", "next", "this", "year", "week", "month", "quarter", "first", "second", "half",
			"Monday", "yesterday", "evening", "early", "end", "5:30", "pm", "three", "days", "ago", "every", "two", "in", "at", "-", "2020-02-29", "Christmas", "will", "that day", "the next day", "summer", "1990s"},
		extract.Simplified: {"2020年", "7月", "26日", "13月", "31日", "上旬", "年底", "今年", "去年", "同期", "以来", "至", "和", "之间", "前", "5", "个月", "一季度", "上半年", "上周五", "昨天", "当天", "次日",
			"晚", "8时", "34分", "半", "三", "天", "年", "每", "未来", "春节", "正月", "初一", "，", "将", "近", "上世纪", "80", "年代", "“十四五”", "期间", "24时", "夏季", "2020-02-29"},
	}
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]extract.Lang{extract.English, extract.Simplified}).Draw(t, "lang")
		text := ""
		for range rapid.IntRange(1, 14).Draw(t, "n") {
			text += rapid.SampledFrom(words[lang]).Draw(t, "word")
			if lang == extract.English {
				text += " "
			}
		}
		pub := extract.DayOf(time.Date(rapid.IntRange(1, 9999).Draw(t, "pubyear"), 1, 1+rapid.IntRange(0, 364).Draw(t, "pubday"), 0, 0, 0, 0, time.UTC))
		d := &extract.Doc{Lang: lang, Text: text, Published: pub}
		if err := (Stage{}).Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		if err := check(d); err != nil {
			t.Fatalf("%q of %v: %v", text, pub, err)
		}
	})
}

// check tells what is wrong with the mentions of a document.
func check(d *extract.Doc) error {
	end := 0
	for _, m := range d.Mentions {
		v := m.Value.(*extract.Date)
		switch {
		case m.Start < end || m.End <= m.Start || m.End > len(d.Text):
			return fmt.Errorf("span %v after %d of %d", m.Span, end, len(d.Text))
		case v.Value == "" || m.Rule == "" || m.Confidence <= 0 || m.Confidence > 1:
			return fmt.Errorf("%+v lacks something", m)
		case v.Last.Compare(v.First) < 0:
			return fmt.Errorf("%q runs backwards: %v to %v", v.Value, v.First, v.Last)
		}
		first, last, ok := Interval(v.Value)
		if ok && (first != v.First || last != v.Last) {
			return fmt.Errorf("%q covers %v to %v, the mention says %v to %v", v.Value, first, last, v.First, v.Last)
		}
		if !ok && (v.Kind == extract.DatePoint || v.Kind == extract.DateInterval) && !v.First.IsZero() {
			return fmt.Errorf("%q of kind %s is placed but does not read back", v.Value, v.Kind)
		}
		end = m.End
	}
	return nil
}

// TestTimeZone holds that resolution never asks the machine what time it is or where it is.
func TestTimeZone(t *testing.T) {
	saved := time.Local
	t.Cleanup(func() { time.Local = saved })
	var got []string
	for _, zone := range []*time.Location{time.UTC, time.FixedZone("east", 14*3600), time.FixedZone("west", -12*3600)} {
		time.Local = zone
		d := &extract.Doc{Lang: extract.English, Published: extract.Day{Year: 2020, Month: 7, Day: 26}, Text: "Yesterday, last week, at 11:59 p.m. on July 25 and on Monday."}
		if err := (Stage{}).Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		line := ""
		for _, m := range d.Mentions {
			line += m.Value.(*extract.Date).Value + " "
		}
		got = append(got, line)
	}
	if got[0] != got[1] || got[1] != got[2] || got[0] == "" {
		t.Errorf("values by time zone: %q", got)
	}
}
