package numeral

import "unicode/utf8"

// sign is what one character means within a Chinese numeral.
type sign uint8

const (
	noSign sign = iota
	hanDigit
	hanZero
	hanTen   // 十百千, and 廿卅 with their own tens
	hanScale // 万亿兆
	hanMore  // 余多来
	hanSome  // 几数
	hanPoint // 点
	hanHalf  // 半
	hanTens  // 廿卅卌
)

// hanSign classifies one character; v is its value, or its power of ten.
func hanSign(c rune) (k sign, v int32) {
	switch c {
	case '一', '壹':
		return hanDigit, 1
	case '二', '两', '贰', '俩', '兩':
		return hanDigit, 2
	case '三', '叁', '仨':
		return hanDigit, 3
	case '四', '肆':
		return hanDigit, 4
	case '五', '伍':
		return hanDigit, 5
	case '六', '陆':
		return hanDigit, 6
	case '七', '柒':
		return hanDigit, 7
	case '八', '捌':
		return hanDigit, 8
	case '九', '玖':
		return hanDigit, 9
	case '零', '〇', '○':
		return hanZero, 0
	case '十', '拾':
		return hanTen, 1
	case '百', '佰':
		return hanTen, 2
	case '千', '仟':
		return hanTen, 3
	case '万', '萬':
		return hanScale, 4
	case '亿', '億':
		return hanScale, 8
	case '兆':
		return hanScale, 12
	case '余', '多', '来', '餘', '來':
		return hanMore, 0
	case '几', '数', '幾', '數':
		return hanSome, 0
	case '点', '點':
		return hanPoint, 0
	case '半':
		return hanHalf, 0
	case '廿':
		return hanTens, 20
	case '卅':
		return hanTens, 30
	case '卌':
		return hanTens, 40
	}
	return noSign, 0
}

// pair is a number and the upper end of its range; both are equal where there
// is no range.
type pair struct{ low, high Number }

func (p pair) shift(by int32) pair { return pair{p.low.Shift(by), p.high.Shift(by)} }

func (p pair) plus(q pair) (pair, bool) {
	low, ok := p.low.Plus(q.low)
	high, fits := p.high.Plus(q.high)
	return pair{low, high}, ok && fits
}

func same(n Number) pair { return pair{n, n} }

// hanReader reads a Chinese numeral by places: digit, then section (below 万),
// then what the scales 万 and 亿 have closed.
type hanReader struct {
	s            string
	from         int // where the numeral begins
	at           int
	flags        Flags
	digit        pair
	section      pair
	ten, hundred pair // closed by 万, by 亿
	hasDigit     bool // a digit waits for its place
	digitPlaces  int  // how many Han digits were read in a row
	arabic       bool // the waiting digits are 0-9
	lastTen      int32
	lastScale    int32
	lastPlace    int32 // power of ten of the last 百, 千, 万 or 亿 when a lone digit may follow it, or 0
	zero         bool  // a 零 was read since the last place
	some         bool  // a 几 stands for the waiting digit
	any          bool
	widest       bool // a scale has closed something already, as in 3.5万亿
	prevDigit    int32
}

// Chinese reads the Chinese numeral that begins at the byte offset. A lone
// 百, 千, 万 or 亿 is read as Bare, 几十 and 数百 as Vague. ok is false when no
// numeral begins there.
func Chinese(s string, at int) (n Numeral, ok bool) {
	r := hanReader{s: s, from: at, at: at, lastTen: 9, lastScale: 99}
	for r.step() {
	}
	if !r.any {
		return Numeral{End: r.at}, false
	}
	return r.finish()
}

// step reads one more sign of the numeral.
func (r *hanReader) step() bool {
	if r.at >= len(r.s) {
		return false
	}
	switch c := r.s[r.at]; {
	case c == ' ':
		return r.space()
	case c == '.' && !r.any && r.at+1 < len(r.s) && isDigit(r.s[r.at+1]):
		return r.arabicDigits()
	case c < utf8.RuneSelf && !isDigit(c):
		return false
	}
	c, size := utf8.DecodeRuneInString(r.s[r.at:])
	if isDigit(byte(c)) && c < utf8.RuneSelf || wideDigit(c) {
		return r.arabicDigits()
	}
	k, v := hanSign(c)
	switch k {
	case hanDigit:
		if r.any && (c == '两' || c == '兩') && !placeFollows(r.s, r.at+size) {
			return false // the unit: 三百两
		}
		return r.hanDigits(v, size)
	case hanZero:
		return r.zeroSign(size)
	case hanTen:
		return r.place(v, size)
	case hanTens:
		return r.tens(v, size)
	case hanScale:
		return r.scale(v, size)
	case hanMore:
		return r.more(size)
	case hanSome:
		return r.someSign(c, size)
	case hanPoint:
		return r.point(size)
	case hanHalf:
		if !r.any {
			r.digit, r.hasDigit, r.any, r.flags = same(Number{5, -1}), true, true, r.flags|Word|Fraction
			r.at += size
		}
	}
	return false
}

