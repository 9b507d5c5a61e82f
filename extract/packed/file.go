// Package packed holds the format of smelt's model files, and the index that
// finds in memory what they hold: everything is known by its hash.
package packed

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// Header stands at the beginning of every model file, as one line of JSON.
type Header struct {
	Model    string            `json:"model"`   // what the file is for
	Data     []string          `json:"data"`    // what it was learnt from
	Licence  string            `json:"licence"` // under which it may be passed on
	Settings map[string]string `json:"settings,omitempty"`
	Scores   map[string]string `json:"scores,omitempty"` // by cross-validation
}

const magic = "smelt model 1\n"

// ErrFile is returned for bytes that are no model file.
var ErrFile = errors.New("not a model file of this version")

// Pack makes the bytes of a model file: magic, header, compressed content.
func Pack(h Header, content []byte) ([]byte, error) {
	head, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	out := append([]byte(magic), head...)
	return enc.EncodeAll(content, append(out, '\n')), nil
}

// Unpack reads what Pack made.
func Unpack(file []byte) (h Header, content []byte, err error) {
	rest, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return h, nil, ErrFile
	}
	head, body, ok := bytes.Cut(rest, []byte("\n"))
	if !ok {
		return h, nil, ErrFile
	}
	if err := json.Unmarshal(head, &h); err != nil {
		return h, nil, fmt.Errorf("header of a model file: %w", err)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return h, nil, err
	}
	defer dec.Close()
	content, err = dec.DecodeAll(body, nil)
	return h, content, err
}

// Reader takes numbers and strings off the content of a model file. After the
// first thing that is not there, err is set and all else reads as zero.
type Reader struct {
	b   []byte
	err error
}

// NewReader reads the content that [Unpack] gave.
func NewReader(content []byte) *Reader { return &Reader{b: content} }

// Err is nil as long as all that was asked for was there.
func (r *Reader) Err() error { return r.err }

// Uvarint takes a number.
func (r *Reader) Uvarint() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

// Varint takes a signed number.
func (r *Reader) Varint() int {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

// Bytes takes n bytes; nil where there are fewer.
func (r *Reader) Bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.fail()
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

// Uint32 takes a number of four bytes, the lowest first.
func (r *Reader) Uint32() uint32 {
	b := r.Bytes(4)
	if b == nil {
		return 0
	}
	return binary.LittleEndian.Uint32(b)
}

func (r *Reader) fail() { r.b, r.err = nil, ErrFile }

// String takes a string that [PutString] wrote.
func (r *Reader) String() string { return string(r.Bytes(r.Uvarint())) }

// Count takes a number of things that take at least one byte each.
func (r *Reader) Count() int {
	n := r.Uvarint()
	if n > len(r.b) {
		r.fail()
		return 0
	}
	return n
}

// PutString writes a string behind its length.
func PutString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// PutFeatures writes ascending features as their distances.
func PutFeatures(out []byte, list []Feature) []byte {
	out = binary.AppendUvarint(out, uint64(len(list)))
	prev := Feature(0)
	for _, f := range list {
		out = binary.AppendUvarint(out, uint64(f-prev))
		prev = f
	}
	return out
}

// Features takes the list that [PutFeatures] wrote.
func (r *Reader) Features() []Feature {
	list := make([]Feature, r.Count())
	prev := Feature(0)
	for i := range list {
		prev += Feature(r.Uvarint())
		list[i] = prev
	}
	return list
}

// ReadHeader is the header of a model file.
func ReadHeader(file []byte) (Header, error) {
	h, _, err := Unpack(file)
	return h, err
}
