package source_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline/source"
)

// lay writes files into a fresh folder.
func lay(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func packed(t testing.TB, body string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, body); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(t testing.TB, opt source.Options, inputs ...string) ([]source.Item, source.Report) {
	t.Helper()
	s, err := source.Open(inputs, opt)
	if err != nil {
		t.Fatal(err)
	}
	items := slices.Collect(s.Items(context.Background()))
	return items, s.Report()
}

// kind is the kind of an item's error, "" for none.
func kind(err error) source.Kind {
	var e *source.Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return ""
}

const record = `{"id":7,"url":"https://a.example/1","title":"T","published":"2024-05-06","lang":"zh","text":"正文"}` + "\n"

func TestFolderIsReadInOrder(t *testing.T) {
	dir := lay(t, map[string]string{
		"b.txt": "second", "a/z.html": "<p>first</p>", "c.jsonl": record + record, "d.jsonl.gz": packed(t, record),
		"e.pdf": "%PDF-1.4", "f.pdf": "%PDF-1.4", "g.csv.gz": packed(t, "a,b"), ".hidden.txt": "no", ".git/x.txt": "no", "noext": "?",
	})
	items, rep := read(t, source.Options{}, dir)
	var got []string
	for _, it := range items {
		if it.Err != nil {
			t.Errorf("item: %v", it.Err)
		}
		got = append(got, strings.TrimPrefix(it.Doc.SourcePath, dir)+" "+string(it.Doc.Format))
	}
	want := []string{"/a/z.html html", "/b.txt scraped", "/c.jsonl:1 clean", "/c.jsonl:2 clean", "/d.jsonl:1 clean"}
	if !slices.Equal(got, want) {
		t.Errorf("items %q, want %q", got, want)
	}
	if want := "2 .pdf"; !strings.HasPrefix(rep.Passed(), want) || len(rep.Unknown) != 3 {
		t.Errorf("passed over %q, want it to begin with %q and name three extensions", rep.Passed(), want)
	}
	s, err := source.Open([]string{dir}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, size := s.Size(context.Background())
	if files != 4 || size != rep.Bytes || rep.Files != 4 {
		t.Errorf("Size says %d files and %d bytes, the report %d and %d", files, size, rep.Files, rep.Bytes)
	}
}

func TestRecordFields(t *testing.T) {
	items, _ := read(t, source.Options{Stdin: strings.NewReader(record)}, "-")
	d := items[0].Doc
	if d.RecordID != "7" || d.URL != "https://a.example/1" || d.Title != "T" || d.Lang != extract.Simplified ||
		d.Published.String() != "2024-05-06" || d.PublishedFrom != extract.PublishedGiven || string(d.Raw) != "正文" {
		t.Errorf("record came as %+v", d)
	}
}

func TestBadRecordsAreNamedAndTheOthersGoOn(t *testing.T) {
	long := `{"id":"long","text":"` + strings.Repeat("x", 5000) + `"}` + "\n"
	dir := lay(t, map[string]string{"r.jsonl": record + "{broken\n" + `{"id":"x"}` + "\n\n" + long + `{"text":"last"}`})
	items, rep := read(t, source.Options{MaxPage: 4096}, filepath.Join(dir, "r.jsonl"))
	var got []string
	for _, it := range items {
		_, line, _ := strings.Cut(filepath.Base(it.Doc.SourcePath), ":")
		got = append(got, line+" "+string(kind(it.Err)))
	}
	want := []string{"1 ", "2 broken", "3 broken", "5 too-large", "6 "}
	if !slices.Equal(got, want) {
		t.Errorf("items %q, want %q", got, want)
	}
	if msg := items[1].Err.Error(); !strings.Contains(msg, "r.jsonl, line 2: not a JSON record") {
		t.Errorf("the broken line is reported as %q", msg)
	}
	if rep.Articles != 2 || rep.Failed != 3 {
		t.Errorf("report %+v, want 2 articles and 3 failed", rep)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := lay(t, map[string]string{"only/x.pdf": "%PDF", "bad.csv": "a,b", "ok.txt": "text"})
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o755); err != nil {
		t.Fatal(err)
	}
	for in, want := range map[string]struct {
		kind source.Kind
		says string
	}{
		"missing":     {source.Missing, "missing: no such file or folder"},
		"empty":       {source.Empty, "empty: the folder is empty"},
		"only":        {source.Empty, "only: the folder holds no file that smelt reads, only 1 .pdf"},
		"*.nothing":   {source.Pattern, "matches no file"},
		"[":           {source.Pattern, "not a pattern"},
		"bad.csv":     {source.Unknown, "smelt does not read .csv files; it reads .txt"},
		"file://h/x":  {source.Missing, "not a URL of a file on this machine"},
		"sub/no.html": {source.Missing, "no such file"},
	} {
		path := in
		if !strings.HasPrefix(in, "file:") {
			path = filepath.Join(dir, in)
		}
		_, err := source.Open([]string{filepath.Join(dir, "ok.txt"), path}, source.Options{})
		if kind(err) != want.kind || !strings.Contains(err.Error(), want.says) {
			t.Errorf("Open(%q) = %v, want kind %s saying %q", in, err, want.kind, want.says)
		}
	}
	if _, err := source.Open([]string{"-"}, source.Options{}); kind(err) != source.Missing {
		t.Errorf("Open(-) without standard input = %v", err)
	}
}

func TestWaysToNameAnInput(t *testing.T) {
	dir := lay(t, map[string]string{"a1.txt": "1", "a2.txt": "2", "b.txt": "3", "a3.png": "?", "we[ird].txt": "4"})
	for in, want := range map[string]int{
		filepath.Join(dir, "a*"): 2, "file://" + dir + "/b.txt": 1, "file:" + dir: 4, filepath.Join(dir, "we[ird].txt"): 1,
	} {
		if items, _ := read(t, source.Options{}, in); len(items) != want {
			t.Errorf("%s gave %d items, want %d", in, len(items), want)
		}
	}
	fsys := fstest.MapFS{"sample/en/a.txt": {Data: []byte("x")}, "sample/b.html": {Data: []byte("<p>")}}
	items, _ := read(t, source.Options{FS: fsys}, "sample")
	if len(items) != 2 || items[0].Doc.SourcePath != "sample/b.html" || items[1].Doc.SourcePath != "sample/en/a.txt" {
		t.Errorf("the file system gave %v", items)
	}
}

func TestStandardInputIsSniffed(t *testing.T) {
	for body, want := range map[string]extract.Format{
		record: extract.Clean, packed(t, record): extract.Clean, "\xef\xbb\xbf<html>": extract.HTML, "Plain text.": extract.Scraped,
		tarred(t, "a.html", "<p>"): extract.HTML, zstded(t, record): extract.Clean, response("u", htmlHead, "<p>"): extract.HTML,
	} {
		items, _ := read(t, source.Options{Stdin: strings.NewReader(body)}, "-")
		if len(items) != 1 || items[0].Doc.Format != want {
			t.Errorf("%.20q was read as %+v, want %s", body, items, want)
		}
	}
}

func TestBadFilesBecomeItems(t *testing.T) {
	dir := lay(t, map[string]string{
		"a-binary.txt": "\x00\x01\x02binary", "b-pdf.html": "%PDF-1.7 x", "c-large.txt": strings.Repeat("x", 5000),
		"d-notgzip.txt.gz": "plain", "e-cut.jsonl.gz": packed(t, strings.Repeat(record, 50))[:80], "f-wide.txt": "\xff\xfeh\x00i\x00",
		"g-bomb.txt.gz": packed(t, strings.Repeat("0", 1<<20)), "h.txt": "good",
		"i.txt.gz.gz.gz.gz.gz": packed(t, packed(t, packed(t, packed(t, packed(t, "deep"))))),
	})
	want := []source.Kind{source.Binary, source.Binary, source.TooLarge, source.Broken, source.Unreadable, "", source.TooLarge, "", source.Broken}
	items, _ := read(t, source.Options{MaxPage: 4096}, dir)
	var got []source.Kind
	for _, it := range items {
		got = append(got, kind(it.Err))
	}
	if !slices.Equal(got, want) {
		t.Errorf("kinds %q, want %q", got, want)
	}
}

func TestUnreadableFile(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the superuser reads everything")
	}
	dir := lay(t, map[string]string{"a.txt": "x"})
	if err := os.Chmod(filepath.Join(dir, "a.txt"), 0); err != nil {
		t.Fatal(err)
	}
	items, _ := read(t, source.Options{}, dir)
	if len(items) != 1 || kind(items[0].Err) != source.Unreadable {
		t.Errorf("items %v, want one unreadable", items)
	}
}

func TestItemsStopsWhenAsked(t *testing.T) {
	dir := lay(t, map[string]string{"a.jsonl": strings.Repeat(record, 10), "b.txt": "x"})
	s, err := source.Open([]string{dir}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for range s.Items(ctx) {
		if n++; n == 3 {
			cancel()
		}
	}
	if n != 3 {
		t.Errorf("%d items came, want 3 before the cancellation", n)
	}
}

// oneFile is a file system with one file in it.
func oneFile(name string, body []byte) fstest.MapFS { return fstest.MapFS{name: {Data: body}} }
