package pipeline

import (
	"context"
	"iter"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
	"github.com/smelt-ie/smelt/pipeline/source"
)

// batchSize is how many cleaned articles are looked at together for what the
// pages of one site repeat.
const batchSize = 128

// settled is the error of an item whose outcome stands already.
type settled struct{ outcome Outcome }

func (s *settled) Error() string { return s.outcome.Reason }

// ProcessPages is Process for pages that may come from one site, with one step
// more: after the clean stage, which must be the first, batches of articles lose
// the lines that the pages of their site repeat. What is in a batch depends on the order of the items alone.
func ProcessPages(ctx context.Context, items iter.Seq[source.Item], stages []Stage, workers int, emit func(Outcome) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	batches := make(chan []Outcome)
	done := make(chan error, 1)
	go func() {
		defer close(batches)
		done <- cleanBatches(ctx, items, stages[:1], workers, batches)
	}()
	err := Process(ctx, cleaned(ctx, batches), stages[1:], workers, emit)
	cancel(err)
	first := <-done
	if err == nil {
		err = first
	}
	return err
}

// cleanBatches sends the cleaned articles on in trimmed batches.
func cleanBatches(ctx context.Context, items iter.Seq[source.Item], stages []Stage, workers int, batches chan<- []Outcome) error {
	var batch []Outcome
	send := func() error {
		trim(batch)
		select {
		case batches <- batch:
			batch = nil
			return nil
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	err := Process(ctx, items, stages, workers, func(o Outcome) error {
		batch = append(batch, o)
		if len(batch) < batchSize {
			return nil
		}
		return send()
	})
	if err != nil || len(batch) == 0 {
		return err
	}
	return send()
}

func trim(batch []Outcome) {
	var docs []*extract.Doc
	for i := range batch {
		if batch[i].Status == OK {
			docs = append(docs, batch[i].Doc)
		}
	}
	clean.TrimTemplates(docs)
}

// cleaned are the articles of the batches as items for the later stages.
func cleaned(ctx context.Context, batches <-chan []Outcome) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for {
			select {
			case batch, more := <-batches:
				if !more {
					return
				}
				for _, o := range batch {
					it := source.Item{Doc: o.Doc, Bytes: o.Bytes, Err: &settled{o}}
					if o.Status == OK {
						it.Err = nil
					}
					if !yield(it) {
						return
					}
				}
			case <-ctx.Done():
				return
			}
		}
	}
}
