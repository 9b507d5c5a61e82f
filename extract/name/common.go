package name

import (
	_ "embed" // the words
	"strings"
	"sync"
)

//go:embed data/common_en.txt
var commonFile string

// commonWords are the words that English text mostly writes in small letters:
// a capital says little of them at the beginning of a sentence or in a title.
var commonWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(commonFile) {
		if word := strings.TrimSpace(line); !strings.HasPrefix(word, "#") {
			words[word] = true
		}
	}
	return words
})
