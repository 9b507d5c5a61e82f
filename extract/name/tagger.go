package name

import (
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// tagger applies a model to the lines of a document. It is not safe for
// concurrent use.
type tagger struct {
	model *model
	read  analyser
	lang  extract.Lang
	lat   lattice
	ev    evidence
	emit  []scores
	from  [][tags]tag
	tags  []tag
}

func newTagger(m *model, a analyser, lang extract.Lang) *tagger {
	t := &tagger{model: m, read: a, lang: lang}
	t.lat.setTransitions(&m.trans)
	return t
}

// named is a name that was found in a text.
type named struct {
	extract.Span
	label      extract.Label
	confidence float64
}

// tag finds the names of a text.
func (t *tagger) tag(text string, matches []lexicon.Match) []named {
	var out []named
	for _, line := range lines(text) {
		for len(matches) > 0 && matches[0].End <= line.Start {
			matches = matches[1:]
		}
		tokens := t.read.load(text, line, matches)
		if len(tokens) == 0 {
			continue
		}
		n := len(tokens)
		t.emit, t.from, t.tags = resize(t.emit, n), resize(t.from, n), resize(t.tags, n)
		for i := range tokens {
			t.ev.list = t.ev.list[:0]
			t.read.features(i, &t.ev)
			t.model.score(t.ev.list, &t.emit[i])
		}
		found := segments(best(t.emit, &t.model.trans, t.from, t.tags))
		if len(found) == 0 {
			continue
		}
		t.lat.run(t.emit, nil)
		for _, s := range found {
			out = append(out, named{
				Span:       extract.Span{Start: tokens[s.start].Start, End: tokens[s.end-1].End},
				label:      labels[s.label],
				confidence: t.model.curve[s.label].at(t.lat.probability(s)),
			})
		}
	}
	return agree(text, t.lang, out)
}
