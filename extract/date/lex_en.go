package date

import (
	"github.com/smelt-ie/smelt/extract/numeral"
)

// tokenize cuts text[at:end] into tokens. Words that the lexicon does not know
// become tokens of class other: the grammar looks at them as neighbours.
func (l *lexiconEN) tokenize(toks []token, text string, at, end int) []token {
	space := false
	for at < end {
		c := text[at]
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			space = true
			at++
			continue
		case c >= '0' && c <= '9':
			toks = append(toks, digitToken(text[:end], at))
		case c|32 >= 'a' && c|32 <= 'z':
			toks = append(toks, l.word(text[:end], at))
		case c >= 0x80:
			toks = append(toks, signToken(text[:end], at))
		default:
			toks = append(toks, token{start: at, end: at + 1, class: punct, n: int(c)})
		}
		t := &toks[len(toks)-1]
		if space {
			t.flags |= spaced
			space = false
		}
		if t.entry != nil && t.entry.value == "second" && !countedBefore(toks) {
			t.class, t.n, t.num = number, 2, numeral.Number{Mantissa: 2}
			t.flags |= ordinal
		}
		at = t.end
	}
	return toks
}

// countedBefore reports whether the last token, "second", is the unit: 1 second, every second.
func countedBefore(toks []token) bool {
	k := len(toks) - 2
	if k > 0 && toks[k].class == punct && toks[k].n == '-' {
		k--
	}
	return k >= 0 && (toks[k].class == number && !toks[k].has(ordinal) || toks[k].class == everyWord)
}

// signToken reads one character beyond ASCII: dashes, quotes and apostrophes
// become their plain signs, an accented word one token.
func signToken(text string, at int) token {
	t := token{start: at, end: at + 1, class: other}
	for t.end < len(text) && text[t.end]&0xC0 == 0x80 {
		t.end++
	}
	switch text[at:t.end] {
	case "–", "—", "‒", "−", "～", "﹣":
		t.class, t.n = punct, '-'
	case "’", "‘":
		t.class, t.n = punct, '\''
	case "“", "”":
		t.class, t.n = punct, '"'
	case "\u00a0", "\u3000":
		t.class, t.n = punct, ' '
	}
	for t.class == other && t.end < len(text) && (letterAt(text, t.end) || text[t.end] >= 0x80) {
		if text[t.end] == 0xE2 { // a dash or a quotation mark ends the word
			break
		}
		t.end++
	}
	return t
}

// digitToken reads digits with their ordinal or plural suffix, a decimal
// fraction, and thousands separators.
func digitToken(text string, at int) token {
	t := token{start: at, class: number, flags: digital}
	i := at
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		if t.n < 1e12 {
			t.n = 10*t.n + int(text[i]-'0')
		}
		i++
	}
	t.num = numeral.Number{Mantissa: int64(t.n)}
	digitAt := func(k int) bool { return k < len(text) && text[k] >= '0' && text[k] <= '9' }
	switch {
	case i < len(text) && text[i] == ',' && i-at <= 3 && digitAt(i+1) && digitAt(i+2) && digitAt(i+3) && !digitAt(i+4):
		if n, ok := numeral.English(text, at); ok && n.End > i {
			t.num, t.flags, i = n.Value, t.flags|grouped, n.End
			v, _ := n.Value.Int()
			t.n = int(v)
		}
	case i < len(text) && text[i] == '.' && digitAt(i+1) && !(at > 1 && text[at-1] == '.' && digitAt(at-2)):
		k := i + 1
		for digitAt(k) {
			k++
		}
		if k < len(text) && text[k] == '.' && digitAt(k+1) || i-at > 9 || k-i > 6 {
			break // 26.07.2020
		}
		m := int64(t.n)
		for _, c := range text[i+1 : k] {
			m = 10*m + int64(c-'0')
		}
		t.num, t.flags, i = numeral.Number{Mantissa: m, Exp: int32(i + 1 - k)}, t.flags|fraction, k
	case suffix(text, i, "st"), suffix(text, i, "nd"), suffix(text, i, "rd"), suffix(text, i, "th"):
		t.flags |= ordinal
		i += 2
	case i < len(text) && text[i] == 's' && !letterAt(text, i+1):
		t.flags |= plural
		i++
	case foldPrefix(text[i:], "'s") > 0 && i-at == 4 && text[i-1] == '0':
		if n := foldPrefix(text[i:], "'s"); !letterAt(text, i+n) {
			t.flags |= plural
			i += n
		}
	}
	t.end = i
	return t
}

