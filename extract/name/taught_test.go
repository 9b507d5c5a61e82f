package name

import (
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// TestBrackets gives the first body of each text and expects the marked ones.
func TestBrackets(t *testing.T) {
	for _, c := range []struct{ in, body string }{
		{"The ⟦Board of Trade of Lund⟧ (⟦BTL⟧) met. Later the ⟦BTL⟧ spoke; BTLX did not.", "Board of Trade of Lund"},
		{"The ⟦Board of Trade of Lund⟧ (founded in 1902) met.", "Board of Trade of Lund"},
		{"⟦隆德贸易委员会⟧（以下简称“⟦隆贸委⟧”）开会，⟦隆贸委⟧主任发言。", "隆德贸易委员会"},
		{"⟦隆德贸易委员会⟧(⟦LTC⟧)开会。", "隆德贸易委员会"},
		{"⟦隆德贸易委员会⟧（GDP增长）开会。", "隆德贸易委员会"},
	} {
		text, marks, err := extracttest.Unmark(c.in)
		if err != nil {
			t.Fatal(err)
		}
		got := brackets(text, []named{foundIn(text, c.body, extract.LabelBody)})
		checkNames(t, text, got, marks)
	}
}

// TestCompoundsZH gives the parts with their labels and expects the marked names.
func TestCompoundsZH(t *testing.T) {
	type part struct {
		text  string
		label extract.Label
	}
	for _, c := range []struct {
		in    string
		parts []part
	}{
		{"⟦芜湖市公安局⟧通报。", []part{{"芜湖市", extract.LabelPlace}, {"公安局", extract.LabelBody}}},
		{"他毕业于⟦法国⟧⟦里昂大学⟧。", []part{{"法国", extract.LabelPlace}, {"里昂大学", extract.LabelBody}}},
		{"两名德国人和一名巴西裔作家到了⟦芜湖⟧。", []part{{"德国", extract.LabelPlace}, {"巴西", extract.LabelPlace}, {"芜湖", extract.LabelPlace}}},
		{"⟦德国⟧人口减少。", []part{{"德国", extract.LabelPlace}}},
		{"⟦芜湖机场⟧复航。", []part{{"芜湖", extract.LabelPlace}}},
		{"⟦巢湖⟧畔的村庄。", []part{{"巢湖畔", extract.LabelPlace}}},
		{"嫌疑人⟦黄某某⟧和⟦王某⟧被抓，某大学和黄某地的村民作证。", nil},
		{"⟦美众议院⟧和⟦俄海军⟧都没有回应。", nil},
		{"⟦伦德群岛⟧（⟦Lund Islands⟧）和PQR都在海上。", []part{{"伦德群岛", extract.LabelPlace}, {"Lund Islands", extract.LabelPerson}, {"PQR", extract.LabelPerson}}},
		{"⟦芜湖医院血管外科⟧主任说。", []part{{"芜湖医院", extract.LabelBody}}},
		{"⟦法新社芜湖站⟧记者报道。", []part{{"法新社", extract.LabelBody}, {"芜湖", extract.LabelPlace}}},
		{"⟦芜湖美领馆⟧关闭。", []part{{"芜湖", extract.LabelPlace}}},
		{"记者⟦林一一⟧ ⟦高山⟧报道。", []part{{"林一一 高山", extract.LabelPerson}}},
	} {
		text, marks, err := extracttest.Unmark(c.in)
		if err != nil {
			t.Fatal(err)
		}
		var found []named
		for _, p := range c.parts {
			found = append(found, foundIn(text, p.text, p.label))
		}
		got := compoundsZH(text, found, lexicon.Default())
		checkNames(t, text, got, marks)
	}
}

// TestSpotsZH says of a name found as a body what it is.
func TestSpotsZH(t *testing.T) {
	for name, want := range map[string]extract.Label{
		"芜湖长途客运站": extract.LabelPlace,
		"芜湖机场":    extract.LabelPlace,
		"芜湖机场集团":  extract.LabelBody,
		"机场":      extract.LabelBody,
	} {
		if got := compoundsZH(name, []named{foundIn(name, name, extract.LabelBody)}, lexicon.Default())[0].label; got != want {
			t.Errorf("%s is a %s, want %s", name, got, want)
		}
	}
}
