package name

import "math/bits"

// index finds the number of a feature among those of a model: an open hash
// table behind a bitmap, small enough for the cache, that turns most of the
// unknown features away.
type index struct {
	seen  []uint64 // bitmap over the high bits of the hash
	slots []slot
	shift uint // the home slot of h is h >> shift
	high  uint // the bit of h is h >> high
}

type slot struct {
	key feature
	row int32 // number of the feature plus one; 0 for a free slot
}

// newIndex numbers the features as they stand in the list.
func newIndex(list []feature) *index {
	size := uint(bits.Len(uint(len(list)) * 2))
	x := &index{
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

// find is the number of f, or -1.
func (x *index) find(f feature) int32 {
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
