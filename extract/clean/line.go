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
	reason string // why it is not part of the article; "" when nothing speaks against it
}

// Limits of a short line, in words and in Chinese characters.
const shortWords, shortHan = 24, 60

// newLine measures a line and looks for signs that it is boilerplate.
func newLine(text string) line {
	l := line{text: text}
	l.measure()
	l.short = l.words+l.han*shortWords/shortHan <= shortWords
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

func (l *line) measure() {
	inWord := false
	for i := 0; i < len(l.text); {
		c := l.text[i]
		if c < utf8.RuneSelf {
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
	case l.han == 0 && strings.ContainsAny(l.text, "0123456789<>«»‹›") && strings.Trim(l.text, "0123456789<>«»‹›|/. …·[]()") == "":
		return "pager"
	case l.words+l.han == 0:
		return "separator"
	case strings.HasPrefix(l.text, "http") && !strings.ContainsAny(l.text, " \u3000"):
		return "link row"
	case l.ended:
		return ""
	case pieces(l.text, "|｜丨") >= 3 || pieces(l.text, "·•") >= 4:
		return "link row"
	case pieces(l.text, ">»›＞→") >= 3:
		return "breadcrumb"
	case columns(l.text) >= 4:
		return "link row"
	}
	return ""
}

// pieces counts the non-empty, label-like parts of a line between separators;
// 0 when one is too long to be a label.
func pieces(text, separators string) int {
	if !strings.ContainsAny(text, separators) {
		return 0
	}
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

// columns counts the parts of a line that wide gaps or tabs set apart; 0 when
// one of them is no short label.
func columns(text string) int {
	n := 0
	for p := range strings.SplitSeq(strings.NewReplacer("\t", "  ", "\u3000", "  ", "\u00a0", " ").Replace(text), "  ") {
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