// space goes over a space within a numeral: before a place (7 万), and after one
// where another place follows (三千 八百).
func (r *hanReader) space() bool {
	if !r.any || r.at+1 >= len(r.s) {
		return false
	}
	next := r.at + 1
	c, size := utf8.DecodeRuneInString(r.s[next:])
	switch k, _ := hanSign(c); {
	case r.hasDigit && (k == hanTen || k == hanScale):
	case r.hasDigit || r.lastTen > 3 && r.lastScale > 12:
		return false
	case k == hanDigit && placeFollows(r.s, next+size):
	default:
		return false
	}
	at := r.at
	r.at = next
	if r.step() {
		return true
	}
	r.at = max(at, r.at)
	if r.at == next {
		r.at = at
	}
	return false
}

func wideDigit(c rune) bool { return c >= '０' && c <= '９' }

// arabicDigits reads 0-9 or full-width digits with separators and decimals.
func (r *hanReader) arabicDigits() bool {
	if r.hasDigit || r.section != (pair{}) && r.lastTen <= 1 {
		return false
	}
	n, ok := wide(r.s, r.at)
	if !ok {
		if !r.any {
			r.at = n.End
		}
		return false
	}
	r.digit, r.hasDigit, r.arabic, r.any = same(n.Value), true, true, true
	r.flags |= n.Flags
	r.at = n.End
	return true
}

func (r *hanReader) hanDigits(v int32, size int) bool {
	switch {
	case r.hasDigit && (r.arabic || r.some):
		return false
	case !r.hasDigit:
		r.digit, r.digitPlaces = same(Number{int64(v), 0}), 1
	case r.neighbours(v, r.at+size):
		r.digit.high = Number{int64(v), 0}
		r.digitPlaces++
		r.flags |= Range
	case r.section == pair{} && r.ten == pair{} && r.hundred == pair{}:
		if r.flags&Range != 0 {
			return false
		}
		d := r.digit.low
		if r.digitPlaces >= maxDigits {
			return false
		}
		r.digit = same(Number{d.Mantissa*10 + int64(v), 0}) // read digit by digit: 二〇二三
		r.digitPlaces++
	default:
		return false
	}
	r.hasDigit, r.any, r.prevDigit = true, true, v
	r.flags |= Word
	r.at += size
	return true
}

// neighbours reports whether the waiting digit and v make a range, as in
// 四五厘米 and 三五百, and not a row of digits.
func (r *hanReader) neighbours(v int32, next int) bool {
	if r.digitPlaces != 1 || r.flags&Range != 0 || r.zero && r.section == (pair{}) {
		return false
	}
	if v != r.prevDigit+1 && (r.prevDigit != 3 || v != 5) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(r.s[next:])
	k, _ := hanSign(c)
	return k != hanDigit && k != hanZero && k != hanPoint
}

func (r *hanReader) zeroSign(size int) bool {
	switch {
	case r.hasDigit && !r.arabic && r.section == pair{} && r.ten == pair{} && r.hundred == pair{} && r.flags&Range == 0 && r.digitPlaces < maxDigits:
		r.digit = same(Number{r.digit.low.Mantissa * 10, 0})
		r.digitPlaces++
		r.prevDigit = 0
	case r.hasDigit:
		return false
	case !r.any:
		r.digit, r.hasDigit, r.digitPlaces, r.any = same(Number{}), true, 1, true
		r.prevDigit = 0
	default:
		if !digitFollows(r.s, r.at+size) {
			return false
		}
		r.zero = true
	}
	r.flags |= Word
	r.at += size
	return true
}

func placeFollows(s string, at int) bool {
	c, _ := utf8.DecodeRuneInString(s[at:])
	k, _ := hanSign(c)
	return k == hanTen || k == hanScale
}

func digitFollows(s string, at int) bool {
	c, _ := utf8.DecodeRuneInString(s[at:])
	k, _ := hanSign(c)
	return k == hanDigit || c == '十' || c < utf8.RuneSelf && isDigit(byte(c)) || wideDigit(c)
}

