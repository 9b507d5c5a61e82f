package clean

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// Weights of the choice of the element that holds the article. They were set
// on the open half of the article extraction benchmark.
const (
	dropShare  = 0.35 // an element with more of the running text is not left out for its name
	climbGain  = 1.12 // an outer element must be worth this much more than the one inside it
	goodBonus  = 1.10 // what a telling name is worth
	farHalf    = 600  // bytes of running text between headline and element that halve its value
	linkedCost = 60   // most that one block of links counts against an element
)

// measure adds up running text and value of every element, children into
// parents, after it has cleared the decisions that would cost too much text.
func (t *tree) measure() {
	for i := range t.blocks {
		b := &t.blocks[i]
		if b.prose && b.reason == "" && b.linkDensity() < 0.4 {
			t.elements[b.element].prose += len(b.text)
		}
	}
	for i := len(t.elements) - 1; i > 0; i-- {
		t.elements[t.elements[i].parent].prose += t.elements[i].prose
	}
	limit := int(dropShare * float64(t.elements[0].prose))
	for i := 1; i < len(t.elements); i++ {
		e := &t.elements[i]
		if e.drop != "" && e.prose > limit {
			e.drop = ""
		}
		if e.drop == "" {
			e.drop = t.elements[e.parent].drop // what is in a sidebar belongs to it
		}
	}
	t.gallery()
	t.dataTables()
	for i := range t.blocks {
		b := &t.blocks[i]
		t.elements[b.element].value += t.worth(b)
	}
	for i := len(t.elements) - 1; i > 0; i-- {
		t.elements[t.elements[i].parent].value += t.elements[i].value
	}
}

// gallery lets the captions stand where they are the article: a page with at
// least three of some length, and no fewer of them than paragraphs.
func (t *tree) gallery() {
	captions, paragraphs := 0, 0
	for i := range t.blocks {
		b := &t.blocks[i]
		switch drop := t.elements[b.element].drop; {
		case b.linkDensity() > 0.4:
		case drop == "caption" && b.words+b.han/2 >= 6:
			captions++
		case drop == "" && b.prose && b.reason == "":
			paragraphs++
		}
	}
	if captions < 3 || captions < paragraphs {
		return
	}
	for i := range t.elements {
		if e := &t.elements[i]; e.drop == "caption" {
			e.drop = ""
		}
	}
	for i := range t.blocks {
		if b := &t.blocks[i]; b.reason == "caption" {
			b.reason = ""
		}
	}
}

// dataTables leaves out tables of figures: at least two rows of short cells
// and no sentence. Their cells say nothing line by line.
func (t *tree) dataTables() {
	type table struct{ cells, sentences int }
	tables := map[int]*table{}
	of := make([]int, len(t.elements)) // the innermost table around each element, 0 for none
	for i := 1; i < len(t.elements); i++ {
		of[i] = of[t.elements[i].parent]
		if t.elements[i].tag == atom.Table {
			of[i] = i
			tables[i] = &table{}
		}
	}
	for i := range t.blocks {
		b := &t.blocks[i]
		tab := tables[of[b.element]]
		switch {
		case tab == nil:
		case b.prose || b.linked > 0 || b.tag != atom.Td && b.tag != atom.Th:
			tab.sentences++
		default:
			tab.cells++
		}
	}
	for i := 1; i < len(t.elements); i++ {
		if tab := tables[of[i]]; tab != nil && tab.cells >= 4 && tab.sentences == 0 && t.elements[i].drop == "" {
			t.elements[i].drop = tableDrop
		}
	}
}

// tableDrop is the decision on tables of figures. They stand in articles, so
// that they cost nothing.
const tableDrop = "table"

// worth is what a block adds to the element that it is in.
func (t *tree) worth(b *block) float64 {
	n := float64(len(b.text))
	switch {
	case t.elements[b.element].drop == tableDrop:
		return 0
	case t.elements[b.element].drop != "":
		return -20
	case b.linkDensity() > 0.5:
		return -min(n+20, linkedCost)
	case b.reason != "":
		return -20
	case b.prose:
		return n
	case b.tag == atom.Li || b.tag == atom.Td || b.tag == atom.Dd:
		return 0.3 * n
	}
	return 0
}

// choose is the element that holds the article: the one of the highest value,
// where an outer element must gain enough over what it contains, and one that
// other running text separates from the headline counts less.
func (t *tree) choose(title string) int {
	first, before := t.positions()
	from := t.headlineBlock(title)
	best, top := 0, 0.0
	for i := len(t.elements) - 1; i >= 0; i-- {
		e := &t.elements[i]
		v := e.value
		if v <= 0 {
			continue
		}
		if e.good {
			v *= goodBonus
		}
		if skipped := before[first[i]] - before[from]; skipped > 0 {
			v *= farHalf / float64(farHalf+skipped)
		}
		need := top
		if best > i && t.within(best, i) {
			need = top * climbGain
		}
		if v > need {
			best, top = i, v
		}
	}
	return best
}

// positions gives for every element its first block, and for every block the
// bytes of running text before it.
func (t *tree) positions() (first, before []int) {
	first = make([]int, len(t.elements))
	for i := range first {
		first[i] = -1
	}
	before = make([]int, len(t.blocks)+1)
	for i := range t.blocks {
		b := &t.blocks[i]
		before[i+1] = before[i]
		if b.prose && b.reason == "" && b.linkDensity() < 0.4 && t.elements[b.element].drop == "" {
			before[i+1] += len(b.text)
		}
		for e := b.element; first[e] < 0; e = t.elements[e].parent {
			first[e] = i
		}
	}
	for i := range first {
		first[i] = max(first[i], 0)
	}
	return first, before
}

// headlineBlock is the block that shows the title of the page; the first block
// when none does.
func (t *tree) headlineBlock(title string) int {
	title = head(title, 1000)
	best := 0
	for i := range t.blocks {
		b := &t.blocks[i]
		if len(b.text) < 6 || len(b.text) > 400 {
			continue
		}
		heading := b.tag == atom.H1 || b.tag == atom.H2
		if title != "" && strings.Contains(title, b.text) && (heading || len(b.text)*2 > len(title)) {
			if best == 0 || heading && t.blocks[best].tag != atom.H1 {
				best = i
			}
		}
	}
	if best > 0 {
		return best
	}
	for i := range t.blocks {
		if t.blocks[i].tag == atom.H1 {
			return i
		}
	}
	return 0
}

// within reports whether element i lies in element outer.
func (t *tree) within(i, outer int) bool {
	for i > outer {
		i = t.elements[i].parent
	}
	return i == outer
}
