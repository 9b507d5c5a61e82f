package figure

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// numberInitial marks the letters that number words and "a", "an", "half"
// begin with.
var numberInitial = [256]bool{'a': true, 'o': true, 't': true, 'f': true, 's': true, 'e': true, 'n': true, 'h': true, 'z': true, 'd': true, 'm': true, 'b': true,
	'A': true, 'O': true, 'T': true, 'F': true, 'S': true, 'E': true, 'N': true, 'H': true, 'Z': true, 'D': true, 'M': true, 'B': true}

// english walks English text from trigger to trigger.
func (s *scanner) english() {
	text := s.text
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case isDigit(c):
			i = s.digitsAt(i)
		case isLetter(c):
			if numberInitial[c] {
				if next := s.wordsAt(i); next > i {
					i = next
					continue
				}
			}
			start := i
			if end := s.link(i); end > i {
				i = end
				continue
			}
			for i++; i < len(text) && isLetter(text[i]); i++ {
			}
			if i < len(text) && isDigit(text[i]) && !s.code(start, i) {
				i = s.token(i)
			}
		case c == '.' && i+1 < len(text) && isDigit(text[i+1]) && (i == 0 || text[i-1] == ' ' || text[i-1] == '$'):
			i = s.digitsAt(i)
		case c == 0xc2 || c == 0xe2:
			if n, ok := numeral.English(text, i); ok {
				s.numberAt(i, n)
				i = n.End
				continue
			}
			i++
		default:
			i++
		}
	}
}

// link is the end of a web address that begins at the offset, or the offset.
func (s *scanner) link(i int) int {
	if !has(s.text, i, "http://") && !has(s.text, i, "https://") && !has(s.text, i, "www.") {
		return i
	}
	for i < len(s.text) && s.text[i] > ' ' && s.text[i] < 0x80 {
		i++
	}
	return i
}

// code reports whether the letters are, or end, a currency code: RMB, $US.
func (s *scanner) code(start, end int) bool {
	if i := start - 1; i >= 0 && s.text[i] == '$' && s.units.before[s.text[i:end]] != nil {
		return true
	}
	return s.units.before[s.text[start:end]] != nil
}

// token is the end of the run of letters, digits and joints at the offset.
func (s *scanner) token(i int) int {
	for i < len(s.text) && (isLetter(s.text[i]) || isDigit(s.text[i])) {
		i++
	}
	return i
}

// wordsAt reads a number word. It returns the offset to go on from, or at.
func (s *scanner) wordsAt(at int) int {
	if at > 0 && (isWord(s.text[at-1]) && quoteAt(s.text, at-3) == 0 || s.text[at-1] == '\'') {
		return at
	}
	if vague := s.vagueWords(at); vague > at {
		return vague
	}
	n, ok := numeral.English(s.text, at)
	if !ok {
		return at
	}
	if n.End < len(s.text) && isWord(s.text[n.End]) && quoteAt(s.text, n.End) == 0 && s.text[n.End] != 0xc2 {
		return at
	}
	return s.numberAt(at, n)
}

// digitsAt reads digits that stand free; digits within a name are passed over.
func (s *scanner) digitsAt(at int) int {
	n, ok := numeral.English(s.text, at)
	if !ok {
		return max(n.End, at+1)
	}
	if s.glued(at) {
		return s.chain(n.End)
	}
	if end := s.spliced(at, n); end > 0 {
		return end
	}
	return s.numberAt(at, n)
}

// glued reports whether the digits belong to a name that began before them:
// G20, COVID-19, v2.1, #5. A currency code may touch its amount.
func (s *scanner) glued(at int) bool {
	if at == 0 {
		return false
	}
	switch c := s.text[at-1]; {
	case isLetter(c):
		u, _ := s.currencyBefore(at)
		return u == nil
	case c == '#' || c == '@' || c == '_' || c == '=' || c == '&':
		return true
	case (c == '-' || c == '.' || c == '/' || c == ':') && at > 1 && isWord(s.text[at-2]):
		return quoteAt(s.text, at-4) == 0 && !has(s.text, at-6, "minus-") && !has(s.text, at-4, "sub-")
	case c == ',' && at > 1 && isDigit(s.text[at-2]):
		return true
	}
	return false
}

