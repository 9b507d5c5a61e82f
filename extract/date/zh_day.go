package date

// dayField reads the day: 26日, 今天, 当天, 周六, 24至25日. inMonth tells that a month
// stands before it. 0 for none.
func (r *chineseReader) dayField(i int, inMonth bool, p *parsed) int {
	if i >= len(r.t) || inMonth && !r.near(i) {
		return 0
	}
	t := &r.t[i]
	switch t.class {
	case number:
		return r.dayNumber(i, inMonth, p)
	case dayWord:
		if inMonth {
			return 0
		}
		p.set(when{grain: day, day: rel(t.n), part: t.entry.value != "", night: t.entry.value == "night"}, "zh/today")
		if t.entry.value == "two" {
			p.a.part = false
			p.b, p.isRange, p.rule = p.a, true, "zh/range"
			p.b.day = rel(t.n + 1)
		}
		return i + 1
	case thatDay:
		if inMonth {
			return 0
		}
		p.set(when{grain: day, day: ana(t.n), part: t.entry.value != "", night: t.entry.value == "night"}, "zh/anaphora")
		return i + 1
	case dayName:
		if inMonth {
			return 0
		}
		w := when{grain: day, weekday: t.n}
		if t.entry.value == "nth" {
			return 0
		}
		if t.entry.value != "" {
			w.week = rel(number1(t.entry.value))
		}
		p.set(w, "zh/weekday")
		return i + 1
	case weekWord:
		if inMonth {
			return 0
		}
		return r.weekField(i, p)
	}
	return 0
}

// weekField reads 本周, 上周末, 前一周.
func (r *chineseReader) weekField(i int, p *parsed) int {
	t := &r.t[i]
	switch t.entry.value {
	case "weekend":
		p.set(when{grain: weekend, week: rel(t.n)}, "zh/relative")
	case "that":
		p.set(when{grain: week, week: ana(t.n)}, "zh/anaphora")
	default:
		p.set(when{grain: week, week: rel(t.n)}, "zh/relative")
	}
	if r.at(i+1, edgeWord) && r.t[i+1].entry.value == "later" {
		p.a.mod = [...]string{1: modStart, 3: modEnd}[r.t[i+1].n]
		return i + 2
	}
	return i + 1
}

// number1 reads the small offsets of the lexicon: -2 to 2.
func number1(s string) int {
	if s[0] == '-' {
		return -int(s[1] - '0')
	}
	return int(s[0] - '0')
}

// dayNumber reads 26日, 26号 and 24至25日, and the weekday after it.
func (r *chineseReader) dayNumber(i int, inMonth bool, p *parsed) int {
	lo, hi, k := r.pair(i)
	if k == 0 || lo < 1 || hi > 31 || hi < lo || r.before(r.t[i].start, "第") {
		return 0
	}
	bare := !r.word(k, "日", "号")
	u := &r.t[k]
	switch {
	case bare && p.a.lunar && inMonth && lo == hi:
		p.a.grain, p.a.day, p.rule = day, abs(lo), "zh/lunar"
		return i + 1
	case bare:
		return 0
	case !inMonth && r.word(k, "号") && !r.at(k+1, partWord) && !r.at(k+1, toWord):
		return 0 // 3号楼
	case !inMonth && (r.after(u.end, "内", "游", "龄", "元", "以内", "之内", "年化", "隔离", "集中隔离", "居家")):
		return 0
	case !inMonth && p.rule != "":
		return 0
	}
	w := p.a
	w.grain, w.day = day, abs(lo)
	rule := "zh/day"
	if p.a.lunar {
		rule = "zh/lunar"
	}
	p.set(w, rule)
	if lo != hi {
		p.b, p.isRange, p.rule = w, true, "zh/range"
		p.b.day = abs(hi)
	}
	k++
	if c := r.skipPunct(k); r.at2(c, dayName) && r.t[c].entry.value == "" && r.text[r.t[c-1].end:r.t[c].start] == "" && c > k {
		k = c + 1
	}
	return k
}

// skipPunct passes one comma.
func (r *chineseReader) skipPunct(i int) int {
	if r.at(i, punct) && r.t[i].n == ',' {
		return i + 1
	}
	return i
}

// partAndClock reads 上午, 晚7:30, 8时34分 behind a day or alone.
func (r *chineseReader) partAndClock(i int, p *parsed) int {
	j := i
	if r.at(j, edgeWord) && r.t[j].entry.value == "later" && p.rule != "" && p.a.grain == day {
		return j + 1
	}
	bare := p.rule == ""
	if j >= len(r.t) || !bare && !r.near(j) {
		return i
	}
	if t := &r.t[j]; t.class == partWord && (t.entry.value != "short" || p.rule != "" && p.a.day.how != unsaid || r.at(j+1, number)) {
		if t.entry.value == "short" && r.after(t.end, "会", "餐", "报", "些", "已", "在", "就", "市", "宴", "饭", "春") {
			return i
		}
		if p.rule == "" || p.a.grain == day {
			p.a.grain, p.a.part, p.a.night = day, true, t.n == 1 || t.n == 2
			p.a.noon, p.a.small = t.n == 3, t.n == 4
			j++
			if p.rule == "" || p.rule == "zh/day" || p.rule == "zh/today" || p.rule == "zh/weekday" {
				p.rule = "zh/part-of-day"
			}
		}
	}
	if j > i && bare && !r.placedPart(i) && r.clock(j, &parsed{}) == 0 {
		p.rule = ""
		return i
	}
	if j > i && j < len(r.t) && !r.near(j) {
		return j
	}
	k := r.clock(j, p)
	if k == 0 {
		if p.rule == "zh/part-of-day" && p.a.day.how == unsaid && p.a.weekday == 0 && j > i && r.t[i].entry.value == "short" {
			p.rule = ""
			return i
		}
		return j
	}
	p.rule = map[bool]string{true: "zh/range", false: "zh/clock"}[p.isRange]
	return k
}

