package name

import (
	"slices"

	"github.com/smelt-ie/smelt/extract"
)

// The second look at a document asks of each string what the first look made
// of its other occurrences, and adds what that says to the scores of the first
// look, after Krishnan and Manning (2006).

// looked is one line as the first look left it.
type looked struct {
	words []value // hashes of the tokens
	emit  []scores
	found []chunk
	sure  []float64 // probability of each of found
}

// Places of a token at a string of the document.
const (
	placeBefore = iota
	placeBegin
	placeInside
	placeLast
	placeUnit
	placeAfter
	places
)

// What a string is to the names that the first look found.
const (
	asWhole = iota // one of them
	asFirst        // the first part of one
	asLater        // a later part of one
	relations
)

const (
	shares  = 4                                                            // steps of the share of the other occurrences that were found
	numbers = 3                                                            // steps of the number of other occurrences
	tops    = 3                                                            // steps of the greatest probability among them
	hints   = relations * len(labels) * places * shares * (numbers + tops) // in all
)

// hint is one thing that the rest of the document says of a token.
type hint int

// second is what each hint says for each tag.
type second [hints]scores

// told is what the first look made of a string in one relation.
type told struct {
	sum    [len(labels)]float64    // probabilities of the names found
	top    [len(labels)][2]float64 // the two greatest
	number int
}

func (t *told) add(label int, p float64) {
	t.sum[label] += p
	t.number++
	if q := &t.top[label]; p > q[0] {
		q[0], q[1] = p, q[0]
	} else {
		q[1] = max(q[1], p)
	}
}

// without takes one name out again.
func (t *told) without(label int, p float64) {
	t.sum[label] -= p
	if q := &t.top[label]; q[0] == p {
		q[0] = q[1]
	}
}

// label is the label with the strongest evidence.
func (t *told) label() (label int) {
	for k, v := range t.sum {
		if v > t.sum[label] {
			label = k
		}
	}
	return label
}

// hints are the two hints of a string in a relation: how many of its other
// occurrences were found out of how many, and how sure the surest was. They
// hold for one place; those of the next place follow after step hints.
func (t *told) hints(relation, others int) (first [2]hint, step hint) {
	label := t.label()
	share, number, top := 0, min(others/2, numbers-1), 0
	for _, least := range [shares - 1]float64{0.25, 0.6, 0.9} {
		if t.sum[label] >= least*float64(others) {
			share++
		}
	}
	for _, least := range [tops - 1]float64{0.6, 0.9} {
		if t.top[label][0] >= least {
			top++
		}
	}
	step = shares * (numbers + tops)
	at := hint(relation*len(labels)+label)*places*step + hint(share*(numbers+tops))
	return [2]hint{at + hint(number), at + hint(numbers+top)}, step
}

// mentioned is one string of a document and what is told of it.
type mentioned struct {
	words       []value
	told        [relations]told
	occurrences int
}

// telling reports whether the string stands elsewhere in the document, too.
func (s *mentioned) telling() bool {
	return s.occurrences > 1 || s.told[asFirst].number+s.told[asLater].number > 0
}

// memory is what one document says about its strings.
type memory map[value][]*mentioned // by the first word, the longest first

// remember collects the names of a document and the parts of those of people.
func remember(doc []looked, apart func(words []value) [][]value) memory {
	m := memory{}
	for i := range doc {
		for k, s := range doc[i].found {
			words, p := doc[i].words[s.start:s.end], doc[i].sure[k]
			m.of(words).told[asWhole].add(s.label, p)
			if labels[s.label] != extract.LabelPerson {
				continue // the words of other names are too common to tell anything
			}
			for n, part := range apart(words) {
				m.of(part).told[min(n, 1)+asFirst].add(s.label, p)
			}
		}
	}
	for _, list := range m {
		slices.SortStableFunc(list, func(a, b *mentioned) int { return len(b.words) - len(a.words) })
	}
	for i := range doc {
		words := doc[i].words
		for at := range words {
			for _, s := range m[words[at]] {
				if s.standsAt(words, at) {
					s.occurrences++
				}
			}
		}
	}
	return m
}

// of is the entry of a string, made where it is new.
func (m memory) of(words []value) *mentioned {
	for _, s := range m[words[0]] {
		if slices.Equal(s.words, words) {
			return s
		}
	}
	s := &mentioned{words: words}
	m[words[0]] = append(m[words[0]], s)
	return s
}

func (s *mentioned) standsAt(words []value, at int) bool {
	return len(s.words) <= len(words)-at && slices.Equal(s.words, words[at:at+len(s.words)])
}

// hints calls add for all that the document says about the tokens of a line.
// Of strings that overlap, the first and longest counts.
func (m memory) hints(line *looked, add func(token int, h hint)) {
	for at := 0; at < len(line.words); at++ {
		for _, s := range m[line.words[at]] {
			if s.telling() && s.standsAt(line.words, at) {
				s.hints(line, at, add)
				at += len(s.words) - 1
				break
			}
		}
	}
}

// hints calls add for what is told of the string that stands at a token. An
// occurrence says nothing of itself.
func (s *mentioned) hints(line *looked, at int, add func(token int, h hint)) {
	end := at + len(s.words)
	for relation := range relations {
		t := s.told[relation]
		others := t.number
		if others == 0 {
			continue
		}
		if relation == asWhole {
			others = s.occurrences - 1
			for k, f := range line.found {
				if f.start == at && f.end == end {
					t.without(f.label, line.sure[k])
				}
			}
		}
		if others == 0 {
			continue
		}
		first, step := t.hints(relation, others)
		spread(at, end, len(line.words), func(token, place int) {
			add(token, first[0]+hint(place)*step)
			add(token, first[1]+hint(place)*step)
		})
	}
}

// spread visits the tokens of a string and those beside it.
func spread(start, end, n int, visit func(token, place int)) {
	if start > 0 {
		visit(start-1, placeBefore)
	}
	for i := start; i < end; i++ {
		switch {
		case end-start == 1:
			visit(i, placeUnit)
		case i == start:
			visit(i, placeBegin)
		case i == end-1:
			visit(i, placeLast)
		default:
			visit(i, placeInside)
		}
	}
	if end < n {
		visit(end, placeAfter)
	}
}

// again adds to the scores of a line what the document says, and reports
// whether it says anything.
func (s *second) again(m memory, line *looked) (changed bool) {
	m.hints(line, func(token int, h hint) {
		line.emit[token].add(&s[h])
		changed = true
	})
	return changed
}
