// Package speech finds what was said and by whom: direct quotes between
// quotation marks, indirect speech after reporting verbs, and the turns of
// transcripts. Read [Stage] first, then attribution.go, then one language.
package speech

import (
	"cmp"
	"context"
	"slices"

	"github.com/smelt-ie/smelt/extract"
)

// Stage fills in Doc.Quotes. It needs Doc.Mentions resolved, and reads the
// roles of people where the name stage has set them.
type Stage struct{}

// Name implements the stage interface of the pipeline.
func (Stage) Name() string { return "speech" }

// Apply implements the stage interface of the pipeline. Quotes come out in
// text order and do not overlap.
func (Stage) Apply(_ context.Context, d *extract.Doc) error {
	r := newReader(d)
	r.transcript()
	r.pairMarks()
	for i := range r.passages {
		if !r.inTurn(r.passages[i].Start) {
			r.passage(i)
		}
	}
	r.continueMarks()
	r.continueSpeech()
	d.Quotes = append(d.Quotes, settle(r.quotes)...)
	return nil
}

// settle sorts quotes by place and drops one that overlaps a surer one.
func settle(qs []extract.Quote) []extract.Quote {
	slices.SortStableFunc(qs, func(a, b extract.Quote) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	var kept []extract.Quote
	for _, q := range qs {
		i, _ := slices.BinarySearchFunc(kept, q.Start, func(k extract.Quote, at int) int { return cmp.Compare(k.Start, at) })
		if q.Len() <= 0 || i > 0 && kept[i-1].Overlaps(q.Span) || i < len(kept) && kept[i].Overlaps(q.Span) {
			continue
		}
		kept = slices.Insert(kept, i, q)
	}
	return kept
}

// Rules names the rules of a language, as they stand in Quote.Rule.
func Rules(lang extract.Lang) []string {
	if lang.Chinese() {
		return []string{"zh/quoted", "zh/quoted-on", "zh/said", "zh/said-on", "zh/according-to", "zh/listed", "zh/turn"}
	}
	return []string{"en/quoted", "en/quoted-on", "en/said", "en/said-on", "en/according-to", "en/listed", "en/turn"}
}
