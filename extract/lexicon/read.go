package lexicon

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// Columns are the column names of a user's lexicon, in the order in which the
// README shows them. Only name and label are required.
var Columns = []string{"name", "label", "kind", "id", "canonical", "name_en", "name_zh", "acronym", "code", "country", "parent", "sure"}

// Read reads a lexicon in CSV form: a header line with column names out of
// [Columns] in any order, then one name a line. Lines that begin with # are
// comments. label is person, body or place; a missing id is made from the
// label and the canonical name; sure is yes unless it says no. Errors begin
// with file:line.
func Read(r io.Reader, file string) ([]Entry, error) {
	cr := csv.NewReader(skipBOM(r))
	cr.Comment, cr.FieldsPerRecord, cr.ReuseRecord = '#', -1, true
	head, err := cr.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s:1: the lexicon is empty; its first line must name the columns, such as %q", file, "name,label,kind")
	}
	if err != nil {
		return nil, csvError(file, err)
	}
	columns, err := header(head)
	if err != nil {
		return nil, fmt.Errorf("%s:1: %w", file, err)
	}
	var out []Entry
	for {
		row, err := cr.Read()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, csvError(file, err)
		}
		line, _ := cr.FieldPos(0)
		e, err := userEntry(columns, row)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", file, line, err)
		}
		e.Source = file
		out = append(out, e)
	}
}

func csvError(file string, err error) error {
	var pe *csv.ParseError
	if errors.As(err, &pe) {
		return fmt.Errorf("%s:%d: %w", file, pe.Line, pe.Err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// header is the place of each column in Columns, -1 for one that is not there.
func header(row []string) ([]int, error) {
	at := make([]int, len(Columns))
	for i := range at {
		at[i] = -1
	}
	for i, h := range row {
		h = strings.ToLower(strings.TrimSpace(h))
		k := slices.Index(Columns, h)
		if k < 0 {
			return nil, fmt.Errorf("unknown column %q; the columns are %s", h, strings.Join(Columns, ", "))
		}
		if at[k] >= 0 {
			return nil, fmt.Errorf("column %q stands twice", h)
		}
		at[k] = i
	}
	for k, c := range Columns[:2] {
		if at[k] < 0 {
			return nil, fmt.Errorf("column %q is missing", c)
		}
	}
	return at, nil
}

func userEntry(at []int, row []string) (Entry, error) {
	var e Entry
	var label, sure string
	fields := []*string{&e.Name, &label, &e.Kind, &e.ID, &e.Canonical, &e.NameEN, &e.NameZH, &e.Acronym, &e.Code, &e.Country, &e.Parent, &sure}
	for k, f := range fields {
		if at[k] < 0 || at[k] >= len(row) {
			continue
		}
		if *f = strings.Clone(strings.TrimSpace(row[at[k]])); !utf8.ValidString(*f) {
			return e, fmt.Errorf("column %s is not valid UTF-8", Columns[k])
		}
	}
	if e.Name == "" {
		return e, errors.New("the name is empty")
	}
	if e.Label = extract.Label(label); e.Label != extract.LabelPerson && e.Label != extract.LabelBody && e.Label != extract.LabelPlace {
		return e, fmt.Errorf("label %q is not person, body or place", label)
	}
	var err error
	if e.Sure, err = yes(sure); err != nil {
		return e, err
	}
	if e.Canonical == "" {
		e.Canonical = e.Name
	}
	if e.ID == "" {
		e.ID = string(e.Label) + "/" + slug(e.Canonical)
	}
	return e, nil
}

func yes(s string) (bool, error) {
	switch strings.ToLower(s) {
	case "", "yes", "y", "true", "1":
		return true, nil
	case "no", "n", "false", "0":
		return false, nil
	}
	return false, fmt.Errorf("sure %q is not yes or no", s)
}

// slug is a name in lower case with a hyphen for each run of what is no
// letter or digit.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if !wordRune(r) && r < firstUnbounded {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

func skipBOM(r io.Reader) io.Reader {
	br := bufio.NewReader(r)
	if head, err := br.Peek(3); err == nil && string(head) == "\ufeff" {
		_, _ = br.Discard(len(head)) // cannot fail: the bytes were peeked
	}
	return br
}
