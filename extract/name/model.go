package name

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/packed"
)

// model is a linear-chain conditional random field: what each feature says
// for each tag, and each tag for the next one. It is immutable.
type model struct {
	packed.Header
	index  *packed.Index
	rows   [][2]uint64 // of each feature: one byte a tag, 128 above the weight
	unit   float32     // what one step of a weight is worth
	trans  transitions
	curve  [len(labels)]curve
	second second
}

// Model is a tagger of names that [Train] has learnt.
type Model struct {
	*model
	lang extract.Lang
}

// modelName begins what the header of a tagger calls it; its language follows.
const modelName = "names, "

// featuresVersion changes with the evidence that the analysers give, so that
// no model is applied to other evidence than it has learnt from.
const featuresVersion = "2"

// ReadModel reads the file of a tagger.
func ReadModel(file []byte) (*Model, error) {
	m, err := readModel(file)
	if err != nil {
		return nil, err
	}
	base, ok := strings.CutPrefix(m.Model, modelName)
	lang, known := extract.ParseLang(base)
	if !ok || !known {
		return nil, fmt.Errorf("the model is one of %s, not of names", m.Model)
	}
	if m.Settings["features"] != featuresVersion {
		return nil, errors.New("the model was learnt by another version of smelt; train it again")
	}
	return &Model{m, lang}, nil
}

// curve turns the probability that the model gives a name into how often such
// names are right: a logistic line over the log odds, from cross-validation.
type curve struct{ slope, offset float32 }

func (c curve) at(p float64) float64 {
	return 1 / (1 + math.Exp(-(float64(c.slope)*logit(p) + float64(c.offset))))
}

func logit(p float64) float64 {
	const edge = 1e-5
	p = min(max(p, edge), 1-edge)
	return math.Log(p / (1 - p))
}

// score sums what the features of one token say. Each half of a row is added
// in lanes of 16 bits, which hold up to 257 features.
func (m *model) score(list []feature, out *scores) {
	const low = 0x00FF00FF00FF00FF
	var a, b, c, d uint64
	n := 0
	for _, f := range list {
		k := m.index.Find(f)
		if k < 0 {
			continue
		}
		r := &m.rows[k]
		a += r[0] & low
		b += r[0] >> 8 & low
		c += r[1] & low
		d += r[1] >> 8 & low
		n++
	}
	lanes := [4]uint64{a, b, c, d}
	for t := range out {
		// Even tags of each half lie in its first sum, odd ones in the second.
		sum := lanes[t/8*2+t%2] >> (t % 8 / 2 * 16) & 0xFFFF
		out[t] = float32(int32(sum)-int32(n)*128) * m.unit
	}
}

// transitionStep is what one step of a transition, or of what a hint says, is
// worth in the file.
const transitionStep = 1.0 / 1024

func readModel(file []byte) (*model, error) {
	h, content, err := packed.Unpack(file)
	if err != nil {
		return nil, err
	}
	r := packed.NewReader(content)
	m := &model{Header: h, unit: math.Float32frombits(r.Uint32())}
	for t := range m.trans {
		for next := range m.trans[t] {
			m.trans[t][next] = float32(r.Varint()) * transitionStep
		}
	}
	for k := range m.curve {
		m.curve[k] = curve{math.Float32frombits(r.Uint32()), math.Float32frombits(r.Uint32())}
	}
	list := r.Features()
	m.rows = make([][2]uint64, len(list))
	for i := range list {
		mask := r.Uvarint()
		row := [16]byte{}
		for t := range row {
			row[t] = 128
			if mask>>t&1 == 1 {
				if b := r.Bytes(1); b != nil {
					row[t] = b[0]
				}
			}
		}
		m.rows[i] = [2]uint64{binary.LittleEndian.Uint64(row[:8]), binary.LittleEndian.Uint64(row[8:])}
	}
	m.index = packed.NewIndex(list)
	for h := range m.second {
		for t := range m.second[h] {
			m.second[h][t] = float32(r.Varint()) * transitionStep
		}
	}
	return m, r.Err()
}

// packModel makes the content that readModel reads. Rows hold steps of unit.
func packModel(h packed.Header, unit float32, trans *transitions, curves [len(labels)]curve, list []feature, rows [][tags]int8, again *second) ([]byte, error) {
	out := binary.LittleEndian.AppendUint32(nil, math.Float32bits(unit))
	for t := range trans {
		for next := range trans[t] {
			out = binary.AppendVarint(out, int64(math.Round(float64(trans[t][next])/transitionStep)))
		}
	}
	for _, c := range curves {
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(c.slope))
		out = binary.LittleEndian.AppendUint32(out, math.Float32bits(c.offset))
	}
	out = packed.PutFeatures(out, list)
	for _, row := range rows {
		mask := 0
		for t, w := range row {
			if w != 0 {
				mask |= 1 << t
			}
		}
		out = binary.AppendUvarint(out, uint64(mask))
		for _, w := range row {
			if w != 0 {
				out = append(out, byte(int(w)+128))
			}
		}
	}
	for h := range again {
		for _, w := range again[h] {
			out = binary.AppendVarint(out, int64(math.Round(float64(w)/transitionStep)))
		}
	}
	return packed.Pack(h, out)
}
