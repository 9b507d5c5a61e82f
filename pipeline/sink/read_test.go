package sink_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/smelt-ie/smelt/pipeline/sink"
)

type page struct {
	ID    int64     `parquet:"id"`
	Day   int32     `parquet:"day,date"`
	At    time.Time `parquet:"at,timestamp(microsecond)"`
	Title *string   `parquet:"title,optional"`
	Text  string    `parquet:"text"`
	Tags  []string  `parquet:"tags,list"`
}

func file(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[page](&b, parquet.MaxRowsPerRowGroup(20))
	title := "T"
	for i := range 50 {
		p := page{ID: int64(i), Day: 19000 + int32(i), At: time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC), Text: "正文", Tags: []string{"a", "b"}}
		if i == 49 {
			p.Title = &title
		}
		if _, err := w.Write([]page{p}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestColumns(t *testing.T) {
	raw := file(t)
	var last []string
	n := 0
	for row, err := range sink.Columns(bytes.NewReader(raw), int64(len(raw)), "id", "day", "at", "title", "text", "missing", "tags") {
		if err != nil {
			t.Fatal(err)
		}
		n++
		last = nil
		for _, v := range row {
			if v == nil {
				last = append(last, "-")
			} else {
				last = append(last, *v)
			}
		}
	}
	if want := []string{"49", "2022-02-26", "2024-05-06", "T", "正文", "-", "-"}; n != 50 || !slices.Equal(last, want) {
		t.Errorf("%d rows, the last %q, want 50 and %q", n, last, want)
	}
}

func TestColumnsOfBadFiles(t *testing.T) {
	raw := file(t)
	rotten := slices.Clone(raw)
	for i := 40; i < len(rotten)/2; i += 2 {
		rotten[i] ^= 0x55
	}
	for name, c := range map[string]struct {
		body   []byte
		column string
	}{"no parquet": {[]byte("PAR1 no"), "id"}, "empty": {nil, "id"}, "cut": {raw[:len(raw)-30], "id"}, "rotten": {rotten, "text"}, "other columns": {raw, "body"}} {
		var failed error
		for _, err := range sink.Columns(bytes.NewReader(c.body), int64(len(c.body)), c.column) {
			failed = err
		}
		if failed == nil {
			t.Errorf("%s was read without an error", name)
		}
	}
}

func FuzzColumns(f *testing.F) {
	f.Add(file(f))
	f.Fuzz(func(t *testing.T, raw []byte) {
		n := 0
		for row, err := range sink.Columns(bytes.NewReader(raw), int64(len(raw)), "id", "text") {
			if n++; err == nil && len(row) != 2 || n > 1<<16 {
				break
			}
		}
	})
}
