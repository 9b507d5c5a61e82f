package pipeline

import (
	"github.com/smelt-ie/smelt/extract/clean"
	"github.com/smelt-ie/smelt/extract/date"
	"github.com/smelt-ie/smelt/extract/fact"
	"github.com/smelt-ie/smelt/extract/figure"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/link"
	"github.com/smelt-ie/smelt/extract/name"
	"github.com/smelt-ie/smelt/extract/sentence"
	"github.com/smelt-ie/smelt/extract/speech"
)

// Stages is the way of an article, in order. Names are looked up in lex and
// tagged by models, where there is one of the language.
func Stages(lex *lexicon.Set, models ...*name.Model) []Stage {
	return []Stage{
		clean.Stage{},
		sentence.Stage{},
		date.Stage{},
		figure.Stage{},
		name.New(lex, models...),
		resolve{},
		figure.Period{},
		link.Stage{Lexicon: lex},
		speech.Stage{},
		fact.Stage{Lexicon: lex},
	}
}
