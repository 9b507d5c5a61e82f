package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/smelt-ie/smelt/extract"
)

// warcRecord is the head of one WARC record (ISO 28500).
type warcRecord struct {
	header textproto.MIMEHeader
	length int64
	offset int64 // of the record in the stored file, or in the unpacked stream when that is packed as a whole
}

var (
	errNoRecord = errors.New("no WARC record begins here")
	errLength   = errors.New("the record does not say its length")
)

// readWARC reads an uncompressed WARC stream. After a record that does not
// parse it looks for the next one.
func readWARC(r *reading, name string, in io.Reader) {
	c := &counter{r: in}
	br := bufio.NewReaderSize(c, 1<<18)
	for !r.stopped {
		skipBlank(br)
		offset := c.n - int64(br.Buffered())
		if _, err := br.Peek(1); err != nil {
			r.broken(name, offset, err)
			return
		}
		err := r.warcRecord(name, br, offset)
		if err == nil {
			continue
		}
		r.failAt(name, offset, "the record cannot be read", err)
		if !seek(br, []byte("\nWARC/1.")) {
			return
		}
	}
}

// readPackedWARC reads a WARC file whose records are gzip members of their
// own, as the standard has it. After a damaged member it looks for the next.
func readPackedWARC(r *reading, name string, in io.Reader) {
	c := &counter{r: in}
	br := bufio.NewReaderSize(c, 1<<18)
	z := new(gzip.Reader)
	for !r.stopped {
		offset := c.n - int64(br.Buffered())
		if _, err := br.Peek(1); err != nil {
			r.broken(name, offset, err)
			return
		}
		if err := r.warcMember(name, br, z, offset); err != nil {
			r.failAt(name, offset, "the record cannot be read", err)
			if !seekMember(br) {
				return
			}
		}
	}
}

// warcMember reads one gzip member to its end: usually one record.
func (r *reading) warcMember(name string, br *bufio.Reader, z *gzip.Reader, offset int64) error {
	if err := z.Reset(br); err != nil {
		return err
	}
	z.Multistream(false)
	inner := bufio.NewReaderSize(expanding{z, r}, 1<<16)
	for !r.stopped {
		skipBlank(inner)
		if _, err := inner.Peek(1); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := r.warcRecord(name, inner, offset); err != nil {
			return err
		}
	}
	return nil
}

// broken reports a stream that ends otherwise than at its end.
func (r *reading) broken(name string, offset int64, err error) {
	if !errors.Is(err, io.EOF) {
		e := broke(name, err)
		e.Offset = offset
		r.fail(e)
	}
}

func (r *reading) failAt(name string, offset int64, reason string, cause error) {
	e := trouble(Broken, name, reason, cause)
	e.Offset = offset
	r.fail(e)
}

// warcRecord reads one record and emits the page in it, if it holds one.
func (r *reading) warcRecord(name string, br *bufio.Reader, offset int64) error {
	rec, err := warcHead(br)
	if err != nil {
		return err
	}
	rec.offset = offset
	block := &io.LimitedReader{R: br, N: rec.length}
	kind := rec.header.Get("Warc-Type")
	media, _, _ := strings.Cut(strings.ToLower(rec.header.Get("Content-Type")), ";")
	switch {
	case kind == "response" && strings.TrimSpace(media) == "application/http":
		err = r.warcResponse(name, rec, block)
	case kind == "resource":
		err = r.warcPage(name, rec, block, rec.header.Get("Content-Type"), "")
	}
	if err != nil {
		return err
	}
	if _, err := io.Copy(io.Discard, block); err != nil {
		return err
	}
	if block.N > 0 {
		return io.ErrUnexpectedEOF
	}
	return nil
}

// maxHead bounds the head of a record or response, in bytes.
const maxHead = 1 << 20

// warcHead reads the version line and the header of a record.
func warcHead(br *bufio.Reader) (*warcRecord, error) {
	if mark, _ := br.Peek(5); string(mark) != "WARC/" {
		return nil, errNoRecord
	}
	head, err := headLines(br)
	if err != nil {
		return nil, err
	}
	_, fields, _ := bytes.Cut(head, []byte("\n"))
	h, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(fields))).ReadMIMEHeader()
	if err != nil {
		return nil, err
	}
	n, err := strconv.ParseInt(strings.TrimSpace(h.Get("Content-Length")), 10, 64)
	if err != nil || n < 0 {
		return nil, errLength
	}
	return &warcRecord{header: h, length: n}, nil
}

// headLines reads up to and with the first empty line.
func headLines(br *bufio.Reader) ([]byte, error) {
	var head []byte
	for {
		line, err := br.ReadSlice('\n')
		head = append(head, line...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF):
			return nil, io.ErrUnexpectedEOF
		case err != nil:
			return nil, err
		case len(bytes.TrimRight(line, "\r\n")) == 0:
			return head, nil
		}
		if len(head) > maxHead {
			return nil, errNoRecord
		}
	}
}

// skipBlank reads past the empty lines between records.
func skipBlank(br *bufio.Reader) {
	for {
		c, err := br.Peek(1)
		if err != nil || c[0] != '\r' && c[0] != '\n' {
			return
		}
		_, _ = br.Discard(1)
	}
}

// seek reads on until the mark, whose first byte it takes; false at the end.
func seek(br *bufio.Reader, mark []byte) bool {
	for {
		if _, err := br.ReadSlice(mark[0]); err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return false
		}
		if next, _ := br.Peek(len(mark) - 1); bytes.Equal(next, mark[1:]) {
			return true
		}
	}
}

// seekMember reads on until what may be the head of a gzip member.
func seekMember(br *bufio.Reader) bool {
	for {
		if _, err := br.Discard(1); err != nil {
			return false
		}
		window, _ := br.Peek(br.Size() / 2) // shorter at the end of the file
		if len(window) < 3 {
			return false
		}
		if at := bytes.Index(window, []byte("\x1f\x8b\x08")); at >= 0 {
			_, err := br.Discard(at)
			return err == nil
		}
		if _, err := br.Discard(len(window) - 3); err != nil {
			return false
		}
	}
}

// warcPage emits a payload that is a page or text; others are passed over.
func (r *reading) warcPage(name string, rec *warcRecord, body io.Reader, contentType, encoding string) error {
	media, charset := mediaType(contentType)
	format := extract.HTML
	switch {
	case isHTML(media):
	case media == "text/plain":
		format = extract.Scraped
	default:
		return nil
	}
	place := fmt.Sprintf("%s:%d", name, rec.offset)
	raw, err := io.ReadAll(io.LimitReader(body, r.opt.MaxPage+1))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return err
	}
	if int64(len(raw)) <= r.opt.MaxPage {
		raw, err = r.unpack(raw, encoding)
	}
	if errors.Is(err, errPage) || int64(len(raw)) > r.opt.MaxPage {
		e := r.tooLarge(name)
		e.Offset = rec.offset
		r.fail(e)
		return nil
	}
	url := strings.Trim(rec.header.Get("Warc-Target-Uri"), "<> ")
	r.emit(&extract.Doc{URL: url, SourcePath: place, Raw: labelled(raw, charset), Format: format, PublishedFrom: extract.PublishedNone}, nil)
	return nil
}
