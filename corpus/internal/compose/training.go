package compose

import (
	"fmt"
	"strings"

	"github.com/smelt-ie/smelt/extract/record"
)

// Training reads a file of training texts: each starts with a line "# date" or
// "# date title", then its marked-up paragraphs; blank lines part them.
func Training(source string) ([]record.Record, error) {
	var out []record.Record
	for part := range strings.SplitSeq("\n"+source, "\n# ") {
		head, body, _ := strings.Cut(part, "\n")
		if strings.TrimSpace(part) == "" {
			continue
		}
		a := &Article{}
		a.Published, a.Title, _ = strings.Cut(head, " ")
		for line := range strings.SplitSeq(body, "\n") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			if err := a.keep(line); err != nil {
				return nil, err
			}
		}
		if a.Text == "" || len(a.Mentions) == 0 {
			return nil, fmt.Errorf("training text %q has no text or no mentions", head)
		}
		out = append(out, a.Record())
	}
	return out, nil
}
