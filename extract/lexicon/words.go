package lexicon

import (
	"fmt"
	"strings"
	"sync"

	"github.com/smelt-ie/smelt/extract"
)

// Use says how a word stands next to the name of a person.
type Use string

// The uses. NoUse is that of a word that is no title.
const (
	NoUse     Use = ""
	Office    Use = "title"     // an office or occupation: vice minister, 记者
	Honorific Use = "honorific" // a form of address: Mr., 先生
)

var givenNames = sync.OnceValue(func() map[string]bool { return wordSet("given_names.txt") })
var surnames = sync.OnceValue(func() map[string]bool { return wordSet("surnames.txt") })

// GivenName reports whether word is a given name written in Latin letters,
// with its capital. Pinyin given names are known by their syllables instead.
func GivenName(word string) bool { return givenNames()[word] }

// Surname reports whether word is a surname written in Latin letters, with
// its capital, other than a Chinese one ([IsPinyinSurname]).
func Surname(word string) bool { return surnames()[word] }

// words is a two-column list of a language with the longest of them.
type words struct {
	use     map[string]string
	longest int // in bytes
}

var titles = sync.OnceValue(func() map[string]words { return wordLists("titles.tsv") })
var heads = sync.OnceValue(func() map[string]words { return wordLists("heads.tsv") })

// Title is the use of a whole word or phrase as a title. English titles are
// known in lower case, with a capital and with capitals throughout.
func Title(phrase string, lang extract.Lang) Use {
	t := titles()[lang.Base()]
	if u, ok := t.use[phrase]; ok {
		return Use(u)
	}
	if !lang.Chinese() {
		return Use(t.use[strings.ToLower(phrase)])
	}
	return NoUse
}

// TitleBefore is the longest title that ends at text[end], spaces between
// them left aside: that of ⟦副部长⟧徐晓兰 and ⟦vice minister⟧ Xu Xiaolan.
func TitleBefore(text string, end int, lang extract.Lang) (extract.Span, Use) {
	end = len(strings.TrimRight(text[:end], " "))
	t := titles()[lang.Base()]
	for start := max(0, end-t.longest); start < end; start++ {
		if !startsWord(text, start) {
			continue
		}
		if u := Title(text[start:end], lang); u != NoUse {
			return extract.Span{Start: start, End: end}, u
		}
	}
	return extract.Span{}, NoUse
}

// TitleAfter is the longest title that begins at text[start], spaces left
// aside: that of 徐⟦副部长⟧ and 张⟦女士⟧.
func TitleAfter(text string, start int, lang extract.Lang) (extract.Span, Use) {
	for start < len(text) && text[start] == ' ' {
		start++
	}
	t := titles()[lang.Base()]
	for end := min(len(text), start+t.longest); end > start; end-- {
		if !endsWord(text, end) || !boundary(text, end) {
			continue
		}
		if u := Title(text[start:end], lang); u != NoUse {
			return extract.Span{Start: start, End: end}, u
		}
	}
	return extract.Span{}, NoUse
}

// BodyHead is the longest head word that name ends in and the kind of body
// it makes: "Bureau", government; 有限公司, company. ok is false where there is none.
func BodyHead(name string, lang extract.Lang) (head, kind string, ok bool) {
	h := heads()[lang.Base()]
	for start := max(0, len(name)-h.longest); start < len(name); start++ {
		if !startsWord(name, start) {
			continue
		}
		if k, ok := h.use[name[start:]]; ok {
			return name[start:], k, true
		}
	}
	return "", "", false
}

// startsWord reports whether a word may start at text[i].
func startsWord(text string, i int) bool {
	return boundary(text, i) && (i == 0 || !wordRune(lastRune(text[:i])) || !wordRune(firstRune(text[i:])))
}

func wordSet(file string) map[string]bool {
	set := make(map[string]bool, 1<<15)
	for line := range dataLines(file) {
		set[line] = true
	}
	return set
}

// wordLists reads lang, word and use.
func wordLists(file string) map[string]words {
	lists := map[string]words{}
	first := true
	for line := range dataLines(file) {
		if first { // the names of the columns
			first = false
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			panic(fmt.Sprintf("data/words/%s: %q has not three columns", file, line)) // a test reads every file
		}
		l := lists[f[0]]
		if l.use == nil {
			l.use = map[string]string{}
		}
		l.use[f[1]] = f[2]
		l.longest = max(l.longest, len(f[1]))
		lists[f[0]] = l
	}
	return lists
}

// dataLines yields the lines of a built-in file but for comments and empty ones.
func dataLines(file string) func(yield func(string) bool) {
	b, err := data.ReadFile("data/words/" + file)
	if err != nil {
		panic(err) // the files are part of the program
	}
	return func(yield func(string) bool) {
		for line := range strings.SplitSeq(string(b), "\n") {
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}
