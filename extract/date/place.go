package date

import (
	"time"

	"github.com/smelt-ie/smelt/extract"
)

// place gives the value of one calendar expression. ok is false when the
// calendar has no such date or nothing says when it is.
func (f *frame) place(w when, e *expr) (string, bool) {
	if w.holiday != nil {
		v, ok := f.placeHoliday(w, e)
		if first, _, placed := Interval(v); ok && placed && w.plus != 0 {
			d := shift(first, w.plus, w.plusUnit)
			return d.String(), d.Valid()
		}
		return v, ok
	}
	if w.grain <= day {
		return f.placeDay(w, e)
	}
	if f.pub.IsZero() && !w.fixed() {
		return unplaced(w)
	}
	switch w.grain {
	case week, weekend:
		return f.placeWeek(w, e)
	case month:
		return f.placeMonth(w, e)
	case decade:
		return f.placeDecade(w)
	case century:
		if w.year.how != absolute {
			return centuryValue((f.pub.Year+99)/100 + w.year.n), true
		}
		return centuryValue(w.year.n), w.year.n >= 1 && w.year.n <= 99
	}
	y := f.placeYear(w, e)
	if y < 1 || y > 9998 {
		return "", false
	}
	switch w.grain {
	case quarter, half:
		return f.partOfYear(y, w)
	case season:
		return seasonValue(y, w.n), true
	}
	return yearValue(y), true
}

// partOfYear is a quarter or half by its number, or by its distance from the
// publication date.
func (f *frame) partOfYear(y int, w when) (string, bool) {
	parts, write := 4, quarterValue
	if w.grain == half {
		parts, write = 2, halfValue
	}
	if w.n == 0 {
		at := f.pub.Year*parts + (int(f.pub.Month)-1)*parts/12 + w.month.n
		y, w.n = at/parts, at%parts+1
	}
	return write(y, w.n), w.n <= parts && y >= 1
}

// fixed reports whether the words place the expression by themselves.
func (w *when) fixed() bool {
	return w.year.how == absolute && w.month.how != relative || w.decade.how == absolute && w.year.how != relative
}

// unplaced is the value of an expression that nothing anchors: its direction,
// or the fields that it does state.
func unplaced(w when) (string, bool) {
	for _, x := range []field{w.year, w.month, w.week, w.day} {
		if x.how == relative || x.how == anaphoric {
			switch {
			case x.n < 0:
				return past, true
			case x.n > 0:
				return future, true
			}
			return present, true
		}
	}
	if w.month.how == absolute {
		v := "XXXX-" + pad(w.month.n, 2)
		if w.day.how == absolute {
			v += "-" + pad(w.day.n, 2)
		}
		return v, w.month.n <= 12 && w.day.n <= 31
	}
	return "", false
}

// placeYear is the year of an expression that is coarser than a month.
func (f *frame) placeYear(w when, e *expr) int {
	switch w.year.how {
	case absolute:
		return w.year.n
	case relative:
		return f.pub.Year + w.year.n
	case anaphoric:
		if f.year == 0 {
			return f.pub.Year + w.year.n
		}
		return f.year + w.year.n
	}
	if w.grain == year {
		return f.pub.Year
	}
	first := map[unit]int{quarter: 3*w.n - 2, half: 6*w.n - 5, season: 3 * w.n}[w.grain]
	if y := f.yearHere(e); y != 0 && w.grain != season {
		return y
	}
	ahead := first - int(f.pub.Month)
	switch {
	case w.past && ahead+3 > 0:
		return f.pub.Year - 1
	case w.future && ahead <= 0:
		return f.pub.Year + 1
	}
	if e.tense == futureTense || ahead <= 0 || w.grain == season && ahead <= 3 || w.mod != "" {
		return f.pub.Year
	}
	return f.pub.Year - 1
}

// yearHere is another year than the article's that the sentence has named
// before the expression: "In 2018 ... and in March ...". 0 for none.
func (f *frame) yearHere(e *expr) int {
	if f.yearPassage == e.passage && f.year != f.pub.Year {
		return f.year
	}
	return 0
}

func (f *frame) placeDecade(w when) (string, bool) {
	base := f.pub.Year / 100 * 100
	switch w.year.how {
	case absolute: // the century: 二十世纪九十年代
		base = w.year.n
	case relative:
		base += 100 * w.year.n
	}
	y := base + w.decade.n
	switch w.decade.how {
	case absolute:
		if w.year.how == unsaid && y > f.pub.Year {
			y -= 100
		}
	case relative:
		y = f.pub.Year/10*10 + 10*w.decade.n
	case anaphoric:
		y = f.year/10*10 + 10*w.decade.n
	case unsaid:
		y = w.year.n
	}
	return decadeValue(y), y >= 10 && y < 9990
}

