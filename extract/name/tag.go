package name

import "github.com/smelt-ie/smelt/extract"

// labels are the labels that the tagger knows, in the order of their tags.
var labels = [...]extract.Label{extract.LabelPerson, extract.LabelBody, extract.LabelPlace}

// tag says where a token stands in a name: outside every one, or at the
// beginning, inside, last or as the only one (unit) of a name of one label.
type tag uint8

const (
	outside tag = 0
	// The tags of label k are 4k+1 to 4k+4.
	begin  tag = 1
	inside tag = 2
	last   tag = 3
	unit   tag = 4

	tags = 1 + 4*len(labels) // number of tags
)

// tagOf is the tag of a token at place part of a name with the k-th label.
func tagOf(k int, part tag) tag { return tag(4*k) + part }

// split is the label and place of a tag that is not outside.
func (t tag) split() (k int, part tag) { return int(t-1) / 4, (t-1)%4 + 1 }

// opens reports whether t may stand first: no name is under way before it.
func (t tag) opens() bool {
	if t == outside {
		return true
	}
	_, part := t.split()
	return part == begin || part == unit
}

// closes reports whether t may stand at the end of a sequence.
func (t tag) closes() bool {
	if t == outside {
		return true
	}
	_, part := t.split()
	return part == last || part == unit
}

// follows reports whether next may stand right after t.
func (t tag) follows(next tag) bool {
	if t.closes() {
		return next.opens()
	}
	k, _ := t.split()
	return next == tagOf(k, inside) || next == tagOf(k, last)
}

// preceding lists for each tag those that may stand before it.
var preceding = func() (lists [tags][]tag) {
	for next := range tag(tags) {
		for t := range tag(tags) {
			if t.follows(next) {
				lists[next] = append(lists[next], t)
			}
		}
	}
	return lists
}()

// chunk is a name among the tokens of a sequence: a half-open range.
type chunk struct {
	start, end int
	label      int // index into labels
}

// tagAt is the tag that the i-th token has in s, which covers it.
func (s chunk) tagAt(i int) tag {
	switch {
	case s.end-s.start == 1:
		return tagOf(s.label, unit)
	case i == s.start:
		return tagOf(s.label, begin)
	case i == s.end-1:
		return tagOf(s.label, last)
	}
	return tagOf(s.label, inside)
}

// chunks reads the names off a valid sequence of tags.
func chunks(ts []tag) []chunk {
	var out []chunk
	start := 0
	for i, t := range ts {
		if t == outside {
			continue
		}
		k, part := t.split()
		if part == begin || part == unit {
			start = i
		}
		if part == last || part == unit {
			out = append(out, chunk{start, i + 1, k})
		}
	}
	return out
}

// possible reports whether some sequence of tags takes a permitted tag at
// every token. Two names that share a token leave none.
func possible(allowed []uint16) bool {
	reach := uint16(0)
	for i, permitted := range allowed {
		here := uint16(0)
		for t := range tag(tags) {
			if permitted&(1<<t) == 0 {
				continue
			}
			if i == 0 && t.opens() {
				here |= 1 << t
			}
			for _, before := range preceding[t] {
				if i > 0 && reach&(1<<before) != 0 {
					here |= 1 << t
				}
			}
		}
		reach = here
	}
	for t := range tag(tags) {
		if reach&(1<<t) != 0 && t.closes() {
			return true
		}
	}
	return false
}
