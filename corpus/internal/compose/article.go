package compose

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/record"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// Article is one source file: a head of "key: value" lines, a line of three
// dashes, and the page. Page lines that start with a plus sign are the body.
type Article struct {
	ID, File, Form, Lang, Charset string
	Published, Title, Source      string
	URL, Site                     string
	Page                          string // what a crawler would have stored, before encoding
	Keep, Drop                    []string
	Text                          string
	Mentions                      []record.Mention
}

// The forms of an article: a scraped page as text, a page with markup, and
// records that hold clean text or a page.
const (
	Scraped    = "txt"
	HTML       = "html"
	TextRecord = "text-record"
	HTMLRecord = "html-record"
)

// Parse reads a source file.
func Parse(source string) (*Article, error) {
	head, page, ok := strings.Cut(source, "\n---\n")
	if !ok {
		return nil, fmt.Errorf("no line of three dashes")
	}
	a := &Article{Form: Scraped}
	fields := map[string]*string{"id": &a.ID, "file": &a.File, "form": &a.Form, "lang": &a.Lang, "charset": &a.Charset,
		"published": &a.Published, "title": &a.Title, "source": &a.Source, "url": &a.URL, "site": &a.Site}
	for line := range strings.SplitSeq(head, "\n") {
		name, value, ok := strings.Cut(line, ": ")
		field := fields[name]
		if !ok || field == nil {
			return nil, fmt.Errorf("head line %q is no known field", line)
		}
		*field = value
	}
	return a, a.read(page)
}

// read goes through the lines of the page.
func (a *Article) read(page string) error {
	var raw []string
	quiet := "" // the element, unseen by the reader, whose end is awaited
	markup := a.Form == HTML || a.Form == HTMLRecord
	for line := range strings.SplitSeq(strings.TrimSuffix(page, "\n"), "\n") {
		if body, ok := strings.CutPrefix(line, "+"); ok {
			if err := a.keep(body); err != nil {
				return err
			}
			raw = append(raw, Unmark(body))
			continue
		}
		raw = append(raw, line)
		if markup {
			quiet = unseen(quiet, line)
		}
		if quiet == "" {
			a.drop(line, markup)
		}
	}
	a.Page = strings.Join(raw, "\n") + "\n"
	return nil
}

// unseen follows the elements whose content is no text of the page.
func unseen(quiet, line string) string {
	if quiet != "" {
		if strings.Contains(line, "</"+quiet+">") {
			return ""
		}
		return quiet
	}
	for _, e := range []string{"head", "style", "script"} {
		if strings.Contains(line, "<"+e+">") && !strings.Contains(line, "</"+e+">") {
			return e
		}
	}
	return ""
}

func (a *Article) keep(line string) error {
	text, mentions, err := Paragraph(line)
	if err != nil {
		return err
	}
	if a.Text != "" {
		a.Text += "\n"
	}
	shift := utf8.RuneCountInString(a.Text)
	for i := range mentions {
		mentions[i].Start += shift
		mentions[i].End += shift
	}
	a.Text += text
	a.Keep = append(a.Keep, text)
	a.Mentions = append(a.Mentions, mentions...)
	return nil
}

func (a *Article) drop(line string, markup bool) {
	if markup {
		line = html.UnescapeString(tag.ReplaceAllString(line, ""))
	}
	if line = strings.Trim(line, " \t\u3000\u00a0"); line != "" {
		a.Drop = append(a.Drop, line)
	}
}

// Record is the labelled record of the article.
func (a *Article) Record() record.Record {
	r := record.Record{ID: a.ID, Lang: a.Lang, Text: a.Text, Mentions: a.Mentions, Published: said(a.Published), Title: said(a.Title)}
	if r.Mentions == nil {
		r.Mentions = []record.Mention{}
	}
	return r
}

func said(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// Raw is the article as a crawler would have stored it: the encoded page, or
// the line of a record file.
func (a *Article) Raw() ([]byte, error) {
	switch a.Form {
	case TextRecord, HTMLRecord:
		return a.line()
	}
	if a.Charset == "gb18030" {
		return simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(a.Page))
	}
	return []byte(a.Page), nil
}

func (a *Article) line() ([]byte, error) {
	r := struct {
		ID        string  `json:"id"`
		URL       string  `json:"url,omitempty"`
		Site      string  `json:"site,omitempty"`
		Lang      string  `json:"lang,omitempty"`
		Published *string `json:"published,omitempty"`
		Title     *string `json:"title,omitempty"`
		HTML      string  `json:"html,omitempty"`
		Text      string  `json:"text,omitempty"`
	}{ID: a.ID, URL: a.URL, Site: a.Site, Lang: a.Lang, Published: said(a.Published), Title: said(a.Title)}
	if a.Form == HTMLRecord {
		r.HTML = a.Page
	} else {
		r.Text = a.Text
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, err
	}
	return []byte(b.String()), nil
}
