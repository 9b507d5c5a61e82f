// Package record is the JSON form of an article with its mentions: the input
// records of a run, the labelled fixtures, and what `smelt extract` prints.
//
// Offsets in a record count Unicode code points of the text, start inclusive
// and end exclusive (Python: text[start:end]); a Doc counts bytes.
package record

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/smelt-ie/smelt/extract"
)

// Record is one line of a JSONL file.
type Record struct {
	ID        string    `json:"id"`
	URL       string    `json:"url,omitempty"`
	Site      string    `json:"site,omitempty"`
	Lang      string    `json:"lang,omitempty"`
	Published *string   `json:"published"`
	Title     *string   `json:"title"`
	HTML      string    `json:"html,omitempty"`
	Text      string    `json:"text"`
	Mentions  []Mention `json:"mentions"`
}

// Mention is one labelled stretch of a record's text. Which attributes are
// set depends on the label; corpus/labelling.md says what each means.
type Mention struct {
	Start int           `json:"start"`
	End   int           `json:"end"`
	Text  string        `json:"text"`
	Label extract.Label `json:"label"`

	Role string `json:"role,omitempty"`
	Body string `json:"body,omitempty"`
	Full string `json:"full,omitempty"`

	Kind string `json:"kind,omitempty"`

	Value  string `json:"value,omitempty"`
	Value2 string `json:"value2,omitempty"`
	Mod    string `json:"mod,omitempty"`

	Unit   string `json:"unit,omitempty"`
	Item   string `json:"item,omitempty"`
	Of     string `json:"of,omitempty"`
	Cmp    string `json:"cmp,omitempty"`
	Change string `json:"change,omitempty"`
	Basis  string `json:"basis,omitempty"`

	Optional   bool    `json:"optional,omitempty"` // borderline: neither a miss nor a false alarm
	Confidence float64 `json:"confidence,omitempty"`
	Rule       string  `json:"rule,omitempty"`
}

// Of is the record of a document with its resolved mentions.
func Of(d *extract.Doc) Record {
	r := Record{ID: d.RecordID, URL: d.URL, Site: d.Site, Lang: d.Lang.Base(), Text: d.Text}
	if r.ID == "" {
		r.ID = d.ID
	}
	if !d.Published.IsZero() {
		s := d.Published.String()
		r.Published = &s
	}
	if d.Title != "" {
		r.Title = &d.Title
	}
	r.Mentions = make([]Mention, 0, len(d.Mentions))
	at, chars := 0, 0 // bytes and code points walked so far; mentions are sorted
	runes := func(offset int) int {
		if offset < at {
			at, chars = 0, 0
		}
		chars += utf8.RuneCountInString(d.Text[at:offset])
		at = offset
		return chars
	}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		out := attributes(m.Value)
		out.Start, out.End = runes(m.Start), runes(m.End)
		out.Text, out.Label = m.In(d.Text), m.Label()
		out.Confidence, out.Rule = m.Confidence, m.Rule
		r.Mentions = append(r.Mentions, out)
	}
	return r
}

func attributes(v extract.Value) Mention {
	switch v := v.(type) {
	case *extract.Person:
		return Mention{Role: v.Role, Body: v.Body, Full: v.Full}
	case *extract.Body:
		return Mention{Kind: v.Kind, Full: v.Name}
	case *extract.Place:
		return Mention{Kind: v.Kind}
	case *extract.Date:
		return Mention{Value: v.Value, Mod: v.Mod}
	case *extract.Figure:
		m := Mention{Unit: v.Unit, Item: v.Item, Of: v.Of, Cmp: v.Cmp, Change: v.Change, Basis: v.Basis}
		if !v.NoValue {
			m.Value = v.Value.String()
		}
		if v.Value2 != nil {
			m.Value2 = v.Value2.String()
		}
		return m
	}
	return Mention{}
}

// Doc is the document of a record, its text taken as clean text unchanged.
// The labelled mentions are not carried over; Gold reads them. A publication
// date that cannot be read becomes a warning of the document.
func (r *Record) Doc() *extract.Doc {
	lang, _ := extract.ParseLang(r.Lang)
	d := &extract.Doc{ID: r.ID, RecordID: r.ID, URL: r.URL, Site: r.Site, Lang: lang, Text: r.Text,
		PublishedFrom: extract.PublishedNone}
	if r.Title != nil {
		d.Title = *r.Title
	}
	if r.Published != nil && *r.Published != "" {
		day, err := ParsePublished(*r.Published)
		if err != nil {
			d.Warnings = append(d.Warnings, err.Error())
			return d
		}
		d.Published, d.PublishedFrom = day, extract.PublishedGiven
	}
	return d
}

