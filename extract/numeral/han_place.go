package numeral

import "unicode/utf8"

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
