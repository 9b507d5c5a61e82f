package date

import "github.com/smelt-ie/smelt/extract"

// unit is a unit of time, also the finest field that an expression states.
type unit uint8

const (
	none unit = iota
	second
	minute
	hour
	day
	weekend
	week
	month
	season
	quarter
	half
	year
	decade
	century
)

var unitLetter = [...]string{second: "S", minute: "M", hour: "H", day: "D", weekend: "W", week: "W", month: "M", year: "Y"}

// how says how a field of an expression is stated.
type how uint8

const (
	unsaid    how = iota
	absolute      // the number itself: 2016, July, the 25th
	relative      // counted from the publication date: last year, tomorrow
	anaphoric     // counted from what the text named last: that year, the next day
)

// field is one calendar field of an expression.
type field struct {
	how how
	n   int
}

func abs(n int) field { return field{absolute, n} }
func rel(n int) field { return field{relative, n} }
func ana(n int) field { return field{anaphoric, n} }

// when is one calendar expression before it is placed. Fields that the words
// do not state are unsaid.
type when struct {
	grain     unit
	year      field
	month     field
	week      field
	day       field
	weekday   int // 1 Monday to 7 Sunday, 0 unsaid
	n         int // quarter 1-4, half 1-2, season 1-4, century; ordinal of a week or weekday in its month, -1 the last
	decade    field
	clock     bool
	hour, min int
	part      bool // has a part of the day ("evening"), which the value drops
	night     bool // a part that turns 5 o'clock into 17:00
	holiday   *holiday
	mod       string
	closed    bool // "since the start of ...", 以来: runs to the publication date
	future    bool // the words themselves point forward ("next")
	past      bool // they point back ("last July")
	twisted   bool // day and month could change places: 03/04/2020
	exact     bool // the clock time tells morning from afternoon
	plus      int  // units to add to the day that is named: two days before yesterday
	plusUnit  unit
	less      int  // days to take off again: the last of three days is the second after the first
	weekFrom  bool // the seven days from the one that is named
	until     int  // the last year of 2019-20
	plan      bool // the first year of a Five-Year Plan
	rest      bool // from the publication date to its end
	nearby    bool // the weekend: the last one, or the next when the sentence looks ahead
	lunar     bool // month and day are those of the Chinese calendar
	small     bool // the small hours: 12 o'clock is 0:00
	noon      bool // around midday: 1 o'clock is 13:00
}

// kind is the shape of an expression.
type kind uint8

const (
	isPoint kind = iota
	isRange
	isDuration
	isFrequency
	isVague
	isSame // the same period of another year: 去年同期
)

// tense is the direction that the words around an expression point to.
type tense int8

const (
	noTense tense = iota
	pastTense
	futureTense
)

// expr is one time expression as read, still unplaced.
type expr struct {
	extract.Span
	passage    int // index of the sentence that it stands in
	kind       kind
	from, to   when   // point: from alone
	value      string // duration, frequency, vague: the value itself
	length     span   // duration that runs back from or on to the publication date
	mod        string
	tense      tense
	rule       string
	confidence float64
}

// span is a length of time with its direction: -1 up to the publication date,
// +1 from it on, 0 unplaced.
type span struct {
	n         int
	unit      unit
	direction int
}
