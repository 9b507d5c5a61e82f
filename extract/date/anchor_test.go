package date

import (
	"slices"
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

// TestTraditional holds that spans found in the Simplified reading hold in the text.
func TestTraditional(t *testing.T) {
	d := &extract.Doc{
		Lang: extract.Traditional, Published: extract.Day{Year: 2023, Month: 7, Day: 26},
		Text: "該會於上週五舉行，後天結束。", Reading: "该会于上周五举行，后天结束。",
	}
	if err := (Stage{}).Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range d.Mentions {
		got = append(got, m.In(d.Text)+"="+m.Value.(*extract.Date).Value)
	}
	if want := []string{"上週五=2023-07-21", "後天=2023-07-28"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

// TestAnchor holds that an article without a publication date gets the best
// one of its text, and that relative dates follow it.
func TestAnchor(t *testing.T) {
	for _, c := range []struct {
		name      string
		lang      extract.Lang
		text      string
		published string // "" for none
		value     string // of the last mention
	}{
		{"dateline", extract.English, "BEIJING, July 26, 2020 (Agency) -- The office said the rule took effect yesterday.", "2020-07-26", "2020-07-25"},
		{"stamp", extract.Simplified, "扶持新政出台\n2023-11-13 08:30 来源：本站\n该局昨天发布办法。", "2023-11-13", "2023-11-12"},
		{"signature", extract.Simplified, "各单位应于明年完成整改。\n某市中小企业局\n2022年3月1日", "2022-03-01", "2022-03-01"},
		{"passing", extract.English, "The firm, founded on March 3, 2015 by two brothers after years of work abroad and a long search for money, grew last year and hired many people in towns all over the country.", "", "2014"},
		{"none", extract.English, "The firm grew last year.", "", "PAST_REF"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := &extract.Doc{Lang: c.lang, Text: c.text}
			if err := (Stage{}).Apply(t.Context(), d); err != nil {
				t.Fatal(err)
			}
			if d.Published.String() != c.published {
				t.Errorf("Published = %v, want %q", d.Published, c.published)
			}
			if from := d.PublishedFrom; (from == extract.PublishedText) != (c.published != "") {
				t.Errorf("PublishedFrom = %q", from)
			}
			if len(d.Mentions) == 0 {
				t.Fatal("no mentions")
			}
			if v := d.Mentions[len(d.Mentions)-1].Value.(*extract.Date).Value; v != c.value {
				t.Errorf("the last date is %s, want %s", v, c.value)
			}
		})
	}
}
