package figure

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/numeral"
)

// qualify reads the comparison around the quantity.
func (h *hanReader) qualify() {
	r := h.r
	h.left = h.start
	at := h.skipFiller(h.start)
	if q := h.words.qualBefore.before(h.text, at); q != "" {
		sign := h.words.before[q]
		if !h.noQualifier(q, at) {
			h.left = at - len(q)
			if r.cmp == "" || sign == ">=" || sign == "<=" {
				r.cmp = sign
			}
			if outer := h.words.qualBefore.before(h.text, h.left); outer != "" && (h.words.before[outer] == ">=" || h.words.before[outer] == "<=") {
				r.cmp = h.words.before[outer]
			}
			if h.negated(h.left) {
				switch sign {
				case ">":
					r.cmp = "<="
				case "<":
					r.cmp = ">="
				}
			}
		}
	}
	if r.flags&numeral.Bare != 0 && has(h.text, h.start-len("上"), "上") && r.cmp == "" {
		r.cmp = ">="
	}
	h.shareQualifier()
	if h.outdone() {
		h.left = spaceBefore(h.text, h.start) - len("比")
		r.cmp = h.outdoes(r.span.End)
		r.outer.Start, r.outer.End = h.left, spaceAt(h.text, r.span.End)+len("大")
		return
	}
	r.outer.Start = h.left
	end := spaceAt(h.text, r.span.End)
	if q := h.words.qualAfter.at(h.text, end); q != "" && !h.noAfter(q, end) {
		sign := h.words.after[q]
		if r.cmp == "" || r.cmp == "~" || sign == ">=" || sign == "<=" {
			r.cmp = sign
		}
		r.outer.End = end + len(q)
	} else if end < len(h.text) && h.text[end] == '+' {
		r.cmp = ">="
	}
}

// outdone reports whether the number is what something is compared with: 比三十大.
func (h *hanReader) outdone() bool {
	at := spaceBefore(h.text, h.start)
	if !has(h.text, at-len("比"), "比") {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(h.text[:at-len("比")])
	if c >= '0' && c <= '9' || strings.ContainsRune("一二三四五六七八九十占同环对之零", c) { // a score, a share, a ratio
		return false
	}
	return h.outdoes(h.r.num.End) != "" || h.r.span.End > h.r.num.End && h.outdoes(h.r.span.End) != ""
}

// outdoes is the comparison that the adjective at the offset makes, "" if none
// stands there.
func (h *hanReader) outdoes(at int) string {
	at = spaceAt(h.text, at)
	c, size := utf8.DecodeRuneInString(h.text[at:])
	next, _ := utf8.DecodeRuneInString(h.text[at+size:])
	if strings.ContainsRune("家型量度约人学胜众", next) { // 大家, 高度
		return ""
	}
	switch c {
	case '大', '多', '高', '长', '重':
		return ">"
	case '小', '少', '低', '短', '轻':
		return "<"
	}
	return ""
}

// shareQualifier reads the comparison that stands before the whole of a share:
// 不超过座位数的30%.
func (h *hanReader) shareQualifier() {
	r := h.r
	if r.cmp != "" || r.unit == nil || r.unit.Kind != "ratio" || !has(h.text, h.start-len("的"), "的") {
		return
	}
	from := max(clauseStartHan(h.text, h.start), h.start-45)
	for i := h.start - len("的"); i > from; i-- {
		for _, q := range [...]string{"不超过", "不低于", "不少于", "不高于", "超过", "低于", "高于", "不足"} {
			if has(h.text, i-len(q), q) && i-len(q) >= from {
				r.cmp = h.words.before[q]
				return
			}
		}
	}
}

// skipFiller goes back over words that add nothing between a qualifier and its
// number: 超过了, 至少有, 不低于人民币.
func (h *hanReader) skipFiller(at int) int {
	if at > 0 && h.text[at-1] == ' ' {
		at--
	}
	for range 2 {
		for _, w := range [...]string{"了", "有", "达到", "达", "人民币", "为", "在", "到", "于", "是", "要", "需"} {
			if has(h.text, at-len(w), w) && h.words.qualBefore.before(h.text, at) == "" {
				at -= len(w)
				break
			}
		}
	}
	return at
}

// noQualifier tells qualifiers that are part of another word: 通过3项, 附近2家,
// 经过, 打破, 提高于.
func (h *hanReader) noQualifier(q string, at int) bool {
	c, _ := utf8.DecodeLastRuneInString(h.text[:at-len(q)])
	switch q {
	case "过":
		return c != '早' && c != '已' && c != '远' && c != '均' && c != '数'
	case "近":
		return c == '附' || c == '最' || c == '临' || c == '就' || c == '邻' || c == '靠' || c == '新'
	case "破":
		return c == '打' || c == '爆' || c == '侦' || c == '攻'
	case "约":
		return c == '签' || c == '预' || c == '节' || c == '合' || c == '条' || c == '公' || c == '契' || c == '违' || c == '履' || c == '纽' || c == '解' || c == '集'
	case "超":
		return c == '中' || c == '英' || c == '西' || c == '反'
	case "限":
		return c == '有' || c == '期' || c == '上' || c == '下' || c == '年' || c == '权' || c == '时' || c == '无'
	}
	return false
}

func (h *hanReader) negated(at int) bool {
	for _, w := range [...]string{"不", "未", "没有", "不能", "不得", "不会", "尚未", "没", "不应", "不可", "禁止", "未曾", "从未", "不要"} {
		if has(h.text, at-len(w), w) {
			return true
		}
	}
	return false
}

// noAfter tells 起 and 上下 that belong to what follows.
func (h *hanReader) noAfter(q string, at int) bool {
	end := at + len(q)
	switch q {
	case "起":
		return true
	case "余", "多", "有余":
		for _, w := range [...]string{"额", "热", "震", "下", "地", "粮", "味", "方", "样", "元", "部", "次", "年", "国", "边", "项", "个"} {
			if has(h.text, end, w) {
				return true
			}
		}
	case "以下":
		next, _ := utf8.DecodeRuneInString(h.text[end:])
		return next == '：' || next == ':' || next == '几' || next == '简'
	case "上下", "来往":
		return h.noun(end) && !has(h.text, end, "的")
	case "不到", "不足":
		next, _ := utf8.DecodeRuneInString(h.text[end:])
		return next >= 0x4e00 && next <= 0x9fff
	case "许":
		return has(h.text, end, "可")
	}
	return false
}
