package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/numeral"
)

// minor adds the small coin that goes on: 两美元又三美分, 3元5角.
func (h *hanReader) minor(end int) int {
	r := h.r
	if r.isRange || r.flags&(numeral.Scaled|numeral.Point) != 0 {
		return end
	}
	at := end
	if has(h.text, at, "又") {
		at += len("又")
	}
	n, ok := numeral.Chinese(h.text, at)
	if !ok || n.Flags&^numeral.Word != 0 || !n.Value.Less(numeral.Number{Mantissa: 100}) {
		return end
	}
	u, after := h.chineseUnitAt(n.End)
	if u == nil || u.Name != r.unit.Name || u.minor == 0 {
		return h.coins(end, n)
	}
	if sum, ok := r.low.Plus(n.Value.Shift(u.minor)); ok {
		r.low = sum
		return after
	}
	return end
}

// coins reads the 角, 毛 and 分 after yuan: 3元5角, 三块五毛, 十二块三毛五, 两块五.
func (h *hanReader) coins(end int, n numeral.Numeral) int {
	r := h.r
	if r.unit.Name != "CNY" || r.unit.minor != 0 {
		return end
	}
	spoken := has(h.text, end-len("块"), "块")
	shift, digits := int32(-1), numeral.Number{Mantissa: 10}
	after := n.End
	switch {
	case has(h.text, n.End, "角"), has(h.text, n.End, "毛"):
		after += len("角")
	case has(h.text, n.End, "分") && !has(h.text, n.End, "分之"):
		after, shift, digits = after+len("分"), -2, numeral.Number{Mantissa: 100}
	case !spoken || h.words.measure.at(h.text, n.End) != "" || h.noun(n.End):
		return end
	}
	if !n.Value.Less(digits) {
		return end
	}
	sum, ok := r.low.Plus(n.Value.Shift(shift))
	if !ok {
		return end
	}
	r.low = sum
	if last, ok := numeral.Chinese(h.text, after); ok && shift == -1 && after > n.End && last.Value.Less(digits) && last.Flags&^numeral.Word == 0 {
		end := last.End
		if has(h.text, end, "分") {
			end += len("分")
		}
		if sum, ok := r.low.Plus(last.Value.Shift(-2)); ok && (end > last.End || !h.noun(end)) {
			r.low, after = sum, end
		}
	}
	return after
}

// multiple reads 3倍 and 翻一番. 翻两番 is four times.
func (h *hanReader) multiple(end int) int {
	r := h.r
	if has(h.text, r.num.End, "番") {
		if !has(h.text, h.start-len("翻"), "翻") && !has(h.text, h.start-len("翻了"), "翻了") {
			return r.num.End
		}
		n, ok := r.low.Int()
		if !ok || n < 1 || n > 10 {
			return r.num.End
		}
		r.low = numeral.Number{Mantissa: 1 << n}
	} else if has(h.text, end, "速") || has(h.text, end, "镜") || has(h.text, end, "率") {
		return end
	}
	return h.settle("zh/times", end)
}

// per reads the denominator of a compound unit: 元/吨, 元每吨.
func (h *hanReader) per(end int) int {
	r := h.r
	for _, j := range [...]string{"/", "／", "每"} {
		if has(h.text, end, j) {
			if u, after := h.chineseUnitAt(end + len(j)); u != nil && u.Kind != "ratio" && u.Kind != "money" && r.unit.Kind != "ratio" {
				r.per = u
				return after
			}
		}
	}
	return end
}

// degrees reads 度: of heat where the words before speak of it, else of angle;
// in characters it counts times (两度夺冠).
func (h *hanReader) degrees(at int) bool {
	if !has(h.text, at, "度") || has(h.text, at, "度电") {
		return false
	}
	switch {
	case has(h.text, h.start-len("华氏"), "华氏"):
		h.r.unit = h.units.names["fahrenheit"]
	case h.warm():
		h.r.unit = h.units.names["celsius"]
	case h.angle():
		h.r.unit = h.units.names["degree"]
	default:
		return false
	}
	h.settle("zh/measure", at+len("度"))
	return true
}

// tenths reads 五成, 三成五, 六成多.
func (h *hanReader) tenths(at int) bool {
	r := h.r
	if !has(h.text, at, "成") || (numeral.Number{Mantissa: 10}).Less(r.low) || r.flags&(numeral.Vague|numeral.Bare) != 0 {
		return false
	}
	end := at + len("成")
	for _, w := range [...]string{"为", "立", "功", "员", "本", "果", "熟", "绩", "长", "都", "交", "语", "就", "分", "品", "人", "年", "效", "型", "群", "套", "因", "形", "像", "份", "天", "名", "双", "千"} {
		if has(h.text, end, w) {
			return false
		}
	}
	r.unit = h.units.names["percent"]
	r.low, r.high = r.low.Shift(1), r.high.Shift(1)
	if n, ok := numeral.Chinese(h.text, end); ok && n.Value.Less(numeral.Number{Mantissa: 10}) && n.Has(numeral.Word) && n.End == end+len("五") &&
		n.Flags&(numeral.Fraction|numeral.Vague|numeral.Bare) == 0 && h.words.measure.at(h.text, n.End) == "" && h.words.time.at(h.text, n.End) == "" {
		if sum, ok := r.low.Plus(n.Value); ok {
			r.low, end = sum, n.End
		}
	} else if has(h.text, end, "半") {
		if sum, ok := r.low.Plus(numeral.Number{Mantissa: 5}); ok {
			r.low, end = sum, end+len("半")
		}
	}
	h.settle("zh/percent", end)
	return true
}

