package name

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/record"
)

// Source is a file of labelled text to learn from.
type Source struct {
	Path   string
	Domain string  // whose labelling it follows; "" is the guide
	Weight float64 // of each of its lines
	Check  bool    // a cross-validation scores it
}

// labelledText is one labelled document.
type labelledText struct {
	text   string
	gold   []record.Gold
	source int
}

// readLabelled reads labelled records (.jsonl) or words in columns (.conll).
func readLabelled(src Source, number int) ([]labelledText, error) {
	f, err := os.Open(src.Path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if strings.HasSuffix(src.Path, ".conll") {
		return readColumns(f, number)
	}
	records, err := record.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", src.Path, err)
	}
	out := make([]labelledText, 0, len(records))
	for i := range records {
		gold, err := records[i].Gold()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", src.Path, err)
		}
		out = append(out, labelledText{records[i].Text, gold, number})
	}
	return out, nil
}

// columnLabels maps the labels of the CoNLL shared tasks to ours; MISC names
// nothing that the guide knows.
var columnLabels = map[string]extract.Value{"PER": &extract.Person{}, "ORG": &extract.Body{}, "LOC": &extract.Place{}}

// readColumns reads one word and its IO or IOB label a line, sentences parted
// by empty lines. Each sentence becomes a text, words joined as in print.
func readColumns(r io.Reader, number int) ([]labelledText, error) {
	var out []labelledText
	var b strings.Builder
	var gold []record.Gold
	prev := "O"
	flush := func() {
		if b.Len() > 0 {
			out = append(out, labelledText{b.String(), gold, number})
		}
		b.Reset()
		gold, prev = nil, "O"
	}
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		f := strings.Fields(sc.Text())
		if len(f) < 2 {
			flush()
			continue
		}
		word, label := f[0], f[len(f)-1]
		if b.Len() > 0 && !strings.HasPrefix(word, "'") && !strings.Contains(".,;:!?)%", word) {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(word)
		if v := columnLabels[label[max(0, len(label)-3):]]; v != nil {
			if prev == label && label[0] == 'I' && len(gold) > 0 {
				gold[len(gold)-1].End = b.Len()
			} else {
				gold = append(gold, record.Gold{Mention: extract.Mention{Span: extract.Span{Start: start, End: b.Len()}, Value: v}})
			}
		}
		prev = label
	}
	flush()
	return out, sc.Err()
}

// analyser turns the lines of one language into evidence.
type analyser interface {
	load(text string, line extract.Span, matches []lexicon.Match) []extract.Span
	features(i int, ev *evidence)
	word(i int) value              // hash of the i-th token
	apart(words []value) [][]value // parts by which a name may be called, the first and later ones
}

var errNoText = errors.New("no labelled text to learn from")

// examplesOf turns a document into examples, one a line. A line whose labels no
// sequence of tags can give is left out.
func examplesOf(a analyser, set *lexicon.Set, lang extract.Lang, d *labelledText, add func(example)) {
	matches := set.Find(d.text, lang)
	for _, line := range lines(d.text) {
		tokens := a.load(d.text, line, within(matches, line))
		if len(tokens) == 0 {
			continue
		}
		ex := example{allowed: make([]uint16, len(tokens)), tokens: make([][]feature, len(tokens)), words: make([]value, len(tokens))}
		for i := range tokens {
			var ev evidence
			a.features(i, &ev)
			ex.tokens[i], ex.words[i], ex.allowed[i] = ev.list, a.word(i), 1<<outside
		}
		for _, g := range d.gold {
			label(tokens, &g, ex.allowed)
		}
		if possible(ex.allowed) { // names that share a token teach nothing
			add(ex)
		}
	}
}

// label permits the tags of a labelled mention; an optional one may as well
// not be there.
func label(tokens []extract.Span, g *record.Gold, allowed []uint16) {
	s := chunk{start: -1, label: -1}
	for k, l := range labels {
		if l == g.Label() {
			s.label = k
		}
	}
	if s.label < 0 {
		return
	}
	for i, t := range tokens {
		if t.Overlaps(g.Span) {
			if s.start < 0 {
				s.start = i
			}
			s.end = i + 1
		}
	}
	if s.start < 0 {
		return
	}
	for i := s.start; i < s.end; i++ {
		if g.Optional {
			allowed[i] |= 1 << s.tagAt(i)
		} else {
			allowed[i] = 1 << s.tagAt(i)
		}
	}
}

// within is the matches that touch the span.
func within(matches []lexicon.Match, span extract.Span) []lexicon.Match {
	i := 0
	for i < len(matches) && matches[i].End <= span.Start {
		i++
	}
	j := i
	for j < len(matches) && matches[j].Start < span.End {
		j++
	}
	return matches[i:j]
}
