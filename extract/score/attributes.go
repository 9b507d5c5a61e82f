package score

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
)

// attributes compares what a prediction says with its labelled mention.
func (a *article) attributes(l extract.Label, g, m record.Mention) Counts {
	var c Counts
	switch l {
	case extract.LabelDate:
		count(&c.Value, dateValue(g.Value) == dateValue(m.Value))
		count(&c.ValueDay, dateValue(dayOf(g.Value)) == dateValue(dayOf(m.Value)))
		if c.Value == 0 {
			a.fail("date value", fmt.Sprintf("%q gold %s pred %s", a.in(g), g.Value, m.Value))
		}
	case extract.LabelFigure:
		value := sameNumber(g.Value, m.Value) && sameNumber(g.Value2, m.Value2)
		valueUnit := value && unit(g.Unit) == unit(m.Unit)
		count(&c.Value, value)
		count(&c.ValueUnit, valueUnit)
		count(&c.ValueUnitCmp, valueUnit && comparison(g.Cmp) == comparison(m.Cmp))
		count(&c.Change, valueUnit && g.Change == m.Change)
		a.figureErrors(g, m, valueUnit)
	case extract.LabelPerson:
		if g.Role == "" {
			break
		}
		c.RoleGold = 1
		gold, pred := strings.ToLower(g.Role), strings.ToLower(m.Role)
		count(&c.Role, pred != "" && (strings.Contains(pred, gold) || strings.Contains(gold, pred)))
		if c.Role == 0 {
			a.fail("person role", fmt.Sprintf("%q gold %q pred %q", a.in(g), g.Role, m.Role))
		}
	}
	return c
}

func (a *article) figureErrors(g, m record.Mention, valueUnit bool) {
	if !valueUnit {
		a.fail("figure value+unit", fmt.Sprintf("%q gold %s %s %s pred %s %s %s", a.in(g), g.Value, g.Value2, g.Unit, m.Value, m.Value2, m.Unit))
		return
	}
	if comparison(g.Cmp) != comparison(m.Cmp) {
		a.fail("figure cmp", fmt.Sprintf("%q gold %s pred %s in …%s…", a.in(g), comparison(g.Cmp), comparison(m.Cmp), a.around(g)))
	}
	if g.Change != m.Change {
		a.fail("figure change", fmt.Sprintf("%q gold %q pred %q in …%s…", a.in(g), g.Change, m.Change, a.around(g)))
	}
}

func count(n *int, right bool) {
	if right {
		*n++
	}
}

var (
	fullSeconds = regexp.MustCompile(`T\d\d:\d\d:00$`)
	wholeDays   = regexp.MustCompile(`^(R/)?P(\d+)D$`)
)

// dateValue folds the spellings of a date value that mean the same: the vague
// past, full minutes with zero seconds, and days that are whole weeks.
func dateValue(v string) string {
	v = strings.ToUpper(strings.TrimSpace(v))
	switch v {
	case "PAST_REF", "PXY", "PXM", "PXD", "PXW":
		return "VAGUE_PAST"
	}
	if fullSeconds.MatchString(v) {
		v = strings.TrimSuffix(v, ":00")
	}
	if m := wholeDays.FindStringSubmatch(v); m != nil {
		if n, err := strconv.Atoi(m[2]); err == nil && n%7 == 0 {
			v = fmt.Sprintf("%sP%dW", m[1], n/7)
		}
	}
	return v
}

func dayOf(v string) string {
	if strings.HasPrefix(v, "P") || strings.HasPrefix(v, "R") {
		return v
	}
	day, _, _ := strings.Cut(v, "T")
	return day
}

// sameNumber allows half a percent, so that rounding is no error.
func sameNumber(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return errX != nil && errY != nil
	}
	return math.Abs(x-y) <= 0.005*max(1e-9, math.Abs(x), math.Abs(y))
}

func unit(u string) string {
	u = strings.ToLower(strings.TrimSpace(u))
	switch u {
	case "", "people", "none", "each":
		return "count"
	case "%":
		return "percent"
	case "fold":
		return "times"
	}
	return u
}

func comparison(c string) string {
	if c == "" {
		return "="
	}
	return c
}

func (a *article) in(m record.Mention) string { return string(a.text[m.Start:m.End]) }

func (a *article) around(m record.Mention) string {
	return strings.ReplaceAll(string(a.text[max(0, m.Start-40):min(len(a.text), m.End+30)]), "\n", "⏎")
}

func (a *article) fail(kind, text string) {
	a.errors = append(a.errors, Error{Kind: kind, Text: text, Record: a.id})
}

func (a *article) context(kind string, m record.Mention) {
	a.fail(kind, fmt.Sprintf("%q in …%s…", a.in(m), a.around(m)))
}

func (a *article) edge(l extract.Label, g, m record.Mention) {
	a.fail(string(l)+" edge", fmt.Sprintf("gold %q pred %q", a.in(g), a.in(m)))
}
