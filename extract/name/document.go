package name

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// What one occurrence of a name must reach to teach the others.
const (
	teaches   = 0.75 // confidence of the surest occurrence
	learns    = 0.6  // confidence of an occurrence found only that way
	shortest  = 2    // characters of a Chinese name that teaches
	shortestE = 3    // letters of an English one
)

// known is what a document says about one string in all its occurrences.
type known struct {
	name string
	sum  [len(labels)]float64
	top  float64
}

func (k *known) label() (label int) {
	for i, v := range k.sum {
		if v > k.sum[label] {
			label = i
		}
	}
	return label
}

// agree lets the document settle its names: occurrences of one string get the
// label for which the evidence of all of them is strongest, and occurrences
// that were passed over are found when a sure one taught the name.
func agree(text string, lang extract.Lang, found []named) []named {
	all := map[string]*known{}
	var order []*known
	for _, n := range found {
		name := n.In(text)
		k := all[name]
		if k == nil {
			k = &known{name: name}
			all[name] = k
			order = append(order, k)
		}
		k.sum[slices.Index(labels[:], n.label)] += n.confidence
		k.top = max(k.top, n.confidence)
	}
	for i := range found {
		k := all[found[i].In(text)]
		if l := k.label(); labels[l] != found[i].label && k.sum[l] > 2*k.sum[slices.Index(labels[:], found[i].label)] {
			found[i].label = labels[l]
		}
	}
	slices.SortStableFunc(order, func(a, b *known) int { return cmp.Compare(len(b.name), len(a.name)) })
	for _, k := range order {
		if k.top >= teaches && telling(k.name, lang) {
			found = learn(text, k, found)
		}
	}
	return found
}

// telling reports whether a name is long enough to mean the same elsewhere.
func telling(name string, lang extract.Lang) bool {
	if lang.Chinese() {
		return utf8.RuneCountInString(name) >= shortest
	}
	return len(name) >= shortestE
}

// learn adds the occurrences of a name that overlap nothing found so far.
// found stays sorted by start.
func learn(text string, k *known, found []named) []named {
	for at := 0; ; {
		i := strings.Index(text[at:], k.name)
		if i < 0 {
			return found
		}
		s := extract.Span{Start: at + i, End: at + i + len(k.name)}
		at = s.End
		if !bounded(text, s) {
			continue
		}
		where, end := touching(found, s)
		if where < end {
			continue
		}
		found = slices.Insert(found, where, named{Span: s, label: labels[k.label()], confidence: min(learns, k.top)})
	}
}

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