func (f *frame) placeMonth(w when, e *expr) (string, bool) {
	switch w.month.how {
	case relative, anaphoric:
		base := f.pub
		if w.month.how == anaphoric && !f.month.IsZero() {
			base = f.month
		}
		d := addMonths(extract.Day{Year: base.Year, Month: base.Month, Day: 1}, w.month.n)
		return monthValue(d.Year, int(d.Month)), d.Valid()
	}
	if w.month.n < 1 || w.month.n > 12 {
		return "", false
	}
	y := f.yearOf(w, e, 0)
	return monthValue(y, w.month.n), y >= 1 && y <= 9999
}

// yearOf is the year of a month, or of a day in it when dom is not 0.
func (f *frame) yearOf(w when, e *expr, dom int) int {
	switch w.year.how {
	case absolute:
		return w.year.n
	case relative:
		return f.pub.Year + w.year.n
	case anaphoric:
		if f.year != 0 {
			return f.year + w.year.n
		}
		return f.pub.Year + w.year.n
	}
	if y := f.yearHere(e); y != 0 {
		return y
	}
	return nearestYear(f.pub, w.month.n, dom, w.tense(e.tense))
}

// nearestYear places a month, or a day of it, by the direction of the tense:
// without one the last occurrence, unless the next is far nearer.
func nearestYear(pub extract.Day, m, dom int, t tense) int {
	if dom == 0 && m == int(pub.Month) {
		return pub.Year
	}
	at := func(y int) int {
		d := dom
		if d == 0 {
			d = 15
		}
		return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Sub(pub.Time()).Hours() / 24)
	}
	last, next := pub.Year, pub.Year+1
	if at(pub.Year) > 0 {
		last, next = pub.Year-1, pub.Year
	}
	for dom == 29 && m == 2 && daysIn(last, 2) < 29 && last > 8 {
		last--
	}
	for dom == 29 && m == 2 && daysIn(next, 2) < 29 {
		next++
	}
	if at(last) == 0 {
		return last
	}
	near := 2
	if next == pub.Year {
		near = 1 // the news rarely leaves out another year
	}
	switch {
	case t == futureTense && at(last) >= -60 && at(next) > 200 && (dom == 0 || at(last) >= -14):
		return last // just past, told in the words of before
	case t != pastTense && dom == 0 && next == pub.Year && at(next) < 50:
		return next
	case t == futureTense, t == noTense && at(next)*near < -at(last):
		return next
	case t == pastTense && at(next) < 15 && next == pub.Year:
		return next // an event announced, told in the past tense
	}
	return last
}

func (f *frame) placeWeek(w when, e *expr) (string, bool) {
	var monday extract.Day
	switch {
	case w.week.how == anaphoric && !f.week.IsZero():
		monday = f.week.AddDays(7 * w.week.n)
	case w.week.how == absolute: // the week of that number
		y := f.placeYear(when{grain: year, year: w.year}, e)
		monday = weekStart(y, w.week.n)
	case w.n != 0: // the n-th week of a month or year
		return f.placeNth(w, e)
	case w.nearby && e.tense != futureTense && isoWeekday(f.pub) < 6:
		monday = monday7(f.pub, -1)
	default:
		monday = monday7(f.pub, w.week.n)
	}
	if !monday.Valid() || !monday.AddDays(6).Valid() {
		return "", false
	}
	if w.grain == weekend {
		return monday.AddDays(5).String() + "/" + monday.AddDays(6).String(), true
	}
	return weekValue(monday), true
}

// monday7 is the Monday of the week n weeks from the one that holds d.
func monday7(d extract.Day, n int) extract.Day { return d.AddDays(1 - isoWeekday(d) + 7*n) }

// placeNth is the n-th week of a month or year; -1 is the last.
func (f *frame) placeNth(w when, e *expr) (string, bool) {
	first, last, ok := f.container(w, e)
	if !ok {
		return "", false
	}
	// a week belongs to the month that has its Thursday
	monday := monday7(first, 0)
	if monday.AddDays(3).Compare(first) < 0 {
		monday = monday.AddDays(7)
	}
	monday = monday.AddDays(7 * (w.n - 1))
	if w.n < 0 {
		monday = monday7(last, 0)
		if monday.AddDays(3).Compare(last) > 0 {
			monday = monday.AddDays(-7)
		}
	}
	if w.grain == weekend {
		return monday.AddDays(5).String() + "/" + monday.AddDays(6).String(), true
	}
	return weekValue(monday), monday.Valid() && monday.AddDays(6).Valid()
}

// container is the month or year that an n-th week or weekday is counted in.
func (f *frame) container(w when, e *expr) (first, last extract.Day, ok bool) {
	c := w
	c.weekday, c.n, c.week, c.day, c.grain = 0, 0, field{}, field{}, month
	if w.month.how == unsaid {
		c.grain = year
	}
	v, ok := f.place(c, e)
	if !ok {
		return first, last, false
	}
	return Interval(v)
}

func monthOf(n int) time.Month { return time.Month(n) }

// tense is the direction that the words themselves give, else the one around them.
func (w *when) tense(around tense) tense {
	switch {
	case w.past:
		return pastTense
	case w.future:
		return futureTense
	}
	return around
}
