package lexicon

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"github.com/smelt-ie/smelt/extract"
)

//go:embed data
var data embed.FS

// Default is the built-in set. It is read on first use and shared.
var Default = sync.OnceValue(func() *Set { return New(Builtin()) })

// Builtin is the entries of the built-in set, for joining with a user's own.
var Builtin = sync.OnceValue(func() []Entry {
	files, err := data.ReadDir("data/names")
	if err != nil {
		panic(err) // the files are part of the program
	}
	out := make([]Entry, 0, 1<<16)
	for _, f := range files {
		if out, err = appendTSV(out, f.Name()); err != nil {
			panic(err) // a test reads every file
		}
	}
	return out
})

// tsvColumns are the columns of the built-in files: one thing a line. zh and
// en hold its names, separated by "|", the full name first; "?" before a name
// says that it is ambiguous on its own.
var tsvColumns = []string{"id", "kind", "zh", "en", "code", "country", "parent"}

// appendTSV reads one built-in file. The label is the first part of the id.
func appendTSV(out []Entry, file string) ([]Entry, error) {
	b, err := data.ReadFile("data/names/" + file)
	if err != nil {
		return nil, err
	}
	text, headed := string(b), false
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		var f [7]string
		rest := line
		for i := range f {
			f[i], rest, _ = strings.Cut(rest, "\t")
		}
		if !headed {
			if line != strings.Join(tsvColumns, "\t") {
				return nil, fmt.Errorf("data/names/%s:%d: the header is %q", file, n, line)
			}
			headed = true
			continue
		}
		label, _, ok := strings.Cut(f[0], "/")
		if !ok || f[2] == "" && f[3] == "" {
			return nil, fmt.Errorf("data/names/%s:%d: no id or no name", file, n)
		}
		e := Entry{Label: extract.Label(label), Kind: f[1], ID: f[0], Code: f[4], Country: f[5], Parent: f[6],
			NameZH: firstName(f[2]), NameEN: firstName(f[3]), Acronym: acronym(f[3]), Source: file}
		out = appendNames(out, e, f[2], e.NameZH)
		out = appendNames(out, e, f[3], e.NameEN)
	}
	return out, nil
}

func firstName(names string) string {
	first, _, _ := strings.Cut(names, "|")
	return strings.TrimPrefix(first, "?")
}

// acronym is the first of the names that is written in capitals alone.
func acronym(names string) string {
	for name := range strings.SplitSeq(names, "|") {
		name = strings.TrimPrefix(name, "?")
		if len(name) > 1 && len(name) < 10 && name == strings.ToUpper(name) && !strings.Contains(name, " ") {
			return name
		}
	}
	return ""
}

func appendNames(out []Entry, e Entry, names, canonical string) []Entry {
	if names == "" {
		return out
	}
	e.Canonical = canonical
	for name := range strings.SplitSeq(names, "|") {
		e.Name, e.Sure = name, true
		if name[0] == '?' {
			e.Name, e.Sure = name[1:], false
		}
		out = append(out, e)
		if strings.Contains(e.Name, "'") { // the typographic apostrophe is as common
			e.Name = strings.ReplaceAll(e.Name, "'", "’")
			out = append(out, e)
		}
	}
	return out
}
