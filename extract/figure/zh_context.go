package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
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
		return c == '签' || c == '预' || c == '大' && false || c == '节' || c == '合' || c == '条' || c == '公' || c == '契' || c == '违' || c == '履' || c == '纽' || c == '解' || c == '集'
	case "超":
		return c == '中' || c == '英' || c == '西' || c == '反'
	case "限":
		return c == '有' || c == '期' || c == '上' || c == '下' || c == '年' || c == '权' || c == '时' || c == '无'
	case "最高", "最大", "最低", "最少":
		return false
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
	case "以上", "以内":
		return false
	case "许":
		return has(h.text, end, "可")
	}
	return false
}

// changes reads the direction of a change and its basis.
func (h *hanReader) changes() {
	r := h.r
	if r.rule == "zh/age" {
		return
	}
	at := h.left
	for range 3 {
		next := at
		for _, w := range [...]string{" ", "了", "幅度为", "幅度达", "幅度", "分别为", "分别", "率为", "约为", "为", "达", "达到", "均", "速度为", "又", "近", "约", "超", "超过", "各", "率达", "逾", "将", "率分别为", "(", "（"} {
			if has(h.text, at-len(w), w) && h.words.up.before(h.text, at) == "" && h.words.down.before(h.text, at) == "" {
				next = at - len(w)
				break
			}
		}
		if next == at {
			break
		}
		at = next
	}
	up, down := h.words.up.before(h.text, at), h.words.down.before(h.text, at)
	switch {
	case up == "" && down == "":
		h.carry()
	case len(up) >= len(down):
		if !h.noChange(up, at) {
			r.change = "up"
		}
	case !h.noChange(down, at):
		r.change = "down"
	}
	if r.change != "" && r.basis == "" {
		r.basis = h.basisOf(at)
	}
}

// noChange tells change words that are part of another: 率先增, 新增病例.
func (h *hanReader) noChange(w string, at int) bool {
	r := h.r
	c, _ := utf8.DecodeLastRuneInString(h.text[:at-len(w)])
	switch w {
	case "增":
		return c == '新'
	case "升":
		return c == '攀' && false
	case "减":
		return c == '不'
	case "增收", "增产", "减排", "增值", "增持", "减持":
		return r.unit == nil
	}
	if (r.unit == nil || r.unit.Kind != "ratio") && (w == "增幅" || w == "涨幅") {
		return false
	}
	return false
}

// carry takes the change of the figure before in a list: 分别增长8.2%、12.6%.
func (h *hanReader) carry() {
	if len(h.out) == 0 {
		return
	}
	last := &h.out[len(h.out)-1]
	if last.change == "" || last.unit != h.r.unit || last.span.End > h.left {
		return
	}
	switch h.text[last.span.End:h.left] {
	case "、", "和", "及", "，", ", ", "与":
		h.r.change, h.r.basis = last.change, last.basis
	}
}

// basisOf looks for the basis in the clause before the figure.
func (h *hanReader) basisOf(at int) string {
	from := clauseStartHan(h.text, at)
	for i := len(h.out) - 1; i >= 0 && h.out[i].span.End > from; i-- {
		if h.out[i].change == "" || h.out[i].basis == "" {
			continue
		}
		from = h.out[i].span.End
		break
	}
	for i := from; i < h.r.span.Start; i++ {
		if h.text[i] >= 0x80 && h.text[i] < 0xc0 {
			continue
		}
		if h.words.yoy.at(h.text, i) != "" {
			return "yoy"
		}
		if h.words.mom.at(h.text, i) != "" {
			return "mom"
		}
	}
	return ""
}

// clauseStartHan goes back to the mark that closes the clause before.
func clauseStartHan(text string, at int) int {
	low := max(0, at-150)
	for i := at; i > low; {
		c, size := utf8.DecodeLastRuneInString(text[:i])
		switch c {
		case '，', '。', '；', '！', '？', '\n', ',', ';', '：':
			if !(c == ',' && i < len(text) && isDigit(text[i])) {
				return i
			}
		}
		i -= size
	}
	return runeStart(text, low)
}

func runeStart(text string, i int) int {
	for i > 0 && i < len(text) && text[i]&0xc0 == 0x80 {
		i++
	}
	return i
}

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
	r.item = h.subject()
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
		if c == '是' || c == '在' || c == '有' || c == '被' || c == '将' || c == '了' || c == '对' || c == '向' || c == '从' {
			break
		}
		start -= size
	}
	return extract.Span{Start: start, End: max(start, end)}
}

func (h *hanReader) figureEnds(at int) bool {
	return len(h.out) > 0 && h.out[len(h.out)-1].span.End == at
}
