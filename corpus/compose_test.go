package corpus_test

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/corpus/internal/compose"
	"github.com/smelt-ie/smelt/extract/record"
)

//go:generate go test -run ^TestComposed$ -update

var update = flag.Bool("update", false, "write articles and labelled records from the sources")

// blocks is one entry of clean.json: what a cleaner should find in a page.
type blocks struct {
	File      string   `json:"file"`
	Title     string   `json:"title"`
	Published string   `json:"published,omitempty"`
	Source    string   `json:"source,omitempty"`
	Keep      []string `json:"keep"`
	Drop      []string `json:"drop"`
}

// readBlocks reads the blocks of every page by the id of its record.
func readBlocks(t *testing.T) map[string]blocks {
	t.Helper()
	b, err := os.ReadFile("clean.json")
	if err != nil {
		t.Fatal(err)
	}
	var pages map[string]blocks
	if err := json.Unmarshal(b, &pages); err != nil {
		t.Fatal(err)
	}
	return pages
}

func sources(t *testing.T) []*compose.Article {
	t.Helper()
	names, err := filepath.Glob("source/*.src")
	if err != nil || len(names) == 0 {
		t.Fatalf("no sources: %v", err)
	}
	var all []*compose.Article
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := compose.Parse(string(b))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if a.ID != strings.TrimSuffix(filepath.Base(name), ".src") {
			t.Errorf("%s has the id %s", name, a.ID)
		}
		all = append(all, a)
	}
	return all
}

// composed is every generated file with its content; a gzip file is there by
// its inner content.
func composed(t *testing.T) map[string][]byte {
	files := map[string][]byte{}
	pages := map[string]blocks{}
	for _, a := range sources(t) {
		raw, err := a.Raw()
		if err != nil {
			t.Fatalf("%s: %v", a.ID, err)
		}
		name := "articles/" + a.File
		files[name] = append(files[name], raw...)
		labels := "labelled/" + a.Lang[:2] + ".jsonl"
		files[labels] = append(files[labels], line(t, a.Record())...)
		if a.Form != compose.TextRecord {
			pages[a.ID] = blocks{a.File, a.Title, a.Published, a.Source, a.Keep, a.Drop}
		}
	}
	files["clean.json"] = indented(t, pages)
	for _, lang := range []string{"en", "zh"} {
		files["labelled/train_"+lang+".jsonl"] = training(t, lang)
	}
	return files
}

func training(t *testing.T, lang string) []byte {
	names, err := filepath.Glob("training/" + lang + "-*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		arts, err := compose.Training(string(b))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		stem := strings.TrimSuffix(filepath.Base(name), ".txt")
		for i, r := range arts {
			r.ID, r.Lang = fmt.Sprintf("train-%s-%02d", stem, i+1), lang
			out = append(out, line(t, r)...)
		}
	}
	return out
}

func line(t *testing.T, r record.Record) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func indented(t *testing.T, v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestComposed holds the committed articles and records against their sources.
func TestComposed(t *testing.T) {
	for name, want := range composed(t) {
		got, err := stored(name)
		if err == nil && bytes.Equal(got, want) {
			continue
		}
		if !*update {
			t.Errorf("%s is not what the sources say; run go generate ./corpus", name)
			continue
		}
		if err := store(name, want); err != nil {
			t.Fatal(err)
		}
	}
}

func stored(name string) ([]byte, error) {
	b, err := os.ReadFile(name)
	if err != nil || !strings.HasSuffix(name, ".gz") {
		return b, err
	}
	zr, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zr)
}

func store(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	if strings.HasSuffix(name, ".gz") {
		var b bytes.Buffer
		zw := gzip.NewWriter(&b)
		if _, err := zw.Write(content); err != nil {
			return err
		}
		if err := zw.Close(); err != nil {
			return err
		}
		content = b.Bytes()
	}
	return os.WriteFile(name, content, 0o644)
}
