package date

import (
	"strconv"
	"strings"
)

// duration reads lengths of time and points counted from now: 十年, 半年, 未来三天,
// 近两年来, 三年前, 8天20小时.
func (r *chineseReader) duration(i int) found {
	k, direction := i, 0
	if t := &r.t[k]; t.class == preWord || t.class == vagueWord && r.lit(k, "过去", "最近", "未来", "今后", "接下来", "近来") {
		direction = t.n
		if t.class == vagueWord {
			direction = map[string]int{past: -1, future: 1}[t.entry.value]
		}
		if !r.durationPrefix(k) {
			return found{}
		}
		k++
		if k >= len(r.t) || !r.near(k) && r.text[r.t[k-1].end:r.t[k].start] != "的" {
			return found{}
		}
	}
	value, n, u, next, end := r.length(k)
	if next == 0 {
		return r.lengths(i, k, direction)
	}
	f := found{expr: expr{kind: isDuration, value: value, length: span{n, u, direction}, rule: "zh/duration", confidence: 0.88}, next: next}
	f.expr.End = end
	if r.t[k].has(more) {
		f.expr.mod = modMore
	}
	r.tail(&f, k)
	if direction == 0 {
		r.ago(&f, value, n, u, end)
	} else if r.lit(i, "近", "前", "上", "下", "后", "这", "那") && !r.recent(i, &f) {
		f.start = k
		f.expr.length.direction = 0
		if r.lit(i, "近") {
			f.expr.mod = modApprox
		}
		r.ago(&f, value, n, u, end)
	}
	return f
}

// lengths reads a range of lengths: 3-5年, 未来5至10天.
func (r *chineseReader) lengths(i, k, direction int) found {
	if !r.at2(k, number) || k+2 >= len(r.t) || r.before(r.t[k].start, "第", ".", "-") {
		return found{}
	}
	dash := r.at(k+1, punct) && (r.t[k+1].n == '-' || r.t[k+1].n == '~')
	if !dash && !r.at(k+1, toWord) || r.word(k+1, "和", "与", "及") || !r.at(k+2, number) || r.t[k].n >= r.t[k+2].n {
		return found{}
	}
	value, n, u, next, end := r.oneLength(k + 2)
	if next == 0 || n == 0 || u == year && r.t[k].n > 1000 {
		return found{}
	}
	value = durationValue(strconv.Itoa(r.t[k].n), u) + "/" + value
	f := found{expr: expr{kind: isDuration, value: value, length: span{n, u, direction}, rule: "zh/duration", confidence: 0.8}, next: next}
	f.expr.End = end
	return f
}

// durationPrefix reports whether the word before a length belongs to it.
func (r *chineseReader) durationPrefix(i int) bool {
	t := &r.t[i]
	return !(r.lit(i, "上") && r.before(t.start, "以", "早", "晚", "网", "路") || r.lit(i, "前") && r.before(t.start, "目", "提", "之", "以", "日", "年", "月"))
}

// recent tells 近两年来 and 这两年, which are spans of their own, from 中断近5个月.
func (r *chineseReader) recent(i int, f *found) bool {
	t := &r.t[i]
	if r.lit(i, "这", "那") {
		return true
	}
	if r.after(f.expr.End, "后", "之后", "以后", "的", "前", "未") && !r.after(f.expr.End, "的时间") {
		return false
	}
	if r.lit(i, "近") {
		return r.after(f.expr.End, "间", "里", "中", "，", "内", "时间", "的时间") || strings.HasSuffix(r.text[t.start:f.expr.End], "来") ||
			r.clauseStart(t.start) || r.before(t.start, "在", "最", "是", "为", "比", "了近", "市", "国", "省")
	}
	return r.clauseStart(t.start) || r.before(t.start, "在", "的", "于", "比", "较") || r.lit(i, "下", "后") && r.before(t.start, "于")
}

// tail passes 来, 以来 and 间 behind a length that they belong to.
func (r *chineseReader) tail(f *found, k int) {
	if r.at(f.next, sinceWord) && r.t[f.next].start == f.expr.End && (r.word(f.next, "以来") || !strings.Contains(f.expr.value, "T")) {
		f.expr.End = r.t[f.next].end
		f.next++
	}
}

// length reads a count with its unit, and what is added to it: 8天20小时.
// end is the byte offset after it.
func (r *chineseReader) length(k int) (value string, n int, u unit, next, end int) {
	value, n, u, next, end = r.oneLength(k)
	if next == 0 || strings.HasPrefix(value, "PX") {
		return value, n, u, next, end
	}
	low := u
	for next < len(r.t) {
		j := next
		if r.at2(j, someWord) && r.word(j, "多") && j+1 < len(r.t) && r.at(j+1, number) {
			j++
		}
		if gap := r.text[end:r.t[j].start]; gap != "" && gap != "又" && gap != "零" && gap != "余" && gap != "多" {
			break
		}
		v, _, u2, k2, end2 := r.oneLength(j)
		if k2 == 0 || u2 >= low || v[:2] == "PX" {
			break
		}
		value, low, n = joinLengths(value, v), u2, 0
		next, end = k2, end2
	}
	return value, n, u, next, end
}

