package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/numeral"
)

//go:embed words_zh.tsv
var wordsZH string

// lexiconZH holds the Chinese words by their first character.
type lexiconZH struct {
	first [1 << 16]uint16 // character to list; 0 for none
	lists [][]word
}

type word struct {
	text  string
	entry *entry
}

// numeralList marks the characters that may begin a numeral.
const numeralChars = "零〇○一二两三四五六七八九十百千廿卅０１２３４５６７８９"

var chineseLexicon = sync.OnceValue(func() *lexiconZH {
	l := &lexiconZH{lists: make([][]word, 1)}
	plainTSV(wordsZH, func(c []string) {
		n, _ := strconv.Atoi(c[1])
		e := &entry{class: classNames[c[0]], n: n}
		if len(c) > 3 {
			e.value = c[3]
		}
		for w := range strings.SplitSeq(c[2], ",") {
			l.add(w, e)
		}
	})
	for name, e := range feasts("zh") {
		l.add(name, e)
	}
	for _, c := range numeralChars + "《" {
		l.list(c)
	}
	return l
})

// list is the list of words that begin with c, made when there is none.
func (l *lexiconZH) list(c rune) *[]word {
	if l.first[c] == 0 {
		l.first[c] = uint16(len(l.lists))
		l.lists = append(l.lists, nil)
	}
	return &l.lists[l.first[c]]
}

// add files a word, longest first; a word that is there stays as it is.
func (l *lexiconZH) add(w string, e *entry) {
	c, _ := utf8.DecodeRuneInString(w)
	list := l.list(c)
	at := len(*list)
	for at > 0 && len((*list)[at-1].text) < len(w) {
		at--
	}
	for k := at - 1; k >= 0 && len((*list)[k].text) == len(w); k-- {
		if (*list)[k].text == w {
			return
		}
	}
	*list = append(*list, word{})
	copy((*list)[at+1:], (*list)[at:])
	(*list)[at] = word{w, e}
}

// tokenize finds the words and numbers of text[at:end] that mean something
// here; what lies between them yields no tokens.
func (l *lexiconZH) tokenize(toks []token, text string, at, end int) []token {
	for at < end {
		c := text[at]
		switch {
		case c >= '0' && c <= '9':
			t := digitToken(text[:end], at)
			t.plusMore(text[:end])
			toks = append(toks, t)
			at = t.end
		case c < 0x80:
			if c == ':' || c == '/' || c == '.' || c == '-' || c == '~' || c == '(' || c == ')' || c == ',' {
				toks = append(toks, token{start: at, end: at + 1, class: punct, n: int(c)})
			}
			at++
		case c >= 0xF0:
			at += 4
		case c >= 0xE0 && at+3 <= end:
			r := rune(c&0x0F)<<12 | rune(text[at+1]&0x3F)<<6 | rune(text[at+2]&0x3F)
			list := l.first[r]
			if list == 0 {
				if r == '：' || r == '（' || r == '）' || r == '，' || r == '、' || r == '～' || r == '．' || r == '／' {
					toks = append(toks, token{start: at, end: at + 3, class: punct, n: int(fold(r))})
				}
				at += 3
				continue
			}
			if r == '《' {
				at = afterTitle(text[:end], at)
				continue
			}
			t := l.match(l.lists[list], text[:end], at, afterNumber(toks, text, at))
			if t.end > at {
				toks = append(toks, t)
				at = t.end
			} else {
				at += 3
			}
		default:
			if strings.HasPrefix(text[at:end], "·") {
				at++
			}
			at++
		}
	}
	return toks
}

// afterNumber reports whether a number or 每 stands directly before a place.
func afterNumber(toks []token, text string, at int) bool {
	if len(toks) == 0 {
		return false
	}
	t := &toks[len(toks)-1]
	return (t.class == number || t.class == everyWord) && (t.end == at || t.end+1 == at && text[t.end] == ' ')
}

// fold is the ASCII sign of a full-width one.
func fold(r rune) byte {
	switch r {
	case '：':
		return ':'
	case '（':
		return '('
	case '）':
		return ')'
	case '／':
		return '/'
	case '．':
		return '.'
	}
	return ','
}

// plusMore reads 多, 余, 几 behind the digits: 10多年.
func (t *token) plusMore(text string) {
	for _, w := range [...]string{"多", "余", "几"} {
		if strings.HasPrefix(text[t.end:], w) {
			t.flags |= more
			t.end += len(w)
			return
		}
	}
}

// afterTitle passes the title of a work, 《…》, whose dates date nothing.
func afterTitle(text string, at int) int {
	const open, end, limit = "《", "》", 240
	if i := strings.Index(text[at:min(len(text), at+limit)], end); i > 0 {
		return at + i + len(end)
	}
	return at + len(open)
}

// japan reports whether the 日 that a word of time ends in begins 日本 or 日方: 同日本,
// 愿同日方. 近日本报 is a word of time before 本报.
func japan(text string, t *token) bool {
	if t.class != dayWord && t.class != thatDay && t.class != vagueWord || !strings.HasSuffix(text[t.start:t.end], "日") {
		return false
	}
	rest := text[t.end:]
	if strings.HasPrefix(rest, "方") {
		return true
	}
	if !strings.HasPrefix(rest, "本") {
		return false
	}
	own, _ := utf8.DecodeRuneInString(rest[len("本"):])
	return !strings.ContainsRune("报次市人网台公届社刊院校县区省月周期轮场", own)
}

// match is the longest word or numeral at a place; end equals at for none.
// Behind a number a unit is meant: 8月|底, 26日|报道.
func (l *lexiconZH) match(list []word, text string, at int, counted bool) token {
	t := token{start: at, end: at}
	for i := range list {
		if strings.HasPrefix(text[at:], list[i].text) {
			e := list[i].entry
			if counted && (e.class == guardWord && e.value != "hard" || e.class == edgeWord || e.class == yearWord || e.class == vagueWord) {
				continue
			}
			t.end, t.class, t.n, t.entry = at+len(list[i].text), e.class, e.n, e
			if japan(text, &t) {
				t.class = guardWord
			}
			break
		}
	}
	n, ok := numeral.Chinese(text, at)
	if !ok || n.End <= t.end || n.Has(numeral.Fraction|numeral.Bare) {
		return t
	}
	v, whole := n.Value.Int()
	t = token{start: at, end: n.End, class: number, n: int(v), num: n.Value}
	if !whole {
		t.flags |= fraction
	}
	if !n.Has(numeral.Word) {
		t.flags |= digital
	}
	if n.Has(numeral.More) {
		t.flags |= more
	}
	if n.Has(numeral.Vague) {
		t.flags |= vagueNum
	}
	if n.Has(numeral.Range) {
		t.flags |= twin
	}
	if n.Has(numeral.Word) && strings.HasPrefix(text[t.start:], "零") {
		t.flags |= ordinal // 零八年: a year
	}
	return t
}
