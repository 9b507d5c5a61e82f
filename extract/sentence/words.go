package sentence

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed abbreviations.txt
var abbreviationFile string

//go:embed starters.txt
var starterFile string

// follow says what an abbreviation's full stop means.
type follow int

const (
	plain        follow = iota // no abbreviation
	beforeName                 // never ends a sentence
	beforeNumber               // ends one unless a number follows
	within                     // ends one only before a sentence starter
	oftenEnd                   // ends one before any capital letter
)

// abbreviation is one entry of the list.
type abbreviation struct {
	follow  follow
	capital bool // counts only when written with a capital letter
}

// words holds the two lists: abbreviations without their last full stop, and
// the words that start sentences, all keyed in lower case.
type words struct {
	abbreviations map[string]abbreviation
	starters      map[string]bool
}

var english = sync.OnceValue(func() words {
	w := words{abbreviations: map[string]abbreviation{}, starters: map[string]bool{}}
	section := plain
	for line := range strings.Lines(abbreviationFile) {
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section++
		default:
			for _, a := range strings.Fields(line) {
				w.abbreviations[strings.ToLower(a)] = abbreviation{section, a[0] < 'a'}
			}
		}
	}
	for line := range strings.Lines(starterFile) {
		if !strings.HasPrefix(line, "#") {
			for _, s := range strings.Fields(line) {
				w.starters[s] = true
			}
		}
	}
	return w
})

// maxWord is the longest word, in bytes, that is looked up.
const maxWord = 16

// abbreviation classifies the word before a full stop. Dotted letters that
// are on no list (W.T.O.) behave like those that are.
func (w words) abbreviation(word string) follow {
	if len(word) == 0 || len(word) > maxWord {
		return plain
	}
	var buf [maxWord]byte
	a, ok := w.abbreviations[string(lower(buf[:0], word))]
	if ok && !(a.capital && word[0] >= 'a') {
		return a.follow
	}
	if len(word) == 1 && word[0] >= 'A' && word[0] <= 'Z' {
		return within
	}
	for i := 1; i < len(word); i += 2 {
		if word[i] != '.' {
			return plain
		}
	}
	if len(word) >= 3 && len(word)%2 == 1 {
		return within
	}
	return plain
}

func (w words) starter(word string) bool {
	var buf [maxWord]byte
	return len(word) <= maxWord && w.starters[string(lower(buf[:0], word))]
}

// lower appends the ASCII lower case of s to buf.
func lower(buf []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}
