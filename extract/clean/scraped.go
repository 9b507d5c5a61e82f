package clean

import (
	"strings"
	"unicode"

	"github.com/smelt-ie/smelt/extract"
)

// article is a page sorted into what belongs to the article and what does not.
type article struct {
	lines  []line // in page order; reason says why a line is left out
	keep   []bool
	header // what the date line says
	from   extract.PublishedFrom
	title  string
}

// scraped sorts the lines of a text that was scraped off a page.
func scraped(text string) *article {
	a := &article{}
	for s := range strings.Lines(text) {
		if s = strings.TrimFunc(s, blank); s != "" {
			a.lines = append(a.lines, newLine(s))
		}
	}
	a.keep = make([]bool, len(a.lines))
	a.sort("")
	return a
}

// blank reports space of any width, and the marks that show nothing.
func blank(r rune) bool {
	return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u200e' || r == '\u00ad'
}

// sort decides on every line. title is the headline where markup has told it.
func (a *article) sort(title string) {
	start, end := a.body()
	a.title = title
	start = a.head(start, end)
	end = a.tail(start, end)
	for i := range a.lines {
		l := &a.lines[i]
		switch {
		case l.reason != "":
		case i < start:
			l.reason = "before the article"
		case i >= end:
			l.reason = "after the article"
		default:
			a.keep[i] = true
			l.reason = "short line of the article"
			if l.prose {
				l.reason = "running text"
			}
		}
	}
}

// body is the range of lines from the first running text to the last, cut at
// the first list of related links or notice that most of the text precedes.
// Without running text, it is all lines that nothing speaks against.
func (a *article) body() (start, end int) {
	start = -1
	total := 0
	for i, l := range a.lines {
		if l.prose && l.reason == "" {
			total += len(l.text)
			if start < 0 {
				start = i
			}
			end = i + 1
		}
	}
	if start < 0 {
		return a.unproven()
	}
	seen := 0
	for i := start; i < end; i++ {
		l := &a.lines[i]
		if l.prose && l.reason == "" {
			seen += len(l.text)
		}
		if closes(l.reason) && 2*seen >= total {
			return start, i
		}
	}
	return start, end
}

// closes reports whether a decision marks the end of an article.
func closes(reason string) bool {
	switch reason {
	case "related links", "notice", "copyright", "sponsor line", "footer":
		return true
	}
	return false
}

// unproven is the range of a page that has no running text at all.
func (a *article) unproven() (start, end int) {
	start = len(a.lines)
	for i, l := range a.lines {
		if l.reason == "" {
			start, end = min(start, i), i+1
		}
	}
	return min(start, end), end
}

// head looks at the lines before the running text: the date line, the
// headline, and short lines that already belong to the article, such as the
// name of the first speaker. It returns where the article starts.
func (a *article) head(start, end int) int {
	under := -1 // the last line that belongs to the page head
	for i := range start {
		l := &a.lines[i]
		if !a.takeHeader(l) && l.reason == "" && !a.valueBelow(i) {
			continue
		}
		under = i
	}
	headline := a.headline(start, under)
	if headline >= 0 {
		l := &a.lines[headline]
		if a.title == "" {
			a.title = l.text
		}
		l.reason = "headline"
	}
	first := start
	if from := max(under, headline) + 1; from <= start && (headline >= 0 || under >= 0) {
		first = from
	}
	if a.day.IsZero() {
		a.trailingDay(start, end)
	}
	return first
}

// valueBelow reports a short line under a label that stands alone, such as
// 来源： with the name on the next line; the line gets the label's decision.
func (a *article) valueBelow(i int) bool {
	if i == 0 {
		return false
	}
	above, l := &a.lines[i-1], &a.lines[i]
	if above.reason != "source line" && above.reason != "editor line" || !strings.HasSuffix(above.text, ":") && !strings.HasSuffix(above.text, "：") {
		return false
	}
	l.reason = above.reason
	if h, ok := readHeader(&line{text: above.text + l.text, short: true, marks: colons}); ok && a.source == "" {
		a.source = h.source
	}
	return true
}

