package name

import (
	"math"
	"math/rand/v2"
	"slices"
)

// heldOut is a document as a model sees it that has not learnt from it: what
// the second look learns from and is scored on.
type heldOut struct {
	doc     int
	checked bool
	trans   *transitions
	lines   []looked
	allowed [][]uint16
}

// Settings of the learner of the second look, chosen by cross-validation.
const (
	secondEpochs  = 20
	secondRate    = 0.03
	secondPenalty = 1e-3
)

// hinted is a line with the hints of each of its tokens.
type hinted struct {
	*looked
	hints   [][]hint
	allowed []uint16
	trans   *transitions
}

func hintedLines(docs []*heldOut, apart func([]value) [][]value) (out []hinted) {
	for _, d := range docs {
		m := remember(d.lines, apart)
		for k := range d.lines {
			line := hinted{&d.lines[k], nil, d.allowed[k], d.trans}
			m.hints(line.looked, func(token int, h hint) {
				if line.hints == nil {
					line.hints = make([][]hint, len(line.words))
				}
				line.hints[token] = append(line.hints[token], h)
			})
			if line.hints != nil {
				out = append(out, line)
			}
		}
	}
	return out
}

// learnSecond fits the second look to documents, with the first look's scores
// as they are. The weights are averaged over the later epochs.
func learnSecond(docs []*heldOut, apart func([]value) [][]value, seed uint64) *second {
	w, g, sum := &second{}, &second{}, &second{}
	lines := hintedLines(docs, apart)
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(seed, 22))
	var free, held lattice
	for epoch := range secondEpochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			w.step(&lines[i], g, &free, &held)
		}
		if epoch < secondEpochs/2 {
			continue
		}
		for h := range w {
			for t := range w[h] {
				sum[h][t] += w[h][t] / (secondEpochs - secondEpochs/2)
			}
		}
	}
	return sum
}

// step moves the weights by AdaGrad towards the labels of one line.
func (s *second) step(line *hinted, g *second, free, held *lattice) {
	emit := slices.Clone(line.emit)
	for token, list := range line.hints {
		for _, h := range list {
			emit[token].add(&s[h])
		}
	}
	free.setTransitions(line.trans)
	held.setTransitions(line.trans)
	free.run(emit, nil)
	held.run(emit, line.allowed)
	for token, list := range line.hints {
		for t := range tags {
			d := free.marginal(token, tag(t)) - held.marginal(token, tag(t))
			for _, h := range list {
				slope := d + secondPenalty*s[h][t]
				g[h][t] += slope * slope
				s[h][t] -= secondRate * slope / (1e-2 + float32(math.Sqrt(float64(g[h][t]))))
			}
		}
	}
}
