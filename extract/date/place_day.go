package date

import (
	"time"

	"github.com/smelt-ie/smelt/extract"
)

// placeDay places expressions down to the day or the minute.
func (f *frame) placeDay(w when, e *expr) (string, bool) {
	d, ok := f.dayOf(w, e)
	if !ok {
		return "", false
	}
	if w.plus != 0 && !d.IsZero() {
		d = shift(d, w.plus, w.plusUnit).AddDays(-w.less)
	}
	if w.weekFrom && d.Valid() && d.AddDays(6).Valid() {
		return d.String() + "/" + d.AddDays(6).String(), true
	}
	if d.IsZero() {
		if w.clock && w.year.how == unsaid && w.month.how == unsaid && w.weekday == 0 && w.day.how == unsaid {
			return clockValue(w.hour, w.min), w.min < 60 && (w.hour < 24 || w.hour == 24 && w.min == 0)
		}
		return unplaced(w)
	}
	if !d.Valid() {
		return "", false
	}
	if !w.clock {
		return d.String(), true
	}
	if w.hour == 24 && w.night { // twelve at night
		d, w.hour = d.AddDays(1), 0
	}
	return d.String() + clockValue(w.hour, w.min), d.Valid() && w.min < 60 && (w.hour < 24 || w.hour == 24 && w.min == 0)
}

// dayOf is the day of an expression; zero when nothing places it.
func (f *frame) dayOf(w when, e *expr) (extract.Day, bool) {
	switch {
	case w.day.how == anaphoric:
		base := f.day
		if base.IsZero() {
			base = f.pub
		}
		if base.IsZero() {
			return base, true
		}
		return base.AddDays(w.day.n), true
	case w.year.how == absolute && w.month.how == absolute && w.day.how == absolute && !w.lunar:
		d := extract.Day{Year: w.year.n, Month: time.Month(w.month.n), Day: w.day.n}
		return d, d.Valid()
	case w.bareClock() || w.part && w.day.how == unsaid && w.weekday == 0:
		if f.dayPassage == e.passage || w.part && !w.clock && !f.day.IsZero() {
			return f.day, true
		}
		if w.clock {
			return extract.Day{}, true
		}
		return f.pub, !f.pub.IsZero()
	case f.pub.IsZero():
		return extract.Day{}, w.weekday == 0
	case w.day.how == relative:
		return f.pub.AddDays(w.day.n), true
	case w.weekday != 0 && w.day.how == unsaid:
		return f.weekdayOf(w, e)
	case w.lunar && w.month.how == absolute && w.day.how == absolute:
		return f.lunarOf(w, e)
	case w.month.how == absolute && w.day.how == absolute:
		if w.month.n < 1 || w.month.n > 12 || w.day.n < 1 || w.day.n > daysIn(2000, w.month.n) {
			return extract.Day{}, false
		}
		d := extract.Day{Year: f.yearOf(w, e, w.day.n), Month: time.Month(w.month.n), Day: w.day.n}
		return d, d.Valid()
	case w.month.how != unsaid && w.day.how == absolute:
		v, ok := f.placeMonth(w, e)
		first, _, _ := Interval(v)
		first.Day = w.day.n
		return first, ok && first.Valid()
	case w.n != 0 && w.weekday == 0 && w.day.how == unsaid:
		first, last, ok := f.container(w, e)
		if w.n < 0 {
			return last, ok
		}
		return first, ok
	case w.day.how == absolute && w.weekday != 0:
		return f.weekdayAndDay(w, e)
	case w.day.how == absolute:
		return f.bareDay(w.day.n, e)
	}
	return extract.Day{}, false
}

// lunarOf is a day of the Chinese calendar in the year that the words name.
func (f *frame) lunarOf(w when, e *expr) (extract.Day, bool) {
	y := f.pub.Year
	if w.year.how != unsaid {
		y = f.yearOf(w, e, 0)
	}
	return lunarDay(y, w.month.n, w.day.n)
}

// bareDay is "the 25th": of the month named last when the text runs on from
// there, else the last one that the publication date has seen.
func (f *frame) bareDay(n int, e *expr) (extract.Day, bool) {
	if n < 1 || n > 31 {
		return extract.Day{}, false
	}
	fresh := n == f.pub.Day || n == f.pub.Day-1
	if !fresh && !f.day.IsZero() && (f.dayPassage == e.passage || f.dayPassage == e.passage-1) {
		d := f.day
		if n < d.Day {
			if next := addMonths(d, 1); d.Day-n > 14 && next.Compare(f.pub.AddDays(31)) <= 0 {
				d = next
			}
		}
		d.Day = n
		if d.Valid() && (d.Compare(f.pub) <= 0 || e.tense == futureTense || d.Month == f.pub.Month) {
			return d, true
		}
	}
	d := extract.Day{Year: f.pub.Year, Month: f.pub.Month, Day: n}
	if n > f.pub.Day+1 && e.tense != futureTense {
		d = addMonths(extract.Day{Year: f.pub.Year, Month: f.pub.Month, Day: 1}, -1)
		d.Day = n
	}
	if n <= 10 && e.tense == futureTense && f.pub.Day > 20 {
		d = addMonths(extract.Day{Year: f.pub.Year, Month: f.pub.Month, Day: 1}, 1)
		d.Day = n
	}
	for range 2 {
		if !d.Valid() {
			d = addMonths(extract.Day{Year: d.Year, Month: d.Month, Day: 1}, -1)
			d.Day = n
		}
	}
	return d, d.Valid()
}

// weekdayAndDay is "Monday 21": the nearest month in which that day is a Monday.
func (f *frame) weekdayAndDay(w when, e *expr) (extract.Day, bool) {
	m := extract.Day{Year: f.pub.Year, Month: f.pub.Month, Day: 1}
	steps := [...]int{-1, 1}
	if e.tense == futureTense {
		steps = [...]int{1, -1}
	}
	for n := range 24 {
		for _, step := range steps {
			d := addMonths(m, n*step)
			d.Day = w.day.n
			if d.Valid() && isoWeekday(d) == w.weekday {
				return d, true
			}
		}
	}
	return f.bareDay(w.day.n, e)
}

// weekdayOf places a weekday: of a week that is named, the n-th of a month, or
// the last one seen (the next one when the sentence looks ahead).
func (f *frame) weekdayOf(w when, e *expr) (extract.Day, bool) {
	switch {
	case w.n != 0:
		first, last, ok := f.container(w, e)
		if !ok {
			return extract.Day{}, false
		}
		if w.n < 0 {
			return last.AddDays(-((isoWeekday(last) - w.weekday + 7) % 7)), true
		}
		return first.AddDays((w.weekday-isoWeekday(first)+7)%7 + 7*(w.n-1)), true
	case w.week.how == relative:
		return monday7(f.pub, w.week.n).AddDays(w.weekday - 1), true
	case w.week.how == anaphoric && !f.week.IsZero():
		return f.week.AddDays(7*w.week.n + w.weekday - 1), true
	case e.tense == futureTense || w.future:
		ahead := (w.weekday - isoWeekday(f.pub) + 7) % 7
		if w.future && ahead == 0 {
			ahead = 7
		}
		return f.pub.AddDays(ahead), true
	}
	return f.pub.AddDays(-((isoWeekday(f.pub) - w.weekday + 7) % 7)), true
}
