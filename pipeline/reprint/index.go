package reprint

// Index finds the earlier article that a new one repeats. Its answers depend
// on the order in which articles are added; it is not safe for use by several
// goroutines at once.
type Index struct {
	ids    []string
	prints []Fingerprint
	bands  [len(strides) * 4]map[uint16][]uint32 // positions in prints by 16 bits of the hash
}

// strides are the steps by which the 64 bits of a hash are dealt out to four
// bands of 16. Hashes that differ in up to three bits share a band of every
// stride; those that differ in more share one of some stride most of the time.
var strides = [...]int{1, 3, 5, 11}

// New is an empty index.
func New() *Index {
	ix := &Index{}
	for i := range ix.bands {
		ix.bands[i] = map[uint16][]uint32{}
	}
	return ix
}

// Add looks for the earliest article that text repeats and returns its id. An
// article that repeats none is kept under its id, and "" is returned.
func (ix *Index) Add(id, text string) (duplicateOf string) {
	f := Of(text)
	if first, ok := ix.Find(f); ok {
		return first
	}
	ix.Insert(id, f)
	return ""
}

// Insert keeps a fingerprint, such as one that an earlier run has left.
func (ix *Index) Insert(id string, f Fingerprint) {
	at := uint32(len(ix.ids))
	ix.ids = append(ix.ids, id)
	ix.prints = append(ix.prints, f)
	for i := range ix.bands {
		b := band(f.Hash, i)
		ix.bands[i][b] = append(ix.bands[i][b], at)
	}
}

// Find is the id of the earliest article that the fingerprint is near to. An
// article without words is near to none.
func (ix *Index) Find(f Fingerprint) (id string, ok bool) {
	if f.Tokens == 0 {
		return "", false
	}
	first := uint32(len(ix.ids))
	for i := range ix.bands {
		for _, at := range ix.bands[i][band(f.Hash, i)] {
			if at >= first {
				break // positions rise, and an earlier one has been found
			}
			if ix.prints[at].Near(f) {
				first = at
			}
		}
	}
	if int(first) == len(ix.ids) {
		return "", false
	}
	return ix.ids[first], true
}

// Len is the number of articles kept.
func (ix *Index) Len() int { return len(ix.ids) }

// band is the i-th band of a hash: 16 bits, a stride apart.
func band(hash uint64, i int) uint16 {
	stride, offset := strides[i/4], i%4*16
	var b uint16
	for k := range 16 {
		b = b<<1 | uint16(hash>>((offset+k)*stride%64)&1)
	}
	return b
}
