package name

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// lexHit is what the lexicons say of one token, as values of features: 0 for
// a token in no match.
type lexHit struct {
	label value // label of the likeliest entry and the place in the match
	full  value // the same with its kind, and whether the match is sure
}

// lexHits spreads the matches over the tokens. Matches out of the tokens'
// range are passed over; the result reuses out.
func lexHits(tokens []extract.Span, matches []lexicon.Match, out []lexHit) []lexHit {
	out = resize(out, len(tokens))
	clear(out)
	i := 0
	for k := range matches {
		m := &matches[k]
		for i < len(tokens) && tokens[i].End <= m.Start {
			i++
		}
		if i == len(tokens) {
			break
		}
		entry := m.Entries[0]
		label := hash(string(entry.Label))
		kind := label*31 ^ hash(entry.Kind)
		if m.Sure() {
			kind ^= 0x55555555
		}
		if len(m.Entries) > 1 {
			kind ^= 0x0F0F0F00
		}
		for ; i < len(tokens) && tokens[i].Start < m.End; i++ {
			part := value(inside)
			switch head, tail := tokens[i].Start <= m.Start, tokens[i].End >= m.End; {
			case head && tail:
				part = value(unit)
			case head:
				part = value(begin)
			case tail:
				part = value(last)
			}
			out[i] = lexHit{label: label*8 + part, full: kind*8 + part}
		}
	}
	return out
}
