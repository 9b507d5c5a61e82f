package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// aged is the person whose age the figure gives, by name: behind it (32岁的李明),
// else the last one named before it in the sentence (李明逝世，享年86岁).
func (h *hanReader) aged() extract.Span {
	at := h.r.outer.End
	if has(h.text, at, "的") {
		at += len("的")
	}
	if name := h.nameAt(h.cutWords(at, h.clauseEnd(at))); name.Len() > 0 {
		return name
	}
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
	if h.nounAt(h.r.outer.End) {
		return extract.Span{}
	}
	ws := h.cutWords(from, h.left)
	for i := len(ws) - 1; i >= 0; i-- {
		if name := h.nameAt(ws[i:]); name.Len() > 0 && (i == 0 || ws[i-1].role != lone) {
			return name
		}
	}
	return extract.Span{}
}

// maxNamed bounds, in bytes, how far before an age its person is looked for.
const maxNamed = 150

// nameAt is the Chinese name that the words begin with: a surname and one or
// two characters that the dictionary does not know as a word.
func (h *hanReader) nameAt(ws []hanWord) extract.Span {
	if len(ws) < 2 || ws[0].Len() > len("欧阳") {
		return extract.Span{}
	}
	surname, _ := lexicon.SurnameZH(h.text[ws[0].Start:])
	if len(surname) != ws[0].Len() || ws[0].role == link {
		return extract.Span{}
	}
	end := 1
	for end < len(ws) && end < 3 && ws[end].Len() == len("年") && (ws[end].role == lone || ws[end].role == suffix) {
		end++
	}
	if end == 1 {
		return extract.Span{}
	}
	return extract.Span{Start: ws[0].Start, End: ws[end-1].End}
}

// nounAt reports whether a noun, or what stands before one, begins at the offset.
func (h *hanReader) nounAt(at int) bool {
	ws := h.cutWords(at, h.clauseEnd(at))
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
