// Package date finds time expressions in English and Chinese text and places
// them on the calendar.
//
// Reading has two steps. A grammar of named rules (en_*.go, zh_*.go) turns the
// tokens of a sentence into unplaced expressions; then [Stage] walks them in
// text order and resolves each against the publication date and against what
// the text has named before. Values are written as the labelling guide writes
// them; [Interval] reads any of them back.
package date

import (
	"context"
	"slices"

	"github.com/smelt-ie/smelt/extract"
)

// Stage appends a mention with an [extract.Date] for every time expression.
//
// An article without a publication date gets the best full date of its running
// text, if it has one.
type Stage struct{}

// Name implements the pipeline's stage.
func (Stage) Name() string { return "date" }

// Apply implements the pipeline's stage. It fails only when ctx has ended.
func (Stage) Apply(ctx context.Context, d *extract.Doc) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	found := read(d)
	anchor := d.Published
	if anchor.IsZero() {
		anchor = anchorIn(d, found)
	}
	d.Mentions = append(d.Mentions, placeAll(found, anchor, d)...)
	return nil
}

// Rules lists the names of all rules of a language.
func Rules(lang extract.Lang) []string {
	rules := rulesEN
	if lang.Chinese() {
		rules = rulesZH
	}
	return slices.Clone(rules)
}

// read finds the expressions of the document, in text order, still unplaced.
func read(d *extract.Doc) []expr {
	text := d.Read()
	var out []expr
	if d.Lang.Chinese() {
		r := chineseReader{lex: chineseLexicon()}
		for i, s := range d.Passages() {
			out = r.sentence(out, text, s, i)
		}
		return out
	}
	r := englishReader{lex: englishLexicon()}
	for i, s := range d.Passages() {
		out = r.sentence(out, text, s, i)
	}
	return out
}
