package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"runtime"

	"github.com/smelt-ie/smelt/extract/record"
	"github.com/smelt-ie/smelt/pipeline"
	"github.com/smelt-ie/smelt/pipeline/source"
	"github.com/spf13/cobra"
)

func extractCommand() *cobra.Command {
	var in reading
	c := &cobra.Command{
		Use:   "extract [INPUT...]",
		Short: "Print one JSON record an article, with its mentions",
		Long: `Print one JSON record an article on standard output, in input order, with the
people, bodies, places, dates and figures found in it. Offsets count code points.

INPUT is whatever smelt run takes; "-" reads records from standard input. An
article that is skipped or fails is named on standard error.`,
		Example: `  smelt extract --jsonl articles/ > mentions.jsonl
  cat records.jsonl | smelt extract - | head -1`,
		RunE: func(c *cobra.Command, inputs []string) error {
			return runExtract(c, inputs, in)
		},
	}
	in.flags(c)
	c.Flags().Bool("jsonl", true, "print JSON lines, the only format")
	return c
}

func runExtract(c *cobra.Command, inputs []string, in reading) error {
	if err := in.check(); err != nil {
		return err
	}
	stages, err := in.stages()
	if err != nil {
		return err
	}
	src, err := in.open(c, inputs)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(c.OutOrStdout(), 1<<16)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	failed := 0
	err = pipeline.ProcessPages(c.Context(), pipeline.Identify(src.Items(c.Context())), stages, in.workers, func(o pipeline.Outcome) error {
		if o.Status == pipeline.OK {
			return enc.Encode(record.Of(o.Doc))
		}
		if o.Status == pipeline.Failed {
			failed++
		}
		fmt.Fprintf(c.ErrOrStderr(), "%s: %s: %s\n", o.Doc.SourcePath, o.Status, o.Reason)
		return nil
	})
	if err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if passed := src.Report().Passed(); passed != "" {
		fmt.Fprintln(c.ErrOrStderr(), "not read:", passed)
	}
	if failed > 0 {
		return failedArticles(failed)
	}
	return nil
}

// extractRecords runs the extractor over the texts of records and returns one
// record each, in order; an article that fails has no mentions.
func extractRecords(ctx context.Context, recs []record.Record, known *knowledge) ([]record.Record, error) {
	stages, err := known.stages()
	if err != nil {
		return nil, err
	}
	out := make([]record.Record, 0, len(recs))
	err = pipeline.Process(ctx, documents(recs), stages, runtime.GOMAXPROCS(0), func(o pipeline.Outcome) error {
		if o.Status != pipeline.OK {
			o.Doc.Mentions = nil
		}
		out = append(out, record.Of(o.Doc))
		return nil
	})
	return out, err
}

// documents are records as items, their text to be taken as clean text.
func documents(recs []record.Record) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for i := range recs {
			d := recs[i].Doc()
			d.Raw, d.Format = []byte(d.Text), "clean"
			if !yield(source.Item{Doc: d}) {
				return
			}
		}
	}
}
