package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/name"
	"github.com/smelt-ie/smelt/extract/packed"
	"github.com/smelt-ie/smelt/extract/segment"
	"github.com/spf13/cobra"
)

// trainCommand rebuilds the model files of the name stage.
func trainCommand() *cobra.Command {
	var lang, out, licence, vectors string
	var check, words bool
	set := name.DefaultLearning()
	var t name.Training
	c := &cobra.Command{
		Use:   "train FILE[,domain=NAME][,weight=N][,check]...",
		Short: "Learn the tagger of names from labelled text",
		Long: `train learns the tagger of people, bodies and places of one language from
labelled records (.jsonl) and words in columns (.conll), and writes its model
file. The same files and settings give the same bytes.

A file labelled by other conventions than corpus/labelling.md takes a domain of
its own: it helps where it agrees and does no harm where it does not. weight
says how much each of its lines counts. With --check, the files marked "check"
are scored by cross-validation, and the confidence is set by it.

--clusters and --words write what the tagger builds on: classes of words from
word vectors in the text form of word2vec and GloVe, and the word model.`,
		Example: `  smelt train --lang en --check --out names_en.bin news.jsonl,check wikigold.conll,domain=wikigold,weight=0.5
  smelt train --lang en --clusters glove.txt --out clusters_en.bin
  smelt train --lang zh --words --out words_zh.bin`,
		RunE: func(c *cobra.Command, args []string) error {
			tag, ok := extract.ParseLang(lang)
			if !ok {
				return usageError{fmt.Errorf("--lang %q is neither en nor zh", lang)}
			}
			if words {
				return packWords(c, tag, out)
			}
			if vectors != "" {
				return packClusters(c, tag, vectors, licence, out)
			}
			if t.Share <= 0 || t.Share > 1 {
				return usageError{fmt.Errorf("--share %v is not between 0 and 1", t.Share)}
			}
			if len(args) == 0 {
				return usageError{fmt.Errorf("name at least one labelled file, or --words, or --clusters")}
			}
			t.Lang, t.Licence, t.Learning, t.Check = tag, licence, set, check
			for _, a := range args {
				src, err := trainingSource(a)
				if err != nil {
					return usageError{err}
				}
				t.Sources = append(t.Sources, src)
			}
			file, err := name.Train(lexicon.Default(), t)
			if err != nil {
				return err
			}
			return writeModel(c, file, out)
		},
	}
	f := c.Flags()
	f.StringVar(&lang, "lang", "en", "language to learn: en or zh")
	f.StringVarP(&out, "out", "o", "names.bin", "file to write")
	f.BoolVar(&words, "words", false, "write the word model instead: of Chinese from the dictionary of gse, of English from prose")
	f.StringVar(&vectors, "clusters", "", "write the classes of the words in this file of word vectors instead")
	f.StringVar(&licence, "licence", "", "under which the model may be passed on, for its header")
	f.BoolVar(&check, "check", false, "score by cross-validation")
	f.StringSliceVar(&t.Without, "without", nil, "kinds of evidence to leave out: "+strings.Join(name.Evidence(), ", "))
	f.Float64Var(&t.Share, "share", 1, "part of the texts of each file to learn from")
	f.Uint64Var(&set.Seed, "seed", set.Seed, "of the order of the lines")
	f.IntVar(&set.Epochs, "epochs", set.Epochs, "passes over the text in a run")
	f.IntVar(&set.Runs, "runs", set.Runs, "runs in other orders of the lines, of which the mean is kept")
	f.Float64Var(&set.Rate, "rate", set.Rate, "size of a step")
	f.Float64Var(&set.L2, "l2", set.L2, "penalty of weights that all domains share")
	f.Float64Var(&set.Own, "own", set.Own, "penalty of the weights of one domain")
	f.IntVar(&set.Least, "least", set.Least, "how often a feature must occur")
	return c
}

// packWords writes the model of parts of speech or of Chinese words.
func packWords(c *cobra.Command, lang extract.Lang, out string) error {
	packed := name.PackSpeech
	if lang.Chinese() {
		packed = segment.PackDictionary
	}
	file, err := packed()
	if err != nil {
		return err
	}
	return writeModel(c, file, out)
}

// packClusters writes the classes of the words in a file of word vectors.
func packClusters(c *cobra.Command, lang extract.Lang, vectors, licence, out string) error {
	in, err := os.Open(vectors)
	if err != nil {
		return err
	}
	defer in.Close()
	file, err := name.PackClusters(in, packed.Header{
		Model: "word classes, " + lang.Base(), Data: []string{filepath.Base(vectors)}, Licence: licence,
	})
	if err != nil {
		return fmt.Errorf("%s: %w", vectors, err)
	}
	return writeModel(c, file, out)
}

func writeModel(c *cobra.Command, file []byte, out string) error {
	h, err := packed.ReadHeader(file)
	if err != nil {
		return err
	}
	for _, l := range extract.Labels {
		if s := h.Scores[string(l)]; s != "" {
			fmt.Fprintf(c.OutOrStdout(), "%-7s %s\n", l, s)
		}
	}
	if err := os.WriteFile(out, file, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "wrote %s: %d bytes\n", filepath.Clean(out), len(file))
	return nil
}

// trainingSource reads an argument: a path and its options.
func trainingSource(arg string) (name.Source, error) {
	parts := strings.Split(arg, ",")
	src := name.Source{Path: parts[0], Weight: 1}
	for _, p := range parts[1:] {
		key, value, _ := strings.Cut(p, "=")
		switch key {
		case "domain":
			src.Domain = value
		case "check":
			src.Check = true
		case "weight":
			w, err := strconv.ParseFloat(value, 64)
			if err != nil || w <= 0 {
				return src, fmt.Errorf("%s: the weight %q is not a positive number", src.Path, value)
			}
			src.Weight = w
		default:
			return src, fmt.Errorf("%s: %q is no option; there are domain=, weight= and check", src.Path, p)
		}
	}
	return src, nil
}
