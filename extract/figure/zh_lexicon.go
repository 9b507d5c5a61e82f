package figure

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/segment"
)

//go:embed data/zh.txt
var chineseData string

// wordList finds the longest of its words at, or before, an offset of a text.
type wordList struct {
	first map[rune][]string // by first character, longest first
	last  map[rune][]string // by last character, longest first
}

func (l *wordList) add(words ...string) {
	for _, w := range words {
		f, _ := utf8.DecodeRuneInString(w)
		e, _ := utf8.DecodeLastRuneInString(w)
		l.first[f] = append(l.first[f], w)
		l.last[e] = append(l.last[e], w)
	}
}

func (l *wordList) sort() {
	for _, m := range []map[rune][]string{l.first, l.last} {
		for _, ws := range m {
			slices.SortFunc(ws, func(a, b string) int {
				if len(a) != len(b) {
					return len(b) - len(a)
				}
				return strings.Compare(a, b)
			})
		}
	}
}

// at is the longest word that begins at the offset, "" if none.
func (l *wordList) at(s string, i int) string {
	if i >= len(s) {
		return ""
	}
	c, _ := utf8.DecodeRuneInString(s[i:])
	for _, w := range l.first[c] {
		if has(s, i, w) {
			return w
		}
	}
	return ""
}

// is reports whether the word is on the list.
func (l *wordList) is(w string) bool { return l.at(w, 0) == w }

// before is the longest word that ends at the offset, "" if none.
func (l *wordList) before(s string, i int) string {
	c, _ := utf8.DecodeLastRuneInString(s[:i])
	for _, w := range l.last[c] {
		if has(s, i-len(w), w) {
			return w
		}
	}
	return ""
}

// chineseLexicon holds the closed classes and the qualifiers of Chinese.
type chineseLexicon struct {
	lists  map[string]*wordList
	before map[string]string // qualifier to its comparison
	after  map[string]string

	dictionary *segment.Dictionary

	measure, item, time, label, up, down, yoy, mom, stop, fixed, longer, qualBefore, qualAfter, verb, lead, whole, event, strike, suffix, vague, self, head, act, stative, mean, patient, front, exceed, division *wordList
}

var chineseWords = sync.OnceValue(func() *chineseLexicon {
	dictionary, err := segment.Default()
	if err != nil {
		panic("figure: the embedded dictionary is broken: " + err.Error())
	}
	l := &chineseLexicon{dictionary: dictionary, lists: map[string]*wordList{}, before: map[string]string{}, after: map[string]string{}}
	section := ""
	for line := range strings.Lines(chineseData) {
		line = strings.TrimRight(line, "\n")
		switch sign, words, qualifier := strings.Cut(line, "\t"); {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
			l.lists[section] = &wordList{map[rune][]string{}, map[rune][]string{}}
		case qualifier:
			into := l.before
			if section == "after" {
				into = l.after
			}
			for _, w := range split(words) {
				into[w] = sign
				l.lists[section].add(w)
			}
		default:
			l.lists[section].add(strings.Fields(line)...)
		}
	}
	for _, list := range l.lists {
		list.sort()
	}
	for name, list := range map[string]**wordList{"measure": &l.measure, "item": &l.item, "time": &l.time, "label": &l.label, "up": &l.up, "down": &l.down,
		"yoy": &l.yoy, "mom": &l.mom, "stop": &l.stop, "notmeasure": &l.fixed, "longer": &l.longer, "before": &l.qualBefore, "after": &l.qualAfter,
		"verb": &l.verb, "lead": &l.lead, "whole": &l.whole, "event": &l.event, "strike": &l.strike, "suffix": &l.suffix, "vague": &l.vague, "self": &l.self, "head": &l.head, "act": &l.act, "stative": &l.stative, "mean": &l.mean, "patient": &l.patient, "front": &l.front, "exceed": &l.exceed, "division": &l.division} {
		if *list = l.lists[name]; *list == nil {
			panic("figure: data/zh.txt lacks the section " + name)
		}
	}
	return l
})

// chineseUnitAt is the unit whose Chinese name or sign begins at the offset.
func (s *scanner) chineseUnitAt(i int) (*Unit, int) {
	if i >= len(s.text) {
		return nil, i
	}
	c, _ := utf8.DecodeRuneInString(s.text[i:])
	for _, u := range s.units.chinese[c] {
		if has(s.text, i, u.word) {
			return u.unit, i + len(u.word)
		}
	}
	if c < utf8.RuneSelf && isLetter(byte(c)) || c == '°' || c == 'μ' || c == '″' {
		end := i
		for end < len(s.text) && end-i < 12 && (s.text[end] < utf8.RuneSelf && (isWord(s.text[end]) || s.text[end] == '/' || s.text[end] == '^') || has(s.text, end, "°") ||
			has(s.text, end, "²") || has(s.text, end, "³") || has(s.text, end, "μ") || s.text[end] >= 0x80 && s.text[end] < 0xc0) {
			end++
		}
		for ; end > i; end-- {
			if u := s.units.signs[s.text[i:end]]; u != nil && (end == len(s.text) || !isLetter(s.text[end]) || !isLetter(s.text[end-1])) {
				return u, end
			}
			if u := s.units.touch[s.text[i:end]]; u != nil && (end == len(s.text) || !isLetter(s.text[end])) {
				return u, end
			}
			var buf [maxPhrase]byte
			if u := s.units.words[string(lower(s.text[i:end], &buf))]; u != nil && end-i > 1 && (end == len(s.text) || !isLetter(s.text[end])) {
				return u, end
			}
		}
	}
	return nil, i
}
