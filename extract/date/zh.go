package date

import (
	"strconv"
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// rulesZH lists the Chinese rules; each has its marked cases.
var rulesZH = []string{
	"zh/day", "zh/month", "zh/year", "zh/weekday", "zh/today", "zh/relative", "zh/anaphora", "zh/quarter",
	"zh/season", "zh/period", "zh/decade", "zh/century", "zh/plan", "zh/holiday", "zh/numeric", "zh/clock",
	"zh/part-of-day", "zh/range", "zh/since", "zh/duration", "zh/ago", "zh/frequency", "zh/vague", "zh/lunar",
}

// chineseReader reads the time expressions of Chinese sentences.
type chineseReader struct {
	lex     *lexiconZH
	text    string
	s       extract.Span
	t       []token
	passage int
}

// sentence appends the expressions of one sentence.
func (r *chineseReader) sentence(out []expr, text string, s extract.Span, passage int) []expr {
	r.text, r.s, r.passage = text, s, passage
	r.t = r.lex.tokenize(r.t[:0], text, s.Start, s.End)
	for i := 0; i < len(r.t); {
		if c := r.t[i].class; c <= punct || c == guardWord || c == willWord || c == wasWord || c == toWord {
			i++
			continue
		}
		f := r.item(i)
		if f.next == 0 {
			i++
			continue
		}
		e := f.expr
		e.passage = passage
		e.Start = r.t[max(i, f.start)].start - f.lead
		if e.End == 0 {
			e.End = r.t[f.next-1].end
		}
		if e.tense == noTense && r.after(e.End, "电", "讯", "消息") {
			e.tense = pastTense // a dateline
		}
		if e.tense == noTense {
			e.tense = r.tenseAround(i, f.next)
		}
		if e.mod == "" && e.from.mod == "" {
			e.mod = r.modAround(e.Span)
		}
		out = append(out, e)
		i = f.next
	}
	return out
}

// item reads the longest expression that begins at token i.
func (r *chineseReader) item(i int) found {
	var best found
	end := 0
	for _, read := range [...]func(*chineseReader, int) found{
		(*chineseReader).frequency, (*chineseReader).pointOrRange, (*chineseReader).duration, (*chineseReader).vague,
	} {
		f := read(r, i)
		if f.next == 0 {
			continue
		}
		e := f.expr.End
		if e == 0 {
			e = r.t[f.next-1].end
		}
		if e > end {
			best, end = f, e
		}
	}
	return best
}

// at reports whether token i is of the class and follows token i-1 directly or
// after a space.
func (r *chineseReader) at(i int, c class) bool {
	return i >= 0 && i < len(r.t) && r.t[i].class == c && (i == 0 || r.near(i))
}

// near reports whether only a space lies between tokens i-1 and i.
func (r *chineseReader) near(i int) bool {
	gap := r.text[r.t[i-1].end:r.t[i].start]
	return gap == "" || gap == " "
}

// word reports whether token i stands next to the one before it and is one of the words.
func (r *chineseReader) word(i int, words ...string) bool {
	if i >= len(r.t) || i < 0 || i > 0 && !r.near(i) {
		return false
	}
	w := r.text[r.t[i].start:r.t[i].end]
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

// lit reports whether token i is one of the words, wherever it stands.
func (r *chineseReader) lit(i int, words ...string) bool {
	w := r.text[r.t[i].start:r.t[i].end]
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

// after reports whether the text goes on with one of the words at a byte offset.
func (r *chineseReader) after(end int, words ...string) bool {
	rest := r.text[end:r.s.End]
	for _, w := range words {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

// before reports whether one of the words stands directly before a byte offset.
func (r *chineseReader) before(start int, words ...string) bool {
	head := r.text[r.s.Start:start]
	for _, w := range words {
		if strings.HasSuffix(head, w) {
			return true
		}
	}
	return false
}

// tenseAround is the direction of the nearest word that tells one, within
// about twenty characters.
func (r *chineseReader) tenseAround(i, j int) tense {
	best, t := 61, noTense
	for k := j; k < len(r.t) && r.t[k].start-r.t[j-1].end < best; k++ {
		if x := tenseOf(&r.t[k]); x != noTense {
			best, t = r.t[k].start-r.t[j-1].end, x
			break
		}
	}
	for k := i - 1; k >= 0 && r.t[i].start-r.t[k].end < best; k-- {
		if x := tenseOf(&r.t[k]); x != noTense {
			return x
		}
	}
	return t
}

func tenseOf(t *token) tense {
	switch t.class {
	case willWord:
		return futureTense
	case wasWord:
		return pastTense
	}
	return noTense
}

// modAround reads the qualifier around an expression.
func (r *chineseReader) modAround(s extract.Span) string {
	switch {
	case r.after(s.End, "前", "之前", "以前"):
		return modBefore
	case r.after(s.End, "后", "之后", "以后"):
		return modAfter
	case r.after(s.End, "左右", "许", "上下", "前后"), r.before(s.Start, "约", "大约", "近", "将近", "大概"):
		return modApprox
	case r.after(s.End, "以上", "多"), r.before(s.Start, "超过", "逾", "至少", "超", "不少于", "多于"):
		return modMore
	case r.after(s.End, "内", "以内", "之内", "以下"), r.before(s.Start, "不到", "不足", "少于"):
		return modLess
	}
	return ""
}

// vague reads 目前, 近日, 今后.
func (r *chineseReader) vague(i int) found {
	t := &r.t[i]
	if t.class != vagueWord {
		return found{}
	}
	value := t.entry.value
	if r.lit(i, "过去") && (r.after(t.end, "了", "的", "吧") || !r.clauseStart(t.start) && !r.before(t.start, "在", "比", "和", "与", "是")) {
		return found{}
	}
	if r.lit(i, "未来", "将来") && !r.clauseStart(t.start) && !r.before(t.start, "在", "于", "从", "是", "，而", "并") {
		return found{}
	}
	if r.lit(i, "马上") && !r.after(t.end, "将", "就", "要", "又") {
		return found{}
	}
	if r.lit(i, "近期") && r.tenseAround(i, i+1) == futureTense && r.after(t.end, "将", "计划", "拟") {
		value = future
	}
	return found{expr: expr{kind: isVague, value: value, rule: "zh/vague", confidence: 0.85}, next: i + 1}
}

// clauseStart reports whether a clause begins at a byte offset.
func (r *chineseReader) clauseStart(at int) bool {
	return at == r.s.Start || r.before(at, "，", "。", "；", "：", "“", "（", ",", "(", " ", "、", "！", "？", "》")
}

// frequency reads 每年, 每两天, 每隔两天, 每周五17时.
func (r *chineseReader) frequency(i int) found {
	if r.at2(i, setWord) {
		return found{expr: expr{kind: isFrequency, value: r.t[i].entry.value, rule: "zh/frequency", confidence: 0.7}, next: i + 1}
	}
	if !r.at2(i, everyWord) {
		return found{}
	}
	k, n := i+1, "1"
	if k >= len(r.t) || !r.near(k) {
		return found{}
	}
	if t := &r.t[k]; t.class == number && !t.has(fraction) {
		n, k = strconv.Itoa(t.n), k+1
	} else if t.class == someWord {
		n, k = "X", k+1
	}
	if k >= len(r.t) || !r.near(k) {
		return found{}
	}
	t := &r.t[k]
	if t.class == halfLength {
		return found{expr: expr{kind: isFrequency, value: "R/" + t.entry.value, rule: "zh/frequency", confidence: 0.85}, next: k + 1}
	}
	if r.before(r.t[i].start, "米", "里", "吨", "升", "瓦") {
		return found{} // 立方米每秒
	}
	value := ""
	switch {
	case t.class == dayName && r.after(t.end, "次", "期", "篇", "更", "集") && r.after(t.end-len("一"), "一"):
		return found{expr: expr{Span: extract.Span{End: t.end - len("一")}, kind: isFrequency, value: "R/P1W", rule: "zh/frequency", confidence: 0.8}, next: k + 1}
	case t.class == dayName && (t.entry.value == "" || t.entry.value == "nth"), t.class == weekWord && t.entry.value == "weekend":
		value = "R/P" + n + "W"
	case t.class == partWord:
		value = "R/P" + n + "D"
	case t.class == unitName && t.entry.value != "no" && !(t.entry.value == "clock" && unit(t.n) != hour):
		value = "R/" + durationValue(n, unit(t.n))
	default:
		return found{}
	}
	next := k + 1
	if value == "R/P1Y" || value == "R/P1M" {
		if p, j := r.compose(next); j > 0 && r.near(next) && (p.a.grain == day || p.a.grain == month) && p.a.year.how == unsaid {
			return found{expr: expr{kind: isFrequency, value: value, rule: "zh/frequency", confidence: 0.85}, next: j}
		}
	}
	if p, j := r.clockTail(next); j > 0 {
		_, next = p, j
		if r.at(next, toWord) && r.at(next+1, everyWord) {
			if f := r.frequency(next + 1); f.next > 0 {
				next = f.next
			}
		}
	}
	return found{expr: expr{kind: isFrequency, value: value, rule: "zh/frequency", confidence: 0.85}, next: next}
}

// at2 reports whether token i is of the class, wherever it stands.
func (r *chineseReader) at2(i int, c class) bool {
	return i >= 0 && i < len(r.t) && r.t[i].class == c
}

// clockTail reads the part of the day and the clock time that follow directly.
func (r *chineseReader) clockTail(i int) (w when, next int) {
	if i < len(r.t) && r.near(i) {
		p := parsed{a: when{grain: day, weekday: 1}, rule: "zh/weekday"} // a part of the day may follow
		if j := r.partAndClock(i, &p); j > i {
			return p.a, j
		}
	}
	return w, 0
}