// placedPart tells a part of the day that says when from one that names: 午间新闻, 早上好.
func (r *chineseReader) placedPart(i int) bool {
	t := &r.t[i]
	return (r.clauseStart(t.start) || r.before(t.start, "在", "于", "从", "到", "截至", "至", "时间")) && !r.after(t.end, "好", "新闻", "档", "市", "版")
}

// clock reads 8时34分, 下午2点半, 7:30, 0—24时. 0 for none.
func (r *chineseReader) clock(j int, p *parsed) int {
	if !r.at2(j, number) || r.t[j].has(fraction|more|vagueNum) || r.t[j].has(ordinal) && r.t[j].n > 0 || r.before(r.t[j].start, "第") {
		return 0
	}
	h := r.t[j].n
	if r.at(j+1, punct) && r.t[j+1].n == ':' && r.at(j+2, number) && r.t[j+2].n < 60 && r.t[j+2].end-r.t[j+2].start == 2 && h <= 24 && r.t[j].has(digital) {
		k := j + 3
		if r.at(k, punct) && r.t[k].n == ':' && r.at(k+1, number) && r.t[k+1].n < 60 {
			k += 2
		}
		p.setClock(h, r.t[j+2].n)
		for _, pm := range [...]string{" p.m.", "p.m.", " pm", "pm", " PM", "PM"} {
			if r.after(r.t[k-1].end, pm) && h < 12 {
				p.a.hour += 12
				p.tail = r.t[k-1].end + len(pm)
				for k < len(r.t) && r.t[k].start < p.tail {
					k++
				}
				break
			}
		}
		return k
	}
	lo, hi, k := r.pair(j)
	if k == 0 || hi > 24 || !r.word(k, "时", "点", "点钟") {
		return 0
	}
	if lo != hi {
		p.setClock(lo, 0)
		p.b, p.isRange = p.a, true
		p.b.hour = hi
		if p.a.hour != lo && hi < 12 {
			p.b.hour += 12
		}
		return k + 1
	}
	return r.hourClock(j, k+1, lo, p)
}

// hourClock reads what follows the hour, whose unit is token k-1: 34分, 半, 一刻, 三十.
func (r *chineseReader) hourClock(j, k, h int, p *parsed) int {
	end := r.t[k-1].end
	m, marked := 0, r.word(k-1, "时", "点钟")
	switch {
	case r.at(k, number) && !r.t[k].has(fraction|more) && r.t[k].n < 60 && r.word(k+1, "分"):
		m, k, marked = r.t[k].n, k+2, true
		if r.at(k, number) && r.word(k+1, "秒") {
			k += 2
		}
	case r.after(end, "半"):
		p.setClock(h, 30)
		p.tail = end + len("半")
		return k
	case r.after(end, "一刻", "三刻"):
		p.setClock(h, map[bool]int{true: 15, false: 45}[r.after(end, "一刻")])
		p.tail = end + len("一刻")
		return k + 1
	case r.at(k, number) && r.t[k].n < 60 && r.t[k].n >= 10 && !r.t[k].has(digital|fraction|more) && !r.at(k+1, unitName):
		m, k, marked = r.t[k].n, k+1, true
	}
	if !marked && p.rule == "" && !r.plainHour(j, k, h) {
		return 0
	}
	if m == 0 && p.rule == "" && r.before(r.t[j].start, "=", "超过", "等于", "大于", "小于", "达到") {
		return 0 // 等于零时
	}
	p.setClock(h, m)
	return k
}

// plainHour tells 9点 as a time from 3点建议 and 多一点.
func (r *chineseReader) plainHour(j, k, h int) bool {
	end := r.t[k-1].end
	if h == 1 && !r.t[j].has(digital) || r.before(r.t[j].start, "涨", "跌", "有", "以下", "这", "几", "于", "为") {
		return false
	}
	return r.at2(j-1, toWord) || end == r.s.End ||
		r.after(end, "许", "左右", "钟", "整", "，", "。", "至", "到", "开", "前", "后", "—", "-", "之")
}

// setClock sets the hour, turned by the part of the day: 晚7:30 is 19:30, 晚12时 midnight.
func (p *parsed) setClock(h, m int) {
	switch {
	case p.a.night && h < 12 && h > 0:
		h += 12
	case p.a.night && h == 12 && !p.a.noon:
		h = 24
	case p.a.small && h == 12:
		h = 0
	case p.a.noon && h < 4:
		h += 12
	}
	if p.a.grain == none || p.a.grain == day {
		p.a.grain = minute
	}
	p.a.clock, p.a.hour, p.a.min = true, h, m
}
