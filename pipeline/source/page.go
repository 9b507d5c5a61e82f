package source

import (
	"bytes"
	"io"

	"github.com/smelt-ie/smelt/extract"
)

func readText(r *reading, name string, in io.Reader) {
	readPage(r, name, in, extract.Scraped)
}

func readHTML(r *reading, name string, in io.Reader) {
	readPage(r, name, in, extract.HTML)
}

func readPage(r *reading, name string, in io.Reader, format extract.Format) {
	raw, ok := r.page(name, in)
	if !ok {
		return
	}
	if what := binary(raw); what != "" {
		r.fail(trouble(Binary, name, "holds "+what+", not text", nil))
		return
	}
	if format == extract.Scraped && markup(raw) {
		format = extract.HTML
	}
	r.emit(&extract.Doc{SourcePath: name, Raw: raw, Format: format, PublishedFrom: extract.PublishedNone}, nil)
}

// markup reports whether a text file is a saved page after all.
func markup(raw []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 512)], "\xef\xbb\xbf \t\r\n"))
	return bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html"))
}

// magic lists the first bytes of files that people keep beside articles.
var magic = []struct{ head, what string }{
	{"%PDF-", "a PDF document"},
	{"PK\x03\x04", "a zip archive or office document"},
	{"\xd0\xcf\x11\xe0", "an office document"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"\x1f\x8b", "compressed data"},
	{"\x28\xb5\x2f\xfd", "compressed data"},
	{"\x7fELF", "a program"},
}

// binary says what a page holds when it is not text, and "" when it is.
func binary(raw []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(raw, []byte(m.head)) {
			return m.what
		}
	}
	head := raw[:min(len(raw), 4096)]
	zeros, controls := [2]int{}, 0
	for i, c := range head {
		switch {
		case c == 0:
			zeros[i%2]++
		case c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b:
			controls++
		}
	}
	all := zeros[0] + zeros[1]
	// UTF-16 has its zero bytes on one side: the high bytes of ASCII characters.
	wide := bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) ||
		all > len(head)/8 && min(zeros[0], zeros[1])*20 < all
	if all > 0 && !wide || !wide && controls > len(head)/20 {
		return "binary data"
	}
	return ""
}
