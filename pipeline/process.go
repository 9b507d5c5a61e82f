package pipeline

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime/debug"
	"sync"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline/source"
)

// Status says what became of an article.
type Status string

// The ends that an article can come to.
const (
	OK      Status = "ok"
	Skipped Status = "skipped" // passed over on purpose, with a reason
	Failed  Status = "failed"  // could not be read, or a stage broke on it
)

// Outcome is one article at the end of its way.
type Outcome struct {
	Doc    *extract.Doc // never nil; what was filled in until a stage gave up
	Bytes  int64        // bytes of stored input that were read for it
	Status Status
	Reason string // why it was skipped or failed; a clause without the place
	Stack  string // where a stage panicked, for the log
}

// Process takes items through the stages on a number of workers and hands the
// outcomes to emit, one at a time and in the order of the items whatever the
// number of workers. It holds a bounded number of articles at any moment.
//
// The error is what emit returned, or the reason why ctx ended. No goroutine
// of Process is left when it returns.
func Process(ctx context.Context, items iter.Seq[source.Item], stages []Stage, workers int, emit func(Outcome) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	workers = max(workers, 1)

	type job struct {
		item source.Item
		done chan Outcome // receives once
	}
	jobs := make(chan job)
	// A slow article holds back the ones behind it; the queue bounds how many.
	queue := make(chan job, 4*workers)
	var wg sync.WaitGroup
	wg.Go(func() {
		defer close(queue)
		defer close(jobs)
		for it := range items {
			j := job{it, make(chan Outcome, 1)}
			select {
			case queue <- j:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				return
			}
		}
	})
	for range workers {
		wg.Go(func() {
			for j := range jobs {
				j.done <- apply(ctx, j.item, stages)
			}
		})
	}
	err := func() error {
		for j := range queue {
			select {
			case o := <-j.done:
				if ctx.Err() != nil {
					return context.Cause(ctx)
				}
				if err := emit(o); err != nil {
					return err
				}
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		}
		return context.Cause(ctx)
	}()
	cancel(err)
	wg.Wait()
	return err
}

// apply takes one item through the stages.
func apply(ctx context.Context, it source.Item, stages []Stage) Outcome {
	var before *settled
	if errors.As(it.Err, &before) {
		return before.outcome
	}
	o := Outcome{Doc: it.Doc, Bytes: it.Bytes, Status: OK}
	if it.Err != nil {
		o.Status, o.Reason = Failed, reason(it.Err)
		return o
	}
	for _, s := range stages {
		if ctx.Err() != nil {
			return o // the run is over; nobody looks at this outcome
		}
		err := guard(ctx, s, it.Doc)
		if err == nil {
			continue
		}
		var skip *extract.Skip
		var broke *panicked
		switch {
		case errors.As(err, &skip):
			o.Status, o.Reason = Skipped, skip.Reason
		case errors.As(err, &broke):
			o.Status, o.Reason, o.Stack = Failed, fmt.Sprintf("%s: %v", s.Name(), err), broke.stack
		default:
			o.Status, o.Reason = Failed, fmt.Sprintf("%s: %v", s.Name(), err)
		}
		return o
	}
	return o
}

// reason is what is wrong with an item, without the place that its row names anyway.
func reason(err error) string {
	var e *source.Error
	if !errors.As(err, &e) {
		return err.Error()
	}
	if e.Err != nil {
		return e.Reason + ": " + e.Err.Error()
	}
	return e.Reason
}

// panicked is a panic of a stage as an error.
type panicked struct {
	value any
	stack string
}

func (p *panicked) Error() string { return fmt.Sprintf("panic: %v", p.value) }

// guard applies a stage and turns a panic into an error. No stage recovers by
// itself: a rule that breaks costs its article, not the run.
func guard(ctx context.Context, s Stage, d *extract.Doc) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &panicked{v, string(debug.Stack())}
		}
	}()
	return s.Apply(ctx, d)
}
