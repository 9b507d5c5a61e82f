package clean

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// Stage sets Text and what the page says about it; see the package comment.
// The zero Stage is ready for use, by many goroutines at once.
type Stage struct{}

// Name implements the pipeline's Stage.
func (Stage) Name() string { return "clean" }

// Apply implements the pipeline's Stage. What the input record stated about
// the document (title, day, site) stays. An article without text or in a
// language that is not extracted is an *extract.Skip.
func (Stage) Apply(_ context.Context, d *extract.Doc) error {
	text, charset := Decode(d.Raw, "")
	if n := strings.Count(text, "\uFFFD"); n > 0 && d.Format != extract.Clean {
		d.Warnings = append(d.Warnings, "some bytes could not be read as "+charset)
	}
	switch d.Format {
	case extract.Clean:
		d.Text = text
	case extract.Scraped:
		scraped(strings.ReplaceAll(text, "\r", "\n")).fill(d)
	default:
		page(text, d)
	}
	d.Raw = nil
	return finish(d)
}

// fill moves what was found out about a page into its document.
func (a *article) fill(d *extract.Doc) {
	d.Text = a.text()
	for i, l := range a.lines {
		d.Blocks = append(d.Blocks, extract.Block{Text: l.text, Kept: a.keep[i], Reason: l.reason})
		if !a.keep[i] {
			d.BoilerplateChars += utf8.RuneCountInString(l.text)
		}
	}
	if d.Title == "" {
		d.Title = a.title
	}
	if d.Source == "" {
		d.Source = a.source
	}
	if d.Author == "" {
		d.Author = a.author
	}
	if d.Published.IsZero() && !a.day.IsZero() {
		d.Published, d.PublishedFrom = a.day, a.from
	}
}

// finish sets what follows from the text and the address.
func finish(d *extract.Doc) error {
	if strings.TrimFunc(d.Text, blank) == "" {
		d.Text = ""
		return &extract.Skip{Reason: "no text"}
	}
	d.Lang = language(d.Text, d.Lang)
	if d.Lang != extract.English && !d.Lang.Chinese() {
		return &extract.Skip{Reason: "language " + nameOf(d.Lang)}
	}
	if d.Lang == extract.Traditional {
		if r := simplified(d.Text); r != d.Text {
			d.Reading = r
		}
	}
	if d.Site == "" {
		d.Site = host(d.URL)
	}
	if d.Published.IsZero() {
		publishedElsewhere(d)
	}
	return nil
}

func nameOf(l extract.Lang) string {
	if l == "" || l == "und" {
		return "unknown"
	}
	return string(l)
}

// host is the host of an address without www.
func host(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		return ""
	}
	if end := strings.IndexAny(rest, "/?#"); end >= 0 {
		rest = rest[:end]
	}
	if at := strings.LastIndexByte(rest, '@'); at >= 0 {
		rest = rest[at+1:]
	}
	name, _, _ := strings.Cut(rest, ":")
	return strings.TrimPrefix(strings.ToLower(name), "www.")
}

// publishedElsewhere looks for the publication day in the address, then in the
// first paragraph: a full day that its first sentence names.
func publishedElsewhere(d *extract.Doc) {
	d.PublishedFrom = extract.PublishedNone
	if day, ok := dayOfURL(d.URL); ok {
		d.Published, d.PublishedFrom = day, extract.PublishedURL
		return
	}
	first, _, _ := strings.Cut(d.Text, "\n")
	if f, ok := findDay(head(first, 200)); ok {
		d.Published, d.PublishedFrom = f.day, extract.PublishedText
	}
}
