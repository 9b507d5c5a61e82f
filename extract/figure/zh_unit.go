package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// bareStands reports whether a lone 百, 千, 万 or 亿 is a number here: 上万人, 近百家.
func (h *hanReader) bareStands() bool {
	c, size := utf8.DecodeLastRuneInString(h.text[:h.start])
	switch c {
	case '近', '逾', '超', '约', '过', '破':
		return true
	case '上':
		return !has(h.text, h.start-size-len("千"), "千")
	}
	return false
}

// unit reads the unit or measure word after the number and settles the
// reading; it returns the offset to go on from.
func (h *hanReader) unit() int {
	r := h.r
	at := spaceAt(h.text, r.num.End)
	for _, w := range [...]string{"周岁", "岁"} {
		if has(h.text, at, w) && !has(h.text, at, "岁月") {
			r.unit = ageUnit
			end := at + len(w)
			if v, ok := r.low.Plus(numeral.Number{Mantissa: 5, Exp: -1}); ok && has(h.text, end, "半") && !r.isRange && r.flags&numeral.Point == 0 { // 三岁半
				r.low, end = v, end+len("半")
			}
			return h.settle("zh/age", end)
		}
	}
	if h.dozen() {
		return h.settle("zh/count", r.num.End)
	}
	u, unitEnd := h.chineseUnitAt(at)
	span := h.words.time.at(h.text, at)
	measure := h.words.measure.at(h.text, at)
	if u != nil && h.misread(u, unitEnd) {
		u = nil
	}
	switch {
	case h.tenths(at), h.discount(at), h.young(at, span):
		return r.span.End
	case u != nil && unitEnd-at >= max(len(span), len(measure)):
		return h.measured(u, unitEnd)
	case h.degrees(at):
		return r.span.End
	case h.points(at):
		return r.span.End
	case span != "" && len(span) >= len(measure):
		r.class, r.rule, r.time = duration, "zh/duration", span
		r.span = extract.Span{Start: h.start, End: at + len(span)}
		return at + len(span)
	case h.quake(at):
		return r.span.End
	case measure != "" && !h.notMeasure(at, measure):
		return h.count(at, measure)
	case has(h.text, at, "大") && h.words.item.at(h.text, at+len("大")) != "":
		return h.settle("zh/count", at+len("大"))
	}
	return h.bare()
}

// notMeasure tells measure words that begin another word here: 5国际, 3地区别.
func (h *hanReader) notMeasure(at int, m string) bool {
	return len(h.words.longer.at(h.text, at)) > len(m)
}

// count settles a count with its measure word. "One" and "the second" in
// characters count nothing: 一个, 二期; a floor is a place.
func (h *hanReader) count(at int, measure string) int {
	r := h.r
	end := h.settle("zh/count", at+len(measure))
	if v, ok := r.low.Int(); measure == "届" && ok && v >= 1900 && v <= 2099 {
		r.class = name // the class of 2022
		return end
	}
	single := r.flags == numeral.Word && !r.isRange
	casualty := measure == "人" || measure == "例"
	switch {
	case single && r.low == one && (r.cmp == "" || r.cmp == "~") && !casualty:
		r.class = determiner
	case single && r.low == numeral.Number{Mantissa: 2} && has(h.text, r.num.Start, "二") && measure != "人" && measure != "位" && measure != "名" && measure != "者":
		r.class = name
	case measure == "层" && r.cmp == "" && !h.near([]string{"高", "共", "楼房", "建筑", "地上", "地下"}):
		r.class = name
	}
	return end
}

// measured settles a quantity with a unit of the table.
func (h *hanReader) measured(u *Unit, end int) int {
	r := h.r
	r.unit = u
	if u.Kind == "money" {
		if h.money != nil && h.money.Name != u.Name && u.Name == "CNY" {
			r.unit = h.money
		}
		return h.settle("zh/money", h.per(h.minor(end)))
	}
	if u.Name == "times" {
		return h.multiple(end)
	}
	rule := "zh/measure"
	if u.Kind == "ratio" {
		rule = "zh/percent"
	}
	if half := len("半"); has(h.text, end, "半") && u.Kind != "ratio" && !r.isRange && r.flags&numeral.Point == 0 { // 一吨半
		if v, ok := r.low.Plus(numeral.Number{Mantissa: 5, Exp: -1}); ok {
			r.low, end = v, end+half
		}
	}
	return h.settle(rule, h.per(end))
}

// misread tells units whose word means another thing here.
func (h *hanReader) misread(u *Unit, end int) bool {
	r := h.r
	switch u.Name {
	case "CNY":
		if has(h.text, end-len("块"), "块") {
			return h.noun(end) && !has(h.text, end, "钱") && !h.coinsAt(end)
		}
		return has(h.text, end-len("元"), "元") && (has(h.text, end, "旦") || has(h.text, end, "宵") || has(h.text, end, "素") || has(h.text, end, "年"))
	case "li":
		return has(h.text, end, "面") || has(h.text, end, "程") || has(h.text, end, "约") && h.r.flags&numeral.Word != 0
	case "m":
		return has(h.text, end-len("米"), "米") && (has(h.text, end, "饭") || has(h.text, end, "粉") || has(h.text, end, "兰"))
	case "horsepower":
		return has(h.text, end-len("匹"), "匹") && h.noun(end)
	case "chi", "cun", "zhang", "dan", "qing", "carat":
		return r.flags&numeral.Word != 0 && h.noun(end) && u.Name != "chi"
	}
	return false
}

// coinsAt reports whether an amount goes on in small coins: 三块五毛, 两块五.
func (h *hanReader) coinsAt(at int) bool {
	n, ok := numeral.Chinese(h.text, at)
	if !ok || n.Flags&^numeral.Word != 0 || !n.Value.Less(numeral.Number{Mantissa: 10}) {
		return false
	}
	return has(h.text, n.End, "毛") || has(h.text, n.End, "角") || !h.noun(n.End) && h.words.measure.at(h.text, n.End) == ""
}

// noun reports whether a Chinese word goes on at the offset.
func (h *hanReader) noun(at int) bool {
	c, _ := utf8.DecodeRuneInString(h.text[at:])
	switch c {
	case '的', '左', '以', '多', '余', '至', '到', '和', '与', '或', '，', '。', '、', '；', '）':
		return false
	}
	return c >= 0x4e00 && c <= 0x9fff
}

var warmWords = [...]string{"温", "热", "冷", "暑", "寒", "零下", "零上", "体感", "摄氏"}

var angleWords = [...]string{"东经", "西经", "北纬", "南纬", "角", "旋转", "倾斜", "方位", "经度", "纬度"}

func (h *hanReader) warm() bool { return h.near(warmWords[:]) }

func (h *hanReader) angle() bool { return h.near(angleWords[:]) }

// near reports whether one of the words stands shortly before the number.
func (h *hanReader) near(words []string) bool {
	from := max(0, h.r.num.Start-60)
	before := h.text[from:h.r.num.Start]
	for _, w := range words {
		for i := len(before) - len(w); i >= 0; i-- {
			if has(before, i, w) {
				return true
			}
		}
	}
	return false
}
