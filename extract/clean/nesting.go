package clean

import (
	"strings"

	"golang.org/x/net/html"
)

// maxDepth is how deep elements may nest. The parser gives up at 512, its own
// implied elements included; no page that people read comes near.
const maxDepth = 256

// lookBack is how many open elements an end tag is matched against.
const lookBack = 64

// parse reads a page into its element tree. Of a page that nests too deep for
// the parser, the start tags beyond maxDepth are left out; their text stays.
func parse(text string) (*html.Node, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		root, err = html.Parse(strings.NewReader(shallow(text)))
	}
	return root, err
}

// shallow rewrites a page without the tags that nest too deep.
func shallow(text string) string {
	var out strings.Builder
	var open []openTag
	depth := 0
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return out.String()
		}
		raw := string(z.Raw())
		switch name, _ := z.TagName(); kind {
		case html.StartTagToken:
			tag := openTag{name: string(name), dropped: depth >= maxDepth}
			if void(tag.name) {
				break
			}
			open = append(open, tag)
			if tag.dropped {
				continue
			}
			depth++
		case html.EndTagToken:
			i := matching(open, string(name))
			if i < 0 {
				break
			}
			dropped := open[i].dropped
			for _, t := range open[i:] {
				if !t.dropped {
					depth--
				}
			}
			open = open[:i]
			if dropped {
				continue
			}
		}
		out.WriteString(raw)
	}
}

// openTag is an element whose end has not come yet.
type openTag struct {
	name    string
	dropped bool
}

// matching is the innermost open element of a name, -1 for none near.
func matching(open []openTag, name string) int {
	for i := len(open) - 1; i >= max(0, len(open)-lookBack); i-- {
		if open[i].name == name {
			return i
		}
	}
	return -1
}

// void reports elements that have no end tag.
func void(name string) bool {
	switch name {
	case "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr":
		return true
	}
	return false
}