func suffix(text string, i int, s string) bool {
	return foldPrefix(text[i:], s) == len(s) && !letterAt(text, i+len(s))
}

// word reads a word or a phrase of the lexicon.
func (l *lexiconEN) word(text string, at int) token {
	var buf [24]byte
	t := token{start: at}
	if text[at] <= 'Z' {
		t.flags |= capital
	}
	i := at
	for i < len(text) && text[i]|32 >= 'a' && text[i]|32 <= 'z' {
		if i-at < len(buf) {
			buf[i-at] = text[i] | 32
		}
		i++
	}
	t.end = i
	if i < len(text) && text[i] >= 0x80 && text[i] != 0xE2 { // "café": no word of ours
		for i < len(text) && (letterAt(text, i) || text[i] >= 0x80 && text[i] != 0xE2) {
			i++
		}
		t.end = i
		return t
	}
	if i-at > len(buf) {
		return t
	}
	e := l.words[string(buf[:i-at])]
	if e == nil {
		return t
	}
	if p, end := l.phraseAt(string(buf[:i-at]), text, i); p != nil {
		e, t.end = p, end
	}
	t.class, t.n, t.entry = e.class, e.n, e
	if e.plural {
		t.flags |= plural
	}
	if e.class == number && !e.plural {
		l.numberWord(&t, text)
	}
	return t
}

// numberWord reads the whole of a number in words: two thousand and fifteen,
// twenty-second. A scale alone ("thousand") is no number.
func (l *lexiconEN) numberWord(t *token, text string) {
	total, part := 0, 0
	e, at := t.entry, t.end
	for {
		switch {
		case e.value == "scale" && part == 0:
			t.class = other
			return
		case e.value == "scale" && e.n == 1000:
			total, part = part*1000, 0
		case e.value == "scale":
			part *= 100
		default:
			part += e.n
		}
		t.end = at
		if e.value == "ordinal" {
			t.flags |= ordinal
			break
		}
		next, end := l.numberAfter(text, at)
		if next == nil || !joins(part, total, e, next) {
			break
		}
		e, at = next, end
	}
	t.n = total + part
	t.num = numeral.Number{Mantissa: int64(t.n)}
}

// joins reports whether the next number word carries the number on.
func joins(part, total int, e, next *entry) bool {
	switch {
	case next.value == "scale":
		return part > 0 && part < 100 && (next.n == 1000 && total == 0 || part < 10)
	case e.value == "scale":
		return true
	case e.n >= 20 && e.n%10 == 0:
		return next.n < 10
	}
	return false
}

// numberAfter is the number word that follows after a space, a hyphen or "and".
func (l *lexiconEN) numberAfter(text string, at int) (*entry, int) {
	if at+1 >= len(text) || text[at] != ' ' && text[at] != '-' {
		return nil, 0
	}
	i := at + 1
	if n := foldPrefix(text[i:], "and "); n > 0 {
		i += n
	}
	var buf [16]byte
	k := i
	for k < len(text) && text[k]|32 >= 'a' && text[k]|32 <= 'z' && k-i < len(buf) {
		buf[k-i] = text[k] | 32
		k++
	}
	if string(buf[:k-i]) == "second" {
		return secondOrdinal, k
	}
	e := l.words[string(buf[:k-i])]
	if e == nil || e.class != number || e.plural || letterAt(text, k) {
		return nil, 0
	}
	return e, k
}

// secondOrdinal is "second" after a number word: twenty second.
var secondOrdinal = &entry{class: number, n: 2, value: "ordinal"}
