package numeral

// finish adds what may end a numeral: a denominator, decimals, a dozen; and
// tells ordinals apart.
func (r *wordReader) finish() (Numeral, bool) {
	v, ok := r.total.Plus(r.group)
	n := Numeral{Value: v, End: r.end, Flags: r.flags}
	if !ok {
		return n, false
	}
	if q, end, ok := r.divided(v); ok {
		n.Value, n.End, n.Flags = q, end, n.Flags|Fraction
		r.fractionOf(&n)
		return n, true
	}
	next := r.skipJoint(r.end)
	if next == r.end {
		return n, true
	}
	w := lowerWord(r.s, next, &r.buf)
	end := next + len(w)
	switch {
	case len(w) == 0:
	case string(w) == "point":
		r.point(&n, end)
	case dozenWords[string(w)]:
		if p, ok := r.dozens(v); ok {
			n.Value, n.End = p, end
		}
	case string(w) == "and":
		if r.ordinalAfter(end) {
			n.Flags |= Ordinal
			return n, true
		}
		r.andFraction(&n, end)
	default:
		if ordinalWord(w) && (r.last == tenWord || r.last == hundredWord || r.last == scaleWord) {
			n.End, n.Flags = end, n.Flags|Ordinal
		}
	}
	return n, true
}

// ordinalAfter reports whether the "and" that ends at the offset leads to an
// ordinal: one hundred and fifth.
func (r *wordReader) ordinalAfter(at int) bool {
	if r.last != hundredWord && r.last != scaleWord {
		return false
	}
	w := lowerWord(r.s, r.skipJoint(at), &r.buf)
	return ordinalUnits[string(w)] > 0
}

// dozens is the number v that was read, counted in dozens; of three hundred and
// two dozens only the two are.
func (r *wordReader) dozens(v Number) (Number, bool) {
	if word := (Number{r.word, 0}); r.last != hundredWord && r.last != scaleWord && (Number{100, 0}).Less(v) {
		rest, _ := v.Plus(word.Neg())
		part, _ := word.Times(dozen)
		return rest.Plus(part)
	}
	return v.Times(dozen)
}

// divided reads the denominator after the numerator v that was read: three
// fifths, one twenty-fifth, one hundred thirty-fifths.
func (r *wordReader) divided(v Number) (q Number, end int, ok bool) {
	next := r.skipJoint(r.end)
	if hasAt(r.s, r.end, apartHyphen) {
		next = r.end + len(apartHyphen)
	}
	if next == r.end || r.last == noWord {
		return Number{}, 0, false
	}
	d, end, plural, ok := denominator(r.s, next)
	if one := v == (Number{1, 0}); !ok || one == plural {
		return Number{}, 0, false
	}
	if r.flags&Scaled != 0 && hasAt(r.s, end, " of ") { // five hundred and two thirds of the rest
		return Number{}, 0, false
	}
	if d == (Number{4, 0}) && !v.Less(d) && hasAt(r.s, end-len("quarters"), "quarters") { // nine quarters are a time
		return Number{}, 0, false
	}
	if tens := (Number{r.word, 0}); r.last == tenWord && r.s[r.end] == '-' && v != tens && d.Less(Number{10, 0}) {
		v, _ = v.Plus(tens.Neg()) // thirty-fifths: the tens are the denominator's
		if d, ok = d.Plus(tens); !ok {
			return Number{}, 0, false
		}
	}
	q, ok = v.Over(d)
	return q, end, ok
}

// andPart reads the part of one that goes on after "and": a half, three
// quarters million, two thirds. After a scale the part is of that scale. done
// is true when there is a part; more tells whether the numeral may go on.
func (r *wordReader) andPart(at int) (done, more bool) {
	article := hasAt(r.s, at, "a ")
	if !article && r.last != hundredWord && r.last != scaleWord {
		return false, false
	}
	v, end, ok := r.part(at)
	if !ok || !article && hasAt(r.s, end, " of ") { // five hundred and two thirds of the rest
		return false, false
	}
	if exp, next := scaleAfter(r.s, end); r.last == scaleWord && next > 0 && exp < r.lastScale { // one billion and a half million
		v, end = v.Shift(exp), next
	} else if r.last == scaleWord { // two million and a half
		v = v.Shift(r.lastScale)
	}
	scaled := r.last == scaleWord
	r.group, ok = r.group.Plus(v)
	if !ok {
		return false, false
	}
	r.last, r.end = digitWord, end
	return true, !scaled && article
}

