package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract/record"
)

// TestTrainedModelIsApplied learns that a made-up word is a place and finds it.
func TestTrainedModelIsApplied(t *testing.T) {
	dir := t.TempDir()
	texts, model := filepath.Join(dir, "texts.jsonl"), filepath.Join(dir, "names.bin")
	line := `{"id":"a","lang":"en","text":"They went to zorb again.","mentions":[{"start":13,"end":17,"label":"place"}]}` + "\n"
	if err := os.WriteFile(texts, []byte(strings.Repeat(line, 20)), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, stderr, code := smelt(t, "", "train", "--lang", "en", "--runs", "1", "--out", model, texts); code != 0 {
		t.Fatalf("train: exit %d, %s", code, stderr)
	}
	places := func(args ...string) (n int) {
		stdout, stderr, code := smelt(t, `{"id":"b","lang":"en","text":"They went to zorb again."}`+"\n", append([]string{"extract", "-"}, args...)...)
		if code != 0 {
			t.Fatalf("extract %v: exit %d, %s", args, code, stderr)
		}
		var r record.Record
		if err := json.Unmarshal([]byte(stdout), &r); err != nil {
			t.Fatal(err)
		}
		for _, m := range r.Mentions {
			if m.Label == "place" {
				n++
			}
		}
		return n
	}
	if without, with := places(), places("--model", model); without != 0 || with != 1 {
		t.Errorf("%d places without the model and %d with it, want 0 and 1", without, with)
	}
}

// TestClassesAreNoTagger refuses another kind of model file.
func TestClassesAreNoTagger(t *testing.T) {
	dir := t.TempDir()
	vectors, classes := filepath.Join(dir, "vectors.txt"), filepath.Join(dir, "classes.bin")
	if err := os.WriteFile(vectors, []byte("a 1 0\nb 0 1\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, stderr, code := smelt(t, "", "train", "--clusters", vectors, "--out", classes); code != 0 {
		t.Fatalf("exit %d, %s", code, stderr)
	}
	_, stderr, code := smelt(t, "", "extract", "--model", classes)
	if code != exitUsage || strings.Count(stderr, "\n") != 1 || !strings.Contains(stderr, "classes.bin") {
		t.Errorf("exit %d, %q; want exit 2 and one line that names the file", code, stderr)
	}
}
