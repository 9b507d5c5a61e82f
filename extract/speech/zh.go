package speech

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// nextVerbZH is the first reporting verb that starts at or after at, within s.
func (r *reader) nextVerbZH(at int, s extract.Span) (verb, extract.Span) {
	for at < s.End {
		c, size := utf8.DecodeRuneInString(r.text[at:])
		for _, v := range r.lexis.heads[c] {
			end := at + len(v.form)
			if end <= s.End && r.text[at:end] == v.form && r.standsAlone(v, at, end) {
				return v, extract.Span{Start: at, End: r.listenerEnd(v, end, s.End)}
			}
		}
		at += size
	}
	return verb{}, extract.Span{}
}

// listenerEnd is the end of a verb of telling with its listener: 告诉本报记者.
func (r *reader) listenerEnd(v verb, end, limit int) int {
	if v.form != "告诉" {
		return end
	}
	rest := r.text[end:min(limit, end+60)]
	i := strings.Index(rest, "记者")
	if i < 0 || strings.ContainsAny(rest[:i], "，。：；") {
		return end
	}
	return end + i + len("记者")
}

// standsAlone reports whether the verb is not a part of a longer word, as 说
// is of 小说, nor of a name.
func (r *reader) standsAlone(v verb, at, end int) bool {
	if v.before != "" {
		if c, _ := utf8.DecodeLastRuneInString(r.text[:at]); strings.ContainsRune(v.before, c) {
			return false
		}
	}
	next, _ := utf8.DecodeRuneInString(r.text[end:])
	return v.barred == "" || !strings.ContainsRune(v.barred, next)
}

// follows reports whether what was said can follow the verb that ends at end.
func (r *reader) follows(v verb, end int) bool {
	rest := strings.TrimLeft(r.text[end:], " \u3000")
	c, _ := utf8.DecodeRuneInString(rest)
	switch c {
	case '：', ':', '“', '"', '「', '。':
		return true
	case '，', ',':
		return v.clause != "colon"
	}
	return v.clause == "open" && (unicode.Is(unicode.Han, c) || unicode.IsDigit(c) || c == '《') && !strings.ContainsRune("的了过着者于性出和与及或、力感书欢祝慰敬愿谢赞", c)
}

// contentZH is the indirect speech that follows a Chinese attribution, up to
// the end of its sentence.
func (r *reader) contentZH(v verb, a *attribution, s extract.Span, direct bool) (extract.Span, bool) {
	if a.speaker < 0 || direct {
		return extract.Span{}, false
	}
	c := trimClause(r.text, extract.Span{Start: a.span.End, End: s.End})
	if utf8.RuneCountInString(c.In(r.text)) < 6 {
		return c, false
	}
	if q := r.quoted(c.Start); q >= 0 && r.quotations[q].outer.Start == c.Start && r.quotations[q].outer.End >= c.End {
		return c, false
	}
	return c, true
}

// joinsBeforeZH reports whether the quotation ends right before the
// attribution: “……。”部长李华说。
func (r *reader) joinsBeforeZH(q *quotation, a *attribution) bool {
	gap := r.text[q.outer.End:max(a.span.Start, q.outer.End)]
	if len(gap) > 120 || strings.ContainsAny(gap, "。！？；：:“”，") || strings.Contains(strings.TrimSpace(gap), "\n") {
		return false
	}
	if strings.Contains(gap, "\n") && strings.HasPrefix(r.text[a.span.End:], "：") {
		return false
	}
	in := q.inner.In(r.text)
	last, _ := utf8.DecodeLastRuneInString(in)
	return r.sentenceLike(q) && (strings.ContainsRune("。！？，…,!?", last) || r.startsParagraph(q.outer.Start))
}

func (r *reader) startsParagraph(at int) bool {
	before := strings.TrimRight(r.text[:at], " \u3000")
	return before == "" || strings.HasSuffix(before, "\n")
}

