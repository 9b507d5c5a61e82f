package link

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// slug is a name as the last part of an id: lower case, accents dropped, one
// hyphen for every run of other characters. Chinese characters stay.
func slug(name string) string {
	var b strings.Builder
	gap := false
	if !ascii(name) {
		name = norm.NFD.String(norm.NFKC.String(name))
	}
	for _, c := range name {
		switch {
		case unicode.Is(unicode.Mn, c), c == '\'', c == '’', c == '.':
			continue
		case unicode.IsLetter(c), unicode.IsDigit(c):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(fold(unicode.ToLower(c)))
		default:
			gap = true
		}
	}
	return b.String()
}

// fold spells the Latin letters that have no accent to drop.
func fold(c rune) rune {
	switch c {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ', 'ð':
		return 'd'
	case 'ı':
		return 'i'
	}
	return c
}

// squash is a name with nothing but its letters and digits, to compare
// spellings: Tianchuan, Tian Chuan, Tian-chuan.
func squash(name string) string { return strings.ReplaceAll(slug(name), "-", "") }

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// han reports whether the name is written in Chinese characters.
func han(s string) bool {
	for _, c := range s {
		if unicode.Is(unicode.Han, c) {
			return true
		}
	}
	return false
}
