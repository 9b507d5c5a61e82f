package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// class says what a number in the text is. Only quantities become mentions;
// the other classes are what the guide tells to leave alone.
type class uint8

const (
	quantity   class = iota
	duration         // three years: for extract/date
	determiner       // one of them
	bare             // a number word or lone numeral that counts nothing visible
	name             // 5G, Boeing 737, article 7, a score, a year
)

// reading is one number of the text with all that was understood of it.
type reading struct {
	class   class
	rule    string
	span    extract.Span // as the guide draws it
	num     extract.Span // the numeral, both numerals of a range
	outer   extract.Span // span with its qualifiers
	low     numeral.Number
	high    numeral.Number
	isRange bool
	flags   numeral.Flags
	unit    *Unit  // nil for a count
	per     *Unit  // denominator of a compound unit
	time    string // the time a rate is measured by, as written: "day"; of a duration, its own unit
	rate    string // of a duration, the time it recurs in: 40 hours a week
	head    extract.Span
	item    extract.Span
	of      extract.Span
	cmp     string
	change  string
	noun    bool // the change is said by a noun: a rise of, a 5% drop
	basis   string
	conf    float64
}

// mention turns a reading into the mention of the document.
func (r *reading) mention(text string) extract.Mention {
	f := &extract.Figure{Cmp: r.cmp, Change: r.change, Basis: r.basis, Unit: "count", UnitKind: "count", NoValue: r.flags&numeral.Vague != 0}
	low, high := r.low, r.high
	if r.unit != nil {
		f.Unit, f.UnitKind = r.unit.Name, r.unit.Kind
		low, high = low.Shift(r.unit.minor), high.Shift(r.unit.minor)
		if r.per != nil {
			f.Unit, f.UnitKind = f.Unit+"/"+r.per.Name, f.UnitKind+"/"+r.per.Kind
		}
	}
	if !f.NoValue {
		f.Value = low.Decimal()
		if r.isRange {
			v := high.Decimal()
			f.Value2 = &v
		}
	}
	if f.Cmp == "" {
		f.Cmp = "="
	}
	if r.item.Len() > 0 {
		f.Item = r.item.In(text)
	}
	if r.of.Len() > 0 {
		f.Of = r.of.In(text)
	}
	return extract.Mention{Span: r.span, Value: f, Rule: r.rule, Confidence: r.conf}
}
