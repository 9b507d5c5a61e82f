package name

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// TestCompounds finds what is marked once the parts are given: the words of
// parts are found by the tagger, as places unless body is set.
func TestCompounds(t *testing.T) {
	for _, c := range []struct {
		in    string
		parts []string
		label extract.Label
	}{
		{"Guests of the China-ASEAN Forum on small firms came.", []string{"China", "ASEAN"}, extract.LabelPlace},
		{"Hall 4 of the 3rd China International Import Expo is full.", []string{"China"}, extract.LabelPlace},
		{"Hall 4 of the China - North Countries (Lund) Small and Medium Firms Forum is full.", []string{"China", "Lund"}, extract.LabelPlace},
		{"He lives in ⟦Lund⟧ (Skane) and reads.", []string{"Lund"}, extract.LabelPlace},
		{"He read the Cybersecurity Law and then left for ⟦Wuhu⟧.", []string{"Wuhu"}, extract.LabelPlace},
		{"Delegates flew to ⟦Wuhu⟧ and the Forum opened there.", []string{"Wuhu"}, extract.LabelPlace},
		{"Work on the ⟦Wuhu–Xuzhou high-speed railway⟧ began.", []string{"Wuhu", "Xuzhou"}, extract.LabelPlace},
		{"The ⟦Wuhu-Xuzhou expressway⟧ is shut.", []string{"Wuhu"}, extract.LabelPlace},
		{"Trade between ⟦Wuhu⟧-⟦Xuzhou⟧ dealers fell.", []string{"Wuhu", "Xuzhou"}, extract.LabelPlace},
		{"A Sino-US deal was near.", []string{"US"}, extract.LabelPlace},
		{"The ⟦Chilean Consulate General in Guangzhou⟧ moved.", []string{"Guangzhou"}, extract.LabelBody},
		{"The ⟦Loan Office of the Bank of Lund⟧ met in Malmo.", []string{"Loan Office", "Bank of Lund"}, extract.LabelBody},
		{"⟦Lund Media Group’s Film Center⟧ opened.", []string{"Lund Media Group", "Film Center"}, extract.LabelBody},
		{"It ran on ⟦CCTV-2⟧ all day.", []string{"CCTV"}, extract.LabelBody},
		{"The Data Law of the Republic of Lund passed.", []string{"Data Law of the Republic of Lund"}, extract.LabelBody},
		{"The ⟦Committee of the Lund Expo⟧ met.", []string{"Committee of the Lund Expo"}, extract.LabelBody},
		{"At ⟦Lund University⟧, ⟦Umea University⟧ and ⟦Oulu University⟧ it is taught.", []string{"Lund University, Umea University and Oulu University"}, extract.LabelBody},
		{"The ⟦Ministry of Justice⟧ and the ⟦Ministry of Trade⟧ agreed.", []string{"Ministry of Justice and the Ministry of Trade"}, extract.LabelBody},
		{"The ⟦University of Lund⟧, ⟦University of Oulu⟧ and others agreed.", []string{"University of Lund, University of Oulu"}, extract.LabelBody},
		{"The ⟦Lund University of Art and Design⟧, ⟦Oulu University of Law⟧ and others agreed.", []string{"Lund University of Art and Design, Oulu University of Law"}, extract.LabelBody},
		{"The ⟦Ministry of Trade and Industry⟧ agreed.", []string{"Ministry of Trade and Industry"}, extract.LabelBody},
		{"The ⟦Institute of Physics, Lund University⟧ agreed.", []string{"Institute of Physics, Lund University"}, extract.LabelBody},
		{"A ⟦McDonald's⟧ opened.", []string{"McDonald"}, extract.LabelBody},
		{"In the Budget Address (BUDA) he spoke; BUDA ran late.", []string{"BUDA"}, extract.LabelBody},
		{"Lending to MSMEs rose as GDP grew.", []string{"MSMEs", "GDP"}, extract.LabelBody},
	} {
		text, marks, err := extracttest.Unmark(c.in)
		if err != nil {
			t.Fatal(err)
		}
		var found []named
		for _, p := range c.parts {
			found = append(found, foundIn(text, p, c.label))
		}
		got := compounds(text, found)
		checkNames(t, text, got, marks)
	}
}

// foundIn is a name as the tagger gives it, where it first stands in the text.
func foundIn(text, name string, label extract.Label) named {
	at := strings.Index(text, name)
	return named{Span: extract.Span{Start: at, End: at + len(name)}, label: label, confidence: 0.9}
}

// checkNames compares the names that were found in a text with the marked ones.
func checkNames(t *testing.T, text string, got []named, marks []extract.Span) {
	t.Helper()
	if len(got) != len(marks) {
		t.Errorf("%s\nfound %d names, want %d", text, len(got), len(marks))
		return
	}
	for i := range got {
		if got[i].Span != marks[i] {
			t.Errorf("%s\nfound %q, want %q", text, got[i].In(text), marks[i].In(text))
		}
	}
}

// TestEnvoys finds the country and the envoy in what was found as one body.
func TestEnvoys(t *testing.T) {
	for _, c := range []struct{ in, whole string }{
		{"The Ambassador of Georgia to ⟦China⟧ ⟦Ann Lund⟧ came.", "China Ann Lund"},
		{"He sent a letter to ⟦China Ann Lund⟧ by post.", "China Ann Lund"},
		{"The Ambassador to ⟦Lund Mill Group⟧ came.", "Lund Mill Group"},
	} {
		text, marks, err := extracttest.Unmark(c.in)
		if err != nil {
			t.Fatal(err)
		}
		got := envoys(text, []named{foundIn(text, c.whole, extract.LabelBody)}, lexicon.Default())
		checkNames(t, text, got, marks)
		if len(got) == 2 && (got[0].label != extract.LabelPlace || got[1].label != extract.LabelPerson) {
			t.Errorf("%s: labels %s and %s", c.in, got[0].label, got[1].label)
		}
	}
}

// TestSpots says of a name found as a body what it is.
func TestSpots(t *testing.T) {
	for name, want := range map[string]extract.Label{
		"Wuhu Airport":             extract.LabelPlace,
		"Lund North Bus Terminal":  extract.LabelPlace,
		"Wuhu Airport Group":       extract.LabelBody,
		"Police of Wuhu Airport":   extract.LabelBody,
		"Bureau of Lund County":    extract.LabelBody,
		"Airport":                  extract.LabelBody,
		"Customs Office Lund Pier": extract.LabelBody,
	} {
		if got := spots(name, []named{foundIn(name, name, extract.LabelBody)}, compoundClasses()["spot"])[0].label; got != want {
			t.Errorf("%s is a %s, want %s", name, got, want)
		}
	}
}
