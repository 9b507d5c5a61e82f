package date

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed words_en.tsv
var wordsEN string

// lexiconEN holds the English words and, by first word, the phrases.
type lexiconEN struct {
	words   map[string]*entry
	phrases map[string][]phrase // longest first
	lists   map[listName]map[string]bool
}

type phrase struct {
	rest  string // what follows the first word, lower case, as written in the data
	entry *entry
}

var englishLexicon = sync.OnceValue(func() *lexiconEN {
	lex := &lexiconEN{map[string]*entry{}, map[string][]phrase{}, lists()}
	plainTSV(wordsEN, func(c []string) {
		n, _ := strconv.Atoi(c[1])
		e := &entry{class: classNames[c[0]], n: n}
		if len(c) > 3 {
			e.value, e.plural = c[3], c[3] == "plural"
		}
		for w := range strings.SplitSeq(c[2], ",") {
			lex.add(w, e)
		}
	})
	for name, e := range feasts("en") {
		lex.add(name, e)
	}
	return lex
})

// add files a word, or a phrase under its first word, longest phrase first.
func (l *lexiconEN) add(w string, e *entry) {
	i := strings.IndexAny(w, " -'")
	if i <= 0 {
		l.words[w] = e
		return
	}
	ps := append(l.phrases[w[:i]], phrase{w[i:], e})
	for k := len(ps) - 1; k > 0 && len(ps[k].rest) > len(ps[k-1].rest); k-- {
		ps[k], ps[k-1] = ps[k-1], ps[k]
	}
	l.phrases[w[:i]] = ps
	if l.words[w[:i]] == nil {
		l.words[w[:i]] = &entry{class: other}
	}
}

// phraseAt matches the longest phrase whose first word is w and ends at end.
func (l *lexiconEN) phraseAt(w, text string, end int) (*entry, int) {
	for _, p := range l.phrases[w] {
		if n := foldPrefix(text[end:], p.rest); n > 0 && !letterAt(text, end+n) {
			return p.entry, end + n
		}
	}
	return nil, 0
}

// foldPrefix is the length of the prefix of s that equals p, which is lower
// case, with any case, one or more spaces for a space and ’ for '. 0: no match.
func foldPrefix(s, p string) int {
	i := 0
	for k := 0; k < len(p); k++ {
		switch {
		case i >= len(s):
			return 0
		case p[k] == ' ':
			if s[i] != ' ' {
				return 0
			}
			for i < len(s) && s[i] == ' ' {
				i++
			}
		case p[k] == '\'' && strings.HasPrefix(s[i:], "’"):
			i += len("’")
		case p[k] == '-' && s[i] == ' ', s[i] == p[k], 'A' <= s[i] && s[i] <= 'Z' && s[i]+32 == p[k]:
			i++
		default:
			return 0
		}
	}
	return i
}

func letterAt(s string, i int) bool {
	return i < len(s) && (s[i]|32 >= 'a' && s[i]|32 <= 'z' || s[i] >= '0' && s[i] <= '9')
}