// discount reads 八折, 8.5折 and 七五折: the percentage of the price that is left.
func (h *hanReader) discount(at int) bool {
	r := h.r
	if !has(h.text, at, "折") || r.flags&(numeral.Vague|numeral.Bare|numeral.Scaled) != 0 || r.low.IsZero() || !r.low.Less(numeral.Number{Mantissa: 100}) {
		return false
	}
	end := at + len("折")
	for _, w := range [...]string{"叠", "合", "算", "子", "旧", "腰", "线", "返", "射", "页", "戏", "断", "磨", "转", "中", "现"} {
		if has(h.text, end, w) {
			return false
		}
	}
	if r.low == (numeral.Number{Mantissa: 10}) || r.low == (numeral.Number{Mantissa: 1, Exp: 1}) { // 十折 is the full price
		return false
	}
	r.unit = h.units.names["percent"]
	if r.flags&numeral.Fraction != 0 { // 半折
		r.low = r.low.Shift(2)
	} else if r.isRange && r.flags&numeral.Range != 0 { // 七八折 is between the two, 五五折 was read as 55
		r.low, r.high = r.low.Shift(1), r.high.Shift(1)
	} else if r.low.Less(numeral.Number{Mantissa: 10}) || r.flags&numeral.Point != 0 {
		r.low, r.high = r.low.Shift(1), r.high.Shift(1)
	}
	h.settle("zh/percent", end)
	return true
}

// dozen reads 打 after a number as twelve of what follows, where it begins no
// verb: 十打铅笔, but 二十打开.
func (h *hanReader) dozen() bool {
	r := h.r
	if !has(h.text, r.num.End, "打") || r.isRange || r.flags&(numeral.Vague|numeral.More|numeral.Point|numeral.Fraction) != 0 {
		return false
	}
	end := r.num.End + len("打")
	if h.words.strike.at(h.text, end) != "" {
		return false
	}
	v, ok := r.low.Times(numeral.Number{Mantissa: 12})
	if ok {
		r.low, r.num.End = v, end
	}
	return ok
}

// young reads the age of an infant: 三周大, 90天大.
func (h *hanReader) young(at int, span string) bool {
	unit := map[string]*Unit{"天": ageDay, "周": ageWeek, "星期": ageWeek, "个星期": ageWeek, "个月": ageMonth, "岁": ageUnit}[span]
	end := at + len(span)
	if unit == nil || !has(h.text, end, "大") || h.words.item.at(h.text, end+len("大")) != "" {
		return false
	}
	h.r.unit = unit
	h.settle("zh/age", end+len("大"))
	return true
}

// points reads 分 as what a match or test gives, where it is no time or share.
func (h *hanReader) points(at int) bool {
	if !has(h.text, at, "分") || h.r.flags&numeral.Word != 0 && h.r.flags&numeral.Scaled == 0 && !h.r.low.Less(numeral.Number{Mantissa: 1000}) {
		return false
	}
	end := at + len("分")
	for _, w := range [...]string{"钟", "之", "秒", "别", "析", "布", "为", "类", "局", "公司", "会", "支", "米", "贝", "红", "店", "行", "校", "许", "时", "享", "级"} {
		if has(h.text, end, w) {
			return false
		}
	}
	c, _ := utf8.DecodeLastRuneInString(h.text[:h.r.num.Start])
	if c == '时' || c == '点' || c == ':' || c == '：' || h.r.flags&numeral.Word != 0 {
		return false
	}
	h.settle("zh/count", end)
	return true
}

// quake reads 级 as the strength of an earthquake.
func (h *hanReader) quake(at int) bool {
	if !has(h.text, at, "级") {
		return false
	}
	end := at + len("级")
	if !h.near([]string{"震级", "里氏", "地震", "规模", "余震", "震"}) && !has(h.text, end, "地震") && !has(h.text, end, "余震") || h.near([]string{"震度", "烈度", "响应", "应急"}) ||
		has(h.text, end, "应急") || has(h.text, end, "响应") {
		return false
	}
	h.r.unit = h.units.names["magnitude"]
	h.settle("zh/measure", end)
	return true
}
