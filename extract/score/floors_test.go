package score_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/score"
)

func TestFloors(t *testing.T) {
	f, err := score.ReadFloors(strings.NewReader("[en.date]\nstrict = 0.5\nvalue = 0.9\n[zh.body]\nstrict = 0.1\n"))
	if err != nil {
		t.Fatal(err)
	}
	reports := map[string]*score.Report{"en": {Labels: map[extract.Label]*score.Counts{
		extract.LabelDate: {Gold: 10, Predicted: 10, Strict: 8, Overlap: 9, Value: 7},
	}}}
	below := f.Check(reports)
	if len(below) != 2 || !strings.Contains(below[0], "en date value is 0.7000") || !strings.Contains(below[1], "zh body strict") {
		t.Fatalf("Check = %q, want the date value below and the Chinese bodies unmeasured", below)
	}
	raised := f.Raised(reports, false)
	if got := raised["en"]["date"]; got["strict"] != 0.8 || got["value"] != 0.9 {
		t.Errorf("Raised = %v, want strict lifted to 0.8 and value left at 0.9", got)
	}
	if got := f.Raised(reports, true)["en"]["date"]["value"]; got != 0.7 {
		t.Errorf("Raised with lowering = %v, want 0.7", got)
	}
	var b bytes.Buffer
	if err := raised.Write(&b); err != nil {
		t.Fatal(err)
	}
	if again, err := score.ReadFloors(&b); err != nil || again["en"]["date"]["strict"] != 0.8 {
		t.Errorf("the floors written read back as %v, %v", again, err)
	}
}

func TestReadFloorsRejects(t *testing.T) {
	if f, err := score.ReadFloors(strings.NewReader("en = 3")); err == nil {
		t.Errorf("ReadFloors = %v, want an error", f)
	}
}
