package source

import (
	"bufio"
	"compress/bzip2"
	"errors"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A compressed input may not grow beyond maxGrowth times its stored size, with
// freeGrowth pages of the largest size on top: text that people wrote shrinks
// to a tenth, a decompression bomb to a thousandth and less.
const (
	maxGrowth  = 500
	freeGrowth = 16
)

var errBomb = errors.New("it grows beyond all measure when unpacked")

// expanding counts what comes out of a decompressor and stops a bomb.
type expanding struct {
	r  io.Reader
	on *reading
}

func (e expanding) Read(p []byte) (int, error) {
	n, err := e.r.Read(p)
	e.on.expanded += int64(n)
	if e.on.expanded > maxGrowth*e.on.stored.n+freeGrowth*e.on.opt.MaxPage {
		return n, errBomb
	}
	return n, err
}

func readGzip(r *reading, name string, in io.Reader) {
	inner, _ := stripped(name)
	if extension(inner) == ".warc" {
		readPackedWARC(r, name, in)
		return
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		r.fail(trouble(Broken, name, "not a gzip file", err))
		return
	}
	defer z.Close()
	br := bufio.NewReaderSize(expanding{z, r}, 1<<16)
	if head, _ := br.Peek(5); extension(inner) == "" && string(head) == "WARC/" {
		readWARC(r, name, br)
		return
	}
	r.stream(inner, br)
}

// maxWindow bounds the memory that a zstd stream may ask for.
const maxWindow = 64 << 20

func readZstd(r *reading, name string, in io.Reader) {
	z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		r.fail(trouble(Broken, name, "not a zstd file", err))
		return
	}
	defer z.Close()
	inner, _ := stripped(name)
	r.stream(inner, expanding{z, r})
}

func readBzip2(r *reading, name string, in io.Reader) {
	inner, _ := stripped(name)
	r.stream(inner, expanding{bzip2.NewReader(in), r})
}
