package figure

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// Unit is one unit of measure or currency.
type Unit struct {
	Name   string          // as the tables write it: CNY, percent, km
	Kind   string          // dimension: money, ratio, length, area, ...
	Code   string          // ISO 4217 for money, UCUM for measures; empty where neither has one
	Factor decimal.Decimal // how many base units one unit is; 0 where the scale is not proportional
	Base   string          // the base unit that Factor refers to

	minor int32 // power of ten that turns a part of a currency (cent, 角) or a multiple (MUSD) into the currency
}

// isMoney reports whether there is a unit and it is a currency.
func (u *Unit) isMoney() bool { return u != nil && u.Kind == "money" }

// Units is a table of units with the words and signs that write them. It is
// safe for concurrent use.
type Units struct {
	words   map[string]*Unit // English words and phrases, lower case
	signs   map[string]*Unit // case-sensitive signs after a number
	touch   map[string]*Unit // signs that count only directly after the digits
	before  map[string]*Unit // currency signs and codes before a number
	chinese map[rune][]chineseUnit
	names   map[string]*Unit
}

type chineseUnit struct {
	word string
	unit *Unit
}

//go:embed data/units.csv
var unitData string

//go:embed data/currencies.csv
var currencyData string

// DefaultUnits is the table that smelt ships.
var DefaultUnits = sync.OnceValue(func() *Units {
	u := &Units{words: map[string]*Unit{}, signs: map[string]*Unit{}, touch: map[string]*Unit{}, before: map[string]*Unit{},
		chinese: map[rune][]chineseUnit{}, names: map[string]*Unit{}}
	for _, data := range []string{unitData, currencyData} {
		if err := u.read(strings.NewReader(data)); err != nil {
			panic("figure: the embedded unit table is broken: " + err.Error())
		}
	}
	return u
})

// With is the table with a user's own units added, read from CSV with the
// columns of data/units.csv: unit, kind, code, factor, base, en, zh, signs.
// A word that the table knows already takes the user's meaning.
func (u *Units) With(r io.Reader) (*Units, error) {
	own := &Units{words: maps.Clone(u.words), signs: maps.Clone(u.signs), touch: maps.Clone(u.touch), before: maps.Clone(u.before),
		chinese: maps.Clone(u.chinese), names: maps.Clone(u.names)}
	if err := own.read(r); err != nil {
		return nil, fmt.Errorf("read units: %w", err)
	}
	return own, nil
}

// Named is the unit with the name that the tables use, or nil.
func (u *Units) Named(name string) *Unit { return u.names[name] }

func (u *Units) read(r io.Reader) error {
	c := csv.NewReader(r)
	c.Comment, c.FieldsPerRecord = '#', 8
	head, err := c.Read()
	if err != nil {
		return err
	}
	if want := "unit,kind,code,factor,base,en,zh,signs"; strings.Join(head, ",") != want {
		return fmt.Errorf("the first line is %q, want %q", strings.Join(head, ","), want)
	}
	for {
		row, err := c.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := u.add(row); err != nil {
			line, _ := c.FieldPos(0)
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}

func (u *Units) add(row []string) error {
	unit := &Unit{Name: row[0], Kind: row[1], Code: row[2], Base: row[4]}
	if unit.Name == "" || unit.Kind == "" {
		return fmt.Errorf("a unit needs a name and a kind")
	}
	if row[3] != "" {
		f, err := decimal.NewFromString(row[3])
		if err != nil {
			return fmt.Errorf("factor %q is not a number", row[3])
		}
		unit.Factor = f
	}
	if unit.Kind == "money" && unit.Factor.IsPositive() && unit.Factor.Coefficient().Sign() > 0 {
		unit.minor = int32(unit.Factor.NumDigits()-1) + unit.Factor.Exponent() // factors of money are powers of ten
	}
	if _, known := u.names[unit.Name]; !known {
		u.names[unit.Name] = unit
	}
	for _, w := range split(row[5]) {
		u.words[w] = unit
	}
	for _, w := range split(row[6]) {
		first, _ := utf8.DecodeRuneInString(w)
		u.chinese[first] = longestFirst(u.chinese[first], chineseUnit{w, unit})
	}
	for _, w := range split(row[7]) {
		if rest, ok := strings.CutPrefix(w, "!"); ok {
			u.touch[rest] = unit
			continue
		}
		u.signs[w] = unit
		if unit.Kind == "money" && w != "p" && w != "kn" { // 5p, but p 5 is a page
			u.before[w] = unit
		}
	}
	return nil
}

func split(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}

// longestFirst inserts a word, in place of the same word if it is there.
func longestFirst(list []chineseUnit, w chineseUnit) []chineseUnit {
	list = slices.DeleteFunc(slices.Clone(list), func(o chineseUnit) bool { return o.word == w.word })
	list = append(list, w)
	slices.SortStableFunc(list, func(a, b chineseUnit) int { return len(b.word) - len(a.word) })
	return list
}
