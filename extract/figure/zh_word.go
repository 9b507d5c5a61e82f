package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/segment"
)

// role is what a word can be in a noun phrase.
type role uint8

const (
	link   role = iota // function words, adverbs, words of time, signs: no noun goes over them
	noun               // may end a noun phrase
	suffix             // makes a noun of the word before: 率, 者
	attr               // stands before a noun: 大型, 省级
	verb               // describes the noun behind, or governs it
	lone               // a single character that the dictionary does not know
	comma              // 、
	place              // a proper name of a place
	moment             // a word of time
)

// hanWord is one word of the text around a figure.
type hanWord struct {
	extract.Span
	role role
	rule bool // a verb that takes an object, by the lists
}

// cutWords cuts a stretch of Chinese into words. Latin letters and digits that
// stand together are one word. The result lies in the scanner's buffer.
func (s *scanner) cutWords(from, to int) []hanWord {
	s.starts, s.ends, s.list = s.starts[:0], s.ends[:0], s.list[:0]
	for i := from; i < to; {
		end := i
		for end < to && s.text[end] < utf8.RuneSelf && isWord(s.text[end]) {
			end++
		}
		if end == i {
			_, size := utf8.DecodeRuneInString(s.text[i:])
			end = i + size
		}
		s.starts, s.ends = append(s.starts, int32(i)), append(s.ends, int32(end))
		i = end
	}
	s.cuts = s.words.dictionary.Cut(s.text, s.starts, s.ends, s.cuts)
	for i := 0; i < len(s.cuts); {
		last := i + int(s.cuts[i].Length) - 1
		class := s.cuts[i].Class
		if listed := s.listed(i); listed > last {
			last, class = listed, 0
		}
		w := hanWord{Span: extract.Span{Start: int(s.starts[i]), End: int(s.ends[last])}}
		w.role, w.rule = s.roleOf(w.In(s.text), class)
		s.list = append(s.list, w)
		i = last + 1
	}
	return s.list
}

// listed is the last character of the longest word of the lists that begins at
// the i-th character and ends where a word of the dictionary does, or -1.
func (s *scanner) listed(i int) int {
	at := int(s.starts[i])
	w := longest(s.text, at, s.words.whole, s.words.event, s.words.verb, s.words.lead, s.words.stop)
	if w == "" {
		return -1
	}
	for j := i; j < len(s.cuts); {
		last := j + int(s.cuts[j].Length) - 1
		if end := int(s.ends[last]); end >= at+len(w) {
			if end == at+len(w) {
				return last
			}
			return -1
		}
		j = last + 1
	}
	return -1
}

// longest is the longest word of the lists at the offset.
func longest(s string, i int, lists ...*wordList) string {
	best := ""
	for _, l := range lists {
		if w := l.at(s, i); len(w) > len(best) {
			best = w
		}
	}
	return best
}

// roleOf is the role of a word. The lists of the language come before the
// dictionary, whose classes are coarse.
func (s *scanner) roleOf(w string, class segment.Class) (r role, rule bool) {
	c, size := utf8.DecodeRuneInString(w)
	if size == len(w) {
		switch {
		case c == '、':
			return comma, false
		case s.words.suffix.is(w):
			return suffix, false
		case c < utf8.RuneSelf && isLetter(byte(c)):
			return noun, false
		case c < 0x4e00 || c > 0x9fff || s.words.stop.is(w):
			return link, false
		}
		return lone, s.words.act.is(w)
	}
	switch {
	case c < utf8.RuneSelf && isDigit(w[0]) && isDigit(w[len(w)-1]):
		return link, false
	case c < utf8.RuneSelf:
		return noun, false
	case c == '最' && !s.words.whole.is(w):
		switch w {
		case "最高", "最低", "最大", "最小", "最长":
			return attr, false // 最高气温
		}
		return link, false
	case c == '每':
		return link, false
	case s.words.whole.is(w), s.words.event.is(w):
		return noun, false
	case s.words.stop.is(w), s.words.lead.is(w), s.words.qualBefore.is(w) && c != '最':
		return link, false
	case s.words.verb.is(w):
		return verb, true
	case s.words.up.is(w), s.words.down.is(w):
		return verb, false
	}
	switch class {
	case placeName:
		return place, false
	case verbalNoun, fullNoun:
		return noun, false
	}
	switch class.Letter() {
	case 'n', 's', 'j', 'l', 'i':
		return noun, false
	case 'a', 'b', 'z':
		return attr, false
	case 'v':
		switch e, _ := utf8.DecodeLastRuneInString(w); e {
		case '手', '员', '者', '师':
			return noun, false // the dictionary takes 选手 for a verb
		}
		return verb, false
	case 't':
		return moment, false
	case 'm': // the dictionary takes some nouns for numerals: 少年
		if !hanTrigger[c] && c != '每' && c != '多' && c != '首' && c != '余' {
			return noun, false
		}
	}
	return link, false
}

var (
	placeName  = segment.ClassOf("ns")
	verbalNoun = segment.ClassOf("vn")
	fullNoun   = segment.ClassOf("nz")
)
