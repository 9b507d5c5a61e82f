package fact

import (
	"strings"

	"github.com/smelt-ie/smelt/extract/lexicon"
)

// titled reports whether the words hold a title, so that they can be a
// position: "director of the bureau", 商务局局长.
func (r *reader) titled(words string) bool {
	if _, use := lexicon.TitleBefore(words, len(words), r.d.Lang); use == lexicon.Office {
		return true
	}
	if r.chinese {
		return false
	}
	head, _, _ := strings.Cut(words, " of ")
	head, _, _ = strings.Cut(head, " at ")
	_, use := lexicon.TitleBefore(head, len(head), r.d.Lang)
	return use == lexicon.Office
}
