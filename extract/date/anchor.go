package date

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// anchorIn is the best date that the text of an article gives when its page
// gave none: a time stamp or dateline near the beginning, a date line at the
// end, else the latest full date. The first two are credible enough to become
// the publication date.
func anchorIn(d *extract.Doc, found []expr) extract.Day {
	text := d.Text
	var stamp, latest extract.Day
	for i := range found {
		e := &found[i]
		day, ok := fullDate(e)
		if !ok {
			continue
		}
		if latest.Compare(day) < 0 {
			latest = day
		}
		credible := e.Start < 400 && (e.from.clock || dateline(text, e)) || e.End > len(text)-200 && ownLine(text, e)
		if credible && stamp.IsZero() {
			stamp = day
		}
	}
	if !stamp.IsZero() {
		d.Published, d.PublishedFrom = stamp, extract.PublishedText
		return stamp
	}
	return latest
}

// fullDate is the day of an expression that names year, month and day itself.
func fullDate(e *expr) (extract.Day, bool) {
	w := e.from
	if e.kind != isPoint || w.grain > day || w.year.how != absolute || w.month.how != absolute || w.day.how != absolute {
		return extract.Day{}, false
	}
	v := extract.Day{Year: w.year.n, Month: monthOf(w.month.n), Day: w.day.n}
	return v, v.Valid() && v.Year >= 1990 && v.Year <= 2100
}

// dateline reports whether the expression stands in the head of a report:
// "BEIJING, July 26, 2020 (Xinhua)", 新华社北京2020年7月26日电.
func dateline(text string, e *expr) bool {
	after := strings.TrimLeft(text[e.End:min(len(text), e.End+12)], " ")
	for _, mark := range []string{"(", "（", "电", "讯", "--", "–", "—"} {
		if strings.HasPrefix(after, mark) {
			return true
		}
	}
	return ownLine(text, e)
}

// ownLine reports whether the expression is all of its line, or ends a short one.
func ownLine(text string, e *expr) bool {
	const line = 60
	from, to := max(0, e.Start-line), min(len(text), e.End+line)
	start, end := from, to
	if i := strings.LastIndexByte(text[from:e.Start], '\n'); i >= 0 {
		start = from + i + 1
	}
	if i := strings.IndexByte(text[e.End:to], '\n'); i >= 0 {
		end = e.End + i
	}
	return end-start < line && (e.Start-start < 25 || end-e.End < 4)
}
