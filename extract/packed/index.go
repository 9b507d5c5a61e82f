package packed

import "math/bits"

// Feature is the hash under which a model keeps something.
type Feature uint32

// Hash is that of a string (FNV-1a).
func Hash[S string | []byte](s S) uint32 {
	h := HashStart
	for i := 0; i < len(s); i++ {
		h = HashByte(h, s[i])
	}
	return h
}

// HashStart is the hash of the empty string.
const HashStart uint32 = 2166136261

// HashByte is the hash of the string with that hash and one more byte.
func HashByte(h uint32, b byte) uint32 { return (h ^ uint32(b)) * 16777619 }

// Key is the feature under which a string with that hash is kept.
func Key(h uint32) Feature { return Feature(h * 0x9E3779B1) }

// Index finds the number of a feature among those of a model: an open hash
// table behind a bitmap, small enough for the cache, that turns most of the
// unknown features away.
type Index struct {
	seen  []uint64 // bitmap over the high bits of the hash
	slots []slot
	shift uint // the home slot of h is h >> shift
	high  uint // the bit of h is h >> high
}

type slot struct {
	key Feature
	row int32 // number of the feature plus one; 0 for a free slot
}

// NewIndex numbers the features as they stand in the list.
func NewIndex(list []Feature) *Index {
	size := uint(bits.Len(uint(len(list)) * 2))
	x := &Index{
		seen:  make([]uint64, max(1, 8<<size/64)),
		slots: make([]slot, 1<<size),
		shift: 32 - size, high: 32 - min(32, size+3),
	}
	mask := uint32(len(x.slots) - 1)
	for i, f := range list {
		bit := uint32(f) >> x.high
		x.seen[bit/64] |= 1 << (bit % 64)
		at := uint32(f) >> x.shift
		for x.slots[at].row != 0 {
			at = (at + 1) & mask
		}
		x.slots[at] = slot{f, int32(i + 1)}
	}
	return x
}

// Find is the number of f, or -1.
func (x *Index) Find(f Feature) int32 {
	bit := uint32(f) >> x.high
	if x.seen[bit/64]>>(bit%64)&1 == 0 {
		return -1
	}
	mask := uint32(len(x.slots) - 1)
	for at := uint32(f) >> x.shift; ; at = (at + 1) & mask {
		s := x.slots[at]
		if s.row == 0 || s.key == f {
			return s.row - 1
		}
	}
}
