package clean

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// Limits of what counts as the template of a site.
const (
	templatePages = 3 // pages that must show a line before it is the template's
	templateShare = 4 // one page in so many of the site must show it
	templateEdge  = 4 // lines from either end of an article where templates leave their marks
)

// templateReason is the decision on a line that the site repeats.
const templateReason = "repeated on pages of the site"

// TrimTemplates takes lines out of cleaned articles that pages of their site
// repeat at the edges of the text: a slogan, a notice that no list of phrases
// knows. docs is a batch in input order; what is taken out depends on the
// batch alone. It is called between the clean stage and the sentence stage.
// Articles whose text came clean, and articles that would lose all their
// text, are left as they are.
func TrimTemplates(docs []*extract.Doc) {
	sites := map[string][]*extract.Doc{}
	for _, d := range docs {
		if len(d.Blocks) > 0 && d.Text != "" && d.Site != "" {
			sites[d.Site] = append(sites[d.Site], d)
		}
	}
	for _, pages := range sites { // sites are independent of each other, so their order does not matter
		if len(pages) >= templatePages {
			trimSite(pages)
		}
	}
}

func trimSite(pages []*extract.Doc) {
	shown := map[string]int{} // pages that show a line at an edge
	seen := map[string]bool{} // texts counted: reprints of one article are no template
	different := 0
	for _, d := range pages {
		if seen[d.Text] {
			continue
		}
		seen[d.Text] = true
		different++
		for _, i := range edges(d) {
			shown[d.Blocks[i].Text]++
		}
	}
	for _, d := range pages {
		var drop []int
		for _, i := range edges(d) {
			if n := shown[d.Blocks[i].Text]; n >= templatePages && n*templateShare >= different {
				drop = append(drop, i)
			}
		}
		dropBlocks(d, drop)
	}
}

// edges lists the kept blocks at either end of an article, each text once.
func edges(d *extract.Doc) []int {
	var kept, out []int
	for i, b := range d.Blocks {
		if b.Kept {
			kept = append(kept, i)
		}
	}
	once := map[string]bool{}
	for k, i := range kept {
		if (k < templateEdge || k >= len(kept)-templateEdge) && !once[d.Blocks[i].Text] {
			once[d.Blocks[i].Text] = true
			out = append(out, i)
		}
	}
	return out
}

// dropBlocks takes blocks out of the text of a document.
func dropBlocks(d *extract.Doc, drop []int) {
	if len(drop) == 0 {
		return
	}
	gone := map[int]bool{}
	for _, i := range drop {
		gone[i] = true
	}
	var left []string
	for i, b := range d.Blocks {
		if b.Kept && !gone[i] {
			left = append(left, b.Text)
		}
	}
	if len(left) == 0 {
		return
	}
	for _, i := range drop {
		b := &d.Blocks[i]
		b.Kept, b.Reason = false, templateReason
		d.BoilerplateChars += utf8.RuneCountInString(b.Text)
	}
	d.Text = strings.Join(left, "\n")
	if d.Reading != "" {
		d.Reading = simplified(d.Text)
	}
}
