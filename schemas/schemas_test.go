package schemas_test

import (
	"flag"
	"os"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/schemas"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write the data dictionary anew")

func TestDictionaryIsCurrent(t *testing.T) {
	want := schemas.Dictionary()
	if *update {
		if err := os.WriteFile("README.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("schemas/README.md is not what the row types say; run go test ./schemas -update (-want +got):\n%s", diff)
	}
}

func TestEveryColumnIsDescribed(t *testing.T) {
	for _, table := range schemas.Tables() {
		seen := map[string]bool{}
		for _, c := range table.Columns {
			if c.Doc == "" || c.Name == "" {
				t.Errorf("%s: column %q has no name or no meaning", table.Name, c.Name)
			}
			if seen[c.Name] {
				t.Errorf("%s has two columns %s", table.Name, c.Name)
			}
			seen[c.Name] = true
		}
	}
}

func document() *extract.Doc {
	text := "工信部副部长徐晓兰表示，2023年新增1697家。\n她说：“很好。”"
	find := func(s string) extract.Span {
		for i := range text {
			if i+len(s) <= len(text) && text[i:i+len(s)] == s {
				return extract.Span{Start: i, End: i + len(s)}
			}
		}
		panic(s)
	}
	first := find("工信部副部长徐晓兰表示，2023年新增1697家。")
	return &extract.Doc{
		ID: "a1", Lang: extract.Simplified, Text: text, Published: extract.Day{Year: 2023, Month: 11, Day: 13},
		Sentences: []extract.Span{first, find("她说：“很好。”")},
		Mentions: []extract.Mention{
			{Span: find("工信部"), Value: &extract.Body{Kind: "government", Name: "工业和信息化部"}, EntityID: "body/miit", Rule: "zh/tagger", Confidence: 0.9},
			{Span: find("徐晓兰"), Value: &extract.Person{Role: "副部长", Body: "工信部"}, EntityID: "person/xu-xiaolan", Rule: "zh/tagger", Confidence: 0.9},
			{Span: find("2023年"), Value: &extract.Date{Value: "2023", Kind: extract.DatePoint, First: extract.Day{Year: 2023, Month: 1, Day: 1}, Last: extract.Day{Year: 2023, Month: 12, Day: 31}}},
			{Span: find("1697家"), Value: &extract.Figure{Value: decimal.RequireFromString("1697"), Unit: "count", UnitKind: "count"}},
		},
		Quotes:   []extract.Quote{{Span: find("很好。"), Sentence: 1, Speaker: 1, Verb: "说", Direct: true}},
		Facts:    []extract.Fact{{Span: first, Relation: "holds_position", Subject: "徐晓兰", SubjectID: "person/xu-xiaolan", Object: "副部长"}},
		Entities: []extract.Entity{{ID: "body/miit", Label: extract.LabelBody, Name: "工业和信息化部", Aliases: []string{"工信部"}}, {ID: "person/xu-xiaolan", Label: extract.LabelPerson, Name: "徐晓兰"}},
	}
}

func TestRows(t *testing.T) {
	d := document()
	r := schemas.Of(d, schemas.Outcome{Status: "ok"})
	text := []rune(d.Text)
	for _, m := range []schemas.Mentioned{r.People[0].Mentioned, r.Bodies[0].Mentioned, r.Dates[0].Mentioned, r.Figures[0].Mentioned, r.Quotes[0].Mentioned, r.Facts[0].Mentioned} {
		if got := string(text[m.Start:m.End]); got != m.Text {
			t.Errorf("text[%d:%d] is %q, the row says %q", m.Start, m.End, got, m.Text)
		}
		if m.Sentence == nil {
			t.Errorf("%q lies in no sentence", m.Text)
		}
	}
	if p := r.People[0]; p.BodyID != "body/miit" || p.Name != "徐晓兰" || p.Role != "副部长" {
		t.Errorf("person row %+v, want the body's entity and the role", p)
	}
	if q := r.Quotes[0]; q.Speaker != "徐晓兰" || q.Kind != "direct" || *q.Sentence != 1 {
		t.Errorf("quote row %+v", q)
	}
	if s := r.Sentences; len(s) != 2 || s[1].Paragraph != 1 {
		t.Errorf("sentence rows %+v, want the second in paragraph 1", s)
	}
	if f := r.Figures[0]; *f.Value != 1697 || f.Decimal != "1697" || f.Cmp != "=" {
		t.Errorf("figure row %+v", f)
	}
	if int(r.Article.Chars) != utf8.RuneCountInString(d.Text) {
		t.Errorf("%d chars, want %d", r.Article.Chars, utf8.RuneCountInString(d.Text))
	}
}

func TestFailedArticleHasNoMentions(t *testing.T) {
	r := schemas.Of(document(), schemas.Outcome{Status: "failed", Reason: "figure: panic"})
	if len(r.People)+len(r.Sentences)+len(r.Facts) != 0 || r.Article.Reason == "" {
		t.Errorf("rows of a failed article: %+v", r)
	}
}

func TestEntitiesAddUp(t *testing.T) {
	e := schemas.NewEntities()
	for _, id := range []string{"a1", "a2"} {
		d := document()
		d.ID = id
		e.Add(schemas.Of(d, schemas.Outcome{Status: "ok"}))
	}
	rows := e.Rows()
	if len(rows) != 2 || rows[0].EntityID != "body/miit" || rows[0].Mentions != 2 || rows[0].Articles != 2 || len(rows[0].Aliases) != 1 {
		t.Fatalf("entity rows %+v", rows)
	}
}

func TestOffsetsAreCodePoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 2000, -1).Draw(t, "text")
		var cuts []int
		for i := range text {
			cuts = append(cuts, i)
		}
		cuts = append(cuts, len(text))
		i := rapid.IntRange(0, len(cuts)-2).Draw(t, "start")
		j := rapid.IntRange(i+1, len(cuts)-1).Draw(t, "end")
		d := &extract.Doc{ID: "x", Text: text, Mentions: []extract.Mention{{Span: extract.Span{Start: cuts[i], End: cuts[j]}, Value: &extract.Place{}}}}
		p := schemas.Of(d, schemas.Outcome{Status: "ok"}).Places[0]
		if string([]rune(text)[p.Start:p.End]) != p.Text {
			t.Fatalf("text[%d:%d] is not %q", p.Start, p.End, p.Text)
		}
	})
}
