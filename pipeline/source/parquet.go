package source

import (
	"fmt"
	"io"

	"github.com/smelt-ie/smelt/pipeline/sink"
)

// recordColumns are the columns of a Parquet file that a record is made of.
var recordColumns = []string{"id", "url", "site", "title", "published", "lang", "html", "text"}

func readParquet(r *reading, name string, in io.Reader) {
	at, size, inPlace, ok := r.random(name, in)
	if !ok {
		return
	}
	n := 0
	for values, err := range sink.Columns(at, size, recordColumns...) {
		if n++; err != nil {
			r.fail(trouble(Broken, name, "not a Parquet file of articles", err))
			return
		}
		rec := rowOf(values)
		place := fmt.Sprintf("%s:%d", name, n)
		switch text := max(length(rec.HTML), length(rec.Text)); {
		case rec.HTML == nil && rec.Text == nil:
			r.failLine(name, n, trouble(Broken, name, `the row has neither "text" nor "html"`, nil))
		case text > r.opt.MaxPage:
			r.failLine(name, n, r.tooLarge(name))
		default:
			r.emit(rec.doc(place), nil)
		}
		if r.stopped {
			return
		}
	}
	if inPlace {
		r.stored.n = size // read in place, past the counter
	}
}

// rowOf is the record of a row of recordColumns.
func rowOf(v []*string) *row {
	short := func(i int) word {
		if v[i] == nil {
			return ""
		}
		return word(*v[i])
	}
	return &row{ID: short(0), URL: short(1), Site: short(2), Title: short(3), Published: short(4), Lang: short(5), HTML: v[6], Text: v[7]}
}

func length(s *string) int64 {
	if s == nil {
		return 0
	}
	return int64(len(*s))
}
