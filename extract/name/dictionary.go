package name

import "math"

// dictionary is the list of Chinese words with their frequencies and parts of
// speech, and cuts text into the likeliest words. Words and the beginnings of
// words are known by their hash alone.
type dictionary struct {
	index  *index
	weight []int16 // logarithm of the frequency in hundredths, or notWord
	class  []uint8 // part of speech, as the first letters of the dictionary's tag
}

const (
	notWord     = math.MinInt16 // the beginning of a word that is no word itself
	unknownWord = -1800         // weight of a character that is in no word
	longestWord = 12            // in characters
)

// dictionaryKey is the feature under which a string with that hash is kept.
func dictionaryKey(h value) feature { return feature(h * 0x9E3779B1) }

// cut tells for each character how long the word is that begins there on the
// likeliest way, and its class. The i-th character is text[starts[i]:ends[i]].
func (d *dictionary) cut(text string, starts []int32, ends []int32, out []chosen) []chosen {
	n := len(starts)
	out = resize(out, n+1)
	out[n] = chosen{}
	for i := n - 1; i >= 0; i-- {
		top := chosen{score: out[i+1].score + unknownWord, length: 1}
		h := value(2166136261)
		for j := i; j < n && j < i+longestWord; j++ {
			for k := starts[j]; k < ends[j]; k++ {
				h = (h ^ value(text[k])) * 16777619
			}
			if j > i && starts[j] != ends[j-1] {
				break
			}
			row := d.index.find(dictionaryKey(h))
			if row < 0 {
				break
			}
			if w := d.weight[row]; w != notWord {
				if s := out[j+1].score + int32(w); s > top.score {
					top = chosen{score: s, length: int16(j - i + 1), class: d.class[row], hash: h}
				}
			}
		}
		if top.hash == 0 {
			top.hash = hash(text[starts[i]:ends[i]])
		}
		out[i] = top
	}
	return out[:n]
}

// chosen is the best word that begins at a character.
type chosen struct {
	score  int32
	length int16 // in characters
	class  uint8
	hash   value
}

func readDictionary(file []byte) (*dictionary, error) {
	_, content, err := unpack(file)
	if err != nil {
		return nil, err
	}
	r := reader{b: content}
	list := r.features()
	d := &dictionary{weight: make([]int16, len(list)), class: make([]uint8, len(list))}
	for i := range list {
		w := r.uvarint()
		d.weight[i] = int16(notWord)
		if w > 0 {
			d.weight[i] = int16(1 - w)
			if b := r.bytes(1); b != nil {
				d.class[i] = b[0]
			}
		}
	}
	d.index = newIndex(list)
	return d, r.err
}
