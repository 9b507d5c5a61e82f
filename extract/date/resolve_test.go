package date

import (
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

// TestDirection places a month or a day without a year as the guide does.
func TestDirection(t *testing.T) {
	for _, c := range []struct {
		pub, text, value string
	}{
		{"2016-12-09", "On November 24 the bureau met.", "2016-11-24"},
		{"2017-01-04", "On December 22 the talks were held.", "2016-12-22"},
		{"2017-01-04", "The fair will be held on May 3.", "2017-05-03"},
		{"2016-12-09", "The fair will be held on May 3.", "2017-05-03"},
		{"2017-02-10", "Trade from January to November this year rose.", "2016-01/2016-11"},
		{"2020-10-20", "From January to September exports grew.", "2020-01/2020-09"},
		{"2020-07-26", "It met on July 24. It ended on the 25th.", "2020-07-25"},
		{"2020-03-02", "It opened on the 29th.", "2020-02-29"},
		{"2019-03-02", "It opened on the 31st.", "2019-01-31"},
	} {
		if got := lastValue(t, c.pub, c.text); got != c.value {
			t.Errorf("%s of %s: %s, want %s", c.text, c.pub, got, c.value)
		}
	}
}

// lastValue is the value of the last date of an English text.
func lastValue(t *testing.T, published, text string) string {
	t.Helper()
	pub, err := extract.ParseDay(published)
	if err != nil {
		t.Fatal(err)
	}
	d := &extract.Doc{Lang: extract.English, Text: text, Published: pub}
	if err := (Stage{}).Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	if len(d.Mentions) == 0 {
		t.Fatalf("%q has no date", text)
	}
	return d.Mentions[len(d.Mentions)-1].Value.(*extract.Date).Value
}
