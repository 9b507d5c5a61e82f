// Package segment cuts Chinese text into words and tells their parts of speech.
package segment

import (
	_ "embed" // the words
	"math"
	"sync"

	"github.com/smelt-ie/smelt/extract/packed"
)

//go:embed words_zh.bin
var file []byte

// Default is the dictionary that smelt ships, read when it is first asked for.
var Default = sync.OnceValues(func() (*Dictionary, error) { return Read(file) })

// Dictionary is the list of Chinese words with their frequencies and parts of
// speech, and cuts text into the likeliest words. Words and the beginnings of
// words are known by their hash alone. It is safe for concurrent use.
type Dictionary struct {
	index  *packed.Index
	weight []int16 // logarithm of the frequency in hundredths, or notWord
	class  []Class
}

const (
	notWord     = math.MinInt16 // the beginning of a word that is no word itself
	unknownWord = -1800         // weight of a character that is in no word
	longestWord = 12            // in characters
)

// Word is the best word that begins at a character.
type Word struct {
	Length int16 // in characters
	Class  Class // 0 where the dictionary does not know the word
	Hash   uint32
	score  int32 // of the way from here to the end
}

// Cut tells for each character how long the word is that begins there on the
// likeliest way, and its class. The i-th character is text[starts[i]:ends[i]];
// no word goes over a gap between two. The result uses the room of out.
func (d *Dictionary) Cut(text string, starts, ends []int32, out []Word) []Word {
	n := len(starts)
	if cap(out) <= n {
		out = make([]Word, n+1, 2*n+1)
	}
	out = out[:n+1]
	out[n] = Word{}
	for i := n - 1; i >= 0; i-- {
		top := Word{score: out[i+1].score + unknownWord, Length: 1}
		h := packed.HashStart
		for j := i; j < n && j < i+longestWord; j++ {
			for k := starts[j]; k < ends[j]; k++ {
				h = packed.HashByte(h, text[k])
			}
			if j > i && starts[j] != ends[j-1] {
				break
			}
			row := d.index.Find(packed.Key(h))
			if row < 0 {
				break
			}
			if w := d.weight[row]; w != notWord {
				if s := out[j+1].score + int32(w); s > top.score {
					top = Word{score: s, Length: int16(j - i + 1), Class: d.class[row], Hash: h}
				}
			}
		}
		if top.Hash == 0 {
			top.Hash = packed.Hash(text[starts[i]:ends[i]])
		}
		out[i] = top
	}
	return out[:n]
}

// Read reads a dictionary that [PackDictionary] made.
func Read(file []byte) (*Dictionary, error) {
	_, content, err := packed.Unpack(file)
	if err != nil {
		return nil, err
	}
	r := packed.NewReader(content)
	list := r.Features()
	d := &Dictionary{weight: make([]int16, len(list)), class: make([]Class, len(list))}
	for i := range list {
		w := r.Uvarint()
		d.weight[i] = int16(notWord)
		if w > 0 {
			d.weight[i] = int16(1 - w)
			if b := r.Bytes(1); b != nil {
				d.class[i] = Class(b[0])
			}
		}
	}
	d.index = packed.NewIndex(list)
	return d, r.Err()
}
