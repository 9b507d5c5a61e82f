package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// items finds what is counted or measured.
func (h *hanReader) items() {
	r := h.r
	if r.rule == "zh/count" || r.rule == "zh/percent" && has(h.text, r.span.End, "的") || r.rule == "zh/age" {
		at := r.outer.End
		if has(h.text, at, "的") {
			at += len("的")
		}
		if end := h.nounEnd(at); end > at+3 {
			r.item = extract.Span{Start: at, End: end}
			return
		}
	}
	if r.item = h.subject(); r.item.Len() == 0 && len(h.out) > 0 {
		if last := &h.out[len(h.out)-1]; last.rule != "zh/count" && h.sameSentence(last.span.End) {
			r.item = last.item // 增长26%，比上年末高2个百分点
		}
	}
}

// sameSentence reports whether no full stop lies between the offset and the
// figure.
func (h *hanReader) sameSentence(from int) bool {
	for i := from; i < h.left; i++ {
		if h.text[i] == '\n' || has(h.text, i, "。") || has(h.text, i, "；") {
			return false
		}
	}
	return true
}

// nounEnd is the end of the run of characters that may be one noun phrase.
func (h *hanReader) nounEnd(at int) int {
	i, n := at, 0
	for i < len(h.text) && n < 16 {
		c, size := utf8.DecodeRuneInString(h.text[i:])
		if !(c >= 0x4e00 && c <= 0x9fff || c < 0x80 && isWord(byte(c)) || c == '“' || c == '”' || c == '、' && n > 0) {
			break
		}
		if w := h.words.stop.at(h.text, i); w != "" && !(w == "中" && has(h.text, i, "中小")) {
			break
		}
		if n > 0 && isDigit(h.text[i]) {
			break
		}
		i += size
		n++
	}
	for i > at && has(h.text, i-3, "、") {
		i -= 3
	}
	return i
}

// subject is the noun phrase before the figure in its clause: 人口超, GDP同比增长.
func (h *hanReader) subject() extract.Span {
	from := clauseStartHan(h.text, h.left)
	end := h.left
	for end > from { // over the verbs and adverbs directly before
		moved := false
		for _, l := range [...]*wordList{h.words.up, h.words.down, h.words.yoy, h.words.mom, h.words.qualBefore, h.words.stop} {
			if w := l.before(h.text, end); w != "" && end-len(w) >= from {
				end -= len(w)
				moved = true
			}
		}
		if end > from && h.text[end-1] == ' ' {
			end--
			moved = true
		}
		if !moved {
			break
		}
	}
	start := end
	for start > from {
		c, size := utf8.DecodeLastRuneInString(h.text[:start])
		if !(c >= 0x4e00 && c <= 0x9fff || c < 0x80 && isLetter(byte(c)) || c == '“' || c == '”' || c == '、') || h.figureEnds(start) {
			break
		}
		if c == '是' || c == '在' || c == '有' || c == '被' || c == '将' || c == '了' || c == '对' || c == '向' || c == '从' || c == '比' || c == '较' {
			if c == '比' || c == '较' { // 比上年末高: what it is compared with is no item
				return extract.Span{}
			}
			break
		}
		start -= size
	}
	return extract.Span{Start: start, End: max(start, end)}
}

func (h *hanReader) figureEnds(at int) bool {
	return len(h.out) > 0 && h.out[len(h.out)-1].span.End == at
}
