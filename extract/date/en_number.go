package date

// bareOrdinal tells "the 25th" as a day from a rank: "the 26th festival".
func (r *englishReader) bareOrdinal(i int) bool {
	t := &r.t[i]
	if t.n < 1 || t.n > 31 || !t.has(digital) {
		return false
	}
	k := i - 1
	if r.is(k, "the") {
		k--
	}
	if k == i-2 && r.sentenceStart(i-1) && r.is(i+1, "is", "was") {
		return true
	}
	if !r.is(k, "on", "of", "from", "since", "until", "till", "to", "by", "before", "after", "and", "between", "through") && !r.sign(k, '-') && !r.sign(k, '/') {
		return false
	}
	next := i + 1
	if r.is(k, "of", "by", "to", "and") && r.class(next) != punct && !r.is(k+1, "the") {
		return false
	}
	switch r.class(next) {
	case punct, wasWord, willWord, dayWord, partWord, vagueWord, number:
		return !r.sign(next, '-')
	case other, thatWord, someWord:
		return r.functionWord(next) || r.is(next, "local")
	}
	return false
}

// functionWord reports whether token i is one of the small words that end a
// noun phrase or begin a clause.
func (r *englishReader) functionWord(i int) bool { return r.among(i, functionWords) }

// countNoun reports whether token i makes the number before it a count of things.
func (r *englishReader) countNoun(i int) bool {
	if r.class(i) != other || i >= len(r.t) || r.t[i].has(capital) {
		return r.scaleAfter(i) && r.class(i) != other || r.is(i, "yuan") || r.sign(i, '%')
	}
	if r.scaleAfter(i) || r.among(i, countedThings) {
		return true
	}
	t := &r.t[i]
	return t.end-t.start > 3 && r.text[t.end-1] == 's' && r.text[t.end-2] != 's' && !r.among(i, notPlurals)
}

// bareYear tells a year that stands alone from a count.
func (r *englishReader) bareYear(i int) bool {
	if !r.yearNumber(i) || r.sign(i-1, '$') || r.sign(i-1, '#') || r.sign(i-1, '+') || r.clockish(i) {
		return false
	}
	if _, short := r.shortYear(i); short > 0 {
		return r.is(i-1, "in", "of", "since", "from", "during", "for", "year", "fiscal", "fy", "the", "and") || r.sign(i-1, '(') || i == 0
	}
	if r.is(i-1, "fy", "sy", "cy") && r.glued(i) {
		return true
	}
	if r.sign(i-1, '-') && r.class(i-2) == edgeWord {
		return true
	}
	n := r.t[i].n
	if r.glued(i) && (r.sign(i-1, '.') || r.sign(i-1, ':') || r.class(i-1) == other || r.sign(i-1, '/')) || r.sign(i+1, '/') && r.glued(i+1) {
		return false
	}
	if r.sign(i+1, '-') && r.yearNumber(i+2) && r.sign(i+3, '-') && r.class(i+4) == number {
		return false
	}
	if r.sign(i+1, '-') && r.glued(i+1) && r.glued(i+2) && !r.yearNumber(i+2) && !r.is(i+2, "q", "h") || r.sign(i-1, '-') && r.glued(i) && !r.yearNumber(i-2) {
		return false // 2010-15 and serial numbers
	}
	prep := r.among(i-1, beforeYear)
	switch {
	case r.scaleAfter(i+1) || r.sign(i+1, '.') && r.glued(i+1) && r.glued(i+2) && r.class(i+2) == number:
		return false
	case r.is(i-1, "in", "since", "during", "early", "late", "mid", "year", "sy", "fy", "cy", "fiscal"):
		return !r.is(i+1, "people", "yuan", "km", "meters") && (n >= 1500 || !r.countNoun(i+1))
	case r.countNoun(i + 1):
		return false
	case prep:
		return n >= 1700 || r.class(i+1) == punct && n >= 1000 && !r.is(i-1, "to", "for", "over", "than", "by")
	}
	return n >= 1900 && n <= 2060 && !(r.is(i-1, "no") || r.sign(i-1, '.') && r.is(i-2, "no"))
}
