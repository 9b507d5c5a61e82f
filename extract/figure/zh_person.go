package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// aged is the person whose age the figure gives, by name: behind it (32岁的李明),
// else the last one named before it in the sentence (李明逝世，享年86岁).
func (h *hanReader) aged() extract.Span {
	at := h.r.outer.End
	if has(h.text, at, "的") {
		at += len("的")
	}
	ws := h.cutWords(at, h.clauseEnd(at))
	if name := h.foreign(ws); name.Len() > 0 {
		return name
	}
	if name := h.nameAt(ws); name.Len() > 0 {
		return name
	}
	noun := nounFirst(ws)
	from := max(0, h.left-maxNamed)
	for i := h.left; i > from; i-- {
		if h.text[i-1] == '\n' || has(h.text, i-len("。"), "。") {
			from = i
			break
		}
	}
	for !utf8.RuneStart(h.text[from]) {
		from++
	}
	if noun {
		return extract.Span{}
	}
	ws = h.cutWords(from, h.left)
	for i := len(ws) - 1; i >= 0; i-- {
		if name := h.nameAt(ws[i:]); name.Len() > 0 && (i == 0 || ws[i-1].role != lone) {
			return name
		}
	}
	return extract.Span{}
}

// foreign is the name with a dot that the words begin with: 玛丽·居里.
func (h *hanReader) foreign(ws []hanWord) extract.Span {
	dot := 0
	for i, w := range ws {
		switch {
		case w.In(h.text) == "·":
			dot = i
		case w.role == link || w.role == verb || w.role == comma:
			if dot > 0 && i > dot+1 {
				return extract.Span{Start: ws[0].Start, End: w.Start}
			}
			return extract.Span{}
		}
	}
	if dot > 0 && dot+1 < len(ws) {
		return extract.Span{Start: ws[0].Start, End: ws[len(ws)-1].End}
	}
	return extract.Span{}
}

// maxNamed bounds, in bytes, how far before an age its person is looked for.
const maxNamed = 150

// nameAt is the Chinese name that the words begin with: a surname and one or
// two characters that the dictionary does not know as a word, or a surname and
// a given name that is one (蔡桂珍), or the other way about (张若昀).
func (h *hanReader) nameAt(ws []hanWord) extract.Span {
	const char, pair = len("王"), len("建国")
	if len(ws) < 2 || ws[0].role == link {
		return extract.Span{}
	}
	surname, _ := lexicon.SurnameZH(h.text[ws[0].Start:])
	end := 1
	switch {
	case surname == "":
		return extract.Span{}
	case ws[0].Len() == pair && len(surname) == char:
		if len(ws) < 3 || ws[1].role != lone || ws[2].role != link {
			return extract.Span{}
		}
		return extract.Span{Start: ws[0].Start, End: ws[1].End}
	case len(surname) != ws[0].Len():
		return extract.Span{}
	case ws[1].Len() == pair && (ws[1].role == noun || ws[1].role == place || ws[1].role == attr) && ws[0].role == lone && len(ws) > 2 && (ws[2].role == link || ws[2].role == verb):
		return extract.Span{Start: ws[0].Start, End: ws[1].End}
	case len(ws) > 2 && ws[1].Len() == char && ws[1].role == link && ws[2].role == lone && !strings.Contains("的和是在说", ws[1].In(h.text)):
		end++
	}
	for end < len(ws) && end < 3 && ws[end].Len() == char && (ws[end].role == lone || ws[end].role == suffix) {
		end++
	}
	for end >= 3 && end < len(ws) && ws[end].role == lone {
		end++ // a name of another language
	}
	if end == 1 {
		return extract.Span{}
	}
	return extract.Span{Start: ws[0].Start, End: ws[end-1].End}
}

// nounAt reports whether a noun, or what stands before one, begins at the offset.
func (h *hanReader) nounAt(at int) bool {
	return nounFirst(h.cutWords(at, h.clauseEnd(at)))
}

// nounFirst reports whether the words begin with a noun or what stands before one.
func nounFirst(ws []hanWord) bool {
	if len(ws) == 0 {
		return false
	}
	switch ws[0].role {
	case noun, place, attr, suffix, moment:
		return true
	}
	return false
}

// fate is what happens to the people counted: 3人在洪灾中丧生 gives 丧生,
// 5人前往展厅 the whole predicate.
func (h *hanReader) fate() extract.Span {
	at := h.r.outer.End
	end := h.clauseEnd(at)
	if h.people() && (has(h.text, at, "的") || h.r.flags&numeral.Word != 0 && clauseStartHan(h.text, h.left) == h.left) {
		return extract.Span{Start: h.r.span.End - len("人"), End: h.r.span.End} // 两人见面
	}
	if !h.people() || end == at || end-at > maxFate {
		return extract.Span{}
	}
	ws := h.cutWords(at, end)
	for i, w := range ws {
		if i > 0 && i+1 < len(ws) && w.In(h.text) == "中" && ws[i+1].role != link {
			return extract.Span{Start: ws[i+1].Start, End: end}
		}
	}
	return extract.Span{Start: at, End: end}
}

// maxFate bounds a predicate in bytes.
const maxFate = 36
