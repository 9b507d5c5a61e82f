package fact

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// event is a meeting, forum, fair or contest that the text names.
type event struct {
	thing
	passage     int
	first, last extract.Day // when it was held, once known
}

// events finds the events that passage p names.
func (r *reader) events(p int) {
	if r.chinese {
		r.eventsZH(p)
		return
	}
	r.eventsEN(p)
}

// addEvent keeps an event unless its words are those of a body or a person.
func (r *reader) addEvent(s extract.Span, p int) {
	i, _ := slices.BinarySearchFunc(r.d.Mentions, s.Start, func(m extract.Mention, at int) int { return cmp.Compare(m.End, at+1) })
	for ; i < len(r.d.Mentions) && r.d.Mentions[i].Start < s.End; i++ {
		m := &r.d.Mentions[i]
		if r.eventTaken(m, s) {
			break
		}
		if m.Span.Contains(s) || m.Label() == extract.LabelPerson || m.End > s.End {
			return
		}
	}
	if t := r.written(s); !r.words.event["none"][t.name] {
		r.named = append(r.named, event{thing: t, passage: p})
	}
}

// eventTaken reports whether a body mention is an event that the name stage
// took for a body: nothing that the lexicon knows.
func (r *reader) eventTaken(m *extract.Mention, s extract.Span) bool {
	b, ok := m.Value.(*extract.Body)
	return ok && (b.Kind == "" || b.Kind == "other") && m.Span == s && r.lex.ByID(m.EntityID) == nil
}

// eventsEN finds capitalised names that end in a head word, and what follows
// the head after "for" or "on".
func (r *reader) eventsEN(p int) {
	s := r.passages[p]
	toks := tokens(r.text, s)
	for i := 0; i < len(toks); i++ {
		w := toks[i].In(r.text)
		if !r.words.event["head"][w] {
			continue
		}
		start := r.nameStart(toks, i)
		end := r.nameEnd(toks, i)
		if i-start >= 1 {
			r.addEvent(extract.Span{Start: toks[start].Start, End: toks[end].End}, p)
		}
		i = end
	}
	r.compounds(toks, p)
}

// nameStart is the first token of the capitalised name that token i ends.
func (r *reader) nameStart(toks []extract.Span, i int) int {
	start := i
	for k := i - 1; k >= 0; k-- {
		w := toks[k].In(r.text)
		gap := r.text[toks[k].End:toks[k+1].Start]
		if strings.Trim(gap, " ()/'’\u00a0") != "" || r.personAt(toks[k]) {
			break
		}
		switch {
		case r.words.event["stop"][w]:
			return start
		case r.words.event["inner"][w]:
			continue
		case capital(w), digits(w), r.words.event["ordinal"][w]:
			start = k
		default:
			return start
		}
	}
	return start
}

// nameEnd is the last token of the name whose head is token i: "Meeting for
// Chinese and Foreign Zones", "Forum on SMEs".
func (r *reader) nameEnd(toks []extract.Span, i int) int {
	end := i
	for k := i + 1; k < len(toks); k++ {
		w := toks[k].In(r.text)
		if strings.Trim(r.text[toks[k-1].End:toks[k].Start], " \u00a0") != "" {
			break
		}
		switch {
		case k == i+1 && w != "for" && w != "on" && !r.words.event["head"][w]:
			return end
		case capital(w) && !r.words.event["stop"][w] && !r.dateAt(toks[k]):
			end = k
		case w == "in" || w == "with" || !r.words.event["inner"][w]:
			return end
		}
	}
	return end
}

// compounds finds events named by what they are: a press conference.
func (r *reader) compounds(toks []extract.Span, p int) {
	for i := 1; i < len(toks); i++ {
		pair := strings.ToLower(r.text[toks[i-1].Start:toks[i].End])
		if !r.words.event["compound"][pair] || pair[0] != r.text[toks[i-1].Start] {
			continue
		}
		if the := i > 1 && strings.EqualFold(toks[i-2].In(r.text), "the"); the && (len(r.named) > 0 || i+1 < len(toks) && toks[i+1].In(r.text) == "of") {
			continue // the opening ceremony of an event is the event
		}
		r.addEvent(extract.Span{Start: toks[i-1].Start, End: toks[i].End}, p)
	}
	here := len(r.named) // those of this passage, which the two searches found out of order
	for here > 0 && r.named[here-1].passage == p {
		here--
	}
	slices.SortStableFunc(r.named[here:], func(a, b event) int { return cmp.Compare(a.span.Start, b.span.Start) })
}

func (r *reader) personAt(s extract.Span) bool {
	i := r.mentionAt(s.Start)
	return i >= 0 && r.d.Mentions[i].Label() == extract.LabelPerson
}

func (r *reader) dateAt(s extract.Span) bool {
	i := r.mentionAt(s.Start)
	return i >= 0 && r.d.Mentions[i].Label() == extract.LabelDate
}

// mentionAt is the mention that holds the place, or -1.
func (r *reader) mentionAt(at int) int {
	i, _ := slices.BinarySearchFunc(r.d.Mentions, at, func(m extract.Mention, at int) int { return cmp.Compare(m.Start, at+1) })
	if i > 0 && r.d.Mentions[i-1].End > at {
		return i - 1
	}
	return -1
}

func capital(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

// digits reports whether the token is a year or an ordinal in figures: 2024, 5th.
func digits(w string) bool { return w[0] >= '0' && w[0] <= '9' }

// tokens are the words of English text: letters, digits and what joins them
// (small- and medium-sized, China-ASEAN), and dashes of their own.
func tokens(text string, s extract.Span) []extract.Span {
	out := make([]extract.Span, 0, s.Len()/6+1)
	for at := s.Start; at < s.End; {
		if !wordByte(text[at]) && text[at] != '&' && text[at] != '-' {
			at++
			continue
		}
		end := at + 1
		for end < s.End && (wordByte(text[end]) || (text[end] == '-' || text[end] == '.' || text[end] == ',') && end+1 < s.End && wordByte(text[end+1]) && wordByte(text[end-1]) && (text[end] != ',' || text[end+1] <= '9')) {
			end++
		}
		if curly := strings.Index(text[at:end], "”"); curly > 0 {
			end = at + curly
		}
		out = append(out, extract.Span{Start: at, End: end})
		at = end
	}
	return out
}

// wordByte reports whether the byte can be part of a word. Bytes of curly
// marks and dashes count as well; what they make is no capital and no cue.
func wordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= 0x80
}
