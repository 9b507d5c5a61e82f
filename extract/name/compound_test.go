package name

import (
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
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
			for i := 0; i+len(p) <= len(text); i++ {
				if text[i:i+len(p)] == p {
					found = append(found, named{Span: extract.Span{Start: i, End: i + len(p)}, label: c.label, confidence: 0.9})
					break
				}
			}
		}
		got := compounds(text, found)
		checkNames(t, text, got, marks)
	}
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
