package datafile

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRows(t *testing.T) {
	got := Rows("# who made it\nclass\tword\n\nverb\tsay\n# a comment\nnoun\t\n")
	if diff := cmp.Diff([][]string{{"verb", "say"}, {"noun", ""}}, got); diff != "" {
		t.Errorf("Rows (-want +got):\n%s", diff)
	}
	if got := Rows("only\ta header"); got != nil {
		t.Errorf("Rows of a header alone = %v", got)
	}
}
