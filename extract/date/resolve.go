package date

import (
	"strings"
	"time"

	"github.com/smelt-ie/smelt/extract"
)

// frame is what the text has named so far: relative expressions lean on it.
type frame struct {
	pub         extract.Day // the anchor; zero when unknown
	day         extract.Day // the day named last
	dayPassage  int         // where it was named
	month       extract.Day // the first of the month named last
	year        int         // the year named last, 0 for none
	yearPassage int
	week        extract.Day // the Monday of the week named last
	period      when        // the quarter, half, month or year named last
	periodYear  int         // the year that it was placed in
	periodEnd   when        // the end of the months named last; its grain is none when period is no range
}

// placeAll resolves the expressions in text order and makes mentions of them.
func placeAll(found []expr, anchor extract.Day, d *extract.Doc) []extract.Mention {
	f := frame{pub: anchor, dayPassage: -1, yearPassage: -1}
	out := make([]extract.Mention, 0, len(found))
	site := orderOf(d)
	for i := range found {
		e := &found[i]
		settle(e, site)
		v, ok := f.value(e)
		if !ok {
			continue
		}
		v.Mod = e.mod
		if v.Mod == "" && !e.from.closed {
			v.Mod = e.from.mod
		}
		out = append(out, extract.Mention{Span: e.Span, Value: &v, Rule: e.rule, Confidence: e.confidence})
	}
	return out
}

// value places one expression and remembers what it names.
func (f *frame) value(e *expr) (extract.Date, bool) {
	switch e.kind {
	case isDuration:
		first, last := f.spanDays(e.length)
		return extract.Date{Value: e.value, Kind: extract.DateDuration, First: first, Last: last}, true
	case isFrequency:
		return extract.Date{Value: e.value, Kind: extract.DateFrequency}, true
	case isVague:
		return extract.Date{Value: e.value, Kind: extract.DateVague}, true
	case isSame:
		return f.same(e), true
	case isRange:
		return f.rangeValue(e)
	}
	v, ok := f.place(e.from, e)
	if !ok {
		return extract.Date{}, false
	}
	first, last, placed := Interval(v)
	if e.from.closed && placed && !f.pub.IsZero() && first.Compare(f.pub) <= 0 {
		return interval(first, f.pub), true
	}
	if e.from.rest && placed && first.Compare(f.pub) <= 0 && f.pub.Compare(last) <= 0 {
		return interval(f.pub, last), true
	}
	kind := extract.DatePoint
	if v == past || v == present || v == future {
		kind = extract.DateVague
	} else if strings.Contains(v, "/") {
		kind = extract.DateInterval
	}
	if placed {
		f.remember(e.from, first, e.passage)
	}
	return extract.Date{Value: v, Kind: kind, First: first, Last: last}, true
}

func interval(first, last extract.Day) extract.Date {
	v := first.String() + "/" + last.String()
	return extract.Date{Value: v, Kind: extract.DateInterval, First: first, Last: last}
}

// remember keeps what an expression has named for the ones that lean on it.
func (f *frame) remember(w when, first extract.Day, passage int) {
	f.year, f.yearPassage = first.Year, passage
	if w.year.how != absolute {
		f.yearPassage = -1
	}
	switch w.grain {
	case second, minute, hour, day:
		if w.hour == 24 && w.night {
			first = first.AddDays(-1)
		}
		f.day, f.dayPassage = first, passage
		f.month = extract.Day{Year: first.Year, Month: first.Month, Day: 1}
		return
	case week:
		if w.week.how != anaphoric {
			f.week = first
		}
	case month:
		f.month = first
	}
	if w.grain != week && w.grain != weekend {
		f.period, f.periodYear, f.periodEnd = w, first.Year, when{}
	}
}

// same is the period named last, in the year that the words give: 去年同期.
func (f *frame) same(e *expr) extract.Date {
	w := f.period
	if w.grain == none {
		w.grain = year
	}
	w.year, w.mod = e.from.year, ""
	if w.year.how == relative && f.pub.Month <= 2 && f.periodYear == f.pub.Year-1 {
		w.year = abs(f.periodYear + w.year.n) // written before the year turned
	}
	v, ok := f.place(w, e)
	kind := extract.DatePoint
	if end := f.periodEnd; ok && end.grain != none {
		end.year = w.year
		to, placed := f.place(end, e)
		v, ok, kind = v+"/"+to, placed, extract.DateInterval
	}
	first, last, placed := Interval(v)
	if !ok || !placed {
		return extract.Date{Value: past, Kind: extract.DateVague}
	}
	return extract.Date{Value: v, Kind: kind, First: first, Last: last}
}

