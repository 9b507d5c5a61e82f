package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline/sink"
	"github.com/smelt-ie/smelt/schemas"
)

// eachRow hands on the named columns of a table row by row, over all of its
// runs, until visit returns false.
func eachRow(out, table string, visit func([]*string) bool, columns ...string) error {
	files, err := filepath.Glob(filepath.Join(out, table, "run=*", "part-*.parquet"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return usageError{fmt.Errorf("there is no table %s in %s; smelt run --out %s makes it", table, out, out)}
	}
	for _, file := range files {
		goOn, err := partRows(file, visit, columns)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if !goOn {
			return nil
		}
	}
	return nil
}

func partRows(file string, visit func([]*string) bool, columns []string) (goOn bool, err error) {
	f, err := os.Open(file)
	if err != nil {
		return false, err
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return false, err
	}
	for row, err := range sink.Columns(f, st.Size(), columns...) {
		if err != nil {
			return false, err
		}
		if !visit(row) {
			return false, nil
		}
	}
	return true, nil
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// showTable prints the first rows of a table. Lists are left out.
func showTable(p *painter, out, table string, rows int) error {
	all := schemas.Tables()
	t := all[slices.IndexFunc(all, func(t schemas.Table) bool { return t.Name == table })]
	var names []string
	for _, c := range t.Columns {
		if c.Type != "list of string" {
			names = append(names, c.Name)
		}
	}
	grid := [][]string{names}
	err := eachRow(out, table, func(row []*string) bool {
		cells := make([]string, len(row))
		for i := range row {
			cells[i] = value(row[i])
		}
		grid = append(grid, cells)
		return len(grid) <= rows
	}, names...)
	if err != nil {
		return err
	}
	p.grid(grid)
	return p.err
}

// stored reads an article and its mentions out of the tables; nil when they
// do not have it.
func stored(out, id string) (*extract.Doc, error) {
	var d *extract.Doc
	err := eachRow(out, "articles", func(row []*string) bool {
		if value(row[0]) != id {
			return true
		}
		d = &extract.Doc{ID: id, Title: value(row[1]), Site: value(row[3]), Lang: extract.Lang(value(row[4])),
			URL: value(row[5]), SourcePath: value(row[6]), Text: value(row[7])}
		if day, err := extract.ParseDay(value(row[2])); err == nil {
			d.Published = day
		}
		return false
	}, "article_id", "title", "published", "site", "lang", "url", "source_path", "text")
	if err != nil || d == nil {
		return nil, err
	}
	bytes := make([]int, 0, len(d.Text)+1) // code point to byte offset
	for i := range d.Text {
		bytes = append(bytes, i)
	}
	bytes = append(bytes, len(d.Text))
	for table, label := range map[string]extract.Label{"people": extract.LabelPerson, "bodies": extract.LabelBody,
		"places": extract.LabelPlace, "dates": extract.LabelDate, "figures": extract.LabelFigure} {
		err := eachRow(out, table, func(row []*string) bool {
			start, _ := strconv.Atoi(value(row[1]))
			end, _ := strconv.Atoi(value(row[2]))
			if value(row[0]) == id && start < end && end < len(bytes) {
				c, _ := strconv.ParseFloat(value(row[3]), 64)
				d.Mentions = append(d.Mentions, extract.Mention{Span: extract.Span{Start: bytes[start], End: bytes[end]},
					Value: placed{label}, Confidence: c, Rule: value(row[4]), EntityID: value(row[5])})
			}
			return true
		}, "article_id", "start", "end", "confidence", "rule", "entity_id")
		if err != nil {
			return nil, err
		}
	}
	d.Mentions = extract.Resolve(d.Mentions) // sorts them; they do not overlap
	return d, nil
}
