package date

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

// recognizersCase is a case of the public specification of Recognizers-Text.
type recognizersCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	Results []struct {
		Text       string
		TypeName   string
		Resolution struct{ Values []timex }
	}
}

// timex is one reading of an expression there.
type timex struct{ Timex, Type, Value, Start, End string }

// TestRecognizers holds the stage against the open half of the specification.
// A case agrees when it has the same expressions, by span and first value, and
// no other. -v lists what is left, by reason.
//
// Spans. The guide keeps articles, prepositions and qualifiers out of a span
// and records them in mod; Recognizers keeps them in. Both sides drop them.
//
// Values, theirs to ours:
//   - a field they leave open (XXXX-10-02, XXXX-WXX-2) agrees with any value of
//     ours that has the fields they do state: which year is meant is the
//     business of the tense here, and of the caller there;
//   - parts of the day (TMO, TEV) are dropped, a bare one is the day; seconds
//     are dropped; T17 is T17:00;
//   - (start,end,length) with an exclusive end is our start/end where both ends
//     are stated, at the grain in which we write them, and our duration where a
//     length is ("the past ten years" is P10Y); else the days that are covered
//     must be the same;
//   - a date so many months or years ago is kept to the month or year;
//   - "N units later" and, with no clock to count from, "in N minutes" are our
//     length; it must lead to their moment;
//   - sets are R/ and the period that comes back; P0.5Y is P6M, P14D is P2W,
//     business days and weekends count as days and weeks;
//   - fiscal and school years are the year of that number.
//
// What is left, and why:
//   - days that the calendar lacks (feb 30), which have no value here;
//   - meals and parts of the day without a preposition ("1 evening"), which
//     news uses as adjectives;
//   - chains of two offsets (3 weeks after Christmas on Friday) and the last
//     three weeks of a year;
//   - spans that we end elsewhere on purpose: a time zone belongs to the clock
//     time, a clock time to the holiday before it, the second of two listed
//     times to the same day;
//   - days of the Chinese calendar: ours are converted, theirs carry the lunar
//     numbers as if they were Gregorian;
//   - bare dates that news text would make of other numbers (2016 10 16, on 27).
func TestRecognizers(t *testing.T) {
	for _, c := range []struct {
		file string
		lang extract.Lang
		want float64
	}{
		{"datetime_english_datetimemodel.json", extract.English, 85},
		{"datetime_chinese_datetimemodel.json", extract.Simplified, 90},
	} {
		t.Run(string(c.lang), func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("..", "..", "..", "shared", "peers", "recognizers", c.file))
			if err != nil {
				t.Skipf("the specification is not here: %v", err)
			}
			var cases []recognizersCase
			if err := json.Unmarshal(data, &cases); err != nil {
				t.Fatal(err)
			}
			left := map[string][]string{}
			right := 0
			for _, rc := range cases {
				if reason, line := rc.judge(t, c.lang); reason != "" {
					left[reason] = append(left[reason], line)
				} else {
					right++
				}
			}
			share := 100 * float64(right) / float64(len(cases))
			t.Logf("%d of %d cases agree: %.1f percent", right, len(cases), share)
			for _, reason := range []string{"missed", "not theirs", "other span", "other value"} {
				t.Logf("%s: %d\n  %s", reason, len(left[reason]), strings.Join(left[reason], "\n  "))
			}
			if share < c.want {
				t.Errorf("%.1f percent agree, want %.0f", share, c.want)
			}
		})
	}
}

