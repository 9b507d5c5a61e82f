package extract

import "github.com/shopspring/decimal"

// Label names the kind of a mention, as corpus/labelling.md defines it.
type Label string

// The five labels.
const (
	LabelPerson Label = "person"
	LabelBody   Label = "body"
	LabelPlace  Label = "place"
	LabelDate   Label = "date"
	LabelFigure Label = "figure"
)

// Labels lists the labels in the order that reports print them.
var Labels = []Label{LabelPerson, LabelBody, LabelPlace, LabelDate, LabelFigure}

// Mention is one stretch of Doc.Text that names a person, body or place, or
// states a date or figure. It stores no text: slice Doc.Text by its span.
type Mention struct {
	Span
	Value      Value   // *Person, *Body, *Place, *Date or *Figure; never nil
	Rule       string  // rule or model that found it, "lang/what"; becomes a column
	Confidence float64 // 0..1
	EntityID   string  // set by link for people, bodies and places
}

// Label is the label of the mention's value.
func (m *Mention) Label() Label { return m.Value.Label() }

// Value is what a mention means: *Person, *Body, *Place, *Date or *Figure.
type Value interface{ Label() Label }

// Person is the value of a person mention.
type Person struct {
	Role string // position or occupation as written next to the name
	Body string // the body in which the role is held, as written
	Full string // the full name when the mention is only a part of it
}

// Body is the value of a body mention.
type Body struct {
	Kind    string // government, party, company, finance, association, education, research, media, medical, military, international, sports, other
	Name    string // the full name when the mention is an acronym or short name
	Acronym string
	PartOf  string // the body it belongs to, where the name says so
}

// Place is the value of a place mention.
type Place struct {
	Kind    string // country, province, prefecture, county, town, zone, natural, facility, region, continent, ...
	Country string // ISO 3166-1 alpha-2
	Code    string // GB/T 2260 code for divisions of China
	Name    string // canonical name where known
}

// Date is the value of a date mention.
type Date struct {
	Value       string // as labelling.md writes it: 2016-11-24, 2020-Q1, 2023-01/2023-05, P3Y, R/P1Y, PAST_REF
	Kind        DateKind
	First, Last Day    // the closed interval of days it covers; zero when it cannot be placed
	Mod         string // START, MID, END, APPROX, BEFORE, AFTER, MORE_THAN, LESS_THAN or ""
}

// DateKind says what sort of time expression a date is.
type DateKind string

// The kinds of time expression.
const (
	DatePoint     DateKind = "point"
	DateInterval  DateKind = "interval"
	DateDuration  DateKind = "duration"
	DateFrequency DateKind = "frequency"
	DateVague     DateKind = "vague"
)

// Figure is the value of a figure mention. Value and Value2 are exact.
type Figure struct {
	Value    decimal.Decimal
	Value2   *decimal.Decimal // upper end of a range, nil otherwise
	NoValue  bool             // a quantity word without a number ("hundreds of")
	Unit     string           // ISO 4217, percent, percentage_point, fraction, times, age_year, count or a measure ("km")
	UnitKind string           // money, ratio, count, length, area, mass, ...
	Item     string           // what is counted or measured, as written
	Of       string           // the whole that a share is taken of, as written
	Cmp      string           // =, >, >=, <, <=, ~
	Change   string           // up, down or ""
	Basis    string           // yoy, mom or ""

	First, Last Day // when the figure holds; zero when the text does not say
}

// Label implements Value.
func (*Person) Label() Label { return LabelPerson }

// Label implements Value.
func (*Body) Label() Label { return LabelBody }

// Label implements Value.
func (*Place) Label() Label { return LabelPlace }

// Label implements Value.
func (*Date) Label() Label { return LabelDate }

// Label implements Value.
func (*Figure) Label() Label { return LabelFigure }
