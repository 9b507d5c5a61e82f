package figure

import "unicode/utf8"

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
	case "减":
		return c == '不'
	case "增收", "增产", "减排", "增值", "增持", "减持":
		return r.unit == nil
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
