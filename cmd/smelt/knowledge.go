package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/name"
	"github.com/smelt-ie/smelt/pipeline"
	"github.com/spf13/cobra"
)

// knowledge is what the user knows and the program does not: names, and models
// that have learnt from texts of the user's own.
type knowledge struct {
	lexicons []string
	models   []string
}

func (k *knowledge) flags(c *cobra.Command) {
	c.Flags().StringArrayVar(&k.lexicons, "lexicon", nil, "names of your own in a CSV `file` (repeatable)")
	c.Flags().StringArrayVar(&k.models, "model", nil, "tagger of names from smelt train, in place of the built-in one of its language, in a `file` (repeatable)")
}

// files are all that decide what is found, beside the program.
func (k *knowledge) files() []string { return slices.Concat(k.lexicons, k.models) }

// stages are the stages of an article with all that is known.
func (k *knowledge) stages() ([]pipeline.Stage, error) {
	lex, err := lexiconOf(k.lexicons)
	if err != nil {
		return nil, err
	}
	var models []*name.Model
	for _, file := range k.models {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, usageError{fmt.Errorf("the model cannot be read: %w", err)}
		}
		m, err := name.ReadModel(b)
		if err != nil {
			return nil, usageError{fmt.Errorf("%s: %w", file, err)}
		}
		models = append(models, m)
	}
	return pipeline.Stages(lex, models...), nil
}

// lexiconOf joins the names of the user's files with the built-in ones.
func lexiconOf(files []string) (*lexicon.Set, error) {
	if len(files) == 0 {
		return lexicon.Default(), nil
	}
	var lists [][]lexicon.Entry
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return nil, usageError{fmt.Errorf("the lexicon cannot be read: %w", err)}
		}
		entries, err := lexicon.Read(f, file)
		f.Close()
		if err != nil {
			return nil, usageError{err}
		}
		lists = append(lists, entries)
	}
	return lexicon.New(append(lists, lexicon.Builtin())...), nil
}
