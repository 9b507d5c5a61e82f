package date

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/smelt-ie/smelt/extract"
)

//go:embed lunar.tsv
var lunarData string

//go:embed holidays.tsv
var holidayData string

// holiday is a feast day by its rule.
type holiday struct {
	rule    string // fixed, lunar, nth, easter, qingming, solstice
	a, b, c int    // month and day; month, weekday and ordinal; offset in days from Easter
	shift   int    // days to add: the eve of a feast is -1
}

// lunarYear is one year of the Chinese calendar.
type lunarYear struct {
	newYear extract.Day
	leap    int    // the month that is followed by a leap month, 0 for none
	months  string // per month in order, leap month included: 1 for 30 days, 0 for 29
}

var lunarYears = sync.OnceValue(func() map[int]lunarYear {
	years := map[int]lunarYear{}
	plainTSV(lunarData, func(c []string) {
		y, _ := strconv.Atoi(c[0])
		m, d, _ := strings.Cut(c[1], "-")
		mm, _ := strconv.Atoi(m)
		dd, _ := strconv.Atoi(d)
		leap, _ := strconv.Atoi(c[2])
		years[y] = lunarYear{extract.Day{Year: y, Month: time.Month(mm), Day: dd}, leap, c[3]}
	})
	return years
})

// lunarDay is a day of the Chinese calendar, years 1900 to 2100.
func lunarDay(y, m, d int) (extract.Day, bool) {
	ly, ok := lunarYears()[y]
	if !ok || m < 1 || m > 12 || d < 1 {
		return extract.Day{}, false
	}
	i := m - 1
	if ly.leap != 0 && m > ly.leap {
		i++
	}
	days := 0
	for _, long := range ly.months[:i] {
		days += 29 + int(long-'0')
	}
	if d > 29+int(ly.months[i]-'0') {
		return extract.Day{}, false
	}
	return ly.newYear.AddDays(days + d - 1), true
}

// in is the day of the holiday in a year; ok is false where its calendar is not known.
func (h *holiday) in(y int) (d extract.Day, ok bool) {
	switch h.rule {
	case "fixed":
		d = extract.Day{Year: y, Month: time.Month(h.a), Day: h.b}
	case "lunar":
		if d, ok = lunarDay(y, h.a, h.b); !ok {
			return d, false
		}
	case "nth": // the c-th weekday b of month a; -1 is the last
		d = extract.Day{Year: y, Month: time.Month(h.a), Day: 1}
		if h.c < 0 {
			d.Day = daysIn(y, h.a)
			d = d.AddDays(-((isoWeekday(d) - h.b + 7) % 7))
		} else {
			d = d.AddDays((h.b-isoWeekday(d)+7)%7 + 7*(h.c-1))
		}
	case "easter":
		d = easter(y).AddDays(h.a)
	case "term": // solar term of the 20th or 21st century: a month, b thousandths
		d = solarTerm(y, h.a, h.b)
	}
	d = d.AddDays(h.shift)
	return d, d.Valid()
}

// easter is Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).
func easter(y int) extract.Day {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	return extract.Day{Year: y, Month: time.Month((h + l - 7*m + 114) / 31), Day: (h+l-7*m+114)%31 + 1}
}

// solarTerm is a day by the century formula: floor(0.2422 y + c) - floor(y/4),
// y the year of the century, c in hundredths for the 21st century. The 20th
// begins 0.78 later.
func solarTerm(y, m, c int) extract.Day {
	yy := y % 100
	if y < 2000 {
		c += 78
	}
	leaps := yy / 4
	if m < 3 {
		leaps = (yy - 1) / 4
	}
	return extract.Day{Year: y, Month: time.Month(m), Day: (2422*yy+100*c)/10000 - leaps}
}

// shyFeast marks the entry of a name that stands for the holiday only in company: 五一假期.
const shyFeast = 1

// feasts reads the holidays of a language by name. A name with a question mark is shy.
func feasts(lang string) map[string]*entry {
	out := map[string]*entry{}
	plainTSV(holidayData, func(c []string) {
		if c[0] != lang {
			return
		}
		h := holiday{rule: c[1]}
		if _, err := fmt.Sscan(c[2], &h.a, &h.b, &h.c, &h.shift); err != nil {
			panic(fmt.Sprintf("holidays.tsv: %q: %v", c[2], err))
		}
		for name := range strings.SplitSeq(c[3], ",") {
			e := &entry{class: feast, feast: &h}
			if bare, shy := strings.CutSuffix(name, "?"); shy {
				name, e.n = bare, shyFeast
			}
			out[name] = e
		}
	})
	return out
}

// placeHoliday places a holiday in the year that the words name, else in the
// nearest one in the direction of the tense.
func (f *frame) placeHoliday(w when, e *expr) (string, bool) {
	y := w.year.n
	switch w.year.how {
	case relative:
		y += f.pub.Year
	case anaphoric:
		y += f.year
	case unsaid:
		if f.pub.IsZero() {
			return "", false
		}
		y = f.pub.Year
		if here := f.yearHere(e); here != 0 {
			y = here
		} else if d, ok := w.holiday.in(y); ok {
			y = nearestYear(f.pub, int(d.Month), d.Day, e.tense)
		}
	}
	if w.year.how == relative && f.pub.IsZero() {
		return unplaced(w)
	}
	d, ok := w.holiday.in(y)
	if ok && w.clock {
		return d.String() + clockValue(w.hour, w.min), w.hour < 24
	}
	return d.String(), ok
}
