package figure

import "github.com/smelt-ie/smelt/extract/numeral"

// share reads 三分之二, 百分之七点五, 千分之三, 1/3 and 三又二分之一.
func (h *hanReader) share() bool {
	r := h.r
	whole := numeral.Number{}
	if has(h.text, r.num.End, "又") && r.flags&(numeral.More|numeral.Vague|numeral.Range) == 0 {
		if n, ok := numeral.Chinese(h.text, r.num.End+len("又")); ok && h.divided(n.End) > 0 {
			whole, r.low, r.num.End, r.flags = r.low, n.Value, n.End, n.Flags
		}
	}
	at := h.divided(r.num.End)
	if at == 0 {
		return h.slash()
	}
	if r.low.IsZero() || r.flags&(numeral.More|numeral.Vague) != 0 {
		return false
	}
	minus := h.minusAt(at)
	top, ok := numeral.Chinese(h.text, at+minus)
	if !ok {
		return false
	}
	if minus > 0 {
		top.Value, top.High = top.Value.Neg(), top.High.Neg()
	}
	bottom, wasBare := r.low, r.flags&numeral.Bare != 0
	r.num.End = top.End
	r.flags = top.Flags &^ numeral.Bare
	r.low, r.high, r.isRange = top.Value, top.High, top.Has(numeral.Range)
	if v, ok := bottom.Int(); ok && v == 100 && wasBare {
		r.unit = h.units.names["percent"]
		h.thousand(r.num.End)
		h.sign()
		h.upperShare()
		h.finish("zh/percent")
		return true
	}
	v, ok := top.Value.Over(bottom)
	if !ok {
		return false
	}
	if v, ok = v.Plus(whole); !ok {
		return false
	}
	r.low, r.unit = v, fractionUnit
	h.sign()
	if r.isRange {
		r.high, _ = top.High.Over(bottom)
	} else {
		h.upperFraction()
	}
	h.finish("zh/fraction")
	return true
}

// minusAt is the length of the 负 at the offset.
func (h *hanReader) minusAt(at int) int {
	for _, w := range [...]string{"负", "負"} {
		if has(h.text, at, w) {
			return len(w)
		}
	}
	return 0
}

// thousand reads the k of 15k元 and 百分之3k. Before a noun it belongs to a name,
// as in 4K电视.
func (h *hanReader) thousand(at int) {
	r := h.r
	if at >= len(h.text) || h.text[at] != 'k' || r.flags&^(numeral.Point|numeral.Grouped) != 0 {
		return
	}
	if u, _ := h.chineseUnitAt(at + 1); u != nil && u.Kind != "power" && h.text[at+1] >= 0x80 || r.unit != nil && (at+1 == len(h.text) || !isLetter(h.text[at+1])) {
		r.low, r.num.End = r.low.Shift(3), at+1
		r.flags |= numeral.Scaled
	}
}

// divided is the offset after the 分之 at the offset, with the spaces around it,
// or 0.
func (h *hanReader) divided(at int) int {
	at = spaceAt(h.text, at)
	if !has(h.text, at, "分之") {
		return 0
	}
	return spaceAt(h.text, at+len("分之"))
}

// slash reads 1/3, where no date or path is written.
func (h *hanReader) slash() bool {
	r := h.r
	if !isDigit(h.text[r.num.Start]) || r.num.Start > 0 && (h.text[r.num.Start-1] == '/' || h.text[r.num.Start-1] == '.') {
		return false
	}
	n, ok := numeral.English(h.text, r.num.Start)
	if !ok || n.Flags != numeral.Fraction || n.End <= r.num.End || !n.Value.Less(one) {
		return false
	}
	if h.words.time.at(h.text, n.End) != "" {
		return false
	}
	r.low, r.num.End, r.flags, r.unit = n.Value, n.End, n.Flags, fractionUnit
	h.finish("zh/fraction")
	return true
}

// upperFraction reads the other end of 五分之一至四分之一.
func (h *hanReader) upperFraction() {
	r := h.r
	at, ok := h.joint(r.num.End)
	if !ok {
		return
	}
	bottom, ok := numeral.Chinese(h.text, at)
	if !ok || bottom.Flags&(numeral.More|numeral.Vague|numeral.Range) != 0 {
		return
	}
	next := h.divided(bottom.End)
	if next == 0 {
		return
	}
	top, ok := numeral.Chinese(h.text, next)
	if !ok {
		return
	}
	if v, ok := top.Value.Over(bottom.Value); ok {
		r.high, r.isRange, r.num.End = v, true, top.End
	}
}

// upperShare reads the upper end of 百分之三至百分之五 and 百分之三至五.
func (h *hanReader) upperShare() {
	r := h.r
	at, ok := h.joint(r.num.End)
	if !ok {
		return
	}
	if has(h.text, at, "百分之") {
		at += len("百分之")
	}
	n, ok := numeral.Chinese(h.text, at)
	if !ok || !r.low.Less(n.Value) || has(h.text, n.End, "分之") {
		return
	}
	r.high, r.isRange, r.num.End = n.Value, true, n.End
}
