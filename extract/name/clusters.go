package name

import "github.com/smelt-ie/smelt/extract/packed"

// cluster is the place of a word in the classes learnt from unlabelled text,
// from the finest class to the coarsest. Zero is that of words not seen there.
type cluster [3]value

// clusters are nested classes of words: each class of one level is part of
// one class of the next.
type clusters struct {
	index   *packed.Index
	classes []uint16  // of each word, the finest class
	levels  []cluster // of each finest class
}

// of is the class of the word with that hash; unknown words share one.
func (c *clusters) of(word value) cluster {
	if row := c.index.Find(packed.Key(word)); row >= 0 {
		return c.levels[c.classes[row]]
	}
	return cluster{}
}

func readClusters(file []byte) (*clusters, error) {
	_, content, err := packed.Unpack(file)
	if err != nil {
		return nil, err
	}
	r := packed.NewReader(content)
	c := &clusters{levels: make([]cluster, r.Count())}
	for i := range c.levels {
		c.levels[i] = cluster{value(i) + 1, value(r.Uvarint()), value(r.Uvarint())}
	}
	list := r.Features()
	c.classes = make([]uint16, len(list))
	for i := range list {
		class := r.Uvarint()
		if class >= len(c.levels) {
			return nil, packed.ErrFile
		}
		c.classes[i] = uint16(class)
	}
	c.index = packed.NewIndex(list)
	return c, r.Err()
}
