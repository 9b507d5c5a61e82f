package name

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// people fills in what the text beside each person says: position, body and,
// for a part of a name, the full name.
func people(d *extract.Doc, ms []extract.Mention) {
	text := d.Read()
	var prev *extract.Mention
	for i := range ms {
		m := &ms[i]
		p, ok := m.Value.(*extract.Person)
		if !ok {
			continue
		}
		role, at := roleBefore(text, m.Start, d.Lang)
		if role.Len() == 0 {
			role, at = roleAfter(text, m.End, d.Lang)
		}
		if role.Len() == 0 && !d.Lang.Chinese() {
			role, at = officeOf(text, m.Start)
			if bodyBeside(text, ms, at, d.Lang) != nil {
				role = at
			}
		}
		if role.Len() > 0 {
			p.Role = role.In(d.Text)
			if b := bodyBeside(text, ms, at, d.Lang); b != nil {
				p.Body = b.In(d.Text)
			}
		} else if prev != nil && listed(text[prev.End:m.Start]) {
			before := prev.Value.(*extract.Person)
			p.Role, p.Body = before.Role, before.Body
		}
		p.Full = fullName(d, ms, m)
		prev = m
	}
}

// listed reports whether what stands between two people only lists them.
func listed(between string) bool {
	switch strings.TrimSpace(between) {
	case "、", "和", "与", "及", ",", "，", "and", ", and", "/", "&":
		return true
	}
	return false
}

// roleBefore is the title that ends where a name begins: 副部长⟨徐晓兰⟩, vice
// minister ⟨Xu Xiaolan⟩. In English the words that narrow it belong to it
// ("deputy sales manager"). The second span is that of the title again.
func roleBefore(text string, start int, lang extract.Lang) (role, at extract.Span) {
	s, use := lexicon.TitleBefore(text, start, lang)
	for use == lexicon.Honorific && s.Start > 0 {
		s, use = lexicon.TitleBefore(text, s.Start, lang)
	}
	if use == lexicon.NoUse {
		s, use = labelBefore(text, start, lang)
	}
	if use != lexicon.Office || strings.Contains(text[s.End:start], "\n") {
		return extract.Span{}, extract.Span{}
	}
	return s, s
}

// officeReach is how far before a name, in bytes, an office with what it is of
// is looked for.
const officeReach = 100

// officeOf is an English office with what it is of, right before a name: Vice
// Minister of Industry and Information Technology ⟨Xu Xiaolan⟩. Between the
// office and the name stand capitalised words and connectors alone. The second
// span is that of the office without the rest.
func officeOf(text string, start int) (role, office extract.Span) {
	if start == 0 || text[start-1] != ' ' {
		return extract.Span{}, extract.Span{}
	}
	for end := start - 1; end > max(0, start-officeReach); {
		at := strings.LastIndexByte(text[:end], ' ')
		if at < 0 {
			break
		}
		word := text[at+1 : end]
		if word == "of" {
			if s, use := lexicon.TitleBefore(text, at, extract.English); use == lexicon.Office {
				return extract.Span{Start: s.Start, End: start - 1}, s
			}
		}
		if !capitalised(word) && !connectors[word] && word != "to" || strings.ContainsAny(word, ",.;:\n") {
			break
		}
		end = at
	}
	return extract.Span{}, extract.Span{}
}

// labelBefore is the title of several people ("analysts ⟨Lin⟩ and Wu") or one
// that a colon parts from the name ("Reporter: ⟨Wang Lin⟩").
func labelBefore(text string, start int, lang extract.Lang) (extract.Span, lexicon.Use) {
	end := len(strings.TrimRight(text[:start], ":： "))
	if end < start && strings.ContainsAny(text[end:start], ":：") {
		return lexicon.TitleBefore(text, end, lang)
	}
	if lang.Chinese() || end == 0 || text[end-1] != 's' {
		return extract.Span{}, lexicon.NoUse
	}
	at := strings.LastIndexAny(text[:end], " \n(") + 1
	return extract.Span{Start: at, End: end}, lexicon.Title(text[at:end-1], lang)
}

// reachAfter is how far behind a name, in bytes, an apposition is looked for.
const reachAfter = 90

// roleAfter is the title in the apposition behind a name: ⟨Wang Lin⟩, deputy
// director of the bureau; ⟨徐⟩副部长.
func roleAfter(text string, end int, lang extract.Lang) (role, at extract.Span) {
	if lang.Chinese() {
		if s, use := lexicon.TitleAfter(text, end, lang); use == lexicon.Office {
			return s, s
		}
		return extract.Span{}, extract.Span{}
	}
	rest := text[end:min(len(text), end+reachAfter)]
	if !strings.HasPrefix(rest, ", ") {
		return extract.Span{}, extract.Span{}
	}
	stop := strings.IndexAny(rest[2:], ",.;:()\n“”\"")
	if stop < 0 {
		stop = len(rest) - 2
	}
	limit := end + 2 + stop
	for i := end + 1; i < limit; i++ {
		if text[i] != ' ' {
			continue
		}
		if s, use := lexicon.TitleAfter(text, i, lang); use == lexicon.Office && s.End <= limit {
			return s, s
		}
		if word := firstWord(text[i+1 : limit]); breaksApposition[word] {
			break
		}
	}
	return extract.Span{}, extract.Span{}
}

// breaksApposition are the words that cannot stand before a title behind a name.
var breaksApposition = map[string]bool{"said": true, "who": true, "and": true, "which": true, "but": true, "told": true, "is": true, "was": true, "has": true, "had": true, "where": true, "when": true, "with": true}

func firstWord(s string) string {
	w, _, _ := strings.Cut(strings.TrimLeft(s, " "), " ")
	return w
}

// bodyBeside is the body in which the role at the span is held: the one that
// ends before it (工业和信息化部⟨副部长⟩) or follows it (director of the Bureau).
func bodyBeside(text string, ms []extract.Mention, at extract.Span, lang extract.Lang) *extract.Mention {
	for i := range ms {
		m := &ms[i]
		if m.Label() != extract.LabelBody {
			continue
		}
		if m.End <= at.Start {
			switch strings.TrimSpace(text[m.End:at.Start]) {
			case "", "'s", "’s", "党组", "原", "的", "前", "vice", "deputy":
				return m
			}
		}
		if !lang.Chinese() && m.Start >= at.End {
			switch strings.TrimSpace(text[at.End:m.Start]) {
			case "of the", "of", "at the", "at", "for the", "for", "with the", "in the", "with":
				return m
			}
		}
	}
	return nil
}

// fullName is the longest name of a person in the document of which m is a
// part: a word of it in English, its beginning or end in Chinese.
func fullName(d *extract.Doc, ms []extract.Mention, m *extract.Mention) string {
	short, best := m.In(d.Text), ""
	for i := range ms {
		if ms[i].Label() != extract.LabelPerson {
			continue
		}
		long := ms[i].In(d.Text)
		if len(long) > max(len(short), len(best)) && partOf(short, long) && !strings.Contains(long, "\n") {
			best = long
		}
	}
	return best
}

func partOf(short, long string) bool {
	for _, joint := range []string{" ", "·", "・", "-"} {
		if strings.HasPrefix(long, short+joint) || strings.HasSuffix(long, joint+short) {
			return true
		}
	}
	surname, _ := lexicon.SurnameZH(long)
	return surname != "" && (short == surname || long == surname+short)
}
