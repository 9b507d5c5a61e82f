package clean

import (
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"github.com/smelt-ie/smelt/extract"
	"golang.org/x/net/html"
)

// page cleans a page with markup.
func page(text string, d *extract.Doc) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		d.Warnings = append(d.Warnings, "the markup cannot be read: "+err.Error())
		return
	}
	res, err := trafilatura.ExtractDocument(root, trafilatura.Options{EnableFallback: true, ExcludeComments: true})
	if err != nil {
		return
	}
	a := &article{}
	for s := range strings.Lines(res.ContentText) {
		if s = strings.TrimFunc(s, blank); s != "" {
			a.lines = append(a.lines, newLine(s))
		}
	}
	a.keep = make([]bool, len(a.lines))
	a.sort(res.Metadata.Title)
	a.fill(d)
	if d.Published.IsZero() && !res.Metadata.Date.IsZero() {
		d.Published, d.PublishedFrom = extract.DayOf(res.Metadata.Date), extract.PublishedMeta
	}
}
