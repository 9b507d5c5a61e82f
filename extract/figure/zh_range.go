package figure

import "github.com/smelt-ie/smelt/extract/numeral"

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
