package name

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// Folds is the number of parts of a cross-validation.
const Folds = 5

// Training is what [Train] learns from and how.
type Training struct {
	Lang    extract.Lang
	Sources []Source
	Licence string
	Learning
	Check bool // score by cross-validation, and set the confidence by it
}

// DefaultLearning are the settings of the embedded models, chosen by
// cross-validation on the training news.
func DefaultLearning() Learning {
	return Learning{Seed: 1, Epochs: 10, Runs: 3, Rate: 0.02, L2: 0.5, Own: 0.5, Least: 2, Smallest: 0.02}
}

// Train learns the tagger of one language and returns its model file.
func Train(set *lexicon.Set, t Training) ([]byte, error) {
	a, err := analyserOf(t.Lang)
	if err != nil {
		return nil, err
	}
	h := Header{Model: "names, " + t.Lang.Base(), Licence: t.Licence, Settings: map[string]string{
		"learning": fmt.Sprintf("%+v", t.Learning)}}
	examples, checked, err := t.examples(a, set, &h)
	if err != nil {
		return nil, err
	}
	curves := [len(labels)]curve{{1, 0}, {1, 0}, {1, 0}}
	if t.Check {
		h.Scores, curves = crossValidate(t.Learning, examples, checked)
	}
	l := newLearner(t.Learning, examples)
	l.fit(examples)
	unit, trans, list, rows := l.quantised()
	return packModel(h, unit, &trans, curves, list, rows)
}

// examples reads the sources. checked tells which documents a
// cross-validation scores: those of the sources to check.
func (t *Training) examples(a analyser, set *lexicon.Set, h *Header) (out []example, checked []bool, err error) {
	domains := []string{""}
	for n, src := range t.Sources {
		docs, err := readLabelled(src, n)
		if err != nil {
			return nil, nil, err
		}
		domain := 0
		for domain < len(domains) && domains[domain] != src.Domain {
			domain++
		}
		if domain == len(domains) {
			domains = append(domains, src.Domain)
		}
		for i := range docs {
			examplesOf(a, set, t.Lang, &docs[i], func(ex example) {
				ex.domain, ex.weight, ex.doc = domain, float32(src.Weight), len(checked)
				out = append(out, ex)
			})
			checked = append(checked, src.Check)
		}
		h.Data = append(h.Data, fmt.Sprintf("%s: %d texts, weight %g", src.Path[strings.LastIndexByte(src.Path, '/')+1:], len(docs), src.Weight))
	}
	if len(out) == 0 {
		return nil, nil, errNoText
	}
	return out, checked, nil
}

// outcome counts one label over a cross-validation.
type outcome struct{ right, found, gold int }

// crossValidate learns from all but one part of the documents in turn and
// scores the part left out.
func crossValidate(set Learning, examples []example, checked []bool) (map[string]string, [len(labels)]curve) {
	var total [len(labels)]outcome
	var seen [len(labels)][]judged
	results := make([]func() ([len(labels)]outcome, [len(labels)][]judged), Folds)
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for fold := range Folds {
		done := make(chan struct{})
		var o [len(labels)]outcome
		var s [len(labels)][]judged
		go func() {
			slots <- struct{}{}
			o, s = scoreFold(set, examples, checked, fold)
			<-slots
			close(done)
		}()
		results[fold] = func() ([len(labels)]outcome, [len(labels)][]judged) { <-done; return o, s }
	}
	for _, wait := range results {
		o, s := wait()
		for k := range labels {
			total[k].right += o[k].right
			total[k].found += o[k].found
			total[k].gold += o[k].gold
			seen[k] = append(seen[k], s[k]...)
		}
	}
	scores := map[string]string{}
	var curves [len(labels)]curve
	for k, o := range total {
		scores[string(labels[k])] = fmt.Sprintf("strict P %.1f R %.1f F1 %.1f of %d", 100*ratio(o.right, o.found), 100*ratio(o.right, o.gold), 200*ratio(o.right, o.found+o.gold), o.gold)
		curves[k] = fitCurve(seen[k])
	}
	return scores, curves
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// judged is a name that was found, with the model's probability.
type judged struct {
	p     float64
	right bool
}

func scoreFold(set Learning, examples []example, checked []bool, fold int) (o [len(labels)]outcome, seen [len(labels)][]judged) {
	var train, test []example
	for _, ex := range examples {
		if checked[ex.doc] && ex.doc%Folds == fold {
			test = append(test, ex)
		} else {
			train = append(train, ex)
		}
	}
	l := newLearner(set, train)
	l.fit(train)
	tr := l.transitions(0)
	l.lat.setTransitions(&tr)
	for _, ex := range l.compile(test) {
		l.scores(ex.rows, 0)
		ts := best(l.emit, &tr, make([][tags]tag, len(ex.rows)), make([]tag, len(ex.rows)))
		l.lat.run(l.emit, nil)
		gold := firm(ex.allowed)
		for g := range gold {
			o[g.label].gold++
		}
		for _, s := range segments(ts) {
			if !gold[s] && optional(ex.allowed[s.start:s.end]) {
				continue
			}
			o[s.label].found++
			if gold[s] {
				o[s.label].right++
			}
			seen[s.label] = append(seen[s.label], judged{l.lat.probability(s), gold[s]})
		}
	}
	return o, seen
}

// firm is the labelled names that are not optional.
func firm(allowed []uint16) map[segment]bool {
	ts := make([]tag, len(allowed))
	for i, m := range allowed {
		for t := range tag(tags) {
			if m == 1<<t {
				ts[i] = t
			}
		}
	}
	out := map[segment]bool{}
	for _, s := range segments(ts) {
		out[s] = true
	}
	return out
}

func optional(allowed []uint16) bool {
	for _, m := range allowed {
		if m&(m-1) != 0 {
			return true
		}
	}
	return false
}

// fitCurve fits a logistic line to what was found, by gradient steps with a
// small pull towards the model's own probability.
func fitCurve(seen []judged) curve {
	c := curve{1, 0}
	for range 400 {
		g := [2]float64{0.01 * float64(c.slope-1), 0.01 * float64(c.offset)}
		for _, s := range seen {
			d := c.at(s.p)
			if s.right {
				d--
			}
			x := logit(s.p)
			g[0] += d * min(max(x, -6), 6) / float64(len(seen))
			g[1] += d / float64(len(seen))
		}
		c.slope -= float32(0.1 * g[0])
		c.offset -= float32(0.5 * g[1])
	}
	return c
}
