package name

import (
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

func TestAddresses(t *testing.T) {
	for in, kept := range map[string]bool{
		"See http://www.Lund.example/News for more.": false,
		"Write to Ann.Lund@mill.example today.":      false,
		"The file Lund.pdf is lost.":                 false,
		"Thanks to @Lund for this.":                  false,
		"A line first.\nThen Lund.zip was sent.":     false,
		"A line first.\nThen Lund\nx@y.example":      true,
		"It was in Lund. Profits fell.":              true,
		"The Lund/Oulu line is shut.":                true,
	} {
		got := addresses(in, []named{foundIn(in, "Lund", extract.LabelPlace)})
		if (len(got) == 1) != kept {
			t.Errorf("%s: kept %v", in, len(got) == 1)
		}
	}
}
