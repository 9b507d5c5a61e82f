package date

// lunarField reads 正月初一, 腊月二十三, 农历八月十五.
func (r *chineseReader) lunarField(i int, p *parsed, y field) int {
	t := &r.t[i]
	if t.n == 0 {
		return 0
	}
	w := when{grain: day, year: y, month: abs(t.n), lunar: true}
	k := i + 1
	if r.word(k, "初") {
		k++
	}
	if !r.at(k, number) || r.t[k].n < 1 || r.t[k].n > 30 {
		return 0
	}
	w.day = abs(r.t[k].n)
	p.set(w, "zh/lunar")
	return k + 1
}
