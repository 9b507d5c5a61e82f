package name

import (
	_ "embed" // the endings that settle compounds
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

//go:embed data/compounds_zh.txt
var compoundEndings string

// endingClasses are the endings of the data file by class, longest first.
var endingClasses = sync.OnceValue(func() map[string][]string {
	classes := wordClasses(compoundEndings)
	for _, endings := range classes {
		slices.SortStableFunc(endings, func(a, b string) int { return len(b) - len(a) })
	}
	return classes
})

// compoundsZH settles the Chinese names that stand right beside what belongs to
// them: a division before its bureau, an airport behind its city, two people
// between whom the line only leaves a space. found is sorted by start.
func compoundsZH(text string, found []named, set *lexicon.Set) []named {
	c := endingClasses()
	found = slices.DeleteFunc(parted(text, found), func(n named) bool { return n.label == extract.LabelPlace && isPeople(text[n.End:], c) })
	for i := range found {
		n := &found[i]
		if n.label != extract.LabelPlace && n.label != extract.LabelBody {
			continue
		}
		if endsIn(n.In(text), c["spot"]) {
			n.label = extract.LabelPlace
		}
		limit := len(text)
		if i+1 < len(found) {
			limit = found[i+1].Start
		}
		if n.label == extract.LabelPlace {
			n.End = withoutEdge(text, n.Span, c["edge"])
			n.End += ending(text[n.End:limit], c["facility"])
		} else {
			n.End += ending(text[n.End:limit], c["channel"])
		}
	}
	return located(text, regularZH(text, found), c["school"], set)
}

// parted splits people whose names a space parts.
func parted(text string, found []named) []named {
	for i := 0; i < len(found); i++ {
		n := found[i]
		at := strings.IndexByte(n.In(text), ' ')
		if n.label != extract.LabelPerson || at <= 0 || !strings.ContainsFunc(n.In(text)[:at], isHan) || !strings.ContainsFunc(n.In(text)[at:], isHan) {
			continue
		}
		second := n
		second.Start += at + 1
		found[i].End = n.Start + at
		found = slices.Insert(found, i+1, second)
	}
	return found
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// ending is the length of the longest of the endings that s begins with, or 0.
func ending(s string, endings []string) int {
	for _, e := range endings {
		if strings.HasPrefix(s, e) {
			return len(e)
		}
	}
	return 0
}

// isPeople reports whether the place before rest only says where people are from.
func isPeople(rest string, c map[string][]string) bool {
	return ending(rest, c["people"]) > 0 && ending(rest, c["word"]) == 0
}

// endsIn reports whether a name has one of the endings and more than it.
func endsIn(name string, endings []string) bool {
	return slices.ContainsFunc(endings, func(e string) bool { return len(name) > len(e) && strings.HasSuffix(name, e) })
}

func withoutEdge(text string, s extract.Span, edges []string) int {
	for _, e := range edges {
		if strings.HasSuffix(s.In(text), e) && s.Len() > len(e)+len("湖") {
			return s.End - len(e)
		}
	}
	return s.End
}

// located gives a body the divisions right before it, which are part of its
// name, save where the place only says in what country or state a school lies.
func located(text string, found []named, schools []string, set *lexicon.Set) []named {
	for i := len(found) - 1; i > 0; i-- {
		body, place := &found[i], found[i-1]
		if body.label != extract.LabelBody || place.label != extract.LabelPlace || place.End != body.Start || foreign(place.In(text), set) {
			continue
		}
		if slices.ContainsFunc(schools, func(s string) bool { return strings.HasSuffix(body.In(text), s) }) {
			continue
		}
		body.Start = place.Start
		found = slices.Delete(found, i-1, i)
	}
	return found
}

// foreign reports whether a place is known to be a country or to lie outside China.
func foreign(name string, set *lexicon.Set) bool {
	for _, e := range set.Lookup(name) {
		if e.Label == extract.LabelPlace && (e.Kind == "country" || e.Country != "" && e.Country != "CN") {
			return true
		}
	}
	return false
}
