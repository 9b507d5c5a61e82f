package name

import "github.com/smelt-ie/smelt/extract/packed"

// The likeliest division into words may be wrong just where a name stands, so
// each character also hears of all other words of the vocabulary that it could
// be part of, as in the soft lexicon of Ma et al. (2020).

// Lengths of such words, in characters.
const (
	shortestSpelt = 2
	longestSpelt  = 5
)

// spelt is the words of the vocabulary that begin at one token, by length.
type spelt [longestSpelt - shortestSpelt + 1]cluster

// spell looks up what is spelt on the line from each token on.
func (z *chinese) spell(text string) {
	z.spelt = resize(z.spelt, len(z.spans))
	for i := range z.spans {
		z.spelt[i] = spelt{}
		h := packed.HashStart
		for j := i; j < len(z.spans) && j < i+longestSpelt; j++ {
			if z.at(j).kind != hanChar || j > i && z.starts[j] != z.ends[j-1] {
				break
			}
			for k := z.starts[j]; k < z.ends[j]; k++ {
				h = packed.HashByte(h, text[k])
			}
			if n := j - i + 1; n >= shortestSpelt {
				z.spelt[i][n-shortestSpelt] = z.clusters.of(h)
			}
		}
	}
}

// speltFeatures adds the words that cover the i-th token, end right before it
// or begin right after it.
func (z *chinese) speltFeatures(i int, ev *evidence) {
	for s := max(0, i-longestSpelt); s < i+2 && s < len(z.spelt); s++ {
		for k := range z.spelt[s] {
			c := &z.spelt[s][k]
			if c[0] == 0 {
				continue
			}
			length := k + shortestSpelt
			switch end := s + length; {
			case end == i:
				ev.two(80, c[1], value(min(length, 3)))
			case s == i+1:
				ev.two(81, c[1], value(min(length, 3)))
			case s <= i && i < end:
				place := value(inside)
				if s == i {
					place = value(begin)
				} else if end == i+1 {
					place = value(last)
				}
				place = place<<3 | value(length)
				ev.two(82, c[0], place)
				ev.two(83, c[1], place)
			}
		}
	}
}
