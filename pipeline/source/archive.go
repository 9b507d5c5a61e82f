package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
)

// maxHeld is how many pages of the largest size an archive may hold in memory
// that cannot be read in place.
const maxHeld = 8

func readTar(r *reading, name string, in io.Reader) {
	tr := tar.NewReader(in)
	for !r.stopped {
		h, err := tr.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			r.fail(trouble(Broken, name, "the archive breaks off", err))
			return
		}
		if h.Typeflag == tar.TypeReg {
			r.member(name, h.Name, tr)
		}
	}
}

// member reads one file of an archive, or counts it as passed over.
func (r *reading) member(archive, name string, in io.Reader) {
	if strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(name, "__MACOSX/") {
		return
	}
	full := archive + "!" + name
	if readerOf(name) == nil {
		r.report.unknown(full)
		return
	}
	r.stream(full, in)
}

func readZip(r *reading, name string, in io.Reader) {
	at, size, inPlace, ok := r.random(name, in)
	if !ok {
		return
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		r.fail(trouble(Broken, name, "not a zip archive", err))
		return
	}
	z.RegisterDecompressor(zip.Deflate, func(in io.Reader) io.ReadCloser {
		return io.NopCloser(expanding{flate.NewReader(in), r})
	})
	for _, f := range z.File {
		if r.stopped {
			return
		}
		if !f.FileInfo().Mode().IsRegular() {
			continue
		}
		if inPlace {
			r.stored.n += int64(f.CompressedSize64) // read in place, past the counter
		}
		m, err := f.Open()
		if err != nil {
			r.fail(trouble(Broken, name+"!"+f.Name, "cannot be unpacked", err))
			continue
		}
		r.member(name, f.Name, m)
		m.Close()
	}
}

// random gives access in any order: in place to a file that is read from its
// start, else to a copy held in memory. It emits the trouble of a copy itself;
// ok is false then.
func (r *reading) random(name string, in io.Reader) (at io.ReaderAt, size int64, inPlace, ok bool) {
	if in == io.Reader(&r.stored) && r.stored.n == 0 {
		if at, inPlace = r.stored.r.(io.ReaderAt); inPlace {
			return at, r.size, true, true
		}
	}
	limit := maxHeld * r.opt.MaxPage
	held, err := io.ReadAll(io.LimitReader(in, limit+1))
	switch {
	case err != nil:
		r.fail(broke(name, err))
	case int64(len(held)) > limit:
		r.fail(trouble(TooLarge, name, fmt.Sprintf("larger than the limit of %d bytes for an archive that is not a file of its own", limit), nil))
	default:
		return bytes.NewReader(held), int64(len(held)), false, true
	}
	return nil, 0, false, false
}
