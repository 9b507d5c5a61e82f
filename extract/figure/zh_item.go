package figure

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// items finds what is counted or measured: the noun after the figure, else the
// noun before it in its clause, else what an earlier figure counts.
func (h *hanReader) items() {
	r := h.r
	of := has(h.text, r.outer.End, "的")
	if r.rule == "zh/age" {
		if r.item = h.aged(); r.item.Len() > 0 {
			return
		}
	}
	if r.item = h.among(); r.item.Len() > 0 {
		return
	}
	if r.item = h.portion(); r.item.Len() > 0 {
		return
	}
	if r.item = h.after(r.outer.End); r.item.Len() > 0 {
		return
	}
	if r.item = h.bracketed(); r.item.Len() > 0 {
		return
	}
	subject, places := h.subject()
	if r.item = subject; subject.Len() > 0 && !places {
		return
	}
	if r.item.Len() == 0 && r.unit != nil && r.unit.Kind == "ratio" && r.change == "" && !of && h.nounAt(r.outer.End) {
		if r.item = h.phraseAt(r.outer.End, false); r.item.Len() > 0 {
			return // 七成受访者
		}
	}
	if item := h.alike(); item.Len() > 0 {
		r.item = item
		return
	}
	if r.item.Len() == 0 || places && h.people() {
		if fate := h.fate(); fate.Len() > 0 {
			r.item = fate
			return
		}
	}
	if r.item.Len() > 0 || of || len(h.out) == 0 {
		return
	}
	if last := &h.out[len(h.out)-1]; (last.rule != "zh/count" || r.change != "" || r.basis != "" || h.goesOn(last) || r.unit != nil && r.unit.Kind == "ratio") && h.sameSentence(last.span.End) {
		r.item = last.item // 增长26%，比上年末高2个百分点
	}
}

// among is what the figure before counts, where this one tells how many of
// them: 其中14家从事医疗, 其中近三分之一.
func (h *hanReader) among() extract.Span {
	at := h.left
	for _, w := range [...]string{" ", "有"} {
		if has(h.text, at-len(w), w) {
			at -= len(w)
		}
	}
	if !has(h.text, at-len("其中"), "其中") || len(h.out) == 0 || h.r.unit == nil && h.nounAt(h.r.outer.End) || has(h.text, h.r.outer.End, "是") || has(h.text, h.r.outer.End, "为") {
		return extract.Span{}
	}
	if last := &h.out[len(h.out)-1]; last.rule == "zh/count" && h.sameSentence(last.span.End) {
		return last.item
	}
	return extract.Span{}
}

// portion is what makes up the share of something: 出口占收入的9% speaks of 出口,
// and so does what only takes up a share of an earlier clause, 占9%.
func (h *hanReader) portion() extract.Span {
	if h.r.unit == nil || h.r.unit.Kind != "ratio" && h.r.unit.Name != "times" {
		return extract.Span{}
	}
	from := clauseStartHan(h.text, h.left)
	end := h.overQualifier(from)
	whole := has(h.text, end-len("的"), "的")
	at := strings.LastIndex(h.text[from:end], "占")
	switch {
	case at >= 0 && !has(h.text, from+at, "占比") && (whole || at+len("占") == end-from):
	case whole && strings.Contains(h.text[from:end], "是"):
		at = strings.LastIndex(h.text[from:end], "是")
	default:
		return extract.Span{}
	}
	if item, _ := h.phraseBefore(from, from+at); item.Len() > 0 {
		return item
	}
	if n := len(h.out); n > 0 && h.sameSentence(h.out[n-1].span.End) {
		return h.out[n-1].item
	}
	return extract.Span{}
}

// goesOn reports whether the figure is what an earlier one changes to, or its
// conversion: 由22人增至60人.
func (h *hanReader) goesOn(last *reading) bool {
	gap := h.text[last.outer.End:h.left]
	return h.words.up.at(gap, 0) != "" || h.words.down.at(gap, 0) != "" || has(gap, 0, "（")
}

// alike is what the last figure of the sentence with the same measure word
// counts: 甲县新增9例，乙县8例.
func (h *hanReader) alike() extract.Span {
	w := h.measure()
	if h.r.rule != "zh/count" || w == "" || h.people() {
		return extract.Span{}
	}
	for k := len(h.out) - 1; k >= 0 && h.sameSentence(h.out[k].span.End); k-- {
		if o := &h.out[k]; o.rule == "zh/count" && h.text[o.num.End:o.span.End] == w {
			return o.item
		}
	}
	return extract.Span{}
}

// measure is the measure word of a count.
func (h *hanReader) measure() string { return h.text[h.r.num.End:h.r.span.End] }

