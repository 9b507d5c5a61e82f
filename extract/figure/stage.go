package figure

import (
	"context"
	"slices"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/segment"
)

// Stage finds the figures of a document and appends their mentions.
type Stage struct {
	Units *Units // nil means DefaultUnits
}

// Name implements the stage contract.
func (Stage) Name() string { return "figure" }

// Apply reads the text once. Date mentions that are in the document already
// are left alone; without them the stage tells dates by itself.
func (s Stage) Apply(_ context.Context, d *extract.Doc) error {
	for _, r := range scan(d, s.Units) {
		if r.class == quantity {
			d.Mentions = append(d.Mentions, r.mention(d.Text))
		}
	}
	return nil
}

// Rules lists the rules of a language.
func Rules(lang extract.Lang) []string {
	kinds := []string{"money", "percent", "age", "measure", "count", "fraction", "times"}
	for i, k := range kinds {
		kinds[i] = lang.Base() + "/" + k
	}
	return kinds
}

// scan reads every number of the document, in order.
func scan(d *extract.Doc, units *Units) []reading {
	if units == nil {
		units = DefaultUnits()
	}
	s := scanner{text: d.Read(), units: units, dates: dateSpans(d)}
	if d.Lang.Chinese() {
		t := tighten(s.text)
		for i := range s.dates {
			s.dates[i] = t.shrink(s.dates[i])
		}
		s.text, s.words = t.text, chineseWords()
		s.chinese()
		for i := range s.out {
			t.loosen(&s.out[i])
		}
	} else {
		s.lex = englishWords()
		s.english()
	}
	return s.out
}

// scanner walks one text.
type scanner struct {
	text  string
	units *Units
	lex   *englishLexicon
	words *chineseLexicon
	dates []extract.Span // sorted by start
	out   []reading

	starts, ends []int32 // of the Chinese characters that are cut into words
	cuts         []segment.Word
	list         []hanWord
}

func dateSpans(d *extract.Doc) []extract.Span {
	var spans []extract.Span
	for i := range d.Mentions {
		if d.Mentions[i].Label() == extract.LabelDate {
			spans = append(spans, d.Mentions[i].Span)
		}
	}
	slices.SortFunc(spans, func(a, b extract.Span) int { return a.Start - b.Start })
	return spans
}

// dated reports whether a date mention covers the offset. Offsets are asked
// for in rising order, so what lies behind is dropped.
func (s *scanner) dated(at int) bool {
	for len(s.dates) > 0 && s.dates[0].End <= at {
		s.dates = s.dates[1:]
	}
	return len(s.dates) > 0 && s.dates[0].Start <= at
}

// emit records a reading. Two readings never overlap: a currency sign that
// ended the one before does not begin the next.
func (s *scanner) emit(r reading) {
	if n := len(s.out); n > 0 && r.span.Start < s.out[n-1].span.End {
		if r.num.Start < s.out[n-1].span.End {
			return
		}
		r.span.Start = r.num.Start
		r.outer.Start = max(r.outer.Start, r.num.Start)
	}
	s.out = append(s.out, r)
}
