package extracttest

import "testing"

func TestUnmark(t *testing.T) {
	text, marks, err := Unmark("会议定于⟦4月21日⟧召开。")
	if err != nil || text != "会议定于4月21日召开。" || len(marks) != 1 || marks[0].In(text) != "4月21日" {
		t.Fatalf("Unmark = %q %v %v", text, marks, err)
	}
	for _, in := range []string{"⟦a", "a⟧", "⟦a⟦b⟧"} {
		if _, _, err := Unmark(in); err == nil {
			t.Errorf("Unmark(%q) gave no error", in)
		}
	}
}
