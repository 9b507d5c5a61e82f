package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline"
	"github.com/smelt-ie/smelt/pipeline/source"
)

// stage is a fake: it does what its function does.
type stage func(ctx context.Context, d *extract.Doc) error

func (stage) Name() string                                      { return "fake" }
func (s stage) Apply(ctx context.Context, d *extract.Doc) error { return s(ctx, d) }

// numbered yields n items with the ids a0, a1, ...
func numbered(n int) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for i := range n {
			if !yield(source.Item{Doc: &extract.Doc{ID: fmt.Sprint("a", i)}, Bytes: 1}) {
				return
			}
		}
	}
}

// settled waits until no more goroutines run than before the test.
func settled(t *testing.T, before int) {
	t.Helper()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d goroutines are left, %d ran before", runtime.NumGoroutine(), before)
}

func TestProcessKeepsTheOrderAtAnyWorkerCount(t *testing.T) {
	for _, workers := range []int{1, 2, 7, 32} {
		slow := stage(func(_ context.Context, d *extract.Doc) error {
			if strings.HasSuffix(d.ID, "0") {
				time.Sleep(2 * time.Millisecond)
			}
			return nil
		})
		next := 0
		err := pipeline.Process(context.Background(), numbered(100), []pipeline.Stage{slow}, workers, func(o pipeline.Outcome) error {
			if want := fmt.Sprint("a", next); o.Doc.ID != want {
				t.Fatalf("%d workers: outcome %d is %s", workers, next, o.Doc.ID)
			}
			next++
			return nil
		})
		if err != nil || next != 100 {
			t.Errorf("%d workers: %d outcomes, %v", workers, next, err)
		}
	}
}

func TestProcessHoldsABoundedNumberOfArticles(t *testing.T) {
	taken := 0
	items := func(yield func(source.Item) bool) {
		for it := range numbered(500) {
			taken++
			if !yield(it) {
				return
			}
		}
	}
	gate := errors.New("enough")
	_ = pipeline.Process(context.Background(), items, nil, 2, func(pipeline.Outcome) error {
		time.Sleep(50 * time.Millisecond) // the source would run through in far less
		return gate
	})
	if taken > 2+4*2+2 {
		t.Errorf("%d items were taken while the first was being written", taken)
	}
}

func TestOneBadArticleLeavesTheOthersAlone(t *testing.T) {
	bad := stage(func(_ context.Context, d *extract.Doc) error {
		switch d.ID {
		case "a1":
			panic("rule broke")
		case "a2":
			return errors.New("no good")
		case "a3":
			return fmt.Errorf("wrapped: %w", &extract.Skip{Reason: "no text"})
		}
		return nil
	})
	never := stage(func(_ context.Context, d *extract.Doc) error {
		if d.ID == "a1" || d.ID == "a2" || d.ID == "a3" {
			t.Errorf("a later stage saw %s", d.ID)
		}
		return nil
	})
	want := []string{"ok ", "failed fake: panic: rule broke", "failed fake: no good", "skipped no text", "ok "}
	var got []string
	err := pipeline.Process(context.Background(), numbered(5), []pipeline.Stage{bad, never}, 3, func(o pipeline.Outcome) error {
		got = append(got, string(o.Status)+" "+o.Reason)
		if (o.Stack != "") != strings.Contains(o.Reason, "panic") {
			t.Errorf("%s has the stack %q", o.Reason, o.Stack)
		}
		return nil
	})
	if err != nil || strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q, %v\nwant %q", got, err, want)
	}
}

func TestCancellationEndsEveryGoroutine(t *testing.T) {
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancelCause(context.Background())
	why := errors.New("interrupted")
	endless := func(yield func(source.Item) bool) {
		for ctx.Err() == nil && yield(source.Item{Doc: &extract.Doc{}}) {
		}
	}
	n := 0
	err := pipeline.Process(ctx, endless, nil, 4, func(pipeline.Outcome) error {
		if n++; n == 20 {
			cancel(why)
		}
		return nil
	})
	if !errors.Is(err, why) {
		t.Errorf("Process = %v, want the cause of the cancellation", err)
	}
	settled(t, before)
}

func TestAnErrorOfEmitEndsTheRun(t *testing.T) {
	before := runtime.NumGoroutine()
	full := errors.New("disk full")
	err := pipeline.Process(context.Background(), numbered(1000), nil, 4, func(o pipeline.Outcome) error {
		if o.Doc.ID == "a5" {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) {
		t.Errorf("Process = %v, want %v", err, full)
	}
	settled(t, before)
}
