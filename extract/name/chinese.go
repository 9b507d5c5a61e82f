package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/segment"
)

// chinese turns lines of Chinese into evidence: one token a character, so that
// a wrong division into words cannot cut a name; a run of Latin letters or
// digits is one token. It is not safe for concurrent use.
type chinese struct {
	dictionary *segment.Dictionary
	clusters   *clusters
	omit       group            // of evidence, for an ablation
	latin      *clusters        // of English words
	known      map[value]wordZH // by hash of the word

	spans        []extract.Span
	starts, ends []int32
	chars        []char // of the line, with edges around
	cuts         []segment.Word
	words        []wordZH // of the line, with edges around
	lex          []lexHit
	spelt        []spelt // words of the vocabulary that begin at each token
}

// char is one token of a line.
type char struct {
	exact value
	kind  uint8 // han, Latin, digits, sign
	place value // in its word: begin, inside, last, unit
	word  int   // index of its word among chinese.words, margin included
	sur   value // what kind of surname begins here
	quote value
	shape value   // of a Latin word
	class cluster // of a Latin word
}

// wordZH is what one Chinese word says by itself.
type wordZH struct {
	exact   value
	class   value
	use     value // office, honorific
	head    value // kind of body that it heads, or 0
	cluster cluster
	chars   int
	near    value // the next head to the right and how far it is
}

const (
	hanChar uint8 = iota + 1
	latinChar
	digitChar
	signChar
)

func newChinese(d *segment.Dictionary, c, latin *clusters) *chinese {
	return &chinese{dictionary: d, clusters: c, latin: latin, known: map[value]wordZH{}}
}

// load reads one line and returns its tokens.
func (z *chinese) load(text string, line extract.Span, matches []lexicon.Match) []extract.Span {
	z.characters(text, line)
	n := len(z.spans)
	z.cuts = z.dictionary.Cut(text, z.starts, z.ends, z.cuts)
	z.words = z.words[:0]
	for range margin {
		z.words = append(z.words, wordZH{})
	}
	for i := 0; i < n; {
		c := z.cuts[i]
		k := int(c.Length)
		w := z.entry(text[z.starts[i]:z.ends[i+k-1]], c, k)
		for j := i; j < i+k; j++ {
			ch := &z.chars[j+margin]
			ch.word = len(z.words)
			switch {
			case k == 1:
				ch.place = value(unit)
			case j == i:
				ch.place = value(begin)
			case j == i+k-1:
				ch.place = value(last)
			default:
				ch.place = value(inside)
			}
		}
		z.words = append(z.words, w)
		i += k
	}
	for range margin {
		z.words = append(z.words, wordZH{})
	}
	z.heads()
	z.spell(text)
	if z.omit&lexicons != 0 {
		matches = nil
	}
	z.lex = lexHits(z.spans, matches, z.lex)
	return z.spans
}

// characters fills in the tokens of the line and what each says by itself.
func (z *chinese) characters(text string, line extract.Span) {
	z.spans, z.starts, z.ends, z.chars = z.spans[:0], z.starts[:0], z.ends[:0], z.chars[:0]
	for i := range margin {
		z.chars = append(z.chars, char{exact: value(i + 1)})
	}
	quote := value(0)
	for i := line.Start; i < line.End; {
		r, size := utf8.DecodeRuneInString(text[i:line.End])
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			i += size
			continue
		}
		end := i + size
		kind := kindOf(r)
		if kind == latinChar || kind == digitChar {
			for end < line.End {
				r, size := utf8.DecodeRuneInString(text[end:line.End])
				if kindOf(r) != kind {
					break
				}
				end += size
			}
		}
		c := char{exact: hash(text[i:end]), kind: kind}
		if strings.ContainsRune(nameDots, r) {
			c.exact = nameDot
		}
		if kind == hanChar {
			c.sur = surnameAt(text[i:line.End])
		}
		if kind == latinChar {
			c.shape, c.class = shapeOf(text[i:end]), z.latin.of(hash(strings.ToLower(text[i:end])))
		}
		if kind == digitChar {
			c.exact = value(100 + min(end-i, 5))
		}
		quote = quoteAfter(r, quote)
		c.quote = quote
		z.chars = append(z.chars, c)
		z.spans = append(z.spans, extract.Span{Start: i, End: end})
		z.starts, z.ends = append(z.starts, int32(i)), append(z.ends, int32(end))
		i = end
	}
	for i := range margin {
		z.chars = append(z.chars, char{exact: value(i + 11)})
	}
	for i := range z.chars {
		z.chars[i].word = max(z.chars[i].word, 0)
	}
}