// place reads 十, 百 or 千.
func (r *hanReader) place(exp int32, size int) bool {
	if exp >= r.lastTen {
		return false
	}
	switch {
	case r.hasDigit:
	case exp == 1 && (!r.any || r.zero || r.section != pair{} || r.ten != pair{} || r.hundred != pair{}):
		r.digit = same(Number{1, 0})
	case !r.any:
		r.digit = same(Number{1, 0})
		r.flags |= Bare
	default:
		return false
	}
	if r.digitPlaces > 1 && r.flags&Range == 0 {
		return false
	}
	sum, ok := r.section.plus(r.digit.shift(exp))
	if !ok {
		return false
	}
	r.section = sum
	r.closeDigit(exp, size)
	r.lastTen = exp
	return true
}

func (r *hanReader) closeDigit(exp int32, size int) {
	r.hasDigit, r.arabic, r.digitPlaces, r.digit, r.some = false, false, 0, pair{}, false
	r.zero, r.any = false, true
	r.lastPlace = 0
	if exp >= 2 {
		r.lastPlace = exp
	}
	r.flags |= Word
	if exp >= 2 {
		r.flags |= Scaled
	}
	r.at += size
}

// tens reads 廿 and its like, twenty in one character.
func (r *hanReader) tens(v int32, size int) bool {
	if r.hasDigit || r.lastTen <= 1 {
		return false
	}
	sum, ok := r.section.plus(same(Number{int64(v), 0}))
	if !ok {
		return false
	}
	r.section, r.lastTen, r.any, r.lastPlace = sum, 1, true, 0
	r.flags |= Word
	r.at += size
	return true
}

// scale reads 万, 亿 or 兆, which multiplies what is not closed yet.
func (r *hanReader) scale(exp int32, size int) bool {
	if exp == 12 && megaUnit(r.s, r.at+size) {
		return false
	}
	open, ok := r.section.plus(r.digit)
	if !ok {
		return false
	}
	switch {
	case open != pair{} || r.hasDigit:
		if exp >= r.lastScale && r.lastScale == 8 {
			return false
		}
	case !r.any:
		open = same(Number{1, 0})
		r.flags |= Bare
	case r.widest && exp > r.lastScale: // 3.5万亿
	case r.widest && exp == 4 && r.lastScale == 4 && r.ten != (pair{}): // 四万万
		r.ten = r.ten.shift(exp)
		r.closeDigit(exp, size)
		return true
	default:
		return false
	}
	if exp >= 8 {
		if open, ok = open.plus(r.ten); !ok {
			return false
		}
		r.ten = pair{}
		r.hundred, ok = r.hundred.plus(open.shift(exp))
	} else {
		if r.ten != (pair{}) {
			return false
		}
		r.ten = open.shift(exp)
	}
	if !ok {
		return false
	}
	r.section, r.lastTen = pair{}, 9
	r.closeDigit(exp, size)
	r.lastScale, r.widest = exp, true
	return true
}

// megaUnit reports whether a unit follows, of which 兆 is the prefix.
func megaUnit(s string, at int) bool {
	c, _ := utf8.DecodeRuneInString(s[at:])
	switch c {
	case '瓦', '字', '赫', '帕', '焦', '比', '伏', '欧', '/', '宽':
		return true
	}
	return false
}

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

func (r *hanReader) loneDigit() bool {
	if r.arabic {
		return r.digit.low.Exp == 0 && r.digit.low.Less(Number{10, 0})
	}
	return r.digitPlaces == 1 || r.flags&Range != 0 && r.digitPlaces == 2
}

// loneFormal reports whether all that was read is one character of the formal
// style, which alone is a word: 队伍, 陆地, 拾起.
func (r *hanReader) loneFormal() bool {
	c, size := utf8.DecodeRuneInString(r.s[r.from:])
	if size != r.at-r.from {
		return false
	}
	switch c {
	case '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾', '佰', '仟', '贰':
		return true
	}
	return false
}

// finish adds the places up. A lone digit after 百, 千 or 万 counts in the next
// lower place: 两千三 is 2300.
func (r *hanReader) finish() (Numeral, bool) {
	if r.hasDigit && r.lastPlace >= 2 && !r.zero && !r.some && r.flags&Point == 0 && r.loneDigit() {
		r.digit = r.digit.shift(r.lastPlace - 1)
	}
	sum, ok := r.hundred.plus(r.ten)
	if ok {
		sum, ok = sum.plus(r.section)
	}
	if ok {
		sum, ok = sum.plus(r.digit)
	}
	n := Numeral{Value: sum.low, End: r.at, Flags: r.flags}
	if r.loneFormal() {
		return n, false
	}
	if r.flags&Range != 0 {
		n.High = sum.high
	}
	if r.flags&Vague != 0 {
		n.Value = Number{}
	}
	return n, ok
}