// chain goes over the rest of a token of digits, letters and joints.
func (s *scanner) chain(i int) int {
	for i < len(s.text) {
		c := s.text[i]
		joint := (c == '-' || c == '.' || c == '/' || c == ':') && i+1 < len(s.text) && (isDigit(s.text[i+1]) || isLetter(s.text[i+1]))
		if !joint && !isLetter(c) && !isDigit(c) {
			return i
		}
		i++
	}
	return i
}

// spliced finds digits that go on into a version, clock time, date, document
// or phone number, and returns where that ends, or 0.
func (s *scanner) spliced(at int, n numeral.Numeral) int {
	if n.End >= len(s.text) {
		return 0
	}
	next := byte(0)
	if n.End+1 < len(s.text) {
		next = s.text[n.End+1]
	}
	switch c := s.text[n.End]; {
	case (c == ':' || c == '/') && isDigit(next) && !n.Has(numeral.Fraction):
		return s.chain(n.End)
	case c == ' ' && isDigit(next) && n.Flags == 0 && n.End-at >= 3: // 8800 7777: a telephone number
		second, ok := numeral.English(s.text, n.End+1)
		if ok && second.Flags == 0 && second.End-n.End > 4 {
			return second.End
		}
	case c == '.' && isDigit(next):
		return s.chain(n.End)
	case c == '-' && isDigit(next):
		second, ok := numeral.English(s.text, n.End+1)
		if !ok || second.End+1 < len(s.text) && (s.text[second.End] == '-' || s.text[second.End] == '/') && isDigit(s.text[second.End+1]) {
			return s.chain(n.End)
		}
		if zeroLed(s.text[n.End+1:second.End]) || zeroLed(s.text[at:n.End]) {
			return s.chain(n.End)
		}
	case c == '\'' && next == 's', has(s.text, n.End, "\u2019s"):
		end := n.End + 2
		if c != '\'' {
			end = n.End + 4
		}
		s.forties(at, n.End, end)
		return end
	case c == '_' || c == '@':
		return s.chain(n.End + 1)
	case isLetter(c) && !n.Has(numeral.Ordinal):
		if n.Has(numeral.Grouped) && n.End+2 < len(s.text) && !isUpper(c) && isLetter(s.text[n.End+2]) {
			return 0 // a space was forgotten: 20,000such firms
		}
		if u, _ := s.unitTouching(n.End); u != nil {
			return 0
		}
		if exp, _ := numeral.Scale(s.text, n.End); exp > 0 {
			return 0
		}
		return s.plainPlural(at, n.End)
	}
	return 0
}

// zeroLed reports whether digits begin with a zero that no number has: 007.
func zeroLed(s string) bool { return len(s) > 1 && s[0] == '0' && isDigit(s[1]) }

// plainPlural handles digits with letters after them: names, save for the
// forties of a person's age ("in her 40s").
func (s *scanner) plainPlural(at, end int) int {
	if s.text[end] == 's' {
		s.forties(at, end, end+1)
	}
	return s.chain(end)
}

// numberAt reads what the numeral at the offset counts or measures and records
// it. It returns the offset to go on from.
func (s *scanner) numberAt(at int, n numeral.Numeral) int {
	r := reading{low: n.Value, flags: n.Flags, num: extract.Span{Start: at, End: n.End}, conf: 0.9}
	r.span = r.num
	if n.Has(numeral.Ordinal) {
		return n.End
	}
	en := enReader{scanner: s, r: &r}
	end := en.read(n)
	if end == 0 {
		return n.End
	}
	if r.class == quantity || r.class == determiner || r.class == bare || r.class == duration {
		s.emit(r)
	}
	return max(end, n.End)
}
