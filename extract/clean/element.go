package clean

import (
	_ "embed"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

//go:embed tokens.txt
var tokenFile string

// articleToken is the list of tokens.txt that speaks for an element.
const articleToken = "article"

// elementTokens maps a word of class and id attributes to its decision.
var elementTokens = sync.OnceValue(func() map[string]string {
	m, decision := map[string]string{}, ""
	for line := range strings.Lines(tokenFile) {
		switch line = strings.TrimSpace(line); {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			decision = strings.Trim(line, "[]")
		default:
			for _, w := range strings.Fields(line) {
				m[w] = decision
			}
		}
	}
	return m
})

// element is one element of the page in document order.
type element struct {
	parent int // index of the parent; the root is its own
	tag    atom.Atom
	drop   string  // why its text is left out; "" when nothing speaks against it
	good   bool    // its attributes call it the article
	prose  int     // bytes of running text in it
	value  float64 // how much better the page is with it than without it
}

// unseen lists elements whose content is never text of the page.
func unseen(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Canvas, atom.Iframe, atom.Object, atom.Embed, atom.Select,
		atom.Button, atom.Input, atom.Textarea, atom.Datalist, atom.Head, atom.Video, atom.Audio, atom.Map, atom.Math, atom.Noframes, atom.Title:
		return true
	}
	return false
}

// inline lists elements that do not break a line.
func inline(tag atom.Atom) bool {
	switch tag {
	case 0, atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Dfn, atom.Del, atom.Em,
		atom.Font, atom.I, atom.Img, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Q, atom.Rp, atom.Rt, atom.Ruby, atom.S, atom.Samp,
		atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return false
}

// tagDecision is what the name of an element says about its text.
func tagDecision(tag atom.Atom) string {
	switch tag {
	case atom.Nav, atom.Menu:
		return "navigation"
	case atom.Footer:
		return "site footer"
	case atom.Aside:
		return "sidebar"
	case atom.Figcaption:
		return "caption"
	case atom.Form, atom.Dialog, atom.Fieldset:
		return "form"
	}
	return ""
}

// judge looks at the attributes of an element.
func judge(n *html.Node, e *element) {
	e.drop = tagDecision(n.DataAtom)
	if n.DataAtom == atom.P || n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return // a paragraph is what it says, and the classes of a page name its features
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "data-component", "data-module", "role", "itemprop":
			e.words(a.Val)
		case "hidden":
			e.drop = "hidden"
		case "style":
			if s := strings.ReplaceAll(a.Val, " ", ""); strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				e.drop = "hidden"
			}
		case "aria-hidden":
			if a.Val == "true" && !inline(n.DataAtom) {
				e.drop = "hidden"
			}
		}
	}
}

// words judges an element by the words of an attribute: those between
// separators, and those that capital letters set apart (articleBody).
func (e *element) words(value string) {
	tokens := elementTokens()
	var buf [64]byte
	for name := range strings.FieldsSeq(head(value, 512)) {
		if len(name) > len(buf) {
			continue
		}
		start := 0
		whole := buf[:0]
		for i := 0; i <= len(name); i++ {
			switch {
			case i == len(name) || !alphanumeric(name[i]):
				e.word(tokens, name[start:i])
				start = i + 1
			case i > start && name[i] >= 'A' && name[i] <= 'Z' && name[i-1] >= 'a' && name[i-1] <= 'z':
				e.word(tokens, name[start:i])
				start = i
			}
			if i < len(name) && alphanumeric(name[i]) {
				whole = lower(whole, name[i:i+1])
			}
		}
		e.word(tokens, string(whole))
	}
}

func (e *element) word(tokens map[string]string, w string) {
	if len(w) < 2 || len(w) > 24 {
		return
	}
	var buf [24]byte
	switch d := tokens[string(lower(buf[:0], w))]; {
	case d == articleToken:
		e.good = true
	case d != "" && e.drop == "":
		e.drop = d
	}
}

func alphanumeric(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
