package clean

import (
	"strings"
	"unicode"

	"github.com/smelt-ie/smelt/extract"
	"golang.org/x/net/html/atom"
)

// page cleans a page with markup.
func page(text string, d *extract.Doc) {
	root, err := parse(text)
	if err != nil {
		d.Warnings = append(d.Warnings, "the markup cannot be read: "+err.Error())
		return
	}
	m := readMetadata(root)
	t := readTree(root)
	t.measure()
	t.pick(t.choose(m.title))
	t.follow(m.body)
	a := t.article()
	a.title = m.name(t.headline)
	if b := secondOpinion(root, len(text), t, a); b != nil {
		a = b
	}
	m.fill(a, d)
	a.fill(d)
}

// pick decides on the blocks, given the element that holds the article.
func (t *tree) pick(chosen int) {
	for i := range t.blocks {
		b := &t.blocks[i]
		e := &t.elements[b.element]
		switch {
		case !t.within(b.element, chosen):
			b.leave("outside the article")
		case e.drop != "":
			b.leave(e.drop)
		case b.reason != "":
		case b.linkDensity() > 0.5:
			b.leave("links")
		case b.tag == atom.H1:
			b.leave("headline")
		}
	}
	t.cutRelated()
	t.standfirst()
}

// standfirst leaves out what stands above the first paragraph of the article:
// headings and the date line.
func (t *tree) standfirst() {
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.reason != "" {
			continue
		}
		if _, ok := readHeader(&b.line); ok {
			b.leave("date line")
			continue
		}
		if b.prose && !b.heading() {
			return
		}
		if b.heading() {
			b.leave("standfirst")
		}
	}
}

func (b *block) leave(reason string) {
	if b.reason == "" {
		b.reason = reason
	}
}

// maxBoxes bounds how many headings of related links are looked at.
const maxBoxes = 50

// cutRelated leaves out what stands under headings such as "Related stories"
// and "Comments" once the article has begun: the box around the heading, or,
// where there is none, the rest of the page.
func (t *tree) cutRelated() {
	seen, boxes := 0, 0
	for i := 0; i < len(t.blocks) && boxes < maxBoxes; i++ {
		b := &t.blocks[i]
		if b.reason == "" {
			seen += len(b.text)
		}
		if seen < 250 || b.reason != "comments" && (b.reason != "related links" || !b.heading()) {
			continue
		}
		boxes++
		end := t.box(i)
		if end == i+1 && t.ends(i, seen) {
			end = len(t.blocks)
		}
		for ; i+1 < end; i++ {
			t.blocks[i+1].leave(b.reason)
		}
	}
}

// box is the end of the blocks in the outermost element that begins with block
// i, headings of no weight aside: nothing of the article stands in it before i.
func (t *tree) box(i int) int {
	e := t.blocks[i].element
	for e > 0 {
		outer := t.elements[e].parent
		for j := i - 1; j >= 0 && t.within(t.blocks[j].element, outer); j-- {
			if t.blocks[j].reason == "" {
				outer = -1
				break
			}
		}
		if outer < 0 {
			break
		}
		e = outer
	}
	end := i + 1
	for end < len(t.blocks) && t.within(t.blocks[end].element, e) {
		end++
	}
	return end
}

// ends reports whether the article is over at a heading that shares its
// element with the article: less follows than came before, or what follows is
// a list of linked headings.
func (t *tree) ends(i, seen int) bool {
	rest, cards := 0, 0
	for j := i + 1; j < len(t.blocks); j++ {
		b := &t.blocks[j]
		if b.reason == "" {
			rest += len(b.text)
		} else if b.linkDensity() > 0.5 && (b.heading() || len(b.text) > 25) {
			cards++
		}
	}
	return rest < seen || cards >= 3
}

func (b *block) heading() bool {
	switch b.tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// maxSkip is how many bytes of the stated body may lie between two blocks that
// follow each other in it; maxCompare bounds the work of the comparison.
const maxSkip, maxCompare = 300, 1 << 28

// follow is a safety net: where the linked data of the page state a body that
// the choice has missed, a block stays when that body contains it. It reports
// false, and changes nothing, when the choice has most of the body, or the
// body is short or not what the page shows.
func (t *tree) follow(body string) bool {
	flat := squeeze(body)
	if len(flat) < 150 || len(flat)*len(t.blocks) > maxCompare {
		return false
	}
	in := make([]bool, len(t.blocks))
	at, covered, agreed := 0, 0, 0
	for i := range t.blocks {
		b := &t.blocks[i]
		s := squeeze(b.text)
		near := flat[at:min(len(flat), at+len(s)+maxSkip)]
		switch j := strings.Index(near, s); {
		case len(s) == 0 || b.linkDensity() > 0.9:
		case j >= 0:
			in[i] = true
			at += j + len(s)
		case len(s) > 40 && strings.Contains(flat, s):
			in[i] = true
		}
		if in[i] {
			covered += len(s)
			if b.reason == "" {
				agreed += len(s)
			}
		}
	}
	if covered*10 < len(flat)*8 || agreed*10 > len(flat)*6 {
		return false
	}
	for i := range t.blocks {
		if !in[i] {
			t.blocks[i].leave("not in the body that the page states")
		} else {
			t.blocks[i].reason = ""
		}
	}
	return true
}

// near reports whether a block that is left out may speak about the article:
// it has the words of a date or source line and stands in no list of others.
func (t *tree) near(i int, begun bool) bool {
	b := &t.blocks[i]
	switch b.reason {
	case "date line", "source line", "editor line", "visit counter", "byline", "outside the article", "tools", "share row", "site control", "link row":
		return b.short && b.linkDensity() < 0.8 && (!begun || b.reason != "outside the article")
	}
	return false
}

// read takes over what a line of the page head or foot says.
func (a *article) read(l *line, above bool) {
	h, ok := readHeader(l)
	if !ok {
		return
	}
	if a.day.IsZero() && !h.day.IsZero() {
		a.day, a.from = h.day, extract.PublishedPage
	}
	labelled := len(labels(l.text)) > 0
	if a.source == "" && (labelled || above && !h.day.IsZero()) {
		a.source = h.source
	}
	if a.author == "" && (labelled || above) {
		a.author = h.author
	}
}

// squeeze keeps letters and digits alone.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

// article is the result of the decisions on the blocks, with what the lines
// around the article say about it.
func (t *tree) article() *article {
	a := &article{lines: make([]line, len(t.blocks)), keep: make([]bool, len(t.blocks))}
	begun := false
	for i := range t.blocks {
		b := &t.blocks[i]
		begun = begun || b.reason == "" && b.prose
		if t.near(i, begun) {
			a.read(&b.line, !begun)
		}
		a.lines[i] = t.blocks[i].line
		if l := &a.lines[i]; l.reason == "" {
			a.keep[i] = true
			l.reason = "running text"
			if !l.prose {
				l.reason = "short line of the article"
			}
		}
	}
	return a
}
