package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Report counts what a source has met.
type Report struct {
	Files    int   // files opened, or tried
	Articles int   // items without an error
	Failed   int   // items with one
	Bytes    int64 // stored bytes read
	// Unknown lists the extensions that were passed over, most files first.
	Unknown []Extension
}

// Extension is a file name ending that no reader knows.
type Extension struct {
	Name    string // with its dot, lower case; "" for a name without one
	Files   int
	Example string // the first such file
}

// unknown counts a file that no reader takes.
func (r *Report) unknown(name string) {
	ext := extension(name)
	i := slices.IndexFunc(r.Unknown, func(e Extension) bool { return e.Name == ext })
	if i < 0 {
		i = len(r.Unknown)
		r.Unknown = append(r.Unknown, Extension{Name: ext, Example: name})
	}
	r.Unknown[i].Files++
	slices.SortStableFunc(r.Unknown, func(a, b Extension) int {
		return cmp.Or(cmp.Compare(b.Files, a.Files), cmp.Compare(a.Name, b.Name))
	})
}

// Passed is one line on the files that were passed over: "3 .pdf (such as
// a/b.pdf), 1 without extension (such as c)"; empty when there were none.
func (r Report) Passed() string {
	parts := make([]string, 0, len(r.Unknown))
	for _, e := range r.Unknown {
		name := e.Name
		if name == "" {
			name = "without extension"
		}
		parts = append(parts, fmt.Sprintf("%d %s (such as %s)", e.Files, name, e.Example))
	}
	return strings.Join(parts, ", ")
}
