package numeral

import "unicode/utf8"

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
	if ok && !r.any {
		exponent(r.s, &n)
	}
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
	if k == hanSome { // 三百零几万
		_, size := utf8.DecodeRuneInString(s[at:])
		return placeFollows(s, at+size)
	}
	return k == hanDigit || c == '十' || c < utf8.RuneSelf && isDigit(byte(c)) || wideDigit(c)
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
	if r.loneFormal() && !hasAt(r.s, r.at, "分之") && !hasAt(r.s, r.from-len("分之"), "分之") {
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
