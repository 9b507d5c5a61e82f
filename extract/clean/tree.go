package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a stretch of text of a page that is shown on lines of its own.
type block struct {
	line
	element int       // index of the innermost element around all of it
	tag     atom.Atom // the nearest element that breaks lines
	linked  int       // bytes of text within links
}

// linkDensity is the share of the block's text that is in links.
func (b *block) linkDensity() float64 { return float64(b.linked) / float64(len(b.text)) }

// tree is a page as elements and blocks, in document order.
type tree struct {
	elements []element
	blocks   []block
	headline string // text of the first h1

	at     int // element being read
	tag    atom.Atom
	buf    []byte
	linked int
	space  bool // a space is due before the next character
	wrap   bool // and the source breaks its line there
	link   int  // links around the text being read
}

// readTree flattens a parsed page.
func readTree(root *html.Node) *tree {
	t := &tree{elements: make([]element, 1, 256)}
	t.children(root)
	t.flush()
	return t
}

func (t *tree) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			t.text(c.Data)
		case html.ElementNode:
			t.node(c)
		}
	}
}

func (t *tree) node(n *html.Node) {
	if unseen(n.DataAtom) {
		return
	}
	if n.DataAtom == atom.Br {
		t.newline()
		return
	}
	soft := inline(n.DataAtom)
	if soft && n.DataAtom != atom.A && len(n.Attr) == 0 {
		t.children(n)
		return
	}
	e := element{parent: t.at, tag: n.DataAtom}
	judge(n, &e)
	if soft && e.drop == "" {
		t.inside(n)
		return
	}
	t.flush()
	outer, tag := t.at, t.tag
	t.elements = append(t.elements, e)
	t.at = len(t.elements) - 1
	if !soft {
		t.tag = n.DataAtom
	}
	t.inside(n)
	t.flush()
	t.at, t.tag = outer, tag
}

// inside reads the content of an element, as a link where it is one.
func (t *tree) inside(n *html.Node) {
	if n.DataAtom == atom.A {
		t.link++
		defer func() { t.link-- }()
	}
	t.children(n)
}

func (t *tree) text(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			if c <= ' ' {
				t.space, t.wrap = true, t.wrap || c == '\n'
			} else {
				t.pad()
				t.buf = append(t.buf, c)
				if t.link > 0 {
					t.linked++
				}
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '\u00a0' || r == '\u3000' || unicode.IsSpace(r):
			t.space = true
		case r == '\u200b' || r == '\ufeff' || r == '\u00ad':
		default:
			if t.wrap && r >= firstEastAsian && eastAsianEnd(t.buf) {
				t.space = false // Chinese has no space where the source wraps its lines
			}
			t.pad()
			t.buf = append(t.buf, s[i:i+n]...)
			if t.link > 0 {
				t.linked += n
			}
		}
		i += n
	}
}

// pad writes the space that is due.
func (t *tree) pad() {
	if t.space && len(t.buf) > 0 && t.buf[len(t.buf)-1] != '\n' {
		t.buf = append(t.buf, ' ')
	}
	t.space, t.wrap = false, false
}

// firstEastAsian is where characters begin that are set without spaces.
const firstEastAsian = 0x2E80

func eastAsianEnd(text []byte) bool {
	r, _ := utf8.DecodeLastRune(text)
	return r >= firstEastAsian && r != utf8.RuneError
}

func (t *tree) newline() {
	t.space, t.wrap = false, false
	if len(t.buf) > 0 {
		t.buf = append(t.buf, '\n')
	}
}

// flush closes the block being read. Lines that <br> has cut become blocks of
// their own, unless the second goes on in the middle of a sentence.
func (t *tree) flush() {
	text := strings.TrimFunc(string(t.buf), blank)
	linked := t.linked
	t.buf, t.linked, t.space, t.wrap = t.buf[:0], 0, false, false
	if text == "" {
		return
	}
	if strings.IndexByte(text, '\n') < 0 {
		t.block(text, linked)
		return
	}
	share := float64(linked) / float64(len(text))
	for _, s := range rejoin(text) {
		t.block(s, int(share*float64(len(s))))
	}
}

func (t *tree) block(text string, linked int) {
	if t.tag == atom.H1 && t.headline == "" {
		t.headline = text
	}
	t.blocks = append(t.blocks, block{line: newLine(text), element: t.at, tag: t.tag, linked: linked})
}

// rejoin splits a text at its line breaks and joins those parts again that a
// break has cut in the middle of a sentence: the next one goes on in lower case.
func rejoin(text string) []string {
	var out []string
	var b strings.Builder
	for s := range strings.SplitSeq(text, "\n") {
		if s = strings.TrimFunc(s, blank); s == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(s)
		switch {
		case b.Len() == 0:
		case unicode.IsLower(r) && !ended(b.String()):
			b.WriteByte(' ')
		default:
			out = append(out, b.String())
			b.Reset()
		}
		b.WriteString(s)
	}
	return append(out, b.String())
}
