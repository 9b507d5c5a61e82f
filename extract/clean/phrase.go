package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed phrases.txt
var phraseFile string

// phrase is one entry of phrases.txt that is looked up by its first character.
type phrase struct{ text, reason string }

// phrases is phrases.txt, by kind.
type phrases struct {
	whole, label map[string]string
	start, part  map[rune][]phrase
	ascii        [128]bool // first characters of part, for a quick no
}

var known = sync.OnceValue(func() *phrases {
	p := &phrases{whole: map[string]string{}, label: map[string]string{}, start: map[rune][]phrase{}, part: map[rune][]phrase{}}
	reason, kind := "", ""
	for line := range strings.Lines(phraseFile) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && strings.HasSuffix(line, "]") && strings.Contains(line, ": "):
			reason, kind, _ = strings.Cut(strings.Trim(line, "[]"), ": ")
		default:
			p.add(line, reason, kind)
		}
	}
	return p
})

func (p *phrases) add(text, reason, kind string) {
	first, _ := utf8.DecodeRuneInString(text)
	switch kind {
	case "whole":
		p.whole[text] = reason
	case "label":
		p.label[text] = reason
	case "start":
		p.start[first] = append(p.start[first], phrase{text, reason})
	case "part":
		p.part[first] = append(p.part[first], phrase{text, reason})
		if first < 128 {
			p.ascii[first] = true
		}
	}
}

// match names the decision that a line's wording calls for, "" for none.
func (p *phrases) match(l *line) string {
	var buf [256]byte
	reach := 200
	if !l.short {
		reach = 64 // only how it begins counts
	}
	low := string(lower(buf[:0], head(l.text, reach)))
	if r := p.labelled(low, l); r != "" {
		return r
	}
	first, _ := utf8.DecodeRuneInString(low)
	for _, s := range p.start[first] {
		if (l.short || s.reason == "notice" || s.reason == "copyright") && strings.HasPrefix(low, s.text) && bounded(low, s.text) {
			return s.reason
		}
	}
	if !l.short {
		return ""
	}
	if r := p.whole[core(low)]; r != "" {
		return r
	}
	r := p.contained(low)
	if r != "caption" && strings.Contains(low, "。") {
		return "" // a sentence that happens to have the words
	}
	return r
}

// labelled looks at what stands before the first colon.
func (p *phrases) labelled(low string, l *line) string {
	if l.marks&colons == 0 {
		return ""
	}
	at := strings.IndexByte(low, ':')
	if wide := strings.Index(low, "："); wide >= 0 && (at < 0 || wide < at) {
		at = wide
	}
	if at < 0 || at > 40 {
		return ""
	}
	key := strings.Trim(low[:at], " \u3000【[（(·•-—*")
	r := p.label[key]
	if r == "" && strings.Contains(key, " ") && key[0] >= 0x80 { // 来 源：
		r = p.label[strings.ReplaceAll(key, " ", "")]
	}
	if r != "" && !l.short && r != "notice" && r != "sponsor line" {
		return ""
	}
	return r
}

func (p *phrases) contained(low string) string {
	for i, r := range low {
		if r < 128 && !p.ascii[r] {
			continue
		}
		for _, s := range p.part[r] {
			if strings.HasPrefix(low[i:], s.text) {
				return s.reason
			}
		}
	}
	return ""
}

// bounded reports whether an English phrase at the start ends with a word.
func bounded(low, phrase string) bool {
	if len(low) == len(phrase) || phrase[len(phrase)-1] >= 0x80 {
		return true
	}
	isLetter := func(c byte) bool { return c >= 'a' && c <= 'z' }
	return !isLetter(phrase[len(phrase)-1]) || !isLetter(low[len(phrase)])
}

// core strips what a heading or button may carry around its words.
func core(s string) string {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r) || r >= '0' && r <= '9'
	})
}

// lower appends the ASCII lower case of s to buf.
func lower(buf []byte, s string) []byte {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf
}
