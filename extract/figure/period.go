package figure

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// Period gives every figure the days it holds for, taken from the date of its
// clause. It runs after the mentions are resolved.
type Period struct{}

// Name implements the stage contract.
func (Period) Name() string { return "period" }

// Apply sets First and Last of the figures. A figure takes a date of its own
// sentence: the nearest one of its clause, else the nearest before it, else
// the first after it. A date that something is compared with (than in 2019,
// 比上年) dates nothing. A figure whose sentence has no such date stays without.
func (Period) Apply(_ context.Context, d *extract.Doc) error {
	dates := placed(d)
	if len(dates) == 0 {
		return nil
	}
	for i := range d.Mentions {
		f, ok := d.Mentions[i].Value.(*extract.Figure)
		if !ok {
			continue
		}
		if v := dateOf(d, dates, d.Mentions[i].Span); v != nil {
			f.First, f.Last = v.First, v.Last
		}
	}
	return nil
}

// dated is a date mention that covers days.
type datedSpan struct {
	extract.Span
	value *extract.Date
}

// placed lists the dates that can date a figure, by start.
func placed(d *extract.Doc) []datedSpan {
	var out []datedSpan
	changes := map[int]bool{} // ends of the sizes of changes
	for i := range d.Mentions {
		if f, ok := d.Mentions[i].Value.(*extract.Figure); ok && f.Change != "" {
			changes[d.Mentions[i].End] = true
		}
	}
	for i := range d.Mentions {
		v, ok := d.Mentions[i].Value.(*extract.Date)
		if !ok || v.First.IsZero() || v.Kind == extract.DateDuration || v.Kind == extract.DateFrequency || compared(d, d.Mentions[i].Span) || changedFrom(d, d.Mentions[i].Span, changes) {
			continue
		}
		out = append(out, datedSpan{d.Mentions[i].Span, v})
	}
	slices.SortStableFunc(out, func(a, b datedSpan) int { return a.Start - b.Start })
	return out
}

// compared reports whether a date only says what something is measured against.
func compared(d *extract.Doc, s extract.Span) bool {
	text := d.Read()
	before := strings.TrimSuffix(text[max(0, s.Start-24):s.Start], " ")
	if d.Lang.Chinese() {
		for _, w := range [...]string{"比", "较", "相比", "同", "与", "对比"} {
			if strings.HasSuffix(before, w) {
				return true
			}
		}
		return strings.HasPrefix(text[s.End:], "同期") || strings.HasPrefix(text[s.End:], "相比")
	}
	before = strings.TrimSuffix(strings.ToLower(before), " the")
	before = strings.TrimSuffix(before, " in")
	for _, w := range [...]string{" than", " over", " compared with", " compared to", " versus", " against", " same period of", " same period in", " comparison with", " same period"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}

// maxChanged bounds, in bytes, what may stand between the size of a change and
// what it starts from: a 5 percent increase from last year.
const maxChanged = 24

// changedFrom reports whether a date only says what a change starts from: up 4
// percent from 2018.
func changedFrom(d *extract.Doc, s extract.Span, changes map[int]bool) bool {
	text := d.Read()
	before := text[:s.Start]
	if !strings.HasSuffix(before, " from ") && !strings.HasSuffix(before, " from the ") {
		return false
	}
	from := strings.LastIndex(before, " from ")
	for at := from; at >= 0 && at > from-maxChanged && text[at] != ',' && text[at] != ';' && text[at] != '\n'; at-- {
		if changes[at] {
			return true
		}
	}
	return false
}

// dateOf picks the date of a figure, nil for none.
func dateOf(d *extract.Doc, dates []datedSpan, figure extract.Span) *extract.Date {
	text := d.Read()
	sentence := sentenceOf(d, figure.Start)
	at, _ := slices.BinarySearchFunc(dates, figure.Start, func(a datedSpan, at int) int { return a.Start - at })
	var before, after *datedSpan
	if at > 0 && dates[at-1].Start >= sentence.Start {
		before = &dates[at-1]
	}
	if at < len(dates) && dates[at].Start < sentence.End {
		after = &dates[at]
	}
	switch {
	case before == nil && after == nil:
		return nil
	case before == nil:
		return after.value
	case after == nil:
		return before.value
	}
	if breaks(text[before.End:figure.Start]) > 0 && after.Start >= figure.End && breaks(text[figure.End:after.Start]) == 0 && !d.Lang.Chinese() {
		return after.value // "…, 5 percent in 2020"
	}
	return before.value
}

// breaks counts the marks that part clauses.
func breaks(s string) int {
	n := 0
	for i, c := range s {
		switch c {
		case ';', '；', '，':
			n++
		case ',':
			if i+1 < len(s) && s[i+1] == ' ' {
				n++
			}
		}
	}
	return n
}

// sentenceOf is the sentence around an offset; without sentences in the
// document, the stretch up to the marks that end one.
func sentenceOf(d *extract.Doc, at int) extract.Span {
	i, found := slices.BinarySearchFunc(d.Sentences, at, func(s extract.Span, at int) int { return s.Start - at })
	if !found {
		i--
	}
	if i >= 0 && i < len(d.Sentences) && d.Sentences[i].End > at {
		return d.Sentences[i]
	}
	text := d.Read()
	return extract.Span{Start: lastStop(text[:at]), End: at + firstStop(text[at:])}
}

// maxSentence bounds how far a sentence is looked for.
const maxSentence = 2000

func lastStop(s string) int {
	low := max(0, len(s)-maxSentence)
	for i := len(s); i > low; {
		c, size := utf8.DecodeLastRuneInString(s[:i])
		if stops(c, s, i) {
			return i
		}
		i -= size
	}
	return low
}

func firstStop(s string) int {
	for i, c := range s {
		if i > maxSentence || stops(c, s, i+utf8.RuneLen(c)) {
			return i
		}
	}
	return len(s)
}

// stops reports whether the character before the offset ends a sentence.
func stops(c rune, s string, after int) bool {
	switch c {
	case '\n', '。', '！', '？':
		return true
	case '.', '!', '?':
		return after >= len(s) || s[after] == ' ' || s[after] == '\n'
	}
	return false
}
