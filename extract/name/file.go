package name

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

// errFile is returned for bytes that are no model file.
var errFile = errors.New("not a model file of this version")

// pack makes the bytes of a model file: magic, header, compressed content.
func pack(h Header, content []byte) ([]byte, error) {
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

// unpack reads what pack made.
func unpack(file []byte) (h Header, content []byte, err error) {
	rest, ok := bytes.CutPrefix(file, []byte(magic))
	if !ok {
		return h, nil, errFile
	}
	head, body, ok := bytes.Cut(rest, []byte("\n"))
	if !ok {
		return h, nil, errFile
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

// reader takes numbers and strings off the content of a model file. After the
// first thing that is not there, err is set and all else reads as zero.
type reader struct {
	b   []byte
	err error
}

func (r *reader) uvarint() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) varint() int {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.fail()
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) uint32() uint32 {
	b := r.bytes(4)
	if b == nil {
		return 0
	}
	return binary.LittleEndian.Uint32(b)
}

func (r *reader) fail() { r.b, r.err = nil, errFile }

func (r *reader) string() string { return string(r.bytes(r.uvarint())) }

// count reads a number of things that take at least one byte each.
func (r *reader) count() int {
	n := r.uvarint()
	if n > len(r.b) {
		r.fail()
		return 0
	}
	return n
}

func putString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

// putFeatures writes ascending features as their distances.
func putFeatures(out []byte, list []feature) []byte {
	out = binary.AppendUvarint(out, uint64(len(list)))
	prev := feature(0)
	for _, f := range list {
		out = binary.AppendUvarint(out, uint64(f-prev))
		prev = f
	}
	return out
}

func (r *reader) features() []feature {
	list := make([]feature, r.count())
	prev := feature(0)
	for i := range list {
		prev += feature(r.uvarint())
		list[i] = prev
	}
	return list
}

// ReadHeader is the header of a model file.
func ReadHeader(file []byte) (Header, error) {
	h, _, err := unpack(file)
	return h, err
}
