package fact

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// places states what lies in what where two places stand side by side:
// Cangzhou, Hebei; 河北省沧州市.
func (r *reader) places() {
	for i := 1; i < len(r.d.Mentions); i++ {
		a, b := &r.d.Mentions[i-1], &r.d.Mentions[i]
		if a.Label() != extract.LabelPlace || b.Label() != extract.LabelPlace || b.Start < a.End || b.Start-a.End > 6 {
			continue
		}
		gap := strings.TrimSpace(r.text[a.End:b.Start])
		switch {
		case gap == "" && r.chinese || gap == "的" || gap == "" && r.inside(i, i-1):
			r.chain(i, i-1, true)
		case gap == ",", gap == "in", gap == "of":
			r.chain(i-1, i, gap != ",")
		}
	}
}

// chain states that place small lies in place large where the lexicon says
// so, or where it knows neither better and the text stands them so together.
func (r *reader) chain(small, large int, tight bool) {
	switch {
	case r.d.Mentions[small].EntityID == r.d.Mentions[large].EntityID:
	case r.d.Mentions[small].Len() == len("以") && r.d.Mentions[large].Len() == len("以"): // 以黎边境: two countries
	case r.inside(small, large):
		r.state(PartOf, r.mention(small), r.mention(large), extract.Span{}, "place-chain", 0.95)
	case r.entry(small) == nil && tight && r.holds(large):
		relation := PartOf
		if k := r.d.Mentions[small].Value.(*extract.Place).Kind; k == "facility" || k == "zone" || k == "" && !r.chinese {
			relation = LocatedIn // the theatre in Beijing is no part of the city's divisions
		}
		r.state(relation, r.mention(small), r.mention(large), extract.Span{}, "place-within", 0.75)
	case r.entry(small) == nil && r.holds(large) && r.soleChain(small, large):
		r.state(PartOf, r.mention(small), r.mention(large), extract.Span{}, "place-within", 0.7)
	}
}

func (r *reader) entry(i int) *lexicon.Entry { return r.lex.ByID(r.d.Mentions[i].EntityID) }

// inside reports whether the lexicon has the one place within the other.
func (r *reader) inside(small, large int) bool {
	e := r.entry(small)
	for depth := 0; e != nil && depth < 8; depth++ {
		if e.Parent != "" && e.Parent == r.d.Mentions[large].EntityID || depth == 0 && large >= 0 && e.Country != "" && "place/"+e.Country == r.d.Mentions[large].EntityID && e.Kind != "country" {
			return true
		}
		e = r.lex.ByID(e.Parent)
	}
	return false
}

// holds reports whether the place is of a kind that others are said to lie in.
func (r *reader) holds(i int) bool {
	switch r.d.Mentions[i].Value.(*extract.Place).Kind {
	case "country", "province", "prefecture", "city", "county", "state":
		return r.entry(i) != nil
	}
	return false
}

// soleChain reports whether "A, B" is a place and where it lies, and not two
// of a list: words of place lead to it, and no "and" follows.
func (r *reader) soleChain(small, large int) bool {
	before := strings.TrimRight(r.text[:r.d.Mentions[small].Start], " ")
	after := strings.TrimLeft(r.text[r.d.Mentions[large].End:], " ")
	if strings.HasPrefix(after, "and ") || strings.HasPrefix(after, ", and") || strings.HasPrefix(after, ",") && large+1 < len(r.d.Mentions) && r.d.Mentions[large+1].Label() == extract.LabelPlace && r.d.Mentions[large+1].Start-r.d.Mentions[large].End <= 2 && !r.inside(large, large+1) {
		return false
	}
	for _, w := range []string{" in", " at", " from", " of", "In", "At"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}
