package speech

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/datafile"
)

//go:embed data/verbs_en.tsv
var verbsEN string

//go:embed data/verbs_zh.tsv
var verbsZH string

//go:embed data/words_en.tsv
var wordsEN string

//go:embed data/words_zh.tsv
var wordsZH string

// clause says what may follow a reporting verb; the data files explain it.
type clause string

type verb struct {
	form           string
	clause         clause
	participle     bool
	barred, before string // Chinese only
}

// lexis is what a language says in the data files.
type lexis struct {
	verbs map[string]verb   // English: by form
	heads map[rune][]verb   // Chinese: by first character, longest first
	words map[string]string // English: word to its classes, joined by spaces
	lists map[string][]string
}

var english = sync.OnceValue(func() *lexis {
	l := newLexis(wordsEN)
	l.verbs = map[string]verb{}
	for _, f := range datafile.Rows(verbsEN) {
		l.verbs[f[0]] = verb{form: f[0], clause: clause(f[1]), participle: f[2] == "participle"}
	}
	return l
})

var chinese = sync.OnceValue(func() *lexis {
	l := newLexis(wordsZH)
	l.heads = map[rune][]verb{}
	for _, f := range datafile.Rows(verbsZH) {
		c, _ := utf8.DecodeRuneInString(f[0])
		v := verb{form: f[0], clause: clause(f[1]), barred: strings.Trim(f[2], "-"), before: strings.Trim(f[3], "-")}
		list := l.heads[c]
		at := 0
		for at < len(list) && len(list[at].form) >= len(v.form) {
			at++
		}
		l.heads[c] = append(list[:at:at], append([]verb{v}, list[at:]...)...)
	}
	return l
})

func newLexis(words string) *lexis {
	l := &lexis{words: map[string]string{}, lists: map[string][]string{}}
	for _, f := range datafile.Rows(words) {
		l.words[f[1]] += f[0] + " "
		l.lists[f[0]] = append(l.lists[f[0]], f[1])
	}
	return l
}

// is reports whether the word, in lower case, is of the class.
func (l *lexis) is(word, class string) bool {
	return strings.Contains(l.words[word], class+" ")
}

// suffix is the longest word of the class that text ends with, or "".
func (l *lexis) suffix(text, class string) string {
	best := ""
	for _, w := range l.lists[class] {
		if len(w) > len(best) && strings.HasSuffix(text, w) {
			best = w
		}
	}
	return best
}

// prefix is the longest word of the class that text begins with, or "".
func (l *lexis) prefix(text, class string) string {
	best := ""
	for _, w := range l.lists[class] {
		if len(w) > len(best) && strings.HasPrefix(text, w) {
			best = w
		}
	}
	return best
}
