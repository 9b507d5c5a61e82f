package compose

import (
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
)

func TestParagraph(t *testing.T) {
	text, got, err := Paragraph(`<p>　　R&amp;D 支出{f 3..4.5 percent > up yoy; 支出|3%至4.5%}，{p? 副市长; full=罗燕|罗}说。</p>`)
	if err != nil {
		t.Fatal(err)
	}
	if want := "R&D 支出3%至4.5%，罗说。"; text != want {
		t.Errorf("text %q, want %q", text, want)
	}
	want := []record.Mention{
		{Start: 6, End: 13, Text: "3%至4.5%", Label: extract.LabelFigure, Value: "3", Value2: "4.5", Unit: "percent", Cmp: ">", Change: "up", Basis: "yoy", Item: "支出"},
		{Start: 14, End: 15, Text: "罗", Label: extract.LabelPerson, Role: "副市长", Full: "罗燕", Optional: true},
	}
	if len(got) != len(want) {
		t.Fatalf("%d mentions, want %d", len(got), len(want))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("mention %+v, want %+v", got[i], want[i])
		}
	}
}

func TestBrokenMarks(t *testing.T) {
	for _, line := range []string{
		"{p|Luo Yan", "{x|Luo Yan}", "{f 3|3 firms}", "{f 3 count so|3 firms}", "{d 2020 END; more|2020}", "in {l|<b>Linxia</b>}",
	} {
		if _, _, err := Paragraph(line); err == nil {
			t.Errorf("no error for %q", line)
		}
	}
}

func TestArticleForms(t *testing.T) {
	a, err := Parse("id: x\nfile: x.html\nform: html\nlang: en\n---\n<head>\n<title>T</title>\n</head>\n<div>Menu</div>\n+<p>In {l|Oslo}.</p>\n+<p>By {l|sea}.</p>\n<div></div>")
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != "In Oslo.\nBy sea." || a.Mentions[1].Start != 12 {
		t.Errorf("text %q, second mention at %d", a.Text, a.Mentions[1].Start)
	}
	if len(a.Drop) != 1 || a.Drop[0] != "Menu" {
		t.Errorf("dropped %q, want the menu alone", a.Drop)
	}
	if _, err := Parse("id: x\ncolour: red\n---\n"); err == nil {
		t.Error("no error for an unknown head line")
	}
	if _, err := Parse("id: x\n"); err == nil {
		t.Error("no error for a source without page")
	}
}
