package name

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/packed"
)

// speech tells the parts of speech of English tokens: the averaged perceptron
// and the weights of prose (MIT licence), decoded in a fixed order, so that
// the same text has the same tags each time.
type speech struct {
	classes []string        // names of the tags, sorted: JJ, NN, NNP, ...
	hashes  []value         // of the classes
	known   map[value]uint8 // words that are always tagged alike, by hash
	index   *packed.Index
	starts  []uint32 // the weights of feature i are those from starts[i] to starts[i+1]
	class   []uint8
	weight  []int16 // in hundredths
}

// The templates of the tagger, as prose names them.
const (
	posBias uint32 = iota
	posSuffix
	posFirst
	posTag1
	posTag2
	posTags
	posWord
	posTag1Word
	posWord1
	posSuffix1
	posWord2
	posNext1
	posNextSuffix
	posNext2
)

var posTemplates = map[string]uint32{
	"bias": posBias, "i suffix": posSuffix, "i pref1": posFirst, "i-1 tag": posTag1, "i-2 tag": posTag2,
	"i tag+i-2 tag": posTags, "i word": posWord, "i-1 tag+i word": posTag1Word, "i-1 word": posWord1,
	"i-1 suffix": posSuffix1, "i-2 word": posWord2, "i+1 word": posNext1, "i+1 suffix": posNextSuffix, "i+2 word": posNext2,
}

// posFeature is the feature of an entry of prose's weights, "i-1 word the".
func posFeature(key string) (feature, bool) {
	var e evidence
	f := strings.Split(key, " ")
	for n := len(f); n > 0; n-- {
		t, ok := posTemplates[strings.Join(f[:n], " ")]
		if !ok {
			continue
		}
		switch values := f[n:]; len(values) {
		case 0:
			e.one(t, 0)
		case 1:
			e.one(t, hash(values[0]))
		case 2:
			e.two(t, hash(values[0]), hash(values[1]))
		default:
			return 0, false
		}
		return e.list[0], true
	}
	return 0, false
}

// posWordOf is a word as the weights know it: lower case, and the same for
// all years, numbers and hyphenated words.
func posWordOf(word, lower string) string {
	switch c := word[0]; {
	case c != '-' && strings.IndexByte(word, '-') > 0:
		return "!HYPHEN"
	case c < '0' || c > '9':
		return lower
	case len(word) == 4 && strings.Trim(word, "0123456789") == "":
		return "!YEAR"
	}
	return "!DIGITS"
}

func suffix3(s string) string { return s[max(0, len(s)-3):] }

// posContext is the memory that tagging one line takes.
type posContext struct {
	scores []int32
	e      evidence
}

// tagWords appends the tag of each word of a line.
func (s *speech) tagWords(line []*word, c *posContext, out []uint8) []uint8 {
	c.scores = resize(c.scores, len(s.classes))
	p1, p2 := posStart, posStart2
	for i, w := range line {
		class := uint8(w.posKnown)
		if w.posKnown < 0 {
			class = s.predict(c, line, i, p1, p2)
		}
		out = append(out, class)
		p1, p2 = s.hashes[class], p1
	}
	return out
}

// The context beyond the ends of a line.
var (
	posStart, posStart2 = hash("-START-"), hash("-START2-")
	posEdges            = map[int]*word{
		-2: {posWord: posStart, posSuffix: hash("RT-")},
		-1: {posWord: posStart2, posSuffix: hash("T2-")},
		0:  {posWord: hash("-END-"), posSuffix: hash("ND-")},
		1:  {posWord: hash("-END2-"), posSuffix: hash("D2-")},
	}
)

func posAt(line []*word, i int) *word {
	switch {
	case i < 0:
		return posEdges[i]
	case i >= len(line):
		return posEdges[i-len(line)]
	}
	return line[i]
}

func (s *speech) predict(c *posContext, line []*word, i int, p1, p2 value) uint8 {
	e := &c.e
	e.list = e.list[:0]
	w, w1, w2, n1, n2 := line[i], posAt(line, i-1), posAt(line, i-2), posAt(line, i+1), posAt(line, i+2)
	e.one(posBias, 0)
	e.one(posSuffix, w.posSuffixSelf)
	e.one(posFirst, w.posFirst)
	e.one(posTag1, p1)
	e.one(posTag2, p2)
	e.two(posTags, p1, p2)
	e.one(posWord, w.posWord)
	e.two(posTag1Word, p1, w.posWord)
	e.one(posWord1, w1.posWord)
	e.one(posSuffix1, w1.posSuffix)
	e.one(posWord2, w2.posWord)
	e.one(posNext1, n1.posWord)
	e.one(posNextSuffix, n1.posSuffix)
	e.one(posNext2, n2.posWord)
	clear(c.scores)
	for _, f := range e.list {
		row := s.index.Find(f)
		if row < 0 {
			continue
		}
		for k := s.starts[row]; k < s.starts[row+1]; k++ {
			c.scores[s.class[k]] += int32(s.weight[k])
		}
	}
	top := 0
	for k, v := range c.scores {
		if v > c.scores[top] {
			top = k
		}
	}
	return uint8(top)
}

// firstByte is the first byte of a word as a string: of a letter beyond
// ASCII, what Go makes of that byte as a code point, as the weights have it.
func firstByte(w string) string {
	if w[0] < utf8.RuneSelf {
		return w[:1]
	}
	return string(rune(w[0]))
}

// readSpeech reads the file that [PackSpeech] made.
func readSpeech(file []byte) (*speech, error) {
	_, content, err := packed.Unpack(file)
	if err != nil {
		return nil, err
	}
	r := packed.NewReader(content)
	s := &speech{known: map[value]uint8{}}
	for range r.Count() {
		s.classes = append(s.classes, r.String())
		s.hashes = append(s.hashes, hash(s.classes[len(s.classes)-1]))
	}
	for range r.Count() {
		h := r.Uint32()
		s.known[h] = uint8(r.Uvarint())
	}
	list := r.Features()
	s.index = packed.NewIndex(list)
	s.starts = make([]uint32, 1, len(list)+1)
	for range list {
		for range r.Uvarint() {
			class, weight := r.Uvarint(), r.Varint()
			if class >= len(s.classes) {
				return nil, packed.ErrFile
			}
			s.class, s.weight = append(s.class, uint8(class)), append(s.weight, int16(weight))
		}
		s.starts = append(s.starts, uint32(len(s.class)))
	}
	return s, r.Err()
}
