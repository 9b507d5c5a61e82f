package schemas

import "unicode/utf8"

// stride is how many bytes lie between two marks of a counter.
const stride = 512

// counter turns byte offsets of a text into code points. It holds a mark every
// stride bytes, so that any offset costs a short count.
type counter struct {
	text  string
	marks []int32 // marks[i]: code points that begin before byte i*stride
}

func newCounter(text string) *counter {
	c := &counter{text: text, marks: make([]int32, 1, len(text)/stride+1)}
	for at := stride; at <= len(text); at += stride {
		last := c.marks[len(c.marks)-1]
		c.marks = append(c.marks, last+starts(text[at-stride:at]))
	}
	return c
}

// at is the number of code points that begin before the byte offset.
func (c *counter) at(offset int) int32 {
	i := offset / stride
	return c.marks[i] + starts(c.text[i*stride:offset])
}

// starts counts the code points that begin in s, which may itself begin or end
// within one. A stray continuation byte of a broken text counts for nothing.
func starts(s string) int32 {
	n := int32(0)
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
