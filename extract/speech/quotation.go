package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// quotation is a stretch between quotation marks.
type quotation struct {
	outer, inner extract.Span // with and without the marks
	paragraph    int
	speaker      *attribution // who says it, once known
	rule         string
}

// lookahead is the number of paragraphs after its opening mark in which a
// quotation must close.
const lookahead = 12

// pairMarks finds the quotations of the text. A mark that is never closed
// opens nothing, unless the next paragraph opens again, which is how English
// prose carries one speech over several paragraphs.
func (r *reader) pairMarks() {
	for p := 0; p < len(r.paragraphs); p++ {
		para := r.paragraphs[p]
		open := -1
		for at := para.Start; at < para.End; {
			c, size := utf8.DecodeRuneInString(r.text[at:])
			if side := r.side(c, at, size, para, open >= 0); side == opens {
				open = at
			} else if side == closes && open >= 0 {
				r.addQuotation(open, at, at+size, p)
				open = -1
			}
			at += size
		}
		if open >= 0 {
			p = r.carryOver(open, p)
		}
	}
}

type side int

const (
	neither side = iota
	opens
	closes
)

// side tells an opening mark from a closing one. Scraped text sets either
// curly mark on either side, so the neighbours decide when they can.
func (r *reader) side(c rune, at, size int, para extract.Span, open bool) side {
	switch c {
	case '「', '«':
		return opens
	case '」', '»':
		return closes
	case '“', '”', '"', '＂':
	default:
		return neither
	}
	if c == '“' && !open {
		return opens
	}
	if c == '”' {
		return closes
	}
	before, _ := utf8.DecodeLastRuneInString(r.text[para.Start:at])
	after, _ := utf8.DecodeRuneInString(r.text[at+size : para.End])
	tightLeft := at > para.Start && !unicode.IsSpace(before)
	tightRight := at+size < para.End && !unicode.IsSpace(after)
	if c == '“' { // within an open quotation: nested, or a closing mark turned round
		if tightRight {
			return neither
		}
		return closes
	}
	switch {
	case open && (tightLeft || !tightRight):
		return closes
	case !open && tightRight:
		return opens
	case open:
		return closes
	}
	return neither
}

func (r *reader) addQuotation(open, shut, end, paragraph int) {
	_, size := utf8.DecodeRuneInString(r.text[open:])
	inner := trim(r.text, extract.Span{Start: open + size, End: shut})
	if inner.Len() > 0 {
		r.quotations = append(r.quotations, quotation{outer: extract.Span{Start: open, End: end}, inner: inner, paragraph: paragraph})
	}
}

// carryOver ends a quotation left open at the end of paragraph p and returns
// the last paragraph that it has used up.
func (r *reader) carryOver(open, p int) int {
	for q := p + 1; q < len(r.paragraphs) && q <= p+lookahead; q++ {
		line := r.paragraphs[q].In(r.text)
		i := strings.IndexAny(line, `“”"「」`)
		if i < 0 {
			continue
		}
		c, size := utf8.DecodeRuneInString(line[i:])
		at := r.paragraphs[q].Start + i
		switch {
		case c == '”' || c == '」' || c == '"' && i > 0:
			r.addQuotation(open, at, at+size, p)
			return r.afterClose(at+size, q)
		case i == 0 && q == p+1: // opens again: one speech, a quotation a paragraph
			r.addQuotation(open, r.paragraphs[p].End, r.paragraphs[p].End, p)
		}
		return p
	}
	return p
}

// afterClose pairs what is left of paragraph q after a closing mark.
func (r *reader) afterClose(at, q int) int {
	rest := extract.Span{Start: at, End: r.paragraphs[q].End}
	open := -1
	for at < rest.End {
		c, size := utf8.DecodeRuneInString(r.text[at:])
		if s := r.side(c, at, size, rest, open >= 0); s == opens {
			open = at
		} else if s == closes && open >= 0 {
			r.addQuotation(open, at, at+size, q)
			open = -1
		}
		at += size
	}
	return q
}

// sentenceLike reports whether a quotation is speech rather than a word set
// in marks: long enough, or ended as sentences end.
func (r *reader) sentenceLike(q *quotation) bool {
	in := q.inner.In(r.text)
	last, _ := utf8.DecodeLastRuneInString(in)
	ended := strings.ContainsRune(".!?,。！？，…；", last)
	if r.chinese {
		n := utf8.RuneCountInString(in)
		return n >= 14 || ended && n >= 5
	}
	n := strings.Count(in, " ") + 1
	return n >= 7 || ended && n >= 3
}

// trim drops white space from both ends of a span.
func trim(text string, s extract.Span) extract.Span {
	in := s.In(text)
	s.Start += len(in) - len(strings.TrimLeftFunc(in, unicode.IsSpace))
	if s.Start >= s.End {
		return extract.Span{Start: s.End, End: s.End}
	}
	s.End = s.Start + len(strings.TrimRightFunc(s.In(text), unicode.IsSpace))
	return s
}

// trimClause drops white space, closing punctuation and commas from the ends
// of indirect speech.
func trimClause(text string, s extract.Span) extract.Span {
	in := strings.TrimLeft(s.In(text), " \t\u00a0\u3000,，:：;；")
	s.Start = s.End - len(in)
	s.End = s.Start + len(strings.TrimRight(in, " \t\n\r\u00a0\u3000.,，。;；:：!！?？"))
	return s
}
