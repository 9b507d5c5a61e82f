// Package reprint finds articles that say what an earlier one says: reprints
// with another headline, source line or a sentence more or less.
//
// Every article has a [Fingerprint] of a few bytes, which a ledger can keep
// across runs. An [Index] answers which earlier fingerprint is near enough.
package reprint

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"
)

// Fingerprint is what is kept of an article to know its reprints by.
type Fingerprint struct {
	Hash    uint64 // simhash over shingles: two words, or three Chinese characters
	Numbers uint64 // one bit for each number of the text, by its hash
	Tokens  int32  // words and Chinese characters
}

// Of is the fingerprint of a text. Case, space and punctuation do not count.
func Of(text string) Fingerprint {
	var f Fingerprint
	var votes [64]int32
	var last [3]uint64 // hashes of the last tokens, the newest first
	tokens(text, func(h uint64, kind tokenKind) {
		if kind == number {
			f.Numbers |= 1 << (h & 63)
		}
		f.Tokens++
		last[0], last[1], last[2] = h, last[0], last[1]
		shingle := last[0] ^ bits.RotateLeft64(last[1], 21)
		if kind == han {
			shingle ^= bits.RotateLeft64(last[2], 42)
		}
		vote(&votes, mix(shingle))
	})
	for i, v := range votes {
		if v > 0 {
			f.Hash |= 1 << i
		}
	}
	return f
}

func vote(votes *[64]int32, h uint64) {
	for i := range votes {
		votes[i] += int32(h>>i&1)*2 - 1
	}
}

// mix spreads a combination of hashes over all bits (the finalizer of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

type tokenKind int

const (
	word tokenKind = iota
	number
	han
)

// tokens calls visit with the hash of every word, number and Chinese character.
func tokens(text string, visit func(uint64, tokenKind)) {
	var buf []byte
	kind := word
	flush := func() {
		if len(buf) > 0 {
			visit(xxh3.Hash(buf), kind)
			buf = buf[:0]
		}
	}
	for _, r := range text {
		switch {
		case r >= 0x3400 && r <= 0x9FFF:
			flush()
			kind = han
			buf = utf8.AppendRune(buf, r)
			flush()
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if len(buf) == 0 {
				kind = word
				if unicode.IsDigit(r) {
					kind = number
				}
			}
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		case (r == '.' || r == ',') && len(buf) > 0 && kind == number:
			// 1,234.5 stays one number; its separators do not count.
		default:
			flush()
		}
	}
	flush()
}

// Near reports whether two articles say the same: few bits of the hashes
// differ, fewer for short texts, the lengths are close, and the numbers agree
// but for a few, so that two reports made from one template stay two.
func (f Fingerprint) Near(g Fingerprint) bool {
	short, long := min(f.Tokens, g.Tokens), max(f.Tokens, g.Tokens)
	if short*5 < long*4 {
		return false
	}
	limit := maxDistance
	if short < shortText {
		limit = maxDistanceShort
	}
	differ := bits.OnesCount64(f.Numbers ^ g.Numbers)
	return bits.OnesCount64(f.Hash^g.Hash) <= limit && differ*5 <= bits.OnesCount64(f.Numbers|g.Numbers)
}

// Limits of nearness, in bits, and what a short text is, in tokens.
const (
	maxDistance      = 7
	maxDistanceShort = 3
	shortText        = 80
)
