package name

import (
	"slices"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

// lineOf is a line of words; those between brackets are names that the first
// look found, with the label place, or person behind "@[", and the probability p.
func lineOf(text string, p float64) looked {
	var l looked
	for _, w := range strings.Fields(text) {
		if w == "[" || w == "@[" {
			l.found = append(l.found, chunk{start: len(l.words), label: labelAt(w)})
			continue
		}
		if w == "]" {
			l.found[len(l.found)-1].end = len(l.words)
			l.sure = append(l.sure, p)
			continue
		}
		l.words = append(l.words, hash(w))
	}
	l.emit = make([]scores, len(l.words))
	return l
}

func labelAt(bracket string) int {
	if bracket == "@[" {
		return slices.Index(labels[:], extract.LabelPerson)
	}
	return slices.Index(labels[:], extract.LabelPlace)
}

func noParts([]value) [][]value { return nil }

func eachWord(words []value) (out [][]value) { return (&english{}).apart(words) }

// TestHints says at which tokens of the last line the others give hints.
func TestHints(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		apart func([]value) [][]value
		want  string // + for a token with hints
	}{
		{"a name found elsewhere", []string{"in [ Blue Hill ]", "we saw Blue Hill twice"}, noParts, "-++++"},
		{"a name that stands once", []string{"in [ Blue Hill ]", "we saw Red Hill twice"}, noParts, "-----"},
		{"an occurrence says nothing of itself", []string{"we saw [ Blue Hill ] twice"}, noParts, "-----"},
		{"the longest of two", []string{"[ Blue Hill ] and [ Blue Hill Pass ]", "near Blue Hill Pass"}, noParts, "++++"},
		{"a part of a person", []string{"met @[ Ann Lee ]", "then Lee left early"}, eachWord, "+++-"},
		{"a part of a place", []string{"near [ Blue Hill ]", "then Hill left early"}, eachWord, "----"},
		{"no part of a name", []string{"met @[ Ann Lee ]", "then Lee left early"}, noParts, "----"},
	} {
		var doc []looked
		for _, s := range c.lines {
			doc = append(doc, lineOf(s, 0.9))
		}
		last := &doc[len(doc)-1]
		got := []byte(strings.Repeat("-", len(last.words)))
		remember(doc, c.apart).hints(last, func(token int, h hint) {
			if h < 0 || int(h) >= hints {
				t.Fatalf("%s: hint %d of %d", c.name, h, hints)
			}
			got[token] = '+'
		})
		if string(got) != c.want {
			t.Errorf("%s: hints at %s, want %s", c.name, got, c.want)
		}
	}
}

// TestHintsDiffer checks that no two kinds of evidence share a hint.
func TestHintsDiffer(t *testing.T) {
	seen := map[hint]bool{}
	for relation := range relations {
		for label := range labels {
			for _, share := range []float64{0, 0.3, 0.7, 1} {
				for _, others := range []int{1, 2, 4} {
					told := told{number: others}
					told.sum[label], told.top[label][0] = share*float64(others)+1e-9, 0
					first, step := told.hints(relation, others)
					for place := range places {
						h := first[0] + hint(place)*step
						if seen[h] || int(h) >= hints {
							t.Fatalf("hint %d stands for two things, or is out of range", h)
						}
						seen[h] = true
					}
				}
			}
		}
	}
}

// TestSecondLook learns that a name found on other lines is one here, too.
func TestSecondLook(t *testing.T) {
	var trans transitions
	var docs []*heldOut
	for range 8 {
		d := &heldOut{trans: &trans}
		for i := range 4 {
			line := lineOf("we saw Kestrel twice", 0)
			if i > 0 {
				line = lineOf("we saw [ Kestrel ] twice", 0.95)
			}
			allowed := []uint16{1, 1, 1 << tagOf(2, unit), 1}
			d.lines, d.allowed = append(d.lines, line), append(d.allowed, allowed)
		}
		docs = append(docs, d)
	}
	s := learnSecond(docs, noParts, 1)
	d := docs[0]
	line := d.lines[0]
	if !s.again(remember(d.lines, noParts), &line) {
		t.Fatal("the second look says nothing")
	}
	newTagger(&model{trans: trans}, nil).decode(&line)
	if len(line.found) != 1 || line.found[0] != (chunk{2, 3, 2}) {
		t.Errorf("found %v", line.found)
	}
}
