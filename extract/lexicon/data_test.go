package lexicon_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// bodyKinds are the kinds that the labelling guide gives to bodies.
var bodyKinds = strings.Fields("government party company finance association education research media medical military international sports other")

// TestData checks what every built-in entry must hold.
func TestData(t *testing.T) {
	type named struct{ name, id string }
	seen := map[named]bool{}
	codes := map[string]string{}
	file := map[string]string{}
	for _, e := range lexicon.Builtin() {
		if e.Name == "" || strings.TrimSpace(e.Name) != e.Name || !utf8.ValidString(e.Name) || strings.ContainsAny(e.Name, "|?\t") || strings.Contains(e.Name, "  ") {
			t.Errorf("%s: bad name %q of %s", e.Source, e.Name, e.ID)
		}
		if e.Label != extract.LabelPlace && e.Label != extract.LabelBody && e.Label != extract.LabelPerson || e.Kind == "" {
			t.Errorf("%s: %s has the label %q and the kind %q", e.Source, e.ID, e.Label, e.Kind)
		}
		if e.Label == extract.LabelBody && !slices.Contains(bodyKinds, e.Kind) {
			t.Errorf("%s: %s has the kind %q, which no body has", e.Source, e.ID, e.Kind)
		}
		if seen[named{e.Name, e.ID}] {
			t.Errorf("%s: %q of %s stands twice", e.Source, e.Name, e.ID)
		}
		seen[named{e.Name, e.ID}] = true
		if other := file[e.ID]; other != "" && other != e.Source {
			t.Errorf("%s is in %s and in %s", e.ID, other, e.Source)
		}
		file[e.ID] = e.Source
		if e.Code != "" {
			if id := codes[e.Code]; id != "" && id != e.ID {
				t.Errorf("code %s is that of %s and %s", e.Code, id, e.ID)
			}
			if codes[e.Code] = e.ID; e.ID != "place/CN-"+e.Code || len(e.Code) != 6 {
				t.Errorf("%s has the code %s", e.ID, e.Code)
			}
		}
		if e.Parent != "" && lexicon.Default().ByID(e.Parent) == nil {
			t.Errorf("%s: the parent %s of %s is not there", e.Source, e.Parent, e.ID)
		}
	}
	if len(codes) < 3000 {
		t.Errorf("only %d divisions have a code", len(codes))
	}
}

func TestDivisions(t *testing.T) {
	for id, want := range map[string]string{
		"place/CN-500000": "重庆市 Chongqing", "place/CN-610000": "陕西省 Shaanxi", "place/CN-140000": "山西省 Shanxi",
		"place/CN-140400": "长治市 Changzhi", "place/CN-150000": "内蒙古自治区 Inner Mongolia", "place/CN-650100": "乌鲁木齐市 Urumqi",
		"place/CN-150100": "呼和浩特市 Hohhot", "place/CN-540100": "拉萨市 Lhasa", "place/CN-341500": "六安市 Lu'an",
		"place/CN-341600": "亳州市 Bozhou", "place/CN-331000": "台州市 Taizhou", "place/CN-440113": "番禺区 Panyu", "place/CN-130900": "沧州市 Cangzhou",
	} {
		e := lexicon.Default().ByID(id)
		if e == nil || e.NameZH+" "+e.NameEN != want {
			t.Errorf("ByID(%s) = %+v, want %s", id, e, want)
		}
	}
}

func TestSure(t *testing.T) {
	for name, want := range map[string]bool{
		"德国": true, "沧州": true, "海淀": true, "和平": false, "大同": false, "大同市": true, "马里": false, "河北省": true,
		"Germany": true, "Nice": false, "Reading": false, "Cangzhou": true, "Jordan": false, "MIIT": true, "Apple": false, "Apple Inc": true,
	} {
		es := lexicon.Default().Lookup(name)
		if len(es) == 0 {
			t.Errorf("%s is not there", name)
			continue
		}
		if m := (lexicon.Match{Entries: es}); m.Sure() != want {
			t.Errorf("%s is sure: %v, want %v", name, m.Sure(), want)
		}
	}
}

// TestWords checks the kinds and uses that the word lists may give.
func TestWords(t *testing.T) {
	for _, c := range []struct {
		file, header string
		values       []string
	}{
		{"heads.tsv", "lang\thead\tkind", bodyKinds},
		{"titles.tsv", "lang\tword\tuse", []string{"title", "honorific"}},
	} {
		b, err := os.ReadFile("data/words/" + c.file)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{c.header: true}
		for n, line := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
			if strings.HasPrefix(line, "#") || line == c.header {
				continue
			}
			f := strings.Split(line, "\t")
			if len(f) != 3 || f[0] != "en" && f[0] != "zh" || !slices.Contains(c.values, f[2]) || seen[f[0]+f[1]] {
				t.Errorf("%s:%d: bad or double line %q", c.file, n+1, line)
				continue
			}
			seen[f[0]+f[1]] = true
		}
	}
}
