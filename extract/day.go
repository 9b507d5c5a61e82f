package extract

import (
	"cmp"
	"fmt"
	"time"
)

// Day is a day of the proleptic Gregorian calendar, years 1 to 9999, with no
// clock and no time zone. The zero Day means "no day".
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// DayOf is the civil day of t in t's own location.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

// ParseDay reads an ISO 8601 calendar date (2016-11-24).
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("%q is not a date like 2016-11-24", s)
	}
	return DayOf(t), nil
}

// IsZero reports whether d is "no day".
func (d Day) IsZero() bool { return d == Day{} }

// Valid reports whether d is a day that the calendar has, in years 1 to 9999.
func (d Day) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && DayOf(d.Time()) == d
}

// Time is midnight UTC of the day.
func (d Day) Time() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

// AddDays is the day n days later; n may be negative.
func (d Day) AddDays(n int) Day { return DayOf(d.Time().AddDate(0, 0, n)) }

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Compare orders days by time: -1, 0 or +1.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Unix is the number of days since 1970-01-01, the Parquet DATE encoding.
func (d Day) Unix() int32 { return int32(d.Time().Unix() / 86400) }

// String is the ISO 8601 form, or "" for no day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}
