package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// items finds what is counted or measured: the noun after the figure, else the
// noun before it in its clause.
func (h *hanReader) items() {
	r := h.r
	of := has(h.text, r.outer.End, "的")
	if r.item = h.after(r.outer.End); r.item.Len() > 0 {
		return
	}
	if r.item = h.bracketed(); r.item.Len() > 0 {
		return
	}
	if r.item = h.subject(); r.item.Len() > 0 || of || len(h.out) == 0 {
		return
	}
	if last := &h.out[len(h.out)-1]; last.rule != "zh/count" && h.sameSentence(last.span.End) {
		r.item = last.item // 增长26%，比上年末高2个百分点
	}
}

// bracketed is the item of the figure that a bracket breaks down or converts:
// 病例22例（甲省13例，乙省9例）.
func (h *hanReader) bracketed() extract.Span {
	if h.words.event.before(h.text, h.left) != "" {
		return extract.Span{} // 病例22例（死亡3例）
	}
	for i := h.left - 1; i >= 0 && i > h.left-maxBracket; i-- {
		switch {
		case h.text[i] == '\n' || h.text[i] == ')' || has(h.text, i, "）") || has(h.text, i, "。"):
			return extract.Span{}
		case h.text[i] == '(' || has(h.text, i, "（"):
			for k := len(h.out) - 1; k >= 0; k-- {
				if o := &h.out[k]; o.outer.End == i && o.rule == h.r.rule {
					return o.item
				}
			}
			return extract.Span{}
		}
	}
	return extract.Span{}
}

// maxBracket bounds, in bytes, how far back an opening bracket is looked for.
const maxBracket = 300

// after is the noun after a figure, over a clause that describes it: 11位少年,
// 3名进入超市的顾客, 5万元奖金. Of a share it must follow 的.
func (h *hanReader) after(at int) extract.Span {
	of := has(h.text, at, "的")
	if of {
		at += len("的")
	}
	if h.r.unit != nil && h.r.unit.Kind == "ratio" && !of {
		return extract.Span{}
	}
	if of || h.r.rule == "zh/count" {
		at = h.overCount(at)
	}
	if event := h.befell(at); event.Len() > 0 {
		return event
	}
	end := h.nounEnd(at)
	if end == at || !of && !has(h.text, end, "的") {
		if head := h.described(max(at, end)); head.Len() > 0 {
			return head
		}
	}
	return extract.Span{Start: at, End: max(at, end)}
}

// befell is what befell the people counted, where no noun is between: 21人死亡.
func (h *hanReader) befell(at int) extract.Span {
	for _, adverb := range [...]string{"全部", "已", "均", "已经", "不幸"} {
		if has(h.text, at, adverb) {
			at += len(adverb)
		}
	}
	w := h.words.event.at(h.text, at)
	if w == "" || h.r.unit != nil || h.words.whole.at(h.text, at) != "" {
		return extract.Span{}
	}
	return extract.Span{Start: at, End: at + len(w)}
}

// overCount goes over a count before the noun: 66岁的两名工人, 315户1300名群众.
func (h *hanReader) overCount(at int) int {
	n, ok := numeral.Chinese(h.text, at)
	if !ok {
		return at
	}
	end := n.End
	for _, more := range [...]string{"余", "多"} {
		if has(h.text, end, more) {
			end += len(more)
		}
	}
	if w := h.words.measure.at(h.text, end); w != "" {
		return end + len(w)
	}
	return at
}

// maxDescribed bounds, in bytes, the clause that describes a noun.
const maxDescribed = 45

// described is the noun after the 的 that closes a describing clause at the
// offset: 正在运作的中心. No mark but 、 may stand before the 的.
func (h *hanReader) described(at int) extract.Span {
	if h.words.verb.at(h.text, at) == "" && h.words.stop.at(h.text, at) == "" && !has(h.text, at, "、来自") {
		return extract.Span{}
	}
	for i := at; i < len(h.text) && i < at+maxDescribed; {
		c, size := utf8.DecodeRuneInString(h.text[i:])
		if c == '的' {
			from := i + size
			if end := h.nounEnd(from); end > from+3 {
				return extract.Span{Start: from, End: end}
			}
			return extract.Span{}
		}
		if (c < 0x4e00 || c > 0x9fff) && c != '、' && c != '“' && c != '”' {
			return extract.Span{}
		}
		i += size
	}
	return extract.Span{}
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
		if w := h.words.whole.at(h.text, i); w != "" {
			i += len(w)
			n += utf8.RuneCountInString(w)
			continue
		}
		if w := h.words.stop.at(h.text, i); w != "" && !(w == "中" && has(h.text, i, "中小")) || h.words.verb.at(h.text, i) != "" {
			break
		}
		if n > 0 && isDigit(h.text[i]) && !has(h.text, i-len("“"), "“") {
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
	event := extract.Span{}
	for end > from { // over the verbs and adverbs directly before
		moved := false
		for _, l := range [...]*wordList{h.words.up, h.words.down, h.words.yoy, h.words.mom, h.words.qualBefore, h.words.stop, h.words.verb} {
			if w := l.before(h.text, end); w != "" && end-len(w) >= from && len(h.words.whole.before(h.text, end)) <= len(w) {
				end -= len(w)
				moved = true
				if h.words.event.is(w) {
					event = extract.Span{Start: end, End: end + len(w)}
				}
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
	if item := h.core(start, end); item.Len() > 0 {
		if event.Len() > 0 && event.Start == end {
			item.End = event.End // 新冠确诊
		}
		return item
	}
	return event
}

// core is the last noun phrase of a stretch before a figure: what stands after
// its verbs, links and words of time.
func (h *hanReader) core(start, end int) extract.Span {
	from := start
	for i := start; i < end; {
		if w := h.words.whole.at(h.text, i); w != "" && i+len(w) <= end {
			i += len(w)
			continue
		}
		if w := longest(h.text, i, h.words.stop, h.words.verb, h.words.lead); w != "" && i+len(w) < end && (len(w) > len("的") || w == "的" || i == from && h.words.lead.is(w)) {
			i += len(w)
			from = i
			continue
		}
		_, size := utf8.DecodeRuneInString(h.text[i:])
		i += size
	}
	for from < end && (has(h.text, from, "、") || has(h.text, from, "”") || has(h.text, from, "“") && end-from < len("“一")) {
		from += len("、")
	}
	return extract.Span{Start: from, End: max(from, end)}
}

// longest is the longest word of the lists at the offset.
func longest(s string, i int, lists ...*wordList) string {
	best := ""
	for _, l := range lists {
		if w := l.at(s, i); len(w) > len(best) {
			best = w
		}
	}
	return best
}

func (h *hanReader) figureEnds(at int) bool {
	return len(h.out) > 0 && h.out[len(h.out)-1].span.End == at
}
