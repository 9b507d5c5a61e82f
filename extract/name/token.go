package name

import (
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// lines cuts a text into the sequences that are tagged: its lines, and very
// long ones at the first stop after longLine bytes. Empty ones are left out.
func lines(text string) []extract.Span {
	const longLine = 4096
	var out []extract.Span
	start := 0
	cut := func(end int) {
		if end > start {
			out = append(out, extract.Span{Start: start, End: end})
		}
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\n' || r == '\r' || r == '\u2028':
			cut(i)
			start = i + size
		case i-start > longLine && (r == ' ' || r == '。' || r == '；') || i-start > 2*longLine:
			cut(i + size)
			start = i + size
		}
		i += size
	}
	cut(len(text))
	return out
}

// words cuts a line of English into tokens: words and numbers whole, with the
// apostrophes and stops within them, every other sign alone. A possessive 's
// is a token of its own, and a hyphen parts two words, for either may be a name.
func words(text string, line extract.Span, out []extract.Span) []extract.Span {
	for i := line.Start; i < line.End; {
		r, size := utf8.DecodeRuneInString(text[i:line.End])
		if unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' {
			i += size
			continue
		}
		end := i + size
		if wordRune(r) {
			end = wordEnd(text[:line.End], end)
		}
		if cut := possessive(text[i:end]); cut > 0 {
			out = append(out, extract.Span{Start: i, End: i + cut})
			i += cut
		}
		out = append(out, extract.Span{Start: i, End: end})
		i = end
	}
	return out
}

// wordEnd is where the word ends that reaches up to i.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if wordRune(r) {
			i += size
			continue
		}
		if !joins(text, i, r, size) {
			break
		}
		i += size
	}
	return i
}

// joins reports whether the sign r of size bytes at i holds a word together: the apostrophe
// of O'Brien, the stops of U.S. and 7.5, the comma of 1,234.
func joins(text string, i int, r rune, size int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i+size:])
	switch r {
	case '\'', '’':
		return unicode.IsLetter(before) && unicode.IsLetter(after)
	case ',':
		return isDigit(before) && isDigit(after)
	case '.':
		if isDigit(before) && isDigit(after) {
			return true
		}
		return unicode.IsLetter(before) && single(text, i) && (unicode.IsLetter(after) && single(text, i+2) || i >= 2 && text[i-2] == '.')
	}
	return false
}

// single reports whether a single letter stands before text[i], or i is no
// boundary after one: the U of U.S.
func single(text string, i int) bool {
	if i > len(text) {
		return false
	}
	_, size := utf8.DecodeLastRuneInString(text[:i])
	at := i - size
	if at == 0 {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(text[:at])
	return !unicode.IsLetter(r) && r != '\'' && r != '’'
}

// possessive is the offset of a final 's in a word, or 0.
func possessive(word string) int {
	n := len(word)
	if n < 3 || word[n-1] != 's' && word[n-1] != 'S' {
		return 0
	}
	if word[n-2] == '\'' {
		return n - 2
	}
	const quote = "’"
	if n > 4 && word[n-1-len(quote):n-1] == quote {
		return n - 1 - len(quote)
	}
	return 0
}

// wordRune reports whether r is part of a word written with an alphabet.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) && !unicode.Is(unicode.Han, r)
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
