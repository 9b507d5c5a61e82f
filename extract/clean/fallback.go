package clean

import (
	"strings"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// An article shorter than enoughText bytes may be a wrong choice, and a page
// of up to maxSecond bytes is worth a second opinion then.
const enoughText, maxSecond = 600, 512 << 10

// muchMore is how many times longer the second opinion must be to win.
const muchMore = 5

// secondOpinion asks go-trafilatura for the article of a page on which this
// package found next to nothing; nil when that finds no more.
func secondOpinion(root *html.Node, size int, t *tree, first *article) *article {
	text := first.text()
	if len(text) >= enoughText || size > maxSecond || t.unlinked() < muchMore*len(text) {
		return nil
	}
	res, err := trafilatura.ExtractDocument(root, trafilatura.Options{EnableFallback: true, ExcludeComments: true})
	if err != nil || len(res.ContentText) < muchMore*len(text) {
		return nil
	}
	a := &article{header: first.header, from: first.from, title: first.title}
	for s := range strings.Lines(res.ContentText) {
		if s = strings.TrimFunc(s, blank); s != "" {
			a.lines = append(a.lines, newLine(s))
		}
	}
	a.keep = make([]bool, len(a.lines))
	a.sort(a.title)
	return a
}

// unlinked is how many bytes of text the page shows outside of links.
func (t *tree) unlinked() int {
	n := 0
	for i := range t.blocks {
		n += len(t.blocks[i].text) - t.blocks[i].linked
	}
	return n
}