// people reports whether the figure counts people without a noun: 5人.
func (h *hanReader) people() bool {
	return h.r.rule == "zh/count" && strings.HasSuffix(h.measure(), "人")
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
	of = of || has(h.text, at-len("的"), "的") // 七成以上的
	if h.r.unit != nil && h.r.unit.Kind == "ratio" && !of {
		return extract.Span{}
	}
	if of || h.r.rule == "zh/count" {
		at = h.overCount(at)
	}
	if h.self() {
		return extract.Span{Start: h.r.num.End, End: h.r.span.End}
	}
	if event := h.befell(at); event.Len() > 0 {
		return event
	}
	if of {
		if item, _ := h.subject(); item.Len() > 0 && h.measures(item) {
			return item // 人口超30万的城市
		}
	}
	if h.r.rule == "zh/count" && h.r.unit == nil && (has(h.text, at, "是") || has(h.text, at, "为")) {
		at += len("是") // 5例为输入病例
	}
	if h.people() && !of && !h.nounAt(at) {
		return extract.Span{}
	}
	item := h.phraseAt(at, of)
	if name := item.In(h.text); of && h.words.vague.is(name) || h.r.unit != nil && (name == "处" || name == "标准") {
		if s, _ := h.subject(); s.Len() > 0 {
			return s // 海拔5700米的地方
		}
	}
	return item
}

// measures reports whether the subject ends with the name of a measure and
// nothing but a word of comparison lies between it and the figure.
func (h *hanReader) measures(item extract.Span) bool {
	end := h.overQualifier(item.Start)
	if item.End != end {
		return false
	}
	return end < h.left || h.left < h.start || h.words.head.before(h.text, end) != ""
}

// self reports whether the measure word is itself what is counted: 三省, 两队.
// People (三人) are where all of them are spoken of.
func (h *hanReader) self() bool {
	w := h.measure()
	if h.r.rule != "zh/count" || w == "" || !h.words.self.is(w) {
		return false
	}
	at := h.r.outer.End
	return w != "人" || has(h.text, at, "全部") || has(h.text, at, "已全部") || has(h.text, at, "均") || has(h.text, at, "都")
}

// befell is what befell the people counted, where no noun is between: 21人死亡.
func (h *hanReader) befell(at int) extract.Span {
	for _, adverb := range [...]string{"已", "已经", "不幸"} {
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

// subject is the noun phrase before the figure in its clause: 人口超, GDP同比增长.
// The second result says that it only names places.
func (h *hanReader) subject() (item extract.Span, places bool) {
	from := clauseStartHan(h.text, h.left)
	if n := len(h.out); n > 0 {
		from = max(from, min(h.out[n-1].span.End, h.left))
		if end := h.out[n-1].item.End; end < h.left {
			from = max(from, end)
		}
	}
	end := h.beforeBracket(from, h.overQualifier(from))
	item, compared := h.phraseBefore(from, end)
	if compared {
		return extract.Span{}, false
	}
	if h.people() && (has(h.text, end-len("的"), "的") || has(h.text, end-len("中有"), "中有")) {
		return extract.Span{}, false // 在场的4人, 山洪中有2人
	}
	places = item.Len() > 0
	for _, w := range h.cutWords(item.Start, item.End) {
		area := w.role == suffix && strings.Contains("省市县区州镇乡村", w.In(h.text))
		places = places && (w.role == place || w.role == comma || w.role == lone || area)
	}
	return item, places
}

// beforeBracket goes back over a bracket that ends at the offset:
// 投资（不含农户）20亿元.
func (h *hanReader) beforeBracket(from, end int) int {
	if !has(h.text, end-len("）"), "）") {
		return end
	}
	if at := strings.LastIndex(h.text[from:end], "（"); at >= 0 {
		return from + at
	}
	return end
}

// overQualifier goes back over the words of change and comparison directly
// before a figure.
func (h *hanReader) overQualifier(from int) int {
	end := h.left
	for moved := true; moved && end > from; {
		moved = false
		for _, l := range [...]*wordList{h.words.up, h.words.down, h.words.yoy, h.words.mom, h.words.qualBefore} {
			w := l.before(h.text, end)
			if w != "" && end-len(w) >= from && len(h.words.whole.before(h.text, end)) <= len(w) && !(end-len(w) == from && strings.HasSuffix(w, "率")) {
				end -= len(w)
				moved = true
			}
		}
		if u := h.r.unit; u != nil && (u.Kind == "ratio" || u.Name == "times") {
			if w := h.words.exceed.before(h.text, end); w != "" && end-len(w) > from && h.words.whole.before(h.text, end) == "" {
				end -= len(w)
				moved = true
			}
		}
		for _, w := range [...]string{" ", "高达", "达到", "多达", "达", "为", "至", "到", "了", "已"} {
			if has(h.text, end-len(w), w) && end-len(w) >= from && len(h.words.whole.before(h.text, end)) <= len(w) {
				end -= len(w)
				moved = true
			}
		}
	}
	return end
}
