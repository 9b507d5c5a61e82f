package name

import (
	"slices"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// tagger applies a model to a document. It is not safe for concurrent use.
type tagger struct {
	model *model
	read  analyser
	lat   lattice
	ev    evidence
	from  [][tags]tag
	tags  []tag
	lines []looked
	spans [][]extract.Span // of the tokens of each line
}

func newTagger(m *model, a analyser) *tagger {
	t := &tagger{model: m, read: a}
	t.lat.setTransitions(&m.trans)
	return t
}

// named is a name that was found in a text.
type named struct {
	extract.Span
	label      extract.Label
	confidence float64
}

// longestLook bounds the tokens that are kept for a second look at a time, and
// so the memory that a very long text takes.
const longestLook = 1 << 16

// tag finds the names of a text.
func (t *tagger) tag(text string, matches []lexicon.Match) (out []named) {
	kept := 0
	for _, line := range lines(text) {
		for len(matches) > 0 && matches[0].End <= line.Start {
			matches = matches[1:]
		}
		kept += t.look(text, line, matches)
		if kept > longestLook {
			out, kept = t.finish(out), 0
		}
	}
	return t.finish(out)
}

// look reads a line and finds names by what it says itself. It returns the
// number of tokens.
func (t *tagger) look(text string, line extract.Span, matches []lexicon.Match) int {
	tokens := t.read.load(text, line, matches)
	n := len(tokens)
	if n == 0 {
		return 0
	}
	k := len(t.lines)
	t.lines, t.spans = slices.Grow(t.lines, 1)[:k+1], slices.Grow(t.spans, 1)[:k+1]
	l := &t.lines[k]
	l.words, l.emit = resize(l.words, n), resize(l.emit, n)
	t.spans[k] = append(t.spans[k][:0], tokens...)
	for i := range tokens {
		t.ev.list = t.ev.list[:0]
		t.read.features(i, &t.ev)
		t.model.score(t.ev.list, &l.emit[i])
		l.words[i] = t.read.word(i)
	}
	t.decode(l)
	return n
}

// decode finds the likeliest names of a line by its scores.
func (t *tagger) decode(l *looked) {
	n := len(l.emit)
	t.from, t.tags = resize(t.from, n), resize(t.tags, n)
	l.found, l.sure = chunks(best(l.emit, &t.model.trans, t.from, t.tags)), l.sure[:0]
	if len(l.found) == 0 {
		return
	}
	t.lat.run(l.emit, nil)
	for _, s := range l.found {
		l.sure = append(l.sure, t.lat.probability(s))
	}
}

// finish looks at the lines once more, knowing the others, and adds the names
// of all of them to out.
func (t *tagger) finish(out []named) []named {
	m := remember(t.lines, t.read.apart)
	changed := make([]bool, len(t.lines)) // before any line is decoded anew
	for k := range t.lines {
		changed[k] = t.model.second.again(m, &t.lines[k])
	}
	for k := range t.lines {
		l := &t.lines[k]
		if changed[k] {
			t.decode(l)
		}
		for i, s := range l.found {
			out = append(out, named{
				Span:       extract.Span{Start: t.spans[k][s.start].Start, End: t.spans[k][s.end-1].End},
				label:      labels[s.label],
				confidence: t.model.curve[s.label].at(l.sure[i]),
			})
		}
	}
	t.lines, t.spans = t.lines[:0], t.spans[:0]
	return out
}
