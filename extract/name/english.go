package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// letters says how a word is written.
type letters uint8

const (
	lowerCase letters = iota
	initial           // Beijing
	capitals          // MIIT
	mixed             // iPhone, McDonald
	digits            // 2020, 5G
	sign              // punctuation
)

// word is what one English word says by itself. It is made once for each
// word and kept for the next time.
type word struct {
	exact, lower       value
	shape              value
	prefix             [3]value // of 2 to 4 bytes
	suffix             [4]value // of 1 to 4 bytes
	letters            letters
	list               value // the word lists that hold it: given names, surnames, pinyin, titles, heads
	head               value // kind of body that the word heads, or 0
	connects           bool  // of, the, and ...: may stand within the name of a body
	cluster            cluster
	posWord, posSuffix value
	posFirst           value
	posSuffixSelf      value
	posKnown           int16 // tag that the word always has, or -1
}

func (w *word) capital() bool {
	return w.letters == initial || w.letters == capitals || w.letters == mixed
}

// maxWords bounds the memory that known words take.
const maxWords = 1 << 16

// english turns lines of English into evidence. It is not safe for concurrent use.
type english struct {
	speech   *speech
	clusters *clusters
	omit     group // of evidence, for an ablation
	known    map[string]*word

	spans  []extract.Span
	words  []*word // of the line, with edge words around
	pos    []value
	lex    []lexHit
	near   []runInfo
	quoted []value
	pc     posContext
	tagged []uint8
	title  bool // most words of the line begin with a capital
}

// margin is the number of edge words on either side of a line, so that
// features may look around without a check.
const margin = 3

func newEnglish(s *speech, c *clusters) *english {
	return &english{speech: s, clusters: c, known: map[string]*word{}}
}

// load reads one line and returns its tokens.
func (e *english) load(text string, line extract.Span, matches []lexicon.Match) []extract.Span {
	e.spans = words(text, line, e.spans[:0])
	n := len(e.spans)
	e.words = resize(e.words, n+2*margin)
	for i := range margin {
		e.words[i], e.words[n+margin+i] = &edgeWord, &edgeWord
	}
	if len(e.known) > maxWords {
		clear(e.known)
	}
	upper := 0
	for i, s := range e.spans {
		w := e.entry(s.In(text))
		e.words[i+margin] = w
		if w.capital() {
			upper++
		}
	}
	e.title = n >= 4 && upper*10 >= n*7
	e.tagSpeech(n)
	if e.omit&lexicons != 0 {
		matches = nil
	}
	e.lex = lexHits(e.spans, matches, e.lex)
	e.runs(n)
	e.quotes(text)
	return e.spans
}

var edgeWord = word{exact: 1, lower: 1, shape: 1, letters: sign, posKnown: -1}

// entry is the entry of a word, made where it is new.
func (e *english) entry(s string) *word {
	if w := e.known[s]; w != nil {
		return w
	}
	s = strings.Clone(s)
	lower := strings.ToLower(s)
	w := &word{exact: hash(s), lower: hash(lower), letters: lettersOf(s), shape: shapeOf(s), posKnown: -1}
	for i := range w.prefix {
		if n := i + 2; len(s) >= n {
			w.prefix[i] = hash(s[:n])
		}
	}
	for i := range w.suffix {
		if n := i + 1; len(s) >= n {
			w.suffix[i] = hash(lower[max(0, len(lower)-n):])
		}
	}
	w.connects = connectors[lower]
	if e.omit&lexicons == 0 {
		w.lists(s, lower)
	}
	w.cluster = e.clusters.of(hash(lower))
	w.posWord, w.posSuffix = hash(posWordOf(s, lower)), hash(suffix3(posWordOf(s, lower)))
	w.posFirst, w.posSuffixSelf = hash(firstByte(s)), hash(suffix3(s))
	if c, ok := e.speech.known[w.exact]; ok {
		w.posKnown = int16(c)
	}
	e.known[s] = w
	return w
}

var connectors = map[string]bool{"of": true, "the": true, "and": true, "for": true, "&": true, "'s": true, "’s": true, "on": true, "de": true, "in": true}

// lists looks a word up in the word lists.
func (w *word) lists(s, lower string) {
	const (
		given = 1 << iota
		surname
		pinyinSurname
		commonSurname
		onePinyin
		twoPinyin
		office
		honorific
		common
	)
	set := value(0)
	if w.capital() {
		if commonWords()[lower] {
			set |= common
		}
		plain := s
		if w.letters == capitals && len(s) > 1 {
			plain = s[:1] + strings.ToLower(s[1:])
		}
		if lexicon.GivenName(plain) {
			set |= given
		}
		if lexicon.Surname(plain) {
			set |= surname
		}
		if lexicon.IsPinyinSurname(plain) {
			set |= pinyinSurname
			if lexicon.SurnameRank(plain) <= 100 {
				set |= commonSurname
			}
		}
		switch len(lexicon.SplitPinyin(plain)) {
		case 1:
			set |= onePinyin
		case 2:
			set |= twoPinyin
		}
		if _, kind, ok := lexicon.BodyHead(plain, extract.English); ok {
			w.head = hash(kind)
		}
	}
	switch lexicon.Title(lower, extract.English) {
	case lexicon.Office:
		set |= office
	case lexicon.Honorific:
		set |= honorific
	}
	w.list = set
}

