package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// joint is the offset after what joins the ends of a range.
func (h *hanReader) joint(at int) (int, bool) {
	for _, j := range [...]string{"至", "到", "—", "-", "–", "~", "～", "－", "──", "——", "－－", " - ", " ~ ", " - ", " – ", "一"} {
		if has(h.text, at, j) {
			end := at + len(j)
			if has(h.text, end, "—") {
				end += len("—")
			}
			if j == "一" && !(at > 0 && isDigit(h.text[at-1]) && end < len(h.text) && isDigit(h.text[end])) {
				return at, false
			}
			return end, true
		}
	}
	return at, false
}

// upper reads the upper end of a range: 3至5万亩, 1.5升至2升, 80%至90%.
func (h *hanReader) upper() {
	r := h.r
	at, ok := h.joint(r.num.End)
	own := false // the lower end has the unit as well
	var unit *Unit
	if !ok {
		at, ok = h.between(r.num.End)
	}
	if !ok {
		u, end := h.chineseUnitAt(r.num.End)
		if u == nil {
			end = r.num.End + len(h.words.measure.at(h.text, r.num.End))
		}
		if end == r.num.End {
			return
		}
		if at, ok = h.joint(end); !ok {
			if at, ok = h.between(end); !ok {
				return
			}
		}
		own, unit = true, u
	}
	if u, end := h.currencyAt(at); u != nil && h.money != nil {
		at = end
	}
	high, ok := numeral.Chinese(h.text, at)
	if !ok || high.Flags&(numeral.Bare|numeral.Vague|numeral.Range) != 0 || r.flags&(numeral.Vague|numeral.Range) != 0 || h.fromBefore() {
		return
	}
	low := r.low
	if !own && high.Has(numeral.Scaled) {
		low = h.scaledAlike(low, high)
	}
	if own {
		if u, _ := h.chineseUnitAt(high.End); u != unit {
			return
		}
	}
	if !low.Less(high.Value) {
		return
	}
	r.low, r.high, r.isRange = low, high.Value, true
	r.flags |= high.Flags &^ (numeral.Range | numeral.More)
	r.num.End = high.End
}

// between is the offset after 和 or 与 where 之间 closes the range: 20和30之间.
func (h *hanReader) between(at int) (int, bool) {
	for _, j := range [...]string{"和", "与"} {
		if !has(h.text, at, j) {
			continue
		}
		n, ok := numeral.Chinese(h.text, at+len(j))
		if !ok {
			return at, false
		}
		end := n.End
		if _, after := h.chineseUnitAt(end); after > end {
			end = after
		} else {
			end += len(h.words.measure.at(h.text, end))
		}
		return at + len(j), has(h.text, end, "之间")
	}
	return at, false
}

// scaledAlike gives the lower end the scale of the upper: 3至5万.
func (h *hanReader) scaledAlike(low numeral.Number, high numeral.Numeral) numeral.Number {
	if h.r.flags&numeral.Scaled != 0 {
		return low
	}
	for _, s := range [...]struct {
		word string
		exp  int32
	}{{"万亿", 12}, {"亿", 8}, {"万", 4}, {"千", 3}, {"百", 2}} {
		if has(h.text, high.End-len(s.word), s.word) && low.Shift(s.exp).Less(high.Value) {
			return low.Shift(s.exp)
		}
	}
	return low
}

// fromBefore reports whether the number is the start of a change: 从3%到5%.
func (h *hanReader) fromBefore() bool {
	for _, w := range [...]string{"从", "由", "从约", "由约"} {
		if has(h.text, h.start-len(w), w) {
			return true
		}
	}
	return false
}

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
			return h.settle("zh/age", at+len(w))
		}
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
	end := at + len(m)
	for _, w := range [...]string{"个性", "个体", "名单", "名称", "人民", "人口", "人士", "人工", "人均", "条件", "国际", "国民", "国家级", "国企", "国内", "地方", "地理", "道路", "面积", "面向", "面对", "路线", "路口", "家庭", "家长", "家乡", "家具", "家电", "场馆", "座谈", "座位",
		"市场", "市民", "市级", "区域", "区块", "县域", "县级", "省级", "省内", "省委", "市委", "村民", "镇江", "口岸", "口罩", "口味", "口号", "处理", "处于", "部门", "部分", "部署", "部长", "种植", "组织", "组成", "组合", "代表", "代码", "代理", "对于", "对话", "对接", "对外",
		"起来", "回应", "回收", "车间", "车辆", "包括", "包装", "包容", "单位", "单独", "笔记", "层面", "层次", "级别", "点多", "步行", "步骤", "分别", "分钟", "头部", "手机", "例如", "件套", "班级", "团队", "团体", "类似", "类型", "方面军", "国道", "省道", "县道", "人机", "床位"} {
		if has(h.text, at, w) && len(w) > len(m) {
			return !(w == "部分" || w == "家庭" || w == "团队" || w == "层面" || w == "步骤" || w == "班级" || w == "部门" || w == "单位" || w == "地方" || w == "团体" || w == "类型" || w == "国家级" || w == "车间" || w == "级别") || h.r.flags&numeral.Word == 0 && false
		}
	}
	return end > len(h.text)
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
		return end
	}
	if sum, ok := r.low.Plus(n.Value.Shift(u.minor)); ok {
		r.low = sum
		return after
	}
	return end
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

// misread tells units whose word means another thing here.
func (h *hanReader) misread(u *Unit, end int) bool {
	r := h.r
	switch u.Name {
	case "CNY":
		if has(h.text, end-len("块"), "块") {
			return h.noun(end) && !has(h.text, end, "钱")
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

func (h *hanReader) warm() bool  { return h.near(warmWords[:]) }
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

// degrees reads 度: of heat where the words before speak of it, else of angle;
// in characters it counts times (两度夺冠).
func (h *hanReader) degrees(at int) bool {
	if !has(h.text, at, "度") || has(h.text, at, "度电") {
		return false
	}
	switch {
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
		if has(h.text, end, w) && !(w == "为" && r.flags&numeral.Word == 0 && false) {
			return false
		}
	}
	r.unit = h.units.names["percent"]
	r.low, r.high = r.low.Shift(1), r.high.Shift(1)
	if n, ok := numeral.Chinese(h.text, end); ok && n.Value.Less(numeral.Number{Mantissa: 10}) && n.Has(numeral.Word) && n.End == end+len("五") && n.Flags&(numeral.Fraction|numeral.Vague|numeral.Bare) == 0 && h.words.measure.at(h.text, n.End) == "" && h.words.time.at(h.text, n.End) == "" {
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
	r.unit = h.units.names["percent"]
	if r.isRange && r.flags&numeral.Range != 0 { // 七八折 is between the two, 五五折 was read as 55
		r.low, r.high = r.low.Shift(1), r.high.Shift(1)
	} else if r.low.Less(numeral.Number{Mantissa: 10}) || r.flags&numeral.Point != 0 {
		r.low, r.high = r.low.Shift(1), r.high.Shift(1)
	}
	h.settle("zh/percent", end)
	return true
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
	if !h.near([]string{"震级", "里氏", "地震", "规模", "余震", "震"}) && !has(h.text, end, "地震") && !has(h.text, end, "余震") || h.near([]string{"震度", "烈度", "响应", "应急"}) || has(h.text, end, "应急") || has(h.text, end, "响应") {
		return false
	}
	h.r.unit = h.units.names["magnitude"]
	h.settle("zh/measure", end)
	return true
}
