package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract/record"
	"github.com/spf13/cobra"
)

// smelt runs a command line in this process.
func smelt(t *testing.T, stdin string, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = execute(context.Background(), args, strings.NewReader(stdin), &out, &errs)
	return out.String(), errs.String(), code
}

// write puts files into a fresh folder.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestMistakesGetOneSentence(t *testing.T) {
	empty := t.TempDir()
	for _, c := range []struct{ args, want string }{
		{"rum", `did you mean "run"?`},
		{"nonsense", "see smelt --help"},
		{"run --worker 2", `did you mean "--workers"?`},
		{"run --workers many", "--workers"},
		{"extract --workers 0", "at least 1"},
		{"extract no/such/path", "no/such/path: no such file or folder"},
		{"run " + empty, "empty"},
		{"extract --lexicon nosuch.csv", "nosuch.csv"},
		{"extract --model nosuch.bin", "nosuch.bin"},
		{"extract --model main_test.go", "main_test.go: not a model file"},
		{"train", "at least one labelled file"},
		{"train --lang fr x.jsonl", "neither en nor zh"},
		{"train --share 2 x.jsonl", "--share 2"},
		{"train x.jsonl,weight=-1", "weight"},
		{"schema nonsense", "nonsense"},
		{"schema figure", `did you mean "figures"?`},
		{"help extrct", `did you mean "extract"?`},
		{"completion tcsh", "no shell"},
		{"show", "one file"},
		{"version 2", "no argument"},
	} {
		_, stderr, code := smelt(t, "", strings.Fields(c.args)...)
		if code != exitUsage || !strings.Contains(stderr, c.want) || strings.Count(stderr, "\n") != 1 {
			t.Errorf("smelt %s: exit %d, %q; want exit 2 and one line with %q", c.args, code, stderr, c.want)
		}
	}
}

func TestEveryCommandHasAnExample(t *testing.T) {
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		if c.Example == "" || c.Short == "" {
			t.Errorf("%s has no example or no description", c.CommandPath())
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	visit(rootCommand())
}

func TestExtractGoesOnAfterABrokenLine(t *testing.T) {
	in := `{"id":"a","lang":"en","published":"2024-05-06","text":"The fund paid 3 million yuan on May 5."}` + "\n{broken\n" +
		`{"id":"b","lang":"zh","published":"2024-05-06","text":"5月5日，新增企业1697家。"}` + "\n"
	stdout, stderr, code := smelt(t, in, "extract", "--jsonl", "-")
	if code != exitArticles || !strings.Contains(stderr, "-:2") {
		t.Errorf("exit %d, %q; want exit 3 and the line that is broken", code, stderr)
	}
	recs, err := record.ReadAll(strings.NewReader(stdout))
	if err != nil || len(recs) != 2 || recs[0].ID != "a" || recs[1].ID != "b" {
		t.Fatalf("records %v, %v; want a and b", recs, err)
	}
	for _, r := range recs {
		if len(r.Mentions) == 0 {
			t.Errorf("%s has no mentions", r.ID)
		}
	}
}

func TestExtractSamples(t *testing.T) {
	one, _, code := smelt(t, "", "extract", "--workers", "1")
	four, _, _ := smelt(t, "", "extract", "--workers", "4")
	if code != exitDone || one != four {
		t.Errorf("exit %d; the output of 1 and 4 workers is the same: %v", code, one == four)
	}
	var first record.Record
	if err := json.NewDecoder(strings.NewReader(one)).Decode(&first); err != nil || first.ID == "" {
		t.Errorf("first record %+v, %v", first, err)
	}
}
