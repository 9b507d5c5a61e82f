package segment

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/go-ego/gse"
	"github.com/smelt-ie/smelt/extract/packed"
)

// leastFrequency keeps out the words that the dictionary saw least; most of
// them are rare compounds.
const leastFrequency = 4

// PackDictionary makes the file of Chinese words from the dictionary that gse
// carries, with the frequency and part of speech of each word.
func PackDictionary() ([]byte, error) {
	var seg gse.Segmenter
	seg.SkipLog = true
	if err := seg.LoadDictEmbed("zh_s"); err != nil {
		return nil, fmt.Errorf("load the dictionary of gse: %w", err)
	}
	type entry struct {
		freq  float64
		class Class
	}
	words := map[string]entry{}
	total := 0.0
	for i := range seg.Dict.Tokens {
		t := &seg.Dict.Tokens[i]
		word := t.Text()
		if t.Freq() < leastFrequency || len([]rune(word)) > longestWord {
			continue
		}
		words[word] = entry{t.Freq(), ClassOf(t.Pos())}
		total += t.Freq()
	}
	rows := map[packed.Feature]entry{}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		for i := range w {
			if i > 0 {
				k := packed.Key(packed.Hash(w[:i]))
				rows[k] = entry{} // a prefix, until a word of its own
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		rows[packed.Key(packed.Hash(w))] = words[w]
	}
	list := slices.Sorted(maps.Keys(rows))
	out := packed.PutFeatures(nil, list)
	for _, f := range list {
		e := rows[f]
		if e.freq == 0 {
			out = append(out, 0)
			continue
		}
		cost := math.Round(-100 * math.Log(e.freq/total))
		out = binary.AppendUvarint(out, uint64(cost)+1)
		out = append(out, byte(e.class))
	}
	return packed.Pack(packed.Header{
		Model:   "Chinese words",
		Data:    []string{"simplified dictionary of github.com/go-ego/gse v0.80.3, from jieba"},
		Licence: "Apache-2.0 (gse), MIT (jieba)",
	}, out)
}
