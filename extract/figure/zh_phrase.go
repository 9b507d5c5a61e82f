package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// maxPhraseHan bounds, in bytes, how far behind a figure its noun is looked for.
const maxPhraseHan = 75

// phraseAt is the noun phrase that begins at the offset.
func (h *hanReader) phraseAt(at int, of bool) extract.Span {
	if item := h.quoted(at); item.Len() > 0 {
		return item
	}
	ws := h.cutWords(at, h.clauseEnd(at))
	if len(ws) == 0 {
		return extract.Span{}
	}
	if head := h.described(ws); head >= 0 {
		ws, of = ws[head:], true
	}
	n := h.nounPhrase(ws, of)
	if n == 0 {
		return extract.Span{}
	}
	if end := ws[n-1].End; n == 1 && ws[0].In(h.text) == "省" {
		return extract.Span{Start: ws[0].Start, End: h.overBracket(end)}
	}
	if end := ws[n-1].End; h.r.rule == "zh/count" && n > 1 && ws[n-2].role == noun && h.states(end) {
		n-- // 8户农家收入达3万元: what the next figure is said of
	}
	return extract.Span{Start: ws[0].Start, End: ws[n-1].End}
}

// overBracket goes over the bracket of 省（区、市）.
func (h *hanReader) overBracket(at int) int {
	return at + len(h.words.division.at(h.text, at))
}

// states reports whether the words at the offset lead to another figure.
func (h *hanReader) states(at int) bool {
	w := longest(h.text, at, h.words.up, h.words.down, h.words.qualBefore)
	if w == "" && (has(h.text, at, "达") || has(h.text, at, "为")) {
		w = "达"
	}
	_, ok := numeral.Chinese(h.text, at+len(w))
	return w != "" && ok
}

// clauseEnd is the first mark after the offset that no noun phrase goes over.
func (h *hanReader) clauseEnd(at int) int {
	i := at
	for i < len(h.text) && i < at+maxPhraseHan {
		c, size := utf8.DecodeRuneInString(h.text[i:])
		if !(c >= 0x4e00 && c <= 0x9fff || c < 0x80 && isWord(byte(c)) || c == '、' || c == '·' || c == '“' || c == '”' || c == '-') {
			break
		}
		i += size
	}
	return i
}

// quoted is what stands in quotation marks at the offset, where no noun follows:
// 4个“90后”.
func (h *hanReader) quoted(at int) extract.Span {
	if !has(h.text, at, "“") {
		return extract.Span{}
	}
	from := at + len("“")
	for i := from; i < len(h.text) && i < from+maxQuoted; {
		c, size := utf8.DecodeRuneInString(h.text[i:])
		if c == '”' {
			ws := h.cutWords(i+size, h.clauseEnd(i+size))
			if n := h.nounPhrase(ws, false); n > 0 {
				return extract.Span{Start: at, End: ws[n-1].End}
			}
			return extract.Span{Start: from, End: i}
		}
		if c == '。' || c == '\n' {
			break
		}
		i += size
	}
	return extract.Span{}
}

// maxQuoted bounds, in bytes, a quoted name.
const maxQuoted = 45

// described is the index of the word after the 的 that closes a describing
// clause which begins with a verb or adjective: 正在运作的中心. It is -1 where
// there is none.
func (h *hanReader) described(ws []hanWord) int {
	if len(ws) == 0 {
		return -1
	}
	switch ws[0].role {
	case noun, place, moment, suffix:
		return -1
	case lone:
		if !ws[0].rule && (len(ws) < 2 || ws[1].role != link) {
			return -1
		}
	}
	for i, w := range ws {
		if w.In(h.text) == "的" {
			if i+1 < len(ws) && h.nounPhrase(ws[i+1:], true) > 0 {
				return i + 1
			}
			return -1
		}
	}
	return -1
}

// nounPhrase is how many of the words are one noun phrase that begins with the
// first. A verb belongs to it before its first noun (演出团体), not after it
// (学生溺水身亡), unless a suffix makes a noun of it. After 的 a verb that takes an
// object may stand for a noun too (的罚款).
func (h *hanReader) nounPhrase(ws []hanWord, of bool) int {
	end, loose := 0, 0
walk:
	for i, w := range ws {
		next := link
		if i+1 < len(ws) {
			next = ws[i+1].role
		}
		switch w.role {
		case noun, place, suffix, moment:
			end = i + 1
			if i == 0 && w.In(h.text) == "人" {
				break walk
			}
		case attr:
			if next == link {
				break walk
			}
		case lone:
			switch {
			case end == 0:
				loose = i + 1
			case next == noun && h.words.front.is(w.In(h.text)):
			case i+1 == len(ws) && !w.rule && (ws[i-1].role == suffix || ws[i-1].role == lone):
				end = i + 1 // 戏骨
			default:
				break walk
			}
		case verb:
			switch {
			case next == suffix:
			case end == 0 && i > 1 && loose == i && lones(ws[:i]):
				break walk
			case end == 0 && (!w.rule || of || i > 0 && next == noun):
				loose = i + 1
			case end > 0 && !w.rule && next == noun && (i+2 == len(ws) || ws[i+2].role == link) && ws[i+1].Len() == len("团体") && !h.words.event.is(ws[i+1].In(h.text)):
			default:
				break walk
			}
		case comma:
			if end != i || end == 0 || next == link || next == verb {
				break walk
			}
		default:
			break walk
		}
	}
	if end == 0 && (h.measure() != "" && h.r.rule == "zh/count" || of || len(ws) == 1 && ws[0].role == lone && h.r.unit != nil && (h.r.unit.Kind == "volume" || h.r.unit.Kind == "mass")) {
		return loose
	}
	return end
}

