package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed hant.txt
var hantFile string

// The folding table covers the Chinese characters of three bytes of UTF-8.
const firstHan, lastHan = 0x3400, 0x9FFF

// hanTable says of each character how Simplified Chinese writes it, and to
// which of the two sets alone it belongs.
type hanTable struct {
	fold [lastHan - firstHan + 1]rune // 0: the character itself
	simp [lastHan - firstHan + 1]bool // never seen in Traditional text
}

var hanTables = sync.OnceValue(func() *hanTable {
	t := &hanTable{}
	pairs := true
	for line := range strings.Lines(hantFile) {
		switch line = strings.TrimSpace(line); {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			pairs = strings.HasPrefix(line, "[pairs")
		case pairs:
			for _, p := range strings.Fields(line) {
				r := []rune(p)
				t.fold[r[0]-firstHan] = r[1]
			}
		default:
			for _, r := range line {
				t.simp[r-firstHan] = true
			}
		}
	}
	return t
})

// traditional reports whether a Chinese text is written in Traditional characters.
func traditional(text string) bool {
	t, trad, simp := hanTables(), 0, 0
	for _, r := range text {
		if r < firstHan || r > lastHan {
			continue
		}
		if t.fold[r-firstHan] != 0 {
			trad++
		} else if t.simp[r-firstHan] {
			simp++
		}
	}
	return trad > simp
}

// simplified is the Simplified reading of a Traditional text, of the same
// length byte for byte.
func simplified(text string) string {
	t := hanTables()
	out := []byte(text)
	for i, r := range text {
		if r < firstHan || r > lastHan {
			continue
		}
		if s := t.fold[r-firstHan]; s != 0 {
			utf8.EncodeRune(out[i:], s)
		}
	}
	return string(out)
}

//go:embed common.txt
var commonFile string

// commonHan marks the characters of common.txt.
var commonHan = sync.OnceValue(func() *[lastHan - firstHan + 1]bool {
	var t [lastHan - firstHan + 1]bool
	for line := range strings.Lines(commonFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, r := range strings.TrimSpace(line) {
			t[r-firstHan] = true
		}
	}
	return &t
})
