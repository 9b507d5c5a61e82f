package source

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"strings"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"
	"github.com/smelt-ie/smelt/extract/clean"
)

// warcResponse emits the page of an archived HTTP response with status 200.
func (r *reading) warcResponse(name string, rec *warcRecord, block io.Reader) error {
	br := bufio.NewReader(block)
	head, err := headLines(br)
	if err != nil {
		return err
	}
	status, fields, _ := bytes.Cut(head, []byte("\n"))
	if parts := bytes.Fields(status); len(parts) < 2 || string(parts[1]) != "200" {
		return nil
	}
	h, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(fields))).ReadMIMEHeader()
	if err != nil && len(h) == 0 {
		return err
	}
	var body io.Reader = br
	if strings.EqualFold(h.Get("Transfer-Encoding"), "chunked") && chunked(br) {
		body = httputil.NewChunkedReader(br)
	}
	return r.warcPage(name, rec, body, h.Get("Content-Type"), h.Get("Content-Encoding"))
}

// chunked reports whether a body really comes in chunks: some archives take
// them apart and leave the header.
func chunked(br *bufio.Reader) bool {
	line, _ := br.Peek(20)
	size, _, ok := bytes.Cut(line, []byte("\n"))
	size, _, _ = bytes.Cut(bytes.TrimSpace(size), []byte(";"))
	return ok && len(size) > 0 && len(size) <= 8 && len(bytes.Trim(size, "0123456789abcdefABCDEF ")) == 0
}

// errPage is the error of a body that unpacks to more than a page may hold.
var errPage = errors.New("larger than a page may be")

// unpack undoes the content encoding of a body. A body that is not packed in
// the way its header says is taken as it is, since archives often unpack it.
func (r *reading) unpack(raw []byte, encoding string) ([]byte, error) {
	var z io.Reader
	var err error
	in := bytes.NewReader(raw)
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "gzip", "x-gzip":
		z, err = gzip.NewReader(in)
	case "deflate":
		if z, err = zlib.NewReader(in); err != nil {
			in.Reset(raw)
			z, err = flate.NewReader(in), nil
		}
	case "br":
		z = brotli.NewReader(in)
	case "zstd":
		var d *zstd.Decoder
		if d, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow)); err == nil {
			defer d.Close()
			z = d
		}
	default:
		return raw, nil
	}
	if err != nil {
		return raw, nil
	}
	out, err := io.ReadAll(io.LimitReader(expanding{z, r}, r.opt.MaxPage+1))
	switch {
	case int64(len(out)) > r.opt.MaxPage || errors.Is(err, errBomb):
		return nil, errPage
	case err != nil && len(out) == 0:
		return raw, nil
	}
	return out, nil
}

// mediaType splits a Content-Type into its type and charset, forgiving what
// servers get wrong.
func mediaType(contentType string) (media, charset string) {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		media, _, _ = strings.Cut(contentType, ";")
		return strings.ToLower(strings.TrimSpace(media)), ""
	}
	return media, params["charset"]
}

// labelled is a page in UTF-8 where a header names another encoding, which the
// page itself does not repeat; without one, the clean stage finds out.
func labelled(raw []byte, charset string) []byte {
	if charset == "" || utf8.Valid(raw) {
		return raw
	}
	text, _ := clean.Decode(raw, charset)
	return []byte(text)
}
