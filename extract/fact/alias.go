package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// aliases states the other names that brackets give: Ministry of X (MX),
// 特洛伊大学（Troy University）.
func (r *reader) aliases() {
	for at := 0; at < len(r.text); {
		i := strings.IndexAny(r.text[at:], "(（")
		if i < 0 {
			return
		}
		open := at + i
		_, size := utf8.DecodeRuneInString(r.text[open:])
		at = open + size
		end := strings.IndexAny(r.text[at:min(len(r.text), at+90)], ")）\n")
		if end <= 0 || r.text[at+end] == '\n' {
			continue
		}
		r.bracket(open, extract.Span{Start: at, End: at + end})
	}
}

// bracket reads one bracket, which opens at open and holds inner.
func (r *reader) bracket(open int, inner extract.Span) {
	if a, b := r.mentionBefore(open), r.mentionWith(inner); a >= 0 && b >= 0 && r.sameThing(a, b, open) {
		r.state(Alias, r.mention(a), r.mention(b), extract.Span{}, "bracket", 0.9)
		return
	}
	short := inner.In(r.text)
	if !acronymLike(short) {
		return
	}
	if long, ok := r.longForm(short, open); ok {
		t := r.written(long)
		if m := r.mentionWith(long); m >= 0 {
			t = r.mention(m)
		}
		s := r.written(inner)
		if m := r.mentionWith(inner); m >= 0 {
			s = r.mention(m)
		}
		if t.id == "" {
			t.id = s.id // the ministry within "SME Bureau of the Ministry of X (MX)"
		}
		r.state(Alias, t, s, extract.Span{}, "bracket", 0.85)
	}
}

// mentionWith is the mention that has exactly the span, or -1.
func (r *reader) mentionWith(s extract.Span) int {
	if i := r.mentionAt(s.Start); i >= 0 && r.d.Mentions[i].Span == s {
		return i
	}
	return -1
}

// sameThing reports whether the mention in a bracket is another name of the
// one right before it.
func (r *reader) sameThing(a, b, open int) bool {
	x, y := &r.d.Mentions[a], &r.d.Mentions[b]
	return x.Label() == y.Label() && x.EntityID != "" && x.EntityID == y.EntityID && x.In(r.text) != y.In(r.text) && strings.TrimSpace(r.text[x.End:open]) == ""
}

// acronymLike reports whether a bracket can hold a short form: two to ten
// characters, a capital among the first two, no space.
func acronymLike(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 10 || strings.ContainsAny(s, " .,，") {
		return false
	}
	capitals := 0
	for _, c := range s {
		if c > 0x7f {
			return false
		}
		if unicode.IsUpper(c) {
			capitals++
		}
	}
	return capitals >= 2
}

// longForm is the words before the bracket at open that the short form
// abbreviates, by the algorithm of Schwartz and Hearst (2003): the characters
// of the short form are found from right to left, the first one at the start
// of a word.
func (r *reader) longForm(short string, open int) (extract.Span, bool) {
	letters := strings.TrimSuffix(short, "s")
	limit := min(len(letters)+5, 2*len(letters)) + 2
	end := len(strings.TrimRight(r.text[:open], " "))
	start, words := end, 0
	for start > 0 && words < limit {
		k := start - 1
		if strings.IndexByte(".;:!?\n\"()", r.text[k]) >= 0 || r.text[k] >= 0x80 {
			break
		}
		if r.text[k] == ' ' || r.text[k] == '-' {
			words++
		}
		start = k
	}
	s, l := len(letters)-1, end
	for ; s >= 0; s-- {
		c := letters[s] | 0x20
		if !alnum(c) {
			continue
		}
		for l--; l >= start; l-- {
			if r.text[l]|0x20 == c && (s > 0 || l == start || !alnum(r.text[l-1]|0x20)) {
				break
			}
		}
		if l < start {
			return extract.Span{}, false
		}
	}
	if end-l <= len(short) || strings.Count(r.text[l:end], " ") == 0 {
		return extract.Span{}, false
	}
	return r.wholeList(extract.Span{Start: l, End: end}), true
}

// wholeList takes in the words that a list puts before the long form:
// "micro, small and medium-sized enterprises" is one thing.
func (r *reader) wholeList(s extract.Span) extract.Span {
	for _, w := range []string{"micro, ", "Micro, ", "micro "} {
		if strings.HasSuffix(r.text[:s.Start], w) {
			s.Start -= len(w)
		}
	}
	return s
}

func alnum(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

// renamed states X，简称Y: a name right before the cue, another after it.
func (r *reader) renamed(c extract.Span) {
	a := r.before(c.Start, "", "（(，, 以下")
	at := c.End + len(r.text[c.End:]) - len(strings.TrimLeft(r.text[c.End:], "为“\"「: ："))
	if a < 0 || at-c.End > 12 || !r.sited(a) && r.d.Mentions[a].Label() != extract.LabelPerson {
		return
	}
	end := strings.IndexAny(r.text[at:min(len(r.text), at+60)], "”\"」）)，。；、")
	if end <= 0 {
		return
	}
	other := r.written(extract.Span{Start: at, End: at + end})
	if m := r.mentionWith(other.span); m >= 0 {
		other = r.mention(m)
	}
	r.state(Alias, r.mention(a), other, c, "named", 0.9)
}
