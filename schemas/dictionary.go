package schemas

import (
	"fmt"
	"reflect"
	"strings"
)

// Table describes one table.
type Table struct {
	Name    string
	Doc     string // what one row is
	Columns []Column
}

// Column describes one column.
type Column struct {
	Name     string
	Type     string // string, int32, int64, double, date, timestamp or list of string
	Nullable bool
	Doc      string
}

// Tables lists every table with its columns, in the order of the dictionary.
func Tables() []Table {
	return []Table{
		table("articles", "an article, whatever became of it", Article{}),
		table("sentences", "a sentence", Sentence{}),
		table("people", "a mention of a person", Person{}),
		table("bodies", "a mention of an organisation", Body{}),
		table("places", "a mention of a place", Place{}),
		table("dates", "a time expression", Date{}),
		table("figures", "a quantity", Figure{}),
		table("quotes", "a thing said", Quote{}),
		table("facts", "a relation that an article states", Fact{}),
		table("entities", "a person, body or place of the world, as one run knows it; counts add up over runs", Entity{}),
		table("runs", "a run", Run{}),
	}
}

func table(name, doc string, row any) Table {
	return Table{Name: name, Doc: doc, Columns: columns(reflect.TypeOf(row))}
}

func columns(t reflect.Type) []Column {
	var out []Column
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			out = append(out, columns(f.Type)...)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("parquet"), ",")
		out = append(out, Column{Name: name, Type: typeName(f.Type, options), Nullable: strings.Contains(options, "optional"), Doc: f.Tag.Get("doc")})
	}
	return out
}

func typeName(t reflect.Type, options string) string {
	switch {
	case strings.Contains(options, "date"):
		return "date"
	case strings.Contains(options, "timestamp"):
		return "timestamp"
	case t.Kind() == reflect.Slice:
		return "list of string"
	case t.Kind() == reflect.Pointer:
		return typeName(t.Elem(), options)
	case t.Kind() == reflect.Float64:
		return "double"
	}
	return t.Kind().String()
}

// Dictionary is the data dictionary in Markdown.
func Dictionary() string {
	var b strings.Builder
	b.WriteString(preface)
	for _, t := range Tables() {
		fmt.Fprintf(&b, "\n## %s\n\nOne row is %s.\n\n| column | type | null | meaning |\n|---|---|---|---|\n", t.Name, t.Doc)
		for _, c := range t.Columns {
			null := ""
			if c.Nullable {
				null = "yes"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.Name, c.Type, null, c.Doc)
		}
	}
	return b.String()
}

const preface = `# Data dictionary

Written from the row types by ` + "`smelt schema`" + `; a test holds the two together.

Tables lie in ` + "`OUT/<table>/run=<run>/part-NNNNN.parquet`" + `, zstd, rows sorted by ` + "`(article_id, start)`" + ` within each row group. Every file carries
` + "`smelt.schema`" + `, ` + "`smelt.version`" + ` and ` + "`smelt.run`" + ` in its metadata. ` + "`start`" + ` and ` + "`end`" + ` count code points of the article's text: in Python
` + "`text[start:end]`" + ` is the mention. A newer version of an article takes the place of the older one, whose rows are gone from its run.
`
