package fact_test

import (
	"context"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/corpus"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/fact"
	"github.com/smelt-ie/smelt/extract/link"
	"github.com/smelt-ie/smelt/extract/record"
	"github.com/smelt-ie/smelt/extract/sentence"
	"github.com/smelt-ie/smelt/extract/speech"
)

type stage interface {
	Name() string
	Apply(context.Context, *extract.Doc) error
}

// sample is the documents of the sample corpus with their labelled mentions.
func sample(t testing.TB, lang string) []*extract.Doc {
	recs, err := corpus.Labelled(lang)
	if err != nil {
		t.Fatal(err)
	}
	var docs []*extract.Doc
	for i := range recs {
		docs = append(docs, document(t, &recs[i]))
	}
	return docs
}

func document(t testing.TB, r *record.Record) *extract.Doc {
	d := r.Doc()
	gold, err := r.Gold()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range gold {
		g.Confidence, g.Rule = 1, "labelled"
		if v, ok := g.Value.(*extract.Date); ok { // records carry the value alone
			if day, err := extract.ParseDay(v.Value); err == nil {
				v.First, v.Last = day, day
			}
		}
		d.Mentions = append(d.Mentions, g.Mention)
	}
	return d
}

// BenchmarkStages times the stages of this half of the pipeline on the sample
// corpus, labelled mentions in, one stage at a time.
func BenchmarkStages(b *testing.B) {
	for _, lang := range []string{"en", "zh"} {
		docs := sample(b, lang)
		before := []stage{sentence.Stage{}}
		for _, s := range []stage{link.Stage{}, speech.Stage{}, fact.Stage{}} {
			for _, d := range docs {
				for _, p := range before {
					if err := p.Apply(context.Background(), d); err != nil {
						b.Fatal(err)
					}
				}
			}
			before = []stage{s}
			b.Run(strings.Join([]string{s.Name(), lang}, "/"), func(b *testing.B) {
				size := 0
				for _, d := range docs {
					size += len(d.Text)
				}
				b.SetBytes(int64(size))
				b.ReportAllocs()
				for b.Loop() {
					for _, d := range docs {
						work := *d
						work.Mentions, work.Entities, work.Quotes, work.Facts = append([]extract.Mention(nil), d.Mentions...), nil, nil, nil
						if err := s.Apply(context.Background(), &work); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}
