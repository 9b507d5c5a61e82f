package name

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// bracketed is a short form in brackets right behind a full name: "(MIIT)",
// （以下简称“捷信”）, (hereinafter referred to as "Home Credit").
var bracketed = regexp.MustCompile(`^ ?[(（](?:(?:以下|下)?(?:简称|称)(?:为)?[“"「]?([\p{Han}A-Za-z]{2,12})[”"」]?|(?:hereinafter (?:referred to as|called|the)|hereafter|or|known as)? ?[“"]?([A-Z][A-Za-z&-]*[A-Z][A-Za-z-]*)[”"]?)[)）]`)

// brackets finds the short forms that the text gives in brackets behind bodies,
// there and wherever else they stand alone. found stays sorted by start.
func brackets(text string, found []named) []named {
	var short []string
	for i := range found {
		n := found[i]
		if n.label != extract.LabelBody {
			continue
		}
		at := bracketed.FindStringSubmatchIndex(text[n.End:min(len(text), n.End+120)])
		for g := 2; g+1 < len(at); g += 2 {
			if at[g] >= 0 {
				short = append(short, text[n.End+at[g]:n.End+at[g+1]])
			}
		}
	}
	slices.Sort(short)
	for _, s := range slices.Compact(short) {
		if compoundClasses()["never"][s] {
			continue
		}
		found = slices.DeleteFunc(found, func(n named) bool { return n.In(text) == s })
		found = everywhere(text, s, extract.LabelBody, found)
	}
	return found
}

// taughtConfidence is that of a name found only by what the text or a lexicon
// says of it elsewhere.
const taughtConfidence = 0.6

// everywhere adds the occurrences of a name that overlap nothing found so far.
// found stays sorted by start.
func everywhere(text, name string, label extract.Label, found []named) []named {
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return found
		}
		s := extract.Span{Start: at + i, End: at + i + len(name)}
		at = s.End
		if !bounded(text, s) {
			continue
		}
		where, end := touching(found, s)
		if where < end {
			continue
		}
		found = slices.Insert(found, where, named{Span: s, label: label, confidence: taughtConfidence})
	}
}

// bounded reports whether a span cuts no word written with an alphabet.
func bounded(text string, s extract.Span) bool {
	edge := func(i int) bool {
		if i == 0 || i == len(text) {
			return true
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i:])
		return !wordRune(before) || !wordRune(after)
	}
	return edge(s.Start) && edge(s.End)
}

// sure adds the places that the lexicons know beyond doubt and that lie in
// nothing found so far. It is for English: Chinese names of places lie in too
// many words.
func sure(text string, matches []lexicon.Match, found []named) []named {
	for i := range matches {
		m := &matches[i]
		e := m.Entries[0]
		if !m.Sure() || e.Label != extract.LabelPlace || !surest[e.Kind] || strings.HasSuffix(text[:m.Start], "-") {
			continue
		}
		at, end := touching(found, m.Span)
		if at < end {
			continue
		}
		found = slices.Insert(found, at, named{Span: m.Span, label: extract.LabelPlace, confidence: taughtConfidence})
	}
	return found
}

// surest are the kinds of place whose names stand for little else.
var surest = map[string]bool{"country": true, "province": true, "prefecture": true}
