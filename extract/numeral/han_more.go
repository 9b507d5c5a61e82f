package numeral

import "unicode/utf8"

// more reads 余, 多 or 来 after a round number or before its scale or unit.
func (r *hanReader) more(size int) bool {
	if !r.any || r.flags&(More|Vague) != 0 || r.hasDigit && !r.arabic {
		return false
	}
	if hasAt(r.s, r.at, "来") && !r.laiCounts(r.at+size) || hasAt(r.s, r.at, "多") && duoIsAdverb(r.s, r.at+size) || hasAt(r.s, r.at, "余") && yuIsNoun(r.s, r.at+size) {
		return false
	}
	r.flags |= More
	r.at += size
	r.lastPlace = 0
	c, _ := utf8.DecodeRuneInString(r.s[r.at:])
	k, v := hanSign(c)
	return k == hanScale || k == hanTen && v >= 2 && r.hasDigit
}

// laiCounts tells 十来个 from 二十来到: 来 counts only after 十, 百 or 万 in
// characters and before a measure word that is no verb.
func (r *hanReader) laiCounts(next int) bool {
	if r.hasDigit || r.flags&Word == 0 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.s[next:])
	switch c {
	case '自', '到', '了', '的', '华', '源', '看', '说', '，', '。', '访':
		return false
	}
	return true
}

func duoIsAdverb(s string, next int) bool {
	c, _ := utf8.DecodeRuneInString(s[next:])
	switch c {
	case '方', '边', '样', '元', '国', '次', '于', '媒', '层', '功', '党':
		return c != '元' && c != '次' && c != '国' && c != '层'
	}
	return false
}

// yuIsNoun tells 300余人 from 300余额.
func yuIsNoun(s string, next int) bool {
	c, _ := utf8.DecodeRuneInString(s[next:])
	switch c {
	case '额', '热', '震', '下', '地', '姚', '杭', '粮', '波', '味', '生':
		return true
	}
	return false
}

// someSign reads 几 or 数: 十几, 几十, 数百, 二十几.
func (r *hanReader) someSign(c rune, size int) bool {
	next, _ := utf8.DecodeRuneInString(r.s[r.at+size:])
	k, v := hanSign(next)
	if !r.any {
		if k == hanTen || k == hanScale {
			r.flags |= Vague | Word
			r.digit, r.hasDigit, r.some, r.any = same(Number{1, 0}), true, true, true
			r.at += size
			return true
		}
		return false
	}
	if r.hasDigit || c == '数' || c == '數' || r.lastTen > 1 && r.lastPlace == 0 {
		return false
	}
	if r.flags&More != 0 {
		return false
	}
	r.flags |= More
	r.at += size
	r.lastPlace = 0
	if k == hanTen && v < r.lastTen { // 一百几十
		r.at += utf8.RuneLen(next)
		next, _ = utf8.DecodeRuneInString(r.s[r.at:])
		k, _ = hanSign(next)
	}
	return k == hanScale
}

// point reads decimals in characters: 七点五. A clock time is no decimal.
func (r *hanReader) point(size int) bool {
	if r.flags&(Point|Range|More|Vague) != 0 || r.arabic || !r.any {
		return false
	}
	at := r.at + size
	var v, n int64
	for at < len(r.s) {
		c, w := utf8.DecodeRuneInString(r.s[at:])
		k, d := hanSign(c)
		if k != hanDigit && k != hanZero || c == '两' || n == maxDigits-1 {
			break
		}
		v, n, at = v*10+int64(d), n+1, at+w
	}
	c, _ := utf8.DecodeRuneInString(r.s[at:])
	if n == 0 || c == '十' || c == '刻' || n > 1 && c == '分' || c == '廿' {
		return false
	}
	sum, ok := r.section.plus(r.digit)
	if !ok {
		return false
	}
	sum, ok = sum.plus(same(Number{v, -int32(n)}))
	if !ok {
		return false
	}
	r.section, r.digit, r.hasDigit = pair{}, sum, true
	r.arabic, r.digitPlaces = true, 1
	r.flags |= Point | Word
	r.at = at
	return true
}
