package pipeline_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/smelt-ie/smelt/corpus"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/pipeline"
	"github.com/smelt-ie/smelt/pipeline/source"
	"github.com/smelt-ie/smelt/schemas"
)

// quiet is a progress that shows nothing.
type quiet struct{}

func (quiet) Start(int, int64)      {}
func (quiet) Passed(int64)          {}
func (quiet) Done(pipeline.Outcome) {}

// job is a run over a folder or file into out.
func job(t *testing.T, in, out string) pipeline.Job {
	t.Helper()
	src, err := source.Open([]string{in}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return pipeline.Job{Source: src, Inputs: []string{in}, Stages: pipeline.Stages(lexicon.Default()), Workers: 3,
		Out: out, Version: "test", Extractor: "test-1", Progress: quiet{}}
}

func run(t *testing.T, j pipeline.Job) pipeline.Summary {
	t.Helper()
	s, err := pipeline.Run(context.Background(), j)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func put(t *testing.T, dir, name, body string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o644); err != nil {
		t.Fatal(err)
	}
}

// rows reads a table over all runs.
func rows[T any](t *testing.T, out, table string) []T {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(out, table, "run=*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	var all []T
	for _, f := range files {
		part, err := parquet.ReadFile[T](f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, part...)
	}
	return all
}

// statuses is "status path" of every article row.
func statuses(t *testing.T, out string) string {
	t.Helper()
	var got []string
	for _, a := range rows[schemas.Article](t, out, "articles") {
		got = append(got, fmt.Sprintf("%s %s", a.Status, filepath.Base(a.SourcePath)))
	}
	return strings.Join(got, ", ")
}

// article is a record with its own figures and words, so that no two are reprints.
func article(id string, n int) string {
	return fmt.Sprintf(`{"id":%q,"lang":"en","published":"2024-05-06","text":"Item %d. The fund of %s paid %d million yuan to %d firms on May %d, officials said."}`,
		id, n, id, 3*n+1, 7*n+2, n%28+1)
}

func TestSecondRunDoesNothing(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "a.jsonl", article("x", 1)+"\n{broken\n"+article("y", 20)+"\n")
	first := run(t, job(t, in, out))
	if first.OK != 2 || first.Failed != 1 || first.Run == "" {
		t.Fatalf("first run: %+v, want 2 ok and 1 failed", first)
	}
	before := tree(t, out)
	second := run(t, job(t, in, out))
	if second.Run != "" || second.Known != 3 || second.KnownFailed != 1 || second.Articles != 0 {
		t.Errorf("second run: %+v, want nothing but 3 known articles, 1 of them failed", second)
	}
	if after := tree(t, out); after != before {
		t.Errorf("the second run changed the tables:\n%s\nbefore:\n%s", after, before)
	}
}

func TestNewContentSupersedes(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "a.jsonl", article("x", 1)+"\n"+article("y", 20)+"\n")
	run(t, job(t, in, out))
	put(t, in, "a.jsonl", article("y", 20)+"\n"+article("x", 300)+"\n") // x is new, and the lines have moved
	s := run(t, job(t, in, out))
	if s.OK != 1 || s.Known != 1 || s.Superseded != 1 {
		t.Errorf("%+v, want 1 new article, 1 known, 1 superseded", s)
	}
	var texts []string
	for _, a := range rows[schemas.Article](t, out, "articles") {
		texts = append(texts, a.Text[:8])
	}
	if got := strings.Join(texts, "|"); got != "Item 20.|Item 300" {
		t.Errorf("articles %q, want items 20 and 300", got)
	}
	ids := map[string]bool{}
	for _, a := range rows[schemas.Article](t, out, "articles") {
		ids[a.ArticleID] = true
	}
	for _, f := range rows[schemas.Figure](t, out, "figures") {
		if !ids[f.ArticleID] {
			t.Errorf("figure %q belongs to the article %s that is gone", f.Text, f.ArticleID)
		}
	}
	// The old version comes back: it is not known any more.
	put(t, in, "a.jsonl", article("y", 20)+"\n"+article("x", 1)+"\n")
	if s := run(t, job(t, in, out)); s.OK != 1 || s.Superseded != 1 || len(rows[schemas.Article](t, out, "articles")) != 2 {
		t.Errorf("back to the old version: %+v and %d articles, want 1 new, 1 superseded, 2 in all", s, len(rows[schemas.Article](t, out, "articles")))
	}
}

func TestAnotherExtractorReadsAgain(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "a.jsonl", article("x", 1)+"\n"+article("y", 20)+"\n")
	run(t, job(t, in, out))
	j := job(t, in, out)
	j.Extractor = "test-2"
	if s := run(t, j); s.OK != 2 || s.Superseded != 2 {
		t.Errorf("%+v, want both articles read again", s)
	}
	if got := statuses(t, out); got != "ok a.jsonl:1, ok a.jsonl:2" && got != "ok a.jsonl:2, ok a.jsonl:1" {
		t.Errorf("articles: %s, want each once", got)
	}
	j = job(t, in, out)
	j.Extractor = "test-2"
	if s := run(t, j); s.Run != "" {
		t.Errorf("%+v, want nothing new", s)
	}
}

func TestAFileThatBecomesReadableReplacesItsFailure(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "a.txt", "%PDF-1.4 not text")
	put(t, in, "b.jsonl", article("y", 20)+"\n")
	if s := run(t, job(t, in, out)); s.Failed != 1 {
		t.Fatalf("%+v, want 1 failed", s)
	}
	put(t, in, "a.txt", "The fund of Hebei paid 3 million yuan to small firms in the province on May 5, officials said.\n")
	run(t, job(t, in, out))
	if got := statuses(t, out); strings.Contains(got, "failed") || strings.Count(got, "ok") != 2 {
		t.Errorf("articles: %s, want two that are ok", got)
	}
}

