package date

import (
	"strconv"
	"strings"
	"time"

	"github.com/smelt-ie/smelt/extract"
)

// The vague values of the guide.
const (
	past    = "PAST_REF"
	present = "PRESENT_REF"
	future  = "FUTURE_REF"
)

// The modifiers of the guide.
const (
	modStart  = "START"
	modMid    = "MID"
	modEnd    = "END"
	modApprox = "APPROX"
	modBefore = "BEFORE"
	modAfter  = "AFTER"
	modMore   = "MORE_THAN"
	modLess   = "LESS_THAN"
)

func pad(n, width int) string {
	s := strconv.Itoa(n)
	for len(s) < width {
		s = "0" + s
	}
	return s
}

func yearValue(y int) string       { return pad(y, 4) }
func monthValue(y, m int) string   { return pad(y, 4) + "-" + pad(m, 2) }
func quarterValue(y, q int) string { return pad(y, 4) + "-Q" + strconv.Itoa(q) }
func halfValue(y, h int) string    { return pad(y, 4) + "-H" + strconv.Itoa(h) }
func decadeValue(y int) string     { return pad(y/10, 3) + "X" }
func centuryValue(n int) string    { return pad(n-1, 2) + "XX" }
func clockValue(h, m int) string   { return "T" + pad(h, 2) + ":" + pad(m, 2) }

// weekValue is the ISO 8601 week that holds the day.
func weekValue(d extract.Day) string {
	y, w := d.Time().ISOWeek()
	return pad(y, 4) + "-W" + pad(w, 2)
}

// seasonValue is the months of a season, 1 spring to 4 winter; winter runs
// into the next year.
func seasonValue(y, s int) string {
	first := 3 * s
	last := first + 2
	end := y
	if last > 12 {
		last, end = last-12, y+1
	}
	return monthValue(y, first) + "/" + monthValue(end, last)
}

// Interval reads back a value as the guide writes it: the first and the last
// day that it covers. ok is false for durations, frequencies, vague references,
// times on no known day, and for what is no value.
func Interval(value string) (first, last extract.Day, ok bool) {
	a, b, isRange := strings.Cut(value, "/")
	if first, last, ok = single(a); !ok || !isRange {
		return first, last, ok
	}
	if _, last, ok = single(b); !ok || last.Compare(first) < 0 {
		return extract.Day{}, extract.Day{}, false
	}
	return first, last, true
}

// single reads a value that is no range.
func single(v string) (first, last extract.Day, ok bool) {
	date, clock, hasClock := strings.Cut(v, "T")
	if hasClock && !validClock(clock) {
		return first, last, false
	}
	parts := strings.Split(date, "-")
	if len(parts) > 3 || hasClock && len(parts) != 3 {
		return first, last, false
	}
	y, years, ok := yearSpan(parts[0])
	if !ok || years > 1 && len(parts) > 1 {
		return first, last, false
	}
	switch len(parts) {
	case 1:
		return months(y, 1, 12*years)
	case 2:
		return partOfYear(y, parts[1])
	}
	m, ok1 := digits(parts[1], 2)
	n, ok2 := digits(parts[2], 2)
	day := extract.Day{Year: y, Month: time.Month(m), Day: n}
	if !ok1 || !ok2 || !day.Valid() {
		return extract.Day{}, extract.Day{}, false
	}
	return day, day, true
}

// yearSpan reads 2016, 199X and 19XX as a first year and a number of years.
func yearSpan(s string) (y, years int, ok bool) {
	if len(s) != 4 {
		return 0, 0, false
	}
	years = 1
	for strings.HasSuffix(s, "X") {
		s = s[:len(s)-1]
		years *= 10
	}
	n, ok := digits(s, len(s))
	if y = n * years; !ok || years > 100 {
		return 0, 0, false
	}
	if y == 0 && years > 1 {
		y, years = 1, years-1 // there is no year 0
	}
	return y, years, y >= 1
}

// partOfYear reads what follows the year: 07, Q1, H2, W30.
func partOfYear(y int, s string) (first, last extract.Day, ok bool) {
	if len(s) != 2 && len(s) != 3 {
		return first, last, false
	}
	switch s[0] {
	case 'Q':
		q, ok := digits(s[1:], 1)
		if !ok || q < 1 || q > 4 {
			return first, last, false
		}
		return months(y, 3*q-2, 3)
	case 'H':
		h, ok := digits(s[1:], 1)
		if !ok || h < 1 || h > 2 {
			return first, last, false
		}
		return months(y, 6*h-5, 6)
	case 'W':
		w, ok := digits(s[1:], 2)
		if !ok || w < 1 {
			return first, last, false
		}
		first = weekStart(y, w)
		if iy, iw := first.Time().ISOWeek(); iy != y || iw != w || !first.Valid() || !first.AddDays(6).Valid() {
			return extract.Day{}, extract.Day{}, false
		}
		return first, first.AddDays(6), true
	}
	m, ok := digits(s, 2)
	if !ok || m < 1 || m > 12 {
		return first, last, false
	}
	return months(y, m, 1)
}

// months covers n months from the first of month m.
func months(y, m, n int) (first, last extract.Day, ok bool) {
	first = extract.Day{Year: y, Month: time.Month(m), Day: 1}
	last = extract.DayOf(time.Date(y, time.Month(m+n), 0, 0, 0, 0, 0, time.UTC))
	return first, last, first.Valid() && last.Valid()
}

// weekStart is the Monday of an ISO week.
func weekStart(y, w int) extract.Day {
	jan4 := extract.Day{Year: y, Month: 1, Day: 4}
	return jan4.AddDays(1 - isoWeekday(jan4) + 7*(w-1))
}

func isoWeekday(d extract.Day) int { return (int(d.Weekday())+6)%7 + 1 }

// daysIn is the length of a month.
func daysIn(y, m int) int { return time.Date(y, time.Month(m+1), 0, 0, 0, 0, 0, time.UTC).Day() }

func validClock(s string) bool {
	h, m, ok := strings.Cut(s, ":")
	hour, ok1 := digits(h, 2)
	minute, ok2 := digits(m, 2)
	return ok && ok1 && ok2 && hour <= 24 && minute < 60 && (hour < 24 || minute == 0)
}

// digits reads exactly n decimal digits.
func digits(s string, n int) (v int, ok bool) {
	if len(s) != n || n == 0 {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		v = 10*v + int(s[i]-'0')
	}
	return v, true
}

// durationValue writes a length of time: P3Y, PT2.5H, PXD. A count of "X" is unknown.
func durationValue(count string, u unit) string {
	n, err := strconv.ParseFloat(count, 64)
	scale, base := 1.0, u
	switch u {
	case decade:
		scale, base = 10, year
	case century:
		scale, base = 100, year
	case quarter:
		scale, base = 3, month
	case half:
		scale, base = 6, month
	}
	if err == nil && scale != 1 {
		count = strconv.FormatFloat(n*scale, 'f', -1, 64)
	}
	if base <= hour {
		return "PT" + count + unitLetter[base]
	}
	return "P" + count + unitLetter[base]
}
