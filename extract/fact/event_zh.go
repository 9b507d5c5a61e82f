package fact

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// longestEvent is the most bytes that the name of an event may have before its head.
const longestEvent = 200

// eventsZH finds names that end in a head word: 第五届沧州中小企业合作论坛.
func (r *reader) eventsZH(p int) {
	s := r.passages[p]
	last := s.Start // where the last name ended
	for at := s.Start; at < s.End; {
		c, size := utf8.DecodeRuneInString(r.text[at:])
		end := at + size
		at = end
		head := r.headEnding(c, extract.Span{Start: last, End: end})
		if head == "" || r.headGoesOn(end, s.End) {
			continue
		}
		start := r.nameStartZH(end-len(head), last)
		start = end - len(strings.TrimLeft(r.text[start:end], "”》）)之的・"))
		name := r.text[start:end]
		if bare := strings.TrimSuffix(name, head); utf8.RuneCountInString(bare) >= 4 || bare != "" && strings.Contains(bare, "届") {
			before := len(r.named)
			r.addEvent(extract.Span{Start: start, End: end}, p)
			if len(r.named) > before {
				last = end
			}
		}
	}
}

// headEnding is the longest head that the text ends with at s.End, c being
// its last character.
func (r *reader) headEnding(c rune, s extract.Span) string {
	for _, h := range r.words.heads[c] {
		if len(h) <= s.Len() && r.text[s.End-len(h):s.End] == h {
			return h
		}
	}
	return ""
}

// headGoesOn reports whether a longer head or another word goes on from the
// place: 论坛开幕式 is not 论坛, 会议室 not 会议.
func (r *reader) headGoesOn(end, limit int) bool {
	rest := r.text[end:limit]
	for _, w := range []string{"室", "厅", "中心", "组委会", "系列", "主席", "委员会", "秘书处", "报", "网"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	for _, w := range []string{"暨", "开幕式", "闭幕式"} {
		if tail, ok := strings.CutPrefix(rest, w); ok {
			return w == "暨" && tail != ""
		}
	}
	return false
}

// nameStartZH walks left from the head to where the name of the event begins:
// after a mark, a verb or preposition of the stop list, a person, or a date
// that is more than a year.
func (r *reader) nameStartZH(head, limit int) int {
	at := head
	depth := 0
	for at > limit && head-at < longestEvent {
		c, size := utf8.DecodeLastRuneInString(r.text[limit:at])
		switch c {
		case '）', ')', '”', '》':
			depth++
		case '（', '(', '“', '《':
			if depth == 0 {
				return at
			}
			depth--
		case '，', '。', '；', '：', '、', '！', '？', '\n', ',', ';', ':', '!', ' ', '\u3000':
			if depth == 0 {
				return at
			}
		}
		if depth == 0 {
			if r.stopBefore(at, limit) {
				return at
			}
			if m := r.mentionAt(at - 1); m >= 0 && r.d.Mentions[m].End <= head {
				if r.endsName(m) {
					return at
				}
				at = max(r.d.Mentions[m].Start, limit)
				continue
			}
		}
		at -= size
	}
	return at
}

// stopBefore reports whether a word of the stop list ends at the place, and
// no mention holds it.
func (r *reader) stopBefore(at, limit int) bool {
	before := r.text[limit:at]
	for _, w := range r.words.stops {
		if strings.HasSuffix(before, w) && r.mentionAt(at-1) < 0 {
			return len(w) > len("的") || !r.keeps(before[:len(before)-len(w)], w, r.text[at:])
		}
	}
	for _, w := range []string{"和", "与", "及"} { // between two things, not within one name
		if strings.HasSuffix(before, w) && r.mentionAt(at-len(w)-1) >= 0 {
			m := &r.d.Mentions[r.mentionAt(at-len(w)-1)]
			return m.Label() == extract.LabelPerson || m.Label() == extract.LabelBody
		}
	}
	return false
}

// keeps reports whether a stop word of one character is a part of a longer
// word there: 据 in 数据.
func (r *reader) keeps(before, w, after string) bool {
	_, size := utf8.DecodeLastRuneInString(before)
	return r.words.event["keep"][before[len(before)-size:]+w] || r.words.event["keep"][w+firstRune(after)]
}

// endsName reports whether a mention cannot be part of an event's name.
func (r *reader) endsName(m int) bool {
	switch v := r.d.Mentions[m].Value.(type) {
	case *extract.Person:
		return true
	case *extract.Figure:
		return !strings.HasSuffix(r.d.Mentions[m].In(r.text), "届")
	case *extract.Date:
		return len(v.Value) != 4 || len(r.d.Mentions[m].In(r.text)) > len("2024年")
	}
	return false
}
