package figure

import "github.com/smelt-ie/smelt/extract"

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isUpper(c byte) bool  { return c >= 'A' && c <= 'Z' }

// isWord reports whether the byte may stand within an English word: letters
// of any script, digits, and what joins them.
func isWord(c byte) bool { return isLetter(c) || isDigit(c) || c >= 0x80 }

func has(s string, at int, what string) bool {
	return at >= 0 && at+len(what) <= len(s) && s[at:at+len(what)] == what
}

// quoteAt is the length of a typographic quotation mark or dash at the offset:
// three bytes that no word contains.
func quoteAt(s string, at int) int {
	if has(s, at, "\u201c") || has(s, at, "\u201d") || has(s, at, "\u2018") || has(s, at, "\u2014") || has(s, at, "\u2013") || has(s, at, "\u2026") || has(s, at, "\u2019") {
		return 3
	}
	return 0
}

// maxLetters bounds a word in bytes, so that a line without spaces costs no
// more than other text.
const maxLetters = 64

// wordAt is the word that begins at the offset: letters and digits, with
// hyphens, apostrophes and dots inside.
func wordAt(s string, at int) extract.Span {
	i := at
	for i < len(s) && i-at < maxLetters {
		c := s[i]
		switch {
		case c >= 0x80 && quoteAt(s, i) > 0:
			if !has(s, i, "\u2019") || i+3 >= len(s) || !isLetter(s[i+3]) || i == at {
				return extract.Span{Start: at, End: i}
			}
			i += 3
		case c == 0xc2 && i+1 < len(s) && s[i+1] == 0xa0: // no-break space
			return extract.Span{Start: at, End: i}
		case isWord(c):
			i++
		case (c == '-' || c == '\'' || c == '&' || c == '.' || c == '/') && i > at && i+1 < len(s) && isWord(s[i+1]) && quoteAt(s, i+1) == 0:
			i++
		default:
			return extract.Span{Start: at, End: i}
		}
	}
	return extract.Span{Start: at, End: runeEdge(s, i)}
}

// runeEdge goes back to the start of the character at the offset.
func runeEdge(s string, i int) int {
	for i > 0 && i < len(s) && s[i]&0xc0 == 0x80 {
		i--
	}
	return i
}

// wordBefore is the word that ends at the offset or one space before it.
func wordBefore(s string, at int) extract.Span {
	i := at
	if i > 0 && s[i-1] == ' ' {
		i--
	}
	end := i
	for i > 0 && end-i < maxLetters {
		c := s[i-1]
		switch {
		case c >= 0x80 && i >= 3 && quoteAt(s, i-3) > 0:
			if !has(s, i-3, "\u2019") || i == end {
				return extract.Span{Start: i, End: end}
			}
			i -= 3
		case isWord(c):
			i--
		case (c == '-' || c == '\'' || c == '.' || c == '&' || c == '/') && i < end && i >= 2 && isWord(s[i-2]):
			i--
		default:
			return extract.Span{Start: i, End: end}
		}
	}
	for i < end && s[i]&0xc0 == 0x80 {
		i++
	}
	return extract.Span{Start: i, End: end}
}

// spaceAt is the offset after one space (or a no-break space) at the offset.
func spaceAt(s string, at int) int {
	if at < len(s) && s[at] == ' ' {
		return at + 1
	}
	if has(s, at, "\u00a0") {
		return at + 2
	}
	return at
}

// spaceBefore is the offset before one space that ends at the offset.
func spaceBefore(s string, at int) int {
	if at > 0 && s[at-1] == ' ' {
		return at - 1
	}
	return at
}

// clauseStart goes back to the mark that closes the clause before.
func clauseStart(s string, at, limit int) int {
	low := max(0, at-limit)
	for i := at - 1; i >= low; i-- {
		switch s[i] {
		case '\n', ';', '!', '?':
			return i + 1
		case '.', ':':
			if i+1 < len(s) && (s[i+1] == ' ' || s[i+1] == '\n' || s[i+1] == '"') && !(s[i] == '.' && i >= 2 && isUpper(s[i-1]) && !isLetter(s[i-2])) {
				return i + 1
			}
		}
	}
	for low > 0 && low < at && s[low] >= 0x80 && s[low] < 0xc0 {
		low++
	}
	return low
}

// clauseEnd goes on to the mark that closes the clause.
func clauseEnd(s string, at, limit int) int {
	high := min(len(s), at+limit)
	for i := at; i < high; i++ {
		switch s[i] {
		case '\n', ';', '!', '?':
			return i
		case '.', ':':
			if i+1 >= len(s) || s[i+1] == ' ' || s[i+1] == '\n' || s[i+1] == '"' {
				return i
			}
		}
	}
	for high < len(s) && high > at && s[high] >= 0x80 && s[high] < 0xc0 {
		high--
	}
	return high
}
