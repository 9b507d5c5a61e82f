package extract

import (
	"cmp"
	"slices"
)

// Resolve settles overlaps between mentions and sorts what is left by start.
//
// The guide's rule is outermost-longest: of two overlapping mentions the
// longer one stays; between equals the one with the higher confidence, then
// the one that comes first in labelling order. The result is a new slice; no
// two of its spans overlap.
func Resolve(ms []Mention) []Mention {
	order := slices.Clone(ms)
	slices.SortStableFunc(order, func(a, b Mention) int {
		return cmp.Or(
			cmp.Compare(b.Len(), a.Len()),
			cmp.Compare(b.Confidence, a.Confidence),
			cmp.Compare(a.Start, b.Start),
			cmp.Compare(labelRank(a.Label()), labelRank(b.Label())),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
	byStart := func(m Mention, at int) int { return cmp.Compare(m.Start, at) }
	var kept []Mention
	for _, m := range order {
		i, _ := slices.BinarySearchFunc(kept, m.Start, byStart)
		if i > 0 && kept[i-1].Overlaps(m.Span) || i < len(kept) && kept[i].Overlaps(m.Span) {
			continue
		}
		kept = slices.Insert(kept, i, m)
	}
	return kept
}

func labelRank(l Label) int { return slices.Index(Labels, l) }
