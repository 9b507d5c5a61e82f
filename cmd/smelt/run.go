package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/smelt-ie/smelt/pipeline"
	"github.com/spf13/cobra"
)

func runCommand() *cobra.Command {
	var in reading
	var out string
	var asJSON bool
	c := &cobra.Command{
		Use:   "run [INPUT...]",
		Short: "Read articles into tables",
		Long: `Read articles and write the tables of people, bodies, places, dates, figures,
quotes, facts and entities as Parquet files.

INPUT is a file, a folder, a pattern or "-" for records on standard input.
Without one the sample articles inside the program are read. Articles that an
earlier run into the same folder has read are passed over; a new version of an
article takes the place of the old one. A run that is interrupted leaves the
tables as they were.`,
		Example: `  smelt run
  smelt run articles/ --out tables
  smelt run day1.jsonl.gz day2.jsonl.gz --out tables --lexicon ours.csv --json`,
		RunE: func(c *cobra.Command, inputs []string) error {
			return runRun(c, inputs, in, out, asJSON)
		},
	}
	in.flags(c)
	c.Flags().StringVar(&out, "out", "out", "`folder` of the tables")
	c.Flags().BoolVar(&asJSON, "json", false, "print the summary as JSON on standard output")
	return c
}

func runRun(c *cobra.Command, inputs []string, in reading, out string, asJSON bool) error {
	if err := in.check(); err != nil {
		return err
	}
	stages, err := in.stages()
	if err != nil {
		return err
	}
	extractor, err := extractorID(in.files())
	if err != nil {
		return err
	}
	src, err := in.open(c, inputs)
	if err != nil {
		return err
	}
	shown := newProgress(c.ErrOrStderr())
	s, err := pipeline.Run(c.Context(), pipeline.Job{
		Source: src, Inputs: inputs, Stages: stages, Workers: in.workers,
		Out: out, Version: version(), Extractor: extractor, Progress: shown,
	})
	shown.close()
	if errors.Is(err, errInterrupted) {
		return fmt.Errorf("%w; nothing of this run was kept, and earlier tables are as they were", err)
	}
	if err != nil {
		return err
	}
	if asJSON {
		enc := json.NewEncoder(c.OutOrStdout())
		enc.SetIndent("", "  ")
		err = enc.Encode(s)
	} else {
		err = summarise(c.OutOrStdout(), s)
	}
	if err == nil && s.Failed+s.KnownFailed > 0 {
		return failedArticles(s.Failed + s.KnownFailed)
	}
	return err
}

// summarise tells people what a run has done.
func summarise(w io.Writer, s pipeline.Summary) error {
	var b strings.Builder
	took := time.Duration(s.Seconds * float64(time.Second)).Round(10 * time.Millisecond)
	if s.Run == "" {
		fmt.Fprintf(&b, "nothing new: %s known already", plural(s.Known, "article"))
	} else {
		fmt.Fprintf(&b, "%s: %d ok, %d skipped, %d failed", plural(s.Articles, "article"), s.OK, s.Skipped, s.Failed)
	}
	fmt.Fprintf(&b, "; %s in %s\n", size(s.Bytes), took)
	note := func(n int64, format string) {
		if n > 0 {
			fmt.Fprintf(&b, format+"\n", n)
		}
	}
	if s.Run != "" {
		note(s.Known, "  %d known from earlier runs, passed over")
	}
	note(s.KnownFailed, "  %d of these failed when they were read, and are unchanged")
	note(s.Repeated, "  %d met twice, kept once")
	note(s.Reprints, "  %d of the skipped are reprints of another article")
	note(s.Superseded, "  %d replaced by newer versions")
	if s.NotRead != "" {
		fmt.Fprintf(&b, "  not read, unknown extension: %s\n", s.NotRead)
	}
	if s.Run != "" {
		fmt.Fprintf(&b, "\nrows written to %s (run %s)\n", s.Out, s.Run)
		for _, t := range s.Tables {
			fmt.Fprintf(&b, "  %-10s %9d\n", t.Name, t.Rows)
		}
		fmt.Fprintf(&b, "\nin Python: import pandas as pd; t = {n: pd.read_parquet(f\"%s/{n}\") for n in %s}\n", s.Out, tableNames(s))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func tableNames(s pipeline.Summary) string {
	names := make([]string, 0, len(s.Tables))
	for _, t := range s.Tables {
		names = append(names, `"`+t.Name+`"`)
	}
	return "[" + strings.Join(names, ", ") + "]"
}

func plural(n int64, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// size is a number of bytes for people.
func size(n int64) string {
	switch {
	case n >= 1e9:
		return fmt.Sprintf("%.1f GB", float64(n)/1e9)
	case n >= 1e6:
		return fmt.Sprintf("%.1f MB", float64(n)/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.1f kB", float64(n)/1e3)
	}
	return fmt.Sprintf("%d bytes", n)
}
