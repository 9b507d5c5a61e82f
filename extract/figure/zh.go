package figure

import (
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/numeral"
)

// hanTrigger marks the characters that can begin a Chinese quantity.
var hanTrigger = func() (t [1 << 16]bool) {
	for _, c := range "一二三四五六七八九两〇零十百千万亿半几数廿卅卌俩仨兆壹贰叁肆伍陆柒捌玖拾佰仟０１２３４５６７８９第兩萬億" {
		t[c] = true
	}
	return t
}()

// chinese walks Chinese text from trigger to trigger.
func (s *scanner) chinese() {
	text := s.text
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c < utf8.RuneSelf:
			if isDigit(c) {
				i = max(s.hanNumber(i), i+1)
				continue
			}
			if c == '.' && i+1 < len(text) && isDigit(text[i+1]) && (i == 0 || !isWord(text[i-1])) {
				i = max(s.hanNumber(i), i+1)
				continue
			}
			i = max(s.link(i), i+1)
		case c >= 0xe3 && i+2 < len(text):
			if hanTrigger[rune(c&0x0f)<<12|rune(text[i+1]&0x3f)<<6|rune(text[i+2]&0x3f)] && c < 0xf0 {
				i = max(s.hanNumber(i), i+3)
				continue
			}
			i += 3
			for i < len(text) && text[i]&0xc0 == 0x80 { // the fourth byte of a rare character, or a broken one
				i++
			}
		default:
			i++
		}
	}
}

// hanNumber reads what may be a quantity at the offset and returns the offset
// to go on from.
func (s *scanner) hanNumber(at int) int {
	if has(s.text, at, "第") {
		return s.ordinal(at + len("第"))
	}
	if !isDigit(s.text[at]) && s.text[at] != '.' {
		if has(s.text, at, "一半") && !has(s.text, at, "一半天") {
			return s.hanHalf(at)
		}
		if weekday(s.text, at) {
			return at + len("四") // 周四对记者说
		}
		if w := s.words.fixed.at(s.text, at); w != "" && !s.counted(at, w) && !s.shareAt(at) && !s.unitOver(at, w) {
			return at + len(w)
		}
	}
	n, ok := numeral.Chinese(s.text, at)
	if !ok {
		return max(n.End, at)
	}
	r := reading{low: n.Value, high: n.High, flags: n.Flags, isRange: n.Has(numeral.Range), num: extract.Span{Start: at, End: n.End}, conf: 0.9, class: name}
	h := hanReader{scanner: s, r: &r, start: at, left: at}
	end := h.read()
	if r.class != name {
		s.emit(r)
	}
	return max(end, n.End)
}

// weekday reports whether the digit at the offset names a day of the week.
func weekday(text string, at int) bool {
	for _, w := range [...]string{"周", "星期", "礼拜"} {
		if has(text, at-len(w), w) && (at == len(w) || !has(text, at-len(w)-len("一"), "一") && !has(text, at-len(w)-len("每"), "两")) {
			c, _ := utf8.DecodeRuneInString(text[at:])
			return c == '一' || c == '二' || c == '三' || c == '四' || c == '五' || c == '六'
		}
	}
	return false
}

// shareAt reports whether a share begins whose first words also are a word by
// themselves: 百分之, 四分之.
func (s *scanner) shareAt(at int) bool {
	for _, w := range [...]string{"百分之", "千分之", "万分之", "百 分之"} {
		if has(s.text, at, w) {
			return true
		}
	}
	for _, w := range [...]string{"十分之", "四分之"} {
		if has(s.text, at, w) {
			n, ok := numeral.Chinese(s.text, at+len(w))
			return ok && !has(s.text, n.End, "决赛")
		}
	}
	return false
}

// ordinal goes over the numeral after 第.
func (s *scanner) ordinal(at int) int {
	if n, ok := numeral.Chinese(s.text, at); ok {
		for _, joint := range [...]string{"至", "到", "-", "、", "—", "～", "~"} {
			if has(s.text, n.End, joint) {
				if m, ok := numeral.Chinese(s.text, n.End+len(joint)); ok && !has(s.text, n.End+len(joint), "第") && (joint != "、" && joint != "到") {
					return m.End
				}
			}
		}
		return n.End
	}
	return at
}

// counted reports whether a word like 一家 counts after all, because a
// qualifier stands before it: 至少一家.
func (s *scanner) counted(at int, w string) bool {
	if s.words.measure.at(s.text, at+len("一")) == "" || !has(s.text, at, "一") || at+len(w) != at+len("一")+len(s.words.measure.at(s.text, at+len("一"))) {
		return false
	}
	q := s.words.qualBefore.before(s.text, at)
	return q != "" && s.words.before[q] != "~" && len(q) >= len("至少")
}

// unitOver reports whether a number with a unit lies over a fixed word: 三公里
// over 三公, 三八折 over 三八.
func (s *scanner) unitOver(at int, w string) bool {
	if has(s.text, at+len(w), "折") {
		return true
	}
	n, ok := numeral.Chinese(s.text, at)
	if !ok || n.End > at+len(w) {
		return false
	}
	u, end := s.chineseUnitAt(n.End)
	return u != nil && end > at+len(w)
}

// hanHalf reads 一半.
func (s *scanner) hanHalf(at int) int {
	end := at + len("一半")
	r := reading{low: numeral.Number{Mantissa: 5, Exp: -1}, flags: numeral.Word | numeral.Fraction, num: extract.Span{Start: at, End: end}, conf: 0.7}
	r.span, r.outer, r.unit, r.rule = r.num, r.num, fractionUnit, "zh/fraction"
	h := hanReader{scanner: s, r: &r, start: at, left: at}
	h.qualify()
	h.items()
	s.emit(r)
	return end
}