// part reads a fraction below one in words: a half, three quarters.
func (r *wordReader) part(at int) (v Number, end int, ok bool) {
	if hasAt(r.s, at, "a ") {
		at += len("a ")
		w := lowerWord(r.s, at, &r.buf)
		part := partWord(w)
		if part == 0 || w[len(w)-1] == 's' {
			return Number{}, 0, false
		}
		v, ok = Number{1, 0}.Over(Number{part, 0})
		return v, at + len(w), ok
	}
	top := wordReader{s: r.s, end: at, lastScale: 2} // a numerator below hundred
	for top.last != scaleWord && top.last != hundredWord && top.step() {
	}
	v, end, ok = top.divided(top.group)
	return v, end, ok && v.Less(Number{1, 0})
}

// andFraction adds the fraction of "twenty and three fifths".
func (r *wordReader) andFraction(n *Numeral, at int) {
	next := r.skipJoint(at)
	if next == at || r.last == hundredWord || r.last == scaleWord {
		return
	}
	part, ok := words(r.s, next)
	if !ok || !part.Has(Fraction) || part.Has(Scaled|Article) || !part.Value.Less(Number{1, 0}) {
		return
	}
	if sum, ok := n.Value.Plus(part.Value); ok {
		n.Value, n.End, n.Flags = sum, part.End, n.Flags|Fraction
	}
}

// fractionOf scales a fraction: half a million, three quarters billion, two
// thirds of a million.
func (r *wordReader) fractionOf(n *Numeral) {
	at := n.End
	for _, joint := range [...]string{" of a", " a", " of one", ""} {
		if !hasAt(r.s, at, joint) {
			continue
		}
		half := Numeral{Value: n.Value, End: at + len(joint), Flags: n.Flags}
		if half.dozens(r.s); half.End > at+len(joint) && joint == " a" {
			*n = half
			return
		}
		if exp, end := scaleAfter(r.s, at+len(joint)); end > 0 && exp >= 3 && at+len(joint)+1 < end-2 {
			n.Value, n.End, n.Flags = n.Value.Shift(exp), end, n.Flags&^Fraction|Scaled
		}
		return
	}
}

// point reads decimals: two point five, two point seventy-one.
func (r *wordReader) point(n *Numeral, at int) {
	if r.pair(n, at) {
		scales(r.s, n)
		return
	}
	for {
		next := r.skipJoint(at)
		w := lowerWord(r.s, next, &r.buf)
		v, ok := unitWords[string(w)]
		if !ok || v > 9 || next == at || n.Value.Exp < -maxDigits/2 {
			break
		}
		e := min(n.Value.Exp, 0) - 1
		if n.Value, ok = n.Value.Plus(Number{v, e}); !ok {
			return
		}
		if v == 0 {
			n.Value = Number{n.Value.Mantissa * 10, n.Value.Exp - 1}
		}
		at = next + len(w)
		n.End, n.Flags = at, n.Flags|Point
	}
	if n.Has(Point) {
		scales(r.s, n)
	}
}

// pair reads two decimals that are said as one number: point seventy-one.
func (r *wordReader) pair(n *Numeral, at int) bool {
	next := r.skipJoint(at)
	p := wordReader{s: r.s, end: next, lastScale: 2}
	if next == at || !p.step() || p.last == unitWord {
		return false
	}
	if p.last == tenWord && hasAt(r.s, p.end, "-") {
		p.step()
	}
	sum, ok := n.Value.Plus(p.group.Shift(-2))
	if ok {
		n.Value, n.End, n.Flags = sum, p.end, n.Flags|Point
	}
	return ok
}
