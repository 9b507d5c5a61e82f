package fact

import (
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// found is a cue in a sentence.
type found struct {
	kind string
	extract.Span
}

// cues reads the phrases of passage p that state relations.
func (r *reader) cues(p int) {
	s := r.passages[p]
	fs := r.findEN(s)
	if r.chinese {
		fs = r.findZH(s)
	}
	from := s.Start // where the clause of the cue begins
	for k, f := range fs {
		to := s.End
		if k+1 < len(fs) {
			to = fs[k+1].Start
		}
		r.cue(f, s, from, to, p)
		switch f.kind {
		case "attended", "held", "chaired", "spoke", "holds":
			from = f.End
		}
	}
}

// cue states what one phrase says; its subject stands from from on, its
// object before to.
func (r *reader) cue(f found, s extract.Span, from, to, p int) {
	switch f.kind {
	case "attended", "spoke", "chaired":
		r.attended(f, from, to, s, p)
	case "spoke-there":
		r.spokeThere(f.Span, from+len(strings.TrimRight(r.text[from:f.Start], " ")), from, p)
	case "attended-by":
		r.attendedBy(f.Span, s)
	case "held":
		r.held(f.Span, s, from, p)
	case "holds":
		r.hosts(f.Span, s)
	case "organised-by":
		if r.chinese {
			r.organisedZH(f.Span, s, p)
		} else {
			r.organised(f.Span, s, p)
		}
	case "was-established":
		r.established(f.Span, s, true, p)
	case "established":
		r.established(f.Span, s, false, p)
		if r.chinese {
			r.established(f.Span, s, true, p)
		}
	case "located":
		r.located(f.Span)
	case "part-of":
		if r.chinese {
			r.underZH(f.Span)
		} else {
			r.under(f.Span)
		}
	case "members":
		r.members(f.Span, s)
	case "appointed":
		r.appointed(f.Span, s)
	case "alias":
		r.renamed(f.Span)
	}
}

// findEN is the cues of an English sentence, from left to right, none within
// a mention.
func (r *reader) findEN(s extract.Span) []found {
	var out []found
	toks := tokens(r.text, s)
	for i := 0; i < len(toks); i++ {
		w := toks[i].In(r.text)
		if capital(w) {
			w = strings.ToLower(w)
		}
		for _, c := range r.words.cues[w] {
			n := matchWords(r.text, toks[i:], c.words)
			if n > 0 && r.mentionAt(toks[i].Start) < 0 {
				out = append(out, found{c.kind, extract.Span{Start: toks[i].Start, End: toks[i+n-1].End}})
				i += n - 1
				break
			}
		}
	}
	return out
}

// matchWords is the number of tokens that the words of a cue take, adverbs
// between them included; 0 when they do not match.
func matchWords(text string, toks []extract.Span, words []string) int {
	k := 0
	for n := 0; n < len(toks); n++ {
		w := toks[n].In(text)
		switch {
		case strings.EqualFold(w, words[k]):
			if k++; k == len(words) {
				return n + 1
			}
		case k == 0, !strings.HasSuffix(w, "ly") && w != "also" && w != "first":
			return 0
		}
	}
	return 0
}

// findZH is the cues of a Chinese sentence, longest first at each place.
func (r *reader) findZH(s extract.Span) []found {
	var out []found
	for at := s.Start; at < s.End; {
		_, size := utf8.DecodeRuneInString(r.text[at:])
		step := size
		for _, c := range r.words.cues[r.text[at:at+size]] {
			if end := at + len(c.phrase); end <= s.End && r.text[at:end] == c.phrase && r.mentionAt(at) < 0 && !longerWord(r.text[end:s.End]) {
				out = append(out, found{c.kind, extract.Span{Start: at, End: end}})
				step = len(c.phrase)
				break
			}
		}
		at += step
	}
	return out
}

// longerWord reports whether the text goes on so that the cue before it is a
// part of another word: 开幕 in 开幕式, 开展 in 开展览.
func longerWord(rest string) bool {
	switch firstRune(rest) {
	case "式", "词", "赛", "战", "者", "方", "人", "权", "地":
		return true
	}
	return false
}

// dateOf is the date mention that says when the thing at cue c happened: the
// first one after it in its clause, else the last one before it; -1 when there
// is none that can be placed.
func (r *reader) dateOf(c, s extract.Span) int {
	from, to := r.d.MentionsIn(s)
	best := -1
	for i := from; i < to; i++ {
		v, ok := r.d.Mentions[i].Value.(*extract.Date)
		if !ok || r.inEvent(r.d.Mentions[i].Span) {
			continue // the year of the 2020 Lending Expo is part of its name
		}
		if _, _, ok := days(v); !ok {
			continue
		}
		if r.d.Mentions[i].Start >= c.End {
			gap := r.text[c.End:r.d.Mentions[i].Start]
			if best < 0 && len(gap) < 80 || len(gap) < 24 && !strings.ContainsAny(gap, ",，;；") {
				return i
			}
			break
		}
		best = i
	}
	return best
}

// inEvent reports whether the span lies in the name of an event.
func (r *reader) inEvent(s extract.Span) bool {
	for i := len(r.named) - 1; i >= 0; i-- {
		if r.named[i].span.Contains(s) {
			return true
		}
		if r.named[i].span.End <= s.Start {
			return false
		}
	}
	return false
}
