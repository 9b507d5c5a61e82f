package sentence

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// Stage sets Doc.Sentences.
type Stage struct{}

// Name implements the pipeline's Stage.
func (Stage) Name() string { return "sentence" }

// Apply implements the pipeline's Stage.
func (Stage) Apply(_ context.Context, d *extract.Doc) error {
	d.Sentences = Split(d.Text)
	return nil
}

// Split returns the sentences of a text in order: byte spans without leading
// or trailing space, none empty, no two overlapping, none across a line break.
func Split(text string) []extract.Span {
	s := splitter{text: text, words: english(), out: make([]extract.Span, 0, 4+len(text)/100)}
	for i := 0; i < len(text); {
		if !interesting[text[i]] {
			i++
			continue
		}
		i = s.at(i)
	}
	s.end(len(text))
	return s.out
}

// interesting marks the bytes at which a sentence may end or a bracket open:
// ASCII marks, and the first bytes of … ‥ 。 ｡ ！ ？ （ 《.
var interesting = [256]bool{'\n': true, '\r': true, '.': true, '!': true, '?': true, '(': true, 0xE2: true, 0xE3: true, 0xEF: true}

type splitter struct {
	text  string
	words words
	start int // where the current sentence begins, spaces included
	out   []extract.Span
}

// end closes the current sentence before position i.
func (s *splitter) end(i int) {
	t := s.text[s.start:i]
	head := len(t) - len(strings.TrimLeftFunc(t, blank))
	body := strings.TrimRightFunc(t[head:], blank)
	from := s.start + head
	switch last := len(s.out) - 1; {
	case body == "":
	case last >= 0 && !strings.ContainsFunc(body, wordly) && !strings.ContainsAny(s.text[s.out[last].End:from], "\r\n"):
		s.out[last].End = from + len(body) // stray marks belong to what they follow
	default:
		s.out = append(s.out, extract.Span{Start: from, End: from + len(body)})
	}
	s.start = i
}

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// blank reports space of any width, and the marks that show nothing.
func blank(r rune) bool { return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' }

// at looks at an interesting byte and returns where to go on.
func (s *splitter) at(i int) int {
	r, n := utf8.DecodeRuneInString(s.text[i:])
	switch r {
	case '\n', '\r':
		s.end(i)
		s.start = i + n
		return i + n
	case '.':
		return s.stop(i)
	case '!', '?', '。', '｡', '！', '？', '…', '‥':
		return s.terminator(i)
	case '(', '（', '《':
		return s.bracket(i, n, closing(r))
	}
	return i + n
}

// maxBracket bounds how far, in bytes, the end of a bracket is looked for.
const maxBracket = 300

func closing(open rune) rune {
	switch open {
	case '《':
		return '》'
	case '（':
		return '）'
	}
	return ')'
}

// bracket jumps over a bracket or title that closes on the same line, so that
// a full stop in it ends nothing. A bracket that starts a sentence is read
// like any other text.
func (s *splitter) bracket(i, n int, shut rune) int {
	if shut == ')' && strings.TrimLeftFunc(s.text[s.start:i], blank) == "" {
		return i + n
	}
	reach := s.text[i+n : min(len(s.text), i+n+maxBracket)]
	if nl := strings.IndexAny(reach, "\r\n"); nl >= 0 {
		reach = reach[:nl]
	}
	if at := strings.IndexRune(reach, shut); at >= 0 {
		return i + n + at + utf8.RuneLen(shut)
	}
	return i + n
}

// terminator handles marks other than the full stop: a run of them, then the
// quotation marks and brackets that close with it.
func (s *splitter) terminator(i int) int {
	j := s.run(i)
	marks := s.text[i:j]
	k := s.closers(j)
	next, after := s.peek(k)
	soft := strings.Trim(marks, "…‥.") == "" // an ellipsis alone
	switch {
	case next == '\n' || next == 0:
	case strings.ContainsRune("，、；：,;:—）)》", next):
		return k
	case soft && (unicode.IsLower(next) || after == k && unicode.IsLetter(next) && !unicode.Is(unicode.Han, next)):
		return k
	case k > j && strings.ContainsRune("的地之等和与及", next): // “冲啊！”的口号
		return k
	case unicode.IsLower(next) && strings.ContainsAny(marks, "!?"): // "Why?" he asked
		return k
	case after == k && strings.ContainsAny(marks, "!?") && next < 0x2E80: // a?b=c
		return k
	}
	s.end(k)
	return k
}

// run returns the end of a run of sentence marks.
func (s *splitter) run(i int) int {
	for i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !strings.ContainsRune(".!?。｡！？…‥", r) {
			break
		}
		i += n
	}
	return i
}

// closers returns the end of the quotation marks and brackets that close at i.
func (s *splitter) closers(i int) int {
	for i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if !strings.ContainsRune("\"'”’」』）)】]»", r) {
			break
		}
		// A straight quotation mark after a space opens; here none has come yet.
		i += n
	}
	return i
}

// peek returns the first character at or after i that is no space, a line
// break included, and where it stands; 0 at the end of the text.
func (s *splitter) peek(i int) (rune, int) {
	for i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		if r == '\n' || r == '\r' {
			return '\n', i
		}
		if !blank(r) {
			return r, i
		}
		i += n
	}
	return 0, i
}
