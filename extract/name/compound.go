package name

import (
	_ "embed" // the words that settle compounds
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

//go:embed data/compounds_en.txt
var compoundWords string

// compoundClasses are the words of the data file by class.
var compoundClasses = sync.OnceValue(func() map[string]map[string]bool {
	classes := map[string]map[string]bool{}
	for class, words := range wordClasses(compoundWords) {
		classes[class] = map[string]bool{}
		for _, w := range words {
			classes[class][w] = true
		}
	}
	return classes
})

// wordClasses reads a data file of lines with a class and its words; a class
// may have several lines, and # begins a comment.
func wordClasses(file string) map[string][]string {
	classes := map[string][]string{}
	for line := range strings.Lines(file) {
		class, words, _ := strings.Cut(strings.TrimSpace(line), " ")
		if class != "" && class != "#" {
			classes[class] = append(classes[class], strings.Fields(words)...)
		}
	}
	return classes
}

// compounds settles the English names that are parts of a longer one: of an
// event or law, which is no name of ours; of a railway between two places; of
// a consulate in a city.
func compounds(text string, found []named) []named {
	c := compoundClasses()
	short := shortForWork(text, c["work"])
	found = slices.DeleteFunc(found, func(n named) bool {
		if n.label == extract.LabelPerson {
			return false
		}
		return n.label == extract.LabelBody && (c["never"][n.In(text)] || short[n.In(text)]) || c["prefix"][hyphened(text, n.Start)] || inWork(text, n, c["work"])
	})
	found = routes(text, apart(text, spots(text, found, c["spot"])), c)
	return missions(text, ofBody(text, found, c))
}

// shortForWork lists the names that the text first gives in brackets as the
// short form of an event or work: State of the Nation Address (SONA).
func shortForWork(text string, works map[string]bool) map[string]bool {
	short := map[string]bool{}
	for at := 0; ; {
		i := strings.Index(text[at:], " (")
		if i < 0 {
			return short
		}
		open := at + i
		at = open + len(" (")
		end := strings.IndexAny(text[at:min(len(text), at+longestShort)], ")\n")
		if end < 0 || text[at+end] != ')' {
			continue
		}
		name := text[at : at+end]
		if _, seen := short[name]; !seen {
			short[name] = works[lastWord(text[max(0, open-40):open])]
		}
	}
}

// longestShort is how long, in bytes, a short form in brackets may be.
const longestShort = 60

// partJoins are what may stand between a part of a body and the body.
var partJoins = []string{" of the ", " in the ", " at the ", " under the ", " of ", " in ", " at ", " under "}

// ofBody joins a part of a body to the body: a department of a hospital, a
// group's programme center, a numbered channel, a name with its own possessive.
func ofBody(text string, found []named, c map[string]map[string]bool) []named {
	for i := 0; i < len(found); i++ {
		n := &found[i]
		if n.label != extract.LabelBody {
			continue
		}
		n.End += tail(text, n, c["own"])
		if i+1 == len(found) || found[i+1].label != extract.LabelBody {
			continue
		}
		next := found[i+1]
		between := text[n.End:next.Start]
		whole := slices.Contains(partJoins, between) && c["unit"][lastWord(n.In(text))]
		if owner := between == "'s " || between == "’s "; whole || owner && c["unit"][lastWord(next.In(text))] {
			n.End = next.End
			found = slices.Delete(found, i+1, i+2)
			i--
		}
	}
	return found
}

// tail is the length of what belongs to a body right behind it: the possessive
// of McDonald's, the number of CCTV-2.
func tail(text string, n *named, own map[string]bool) int {
	rest, name := text[n.End:], n.In(text)
	for _, s := range [...]string{"'s", "’s"} {
		if own[lastWord(name)] && strings.HasPrefix(rest, s) {
			return len(s)
		}
	}
	if strings.ToUpper(name) != name || len(rest) < 2 || rest[0] != '-' {
		return 0
	}
	end := 1
	for end < len(rest) && rest[end] >= '0' && rest[end] <= '9' {
		end++
	}
	if end == 1 || end < len(rest) && wordRune(rune(rest[end])) {
		return 0
	}
	return end
}

// hyphened is the word that a hyphen joins to the left of a place in the text, or "".
func hyphened(text string, at int) string {
	if at == 0 || text[at-1] != '-' {
		return ""
	}
	head := text[:at-1]
	return head[strings.LastIndexFunc(head, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
}

// workReach is how many words may lie between a name and the end of the event
// or law that it is part of.
const workReach = 14

// aside is a place or number in brackets within the name of an event: the China
// (Wuhu) Tea Fair.
var aside = regexp.MustCompile(`^ ?\([\p{Lu}\d][^()\n]{0,40}\)`)

// inWork reports whether the capitalised words that follow a place without a
// break end in the name of an event, law or work, or whether a body is one.
func inWork(text string, n named, works map[string]bool) bool {
	rest := text[n.End:]
	if n.label == extract.LabelBody { // a body before an event acts on its own; "Committee of the Expo" has its head in front
		head, _, _ := strings.Cut(n.In(text), " of ")
		return works[lastWord(head)]
	}
	work := false
	if n.Start > 0 && text[n.Start-1] == '(' {
		rest = strings.TrimPrefix(rest, ")")
	}
	for range workReach {
		rest = rest[len(aside.FindString(rest)):]
		word, after, joined := nextWord(rest)
		if !joined || word == "" {
			break
		}
		first, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.IsUpper(first) || unicode.IsDigit(first):
			work = works[word]
		case !connectors[word] || word == "the" || word == "in" || word == "on":
			return work
		default:
			if next, _, ok := nextWord(after); !ok || !capitalised(next) {
				return work
			}
		}
		rest = after
	}
	return work
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func capitalised(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// nextWord is the word that follows after one space or hyphen; joined is false
// where something else stands between.
func nextWord(s string) (word, rest string, joined bool) {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "'s"), "’s")
	switch {
	case strings.HasPrefix(s, " - "):
		s = s[3:]
	case strings.HasPrefix(s, "–"):
		s = s[len("–"):]
	case strings.HasPrefix(s, " "), strings.HasPrefix(s, "-"):
		s = s[1:]
	default:
		return "", "", false
	}
	end := strings.IndexFunc(s, func(r rune) bool { return !wordRune(r) && r != '&' })
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:], true
}

// routes joins two places with a hyphen between them and the route behind them.
func routes(text string, found []named, c map[string]map[string]bool) []named {
	for i := 0; i < len(found); i++ {
		n := &found[i]
		if n.label == extract.LabelPerson {
			continue
		}
		end := routeEnd(text, n.End, c)
		if end == 0 {
			continue
		}
		n.End, n.label = end, extract.LabelPlace
		for i+1 < len(found) && found[i+1].Start < end {
			found = slices.Delete(found, i+1, i+2)
		}
	}
	return found
}

// routeEnd is where the route that begins with the place before at ends, or 0.
func routeEnd(text string, at int, c map[string]map[string]bool) int {
	rest := text[at:]
	if !strings.HasPrefix(rest, "-") && !strings.HasPrefix(rest, "–") {
		return 0
	}
	word, rest, joined := nextWord(rest)
	if !joined || !capitalised(word) {
		return 0
	}
	for range 3 {
		word, after, joined := nextWord(rest)
		if !joined {
			return 0
		}
		if next, more, ok := nextWord(after); ok && c["pace"][word+"-"+next] {
			word, after = word+"-"+next, more
		}
		switch {
		case c["route"][strings.ToLower(word)]:
			return len(text) - len(after)
		case !c["pace"][word]:
			return 0
		}
		rest = after
	}
	return 0
}

// mission is a consulate or embassy with the place where it stands.
var mission = regexp.MustCompile(`(?:U\.S\.|U\.K\.|[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?) (?:[Cc]onsulate(?: [Gg]eneral)?|[Ee]mbassy) in [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*`)

func missions(text string, found []named) []named {
	if !strings.Contains(text, "onsulate") && !strings.Contains(text, "mbassy") {
		return found
	}
	for _, at := range mission.FindAllStringIndex(text, -1) {
		s := extract.Span{Start: at[0], End: at[1]}
		if strings.HasPrefix(s.In(text), "The ") {
			s.Start += len("The ")
		}
		lo, hi := touching(found, s)
		if lo < hi {
			s.Start, s.End = min(s.Start, found[lo].Start), max(s.End, found[hi-1].End)
		}
		found = slices.Replace(found, lo, hi, named{Span: s, label: extract.LabelBody, confidence: 0.8})
	}
	return found
}
