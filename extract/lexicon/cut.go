package lexicon

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// cut says before which characters a name does not end, and which characters
// after those lift the ban.
type cut struct{ next, but string }

var cuts = sync.OnceValue(func() map[rune]cut {
	table := map[rune]cut{}
	for line := range dataLines("cuts.tsv") {
		f := strings.Split(line, "\t")
		if r, size := utf8.DecodeRuneInString(f[0]); size == len(f[0]) {
			table[r] = cut{f[1], f[2]}
		}
	}
	return table
})

// interpuncts stand between the parts of a foreign name in Chinese.
const interpuncts = "·•‧・"

// whole reports whether the Chinese name text[s.Start:s.End] ends where a word
// may end (财政部 does not in 财政部长) and is no part of a foreign person's
// name (尼斯 is in 丹·尼斯).
func whole(text string, s extract.Span) bool {
	next, size := utf8.DecodeRuneInString(text[s.End:])
	if strings.ContainsRune(interpuncts, next) && size > 0 ||
		s.Start > 0 && strings.ContainsRune(interpuncts, lastRune(text[:s.Start])) {
		return false
	}
	c, ok := cuts()[lastRune(text[:s.End])]
	return !ok || size == 0 || !strings.ContainsRune(c.next, next) ||
		s.End+size < len(text) && strings.ContainsRune(c.but, firstRune(text[s.End+size:]))
}
