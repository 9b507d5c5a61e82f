package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"

	"github.com/smelt-ie/smelt/corpus"
	"github.com/smelt-ie/smelt/pipeline/source"
	"github.com/spf13/cobra"
)

// reading is what run, extract and show share: where articles come from and
// what they are read with.
type reading struct {
	knowledge
	workers int
	maxPage int64 // MiB
}

func (r *reading) flags(c *cobra.Command) {
	r.knowledge.flags(c)
	c.Flags().IntVar(&r.workers, "workers", runtime.GOMAXPROCS(0), "how many articles are read at the same time")
	c.Flags().Int64Var(&r.maxPage, "max-page", source.DefaultMaxPage>>20, "largest page that is read, in `MiB` after decompression; a larger one fails")
}

func (r *reading) check() error {
	if r.workers < 1 {
		return usageError{fmt.Errorf("--workers must be at least 1, not %d", r.workers)}
	}
	if r.maxPage < 1 || r.maxPage > 1<<20 {
		return usageError{fmt.Errorf("--max-page must be from 1 to %d, not %d", 1<<20, r.maxPage)}
	}
	return nil
}

// open checks the inputs; without any, the sample articles inside the program
// are read.
func (r *reading) open(c *cobra.Command, inputs []string) (*source.Source, error) {
	opt := source.Options{Stdin: leaving{c.Context(), c.InOrStdin()}, MaxPage: r.maxPage << 20}
	if len(inputs) == 0 {
		inputs, opt.FS = []string{"."}, corpus.Articles()
	}
	src, err := source.Open(inputs, opt)
	var e *source.Error
	if errors.As(err, &e) && e.Kind != source.Unreadable {
		return nil, usageError{err}
	}
	return src, err
}

// leaving is an input whose reads end with their context, even while the
// stream itself gives nothing: a terminal or a pipe cannot be interrupted.
type leaving struct {
	ctx context.Context
	r   io.Reader
}

func (l leaving) Read(p []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	own := make([]byte, len(p)) // the read may end after the caller has left
	go func() {
		n, err := l.r.Read(own)
		done <- result{n, err}
	}()
	select {
	case r := <-done:
		copy(p, own[:r.n])
		return r.n, r.err
	case <-l.ctx.Done():
		return 0, context.Cause(l.ctx)
	}
}
