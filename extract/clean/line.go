package clean

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line or block of a page with what can be told from it alone.
type line struct {
	text   string // without space at its ends; never empty
	han    int    // Chinese characters
	words  int    // words of other scripts
	short  bool   // at most 24 words or 60 Chinese characters
	ended  bool   // ends the way a sentence does
	prose  bool   // running text
	marks  mark   // separators and the like that occur in it
	reason string // why it is not part of the article; "" when nothing speaks against it
}

// Limits of a short line, in words, in Chinese characters and in bytes.
const shortWords, shortHan, maxShort = 24, 60, 600

// newLine measures a line and looks for signs that it is boilerplate.
func newLine(text string) line {
	l := line{text: text}
	l.measure()
	l.short = len(text) <= maxShort && l.words+l.han*shortWords/shortHan <= shortWords
	l.ended = ended(text)
	switch {
	case l.han > l.words:
		l.prose = l.ended && l.han >= 12 || l.han >= 40 && strings.ContainsAny(text, "，。；")
	default:
		l.prose = l.ended && l.words >= 8 || l.words > shortWords
	}
	if r := known().match(&l); r != "" {
		l.reason = r
	} else if l.short {
		l.reason = l.shape()
	}
	return l
}

// mark is a set of characters that matter to the shape of a line.
type mark uint8

const (
	pipes  mark = 1 << iota // | ｜ 丨
	dots                    // · •
	arrows                  // > » › ＞ → and their mirror images
	digits
	gaps // a tab, a wide space or two spaces
	colons
)

// asciiMarks are the marks of single bytes.
var asciiMarks = [128]mark{'|': pipes, '>': arrows, '<': arrows, '\t': gaps, ':': colons, '0': digits, '1': digits, '2': digits, '3': digits,
	'4': digits, '5': digits, '6': digits, '7': digits, '8': digits, '9': digits}

func markOf(r rune) mark {
	switch r {
	case '｜', '丨':
		return pipes
	case '·', '•':
		return dots
	case '»', '›', '＞', '→', '«', '‹':
		return arrows
	case '\u3000', '\u00a0':
		return gaps
	case '：':
		return colons
	}
	return 0
}

func (l *line) measure() {
	inWord := false
	for i := 0; i < len(l.text); {
		c := l.text[i]
		if c < utf8.RuneSelf {
			l.marks |= asciiMarks[c]
			if c == ' ' && i > 0 && l.text[i-1] == ' ' {
				l.marks |= gaps
			}
			letter := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
			if letter && !inWord {
				l.words++
			}
			inWord = letter || inWord && (c == '\'' || c == '-' || c == '.' || c == ',')
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(l.text[i:])
		i += n
		switch {
		case r >= firstHan && r <= lastHan:
			l.han++
			inWord = false
		case unicode.IsLetter(r):
			if !inWord {
				l.words++
			}
			inWord = true
		default:
			inWord = inWord && r == '’'
			l.marks |= markOf(r)
		}
	}
}

// ended reports whether a line ends with a sentence mark, closing quotation
// marks and brackets aside.
func ended(text string) bool {
	text = strings.TrimRight(text, "\"'”’」』）)】] ")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?。！？…；", r)
}

// shape looks at what short lines are made of: separators, page numbers, rows
// of links.
func (l *line) shape() string {
	switch {
	case l.words+l.han == 0:
		if l.marks&(digits|arrows) != 0 {
			return "pager"
		}
		return "separator"
	case l.marks&(digits|arrows) != 0 && l.han == 0 && strings.Trim(l.text, "0123456789<>«»‹›|/. …·[]():") == "":
		return "pager"
	case l.words+l.han <= 8 && idleWords(l.text):
		return "share row"
	case strings.HasPrefix(l.text, "http") && !strings.ContainsAny(l.text, " \u3000"):
		return "link row"
	case l.ended:
		return ""
	case l.marks&pipes != 0 && pieces(l.text, "|｜丨") >= 3 || l.marks&dots != 0 && pieces(l.text, "·•") >= 4:
		return "link row"
	case l.marks&arrows != 0 && pieces(l.text, ">»›＞→") >= 3:
		return "breadcrumb"
	case l.marks&gaps != 0 && columns(l.text) >= 4:
		return "link row"
	}
	return ""
}

// pieces counts the non-empty, label-like parts of a line between separators;
// 0 when one is too long to be a label.
func pieces(text, separators string) int {
	n := 0
	for p := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if len(p) > 60 {
			return 0
		}
		n++
	}
	return n
}

var wideGaps = strings.NewReplacer("\t", "  ", "\u3000", "  ", "\u00a0", " ")

// columns counts the parts of a line that wide gaps or tabs set apart; 0 when
// one of them is no short label.
func columns(text string) int {
	n := 0
	for p := range strings.SplitSeq(wideGaps.Replace(text), "  ") {
		if p = strings.TrimSpace(p); p == "" {
			continue
		}
		if len(p) > 24 || strings.ContainsAny(p, ",.，。；;") {
			return 0
		}
		n++
	}
	return n
}
