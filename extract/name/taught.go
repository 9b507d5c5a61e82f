package name

import (
	"regexp"
	"slices"
	"strings"

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
		k := known{name: s, top: 0.9}
		k.sum[slices.Index(labels[:], extract.LabelBody)] = 1
		found = learn(text, &k, found)
	}
	return found
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
		found = slices.Insert(found, at, named{Span: m.Span, label: extract.LabelPlace, confidence: 0.6})
	}
	return found
}

// surest are the kinds of place whose names stand for little else.
var surest = map[string]bool{"country": true, "province": true, "prefecture": true}
