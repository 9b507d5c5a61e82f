package name

import (
	"math"
	"math/rand/v2"
	"slices"
)

// example is one line with its labels, as the learner sees it.
type example struct {
	tokens  [][]feature
	words   []value  // hashes of the tokens
	allowed []uint16 // the tags that the labels permit at each token
	domain  int      // whose labelling it follows; 0 is the guide
	weight  float32
	spare   bool // to be looked at only, not learnt from
	doc     int  // number of the document, for cross-validation
}

// Learning holds the settings of the learner.
type Learning struct {
	Seed     uint64
	Epochs   int     // passes over the text in a run
	Runs     int     // from nothing, each in another order of the lines
	Rate     float64 // AdaGrad step
	L2       float64 // penalty of the squared weights that all domains share
	Own      float64 // the same for what one domain says beyond that
	Least    int     // how often a feature must occur
	Smallest float64 // weights below it are left out of the file
}

// learner fits the weights of a conditional random field by AdaGrad. Every
// feature has one row of weights for all domains and one for each domain, so
// that text labelled by other conventions helps where it agrees and does no
// harm where it does not.
type learner struct {
	Learning
	rows    map[feature]int32
	domains int
	n       int       // features
	w, g    []float32 // weights and sums of squared gradients, tags a row
	penalty []float32 // of each row, shared out over its occurrences
	tw, tg  []float32 // transitions: tags*tags a domain
	sum, ts []float32 // weights summed over the later epochs
	sums    int
	lat     lattice
	held    lattice // what the labels permit
	emit    []scores
}

func newLearner(set Learning, examples []example) *learner {
	l := &learner{Learning: set, rows: map[feature]int32{}}
	counts := map[feature]float32{}
	for i := range examples {
		l.domains = max(l.domains, examples[i].domain+1)
		for _, t := range examples[i].tokens {
			for _, f := range t {
				counts[f]++
			}
		}
	}
	list := make([]feature, 0, len(counts))
	for f, c := range counts {
		if int(c) >= set.Least {
			list = append(list, f)
		}
	}
	slices.Sort(list)
	for i, f := range list {
		l.rows[f] = int32(i)
	}
	l.n = len(list)
	size := l.n * (1 + l.domains)
	l.w, l.g, l.sum = make([]float32, size*tags), make([]float32, size*tags), make([]float32, size*tags)
	l.penalty = make([]float32, size)
	l.tw, l.tg = make([]float32, (1+l.domains)*tags*tags), make([]float32, (1+l.domains)*tags*tags)
	l.ts = make([]float32, len(l.tw))
	l.penalties(examples)
	return l
}

// penalties shares the penalty of each row out over its occurrences.
func (l *learner) penalties(examples []example) {
	for i := range examples {
		ex := &examples[i]
		for _, t := range ex.tokens {
			for _, f := range t {
				if r, ok := l.rows[f]; ok {
					l.penalty[r]++
					l.penalty[int(r)+l.n*(1+ex.domain)]++
				}
			}
		}
	}
	for r, c := range l.penalty {
		if c > 0 {
			l.penalty[r] = float32(l.L2) / c
			if r >= l.n {
				l.penalty[r] = float32(l.Own) / c
			}
		}
	}
}

// compiled is an example with its features as rows.
type compiled struct {
	*example
	rows [][]int32
	free bool // the labels leave a choice
}

func (l *learner) compile(examples []example) []compiled {
	out := make([]compiled, len(examples))
	for i := range examples {
		c := compiled{example: &examples[i], rows: make([][]int32, len(examples[i].tokens))}
		for k, t := range c.tokens {
			rows := make([]int32, 0, len(t))
			for _, f := range t {
				if r, ok := l.rows[f]; ok {
					rows = append(rows, r)
				}
			}
			c.rows[k] = rows
			c.free = c.free || c.allowed[k]&(c.allowed[k]-1) != 0
		}
		out[i] = c
	}
	return out
}

// fit leaves the weights in place, averaged over the later epochs of all runs.
// The order of the lines moves the scores of one run by a point or two either
// way; the mean of several is steadier and better than most.
func (l *learner) fit(examples []example) {
	all := l.compile(examples)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(l.Seed, 20))
	for range l.Runs {
		clear(l.w)
		clear(l.g)
		clear(l.tw)
		clear(l.tg)
		l.run(all, order, rng)
	}
	for i := range l.w {
		l.w[i] = l.sum[i] / float32(l.sums)
	}
	for i := range l.tw {
		l.tw[i] = l.ts[i] / float32(l.sums)
	}
}

