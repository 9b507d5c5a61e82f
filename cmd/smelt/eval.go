package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/smelt-ie/smelt/corpus"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
	"github.com/smelt-ie/smelt/extract/score"
)

// evalOptions are the flags of `smelt eval`.
type evalOptions struct {
	predictions string
	labels      []string
	errors      int
	json        bool
	floors      string
	raise       bool
	lower       bool
	knowledge
}

func evalCommand() *cobra.Command {
	var o evalOptions
	c := &cobra.Command{
		Use:   "eval [FIXTURES.jsonl...]",
		Short: "Score the extractor against labelled records",
		Long: `Score the extractor against labelled records, per label and language.

P, R and F1 are strict: same label and same span. P~, R~ and F1~ count spans
that share a character. Attribute figures are F1 end to end; role_recall is the
recall over the persons found. Without FIXTURES the labelled sample articles
inside the program are scored.`,
		Example: `  smelt eval
  smelt eval news_dev_en.jsonl news_dev_zh.jsonl --errors 20
  smelt eval --floors corpus/floors.toml`,
		RunE: func(c *cobra.Command, args []string) error {
			return runEval(c.Context(), c.OutOrStdout(), args, o)
		},
	}
	f := c.Flags()
	f.StringVar(&o.predictions, "predictions", "", "score this JSONL file of records instead of running the extractor")
	f.StringSliceVar(&o.labels, "labels", nil, "labels to score (default all)")
	f.IntVar(&o.errors, "errors", 0, "show up to this many errors of each kind")
	f.BoolVar(&o.json, "json", false, "print JSON for machines")
	f.StringVar(&o.floors, "floors", "", "fail when a score lies below its floor in this TOML file")
	f.BoolVar(&o.raise, "raise-floors", false, "write the scores reached into the --floors file; never lowers one")
	f.BoolVar(&o.lower, "lower-floors", false, "with --raise-floors: lower floors too")
	o.knowledge.flags(c)
	return c
}

func runEval(ctx context.Context, w io.Writer, files []string, o evalOptions) error {
	labels, err := parseLabels(o.labels)
	if err != nil {
		return err
	}
	if o.raise && o.floors == "" {
		return usageError{errors.New("--raise-floors needs the file that --floors names")}
	}
	gold, err := labelled(files)
	if err != nil {
		return err
	}
	predicted, err := predictions(ctx, gold, o)
	if err != nil {
		return err
	}
	reports := map[string]*score.Report{}
	for _, lang := range languages(gold) {
		mine := slices.DeleteFunc(slices.Clone(gold), func(r record.Record) bool { return baseLang(r) != lang })
		rep := score.Records(mine, predicted, labels)
		reports[lang] = &rep
	}
	if err := writeReports(w, reports, o); err != nil {
		return err
	}
	return holdFloors(reports, o)
}

func parseLabels(names []string) ([]extract.Label, error) {
	if len(names) == 0 {
		return extract.Labels, nil
	}
	var out []extract.Label
	for _, n := range names {
		if !slices.Contains(extract.Labels, extract.Label(n)) {
			return nil, usageError{fmt.Errorf("%q is no label; the labels are %v", n, extract.Labels)}
		}
		out = append(out, extract.Label(n))
	}
	return out, nil
}

// labelled reads the fixture files, or the labelled sample articles when there are none.
func labelled(files []string) ([]record.Record, error) {
	var all []record.Record
	if len(files) == 0 {
		for _, lang := range []string{"en", "zh"} {
			recs, err := corpus.Labelled(lang)
			if err != nil {
				return nil, err
			}
			all = append(all, recs...)
		}
	}
	for _, file := range files {
		recs, err := readRecords(file)
		if err != nil {
			return nil, err
		}
		all = append(all, recs...)
	}
	seen := map[string]bool{}
	for _, r := range all {
		if seen[r.ID] {
			return nil, fmt.Errorf("two labelled records have the id %q; score their files one by one", r.ID)
		}
		seen[r.ID] = true
		if _, err := r.Gold(); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func readRecords(file string) ([]record.Record, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	recs, err := record.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if len(recs) == 0 {
		return nil, fmt.Errorf("%s holds no records", file)
	}
	return recs, nil
}

// predictions reads the records to score, or runs the extractor over the texts.
func predictions(ctx context.Context, gold []record.Record, o evalOptions) ([]record.Record, error) {
	if o.predictions != "" {
		return readRecords(o.predictions)
	}
	return extractRecords(ctx, gold, &o.knowledge)
}

func baseLang(r record.Record) string {
	lang, _ := extract.ParseLang(r.Lang)
	return lang.Base()
}

func languages(recs []record.Record) []string {
	set := map[string]bool{}
	for _, r := range recs {
		set[baseLang(r)] = true
	}
	return slices.Sorted(maps.Keys(set))
}

func writeReports(w io.Writer, reports map[string]*score.Report, o evalOptions) error {
	if o.json {
		out := map[string]any{}
		for lang, r := range reports {
			out[lang] = r.Object()
		}
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(out)
	}
	for i, lang := range slices.Sorted(maps.Keys(reports)) {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s\n", lang)
		if err := reports[lang].WriteTable(w); err != nil {
			return err
		}
		if o.errors > 0 {
			if err := reports[lang].WriteErrors(w, o.errors); err != nil {
				return err
			}
		}
	}
	return nil
}

// holdFloors compares the reports with the floors file, or raises the file to them.
func holdFloors(reports map[string]*score.Report, o evalOptions) error {
	if o.floors == "" {
		return nil
	}
	floors, err := readFloors(o.floors)
	if err != nil && !(o.raise && errors.Is(err, os.ErrNotExist)) {
		return err
	}
	if o.raise {
		return writeFloors(o.floors, floors.Raised(reports, o.lower))
	}
	if below := floors.Check(reports); len(below) > 0 {
		return errors.New(strings.Join(below, "\n"))
	}
	return nil
}

func readFloors(file string) (score.Floors, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	floors, err := score.ReadFloors(f)
	if err != nil {
		return nil, fmt.Errorf("floors %s: %w", file, err)
	}
	return floors, nil
}

// writeFloors replaces the file in one step, so that a broken write leaves the old floors.
func writeFloors(file string, floors score.Floors) (err error) {
	f, err := os.CreateTemp(filepath.Dir(file), ".floors-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err := errors.Join(floors.Write(f), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), file)
}
