package name

import "math"

// scores are what the evidence says about each tag of one token.
type scores [tags]float32

// add adds what other evidence says.
func (s *scores) add(other *scores) {
	for t, v := range other {
		s[t] += v
	}
}

// transitions are the scores of one tag after another; impossible pairs are
// never looked at.
type transitions [tags][tags]float32

// everyTag allows a token all tags; a set bit t of such a mask allows tag t.
const everyTag = 1<<tags - 1

// lattice holds the sums over all taggings of one sequence of tokens that the
// model needs to know how likely a tag or a name is. Its memory is reused.
type lattice struct {
	emit  []scores            // exp of the scores of each token, less the greatest
	fore  [][tags]float32     // sum over the taggings up to a token, scaled
	back  [][tags]float32     // sum over the taggings after it, scaled
	scale []float32           // what the sums at a token were divided by
	step  [tags][tags]float32 // exp of the transitions
}

func resize[E any](s []E, n int) []E {
	if cap(s) < n {
		return make([]E, n, n+n/2)
	}
	return s[:n]
}

// setTransitions prepares the lattice for a model.
func (l *lattice) setTransitions(tr *transitions) {
	for t := range l.step {
		for next := range l.step[t] {
			l.step[t][next] = 0
			if tag(t).follows(tag(next)) {
				l.step[t][next] = float32(math.Exp(float64(tr[t][next])))
			}
		}
	}
}

// run sums over the taggings that allowed permits (nil: all) and returns the
// logarithm of the sum of their weights.
func (l *lattice) run(emit []scores, allowed []uint16) float64 {
	n := len(emit)
	l.emit, l.fore, l.back, l.scale = resize(l.emit, n), resize(l.fore, n), resize(l.back, n), resize(l.scale, n)
	total := 0.0
	for i := range emit {
		total += float64(l.potentials(i, &emit[i], allowed))
		total += math.Log(float64(l.forward(i)))
	}
	for i := n - 1; i >= 0; i-- {
		l.backward(i, n)
	}
	return total
}

// least is the score, less the greatest one of the token, below which a tag
// adds nothing that single precision could tell.
const least = -17

// potentials fills in emit[i] and returns the greatest score, which it left out.
func (l *lattice) potentials(i int, s *scores, allowed []uint16) float32 {
	mask := uint16(everyTag)
	if allowed != nil {
		mask = allowed[i]
	}
	top := float32(math.Inf(-1))
	for t, v := range s {
		if mask>>t&1 == 1 {
			top = max(top, v)
		}
	}
	for t, v := range s {
		l.emit[i][t] = 0
		if mask>>t&1 == 1 && v-top > least {
			l.emit[i][t] = exp(v - top)
		}
	}
	return top
}

func (l *lattice) forward(i int) float32 {
	f, e := &l.fore[i], &l.emit[i]
	sum := float32(0)
	for t := range tag(tags) {
		v := float32(0)
		if i == 0 {
			if t.opens() {
				v = 1
			}
		} else if e[t] > 0 {
			before := &l.fore[i-1]
			for _, p := range preceding[t] {
				v += before[p] * l.step[p][t]
			}
		}
		f[t] = v * e[t]
		sum += f[t]
	}
	if sum < math.SmallestNonzeroFloat32*1e10 {
		sum = math.SmallestNonzeroFloat32 * 1e10
	}
	l.scale[i] = sum
	for t := range f {
		f[t] /= sum
	}
	return sum
}

func (l *lattice) backward(i, n int) {
	b := &l.back[i]
	if i == n-1 {
		for t := range b {
			b[t] = 0
			if tag(t).closes() {
				b[t] = 1
			}
		}
		// Taggings that end within a name do not count.
		end := float32(0)
		for t := range b {
			end += l.fore[i][t] * b[t]
		}
		if end > 0 {
			for t := range b {
				b[t] /= end
			}
		}
		return
	}
	*b = [tags]float32{}
	for t := range tag(tags) {
		v := l.back[i+1][t] * l.emit[i+1][t] / l.scale[i+1]
		if v == 0 {
			continue
		}
		for _, p := range preceding[t] {
			b[p] += v * l.step[p][t]
		}
	}
}

// marginal is the probability of tag t at token i.
func (l *lattice) marginal(i int, t tag) float32 { return l.fore[i][t] * l.back[i][t] }

// pair is the probability of tag t at token i and next at the token after it.
func (l *lattice) pair(i int, t, next tag) float32 {
	return l.fore[i][t] * l.step[t][next] * l.emit[i+1][next] * l.back[i+1][next] / l.scale[i+1]
}

// probability is that of the name s, edges and label included.
func (l *lattice) probability(s chunk) float64 {
	t := s.tagAt(s.start)
	p := float64(l.fore[s.start][t])
	for i := s.start + 1; i < s.end; i++ {
		next := s.tagAt(i)
		p *= float64(l.step[t][next] * l.emit[i][next] / l.scale[i])
		t = next
	}
	return min(1, p*float64(l.back[s.end-1][t]))
}

// best is the tagging with the greatest score, by Viterbi.
func best(emit []scores, tr *transitions, from [][tags]tag, out []tag) []tag {
	const never = float32(-1e30)
	var now, next [tags]float32
	for i := range emit {
		for t := range tag(tags) {
			top, arg := never, outside
			if i == 0 {
				if t.opens() {
					top = 0
				}
			} else {
				for _, p := range preceding[t] {
					if v := now[p] + tr[p][t]; v > top {
						top, arg = v, p
					}
				}
			}
			next[t] = top + emit[i][t]
			from[i][t] = arg
		}
		now = next
	}
	end, top := outside, never
	for t := range tag(tags) {
		if t.closes() && now[t] > top {
			top, end = now[t], t
		}
	}
	for i := len(emit) - 1; i >= 0; i-- {
		out[i] = end
		end = from[i][end]
	}
	return out
}

// exp is e to the x for x in (least, 0], to about 6 digits: 2 to the whole part
// of x / ln 2 by its bits, times 2 to the rest by its series around a half.
func exp(x float32) float32 {
	const (
		ln2  = math.Ln2
		half = math.Sqrt2
	)
	y := x * (1 / ln2)
	k := int32(y) - 1 // y <= 0, so that the rest lies between 0 and 1
	r := (y - float32(k) - 0.5) * ln2
	p := 1 + r*(1+r*(1./2+r*(1./6+r*(1./24+r*(1./120+r*(1./720))))))
	return math.Float32frombits(uint32(k+127)<<23) * p * half
}