// run goes through the epochs once and adds what it learnt in the later ones
// to the sums.
func (l *learner) run(all []compiled, order []int, rng *rand.Rand) {
	for epoch := range l.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.step(&all[i])
		}
		if epoch < l.Epochs/2 {
			continue
		}
		for i, w := range l.w {
			l.sum[i] += w
		}
		for i, w := range l.tw {
			l.ts[i] += w
		}
		l.sums++
	}
}

func (l *learner) step(ex *compiled) {
	if len(ex.rows) == 0 {
		return
	}
	tr := l.transitions(ex.domain)
	l.scores(ex.rows, ex.domain)
	l.lat.setTransitions(&tr)
	l.lat.run(l.emit, nil)
	if ex.free {
		l.held.setTransitions(&tr)
		l.held.run(l.emit, ex.allowed)
	}
	for i, rows := range ex.rows {
		var d [tags]float32
		for t := range d {
			d[t] = l.lat.marginal(i, tag(t)) - ex.wanted(&l.held, i, tag(t))
		}
		l.update(rows, ex.domain, &d, ex.weight)
		if i > 0 {
			l.updateTransitions(ex, i)
		}
	}
}

// wanted is the probability of a tag given the labels.
func (c *compiled) wanted(held *lattice, i int, t tag) float32 {
	switch {
	case c.free:
		return held.marginal(i, t)
	case c.allowed[i]>>t&1 == 1:
		return 1
	}
	return 0
}

// scores fills in emit by the weights of a domain.
func (l *learner) scores(rows [][]int32, domain int) {
	l.emit = resize(l.emit, len(rows))
	shift := l.n * (1 + domain)
	for i, list := range rows {
		s := scores{}
		for _, r := range list {
			a := (*[tags]float32)(l.w[int(r)*tags:])
			b := (*[tags]float32)(l.w[(int(r)+shift)*tags:])
			for t := range s {
				s[t] += a[t] + b[t]
			}
		}
		l.emit[i] = s
	}
}

// negligible gradients are not worth a step.
const negligible = 2e-4

func (l *learner) update(rows []int32, domain int, d *[tags]float32, weight float32) {
	var list [tags]int
	n := 0
	for t, v := range d {
		if v > negligible || v < -negligible {
			list[n] = t
			n++
		}
	}
	if n == 0 {
		return
	}
	rate := float32(l.Rate)
	shift := l.n * (1 + domain)
	for _, r := range rows {
		for _, row := range [2]int{int(r), int(r) + shift} {
			at, pen := row*tags, l.penalty[row]
			for _, t := range list[:n] {
				g := d[t]*weight + pen*l.w[at+t]
				l.g[at+t] += g * g
				l.w[at+t] -= rate * g / (1e-3 + float32(math.Sqrt(float64(l.g[at+t]))))
			}
		}
	}
}

func (l *learner) updateTransitions(ex *compiled, i int) {
	for next := range tag(tags) {
		for _, t := range preceding[next] {
			want := float32(0)
			switch {
			case ex.free:
				want = l.held.pair(i-1, t, next)
			case ex.allowed[i-1]>>t&1 == 1 && ex.allowed[i]>>next&1 == 1:
				want = 1
			}
			g := (l.lat.pair(i-1, t, next) - want) * ex.weight
			if g < negligible && g > -negligible {
				continue
			}
			for _, d := range [2]int{0, 1 + ex.domain} {
				k := d*tags*tags + int(t)*tags + int(next)
				h := g + 1e-5*l.tw[k]
				l.tg[k] += h * h
				l.tw[k] -= float32(l.Rate) * h / (1e-3 + float32(math.Sqrt(float64(l.tg[k]))))
			}
		}
	}
}

// transitions are those of a domain.
func (l *learner) transitions(domain int) (tr transitions) {
	for t := range tr {
		for next := range tr[t] {
			k := t*tags + next
			tr[t][next] = l.tw[k] + l.tw[(1+domain)*tags*tags+k]
		}
	}
	return tr
}

// quantised is what was learnt for the guide's domain, rounded as in the file.
func (l *learner) quantised() (unit float32, trans transitions, list []feature, rows [][tags]int8) {
	features := make([]feature, l.n)
	for f, r := range l.rows {
		features[r] = f
	}
	greatest := float32(0)
	for i := range l.n * tags {
		greatest = max(greatest, float32(math.Abs(float64(l.w[i]+l.w[i+l.n*tags]))))
	}
	unit = max(greatest, 1e-6) / 127
	for r, f := range features {
		var row [tags]int8
		kept := false
		for t := range row {
			w := l.w[r*tags+t] + l.w[(r+l.n)*tags+t]
			if math.Abs(float64(w)) < l.Smallest {
				continue
			}
			row[t] = int8(math.Round(float64(w / unit)))
			kept = kept || row[t] != 0
		}
		if kept {
			list, rows = append(list, f), append(rows, row)
		}
	}
	return unit, l.transitions(0), list, rows
}
