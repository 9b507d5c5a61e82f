package figure

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/en.txt
var englishData string

//go:embed data/qualifiers_en.txt
var englishQualifiers string

//go:embed data/basis_en.txt
var englishBasis string

// wordClass is a set of closed classes that a word belongs to.
type wordClass uint64

const (
	stopWord wordClass = 1 << iota
	pluralWord
	singularWord
	attributiveWord
	monthWord
	durationWord
	labelWord
	magnitudeWord
	ageWord
	moreWord
	lessWord
	determinerWord
	determinedWord
	beWord
	upWord
	downWord
	neutralWord
	hyphenStop
	timesWord
	bracketWord
	verbWord
	plainVerb
	hyphenCount
	adjectiveWord
	mannerWord
	boundaryWord
	pronounWord
	prepositionWord
	insertionWord
	auxiliaryWord
	kindWord
	sizeLeadWord
	byLeadWord
	sizedWord
	changeLeadWord
	upNoun
	downNoun
)

var englishClasses = map[string]wordClass{
	"stop": stopWord, "plural": pluralWord, "singular": singularWord, "attributive": attributiveWord, "month": monthWord, "duration": durationWord,
	"label": labelWord, "magnitude": magnitudeWord, "agelead": ageWord, "more": moreWord, "less": lessWord, "determiner": determinerWord,
	"determined": determinedWord, "be": beWord, "up": upWord, "down": downWord, "neutral": neutralWord, "hyphenstop": hyphenStop,
	"unitword": timesWord, "bracket": bracketWord, "verbish": verbWord, "verb": plainVerb, "hyphencount": hyphenCount, "adjective": adjectiveWord, "manner": mannerWord,
	"boundary": boundaryWord, "pronoun": pronounWord, "preposition": prepositionWord, "insertion": insertionWord, "auxiliary": auxiliaryWord, "kind": kindWord,
	"sizelead": sizeLeadWord, "bylead": byLeadWord, "sized": sizedWord, "changelead": changeLeadWord, "upnoun": upNoun, "downnoun": downNoun,
}

// englishLexicon holds the closed classes and the qualifiers of English.
type englishLexicon struct {
	words  map[string]wordClass
	before map[string]string // qualifier to its comparison
	after  map[string]string
	basis  []basisPhrase // in the order they are looked for
}

// basisPhrase tells what a change is measured against.
type basisPhrase struct{ name, phrase string }

var englishWords = sync.OnceValue(func() *englishLexicon {
	l := &englishLexicon{words: map[string]wordClass{}}
	var class wordClass
	for line := range strings.Lines(englishData) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			c, ok := englishClasses[strings.Trim(line, "[]")]
			if !ok {
				panic("figure: data/en.txt has the unknown class " + line)
			}
			class = c
		default:
			for _, w := range strings.Fields(line) {
				l.words[w] |= class
			}
		}
	}
	l.before, l.after = qualifiers(englishQualifiers)
	for line := range strings.Lines(englishBasis) {
		name, phrases, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok {
			continue
		}
		for _, p := range split(phrases) {
			l.basis = append(l.basis, basisPhrase{name, p})
		}
	}
	return l
})

// qualifiers reads the lines "sign<tab>word|word" of the two sections.
func qualifiers(data string) (before, after map[string]string) {
	before, after = map[string]string{}, map[string]string{}
	into := before
	for line := range strings.Lines(data) {
		line = strings.TrimRight(line, "\n")
		sign, words, ok := strings.Cut(line, "\t")
		switch {
		case line == "# after":
			into = after
		case !ok:
		default:
			for _, w := range split(words) {
				into[w] = sign
			}
		}
	}
	return before, after
}

// maxPhrase bounds the phrases that are looked up, in bytes.
const maxPhrase = 48

// lookup gives the classes of a word of the text in any case.
func (l *englishLexicon) lookup(w string) wordClass {
	var buf [maxPhrase]byte
	if len(w) > len(buf) {
		return 0
	}
	return l.words[string(lower(w, &buf))]
}

// silent reports whether a stem lacks the e of a plain verb: rang-ing.
func (l *englishLexicon) silent(stem string) bool {
	var buf [maxPhrase]byte
	if len(stem) >= len(buf) {
		return false
	}
	word := append(lower(stem, &buf), 'e')
	return l.words[string(word)]&plainVerb != 0
}

// lower writes ASCII letters in lower case and a typographic apostrophe as is.
func lower(w string, buf *[maxPhrase]byte) []byte {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(w)]
}
