package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// header is what the line under a headline says.
type header struct {
	day    extract.Day
	source string
	author string
}

// headerLabels are the labels within a line such as
// "发布时间：2024-05-06 来源：… 作者：… 浏览次数：12".
var headerLabels = strings.Fields(`发布时间 发布日期 更新时间 发表时间 发稿时间 成文日期 时间 日期 信息来源 文章来源 稿件来源 新闻来源 来源 來源
	作者 撰稿 记者 記者 責任編輯 责任编辑 编辑 編輯 编审 浏览次数 浏览量 点击数 点击 阅读量 阅读 字号 字体 發布時間 發佈時間 發布日期 發佈日期 更新日期
	source from author by published posted updated visits views hits editor date time reads`)

// label is where a label of a date line begins, and where its value does.
type label struct{ start, value int }

// labels finds the labels of a line by their colons.
func labels(text string) []label {
	var found []label
	from := 0
	for from < len(text) {
		at := strings.IndexAny(text[from:], ":：")
		if at < 0 {
			break
		}
		_, n := utf8.DecodeRuneInString(text[from+at:])
		if start := labelBefore(text[:from+at]); start >= from {
			found = append(found, label{start, from + at + n})
		}
		from += at + n
	}
	return found
}

// labelBefore is where the label begins that a text ends with, spaces within
// it aside (来　源); -1 when it ends with none.
func labelBefore(text string) int {
	tail := text[max(0, len(text)-40):]
	var buf [48]byte
	low := strings.TrimRightFunc(string(lower(buf[:0], tail)), blank)
	for _, l := range headerLabels {
		if rest, ok := strings.CutSuffix(low, l); ok {
			r, _ := utf8.DecodeLastRuneInString(rest)
			if l[0] < utf8.RuneSelf && unicode.IsLetter(r) {
				continue // "dataset:" is no "set:"
			}
			return len(text) - len(tail) + len(rest)
		}
		first, n := utf8.DecodeRuneInString(l)
		if last := l[n:]; utf8.RuneCountInString(last) == 1 { // two characters that a space may part
			rest, ok := strings.CutSuffix(low, last)
			if head, ok2 := strings.CutSuffix(strings.TrimRightFunc(rest, blank), string(first)); ok && ok2 {
				return len(text) - len(tail) + len(head)
			}
		}
	}
	return -1
}

// readHeader reads a date line. ok is false when the line says more than such
// a line does, or holds neither a day nor a source.
func readHeader(l *line) (h header, ok bool) {
	if !l.short || l.prose || !l.mayHead() {
		return h, false
	}
	text := l.text
	f, dated := findDay(text)
	if dated {
		h.day = f.day
		text = text[:f.at.Start] + "  " + text[f.at.End:]
		text = clockTime.ReplaceAllString(text, "  ")
		text = weekday.ReplaceAllString(text, "  ")
	}
	loose := ""
	for _, part := range splitHeader(text) {
		ls := labels(part)
		if len(ls) == 0 {
			if author, isBy := byline(part); isBy {
				h.author = author
			} else if strings.HasPrefix(strings.ToLower(part), "by ") {
				continue // an account ("by admin"), not a name
			} else if p := strings.Trim(part, " ,;()（）-–—/"); wordy(p) && !idleWords(p) {
				loose += p + "  "
			}
			continue
		}
		value := strings.Trim(part[ls[0].value:], " \u3000;；,")
		switch key := labelKey(part[:ls[0].value]); {
		case h.source == "" && (strings.HasSuffix(key, "来源") || strings.HasSuffix(key, "來源") || key == "source" || key == "from"):
			h.source = firstName(value)
		case h.author == "" && (key == "作者" || key == "撰稿" || key == "记者" || key == "記者" || key == "author" || key == "by"):
			h.author = value
		}
	}
	loose = strings.TrimSpace(loose)
	rest := newMeasure(loose)
	rest.short = true
	switch {
	case !dated && h.source == "" && h.author == "":
		return h, false
	case rest.words > 8 || rest.han > 16 || strings.Contains(loose, "  ") && rest.words+rest.han > 8:
		return header{}, false
	case dated && !separated(l.text, f.at) && rest.words+rest.han > 3 && len(labels(l.text)) == 0:
		return header{}, false // a headline with a day in it
	}
	if h.source == "" && rest.words+rest.han > 0 && !strings.Contains(loose, "  ") && known().match(&rest) == "" && nameLike(loose, len(labels(l.text)) > 0) {
		h.source = loose
	}
	return h, dated || h.source != "" || h.author != ""
}

// mayHead is a quick test for what every date line has: a digit, a colon, or
// the words of a byline.
func (l *line) mayHead() bool {
	if l.marks&(digits|colons) != 0 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(l.text)
	return strings.ContainsRune("Bb作文撰【[(（", r) || strings.Contains(l.text, "记者") || strings.Contains(l.text, "記者")
}

