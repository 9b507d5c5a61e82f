package segment

// Class is the part of speech of a word: the first two letters of its tag in
// the dictionary, packed into a byte. The second letter is kept modulo nine.
type Class uint8

// ClassOf is the class of a tag of the dictionary: n, vn, nr.
func ClassOf(tag string) Class {
	second := 0
	if len(tag) > 1 {
		second = int(tag[1]-'a'+1) % 9
	}
	return Class(int(tag[0]-'a')%26*9+second) + 1
}

// Letter is the first letter of the tag: n for nouns, v for verbs, a for
// adjectives; 0 for a word without a class.
func (c Class) Letter() byte {
	if c == 0 {
		return 0
	}
	return 'a' + byte(c-1)/9
}