// ParsePublished reads the publication date of a record: a day, a timestamp
// that starts with a day, or a month or year alone, which stands for its last
// day so that every day it names lies in the past of the article.
func ParsePublished(s string) (extract.Day, error) {
	for _, p := range []struct {
		layout      string
		months, day int // added to reach the day that stands for the period
	}{{"2006-01-02", 0, 0}, {"2006/01/02", 0, 0}, {"2006/1/2", 0, 0}, {"2006-01", 1, -1}, {"2006", 12, -1}} {
		head := s
		if p.day == 0 && len(s) > len("2006-01-02") {
			head = s[:len("2006-01-02")]
		}
		if t, err := time.Parse(p.layout, strings.TrimSpace(head)); err == nil {
			return extract.DayOf(t.AddDate(0, p.months, p.day)), nil
		}
	}
	return extract.Day{}, fmt.Errorf("published %q is not a date like 2016-11-24", s)
}

// Gold is a labelled mention with byte offsets.
type Gold struct {
	extract.Mention
	Optional bool
}

// Gold turns the labelled mentions into document mentions, byte offsets and
// typed values. A mention out of the text or with an unknown label is an error.
func (r *Record) Gold() ([]Gold, error) {
	starts := make([]int, 0, len(r.Text)+1) // code point index to byte offset
	for i := range r.Text {
		starts = append(starts, i)
	}
	starts = append(starts, len(r.Text))
	out := make([]Gold, 0, len(r.Mentions))
	for _, m := range r.Mentions {
		if m.Start < 0 || m.End >= len(starts) || m.Start >= m.End {
			return nil, fmt.Errorf("record %s: mention %q has the impossible span %d-%d", r.ID, m.Text, m.Start, m.End)
		}
		v, err := m.value()
		if err != nil {
			return nil, fmt.Errorf("record %s: mention %q: %w", r.ID, m.Text, err)
		}
		span := extract.Span{Start: starts[m.Start], End: starts[m.End]}
		out = append(out, Gold{extract.Mention{Span: span, Value: v, Rule: m.Rule, Confidence: m.Confidence}, m.Optional})
	}
	return out, nil
}

func (m *Mention) value() (extract.Value, error) {
	switch m.Label {
	case extract.LabelPerson:
		return &extract.Person{Role: m.Role, Body: m.Body, Full: m.Full}, nil
	case extract.LabelBody:
		return &extract.Body{Kind: m.Kind, Name: m.Full}, nil
	case extract.LabelPlace:
		return &extract.Place{Kind: m.Kind}, nil
	case extract.LabelDate:
		return &extract.Date{Value: m.Value, Mod: m.Mod}, nil
	case extract.LabelFigure:
		f := &extract.Figure{Unit: m.Unit, Item: m.Item, Of: m.Of, Cmp: m.Cmp, Change: m.Change, Basis: m.Basis, NoValue: m.Value == ""}
		if m.Value != "" {
			v, err := decimal.NewFromString(m.Value)
			if err != nil {
				return nil, fmt.Errorf("value %q is not a number", m.Value)
			}
			f.Value = v
		}
		if m.Value2 != "" {
			v, err := decimal.NewFromString(m.Value2)
			if err != nil {
				return nil, fmt.Errorf("value2 %q is not a number", m.Value2)
			}
			f.Value2 = &v
		}
		return f, nil
	}
	return nil, fmt.Errorf("unknown label %q", m.Label)
}

// MaxLine is the longest line, in bytes, that a record file may hold.
const MaxLine = 256 << 20

// Read parses a JSONL stream and hands each record to visit with its 1-based
// line number. A line that is no record is reported to visit as err with an
// empty record; the lines after it go on. Read stops at the first error that
// visit returns, or when the stream itself breaks.
func Read(r io.Reader, visit func(line int, rec Record, err error) error) error {
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 0, 1<<16), MaxLine)
	for n := 1; sc.Scan(); n++ {
		line := sc.Bytes()
		if n == 1 {
			line = trimBOM(line)
		}
		if len(line) == 0 {
			continue
		}
		var rec Record
		err := json.Unmarshal(line, &rec)
		if err != nil {
			rec, err = Record{}, fmt.Errorf("line %d is not a JSON record: %w", n, err)
		}
		if err := visit(n, rec, err); err != nil {
			return err
		}
	}
	return sc.Err()
}

func trimBOM(line []byte) []byte {
	const bom = "\ufeff"
	if len(line) >= len(bom) && string(line[:len(bom)]) == bom {
		return line[len(bom):]
	}
	return line
}

// ReadAll reads a whole labelled file; the first bad line is an error.
func ReadAll(r io.Reader) ([]Record, error) {
	var out []Record
	err := Read(r, func(_ int, rec Record, err error) error {
		if err == nil {
			out = append(out, rec)
		}
		return err
	})
	return out, err
}
