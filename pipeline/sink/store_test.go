package sink_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline/sink"
	"github.com/smelt-ie/smelt/schemas"
)

const clock = "2026-01-02T03:04:05Z"

// rows are those of a small article that mentions one place n times.
func rows(id string, n int) *schemas.Rows {
	d := &extract.Doc{ID: id, Title: "Title of " + id, Text: strings.Repeat("In Cangzhou. ", n), Published: extract.Day{Year: 2020, Month: 1, Day: n}}
	for i := range n {
		at := i * len("In Cangzhou. ")
		d.Sentences = append(d.Sentences, extract.Span{Start: at, End: at + len("In Cangzhou.")})
		d.Mentions = append(d.Mentions, extract.Mention{Span: extract.Span{Start: at + 3, End: at + 11}, Value: &extract.Place{Kind: "prefecture"}, EntityID: "place/CN-130900", Rule: "en/tagger", Confidence: 0.75})
	}
	d.Entities = []extract.Entity{{ID: "place/CN-130900", Label: extract.LabelPlace, Name: "Cangzhou"}}
	return schemas.Of(d, schemas.Outcome{Status: "ok"})
}

func open(t *testing.T, dir string) *sink.Store {
	t.Helper()
	s, err := sink.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// commit writes one run with the given articles and drops others.
func commit(t *testing.T, s *sink.Store, digest string, articles []*schemas.Rows, drop map[string][]string) sink.Manifest {
	t.Helper()
	run, err := s.Begin(digest, "test")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range articles {
		if err := errors.Join(run.Write(r), run.Note(sink.Entry{Article: r.Article.ArticleID, Status: "ok"})); err != nil {
			t.Fatal(err)
		}
	}
	for old, ids := range drop {
		for _, id := range ids {
			run.Drop(old, id)
		}
	}
	m, err := run.Commit(sink.Manifest{Started: clock, Finished: clock, Articles: int64(len(articles))})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func read[T any](t *testing.T, dir, table string) []T {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, table, "run=*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	var all []T
	for _, f := range files {
		rows, err := parquet.ReadFile[T](f)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, rows...)
	}
	return all
}

func TestRowsReadBack(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	m := commit(t, s, "d1", []*schemas.Rows{rows("b", 2), rows("a", 1)}, nil)
	articles := read[schemas.Article](t, dir, "articles")
	if len(articles) != 2 || articles[0].ArticleID != "a" || articles[0].URL != "" || *articles[0].Published != 18262 {
		t.Fatalf("articles %+v, want a then b", articles)
	}
	places := read[schemas.Place](t, dir, "places")
	if len(places) != 3 || places[2].ArticleID != "b" || places[2].Start != 16 || places[2].Text != "Cangzhou" || *places[2].Sentence != 1 {
		t.Fatalf("places %+v", places)
	}
	entities := read[schemas.Entity](t, dir, "entities")
	if len(entities) != 1 || entities[0].Mentions != 3 || entities[0].Articles != 2 {
		t.Fatalf("entities %+v", entities)
	}
	for _, c := range m.Tables {
		if c.Name == "places" && c.Rows != 3 {
			t.Errorf("the manifest counts %d places", c.Rows)
		}
	}
}

// TestSameBytes holds every table but runs, which has the clock in it.
func TestSameBytes(t *testing.T) {
	var sums [2]string
	for i := range sums {
		dir := t.TempDir()
		commit(t, open(t, dir), "d1", []*schemas.Rows{rows("b", 5), rows("a", 3)}, nil)
		sums[i] = sum(t, dir)
	}
	if sums[0] != sums[1] {
		t.Errorf("two runs over the same rows differ:\n%s\n%s", sums[0], sums[1])
	}
}

func sum(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		fmt.Fprintf(&b, "%s %x\n", strings.TrimPrefix(path, dir), sha256.Sum256(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDropTakesAnArticleOut(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	first := commit(t, s, "d1", []*schemas.Rows{rows("a", 1), rows("b", 2)}, nil)
	commit(t, s, "d2", []*schemas.Rows{rows("b2", 4)}, map[string][]string{first.Run: {"b"}})
	var ids []string
	for _, a := range read[schemas.Article](t, dir, "articles") {
		ids = append(ids, a.ArticleID)
	}
	if fmt.Sprint(ids) != "[a b2]" {
		t.Errorf("articles %v, want a and the newer b2", ids)
	}
	if n := len(read[schemas.Place](t, dir, "places")); n != 5 {
		t.Errorf("%d places, want 5", n)
	}
	var mentions int64
	for _, e := range read[schemas.Entity](t, dir, "entities") {
		mentions += e.Mentions
	}
	if mentions != 5 {
		t.Errorf("the entity has %d mentions over the runs, want 5", mentions)
	}
	commit(t, s, "d3", nil, map[string][]string{first.Run: {"a"}})
	if n := len(read[schemas.Article](t, dir, "articles")); n != 1 {
		t.Errorf("%d articles after all of the first run went, want 1", n)
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	commit(t, s, "d1", []*schemas.Rows{rows("a", 1)}, nil)
	before := sum(t, dir)
	run, err := s.Begin("d2", "test")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(run.Write(rows("b", 1)), run.Abort()); err != nil {
		t.Fatal(err)
	}
	if after := sum(t, dir); after != before {
		t.Errorf("an aborted run left something:\n%s\nbefore:\n%s", after, before)
	}
}

// TestCrash stops a run after each of the renames that publish it and has the
// next Open finish it; a run without a manifest goes.
func TestCrash(t *testing.T) {
	whole := t.TempDir()
	commit(t, open(t, whole), "d1", []*schemas.Rows{rows("a", 1)}, nil)
	want := sum(t, whole)
	files := published(t, whole)
	for done := range len(files) {
		dir := t.TempDir()
		s := open(t, dir)
		m := commit(t, s, "d1", []*schemas.Rows{rows("a", 1)}, nil)
		s.Close()
		staging := filepath.Join(dir, "_staging", m.Run)
		for _, f := range files[done:] {
			back := filepath.Join(staging, f)
			switch f {
			case filepath.Join("_runs", m.Run+".json"):
				back = filepath.Join(staging, "manifest.json")
			case filepath.Join("_runs", m.Run+".ledger.jsonl"):
				back = filepath.Join(staging, "ledger.jsonl")
			}
			if err := errors.Join(os.MkdirAll(filepath.Dir(back), 0o755), os.Rename(filepath.Join(dir, f), back)); err != nil {
				t.Fatal(err)
			}
		}
		if got := sum(t, open(t, dir).Dir()); got != want {
			t.Fatalf("a crash after %d renames was not mended:\n%s\nwant\n%s", done, got, want)
		}
	}
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "_staging", "00001-x", "people", "run=00001-x"), 0o755); err != nil {
		t.Fatal(err)
	}
	open(t, dir)
	if _, err := os.Stat(filepath.Join(dir, "_staging")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a run that did not count is still there: %v", err)
	}
}

// published lists the files of a store in the order that they are renamed.
func published(t *testing.T, dir string) []string {
	t.Helper()
	var tables, last []string
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == ".lock" {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		switch {
		case strings.HasSuffix(rel, ".parquet"):
			tables = append(tables, rel)
		case strings.HasSuffix(rel, ".ledger.jsonl"):
			last = append([]string{rel}, last...)
		default:
			last = append(last, rel)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(last) == 2 && !strings.HasSuffix(last[0], ".ledger.jsonl") {
		last[0], last[1] = last[1], last[0]
	}
	return append(tables, last...)
}

func TestOneRunAtATime(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	if s, err := sink.Open(dir); !errors.Is(err, sink.ErrBusy) {
		t.Fatalf("Open = %v, %v, want ErrBusy", s, err)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := sink.Open(file); err == nil || !strings.Contains(err.Error(), file) {
		t.Fatalf("Open of a file = %v, want an error that names it", err)
	}
}

func TestLedgerReadsBack(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	commit(t, s, "d1", []*schemas.Rows{rows("a", 1)}, nil)
	m := commit(t, s, "d2", []*schemas.Rows{rows("b", 1)}, nil)
	s.Close()
	var got []string
	for e, err := range open(t, dir).Entries() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, e.Article)
		if e.Article == "b" && e.Run != m.Run {
			t.Errorf("b stands in the ledger of %s, want %s", e.Run, m.Run)
		}
	}
	if fmt.Sprint(got) != "[a b]" {
		t.Errorf("ledger %v, want a and b", got)
	}
}

func TestBrokenTextIsMadeValid(t *testing.T) {
	dir := t.TempDir()
	r := rows("a", 1)
	r.Article.SourcePath = "caf\xe9.txt"
	commit(t, open(t, dir), "d1", []*schemas.Rows{r}, nil)
	if got := read[schemas.Article](t, dir, "articles")[0].SourcePath; got != "caf\ufffd.txt" {
		t.Errorf("source_path is %q", got)
	}
}
