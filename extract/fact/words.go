package fact

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/datafile"
)

//go:embed data/cues_en.tsv
var cuesEN string

//go:embed data/cues_zh.tsv
var cuesZH string

//go:embed data/events_en.tsv
var eventsEN string

//go:embed data/events_zh.tsv
var eventsZH string

// cue is a phrase that states a relation.
type cue struct {
	kind   string
	phrase string
	words  []string // English only
}

// vocabulary is what a language says in the data files.
type vocabulary struct {
	cues  map[string][]cue // by first word, or first character in Chinese; longest first
	event map[string]map[string]bool
	heads map[rune][]string // Chinese event heads by last character, longest first
	stops []string          // Chinese words that end an event's name, longest first
}

var english = sync.OnceValue(func() *vocabulary {
	v := newVocabulary(cuesEN, eventsEN, func(phrase string) string { w, _, _ := strings.Cut(phrase, " "); return w })
	return v
})

var chinese = sync.OnceValue(func() *vocabulary {
	v := newVocabulary(cuesZH, eventsZH, firstRune)
	v.heads = map[rune][]string{}
	for _, f := range datafile.Rows(eventsZH) {
		switch f[0] {
		case "head":
			c, _ := utf8.DecodeLastRuneInString(f[1])
			v.heads[c] = append(v.heads[c], f[1])
		case "stop":
			v.stops = append(v.stops, f[1])
		}
	}
	for c := range v.heads {
		longestFirst(v.heads[c])
	}
	longestFirst(v.stops)
	return v
})

func longestFirst(list []string) {
	slices.SortStableFunc(list, func(a, b string) int { return len(b) - len(a) })
}

func firstRune(s string) string {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size]
}

func newVocabulary(cues, events string, key func(string) string) *vocabulary {
	v := &vocabulary{cues: map[string][]cue{}, event: map[string]map[string]bool{}}
	for _, f := range datafile.Rows(cues) {
		k := key(f[1])
		v.cues[k] = append(v.cues[k], cue{kind: f[0], phrase: f[1], words: strings.Fields(f[1])})
	}
	for k := range v.cues {
		slices.SortStableFunc(v.cues[k], func(a, b cue) int { return len(b.phrase) - len(a.phrase) })
	}
	for _, f := range datafile.Rows(events) {
		if v.event[f[0]] == nil {
			v.event[f[0]] = map[string]bool{}
		}
		v.event[f[0]][f[1]] = true
	}
	return v
}