// firstName cuts a Chinese name off at the first space: what follows is a
// button or another field.
func firstName(s string) string {
	if first, _, ok := strings.Cut(s, " "); ok && chinese(first) {
		return first
	}
	return s
}

// nameLike reports whether words without a label may name a source: Chinese
// characters, or at least two words that are all capitalised, small words
// aside, and no digits; on a line with labels (Updated: …) one will do.
func nameLike(s string, labelled bool) bool {
	if chinese(s) {
		return true
	}
	words := strings.Fields(s)
	for _, w := range words {
		switch w {
		case "of", "the", "and", "for", "&", "in":
			continue
		}
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || strings.ContainsAny(w, "0123456789:") || noteWord(w) {
			return false
		}
	}
	return len(words) >= 2 || labelled && len(s) >= 4
}

// noteWord reports words that start a note on the text, not a name.
func noteWord(w string) bool {
	switch w {
	case "Updated", "Published", "Posted", "Written", "Original", "Last", "Modified", "By", "On", "First", "Created":
		return true
	}
	return false
}

func newMeasure(text string) line {
	l := line{text: text}
	l.measure()
	return l
}

// labelKey is a label without its colon and spaces, in lower case.
func labelKey(s string) string {
	return strings.ToLower(strings.Map(func(r rune) rune {
		if blank(r) || r == ':' || r == '：' {
			return -1
		}
		return r
	}, s))
}

// splitHeader cuts a date line at its gaps and before its labels.
func splitHeader(text string) []string {
	var parts []string
	for _, p := range splitGaps(text) {
		at := 0
		for _, l := range labels(p) {
			if part := strings.TrimFunc(p[at:l.start], blank); part != "" {
				parts = append(parts, part)
			}
			at = l.start
		}
		if part := strings.TrimFunc(p[at:], blank); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// splitGaps cuts a line at wide gaps and at the marks that set fields apart.
func splitGaps(text string) []string {
	var parts []string
	start := 0
	for i, r := range text {
		gap := strings.ContainsRune("\t\u3000|｜丨【】[]•·", r) || r == ' ' && strings.HasPrefix(text[i+1:], " ")
		if gap && i >= start {
			parts = append(parts, text[start:i])
			start = i + utf8.RuneLen(r)
		}
	}
	return append(parts, text[start:])
}

// separated reports whether a day stands apart from the words around it: at an
// end of the line next to a gap, a bracket or punctuation.
func separated(text string, at extract.Span) bool {
	before, after := text[:at.Start], text[at.End:]
	open := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	left, _ := utf8.DecodeLastRuneInString(before)
	right, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, "T0123456789:"))
	return (before == "" || open(left)) && (after == "" || open(right) || right == utf8.RuneError)
}

// Bylines: "By Ann Lee and Bo Ek in Oslo", 文/王一, 甲报记者 王一 乙地报道,
// 記者王一／台北報導.
var (
	englishByline = regexp.MustCompile(`^(?:By|BY|by)\s+(\p{Lu}[\p{L}.'’-]+(?:\s+(?:and\s+|&\s+)?\p{Lu}[\p{L}.'’-]*){0,7})(?:\s+in\s+\p{Lu}[\p{L}\s.'-]*)?$`)
	slashByline   = regexp.MustCompile(`^(?:作者|文|撰文)\s*[/／\s]\s*(\p{Han}{2,4}(?:[、\s]+\p{Han}{2,4}){0,3})$`)
	chineseByline = regexp.MustCompile(`^[【\[(（]?\p{Han}{0,10}?(?:特约|特派|驻\p{Han}{2,4})?[記记]者[\s:：]*(\p{Han}{2,4}(?:[、\s]+\p{Han}{2,3})*?)\s*(?:[／/\s]\s*\p{Han}{2,8}?(?:[報报][導道]|[电電]|摄影报道))?[】\])）]?$`)
)

// byline reads who wrote an article.
func byline(text string) (author string, ok bool) {
	text = strings.TrimSpace(text)
	for _, pattern := range []*regexp.Regexp{englishByline, slashByline, chineseByline} {
		if m := pattern.FindStringSubmatch(text); m != nil {
			return m[1], true
		}
	}
	return "", false
}

func wordy(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// idleWords reports words that name no source: those around a day
// ("Published", 时间) and those of buttons.
func idleWords(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		switch strings.Trim(w, ".,:：") {
		case "published", "posted", "updated", "on", "at", "date", "time", "last", "release", "released", "issued",
			"facebook", "twitter", "x", "linkedin", "wechat", "weibo", "whatsapp", "email", "print", "share", "tweet", "微信", "微博", "分享", "打印", "收藏",
			"am", "pm", "gmt", "utc", "发布时间", "发布日期", "时间", "日期", "发布", "发布于", "发表于", "更新":
		default:
			return false
		}
	}
	return true
}
