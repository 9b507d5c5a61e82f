package name

// cluster is the place of a word in the classes learnt from unlabelled text,
// from the finest class to the coarsest.
type cluster [3]value

// clusters are the classes of words by the hash of the word in lower case.
type clusters map[value]cluster

// of is the class of a word in lower case; unknown words share one.
func (c clusters) of(lower string) cluster { return c[hash(lower)] }
