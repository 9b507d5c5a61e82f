package name

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/jdkato/prose/v2"

	"github.com/smelt-ie/smelt/extract/packed"
)

// PackSpeech makes the file of the English part-of-speech tagger from the
// weights that prose carries.
func PackSpeech() ([]byte, error) {
	var weights map[string]map[string]float64
	var known map[string]string
	var classes []string
	for _, a := range []struct {
		file string
		into any
	}{{"weights", &weights}, {"tags", &known}, {"classes", &classes}} {
		b, err := prose.Asset("model/AveragedPerceptron/" + a.file + ".gob")
		if err != nil {
			return nil, err
		}
		if err := gob.NewDecoder(bytes.NewReader(b)).Decode(a.into); err != nil {
			return nil, fmt.Errorf("weights of prose: %w", err)
		}
	}
	slices.Sort(classes)
	out := binary.AppendUvarint(nil, uint64(len(classes)))
	number := map[string]int{}
	for i, c := range classes {
		out, number[c] = packed.PutString(out, c), i
	}
	out = binary.AppendUvarint(out, uint64(len(known)))
	for _, w := range slices.Sorted(maps.Keys(known)) {
		out = binary.LittleEndian.AppendUint32(out, hash(w))
		out = binary.AppendUvarint(out, uint64(number[known[w]]))
	}
	return packed.Pack(packed.Header{
		Model:   "English parts of speech",
		Data:    []string{"averaged perceptron weights of github.com/jdkato/prose v2.0.0"},
		Licence: "MIT",
	}, putPosWeights(out, weights, number))
}

func putPosWeights(out []byte, weights map[string]map[string]float64, number map[string]int) []byte {
	rows := map[feature]map[string]float64{}
	for key, row := range weights {
		if f, ok := posFeature(key); ok {
			rows[f] = row
		}
	}
	list := slices.Sorted(maps.Keys(rows))
	out = packed.PutFeatures(out, list)
	for _, f := range list {
		var row []byte
		n := 0
		for _, c := range slices.Sorted(maps.Keys(rows[f])) {
			w := math.Round(rows[f][c] * 100)
			if w == 0 || math.Abs(w) > math.MaxInt16 {
				continue
			}
			n++
			row = binary.AppendVarint(binary.AppendUvarint(row, uint64(number[c])), int64(w))
		}
		out = append(binary.AppendUvarint(out, uint64(n)), row...)
	}
	return out
}