// takeHeader reads a line of the page head and marks it; false when it is no
// such line.
func (a *article) takeHeader(l *line) bool {
	switch l.reason {
	case "", "source line", "editor line", "visit counter", "site control", "share row", "link row":
	default:
		return false
	}
	h, ok := readHeader(l)
	if !ok {
		return false
	}
	if a.day.IsZero() && !h.day.IsZero() {
		a.day, a.from = h.day, extract.PublishedPage
	}
	if a.source == "" {
		a.source = h.source
	}
	if a.author == "" {
		a.author = h.author
	}
	if l.reason == "" {
		l.reason = "date line"
	}
	return true
}

// headline chooses the line that names the article: the nearest one above the
// date line that looks like a headline, else above the running text.
func (a *article) headline(start, under int) int {
	candidate := func(i int) bool {
		l := &a.lines[i]
		if l.reason != "" || l.prose && l.ended {
			return false
		}
		return (l.words >= 3 || l.han >= 6) && !strings.HasSuffix(l.text, ":") && !strings.HasSuffix(l.text, "：")
	}
	dated := -1
	for i := range start {
		if a.lines[i].reason == "date line" || a.lines[i].reason == "source line" {
			dated = i
			break
		}
	}
	for i := dated - 1; i >= 0; i-- {
		if candidate(i) {
			return i
		}
	}
	for i := start - 1; i > max(dated, -1) && i >= 0; i-- {
		if candidate(i) {
			return i
		}
	}
	return -1
}

// trailingDay finds a publication day that stands after the last sentence of
// the first paragraph, or after the article.
func (a *article) trailingDay(start, end int) {
	for i := start; i < min(end, start+2); i++ {
		text := a.lines[i].text
		cut := strings.LastIndexAny(text, ".!?。！？")
		if cut < 0 || cut+1 >= len(text) || len(text)-cut > 40 {
			continue
		}
		if f, ok := findDay(text[cut:]); ok && strings.TrimFunc(text[cut+f.at.End:], func(r rune) bool { return !unicode.IsLetter(r) }) == "" {
			a.day, a.from = f.day, extract.PublishedPage
			return
		}
	}
}

// maxFoot is how many lines below an article may still speak about it.
const maxFoot = 30

// tail looks at the lines after the running text. It keeps a short last
// sentence or the signature of a notice, reads a source or day from the rest,
// and returns where the article ends.
func (a *article) tail(start, end int) int {
	last := end
	for last < len(a.lines) && a.lines[last].reason == "" && (a.lines[last].ended || a.signature(last)) {
		if a.signature(last) {
			last += 2
			break
		}
		last++
	}
	for i := last; i < min(len(a.lines), last+maxFoot); i++ {
		l := &a.lines[i]
		if l.reason == "" || l.reason == "source line" || l.reason == "editor line" {
			if h, ok := readHeader(l); ok {
				if a.source == "" && l.reason == "source line" {
					a.source = h.source
				}
				if a.day.IsZero() && !h.day.IsZero() {
					a.day, a.from = h.day, extract.PublishedPage
				}
			}
		}
		if l.reason == "related links" {
			break
		}
	}
	return last
}

// signature reports the two lines that close an official notice: who issued
// it, and the day.
func (a *article) signature(i int) bool {
	if i+1 >= len(a.lines) || a.lines[i].han < 3 || a.lines[i].han > 30 || a.lines[i+1].reason != "" {
		return false
	}
	f, ok := findDay(a.lines[i+1].text)
	return ok && f.at.Start == 0 && f.at.End == len(a.lines[i+1].text)
}

// text joins the lines that were kept.
func (a *article) text() string {
	var b strings.Builder
	for i, l := range a.lines {
		if a.keep[i] {
			if b.Len() > 0 {
				b.WriteByte('\n')
			}
			b.WriteString(l.text)
		}
	}
	return b.String()
}
