package source

import (
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

var errNoPage = errors.New("it holds no HTML part")

// readMHTML reads a page that a browser saved in one file (RFC 2557).
func readMHTML(r *reading, name string, in io.Reader) {
	raw, ok := r.page(name, in)
	if !ok {
		return
	}
	d, err := mhtmlPage(string(raw))
	if err != nil {
		r.fail(trouble(Broken, name, "not a saved page", err))
		return
	}
	d.SourcePath = name
	r.emit(d, nil)
}

func mhtmlPage(text string) (*extract.Doc, error) {
	msg, err := mail.ReadMessage(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	d := &extract.Doc{Format: extract.HTML, PublishedFrom: extract.PublishedNone}
	kind, params, err := mime.ParseMediaType(msg.Header.Get("Content-Type"))
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(kind, "multipart/") {
		err = setPart(d, kind, params, msg.Header, msg.Body)
		return d, err
	}
	for parts := multipart.NewReader(msg.Body, params["boundary"]); ; {
		p, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil, errNoPage
		}
		if err != nil {
			return nil, err
		}
		kind, params, err := mime.ParseMediaType(p.Header.Get("Content-Type"))
		if err == nil && isHTML(kind) {
			d.URL = msg.Header.Get("Snapshot-Content-Location")
			return d, setPart(d, kind, params, mail.Header(p.Header), p)
		}
	}
}

func isHTML(kind string) bool { return kind == "text/html" || kind == "application/xhtml+xml" }

// setPart decodes the part that holds the page.
func setPart(d *extract.Doc, kind string, params map[string]string, h mail.Header, body io.Reader) error {
	if !isHTML(kind) {
		return errNoPage
	}
	switch strings.ToLower(h.Get("Content-Transfer-Encoding")) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	if d.URL == "" {
		d.URL = h.Get("Content-Location")
	}
	d.Raw = labelled(raw, params["charset"])
	return nil
}