func TestReprintsAreKeptOnceAcrossRuns(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	text := strings.Repeat("The county opened a guarantee fund for small firms and named its first borrowers. ", 8)
	rec := func(url, text string) string {
		return fmt.Sprintf(`{"url":%q,"lang":"en","published":"2024-05-06","text":%q}`, url, text) + "\n"
	}
	put(t, in, "a.jsonl", rec("https://a.example/1", text)+rec("https://b.example/1", text))
	first := run(t, job(t, in, out))
	put(t, in, "b.jsonl", rec("https://c.example/1", text+"Editor: Li."))
	second := run(t, job(t, in, out))
	if first.OK != 1 || first.Reprints != 1 || second.Reprints != 1 {
		t.Errorf("first %+v, second %+v, want one original and a reprint in each", first, second)
	}
	all := rows[schemas.Article](t, out, "articles")
	original := ""
	for _, a := range all {
		if a.Status == "ok" {
			original = a.ArticleID
		}
	}
	for _, a := range all {
		if a.Status != "ok" && a.DuplicateOf != original {
			t.Errorf("%s is a duplicate of %q, want %q", a.URL, a.DuplicateOf, original)
		}
	}
}

func TestANewVersionIsNoReprintOfTheOld(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	text := strings.Repeat("The county opened a guarantee fund for small firms and named its first borrowers. ", 8)
	rec := func(url, text string) string {
		return fmt.Sprintf(`{"url":%q,"lang":"en","text":%q}`, url, text) + "\n"
	}
	put(t, in, "a.jsonl", rec("https://a.example/1", text))
	run(t, job(t, in, out))
	put(t, in, "a.jsonl", rec("https://a.example/1", text+"Corrected.")+rec("https://b.example/1", text))
	if s := run(t, job(t, in, out)); s.OK != 1 || s.Reprints != 1 || s.Superseded != 1 {
		t.Errorf("%+v, want the corrected article and a reprint", s)
	}
	ids := map[string]string{}
	for _, a := range rows[schemas.Article](t, out, "articles") {
		ids[a.URL+" "+a.Status] = a.ArticleID + a.DuplicateOf
	}
	first := ids["https://a.example/1 ok"]
	if len(ids) != 2 || first == "" || !strings.HasSuffix(ids["https://b.example/1 skipped"], first) {
		t.Errorf("articles %v, want the corrected one and a reprint that points to it", ids)
	}
}

func TestAnotherExtractorKeepsOriginals(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	text := strings.Repeat("The county opened a guarantee fund for small firms and named its first borrowers. ", 8)
	put(t, in, "a.jsonl", fmt.Sprintf(`{"url":"https://a.example/1","lang":"en","text":%q}`, text))
	run(t, job(t, in, out))
	j := job(t, in, out)
	j.Extractor = "test-2"
	if s := run(t, j); s.OK != 1 || s.Reprints != 0 || s.Superseded != 1 {
		t.Errorf("%+v, want the article read again, not taken for a reprint of itself", s)
	}
}

func TestTheSameBytesAtAnyWorkerCount(t *testing.T) {
	var first string
	for _, workers := range []int{1, 2, 8} {
		out := t.TempDir()
		src, err := source.Open([]string{"."}, source.Options{FS: corpus.Articles()})
		if err != nil {
			t.Fatal(err)
		}
		s := run(t, pipeline.Job{Source: src, Stages: pipeline.Stages(lexicon.Default()), Workers: workers,
			Out: out, Version: "test", Extractor: "test-1", Progress: quiet{}})
		if s.OK == 0 {
			t.Fatalf("%+v, want articles", s)
		}
		got := tree(t, out)
		if first == "" {
			first = got
		}
		if got != first {
			t.Errorf("%d workers wrote other bytes than 1", workers)
		}
	}
}

// tree is every file below dir with its content, but for what the clock has written.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, path)
		if err != nil || e.IsDir() || strings.HasPrefix(rel, "runs") || strings.HasSuffix(rel, ".json") {
			return err
		}
		data, err := os.ReadFile(path)
		fmt.Fprintf(&b, "%s %x\n", rel, data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestCancelledRunLeavesNothing(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	put(t, in, "a.jsonl", article("x", 1)+"\n")
	run(t, job(t, in, out))
	before, running := tree(t, out), runtime.NumGoroutine()

	var many strings.Builder
	for i := range 200 {
		many.WriteString(article(fmt.Sprint("z", i), i+100) + "\n")
	}
	put(t, in, "b.jsonl", many.String())
	ctx, cancel := context.WithCancelCause(context.Background())
	why := errors.New("interrupted")
	j := job(t, in, out)
	j.Progress = stopAfter{20, new(int), func() { cancel(why) }}
	if _, err := pipeline.Run(ctx, j); !errors.Is(err, why) {
		t.Errorf("Run = %v, want %v", err, why)
	}
	settled(t, running)
	if after := tree(t, out); after != before {
		t.Error("the cancelled run left something behind")
	}
	if _, err := os.Stat(filepath.Join(out, "_staging")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("_staging is still there: %v", err)
	}
	if s := run(t, job(t, in, out)); s.Articles != 200 {
		t.Errorf("%+v after the cancelled run, want all 200 articles", s)
	}
}

// stopAfter stops the run at the n-th article.
type stopAfter struct {
	n    int
	seen *int
	stop func()
}

func (stopAfter) Start(int, int64) {}
func (stopAfter) Passed(int64)     {}
func (s stopAfter) Done(pipeline.Outcome) {
	if *s.seen++; *s.seen == s.n {
		s.stop()
	}
}
