package sink

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parquet-go/parquet-go"
)

const (
	maxGroupRows  = 1 << 16  // rows of a row group at most
	maxGroupBytes = 16 << 20 // bytes of text buffered for a row group, about
	maxPartGroups = 16       // row groups of a part file
)

// parts writes the rows of one table as part files of sorted row groups. What
// lies in a group depends on the rows and their order alone.
type parts[T any] struct {
	dir     string // where the part files go; made when the first row comes
	order   func(a, b *T) int
	options []parquet.WriterOption
	strings []field

	buffer []T
	bytes  int
	file   *os.File
	writer *parquet.GenericWriter[T]
	groups int   // of the open file
	count  int   // part files begun
	rows   int64 // rows added
}

// field is the place of a string or list of strings within a row type.
type field struct {
	index []int
	list  bool
}

func newParts[T any](dir string, bloom []string, metadata [][2]string, order func(a, b *T) int) *parts[T] {
	p := &parts[T]{dir: dir, order: order, strings: stringFields(reflect.TypeFor[T]())}
	p.options = []parquet.WriterOption{
		parquet.Compression(&parquet.Zstd),
		parquet.CreatedBy("smelt", "", ""),
		parquet.DataPageStatistics(true),
	}
	for _, kv := range metadata {
		p.options = append(p.options, parquet.KeyValueMetadata(kv[0], kv[1]))
	}
	var filters []parquet.BloomFilterColumn
	for _, column := range bloom {
		filters = append(filters, parquet.SplitBlockFilter(10, column))
	}
	if len(filters) > 0 {
		p.options = append(p.options, parquet.BloomFilters(filters...))
	}
	return p
}

func stringFields(t reflect.Type) []field {
	var out []field
	for _, f := range reflect.VisibleFields(t) {
		switch {
		case f.Anonymous:
		case f.Type.Kind() == reflect.String:
			out = append(out, field{f.Index, false})
		case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.String:
			out = append(out, field{f.Index, true})
		}
	}
	return out
}

// add takes rows in; they are written when a row group is full.
func (p *parts[T]) add(rows ...T) error {
	for i := range rows {
		p.buffer = append(p.buffer, rows[i])
		p.bytes += p.clean(&p.buffer[len(p.buffer)-1])
		p.rows++
		if len(p.buffer) >= maxGroupRows || p.bytes >= maxGroupBytes {
			if err := p.flush(); err != nil {
				return err
			}
		}
	}
	return nil
}

// clean replaces what is not UTF-8, which Parquet readers fail on, and returns
// the bytes of text in the row.
func (p *parts[T]) clean(row *T) int {
	size := 0
	v := reflect.ValueOf(row).Elem()
	for _, f := range p.strings {
		at := v.FieldByIndex(f.index)
		if !f.list {
			size += cleanString(at)
			continue
		}
		for i := range at.Len() {
			size += cleanString(at.Index(i))
		}
	}
	return size
}

func cleanString(v reflect.Value) int {
	s := v.String()
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
		v.SetString(s)
	}
	return len(s)
}

// flush writes the buffer as one row group.
func (p *parts[T]) flush() error {
	if len(p.buffer) == 0 {
		return nil
	}
	slices.SortStableFunc(p.buffer, func(a, b T) int { return p.order(&a, &b) })
	if p.file == nil {
		if err := p.open(); err != nil {
			return err
		}
	}
	if _, err := p.writer.Write(p.buffer); err != nil {
		return err
	}
	if err := p.writer.Flush(); err != nil {
		return err
	}
	clear(p.buffer)
	p.buffer, p.bytes = p.buffer[:0], 0
	if p.groups++; p.groups == maxPartGroups {
		return p.closeFile()
	}
	return nil
}

func (p *parts[T]) open() error {
	if err := os.MkdirAll(p.dir, 0o755); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(p.dir, fmt.Sprintf("part-%05d.parquet", p.count)))
	if err != nil {
		return err
	}
	p.file, p.groups = file, 0
	p.count++
	p.writer = parquet.NewGenericWriter[T](file, p.options...)
	return nil
}

func (p *parts[T]) closeFile() error {
	err := errors.Join(p.writer.Close(), p.file.Sync(), p.file.Close())
	p.file, p.writer = nil, nil
	return err
}

// exist opens a part where there is none and no row waits for one.
func (p *parts[T]) exist() error {
	if p.count > 0 || len(p.buffer) > 0 {
		return nil
	}
	return p.open()
}

// close writes what is left. A table without rows has no file unless exist was called.
func (p *parts[T]) close() error {
	if err := p.flush(); err != nil {
		return err
	}
	if p.file == nil {
		return nil
	}
	return p.closeFile()
}

// abandon lets go of the open file without finishing it.
func (p *parts[T]) abandon() error {
	if p.file == nil {
		return nil
	}
	err := p.file.Close()
	p.file, p.writer = nil, nil
	return err
}
