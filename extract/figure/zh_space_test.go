package figure

import (
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"pgregory.net/rapid"
)

// TestTightenKeepsTheWayBack takes spaces out of any text and asks for every
// byte that is left where it came from.
func TestTightenKeepsTheWayBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("百 分之三5 个点a，")), 0, 30, -1).Draw(t, "text")
		tight := tighten(text)
		for i := range tight.text {
			s := extract.Span{Start: i, End: i + 1}
			full := tight.full(s)
			if text[full.Start] != tight.text[i] || full.Len() != 1 {
				t.Fatalf("%q tightened to %q: byte %d came from %v", text, tight.text, i, full)
			}
			if back := tight.shrink(full); back.Start != i {
				t.Fatalf("%q: byte %d went to %d and came back as %d", text, i, full.Start, back.Start)
			}
		}
	})
}