// joinLengths adds the smaller length b to a: P8D and PT20H are P8DT20H.
func joinLengths(a, b string) string {
	if strings.HasPrefix(b, "PT") && !strings.Contains(a, "T") {
		return a + b[1:]
	}
	return a + strings.TrimPrefix(strings.TrimPrefix(b, "P"), "T")
}

// halfLengths are the lengths that one word names.
var halfLengths = map[string]struct {
	n int
	u unit
}{"P6M": {6, month}, "P15D": {15, day}, "PT30M": {30, minute}, "PT12H": {12, hour}, "P50Y": {50, year}, "PT1H": {1, hour}}

// oneLength reads 三年, 3个月, 半年, 一个半月, 数日, 2.5小时.
func (r *chineseReader) oneLength(k int) (value string, n int, u unit, next, end int) {
	if k >= len(r.t) {
		return
	}
	t := &r.t[k]
	if t.class == halfLength {
		h := halfLengths[t.entry.value]
		return t.entry.value, h.n, h.u, k + 1, t.end
	}
	c, ok := r.count(k)
	next = k + 1
	switch {
	case !ok:
		return "", 0, 0, 0, 0
	case t.class == number && r.after(t.end, "个半"):
		return r.halfLength(k, c.n)
	case next >= len(r.t) || !r.near(next) || r.t[next].class != unitName || !r.lengthUnit(k, next, c):
		return "", 0, 0, 0, 0
	}
	u, end = unit(r.t[next].n), r.t[next].end
	if r.after(end, "半") && (u == year || u == day || u == hour || u == minute) && !r.after(end, "半径", "半个", "半数") {
		return durationValue(c.text+".5", u), 0, u, next + 1, end + len("半")
	}
	if c.text == "X" && u == century {
		return "PXY", 0, u, next + 1, end
	}
	return durationValue(c.text, u), c.n, u, next + 1, end
}

// count is the count that token k tells.
func (r *chineseReader) count(k int) (c count, ok bool) {
	t := &r.t[k]
	switch {
	case t.class == someWord, t.class == number && t.has(twin) && t.n < 10, t.class == number && t.has(vagueNum):
		return count{"X", 0}, true
	case t.class != number || t.has(twin|ordinal|grouped) || r.before(t.start, "第", "号", "."):
		return c, false
	case t.has(fraction):
		v, _ := t.num.Decimal().Float64()
		return count{strconv.FormatFloat(v, 'f', -1, 64), 0}, true
	}
	return count{strconv.Itoa(t.n), t.n}, true
}

// lengthUnit tells a unit of a length from one that names a date: 3日 is a day
// of the month, 3月 a month, 2020年 a year.
func (r *chineseReader) lengthUnit(k, next int, c count) bool {
	t, u := &r.t[k], &r.t[next]
	if r.before(t.start, "公元前", "公元") {
		return false
	}
	switch {
	case u.entry.value == "month", u.entry.value == "no", u.entry.value == "clock", u.entry.value == "kind", r.word(next, "月份", "年代", "年度", "季度", "季"):
		return false
	case u.entry.value == "day":
		return c.text == "X" || t.n < 100 && r.after(u.end, "内", "以内", "之内", "以来", "后", "游", "隔离", "集中隔离", "居家")
	case unit(u.n) == year && t.class == number && t.n >= 1000:
		return false
	}
	return !r.after(u.end, "级", "制", "岁", "龄", "薪", "会", "报")
}

// halfLength reads 一个半月, 一个半小时.
func (r *chineseReader) halfLength(k, n int) (string, int, unit, int, int) {
	end := r.t[k].end + len("个半")
	for _, h := range [...]struct {
		word string
		u    unit
	}{{"小时", hour}, {"月", month}, {"世纪", century}, {"钟头", hour}} {
		if r.after(end, h.word) {
			end += len(h.word)
			next := k + 1
			for next < len(r.t) && r.t[next].start < end {
				next++
			}
			return durationValue(strconv.Itoa(n)+".5", h.u), 0, h.u, next, end
		}
	}
	return "", 0, 0, 0, 0
}

// ago turns a length into the point that 前 leads back to.
func (r *chineseReader) ago(f *found, value string, n int, u unit, end int) {
	if f.expr.End != end {
		return
	}
	word := ""
	for _, w := range [...]string{"以前", "之前", "前"} {
		if r.after(end, w) && !r.after(end, "前后", "前往", "前来", "前进") {
			word = w
			break
		}
	}
	if word == "" || r.t[max(f.next-1, 0)].class == unitName && u == month && r.word(f.next-1, "月") {
		return
	}
	f.expr.rule = "zh/ago"
	f.expr.End = end + len(word)
	for f.next < len(r.t) && r.t[f.next].start < f.expr.End {
		f.next++
	}
	if n == 0 || u < day {
		f.expr.kind, f.expr.value = isVague, past
		return
	}
	f.expr.kind, f.expr.value = isPoint, ""
	f.expr.from = counted(u, -n)
	if f.expr.mod == modMore {
		f.expr.mod = modBefore
	}
}
