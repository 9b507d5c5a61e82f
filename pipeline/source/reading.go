package source

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/smelt-ie/smelt/extract"
)

// reading is the state of one file on its way to items.
type reading struct {
	opt      Options
	report   *Report
	ctx      context.Context
	yield    func(Item) bool
	stored   counter // bytes read from storage
	booked   int64   // how many of them earlier items have claimed
	size     int64   // stored bytes of the file
	expanded int64   // bytes that have come out of decompressors
	stopped  bool    // the consumer or the context has had enough
	depth    int     // containers and compressions around the current stream
}

// counter counts the bytes that pass through a reader.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

func (r *reading) pending() int64 { return r.stored.n - r.booked }

// emit hands an item on and reports whether to go on.
func (r *reading) emit(d *extract.Doc, err error) bool {
	if r.stopped || r.ctx.Err() != nil {
		r.stopped = true
		return false
	}
	it := Item{Doc: d, Err: err, Bytes: r.pending()}
	r.booked = r.stored.n
	r.report.Bytes += it.Bytes
	if err != nil {
		r.report.Failed++
	} else {
		r.report.Articles++
	}
	r.stopped = !r.yield(it)
	return !r.stopped
}

// fail hands on an item that could not be read.
func (r *reading) fail(err *Error) bool {
	return r.emit(&extract.Doc{SourcePath: place(err)}, err)
}

// place is the source path of the item that an error concerns.
func place(e *Error) string {
	switch {
	case e.Line > 0:
		return fmt.Sprintf("%s:%d", e.Path, e.Line)
	case e.Offset >= 0:
		return fmt.Sprintf("%s:%d", e.Path, e.Offset)
	}
	return e.Path
}

func (r *reading) file(f file) {
	if f.err != nil {
		var e *Error
		errors.As(f.err, &e)
		r.fail(e)
		return
	}
	rc, err := f.open()
	if err != nil {
		r.fail(trouble(Unreadable, f.path, "cannot be read", bare(err)))
		return
	}
	defer rc.Close()
	r.stored.r, r.size = rc, f.size
	r.stream(f.path, &r.stored)
}

// page reads the rest of a stream as one page, up to the limit. It emits the
// trouble itself; ok is false then.
func (r *reading) page(name string, in io.Reader) (raw []byte, ok bool) {
	raw, err := io.ReadAll(io.LimitReader(in, r.opt.MaxPage+1))
	switch {
	case err != nil:
		r.fail(broke(name, err))
	case int64(len(raw)) > r.opt.MaxPage:
		r.fail(r.tooLarge(name))
	default:
		return raw, true
	}
	return nil, false
}

// broke is the trouble of a stream that fails while it is being read.
func broke(name string, err error) *Error {
	if errors.Is(err, errBomb) {
		return trouble(TooLarge, name, errBomb.Error(), nil)
	}
	return trouble(Unreadable, name, "breaks off while being read", bare(err))
}

func (r *reading) tooLarge(name string) *Error {
	return trouble(TooLarge, name, fmt.Sprintf("larger than the limit of %d bytes for a page", r.opt.MaxPage), nil)
}
