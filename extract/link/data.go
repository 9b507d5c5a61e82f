package link

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/smelt-ie/smelt/extract/datafile"
)

//go:embed data/organs.tsv
var organsTSV string

//go:embed data/kinds.tsv
var kindsTSV string

//go:embed data/people.tsv
var peopleTSV string

//go:embed data/countries.tsv
var countriesTSV string

//go:embed data/words.tsv
var wordsTSV string

// organ is one kind of office that local governments have.
type organ struct{ key, kind string }

// tables are the data files, read.
type tables struct {
	organsZH map[string]organ
	organsEN map[string]organ
	kindsEN  map[string]string
	kindsZH  map[string]string
	people   map[string]string // Chinese name to English name
	chars    map[string]string // one Chinese character to the place id of a country
	demonyms map[string]string // English adjective to the place id of a country
	words    map[string]map[string]bool
	tailsZH  []string // longest first
}

var data = sync.OnceValue(func() *tables {
	t := &tables{organsZH: map[string]organ{}, organsEN: map[string]organ{}, kindsEN: map[string]string{}, kindsZH: map[string]string{},
		people: map[string]string{}, chars: map[string]string{}, demonyms: map[string]string{}, words: map[string]map[string]bool{}}
	for _, f := range datafile.Rows(organsTSV) {
		o := organ{f[0], f[1]}
		for name := range strings.SplitSeq(f[2], "|") {
			t.organsZH[name] = o
		}
		for name := range strings.SplitSeq(f[3], "|") {
			for _, n := range spellOut(name) {
				t.organsEN[n] = o
			}
		}
	}
	for _, f := range datafile.Rows(kindsTSV) {
		if f[0] == "zh" {
			t.kindsZH[f[1]] = f[2]
		} else {
			t.kindsEN[f[1]] = f[2]
		}
	}
	for _, f := range datafile.Rows(countriesTSV) {
		t.chars[f[1]] = f[0]
		for d := range strings.SplitSeq(f[2], "|") {
			t.demonyms[d] = f[0]
		}
	}
	delete(t.chars, "-")
	for _, f := range datafile.Rows(peopleTSV) {
		t.people[f[0]] = f[1]
	}
	for _, f := range datafile.Rows(wordsTSV) {
		if t.words[f[0]] == nil {
			t.words[f[0]] = map[string]bool{}
		}
		t.words[f[0]][f[1]] = true
		if f[0] == "tail-zh" {
			t.tailsZH = append(t.tailsZH, f[1])
		}
	}
	slices.SortFunc(t.tailsZH, func(a, b string) int { return len(b) - len(a) })
	return t
})

// spellOut is the names that a pattern of organs.tsv stands for.
func spellOut(name string) []string {
	field, ok := strings.CutPrefix(name, "~")
	if !ok {
		return []string{name}
	}
	var out []string
	for _, head := range []string{"department", "bureau", "office", "commission", "administration", "division", "committee"} {
		out = append(out, head+" of "+field, field+" "+head)
	}
	return out
}
