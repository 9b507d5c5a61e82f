package name

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
)

// leastFrequency keeps out the words that the dictionary saw least; most of
// them are rare compounds.
const leastFrequency = 4

// PackDictionary makes the file of Chinese words from a dictionary in the form
// of jieba and gse: word, frequency and part of speech in each line.
func PackDictionary(r io.Reader) ([]byte, error) {
	type entry struct {
		freq  float64
		class uint8
	}
	words := map[string]entry{}
	total := 0.0
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		f := strings.Fields(sc.Text())
		if len(f) < 2 {
			continue
		}
		freq, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			return nil, fmt.Errorf("line %d of the dictionary: %w", n, err)
		}
		if freq < leastFrequency || len([]rune(f[0])) > longestWord {
			continue
		}
		e := entry{freq: freq}
		if len(f) > 2 {
			e.class = speechClass(f[2])
		}
		words[f[0]] = e
		total += freq
	}
	if err := sc.Err(); err != nil {
		return nil, err
	}
	rows := map[feature]entry{}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		for i := range w {
			if i > 0 {
				k := dictionaryKey(hash(w[:i]))
				rows[k] = rows[k]
			}
		}
	}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		rows[dictionaryKey(hash(w))] = words[w]
	}
	list := slices.Sorted(maps.Keys(rows))
	out := putFeatures(nil, list)
	for _, f := range list {
		e := rows[f]
		if e.freq == 0 {
			out = append(out, 0)
			continue
		}
		cost := math.Round(-100 * math.Log(e.freq/total))
		out = binary.AppendUvarint(out, uint64(cost)+1)
		out = append(out, e.class)
	}
	return pack(Header{
		Model:   "Chinese words",
		Data:    []string{"simplified dictionary of github.com/go-ego/gse v0.80.3, from jieba"},
		Licence: "Apache-2.0 (gse), MIT (jieba)",
	}, out)
}

// speechClass numbers a part of speech of the dictionary by its first two letters.
func speechClass(tag string) uint8 {
	second := 0
	if len(tag) > 1 {
		second = int(tag[1]-'a'+1) % 9
	}
	return uint8(int(tag[0]-'a')%26*9+second) + 1
}