// lones reports whether the dictionary knows none of the words: they may be a
// name.
func lones(ws []hanWord) bool {
	for _, w := range ws {
		if w.role != lone {
			return false
		}
	}
	return true
}

// phraseBefore is the last noun phrase of a stretch before a figure: what
// stands after its verbs, links and words of time. The second result says that
// the stretch ends with what the figure is compared with (比上年末高).
func (h *hanReader) phraseBefore(from, end int) (item extract.Span, compared bool) {
	ws := h.cutWords(from, end)
	for i := len(ws) - 1; i > 0; i-- { // 收益率从年初的2%下滑, 收入比上年增长: what stands before 从 or 比
		if c := ws[i].In(h.text); c == "从" || c == "由" || compares(c) {
			if item, _ := h.lastPhrase(ws[:i]); item.Len() > 0 {
				return item, false
			}
		}
	}
	return h.lastPhrase(ws)
}

// lastPhrase is the noun phrase that the words end with, before their
// predicate; the second result is that of phraseBefore.
func (h *hanReader) lastPhrase(ws []hanWord) (item extract.Span, compared bool) {
	k := h.overPredicate(ws)
	i := k
	for i > 0 && h.joins(ws, i, k) {
		i--
	}
	if i > 0 && i+1 < k && ws[i-1].In(h.text) == "每" {
		i++ // 每小时租金
	}
	for i < k && (ws[i].role == comma || i+1 < k && i > 0 && ws[i-1].role == link && h.words.measure.is(ws[i].In(h.text)) || ws[i].role == suffix && i+1 < k || i+1 < k && ws[i].role == place) {
		i++
	}
	if n := max(i, 1); n <= len(ws) && (compares(ws[n-1].In(h.text)) || k < len(ws) && compares(ws[k].In(h.text))) {
		return extract.Span{}, true
	}
	if k > i+1 && h.r.rule == "zh/count" && ws[k-1].In(h.text) == "总数" {
		k--
	}
	if i == k || k == i+1 && h.words.mean.is(ws[i].In(h.text)) {
		return extract.Span{}, false
	}
	return extract.Span{Start: ws[i].Start, End: ws[k-1].End}, false
}

// compares reports whether what follows is only compared with the subject.
func compares(w string) bool { return w == "比" || w == "较" }

// overPredicate is how many of the words are left without the verbs, adverbs
// and words of time at their end. A verb without an object after a noun stays:
// it may be a noun (支出预算); after an adverb it goes (文化节已成功举办).
func (h *hanReader) overPredicate(ws []hanWord) int {
	k := len(ws)
	for k > 0 {
		switch w := ws[k-1]; w.role {
		case link, moment, comma:
			if c := w.In(h.text); k > 2 && ws[k-2].role == lone && strings.Contains("了成到至出给着过得", c) {
				k-- // 白瓷摔成
			}
			k--
			continue
		case attr:
			if k > 1 && (k < len(ws) || ws[k-2].role == noun) {
				k-- // 已成功举办, 雨量普遍在
				continue
			}
		case lone, noun, suffix:
			if h.words.mean.is(w.In(h.text)) && k > 1 {
				k-- // 工资年均上涨
				continue
			}
			if w.rule && (k == 1 || ws[k-2].role != lone) {
				k-- // 一天卖
				continue
			}
			if k > 1 && ws[k-2].In(h.text) == "每" {
				k -= 2 // 每箱
				continue
			}
		case verb:
			if k == len(ws) && k > 1 && h.r.change != "" && (ws[k-2].role == noun || ws[k-2].role == suffix) {
				return k // 地区投资增长
			}
			if w.rule && !(k > 1 && (ws[k-2].role == lone && h.words.front.is(ws[k-2].In(h.text)) || ws[k-2].role == verb && ws[k-2].rule && k == len(ws))) {
				k-- // but not 总投资, 发放贷款
				continue
			}
		}
		break
	}
	i := k
	for i > 0 && (ws[i-1].role == verb || i < k && (ws[i-1].role == attr || ws[i-1].role == link && ws[i-1].Len() == len("已") && ws[i-1].In(h.text) != "的")) {
		i--
	}
	if i > 0 && i < k-1 && ws[i].role == link && (ws[i-1].role == noun || ws[i-1].role == suffix) {
		return i
	}
	return k
}

// joins reports whether the word before the i-th belongs to the noun phrase
// that ends before the k-th.
func (h *hanReader) joins(ws []hanWord, i, k int) bool {
	w := ws[i-1]
	if i < k {
		switch first := ws[i].In(h.text); {
		case h.words.mean.is(first):
			return w.role == lone // 年平均
		case first == "新增":
			return w.In(h.text) == "单日"
		}
	}
	switch w.role {
	case noun, place, suffix, attr:
		return true
	case lone:
		return !w.rule || i == k || ws[i].role != noun || ws[i].Len() < len("客人") // 拉客人
	case verb:
		if w.In(h.text) == "新增" && i < k {
			last := ws[k-1].In(h.text)
			return h.words.event.is(last) || h.words.patient.before(last, len(last)) != "" || h.r.rule == "zh/count" && h.measure() == "例"
		}
		return !w.rule || i == k || h.words.stative.is(w.In(h.text)) || ws[i].role == suffix || h.words.head.is(ws[i].In(h.text)) && !h.words.lead.is(w.In(h.text))
	case comma:
		return i < k && i > 1 && ws[i-2].role != link && ws[i-2].role != verb
	}
	return false
}
