package name

// features adds the evidence of the i-th token of the line to ev. The numbers
// of the templates are part of the model: a change means training anew.
func (z *chinese) features(i int, ev *evidence) {
	c, p1, p2, n1, n2 := z.at(i), z.at(i-1), z.at(i-2), z.at(i+1), z.at(i+2)
	ev.one(0, 0)
	ev.one(1, c.exact)
	ev.one(2, p1.exact)
	ev.one(3, n1.exact)
	ev.one(4, p2.exact)
	ev.one(5, n2.exact)
	ev.one(6, z.at(i-3).exact)
	ev.one(7, z.at(i+3).exact)
	ev.two(8, p2.exact, p1.exact)
	ev.two(9, p1.exact, c.exact)
	ev.two(10, c.exact, n1.exact)
	ev.two(11, n1.exact, n2.exact)
	ev.two(12, p1.exact, n1.exact)
	ev.three(13, p2.exact, p1.exact, c.exact)
	ev.three(14, p1.exact, c.exact, n1.exact)
	ev.three(15, c.exact, n1.exact, n2.exact)
	ev.one(16, value(p2.kind)<<16|value(p1.kind)<<12|value(c.kind)<<8|value(n1.kind)<<4|value(n2.kind))
	if z.omit&wordsOf == 0 {
		z.wordFeatures(i, c, ev)
	}
	if z.omit&classes == 0 {
		z.classFeatures(i, c, ev)
	}
	if z.omit&lexicons == 0 {
		z.listFeatures(i, c, ev)
	}
	if z.omit&spellings == 0 {
		z.speltFeatures(i, ev)
		z.latinFeatures(i, c, ev)
	}
}

func (z *chinese) wordFeatures(i int, c *char, ev *evidence) {
	w, p1, p2, n1, n2 := z.wordAt(i, 0), z.wordAt(i, -1), z.wordAt(i, -2), z.wordAt(i, 1), z.wordAt(i, 2)
	ev.two(20, w.exact, c.place)
	ev.two(21, p1.exact, c.place)
	ev.two(22, n1.exact, c.place)
	ev.three(23, p1.exact, w.exact, c.place)
	ev.three(24, w.exact, n1.exact, c.place)
	ev.two(25, p2.exact, c.place)
	ev.two(26, n2.exact, c.place)
	here := w.class<<3 | c.place
	ev.one(27, here)
	ev.two(28, p1.class, here)
	ev.two(29, here, n1.class)
	ev.three(30, p1.class, here, n1.class)
	ev.two(31, w.near, c.place)
	ev.two(32, w.near, c.exact)
	ev.three(33, w.near, here, z.hit(i).label)
	ev.two(34, p1.use, c.sur<<3|c.place)
	ev.two(35, n1.use, c.place)
	ev.three(36, p1.use, w.use, c.place)
	ev.two(37, n2.use, c.place)
}

func (z *chinese) classFeatures(i int, c *char, ev *evidence) {
	w, p1, n1 := z.wordAt(i, 0), z.wordAt(i, -1), z.wordAt(i, 1)
	for k := range w.cluster {
		ev.two(40+uint32(k), w.cluster[k], c.place)
		ev.two(44+uint32(k), p1.cluster[k], c.place)
		ev.two(48+uint32(k), n1.cluster[k], c.place)
	}
}

func (z *chinese) listFeatures(i int, c *char, ev *evidence) {
	lex, before, after := z.hit(i), z.hit(i-1), z.hit(i+1)
	p1, p2, n1 := z.at(i-1), z.at(i-2), z.at(i+1)
	ev.one(60, lex.full)
	ev.one(61, lex.label)
	ev.two(62, before.label, lex.label)
	ev.two(63, lex.label, after.label)
	ev.two(64, lex.label, c.exact)
	ev.three(65, before.label, lex.full, after.label)
	ev.two(66, lex.label, c.place)
	ev.two(67, before.full, c.exact)
	ev.two(68, after.full, c.exact)
	sur := p2.sur<<12 | p1.sur<<8 | c.sur<<4 | n1.sur
	ev.one(70, sur)
	ev.two(71, sur, c.place)
	ev.three(72, p1.sur, p1.place, c.exact)
	ev.three(73, p2.sur, p2.place<<3|c.place, c.exact)
	ev.two(74, c.sur, n1.exact)
	ev.three(75, c.sur, p1.exact, c.place)
	ev.two(76, c.quote, c.place)
	ev.two(77, c.quote, lex.label)
	ev.three(78, c.quote, c.sur, p1.exact)
}

// latinFeatures tells how Latin words are written and what class they have.
func (z *chinese) latinFeatures(i int, c *char, ev *evidence) {
	p1, n1 := z.at(i-1), z.at(i+1)
	if c.kind == latinChar {
		ev.one(90, c.shape)
		ev.two(91, c.shape, p1.exact)
		ev.two(92, c.shape, n1.exact)
		ev.three(93, p1.shape, c.shape, n1.shape)
		ev.two(94, c.class[1], c.shape)
		ev.two(95, c.class[2], c.shape)
	}
	if p1.kind == latinChar {
		ev.two(96, p1.class[1], c.exact)
	}
	if n1.kind == latinChar {
		ev.two(97, n1.class[1], c.exact)
	}
}
