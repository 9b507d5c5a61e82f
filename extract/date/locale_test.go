package date

import (
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

// TestOrder reads 03/04/2020 as the site of the article writes dates.
func TestOrder(t *testing.T) {
	for _, c := range []struct {
		site, url, value string
		sure             bool
	}{
		{"", "", "2020-03-04", false},
		{"example.com", "", "2020-03-04", false},
		{"www.example.co.uk", "", "2020-04-03", true},
		{"", "https://news.example.fr/a?b=1", "2020-04-03", true},
		{"www.census.example.gov", "", "2020-03-04", true},
	} {
		d := &extract.Doc{Lang: extract.English, Text: "Filed on 03/04/2020 and on 25/04/2020 there.", Site: c.site, URL: c.url, Published: extract.Day{Year: 2020, Month: 6, Day: 1}}
		if err := (Stage{}).Apply(t.Context(), d); err != nil {
			t.Fatal(err)
		}
		if len(d.Mentions) != 2 {
			t.Fatalf("%d mentions, want 2", len(d.Mentions))
		}
		m := d.Mentions[0]
		if v := m.Value.(*extract.Date).Value; v != c.value || (m.Confidence > 0.9) != c.sure {
			t.Errorf("site %q url %q: %s with confidence %v, want %s, sure %v", c.site, c.url, v, m.Confidence, c.value, c.sure)
		}
		if v := d.Mentions[1].Value.(*extract.Date).Value; v != "2020-04-25" || d.Mentions[1].Confidence < 0.9 {
			t.Errorf("site %q: 25/04/2020 is %s with confidence %v", c.site, v, d.Mentions[1].Confidence)
		}
	}
}