// rangeValue places both ends; fields that one end leaves out come from the other.
func (f *frame) rangeValue(e *expr) (extract.Date, bool) {
	from, to := e.from, e.to
	if f.oldYear(&to, e) {
		from.year, to.year = rel(-1), rel(-1)
	}
	lent := fill(&from, &to)
	f.byTheEnd(&from, &to, e)
	a, ok := f.place(from, e)
	if !ok {
		return extract.Date{}, false
	}
	first, _, placed := Interval(a)
	saved := *f
	if placed {
		f.remember(from, first, e.passage)
		if to.year.how == unsaid && to.month.how == absolute {
			to.year = abs(first.Year)
		}
	}
	b, ok := f.place(to, e)
	if !ok {
		return extract.Date{}, false
	}
	last1, last, placed2 := Interval(b)
	if placed && placed2 && last.Compare(first) < 0 && from.weekday != 0 && to.weekday != 0 && to.plus == 0 {
		e2 := *e
		e2.to.plus, e2.to.plusUnit = 1, week
		return f.rangeValue(&e2)
	}
	if placed && placed2 && last.Compare(first) < 0 {
		if lent == unsaid || !f.shiftYear(&from, &to, lent, first, last1) {
			*f = saved
			return extract.Date{}, false
		}
		e2 := *e
		e2.from, e2.to = from, to
		return f.rangeValue(&e2)
	}
	switch {
	case to.grain == day && placed2:
		f.remember(to, last1, e.passage)
	case to.grain >= month && placed2:
		f.periodEnd = to
	}
	start, _, _ := strings.Cut(a, "/")
	if i := strings.LastIndexByte(b, '/'); i >= 0 {
		b = b[i+1:]
	}
	v := start + "/" + b
	first, last, _ = Interval(v)
	return extract.Date{Value: v, Kind: extract.DateInterval, First: first, Last: last}, true
}

// byTheEnd places a range of months without a year by its end: in October,
// "January to September" is over.
func (f *frame) byTheEnd(from, to *when, e *expr) {
	if f.pub.IsZero() || from.year.how != unsaid || to.year.how != unsaid || from.month.how != absolute || to.month.how != absolute || from.lunar || e.tense == futureTense {
		return
	}
	dom := 0
	if to.grain <= day {
		dom = to.day.n
	}
	y := f.yearOf(*to, e, dom)
	to.year, from.year = abs(y), abs(y)
	if from.month.n > to.month.n {
		from.year = abs(y - 1)
	}
}

// oldYear reports whether "January to November this year" was written before
// the year turned: an article that comes out in the first weeks of the next
// one tells of months that have not been yet.
func (f *frame) oldYear(to *when, e *expr) bool {
	return to.year == rel(0) && to.month.how == absolute && f.pub.Month <= 2 && to.month.n > int(f.pub.Month)+1 && e.tense != futureTense
}

// fill copies year, month and day between the ends of a range. It tells
// whether a year was lent: absolute to the start, relative to the end.
func fill(a, b *when) how {
	lent := unsaid
	if a.clock && b.clock && b.bareClock() && !a.bareClock() {
		h, m := b.hour, b.min
		c := *a
		c.hour, c.min, c.mod = h, m, b.mod
		*b = c
		return unsaid
	}
	if a.bareClock() && !b.bareClock() && b.clock {
		h, m := a.hour, a.min
		c := *b
		c.hour, c.min, c.mod = h, m, a.mod
		*a = c
		return unsaid
	}
	if a.weekday != 0 || b.weekday != 0 || a.grain == week {
		if b.week.how == unsaid && b.day.how == unsaid {
			b.week = a.week
		}
		return unsaid
	}
	if a.day.how != relative && b.day.how != relative {
		if a.year.how == unsaid && b.year.how != unsaid {
			a.year, lent = b.year, absolute
		} else if b.year.how == unsaid && a.year.how != unsaid && b.holiday == nil {
			b.year, lent = a.year, relative
		}
	}
	if a.day.how == absolute && b.day.how == absolute {
		if a.month.how == unsaid {
			a.month = b.month
		} else if b.month.how == unsaid {
			b.month = a.month
		}
	}
	if lent == unsaid && a.year.how == unsaid && b.year.how == unsaid && a.month.how == absolute && b.month.how == absolute {
		lent = absolute
	}
	return lent
}

func (w *when) bareClock() bool {
	return w.clock && w.year.how == unsaid && w.month.how == unsaid && w.week.how == unsaid && w.day.how == unsaid && w.weekday == 0
}

// shiftYear moves the end that had borrowed its year so that the range runs forward.
func (f *frame) shiftYear(a, b *when, lent how, first, last extract.Day) bool {
	if first.Year-last.Year > 1 {
		return false
	}
	if lent == relative || b.year.how == unsaid {
		a.year, b.year = abs(first.Year), abs(first.Year+1)
	} else {
		a.year = abs(last.Year - 1)
	}
	return true
}

// spanDays are the days that "the past ten years" or "the next week" covers.
func (f *frame) spanDays(s span) (first, last extract.Day) {
	if s.direction == 0 || f.pub.IsZero() || s.n <= 0 || s.n > 4000 {
		return first, last
	}
	other := shift(f.pub, s.n*s.direction, s.unit)
	if !other.Valid() {
		return first, last
	}
	if s.direction < 0 {
		return other, f.pub
	}
	return f.pub, other
}

// shift moves a day by n units; below a day it stays.
func shift(d extract.Day, n int, u unit) extract.Day {
	switch u {
	case day:
		return d.AddDays(n)
	case week, weekend:
		return d.AddDays(7 * n)
	case month:
		return addMonths(d, n)
	case quarter:
		return addMonths(d, 3*n)
	case half:
		return addMonths(d, 6*n)
	case year:
		return addMonths(d, 12*n)
	case decade:
		return addMonths(d, 120*n)
	case century:
		return addMonths(d, 1200*n)
	}
	return d
}

// addMonths moves by months and stays within the month that it reaches.
func addMonths(d extract.Day, n int) extract.Day {
	m := d.Year*12 + int(d.Month) - 1 + n
	if m < 12 {
		return extract.Day{}
	}
	y, mm := m/12, m%12+1
	return extract.Day{Year: y, Month: time.Month(mm), Day: min(d.Day, daysIn(y, mm))}
}
