package figure_test

import (
	"context"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/figure"
)

// TestPeriod places dates by hand and asks which one dates each figure.
func TestPeriod(t *testing.T) {
	day := func(s string) extract.Day {
		d, err := extract.ParseDay(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		lang  extract.Lang
		text  string
		dates map[string]string // date text to its first day
		want  map[string]string // figure text to the first day it holds from, "" for none
	}{
		{extract.English, "In 2021 the fund lent $5 million to farms. It has 40 members.", map[string]string{"2021": "2021-01-01"}, map[string]string{"$5 million": "2021-01-01", "40 members": ""}},
		{extract.English, "Output was 300 tonnes in 2019, and 450 tonnes in 2022.", map[string]string{"2019": "2019-01-01", "2022": "2022-01-01"}, map[string]string{"300 tonnes": "2019-01-01", "450 tonnes": "2022-01-01"}},
		{extract.English, "In May exports rose by 8 percent over 2018 levels.", map[string]string{"May": "2020-05-01", "2018": "2018-01-01"}, map[string]string{"8 percent": "2020-05-01"}},
		{extract.English, "The mill made 90 tonnes in April. In June it made 120 tonnes.", map[string]string{"April": "2021-04-01", "June": "2021-06-01"}, map[string]string{"90 tonnes": "2021-04-01", "120 tonnes": "2021-06-01"}},
		{extract.English, "Sales came to $2 million last year, up 4 percent from 2018.", map[string]string{"last year": "2019-01-01", "2018": "2018-01-01"}, map[string]string{"$2 million": "2019-01-01", "4 percent": "2019-01-01"}},
		{extract.English, "By 2030 the port wants 60 cranes; it had 45 cranes in 2024.", map[string]string{"2030": "2030-01-01", "2024": "2024-01-01"}, map[string]string{"60 cranes": "2030-01-01", "45 cranes": "2024-01-01"}},
		{extract.English, "The mill sold 50 looms from 2020 to 2022.", map[string]string{"2020 to 2022": "2020-01-01"}, map[string]string{"50 looms": "2020-01-01"}},
		{extract.English, "The choir has 30 singers.", nil, map[string]string{"30 singers": ""}},
		{extract.Simplified, "去年产量为90吨；今年产量达到120吨。", map[string]string{"去年": "2021-01-01", "今年": "2022-01-01"}, map[string]string{"90吨": "2021-01-01", "120吨": "2022-01-01"}},
		{extract.Simplified, "截至6月底，全县有工厂70家，比去年同期增加5家。", map[string]string{"6月底": "2022-06-21", "去年同期": "2021-06-21"}, map[string]string{"70家": "2022-06-21", "5家": "2022-06-21"}},
		{extract.Simplified, "合唱团有30人。", nil, map[string]string{"30人": ""}},
		{extract.Simplified, "2022年新设企业300家，2023年新设450家。目前共有员工80人。", map[string]string{"2022年": "2022-01-01", "2023年": "2023-01-01"}, map[string]string{"300家": "2022-01-01", "450家": "2023-01-01", "80人": ""}},
		{extract.Simplified, "5月份用电量比上年增长6%。", map[string]string{"5月份": "2023-05-01", "上年": "2022-01-01"}, map[string]string{"6%": "2023-05-01"}},
	} {
		d := &extract.Doc{Lang: c.lang, Text: c.text}
		for text, first := range c.dates {
			at := strings.Index(c.text, text)
			d.Mentions = append(d.Mentions, extract.Mention{Span: extract.Span{Start: at, End: at + len(text)},
				Value: &extract.Date{Kind: extract.DateInterval, First: day(first), Last: day(first).AddDays(30)}})
		}
		for _, s := range []interface {
			Apply(context.Context, *extract.Doc) error
		}{figure.Stage{}, figure.Period{}} {
			if err := s.Apply(context.Background(), d); err != nil {
				t.Fatal(err)
			}
		}
		found := 0
		for _, m := range d.Mentions {
			f, ok := m.Value.(*extract.Figure)
			if !ok {
				continue
			}
			found++
			want, known := c.want[m.In(c.text)]
			if got := f.First.String(); !known || got != want {
				t.Errorf("%s\n%q holds from %q, want %q", c.text, m.In(c.text), got, want)
			}
		}
		if found != len(c.want) {
			t.Errorf("%s\nfound %d figures, want %d", c.text, found, len(c.want))
		}
	}
}