// hanReader reads one Chinese quantity around its numeral.
type hanReader struct {
	*scanner
	r     *reading
	start int // the numeral, or the currency sign before it
	left  int // where its qualifier begins
	money *Unit
}

// read understands the numeral in h.r and returns the offset to go on from.
func (h *hanReader) read() int {
	r := h.r
	if h.share() {
		return h.r.span.End
	}
	h.thousand(h.r.num.End)
	if end := h.glued(); end > 0 {
		return end
	}
	if u, start := h.currencyBefore(h.start); u != nil {
		h.money, h.start = u, start
		if exp, end := numeral.Scale(h.text, r.num.End); end > 0 {
			r.low, r.num.End = r.low.Shift(exp), end
		}
	}
	h.sign()
	h.kilo()
	h.upper()
	if r.flags&numeral.Bare != 0 && r.flags&numeral.More == 0 && !h.bareStands() {
		return r.num.End
	}
	end := h.unit()
	if r.class == quantity && h.dated(r.num.Start) && r.rule != "zh/age" {
		r.class = name
	}
	return end
}

// finish settles a quantity whose span ends at its numeral.
func (h *hanReader) finish(rule string) int { return h.settle(rule, h.r.num.End) }

// settle fills in what stands around a quantity that was understood.
func (h *hanReader) settle(rule string, end int) int {
	r := h.r
	r.class, r.rule = quantity, rule
	r.span = extract.Span{Start: h.start, End: end}
	r.outer = r.span
	if r.flags&numeral.More != 0 && r.flags&numeral.Vague == 0 {
		r.cmp = ">"
	}
	h.qualify()
	h.changes()
	h.items()
	return end
}

// glued passes over numbers inside names (5G, COVID-19), clock times, scores,
// versions and telephone numbers; it returns where the token ends, or 0.
func (h *hanReader) glued() int {
	t, at, end := h.text, h.r.num.Start, h.r.num.End
	if !isDigit(t[at]) && t[at] != '.' {
		return 0
	}
	if at > 0 {
		switch c := t[at-1]; {
		case isLetter(c):
			if u, _ := h.currencyBefore(at); u == nil {
				return h.chain(end)
			}
		case c == '-' && at > 1 && isWord(t[at-2]) && t[at-2] < utf8.RuneSelf, c == '#', c == '@', c == '_', c == '/' && at > 1 && isWord(t[at-2]) &&
			t[at-2] < utf8.RuneSelf, c == '.' && at > 1 && isDigit(t[at-2]), c == ':' && at > 1 && isDigit(t[at-2]):
			return h.chain(end)
		}
	}
	if end >= len(t) {
		return 0
	}
	next := end+1 < len(t) && isDigit(t[end+1])
	switch c := t[end]; {
	case isLetter(c):
		if u, _ := h.chineseUnitAt(end); u != nil {
			return 0
		}
		return h.chain(end)
	case (c == ':' || c == '/' || c == '.') && next:
		return h.chain(end)
	case c == '-' && next:
		if n, ok := numeral.Chinese(t, end+1); ok && (n.End >= len(t) || t[n.End] != '-') && !zeroLed(t[end+1:n.End]) && !zeroLed(t[at:end]) {
			return 0
		}
		return h.chain(end)
	case has(t, end, "：") && h.digitAt(end+3), has(t, end, "比") && h.digitAt(end+3) && h.r.low.Less(numeral.Number{Mantissa: 30}):
		if n, ok := numeral.Chinese(t, end+3); ok {
			return n.End
		}
	}
	if zeroLed(t[at:end]) && h.r.flags&numeral.Point == 0 {
		return end
	}
	return 0
}

func (h *hanReader) digitAt(i int) bool {
	if i >= len(h.text) {
		return false
	}
	if isDigit(h.text[i]) {
		return true
	}
	_, ok := numeral.Chinese(h.text, i)
	return ok
}

// sign reads what makes a number negative: 零下, 负, a minus.
func (h *hanReader) sign() {
	r := h.r
	for _, w := range [...]string{"零下", "负", "-", "－", "−"} {
		if !has(h.text, h.start-len(w), w) {
			continue
		}
		before := h.start - len(w)
		if len(w) == 1 && before > 0 && (isWord(h.text[before-1]) || h.text[before-1] == ')') && !(h.text[before-1] >= 0x80 && h.heatAt(r.num.End)) || w == "负" && (has(h.text, before-3, "担") || has(h.text, before-3, "正")) {
			return
		}
		h.start = before
		r.low = r.low.Neg()
		if r.flags&numeral.More != 0 {
			r.flags &^= numeral.More
			r.cmp = "<"
		}
		return
	}
}

// heatAt reports whether a unit of temperature is at the offset.
func (h *hanReader) heatAt(at int) bool {
	u, _ := h.chineseUnitAt(at)
	return u != nil && u.Kind == "temperature"
}

// kilo gives 千 back to a unit that begins with it: 12千米 is 12 km.
func (h *hanReader) kilo() {
	r := h.r
	at := r.num.End - len("千")
	if !has(h.text, at, "千") || at <= r.num.Start {
		return
	}
	u, end := h.chineseUnitAt(at)
	if u == nil || end <= r.num.End {
		return
	}
	if !isDigit(h.text[at-1]) && (u.Name == "km" || u.Name == "kg") {
		return
	}
	r.low, r.high = r.low.Shift(-3), r.high.Shift(-3)
	r.num.End = at
}
