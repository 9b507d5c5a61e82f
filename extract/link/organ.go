package link

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// organ reads the name of a local organ of China in either language: the
// place and which organ it is. Names of one organ give one id.
func (b *roster) organ(s string, i int) (identity, bool) {
	var place *lexicon.Entry
	var o organ
	if han(s) {
		place, o = b.organZH(s)
	} else {
		place, o = b.organEN(s)
	}
	if o.key == "" {
		return identity{}, false
	}
	if place == nil {
		place = b.placeBefore(s, i)
	}
	if place == nil || place.Country != "CN" && place.Kind != "country" {
		return identity{}, false
	}
	id := "body/" + strings.ToLower(strings.TrimPrefix(place.ID, "place/")) + "-" + o.key
	return b.byName(id, s, o.kind), true
}

// organZH splits a Chinese name into its place and organ; the place is nil
// when only its level is named (省财政厅).
func (b *roster) organZH(s string) (*lexicon.Entry, organ) {
	var place *lexicon.Entry
	rest := strings.TrimPrefix(s, "中共")
	for rest != "" {
		if o, ok := data().organsZH[rest]; ok && (place != nil || rest != s) {
			return place, o
		}
		e, n := b.placeAt(rest, place)
		if n == 0 {
			break
		}
		place, rest = e, rest[n:]
	}
	for _, level := range []string{"省", "市", "县", "区", "自治区"} {
		if r, ok := strings.CutPrefix(rest, level); ok && place == nil {
			if o, ok := data().organsZH[r]; ok {
				return nil, o
			}
		}
	}
	return nil, organ{}
}

// placeAt is the longest division of China whose name s begins with, and its
// length; within a place already read, one that lies in it.
func (b *roster) placeAt(s string, within *lexicon.Entry) (*lexicon.Entry, int) {
	var best *lexicon.Entry
	n := 0
	for i := range s {
		if i > len("呼伦贝尔自治州州州州州") {
			break
		}
		if i == 0 {
			continue
		}
		for _, e := range b.lookup(s[:i], extract.LabelPlace) {
			if e.Code != "" && (within == nil || b.liesIn(e, within.ID)) || e.Kind == "country" && within == nil {
				best, n = e, i
				break
			}
		}
	}
	return best, n
}

// placeBefore is the place whose organ a name without one means: the last
// province named before 省财政厅, the last city before 市财政局.
func (b *roster) placeBefore(s string, i int) *lexicon.Entry {
	want := levelOf(s)
	if want == "" {
		return nil
	}
	for j := i - 1; j >= 0; j-- {
		if b.d.Mentions[j].Label() != extract.LabelPlace {
			continue
		}
		for e := b.lex.ByID(b.found[j].id); e != nil; e = b.lex.ByID(e.Parent) {
			if e.Country == "CN" && (e.Kind == want || want == "prefecture" && strings.HasSuffix(e.Code, "0000") && directCity(e.Code)) {
				return e
			}
		}
	}
	return nil
}

// directCity reports whether a code is that of a city under the central
// government, which is a province to GB/T 2260 and a city to the news.
func directCity(code string) bool {
	switch code {
	case "110000", "120000", "310000", "500000":
		return true
	}
	return false
}

// levelOf is the kind of place that a name without one says it belongs to.
func levelOf(s string) string {
	switch first, _, _ := strings.Cut(s, " "); {
	case strings.HasPrefix(s, "省"), first == "Provincial", strings.HasPrefix(s, "自治区"):
		return "province"
	case strings.HasPrefix(s, "市"), first == "Municipal", first == "City":
		return "prefecture"
	case strings.HasPrefix(s, "县"), strings.HasPrefix(s, "区"), first == "County", first == "District":
		return "county"
	}
	return ""
}

// articles drops the articles within a name and makes its apostrophes plain.
var articles = strings.NewReplacer("’", "'", " the ", " ")

// organEN splits an English name: "Guangdong Provincial Department of
// Finance", "SME Bureau of Guangdong Province". The place is nil when only
// its level is named.
func (b *roster) organEN(s string) (*lexicon.Entry, organ) {
	words := strings.Fields(articles.Replace(s))
	if e := b.demonym(words); e != nil {
		return e, data().organsEN["government"]
	}
	for i := 1; i < len(words)-1; i++ { // organ of place
		if words[i] != "of" {
			continue
		}
		if e := b.division(words[i+1:]); e != nil {
			if o, ok := data().organsEN[strings.ToLower(strings.Join(dropLevel(words[:i]), " "))]; ok {
				return e, o
			}
		}
	}
	for i := min(len(words)-1, 4); i > 0; i-- { // place organ
		o, ok := data().organsEN[strings.ToLower(strings.Join(dropLevel(words[i:]), " "))]
		if !ok {
			continue
		}
		if e := b.division(words[:i]); e != nil {
			return e, o
		}
	}
	if rest := dropLevel(words); len(rest) < len(words) && len(rest) > 0 {
		if o, ok := data().organsEN[strings.ToLower(strings.Join(rest, " "))]; ok {
			return nil, o
		}
	}
	return nil, organ{}
}

// dropLevel drops the words that say of which level an organ is.
func dropLevel(words []string) []string {
	for len(words) > 1 && data().words["level"][strings.ToLower(words[0])] {
		words = words[1:]
	}
	return words
}

// demonym is the country of "Chinese government" and the like, or nil.
func (b *roster) demonym(words []string) *lexicon.Entry {
	n := len(words) - 1
	if n < 1 || n > 2 || !strings.EqualFold(words[n], "government") {
		return nil
	}
	return b.lex.ByID(data().demonyms[strings.ToLower(strings.Join(words[:n], " "))])
}

// division is the division of China that the words name: the first of a chain
// ("Xunyang District, Jiujiang City"), the last of places run together
// ("Urumqi Tianshan District").
func (b *roster) division(words []string) *lexicon.Entry {
	name, _, _ := strings.Cut(strings.Join(words, " "), ",")
	name = strings.TrimSuffix(name, "'s")
	if e := b.oneDivision(name); e != nil {
		return e
	}
	for i := range name {
		if name[i] == ' ' && len(b.lookup(name[:i], extract.LabelPlace)) > 0 {
			return b.oneDivision(name[i+1:])
		}
	}
	return nil
}

// oneDivision is the division of China of that name, or nil when there is
// none, or there are several and the article does not tell which.
func (b *roster) oneDivision(name string) *lexicon.Entry {
	es := b.lookup(name, extract.LabelPlace)
	if len(es) == 0 || es[0].Code == "" {
		return nil
	}
	if oneThing(es) || es[0].Sure && rank(es[0].Kind) < rank(es[1].Kind) {
		return es[0]
	}
	var only *lexicon.Entry
	for _, e := range es {
		if e.Code == "" || !b.named[e.ID] && !b.named[e.Parent] {
			continue
		}
		if only != nil && only.ID != e.ID {
			return nil
		}
		only = e
	}
	return only
}
