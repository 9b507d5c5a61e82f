package sink

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// errNoColumn is the error of a file that has none of the columns asked for.
var errNoColumn = errors.New("none of the columns is there")

// Columns reads the named top-level columns of a Parquet file row by row, as
// text: numbers in decimal, days and timestamps as 2006-01-02. A value is nil
// where the row has none or the file lacks the column. The slice is reused. An
// error ends the rows; a file with none of the columns is one.
func Columns(r io.ReaderAt, size int64, names ...string) iter.Seq2[[]*string, error] {
	return func(yield func([]*string, error) bool) {
		if err := columns(r, size, names, yield); err != nil {
			yield(nil, err)
		}
	}
}

// maxBatch is how many rows are decoded at a time; pages are large.
const maxBatch = 16

func columns(r io.ReaderAt, size int64, names []string, yield func([]*string, error) bool) error {
	var f *parquet.File
	err := guarded(func() (err error) {
		f, err = parquet.OpenFile(r, size, parquet.SkipBloomFilters(true), parquet.SkipPageIndex(true))
		return err
	})
	if err != nil {
		return err
	}
	at := make([]int, len(names)) // leaf of each name, or -1
	types := make([]parquet.Type, len(names))
	found := false
	for i, name := range names {
		at[i] = -1
		if leaf, ok := f.Schema().Lookup(name); ok && leaf.Node.Leaf() && !leaf.Node.Repeated() {
			at[i], types[i], found = leaf.ColumnIndex, leaf.Node.Type(), true
		}
	}
	if !found {
		return errNoColumn
	}
	values := make([]*string, len(names))
	for _, group := range f.RowGroups() {
		if goOn, err := groupRows(group, at, types, values, yield); err != nil || !goOn {
			return err
		}
	}
	return nil
}

// guarded turns a panic of the decoder, which some damaged files cause, into
// the error of one bad input.
func guarded(decode func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("damaged: %v", p)
		}
	}()
	return decode()
}

func groupRows(group parquet.RowGroup, at []int, types []parquet.Type, values []*string, yield func([]*string, error) bool) (goOn bool, err error) {
	rows := group.Rows()
	defer rows.Close()
	batch := make([]parquet.Row, maxBatch)
	for {
		n := 0
		err := guarded(func() (err error) {
			n, err = rows.ReadRows(batch)
			return err
		})
		for _, row := range batch[:n] {
			clear(values)
			for _, v := range row {
				for i := range at {
					if v.Column() == at[i] && !v.IsNull() {
						s := text(v, types[i])
						values[i] = &s
					}
				}
			}
			if !yield(values, nil) {
				return false, nil
			}
		}
		if errors.Is(err, io.EOF) {
			return true, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// text writes a value the way a JSON record would state it.
func text(v parquet.Value, t parquet.Type) string {
	var logical any
	if l := t.LogicalType(); l != nil {
		logical = l.Value
	}
	switch v.Kind() {
	case parquet.ByteArray, parquet.FixedLenByteArray:
		return string(v.ByteArray())
	case parquet.Int32:
		if _, day := logical.(*format.DateType); day {
			return time.Unix(int64(v.Int32())*86400, 0).UTC().Format(time.DateOnly)
		}
		return strconv.Itoa(int(v.Int32()))
	case parquet.Int64:
		if ts, ok := logical.(*format.TimestampType); ok && ts.Unit.Value != nil {
			return timestamp(v.Int64(), ts.Unit.Value.Duration())
		}
		return strconv.FormatInt(v.Int64(), 10)
	}
	return v.String()
}

func timestamp(n int64, unit time.Duration) string {
	perSecond := int64(time.Second / unit)
	seconds := n / perSecond
	if n%perSecond < 0 {
		seconds-- // the second that has begun, before 1970 too
	}
	return time.Unix(seconds, 0).UTC().Format(time.DateOnly)
}
