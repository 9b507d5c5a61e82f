package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// maxSpaces is how many spaces may stand within a Chinese number that was typed
// apart: 百 分 之 三.
const maxSpaces = 3

// tight is a text without the spaces inside its numbers, with the way back.
type tight struct {
	text string
	cuts []cut
}

// cut is a place of the tight text where spaces were taken out.
type cut struct {
	at   int // offset in the tight text
	gone int // bytes taken out up to there
}

// tighten takes the spaces out that stand between two characters of a number.
func tighten(text string) tight {
	var out strings.Builder
	var cuts []cut
	kept := 0 // text[kept:] is not copied yet
	for i := strings.IndexByte(text, ' '); i >= 0 && i < len(text); {
		end := i
		for end < len(text) && text[end] == ' ' {
			end++
		}
		if end-i <= maxSpaces && spacedNumber(text, i, end) {
			if cuts == nil {
				out.Grow(len(text))
			}
			out.WriteString(text[kept:i])
			kept = end
			cuts = append(cuts, cut{out.Len(), end - out.Len()})
		}
		next := strings.IndexByte(text[end:], ' ')
		if next < 0 {
			break
		}
		i = end + next
	}
	if cuts == nil {
		return tight{text: text}
	}
	out.WriteString(text[kept:])
	return tight{out.String(), cuts}
}

// spacedNumber reports whether the spaces from i to end stand within a number.
func spacedNumber(text string, i, end int) bool {
	left, _ := utf8.DecodeLastRuneInString(text[:i])
	right, _ := utf8.DecodeRuneInString(text[end:])
	l, r := numberPart(left), numberPart(right)
	if left == '之' && (right == '负' || right == '負') {
		return true
	}
	if l == noPart || r == noPart || l == digitPart && r == digitPart {
		return false
	}
	return !(l == digitPart && strings.ContainsRune(hanDigits, right) || r == digitPart && strings.ContainsRune(hanDigits, left)) // two numbers, or a dash
}

// hanDigits never stand beside digits of the other kind within one number.
const hanDigits = "一二三四五六七八九壹贰叁肆伍陆柒捌玖"

type part uint8

const (
	noPart part = iota
	digitPart
	hanPart
)

func numberPart(c rune) part {
	switch {
	case c >= '0' && c <= '9', c >= '０' && c <= '９':
		return digitPart
	case strings.ContainsRune("一二三四五六七八九十百千万亿零〇两几多余半点分之个折成又%％壹贰叁肆伍陆柒捌玖拾佰仟", c):
		return hanPart
	}
	return noPart
}

// full is a span of the full text.
func (t tight) full(s extract.Span) extract.Span {
	if s.Len() <= 0 {
		return s
	}
	return extract.Span{Start: s.Start + t.goneBefore(s.Start), End: s.End + t.goneBefore(s.End-1)}
}

func (t tight) goneBefore(at int) int {
	i, found := slices.BinarySearchFunc(t.cuts, at, func(c cut, at int) int { return c.at - at })
	if !found {
		i--
	}
	if i < 0 {
		return 0
	}
	return t.cuts[i].gone
}

// shrink is a span of the full text in the tight one.
func (t tight) shrink(s extract.Span) extract.Span {
	return extract.Span{Start: t.find(s.Start), End: t.find(s.End)}
}

func (t tight) find(full int) int {
	i, found := slices.BinarySearchFunc(t.cuts, full, func(c cut, full int) int { return c.at + c.gone - full })
	if !found {
		i--
	}
	if i < 0 {
		return full
	}
	return full - t.cuts[i].gone
}

// loosen turns the spans of a reading into spans of the full text.
func (t tight) loosen(r *reading) {
	if t.cuts == nil {
		return
	}
	for _, s := range []*extract.Span{&r.span, &r.num, &r.outer, &r.head, &r.item, &r.of} {
		*s = t.full(*s)
	}
}
