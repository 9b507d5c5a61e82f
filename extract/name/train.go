package name

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/packed"
)

// Folds is the number of parts of a cross-validation.
const Folds = 5

// Training is what [Train] learns from and how.
type Training struct {
	Lang    extract.Lang
	Sources []Source
	Licence string
	Learning
	Without []string // kinds of evidence to leave out, for an ablation
	Share   float64  // of the texts of each source to learn from, for a learning curve; 0 is all
	Check   bool     // cross-validate: score, set the confidence, and learn the second look
}

// DefaultLearning are the settings of the embedded models, chosen by
// cross-validation on the training news.
func DefaultLearning() Learning {
	return Learning{Seed: 1, Epochs: 10, Runs: 3, Rate: 0.02, L2: 0.5, Own: 0.5, Least: 2, Smallest: 0.02}
}

// Train learns the tagger of one language and returns its model file.
func Train(set *lexicon.Set, t Training) ([]byte, error) {
	omit, err := parseGroups(t.Without)
	if err != nil {
		return nil, err
	}
	a, err := analyserOf(t.Lang, omit)
	if err != nil {
		return nil, err
	}
	h := packed.Header{Model: modelName + t.Lang.Base(), Licence: t.Licence, Settings: map[string]string{
		"learning": fmt.Sprintf("%+v", t.Learning), "features": featuresVersion}}
	examples, checked, err := t.examples(a, set, &h)
	if err != nil {
		return nil, err
	}
	v := validated{curves: [len(labels)]curve{{1, 0}, {1, 0}, {1, 0}}, second: &second{}}
	if t.Check {
		v = (&validation{t.Learning, examples, checked, a.apart, omit&document == 0}).run()
		h.Scores = v.scores
	}
	examples = slices.DeleteFunc(examples, func(ex example) bool { return ex.spare })
	l := newLearner(t.Learning, examples)
	l.fit(examples)
	unit, trans, list, rows := l.quantised()
	return packModel(h, unit, &trans, v.curves, list, rows, v.second)
}

// examples reads the sources. checked tells which documents a
// cross-validation scores: those of the sources to check.
func (t *Training) examples(a analyser, set *lexicon.Set, h *packed.Header) (out []example, checked []bool, err error) {
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
				ex.spare = t.spare(i)
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

// spare reports whether the i-th text of a source lies outside the share to
// learn from.
func (t *Training) spare(i int) bool {
	return t.Share > 0 && int(float64(i+1)*t.Share) == int(float64(i)*t.Share)
}

// outcome counts one label over a cross-validation.
type outcome struct{ right, found, gold int }

// validated is what a cross-validation gives.
type validated struct {
	scores map[string]string
	curves [len(labels)]curve
	second *second
}

// validation is a cross-validation.
type validation struct {
	Learning
	examples []example
	checked  []bool // of each document, whether it is scored
	apart    func(words []value) [][]value
	again    bool // with the second look
}

// run learns from all but one part of the documents in turn and lets both
// looks find the names of the part left out. Those of the documents to check
// are scored; the second look learns from all.
func (c *validation) run() validated {
	var parts [Folds][]*heldOut
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for fold := range Folds {
		wait.Go(func() {
			slots <- struct{}{}
			parts[fold] = c.holdOut(fold)
			<-slots
		})
	}
	wait.Wait()
	var all []*heldOut
	var total [len(labels)]outcome
	var seen [len(labels)][]judged
	for fold := range parts {
		all = append(all, parts[fold]...)
		var others []*heldOut
		for f := range parts {
			if f != fold {
				others = append(others, parts[f]...)
			}
		}
		s := c.second(others)
		for _, d := range parts[fold] {
			if d.checked {
				d.score(s, c.apart, &total, &seen)
			}
		}
	}
	v := validated{scores: map[string]string{}, second: c.second(all)}
	for k, o := range total {
		v.scores[string(labels[k])] = fmt.Sprintf("strict P %.1f R %.1f F1 %.1f of %d", 100*ratio(o.right, o.found), 100*ratio(o.right, o.gold), 200*ratio(o.right, o.found+o.gold), o.gold)
		v.curves[k] = fitCurve(seen[k])
	}
	return v
}

// second learns the second look.
func (c *validation) second(docs []*heldOut) *second {
	if !c.again {
		return &second{}
	}
	return learnSecond(docs, c.apart, c.Seed)
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

// holdOut learns without one part of the documents and looks at it. Documents
// labelled by other conventions are always learnt from.
func (c *validation) holdOut(fold int) (docs []*heldOut) {
	var train, test []example
	for _, ex := range c.examples {
		if ex.domain == 0 && ex.doc%Folds == fold {
			test = append(test, ex)
		} else if !ex.spare {
			train = append(train, ex)
		}
	}
	l := newLearner(c.Learning, train)
	l.fit(train)
	tr := l.transitions(0)
	t := newTagger(&model{trans: tr}, nil)
	for _, ex := range l.compile(test) {
		if len(docs) == 0 || docs[len(docs)-1].doc != ex.doc {
			docs = append(docs, &heldOut{doc: ex.doc, checked: c.checked[ex.doc], trans: &tr})
		}
		l.scores(ex.rows, 0)
		line := looked{words: ex.words, emit: slices.Clone(l.emit)}
		t.decode(&line)
		d := docs[len(docs)-1]
		d.lines, d.allowed = append(d.lines, line), append(d.allowed, ex.allowed)
	}
	return docs
}

// score looks at the document once more and compares what is found with the
// labels. The lines are left as they were.
func (d *heldOut) score(s *second, apart func([]value) [][]value, total *[len(labels)]outcome, seen *[len(labels)][]judged) {
	m := remember(d.lines, apart)
	t := newTagger(&model{trans: *d.trans}, nil)
	for i := range d.lines {
		line := d.lines[i]
		line.emit, line.sure = slices.Clone(line.emit), slices.Clone(line.sure)
		if s.again(m, &line) {
			t.decode(&line)
		}
		gold := firm(d.allowed[i])
		for g := range gold {
			total[g.label].gold++
		}
		for k, f := range line.found {
			if !gold[f] && optional(d.allowed[i][f.start:f.end]) {
				continue
			}
			total[f.label].found++
			if gold[f] {
				total[f.label].right++
			}
			seen[f.label] = append(seen[f.label], judged{line.sure[k], gold[f]})
		}
	}
}

// firm is the labelled names that are not optional.
func firm(allowed []uint16) map[chunk]bool {
	ts := make([]tag, len(allowed))
	for i, m := range allowed {
		for t := range tag(tags) {
			if m == 1<<t {
				ts[i] = t
			}
		}
	}
	out := map[chunk]bool{}
	for _, s := range chunks(ts) {
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
