package lexicon_test

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

func TestRead(t *testing.T) {
	const file = "\ufeff# our own firms\nLabel,name,kind,id,sure\nbody,\"Blue Lake, Ltd.\",company,,\nplace,龙湖新村,village,place/longhu,no\n"
	es, err := lexicon.Read(strings.NewReader(file), "own.csv")
	if err != nil {
		t.Fatal(err)
	}
	if len(es) != 2 || es[0].Name != "Blue Lake, Ltd." || es[0].ID != "body/blue-lake-ltd" || !es[0].Sure || es[0].Source != "own.csv" ||
		es[1].ID != "place/longhu" || es[1].Sure || es[1].Label != extract.LabelPlace {
		t.Fatalf("Read = %+v", es)
	}
	s := lexicon.New(es, lexicon.Builtin())
	got := s.Find("在龙湖新村的Blue Lake, Ltd.和河北省", extract.Simplified)
	if len(got) != 3 || got[1].Entries[0].Kind != "company" || got[2].Entries[0].ID != "place/CN-130000" {
		t.Fatalf("Find = %+v", got)
	}
}

func TestReadErrors(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "own.csv:1: the lexicon is empty",
		"name,colour\n":                `own.csv:1: unknown column "colour"`,
		"name,kind\n":                  `own.csv:1: column "label" is missing`,
		"name,label,name\n":            `own.csv:1: column "name" stands twice`,
		"name,label\n\n# c\nA,thing\n": `own.csv:4: label "thing" is not`,
		"name,label\nA,body\n ,body\n": "own.csv:3: the name is empty",
		"name,label\n\"A,body\n":       "own.csv:2: ",
		"name,label,sure\nA,body,eh\n": `own.csv:2: sure "eh" is not yes or no`,
		"name,label\n\xff,body\n":      "own.csv:2: column name is not valid UTF-8",
	} {
		if _, err := lexicon.Read(strings.NewReader(in), "own.csv"); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("Read(%q) gave %v, want %s", in, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("name,label\nA,body\n")
	f.Add("label,name,sure\n\"x\"\"y\",place,no")
	f.Fuzz(func(t *testing.T, in string) {
		es, err := lexicon.Read(strings.NewReader(in), "f")
		for _, e := range es {
			if e.Name == "" || e.ID == "" || e.Source != "f" {
				t.Fatalf("incomplete entry %+v", e)
			}
		}
		if err == nil {
			lexicon.New(es).Find(in, extract.English)
		}
	})
}
