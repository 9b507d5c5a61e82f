package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stop handles a full stop at i, or a run of marks that begins with one.
func (s *splitter) stop(i int) int {
	j := s.run(i)
	if j-i > 1 && strings.Trim(s.text[i:j], ".") == "" {
		return s.terminator(i) // an ellipsis made of full stops
	}
	k := s.closers(j)
	next, after := s.peek(k)
	word := s.wordBefore(i)
	switch {
	case next == '\n' || next == 0:
		s.end(k)
	case after == k && !s.glued(k, word):
		// 3.5, example.com, U.S.-China
	case strings.ContainsRune(",;:，；：、", next) || unicode.IsLower(next):
	case j-i == 1 && k == j && !s.ends(word, i, after, next):
	default:
		s.end(k)
	}
	return k
}

// ends decides on a single full stop followed by space.
func (s *splitter) ends(word string, i, after int, next rune) bool {
	if s.marker(word, i) {
		return false
	}
	if strings.ContainsRune("\"“‘", next) {
		after += utf8.RuneLen(next) // the word decides that the quotation begins with
	}
	switch s.words.abbreviation(word) {
	case beforeName:
		return false
	case beforeNumber:
		return !unicode.IsDigit(next)
	case within:
		return s.words.starter(s.wordAt(after))
	case oftenEnd:
		return unicode.IsUpper(next) || unicode.Is(unicode.Han, next) || s.words.starter(s.wordAt(after))
	}
	return true
}

// marker reports a list marker, which stays with its item: "1. Speed up" or
// "a. Speed up" at the start of a sentence.
func (s *splitter) marker(word string, i int) bool {
	if strings.TrimLeftFunc(s.text[s.start:i-len(word)], func(r rune) bool { return blank(r) || r == '(' }) != "" {
		return false
	}
	if len(word) == 1 {
		return true
	}
	return len(word) > 0 && len(word) <= 3 && strings.Trim(word, "0123456789") == "" ||
		len(word) > 0 && len(word) <= 4 && strings.Trim(word, "IVX") == ""
}

// glued reports a sentence that starts without the space it should have:
// "…its goals.The city…". Both words must look like words, so that names of
// sites and files stay whole.
func (s *splitter) glued(k int, word string) bool {
	if len(word) < 3 || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(s.text[k:]); r == '“' {
		return true
	}
	next := s.wordAt(k)
	if len(next) < 2 || next[0] < 'A' || next[0] > 'Z' || next[1] < 'a' {
		return next == "A" || next == "I"
	}
	return !strings.HasPrefix(s.text[k+len(next):], ".") && !strings.HasPrefix(s.text[k+len(next):], "/")
}

// wordBefore is the word that ends at i: letters, digits, inner full stops and
// apostrophes.
func (s *splitter) wordBefore(i int) string {
	j := i
	for j > s.start && i-j < 64 {
		r, n := utf8.DecodeLastRuneInString(s.text[s.start:j])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".'’@/", r) {
			break
		}
		if unicode.Is(unicode.Han, r) {
			break
		}
		j -= n
	}
	return s.text[j:i]
}

// wordAt is the run of letters that starts at i.
func (s *splitter) wordAt(i int) string {
	for n, r := range s.text[i:] {
		if !unicode.IsLetter(r) || n > maxWord {
			return s.text[i : i+n]
		}
	}
	return s.text[i:]
}