// joinsAfterZH reports whether the attribution leads to the quotation: 李华说：“……”
func (r *reader) joinsAfterZH(q *quotation, a *attribution) bool {
	gap := r.text[min(a.span.End, q.outer.Start):q.outer.Start]
	bare := strings.TrimSpace(gap)
	if bare == "：" || bare == ":" {
		return true
	}
	if bare != "" && bare != "，" && bare != "," {
		return false
	}
	if !r.sentenceLike(q) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(q.inner.In(r.text)); strings.ContainsRune("。！？…", last) {
		return true
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(r.text[q.outer.End:], " "))
	return !unicode.Is(unicode.Han, next) // 说，“绿色通道”已经开通: the marks set off a word
}

// sourceZH finds 据…介绍，…… and 在…看来，……
func (r *reader) sourceZH(s extract.Span, p int) bool {
	if m, verb, ok := r.view(s); ok && r.quoted(verb.Start) < 0 {
		return r.cite(m, verb.Start, verb, s, p)
	}
	for at := s.Start; at < s.End; {
		i := strings.Index(r.text[at:s.End], "据")
		if i < 0 {
			return false
		}
		start := at + i
		at = start + len("据")
		m, verb, ok := r.sourceNameZH(at, s)
		if !ok || r.quoted(start) >= 0 {
			continue
		}
		if r.cite(m, start, verb, s, p) {
			return true
		}
	}
	return false
}

// cite gives the rest of the sentence after the verb to mention m.
func (r *reader) cite(m, start int, verb, s extract.Span, p int) bool {
	content := trimClause(r.text, extract.Span{Start: verb.End, End: s.End})
	if utf8.RuneCountInString(content.In(r.text)) < 6 {
		return false
	}
	a := attribution{span: extract.Span{Start: start, End: verb.End}, verb: verb, speaker: m, confidence: 0.8}
	q := r.add(extract.Quote{Span: content, Speaker: m, Verb: r.verbText(verb), Rule: "zh/according-to", Confidence: a.confidence})
	r.spoken = append(r.spoken, spoken{a, p, q})
	return true
}

// view is the person of 在…看来， and the span of 看来.
func (r *reader) view(s extract.Span) (int, extract.Span, bool) {
	i := strings.Index(s.In(r.text), "看来，")
	if i < 0 {
		return 0, extract.Span{}, false
	}
	verb := extract.Span{Start: s.Start + i, End: s.Start + i + len("看来")}
	m, ok := r.mentionEnding(verb.Start, s)
	if !ok || r.d.Mentions[m].Label() != extract.LabelPerson && r.d.Mentions[m].Label() != extract.LabelBody {
		return 0, extract.Span{}, false
	}
	return m, verb, strings.HasSuffix(r.text[s.Start:r.phraseStart(m, s.Start)], "在")
}

// sourceNameZH reads 李华介绍， or 工业和信息化部有关负责人介绍， after 据: the name and
// the verb or noun that closes the phrase, which a comma must follow.
func (r *reader) sourceNameZH(at int, s extract.Span) (int, extract.Span, bool) {
	clauseEnd := strings.Index(r.text[at:s.End], "，")
	if half := strings.Index(r.text[at:s.End], ","); half >= 0 && (clauseEnd < 0 || half < clauseEnd) {
		clauseEnd = half
	}
	if clauseEnd < 0 || clauseEnd > 150 {
		return 0, extract.Span{}, false
	}
	phrase := extract.Span{Start: at, End: at + clauseEnd}
	from, to := r.d.MentionsIn(phrase)
	m := -1
	for i := from; i < to; i++ {
		switch r.d.Mentions[i].Label() {
		case extract.LabelPerson:
			m = i
		case extract.LabelBody:
			if m < 0 && r.d.Mentions[i].Start-at <= len("记者从《") {
				m = i
			}
		}
	}
	if m < 0 {
		return 0, extract.Span{}, false
	}
	v, _ := r.lexis.longestSuffix(phrase.In(r.text), "source")
	if v == "" || r.d.Mentions[m].End > phrase.End-len(v) || strings.Contains(phrase.In(r.text), "的") {
		return 0, extract.Span{}, false
	}
	return m, extract.Span{Start: phrase.End - len(v), End: phrase.End}, true
}

// longestSuffix is suffix with whether there was one.
func (l *lexis) longestSuffix(text, class string) (string, bool) {
	w := l.suffix(text, class)
	return w, w != ""
}
