package source

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
)

// row is what a record says about one article.
type row struct {
	ID        word    `json:"id"`
	URL       word    `json:"url"`
	Site      word    `json:"site"`
	Title     word    `json:"title"`
	Published word    `json:"published"`
	Lang      word    `json:"lang"`
	HTML      *string `json:"html"`
	Text      *string `json:"text"`
}

// word is a short field that some exporters write as a number or null.
type word string

func (w *word) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(w))
	}
	switch {
	case string(b) == "null":
	case b[0] == '{' || b[0] == '[':
		return fmt.Errorf("%.20s is not a word", b)
	default:
		*w = word(b)
	}
	return nil
}

func readJSONL(r *reading, name string, in io.Reader) {
	br := bufio.NewReaderSize(in, 1<<18)
	var line []byte
	for n := 1; ; n++ {
		var long bool
		var err error
		line, long, err = nextLine(br, line[:0], r.opt.MaxPage)
		if err != nil && !errors.Is(err, io.EOF) {
			r.failLine(name, n, broke(name, err))
			return
		}
		end := err != nil
		if n == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		text := bytes.TrimSpace(line)
		switch {
		case long:
			r.failLine(name, n, r.tooLarge(name))
		case len(text) > 0:
			r.record(name, n, text)
		}
		if end || r.stopped {
			return
		}
	}
}

func (r *reading) failLine(name string, n int, e *Error) bool {
	e.Line = n
	return r.fail(e)
}

func (r *reading) record(name string, n int, line []byte) {
	var rec row
	if err := json.Unmarshal(line, &rec); err != nil {
		r.failLine(name, n, trouble(Broken, name, "not a JSON record", err))
		return
	}
	if rec.HTML == nil && rec.Text == nil {
		r.failLine(name, n, trouble(Broken, name, `the record has neither "text" nor "html"`, nil))
		return
	}
	r.emit(rec.doc(fmt.Sprintf("%s:%d", name, n)), nil)
}

// doc is the document of a record. Clean text wins over html when a record
// has both, since offsets refer to it.
func (rec *row) doc(place string) *extract.Doc {
	lang, _ := extract.ParseLang(string(rec.Lang))
	d := &extract.Doc{
		RecordID: string(rec.ID), URL: string(rec.URL), Site: string(rec.Site), Title: string(rec.Title), Lang: lang,
		SourcePath: place, PublishedFrom: extract.PublishedNone,
	}
	if rec.Published != "" {
		day, err := record.ParsePublished(string(rec.Published))
		if err != nil {
			d.Warnings = append(d.Warnings, err.Error())
		} else {
			d.Published, d.PublishedFrom = day, extract.PublishedGiven
		}
	}
	if rec.Text != nil && (*rec.Text != "" || rec.HTML == nil) {
		d.Raw, d.Format = []byte(*rec.Text), extract.Clean
	} else {
		d.Raw, d.Format = []byte(*rec.HTML), extract.HTML
	}
	return d
}

// nextLine appends the next line to buf, without its newline. A line over the
// limit is read past and reported as long. The error is io.EOF on the last
// line, or what the stream broke with.
func nextLine(br *bufio.Reader, buf []byte, limit int64) (line []byte, long bool, err error) {
	for {
		part, err := br.ReadSlice('\n')
		if !long {
			buf = append(buf, part...)
		}
		if int64(len(buf)) > limit+1 {
			long, buf = true, buf[:0]
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(buf, []byte("\n")), long, err
		}
	}
}
