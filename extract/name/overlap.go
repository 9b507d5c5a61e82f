package name

import (
	"cmp"
	"slices"

	"github.com/smelt-ie/smelt/extract"
)

// touching is the range of the names that share a byte with the span. found is
// sorted by start and free of overlaps; without such a name the range is empty
// and begins where one with this span belongs.
func touching(found []named, s extract.Span) (lo, hi int) {
	lo, _ = slices.BinarySearchFunc(found, s.Start, func(n named, at int) int { return cmp.Compare(n.End, at+1) })
	hi = lo
	for hi < len(found) && found[hi].Start < s.End {
		hi++
	}
	return lo, hi
}
