package name

import "github.com/smelt-ie/smelt/extract/packed"

// feature is the hash of one piece of evidence: a template and its values.
type feature = packed.Feature

// value is the hash of a word, shape or other attribute of a token.
type value = uint32

// hash is that of a string (FNV-1a).
func hash[S string | []byte](s S) value { return packed.Hash(s) }

// evidence collects the features of one token.
type evidence struct{ list []feature }

// one adds a feature of one value under a template.
func (e *evidence) one(template uint32, a value) {
	h := uint64(template)*0x9E3779B97F4A7C15 ^ uint64(a)*0xC2B2AE3D27D4EB4F
	e.list = append(e.list, fold(h))
}

// two adds a feature of two values in order.
func (e *evidence) two(template uint32, a, b value) {
	h := uint64(template)*0x9E3779B97F4A7C15 ^ uint64(a)*0xC2B2AE3D27D4EB4F
	h = (h>>29 ^ h) * 0xD6E8FEB86659FD93
	h ^= uint64(b) * 0x165667B19E3779F9
	e.list = append(e.list, fold(h))
}

// three adds a feature of three values in order.
func (e *evidence) three(template uint32, a, b, c value) {
	h := uint64(template)*0x9E3779B97F4A7C15 ^ uint64(a)*0xC2B2AE3D27D4EB4F
	h = (h>>29 ^ h) * 0xD6E8FEB86659FD93
	h ^= uint64(b) * 0x165667B19E3779F9
	h = (h>>31 ^ h) * 0xA0761D6478BD642F
	h ^= uint64(c) * 0xE7037ED1A0B428DB
	e.list = append(e.list, fold(h))
}

func fold(h uint64) feature {
	h = (h>>32 ^ h) * 0xD6E8FEB86659FD93
	return feature(h >> 32)
}
