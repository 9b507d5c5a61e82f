package name

// features adds the evidence of the i-th token of the line to ev. The numbers
// of the templates are part of the model: a change means training anew.
func (e *english) features(i int, ev *evidence) {
	w := e.at(i)
	p1, p2, p3 := e.at(i-1), e.at(i-2), e.at(i-3)
	n1, n2, n3 := e.at(i+1), e.at(i+2), e.at(i+3)
	ev.one(0, 0)
	ev.one(1, w.exact)
	ev.one(2, w.lower)
	ev.one(3, p1.lower)
	ev.one(4, n1.lower)
	ev.one(5, p2.lower)
	ev.one(6, n2.lower)
	ev.two(7, p1.lower, w.lower)
	ev.two(8, w.lower, n1.lower)
	ev.two(9, p1.lower, n1.lower)
	for k, p := range w.prefix {
		ev.one(10+uint32(k), p)
	}
	for k, s := range w.suffix {
		ev.one(14+uint32(k), s)
	}
	ev.one(18, w.shape)
	ev.three(19, p1.shape, w.shape, n1.shape)
	ev.two(20, p1.lower, w.shape)
	ev.two(21, w.shape, n1.lower)
	ev.one(22, value(p2.letters)<<12|value(p1.letters)<<9|value(w.letters)<<6|value(n1.letters)<<3|value(n2.letters))
	ev.two(23, p1.suffix[2], w.shape)
	ev.two(24, n1.suffix[2], w.shape)
	ev.two(25, p2.lower, p1.lower)
	ev.two(26, n1.lower, n2.lower)
	ev.two(27, p3.lower, w.shape)
	ev.two(28, n3.lower, w.shape)
	if e.omit&wordsOf == 0 {
		e.speechFeatures(i, ev)
	}
	if e.omit&classes == 0 {
		e.classFeatures(i, ev)
	}
	if e.omit&lexicons == 0 {
		e.listFeatures(i, ev)
	}
	if e.omit&runs == 0 {
		e.runFeatures(i, ev)
	}
}

func (e *english) speechFeatures(i int, ev *evidence) {
	w := e.at(i)
	pos := e.pos[i+margin-2 : i+margin+3]
	ev.one(30, pos[2])
	ev.two(31, pos[1], pos[2])
	ev.two(32, pos[2], pos[3])
	ev.three(33, pos[1], pos[2], pos[3])
	ev.two(34, pos[2], w.shape)
}

func (e *english) classFeatures(i int, ev *evidence) {
	w := e.at(i)
	p1, p2, n1, n2 := e.at(i-1), e.at(i-2), e.at(i+1), e.at(i+2)
	c := w.cluster
	for k := range c {
		ev.one(40+uint32(k), c[k])
		ev.two(44+uint32(k), p1.cluster[k], w.shape)
		ev.two(48+uint32(k), n1.cluster[k], w.shape)
	}
	ev.two(52, p2.cluster[0], p1.cluster[0])
	ev.two(53, n1.cluster[0], n2.cluster[0])
	ev.two(54, p1.cluster[1], c[1])
	ev.two(55, c[1], n1.cluster[1])
}

func (e *english) listFeatures(i int, ev *evidence) {
	w, p1, n1, p2, n2 := e.at(i), e.at(i-1), e.at(i+1), e.at(i-2), e.at(i+2)
	lex, before, after := e.hit(i), e.hit(i-1), e.hit(i+1)
	ev.one(60, lex.full)
	ev.one(61, lex.label)
	ev.two(62, before.label, lex.label)
	ev.two(63, lex.label, after.label)
	ev.two(64, lex.label, w.lower)
	ev.three(65, before.label, lex.full, after.label)
	ev.two(66, lex.full, w.shape)
	ev.two(67, after.full, w.shape)
	ev.two(68, before.full, w.shape)
	ev.one(70, w.list)
	ev.two(71, p1.list, w.list)
	ev.two(72, w.list, n1.list)
	ev.three(73, p1.list, w.list, n1.list)
	ev.two(74, w.list, lex.label)
	ev.two(75, p2.list, w.shape)
	ev.two(76, n2.list, w.shape)
	ev.three(77, w.list, w.shape, n1.shape)
	ev.three(78, w.list, p1.shape, n1.lower)
	ev.three(79, w.list, p1.lower, n1.shape)
}

func (e *english) runFeatures(i int, ev *evidence) {
	w, r := e.at(i), e.near[i]
	title := value(0)
	if e.title {
		title = 1
	}
	first := value(0)
	if i == 0 {
		first = 1
	}
	ev.one(80, r.place)
	ev.two(81, r.place, r.before)
	ev.two(82, r.place, r.after)
	ev.two(83, r.first, r.place)
	ev.two(84, r.last, r.place)
	ev.two(85, r.head, w.shape)
	ev.two(86, r.head, w.lower)
	ev.three(87, r.head, e.hit(i).label, r.place)
	ev.two(88, e.quoted[i], w.shape)
	ev.two(89, title, w.shape)
	ev.three(90, title, first, e.hit(i).label)
	ev.three(91, title, w.list, w.shape)
	ev.two(92, first, w.shape)
	ev.two(93, r.last, w.head)
	ev.three(94, r.place, w.list, r.after)
	ev.three(95, r.head, e.at(i-1).lower, w.shape)
	ev.three(96, first, w.list, w.shape)
	ev.three(97, w.list, e.pos[i+margin], r.place)
}

// hit is the lexicon hit of the i-th token; i may lie just outside the line.
func (e *english) hit(i int) lexHit {
	if i < 0 || i >= len(e.lex) {
		return lexHit{}
	}
	return e.lex[i]
}
