package clean

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/smelt-ie/smelt/extract"
)

// A day as pages write it, with its clock time if there is one.
var (
	numericDay = regexp.MustCompile(`\b((?:19|20)\d\d)\s?([-/.年])\s?(\d{1,2})\s?([-/.月])\s?(\d{1,2})(?:\s?[日号]|\b|T)`)
	monthFirst = regexp.MustCompile(`(?i)\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)((?:19|20)\d\d)\b`)
	dayFirst   = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?,?[\s-]+((?:19|20)\d\d)\b`)
	weekday    = regexp.MustCompile(`(?i)\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b|星期[一二三四五六日天]|周[一二三四五六日]`)
	clockTime  = regexp.MustCompile(`(?i)T?\b[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?(?:\.\d+)?\s?(?:[ap]\.?m\.?)?(?:\s?(?:Z|[+-]\d\d:?\d\d|GMT|UTC|EST|EDT|CST|PST|BST|ET|PT))?`)
)

// found is a full calendar day in a stretch of text.
type found struct {
	day extract.Day
	at  extract.Span
}

// findDay finds the first full day (year, month, day) of a text.
func findDay(text string) (found, bool) {
	var first found
	ok := false
	take := func(d extract.Day, start, end int) {
		if d.Valid() && (!ok || start < first.at.Start) {
			first, ok = found{d, extract.Span{Start: start, End: end}}, true
		}
	}
	if !strings.Contains(text, "20") && !strings.Contains(text, "19") {
		return first, false
	}
	for _, m := range numericDay.FindAllStringSubmatchIndex(text, 4) {
		if text[m[4]:m[5]] == text[m[8]:m[9]] || text[m[4]:m[5]] == "年" && text[m[8]:m[9]] == "月" {
			take(dayOf(text[m[2]:m[3]], text[m[6]:m[7]], text[m[10]:m[11]]), m[0], m[1])
		}
	}
	if m := monthFirst.FindStringSubmatchIndex(text); m != nil {
		take(dayOf(text[m[6]:m[7]], text[m[2]:m[3]], text[m[4]:m[5]]), m[0], m[1])
	}
	if m := dayFirst.FindStringSubmatchIndex(text); m != nil {
		take(dayOf(text[m[6]:m[7]], text[m[4]:m[5]], text[m[2]:m[3]]), m[0], m[1])
	}
	return first, ok
}

// months names the months by their first three letters.
const months = "janfebmaraprmayjunjulaugsepoctnovdec"

func dayOf(year, month, day string) extract.Day {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(day)
	m, err := strconv.Atoi(month)
	if err != nil {
		m = strings.Index(months, strings.ToLower(month[:3]))/3 + 1
	}
	return extract.Day{Year: y, Month: time.Month(m), Day: d}
}

// dayOfURL reads a publication day out of an address:
// /2024/05/06/, /202405/t20240506_123.html, /2024-05/06/content_1.htm.
func dayOfURL(url string) (extract.Day, bool) {
	if _, after, ok := strings.Cut(url, "://"); ok {
		url = after
	}
	_, path, _ := strings.Cut(url, "/")
	for _, re := range []*regexp.Regexp{urlDay, urlTight} {
		if m := re.FindStringSubmatch(path); m != nil {
			if d := dayOf(m[1], m[2], m[3]); d.Valid() {
				return d, true
			}
		}
	}
	return extract.Day{}, false
}

var (
	urlDay   = regexp.MustCompile(`(?:^|/|_|-)((?:19|20)\d\d)[-/_]?(\d{1,2})[-/_](\d{1,2})(?:/|_|-|\.|$)`)
	urlTight = regexp.MustCompile(`(?:^|/|_|-|t|[a-z])((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:/|_|-|\.|\d{0,6}(?:\.|_|/|$))`)
)
