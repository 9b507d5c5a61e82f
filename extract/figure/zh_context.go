package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/numeral"
)

// bare decides on a number with no unit or measure word after it.
func (h *hanReader) bare() int {
	r := h.r
	end := r.num.End
	if h.money != nil {
		r.unit = h.money
		return h.settle("zh/money", end)
	}
	if r.flags&numeral.Fraction != 0 && r.low.Less(one) {
		return end
	}
	if u := h.currencyWord(); u != nil {
		r.unit = u
		return h.settle("zh/money", end)
	}
	if u, ok := h.ahead(); ok {
		r.unit, r.conf = u, 0.7
		rule := "zh/count"
		if u != nil {
			rule = "zh/measure"
			switch u.Kind {
			case "money":
				rule = "zh/money"
			case "ratio":
				rule = "zh/percent"
			case "age":
				rule = "zh/age"
			}
		}
		return h.settle(rule, end)
	}
	if has(h.text, end, "人") || has(h.text, r.num.Start, "俩") || has(h.text, r.num.Start, "仨") {
		return h.settle("zh/count", end)
	}
	if h.labelled() {
		return end
	}
	if r.isRange && has(h.text, end, "之间") || h.outdone() || has(h.text, h.start-len("等于"), "等于") {
		return h.settle("zh/count", end)
	}
	scaled := r.flags&(numeral.Scaled|numeral.Grouped) != 0 && r.flags&numeral.Bare == 0
	if q := h.words.qualBefore.before(h.text, h.skipFiller(h.start)); r.flags&numeral.Word != 0 && !scaled && (len(q) < len("超过") || r.low.Less(numeral.Number{Mantissa: 3})) {
		return end
	}
	v, whole := r.low.Int()
	if r.flags == 0 && whole && v >= 1900 && v <= 2099 {
		return end
	}
	if !scaled && !h.stated() {
		return end
	}
	r.conf = 0.6
	if scaled && h.moneyContext() {
		r.unit = h.units.names["CNY"]
		return h.settle("zh/money", end)
	}
	return h.settle("zh/count", end)
}

// labelled reports whether the words before make the number a label: 编号, 电话.
func (h *hanReader) labelled() bool {
	at := h.r.num.Start
	for _, w := range [...]string{"是", "为", "：", ":", " "} {
		if has(h.text, at-len(w), w) {
			at -= len(w)
			break
		}
	}
	return h.words.label.before(h.text, at) != ""
}

// stated reports whether the words before a lone number state it: 达, 为, 超过.
func (h *hanReader) stated() bool {
	if h.r.flags&numeral.Point == 0 && h.titleAfter() {
		return false
	}
	if q := h.words.qualBefore.before(h.text, h.skipFiller(h.start)); q != "" {
		return true
	}
	c, _ := utf8.DecodeLastRuneInString(h.text[:h.start])
	switch c {
	case '达', '为', '至', '到', '了', '共', '计', '增', '占', '数', '是', '亡', '诊':
		next, _ := utf8.DecodeRuneInString(h.text[h.r.num.End:])
		return next < 0x4e00 || next > 0x9fff
	}
	return false
}

// titleAfter reports whether a closing mark of a title follows: 《1921》.
func (h *hanReader) titleAfter() bool {
	return has(h.text, h.r.num.End, "》") || has(h.text, h.r.num.End, "”") && has(h.text, h.start-3, "“") || has(h.text, h.r.num.End, "）") && has(h.text, h.start-3, "（")
}

// currencyWord finds a currency named before the amount: 人民币300万.
func (h *hanReader) currencyWord() *Unit {
	for _, w := range [...]struct{ word, unit string }{{"人民币", "CNY"}, {"港币", "HKD"}, {"美金", "USD"}, {"新台币", "TWD"}, {"日币", "JPY"}, {"台币", "TWD"}} {
		if has(h.text, h.start-len(w.word), w.word) {
			return h.units.names[w.unit]
		}
	}
	return nil
}

var moneyWords = [...]string{"投资", "资金", "融资", "贷款", "产值", "营收", "销售额", "利润", "收入", "金额", "成交额", "税", "补贴", "奖励", "经费", "授信", "额度", "营业额", "票房", "补助", "市值", "估值", "注资", "募资", "净利", "减免", "让利"}

// moneyContext reports whether a number of 万 or 亿 stands for money that is
// not named: 投资3.5亿，.
func (h *hanReader) moneyContext() bool {
	next, _ := utf8.DecodeRuneInString(h.text[h.r.num.End:])
	if next >= 0x4e00 && next <= 0x9fff && next != '的' && next != '以' {
		return false
	}
	from := clauseStartHan(h.text, h.start)
	clause := h.text[max(from, h.start-30):h.start]
	for _, w := range moneyWords {
		for i := 0; i+len(w) <= len(clause); i++ {
			if has(clause, i, w) {
				return true
			}
		}
	}
	return false
}

// ahead gives a number the unit of the last of its list: 10、20和30万元. The
// second result is false where there is no list; a nil unit is a count.
func (h *hanReader) ahead() (*Unit, bool) {
	at := h.r.num.End
	for range 8 {
		next := 0
		for _, j := range [...]string{"、", "和", "或", "及", ", ", "或者"} {
			if has(h.text, at, j) {
				next = at + len(j)
				break
			}
		}
		if next == 0 || next >= len(h.text) {
			return nil, false
		}
		n, ok := numeral.Chinese(h.text, next)
		if !ok || n.Flags&numeral.Vague != 0 || n.Has(numeral.Word) != (h.r.flags&numeral.Word != 0) {
			return nil, false
		}
		if h.words.time.at(h.text, n.End) != "" {
			return nil, false
		}
		if has(h.text, n.End, "岁") {
			return ageUnit, true
		}
		if u, _ := h.chineseUnitAt(n.End); u != nil {
			return u, true
		}
		if h.words.measure.at(h.text, n.End) != "" && h.r.flags&numeral.Word == 0 {
			return nil, true
		}
		at = n.End
	}
	return nil, false
}
