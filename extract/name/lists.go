package name

import (
	"regexp"
	"slices"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// spots makes places of the bodies whose name is that of a spot: Wuhu Airport,
// but not the police of Wuhu Airport.
func spots(text string, found []named, words map[string]bool) []named {
	for i := range found {
		n := &found[i]
		if n.label != extract.LabelBody {
			continue
		}
		before, last := cutLast(n.In(text))
		if before != "" && words[last] && !strings.Contains(before, " of ") && headOf(before) == "" {
			n.label = extract.LabelPlace
		}
	}
	return found
}

func cutLast(name string) (before, last string) {
	i := strings.LastIndexByte(name, ' ')
	return name[:max(i, 0)], name[i+1:]
}

// headOf is the last word of a name that heads a body, or "".
func headOf(name string) string {
	for name != "" {
		if _, _, ok := lexicon.BodyHead(name, extract.English); ok {
			return lastWord(name)
		}
		name, _ = cutLast(name)
	}
	return ""
}

// joint is what stands between the members of a list.
var joint = regexp.MustCompile(`,? and (?:the )?|, (?:the )?`)

// apart parts the bodies of a list that were found as one: of X University, Y
// University and Z University each is a name. Where the two sides of a joint
// are not built alike, it lies within a name: Ministry of Trade and Industry,
// Institute of Physics, Lund University.
func apart(text string, found []named) []named {
	for i := 0; i < len(found); i++ {
		n := found[i]
		if n.label != extract.LabelBody {
			continue
		}
		name := n.In(text)
		for _, at := range joint.FindAllStringIndex(name, -1) {
			if !alike(name[:at[0]], name[at[1]:]) {
				continue
			}
			rest := n
			rest.Start = n.Start + at[1]
			found[i].End = n.Start + at[0]
			found = slices.Insert(found, i+1, rest)
			break // the rest is looked at next
		}
	}
	return found
}

// alike reports whether two names have the same head at the same end: both
// begin with it, or the first ends in it and the second ends in it before the
// next joint.
func alike(a, b string) bool {
	if at := joint.FindStringIndex(b); at != nil && headOf(b[:at[0]]) != "" {
		b = b[:at[0]]
	}
	first, _, _ := strings.Cut(a, " of ")
	second, _, of := strings.Cut(b, " of ")
	if first != a && of && !joint.MatchString(second) {
		return headOf(first) != "" && headOf(first) == headOf(second) && strings.HasSuffix(first, headOf(first)) && strings.HasSuffix(second, headOf(second))
	}
	if first != a || of {
		return false
	}
	head := headOf(a)
	return head != "" && strings.HasSuffix(a, head) && strings.HasSuffix(b, " "+head)
}

// envoy is the title of an envoy, before the country where he is.
var envoy = regexp.MustCompile(`(?:[Aa]mbassador|[Ee]nvoy|[Cc]onsul [Gg]eneral|[Hh]igh [Cc]ommissioner)(?: of [\p{L} ]{2,40})? to $`)

// envoys parts a country from the envoy named right behind it: Ambassador of
// Georgia to China Ann Lund.
func envoys(text string, found []named, set *lexicon.Set) []named {
	for i := 0; i < len(found); i++ {
		n := found[i]
		if n.label == extract.LabelPlace || !envoy.MatchString(text[max(0, n.Start-longestShort):n.Start]) {
			continue
		}
		country := n.Start + countryLength(n.In(text), set)
		if country == n.Start || n.End-country < len(" A B") {
			continue
		}
		person := n
		person.Start, person.label = country+len(" "), extract.LabelPerson
		found[i].End, found[i].label = country, extract.LabelPlace
		found = slices.Insert(found, i+1, person)
		i++
	}
	return found
}

// countryLength is the length of the country that a name begins with, or 0.
func countryLength(name string, set *lexicon.Set) (longest int) {
	for i, r := range name {
		if r == ' ' && slices.ContainsFunc(set.Lookup(name[:i]), func(e *lexicon.Entry) bool { return e.Kind == "country" }) {
			longest = i
		}
	}
	return longest
}
