// Package corpus embeds the sample articles of the project: raw pages as a
// crawler stores them, and the same articles labelled by hand.
//
// All articles are written for this project. Ministries, bureaus and places are
// real; what happens there, the people and the small companies are invented.
// labelling.md beside this file says what every label means.
package corpus

import (
	"embed"
	"fmt"
	"io/fs"

	"github.com/smelt-ie/smelt/extract/record"
)

//go:embed articles
var articles embed.FS

//go:embed labelled
var labelled embed.FS

// Articles is the folder of raw articles: .html, .txt, .jsonl and .jsonl.gz,
// English in en, Chinese in zh.
func Articles() fs.FS {
	sub, err := fs.Sub(articles, "articles")
	if err != nil {
		panic(err) // the folder is embedded, its name is constant
	}
	return sub
}

// Labelled returns the labelled records of the sample articles in a language,
// "en" or "zh", with all five labels and their attributes.
func Labelled(lang string) ([]record.Record, error) { return read(lang + ".jsonl") }

// Training returns the labelled records to learn names from in a language,
// "en" or "zh". People, bodies and places alone are labelled, without
// attributes.
func Training(lang string) ([]record.Record, error) { return read("train_" + lang + ".jsonl") }

func read(name string) ([]record.Record, error) {
	f, err := labelled.Open("labelled/" + name)
	if err != nil {
		return nil, fmt.Errorf("no labelled records: %w", err)
	}
	defer f.Close()
	recs, err := record.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("corpus/labelled/%s: %w", name, err)
	}
	return recs, nil
}
