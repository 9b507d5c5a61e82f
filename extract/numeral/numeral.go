package numeral

// Numeral is a numeral as it was read.
type Numeral struct {
	Value Number
	High  Number // upper end when Range is set: 五六百, 十七八
	End   int    // byte offset after the numeral
	Flags Flags
}

// Flags says how a numeral was written.
type Flags uint16

// The ways of writing that a caller may care about.
const (
	Word     Flags = 1 << iota // written with number words or Chinese digits: twenty, 二十
	Scaled                     // has a scale word or sign: million, bn, 万, 亿
	Grouped                    // digits with thousands separators
	Point                      // has a decimal point
	Fraction                   // a fraction: 1/3, two thirds, ½, half
	Ordinal                    // an ordinal after all: 21st, twenty-first
	Range                      // two neighbouring digits: 五六百, 三四个
	More                       // some more than the value: 十几, 300多, 1300余万
	Vague                      // no number: 几十, 数百; Value is 0
	Bare                       // a scale alone: 百, 千, 万
	Article                    // begins with "a": a hundred, a third
)

// Has reports whether any of the flags is set.
func (n *Numeral) Has(f Flags) bool { return n.Flags&f != 0 }
