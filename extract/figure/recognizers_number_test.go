package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// numbers reads every numeral of a text.
func numbers(text string, lang extract.Lang) []wanted {
	read, understand := numeral.English, englishNumber
	t := tight{text: text}
	if lang.Chinese() {
		t = tighten(text)
		text = t.text
		read, understand = numeral.Chinese, chineseNumber
	}
	var out []wanted
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		free := i == 0 || !isWord(text[i-1]) || lang.Chinese() && text[i-1] >= 0x80
		if text[i] == '.' && i > 0 && isDigit(text[i-1]) { // between the parts of an address
			i++
			continue
		}
		n, ok := read(text, i)
		switch {
		case free && ok && !n.Has(numeral.Ordinal|numeral.Vague|numeral.Bare) && (n.End == len(text) || !isLetter(text[n.End])):
			r := reading{low: n.Value, flags: n.Flags, num: extract.Span{Start: i, End: n.End}}
			end, counts := understand(text, &r)
			if counts {
				out = append(out, wanted{t.full(r.span), r.low.Decimal().String(), ""})
			}
			i = max(end, i+size)
		case ok || n.End > i || isLetter(text[i]):
			for i = max(n.End, i+size); i < len(text) && (isLetter(text[i]) || isDigit(text[i])); i++ {
			}
		default:
			i += size
		}
	}
	return out
}

// chineseNumber reads on from a numeral to its share and sign. Fixed words
// (四川) and percentages are no numbers there.
func chineseNumber(text string, r *reading) (end int, counts bool) {
	s := scanner{text: text, units: DefaultUnits(), words: chineseWords()}
	h := hanReader{scanner: &s, r: r, start: r.num.Start}
	at := r.num.Start
	if w := s.words.fixed.at(text, at); w != "" && !(strings.HasPrefix(w, "一") && s.words.measure.at(text, at+len("一")) != "") && !s.shareAt(at) {
		return at + len(w), false
	}
	if h.share() {
		return r.num.End, r.unit.Name != "percent"
	}
	h.sign()
	if quotient(text, r) {
		r.span = extract.Span{Start: h.start, End: r.num.End}
		return r.num.End, true
	}
	h.dozen()
	if s.loneDigit(r) {
		return r.num.End, false
	}
	r.span = extract.Span{Start: h.start, End: r.num.End}
	for _, w := range []string{"多", "余", "来"} { // their span leaves the qualifier out
		r.span.End = r.span.Start + len(strings.TrimSuffix(r.span.In(text), w))
	}
	return r.num.End, true
}

// quotient reads on to the denominator after a slash, and from 1 to 1 4/3: what
// the product leaves to dates, as 4/3, is a fraction there. Full-width signs
// count as well.
func quotient(text string, r *reading) bool {
	whole, top, at := numeral.Number{}, r.low, r.num.End
	if n, ok := numeral.Chinese(text, spaceAt(text, at)); ok && spaceAt(text, at) > at && slashAt(text, n.End) > n.End && n.Flags == 0 {
		whole, top, at = top, n.Value, n.End
	}
	next := slashAt(text, at)
	bottom, ok := numeral.Chinese(text, next)
	if next == at || !ok || bottom.Flags != 0 || r.flags != 0 || slashAt(text, bottom.End) > bottom.End {
		return false
	}
	v, ok := top.Over(bottom.Value)
	if !ok {
		return false
	}
	r.low, ok = v.Plus(whole)
	r.num.End = bottom.End
	return ok
}

// slashAt is the offset after the slash at the offset, or the offset.
func slashAt(text string, at int) int {
	for _, w := range [...]string{"/", "／"} {
		if has(text, at, w) {
			return at + len(w)
		}
	}
	return at
}

// loneDigit reports whether one digit in characters stands before a
// currency or a discount, where the number model leaves it to the other models.
func (s *scanner) loneDigit(r *reading) bool {
	if r.flags != numeral.Word || utf8.RuneCountInString(r.num.In(s.text)) != 1 {
		return false
	}
	u, _ := s.chineseUnitAt(r.num.End)
	return u != nil && u.Kind == "money" && !has(s.text, r.num.End, "块") || has(s.text, r.num.End, "折")
}

// englishNumber reads on from a numeral to its sign and ratio. The pronoun
// "one" is no number there.
func englishNumber(text string, r *reading) (end int, counts bool) {
	s := scanner{text: text, units: DefaultUnits(), lex: englishWords()}
	e := enReader{scanner: &s, r: r, start: r.num.Start}
	e.sign()
	looseMinus(text, r)
	e.start = r.num.Start
	e.ratio()
	r.span = extract.Span{Start: e.start, End: r.num.End}
	pronoun := strings.EqualFold(r.num.In(text), "one") && s.lex.lookup(wordBefore(text, e.start).In(text))&determinerWord != 0
	return r.num.End, !pronoun
}

// looseMinus reads a minus that a space parts from its number; the product takes
// it for a dash or the mark of a list.
func looseMinus(text string, r *reading) {
	at := r.num.Start - len("- ")
	if has(text, at, "- ") && (at == 0 || text[at-1] == ' ' && (at == 1 || isLetter(text[at-2]))) {
		r.low, r.num.Start = r.low.Neg(), at
	}
}
