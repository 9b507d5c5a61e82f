package figure

import (
	"strconv"
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// interval is a comparison or range with its ends; an end that is not said is
// empty.
type interval struct {
	span      extract.Span
	low, high string
	open      bool // the lower end is left out
	shut      bool // the upper end is taken in
}

func (v interval) wanted() wanted {
	left, right := "[", ")"
	if v.open || v.low == "" {
		left = "("
	}
	if v.shut {
		right = "]"
	}
	return wanted{v.span, left + v.low + "," + v.high + right, ""}
}

// intervals gives the comparisons and ranges as intervals. Two comparisons with
// only "and" between them make one.
func intervals(text string, lang extract.Lang) []wanted {
	var found []interval
	for _, r := range scan(&extract.Doc{Text: text, Lang: lang}, nil) {
		v, ok := intervalOf(text, &r)
		if !ok {
			continue
		}
		if n := len(found); n > 0 && joined(text[found[n-1].span.End:v.span.Start]) {
			last := &found[n-1]
			if last.high == "" && v.low == "" && !reversed(last.low, v.high) {
				last.high, last.shut, last.span.End = v.high, v.shut, v.span.End
				continue
			}
			if last.low == "" && v.high == "" && !reversed(v.low, last.high) {
				last.low, last.open, last.span.End = v.low, v.open, v.span.End
				continue
			}
		}
		found = append(found, v)
	}
	var out []wanted
	for _, v := range found {
		out = append(out, v.wanted())
	}
	return out
}

func reversed(low, high string) bool {
	a, _ := strconv.ParseFloat(low, 64)
	b, _ := strconv.ParseFloat(high, 64)
	return a >= b
}

func joined(gap string) bool {
	switch strings.TrimSpace(gap) {
	case "", "and", "but", "and is", ",", ", and", "并", "且", "的同时", "而", "，", "并且", "但":
		return true
	}
	return false
}

func intervalOf(text string, r *reading) (interval, bool) {
	v := interval{span: extract.Span{Start: r.outer.Start, End: r.num.End}, low: r.low.Decimal().String()}
	if r.outer.End > r.span.End {
		v.span.End = r.outer.End
	}
	front := strings.TrimSpace(strings.ToLower(text[r.outer.Start:r.span.Start]))
	if r.isRange || englishWords().before[front] == "~" || chineseWords().before[front] == "~" { // about 20 or more: about is no bound
		v.span.Start = r.num.Start
	}
	equal := ""
	for _, w := range []string{"equals ", "equal to ", "Equaling to ", "等于"} {
		if strings.HasSuffix(text[:r.num.Start], w) && !strings.HasSuffix(text[:r.num.Start], "于等于") {
			equal = w
		}
	}
	if equal != "" && r.outer.End > r.span.End { // equal to 20 or more than
		v.span.Start = r.num.Start - len(equal)
	}
	switch {
	case r.isRange:
		v.high = r.high.Decimal().String()
		for _, w := range []string{"between ", "from ", "位于"} {
			if strings.HasSuffix(text[:v.span.Start], w) {
				v.span.Start -= len(w)
			}
		}
		if strings.HasPrefix(text[v.span.End:], "之间") {
			v.span.End += len("之间")
		}
	case equal != "" && r.cmp == "":
		v.high, v.shut = v.low, true
		v.span = extract.Span{Start: r.num.Start - len(equal), End: r.num.End}
	case r.cmp == ">":
		v.open = true
	case r.cmp == ">=":
	case r.cmp == "<":
		v.low, v.high = "", v.low
	case r.cmp == "<=":
		v.low, v.high, v.shut = "", v.low, true
	default:
		return v, false
	}
	return v, true
}
