package source_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/parquet-go/parquet-go"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline/source"
)

func zstded(t testing.TB, body string) string {
	t.Helper()
	z, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return string(z.EncodeAll([]byte(body), nil))
}

func zipped(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, files[i+1])
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func tarred(t testing.TB, files ...string) string {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		if err := w.WriteHeader(&tar.Header{Name: files[i], Size: int64(len(files[i+1])), Typeflag: tar.TypeReg, Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, files[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// warc is one WARC record.
func warc(kind, contentType, url, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, url, contentType, len(block), block)
}

// response is the record of an HTTP response with the given header lines.
func response(url, header, body string) string {
	return warc("response", "application/http; msgtype=response", url, "HTTP/1.1 200 OK\r\n"+header+"\r\n\r\n"+body)
}

const htmlHead = "Content-Type: text/html"

// pagesOf lists address and content of the items without error.
func pagesOf(items []source.Item) (pages []string, kinds []source.Kind) {
	for _, it := range items {
		if it.Err != nil {
			kinds = append(kinds, kind(it.Err))
			continue
		}
		pages = append(pages, it.Doc.URL+" "+string(it.Doc.Raw))
	}
	return pages, kinds
}

func TestArchives(t *testing.T) {
	files := []string{"b.html", "<p>one", "sub/a.txt", "two", "x.png", "?", ".hidden.txt", "no", "r.jsonl.gz", packed(t, record)}
	dir := lay(t, map[string]string{
		"a.zip": zipped(t, files...), "b.tar": tarred(t, files...), "c.tar.gz": packed(t, tarred(t, files...)), "d.tgz": packed(t, tarred(t, files...)),
		"e.tar.zst": zstded(t, tarred(t, files...)), "f.zip": zipped(t, "inner.zip", zipped(t, files...)),
	})
	items, rep := read(t, source.Options{}, dir)
	if len(items) != 18 || rep.Failed != 0 {
		t.Fatalf("%d items, %d failed, want 3 from each of 6 archives", len(items), rep.Failed)
	}
	for i, it := range items {
		want := []string{"!b.html", "!sub/a.txt", "!r.jsonl:1"}[i%3]
		if !strings.HasSuffix(it.Doc.SourcePath, want) {
			t.Errorf("item %d came from %s, want …%s", i, it.Doc.SourcePath, want)
		}
	}
	if len(rep.Unknown) != 1 || rep.Unknown[0].Files != 6 {
		t.Errorf("passed over %v, want the 6 pictures", rep.Unknown)
	}
}

func TestBrokenArchives(t *testing.T) {
	tarball := tarred(t, "a.txt", strings.Repeat("x", 2000), "b.txt", "later")
	dir := lay(t, map[string]string{"a.zip": "no zip", "b.tar": tarball[:1200], "c.zst": "no zstd", "d.txt.zst": "no zstd"})
	items, _ := read(t, source.Options{}, filepath.Join(dir, "a.zip"), filepath.Join(dir, "b.tar"), filepath.Join(dir, "d.txt.zst"))
	if _, kinds := pagesOf(items); len(kinds) < 3 || kinds[0] != source.Broken {
		t.Errorf("kinds %q, want every file reported", kinds)
	}
}

func TestWARC(t *testing.T) {
	records := []string{
		warc("warcinfo", "application/warc-fields", "", "software: test"),
		response("https://a.example/1", htmlHead, "<p>plain"),
		warc("request", "application/http; msgtype=request", "https://a.example/2", "GET / HTTP/1.1\r\n\r\n"),
		response("https://a.example/2", htmlHead+"; charset=gbk", "<p>\xd6\xd0\xd0\xa1\xc6\xf3\xd2\xb5"),
		response("https://a.example/3", htmlHead+"\r\nTransfer-Encoding: chunked", "3\r\n<p>\r\n7\r\nchunked\r\n0\r\n\r\n"),
		response("https://a.example/4", htmlHead+"\r\nTransfer-Encoding: chunked", "<p>chunked no more"),
		response("https://a.example/5", htmlHead+"\r\nContent-Encoding: gzip", packed(t, "<p>packed")),
		response("https://a.example/6", htmlHead+"\r\nContent-Encoding: gzip", "<p>packed no more"),
		response("https://a.example/7", "Content-Type: image/png", "\x89PNG"),
		strings.Replace(response("https://a.example/8", htmlHead, "<p>gone"), "200 OK", "404 No", 1),
		warc("resource", "text/plain", "<https://a.example/9>", "a resource"),
	}
	want := []string{
		"https://a.example/1 <p>plain", "https://a.example/2 <p>中小企业", "https://a.example/3 <p>chunked", "https://a.example/4 <p>chunked no more",
		"https://a.example/5 <p>packed", "https://a.example/6 <p>packed no more", "https://a.example/9 a resource",
	}
	members := ""
	for _, r := range records {
		members += packed(t, r)
	}
	dir := lay(t, map[string]string{"a.warc": strings.Join(records, ""), "b.warc.gz": members, "c.warc.gz": packed(t, strings.Join(records, ""))})
	for _, f := range []string{"a.warc", "b.warc.gz", "c.warc.gz"} {
		items, _ := read(t, source.Options{}, filepath.Join(dir, f))
		if pages, kinds := pagesOf(items); !slices.Equal(pages, want) || len(kinds) > 0 {
			t.Errorf("%s gave %q and errors %q, want %q", f, pages, kinds, want)
		}
	}
}

func TestDamagedWARCGoesOn(t *testing.T) {
	one, two, three := response("u1", htmlHead, "<p>one"), response("u2", htmlHead, "<p>"+strings.Repeat("two ", 300)), response("u3", htmlHead, "<p>three")
	rotten := []byte(packed(t, two))
	for i := 20; i < len(rotten)-10; i += 3 {
		rotten[i] ^= 0xff
	}
	for name, c := range map[string]struct {
		body  string
		pages int
		at    int64 // offset of the record that is reported
	}{
		"garbage.warc":     {one + "garbage between records\r\n" + three, 2, int64(len(one))},
		"length.warc":      {one + strings.Replace(two, "Content-Length: ", "Content-Length: x", 1) + three, 2, int64(len(one))},
		"cut.warc":         {one + two[:200], 1, int64(len(one))},
		"member.warc.gz":   {packed(t, one) + string(rotten) + packed(t, three), 2, int64(len(packed(t, one)))},
		"cutpack.warc.gz":  {packed(t, one) + packed(t, two)[:60], 1, int64(len(packed(t, one)))},
		"betweens.warc.gz": {packed(t, one) + "garbage between members" + packed(t, three), 2, int64(len(packed(t, one)))},
	} {
		dir := lay(t, map[string]string{name: c.body})
		items, _ := read(t, source.Options{}, dir)
		var good int
		var offsets []int64
		for _, it := range items {
			if it.Err == nil {
				good++
				continue
			}
			offsets = append(offsets, it.Err.(*source.Error).Offset)
		}
		if good < c.pages || len(offsets) == 0 || offsets[0] != c.at {
			t.Errorf("%s: %d pages and trouble at %v, want %d and at %d", name, good, offsets, c.pages, c.at)
		}
	}
}

func TestMHTML(t *testing.T) {
	html := "<p>Caf=C3=A9 fund =\r\ngrows"
	page := "From: <Saved>\r\nSnapshot-Content-Location: https://a.example/p\r\nSubject: x\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related; type=\"text/html\"; boundary=\"B\"\r\n\r\n--B\r\nContent-Type: text/css\r\n\r\nbody{}\r\n" +
		"--B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + html + "\r\n--B--\r\n"
	other := strings.Replace(strings.Replace(page, "quoted-printable", "base64", 1), html, base64.StdEncoding.EncodeToString([]byte("<p>64")), 1)
	dir := lay(t, map[string]string{"a.mhtml": page, "b.mht": other, "c.mhtml": "no page", "d.mht": strings.ReplaceAll(page, "text/html; charset", "text/css; charset")})
	items, _ := read(t, source.Options{}, dir)
	pages, kinds := pagesOf(items)
	if want := []string{"https://a.example/p <p>Café fund grows", "https://a.example/p <p>64"}; !slices.Equal(pages, want) {
		t.Errorf("pages %q, want %q", pages, want)
	}
	if want := []source.Kind{source.Broken, source.Broken}; !slices.Equal(kinds, want) {
		t.Errorf("kinds %q, want %q", kinds, want)
	}
}

func TestParquet(t *testing.T) {
	type row struct {
		ID        string  `parquet:"id"`
		URL       string  `parquet:"url"`
		Published int32   `parquet:"published,date"`
		HTML      *string `parquet:"html,optional"`
		Text      *string `parquet:"text,optional"`
	}
	var b bytes.Buffer
	w := parquet.NewGenericWriter[row](&b)
	clean, page, large := "clean text", "<p>page", strings.Repeat("x", 5000)
	if _, err := w.Write([]row{{ID: "1", Published: 19000, Text: &clean}, {HTML: &page}, {}, {Text: &large}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	dir := lay(t, map[string]string{"a.parquet": b.String(), "b.zip": zipped(t, "in.parquet", b.String()), "c.parquet": "no"})
	items, rep := read(t, source.Options{MaxPage: 4096}, dir)
	var got []string
	for _, it := range items {
		got = append(got, fmt.Sprintf("%s %s%s %s", strings.TrimPrefix(it.Doc.SourcePath, dir+"/"), it.Doc.Raw, kind(it.Err), it.Doc.Published))
	}
	want := []string{
		"a.parquet:1 clean text 2022-01-08", "a.parquet:2 <p>page 1970-01-01", "a.parquet:3 broken ", "a.parquet:4 too-large ",
		"b.zip!in.parquet:1 clean text 2022-01-08", "b.zip!in.parquet:2 <p>page 1970-01-01", "b.zip!in.parquet:3 broken ", "b.zip!in.parquet:4 too-large ",
		"c.parquet broken ",
	}
	if !slices.Equal(got, want) {
		t.Errorf("items %q, want %q", got, want)
	}
	if rep.Bytes < int64(b.Len()) {
		t.Errorf("%d bytes read of a file of %d", rep.Bytes, b.Len())
	}
}

func TestBombsMeetALimit(t *testing.T) {
	zeros := strings.Repeat("0", 4<<20)
	blank := strings.Repeat("\n", 64<<20)
	dir := lay(t, map[string]string{
		"a.zip": zipped(t, "a.txt", zeros, "b.txt", "fine"), "b.txt.gz": packed(t, zeros), "c.jsonl.zst": zstded(t, blank),
		"d.warc": response("u", htmlHead, zeros) + response("v", htmlHead+"\r\nContent-Encoding: gzip", packed(t, zeros)) + response("w", htmlHead, "fine"),
	})
	items, _ := read(t, source.Options{MaxPage: 1 << 20}, dir)
	pages, kinds := pagesOf(items)
	if len(pages) != 2 || len(kinds) != 5 || slices.ContainsFunc(kinds, func(k source.Kind) bool { return k != source.TooLarge }) {
		t.Errorf("pages %.40q and kinds %q, want two fine pages and five that are too large", pages, kinds)
	}
}

// endless is a WARC stream of n bytes or a little more.
type endless struct {
	record string
	left   int
	rest   string
}

func (e *endless) Read(p []byte) (int, error) {
	if e.rest == "" {
		if e.left <= 0 {
			return 0, io.EOF
		}
		e.rest = e.record
		e.left -= len(e.record)
	}
	n := copy(p, e.rest)
	e.rest = e.rest[n:]
	return n, nil
}

// TestWARCStreamsAtFlatMemory reads a long WARC; SMELT_LARGE=1 makes it 2 GB.
func TestWARCStreamsAtFlatMemory(t *testing.T) {
	size := 128 << 20
	if os.Getenv("SMELT_LARGE") != "" {
		size = 2 << 30
	}
	page := "<html><body><p>" + strings.Repeat("The bureau lent 3.5 million yuan to small firms. ", 800) + "</body></html>"
	s, err := source.Open([]string{"-"}, source.Options{Stdin: &endless{record: response("https://a.example/", htmlHead, page), left: size}})
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC() // what other tests have left does not count
	n, peak := 0, uint64(0)
	var m runtime.MemStats
	for it := range s.Items(t.Context()) {
		if it.Err != nil || it.Doc.Format != extract.HTML {
			t.Fatalf("item %d: %v", n, it.Err)
		}
		if n++; n%500 == 0 {
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc)
		}
	}
	t.Logf("%d pages, %d MB, heap at most %d MB", n, s.Report().Bytes>>20, peak>>20)
	if peak > 200<<20 || s.Report().Bytes < int64(size) {
		t.Errorf("the heap grew to %d MB over %d MB of input", peak>>20, s.Report().Bytes>>20)
	}
}

func FuzzReaders(f *testing.F) {
	for _, seed := range []string{
		record, response("u", htmlHead, "<p>x"), packed(f, response("u", htmlHead, "<p>x")), zipped(f, "a.txt", "x"), tarred(f, "a.txt", "x"),
		zstded(f, record), "MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>x",
	} {
		for i := range formatNames {
			f.Add(uint8(i), []byte(seed))
		}
	}
	f.Fuzz(func(t *testing.T, format uint8, body []byte) {
		name := "in" + formatNames[int(format)%len(formatNames)]
		fsys := oneFile(name, body)
		s, err := source.Open([]string{name}, source.Options{FS: fsys, MaxPage: 1 << 16})
		if err != nil {
			t.Fatal(err)
		}
		var bytes int64
		for it := range s.Items(t.Context()) {
			bytes += it.Bytes
			if it.Doc == nil || it.Doc.SourcePath == "" || it.Err == nil && it.Doc.Raw == nil || int64(len(it.Doc.Raw)) > 1<<18 {
				t.Fatalf("an impossible item: %+v", it)
			}
		}
		if bytes < 0 || bytes > s.Report().Bytes {
			t.Fatalf("items claim %d bytes of %d", bytes, s.Report().Bytes)
		}
	})
}

var formatNames = []string{".txt", ".html", ".jsonl", ".mhtml", ".warc", ".warc.gz", ".zip", ".tar", ".tar.gz", ".jsonl.zst", ".txt.gz", ".txt.bz2"}