// judge is the reason why a case does not agree, and a line that shows it.
func (c *recognizersCase) judge(t *testing.T, lang extract.Lang) (reason, line string) {
	d := &extract.Doc{Text: c.Input, Lang: lang}
	if len(c.Context.ReferenceDateTime) >= 10 {
		var err error
		if d.Published, err = extract.ParseDay(c.Context.ReferenceDateTime[:10]); err != nil {
			t.Fatal(err)
		}
	}
	if err := (Stage{}).Apply(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	got := extract.Resolve(d.Mentions)
	var have []string
	for _, m := range got {
		have = append(have, "["+m.In(d.Text)+"]="+m.Value.(*extract.Date).Value)
	}
	line = c.Input + " | " + strings.Join(have, " ") + " | "
	for _, r := range c.Results {
		line += "[" + r.Text + "]=" + r.Resolution.Values[0].Timex + " "
	}
	switch {
	case len(got) < len(c.Results):
		return "missed", line
	case len(got) > len(c.Results):
		return "not theirs", line
	}
	for i, r := range c.Results {
		if core(got[i].In(d.Text)) != core(r.Text) {
			return "other span", line
		}
		if !sameValue(got[i].Value.(*extract.Date), r.Resolution.Values, d.Published) {
			return "other value", line
		}
	}
	return "", ""
}

var (
	lead  = regexp.MustCompile(`^(?:(?:the|a|an|from|between|before|after|since|until|till|by|on|in|at|of|for|during|around|about|circa|within|than|greater|less|more|later|no|as late as|as early as|any time|starting|beginning|year|begining)\s+|还剩|从|在|自|截止到|截至|大约|包括|于)+`)
	trail = regexp.MustCompile(`(?:\s+(?:or later|and later|or after|and after|later|in)|及以后|及以前|或之前|或之后|以前|之前|以后|之后|之间|开始|起|间)+$`)
	gaps  = regexp.MustCompile(`\s+`)
)

// core is a span without what the guide keeps out of it.
func core(s string) string {
	s = gaps.ReplaceAllString(strings.ToLower(strings.ReplaceAll(s, "，", ",")), " ")
	return strings.TrimSuffix(trail.ReplaceAllString(lead.ReplaceAllString(s, ""), ""), ".")
}

// sameAhead reports whether the moment lies our length after the reference.
func sameAhead(length, moment string, ref extract.Day) bool {
	m := regexp.MustCompile(`^P(T?)(\d+)([YMWDH])$`).FindStringSubmatch(length)
	if m == nil || len(moment) < 10 {
		return false
	}
	n, _ := strconv.Atoi(m[2])
	if m[1] == "T" {
		return strings.HasPrefix(moment, ref.String())
	}
	u := map[string]unit{"Y": year, "M": month, "W": week, "D": day}[m[3]]
	return shift(ref, n, u).String() == moment[:10]
}

var (
	dayPart = regexp.MustCompile(`T(MO|AF|EV|NI|DT|MI|MEL|MED|MEB|NT)$`)
	seconds = regexp.MustCompile(`(T\d\d:\d\d):\d\d$`)
	hours   = regexp.MustCompile(`T(\d\d?)$`)
	openDay = regexp.MustCompile(`^XXXX-WXX-(\d)`)
)

func sameValue(ours *extract.Date, theirs []timex, ref extract.Day) bool {
	x := theirs[0].Timex
	switch {
	case theirs[0].Type == "set":
		return ours.Value == setValue(x)
	case theirs[0].Type == "duration":
		return sameLength(ours.Value, x)
	case strings.HasPrefix(x, "("):
		parts := strings.Split(strings.Trim(x, "()"), ",")
		if ours.Kind == extract.DateDuration {
			return sameLength(ours.Value, parts[2])
		}
		if a, b, ok := strings.Cut(ours.Value, "/"); ok && (fits(a, parts[0]) || begins(a, parts[0])) && (fits(b, parts[1]) || begins(b, parts[1])) {
			return true
		}
	case ours.Kind == extract.DateDuration:
		return sameAhead(ours.Value, theirs[0].Value, ref)
	case strings.HasPrefix(x, "FY"), strings.HasPrefix(x, "SY"):
		return ours.Value == x[2:]
	case fits(ours.Value, x):
		return true
	case x[0] == 'T' && dayPart.MatchString(x):
		return ours.First == ref
	case len(x) == 2 && strings.Contains("SP SU FA WI", x):
		return strings.Contains(ours.Value, "/")
	}
	if m := openDay.FindStringSubmatch(x); m != nil && !ours.First.IsZero() {
		clock := strings.TrimPrefix(fold17(dayPart.ReplaceAllString(x, "")), m[0])
		return isoWeekday(ours.First) == int(m[1][0]-'0') && strings.HasSuffix(ours.Value, clock)
	}
	return sameDays(ours, theirs)
}

// sameDays compares the days covered with any of the readings; their end is exclusive.
func sameDays(ours *extract.Date, theirs []timex) bool {
	for _, v := range theirs {
		if len(v.Start) < 10 || len(v.End) < 10 || ours.First.IsZero() {
			continue
		}
		end, err := extract.ParseDay(v.End[:10])
		if err == nil && ours.First.String() == v.Start[:10] && (ours.Last == end.AddDays(-1) || ours.Last == end) {
			return true
		}
	}
	return false
}

// begins reports whether the day is the first of our value.
func begins(ours, day string) bool {
	first, _, ok := Interval(ours)
	return ok && first.String() == day
}

func fold17(x string) string {
	return hours.ReplaceAllStringFunc(seconds.ReplaceAllString(x, "$1"), func(h string) string {
		return "T" + pad(int(h[1]-'0'), 1) + h[2:] + ":00"
	})
}

// fits reports whether our value has the fields that theirs states. Ours may
// be coarser: 2014 for 2014-01-01.
func fits(ours, theirs string) bool {
	theirs = fold17(dayPart.ReplaceAllString(theirs, ""))
	if len(theirs) == 5 && theirs[0] == 'T' {
		theirs = "T0" + theirs[1:]
	}
	if len(ours) > len(theirs) || ours == "" || len(ours) < 4 {
		return false
	}
	for i := range len(ours) {
		if theirs[i] != 'X' && theirs[i] != ours[i] {
			return false
		}
	}
	return len(ours) == len(theirs) || theirs[len(ours)] == '-'
}

func setValue(x string) string {
	switch {
	case strings.HasPrefix(x, "P"):
		return "R/" + strings.NewReplacer("WD", "D", "WE", "W", "P0.5Y", "P6M", "P1BD", "P1D").Replace(x)
	case strings.HasPrefix(x, "XXXX-WXX"):
		return "R/P1W"
	case strings.HasPrefix(x, "XXXX-XX"):
		return "R/P1M"
	case strings.HasPrefix(x, "XXXX"):
		return "R/P1Y"
	}
	return "R/P1D"
}

func sameLength(ours, theirs string) bool {
	norm := strings.NewReplacer("P0.5Y", "P6M", "PT0.5H", "PT30M", "BD", "D", "WE", "W")
	a, b := norm.Replace(ours), norm.Replace(theirs)
	return a == b || a == "P2W" && b == "P14D"
}