func lettersOf(s string) letters {
	first, size := utf8.DecodeRuneInString(s)
	upper, lower, digit := 0, 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLetter(r):
			lower++
		case unicode.IsDigit(r):
			digit++
		}
	}
	switch {
	case digit > 0:
		return digits
	case upper+lower == 0:
		return sign
	case upper == 0:
		return lowerCase
	case lower == 0 && (upper > 1 || size == len(s) && upper == 1):
		return capitals
	case unicode.IsUpper(first) && upper == 1:
		return initial
	}
	return mixed
}

// shapeOf is the hash of a word with its letters and digits made alike and
// repeated ones left out: Xx for Beijing, d.d for 7.5.
func shapeOf(s string) value {
	var b []byte
	for _, r := range s {
		c := byte('-')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r < utf8.RuneSelf:
			c = byte(r)
		}
		if n := len(b); n == 0 || b[n-1] != c {
			b = append(b, c)
		}
	}
	return hash(b)
}

// tagSpeech fills in the parts of speech of the line.
func (e *english) tagSpeech(n int) {
	e.pos = resize(e.pos, n+2*margin)
	for i := range e.pos {
		e.pos[i] = 0
	}
	e.tagged = e.speech.tagWords(e.words[margin:margin+n], &e.pc, e.tagged[:0])
	for i, t := range e.tagged {
		e.pos[i+margin] = value(t) + 1
	}
}

// runInfo is what a token knows of the capitalised words around it.
type runInfo struct {
	before, after value // the words outside the run
	first, last   value // its end words
	place         value // where in the run the token stands, with the length of the run
	head          value // kind and place of the next head of a body in the wider run, connectors included
}

// runs finds the stretches of capitalised words.
func (e *english) runs(n int) {
	e.near = resize(e.near, n)
	for i := range e.near {
		e.near[i] = runInfo{}
	}
	for i := 0; i < n; {
		if !e.at(i).capital() {
			i++
			continue
		}
		j := i + 1
		for j < n && e.at(j).capital() {
			j++
		}
		for k := i; k < j; k++ {
			e.near[k] = runInfo{
				before: e.at(i - 1).lower, after: e.at(j).lower, first: e.at(i).lower, last: e.at(j - 1).lower,
				place: value(min(k-i, 3)<<8 | min(j-1-k, 3)<<4 | 1),
			}
		}
		i = j
	}
	e.heads(n)
}

// heads tells every token of a wider run, in which of, the, and ... may
// stand, about the heads of bodies before and after it.
func (e *english) heads(n int) {
	const reach = 12
	next, distance := value(0), 0
	for i := n - 1; i >= 0; i-- {
		w := e.at(i)
		if !w.capital() && !w.connects {
			next, distance = 0, 0
			continue
		}
		if w.head != 0 {
			next, distance = w.head, 0
		}
		if next != 0 && distance < reach {
			e.near[i].head = next ^ value(min(distance, 4))*0x9E3779B1
		}
		distance++
	}
	before := 0
	for i := range n {
		w := e.at(i)
		switch {
		case !w.capital() && !w.connects:
			before = 0
		case w.head != 0:
			before = 1
		case before > 0:
			before++
			e.near[i].head ^= value(min(before, 3)) * 0x85EBCA6B
		}
	}
}

// at is the i-th word of the line; i may lie up to margin outside of it.
func (e *english) at(i int) *word { return e.words[i+margin] }

// quotes marks the tokens between quotation marks and brackets.
func (e *english) quotes(text string) {
	e.quoted = resize(e.quoted, len(e.spans))
	state, since := value(0), 0
	for i, s := range e.spans {
		switch s.In(text) {
		case "“", "‘", "(", "（", "《", "[":
			state, since = 1+value(min(len(s.In(text)), 2)), i
		case "”", "’", ")", "）", "》", "]":
			state = 0
		case "\"":
			if state == 0 {
				state, since = 4, i
			} else {
				state = 0
			}
		}
		e.quoted[i] = state
		if state != 0 && i-since > 0 {
			e.quoted[i] |= value(min(i-since, 4)) << 4
		}
		if i-since > 12 {
			state = 0
		}
	}
}

func (e *english) word(i int) value { return e.at(i).exact }

// apart is the words of a name of several.
func (e *english) apart(words []value) (out [][]value) {
	if len(words) > 1 {
		for i := range words {
			out = append(out, words[i:i+1])
		}
	}
	return out
}