func quoteAfter(r rune, state value) value {
	switch r {
	case '“', '‘':
		return 1
	case '（', '(':
		return 2
	case '《':
		return 3
	case '【', '[':
		return 4
	case '”', '’', '）', ')', '》', '】', ']', '。':
		return 0
	}
	return state
}

func kindOf(r rune) uint8 {
	switch {
	case unicode.Is(unicode.Han, r):
		return hanChar
	case unicode.IsDigit(r):
		return digitChar
	case unicode.IsLetter(r) || unicode.IsMark(r):
		return latinChar
	}
	return signChar
}

// surnameAt tells what surname begins the text: 0 none, 1 a rare one, 2 a
// common one, 3 a compound one.
func surnameAt(s string) value {
	const common = 100
	_, size := utf8.DecodeRuneInString(s)
	name, _ := lexicon.SurnameZH(s[:min(len(s), size+4)])
	switch {
	case name == "":
		return 0
	case len(name) > size:
		return 3
	case lexicon.SurnameRank(name) <= common:
		return 2
	}
	return 1
}

// entry is the entry of a word, made where it is new.
func (z *chinese) entry(s string, c segment.Word, chars int) wordZH {
	if w, ok := z.known[c.Hash]; ok {
		return w
	}
	if len(z.known) > maxWords {
		clear(z.known)
	}
	w := wordZH{exact: c.Hash, class: value(c.Class), chars: chars, cluster: z.clusters.of(c.Hash)}
	switch lexicon.Title(s, extract.Simplified) {
	case lexicon.Office:
		w.use = 1
	case lexicon.Honorific:
		w.use = 2
	}
	if _, kind, ok := lexicon.BodyHead(s, extract.Simplified); ok {
		w.head = hash(kind)
	}
	z.known[c.Hash] = w
	return w
}

// heads tells every word about the next head of a body in the same clause.
func (z *chinese) heads() {
	const reach = 10
	head, distance := value(0), 0
	for i := len(z.words) - 1; i >= 0; i-- {
		w := &z.words[i]
		if w.chars == 0 || w.class == 0 && w.chars == 1 && w.head == 0 {
			distance += 2 // an unknown sign or character
		}
		if w.head != 0 {
			head, distance = w.head, 0
		}
		w.near = 0
		if head != 0 && distance < reach {
			w.near = head ^ value(min(distance, 5))*0x9E3779B1
		}
		distance++
	}
}

func (z *chinese) at(i int) *char { return &z.chars[i+margin] }

// wordAt is the word by steps from the word of the i-th token.
func (z *chinese) wordAt(i, steps int) *wordZH {
	return &z.words[z.at(i).word+steps]
}

func (z *chinese) hit(i int) lexHit {
	if i < 0 || i >= len(z.lex) {
		return lexHit{}
	}
	return z.lex[i]
}

func (z *chinese) word(i int) value { return z.at(i).exact }

// nameDot stands between the parts of a foreign name.
var nameDot = hash("·")

// nameDots are the signs that texts use for it.
const nameDots = "·•‧・．᛫"

// apart parts a foreign name at its dots.
func (z *chinese) apart(words []value) (out [][]value) {
	start := 0
	for i, w := range words {
		if w != nameDot {
			continue
		}
		if i > start {
			out = append(out, words[start:i])
		}
		start = i + 1
	}
	if out != nil && start < len(words) {
		out = append(out, words[start:])
	}
	return out
}
