package figure

// maxSign is the length of the longest currency sign or code.
const maxSign = 7

// currencyBefore finds the currency whose sign or code ends at the offset or a
// space before it, and where it begins.
func (s *scanner) currencyBefore(at int) (*Unit, int) {
	end := at
	if end > 0 && s.text[end-1] == ' ' {
		end--
	} else if end > 1 && has(s.text, end-2, "\u00a0") {
		end -= 2
	}
	for n := min(maxSign, end); n > 0; n-- {
		start := end - n
		u := s.units.before[s.text[start:end]]
		if u == nil {
			continue
		}
		if start > 0 && isLetter(s.text[start]) && (isLetter(s.text[start-1]) || isDigit(s.text[start-1])) {
			continue
		}
		if end < at && n == 1 && isLetter(s.text[start]) {
			continue
		}
		return u, start
	}
	return nil, at
}

// currencyAt finds a currency sign or code that begins at the offset.
func (s *scanner) currencyAt(at int) (*Unit, int) {
	for n := min(maxSign, len(s.text)-at); n > 0; n-- {
		if u := s.units.before[s.text[at:at+n]]; u != nil {
			end := spaceAt(s.text, at+n)
			if end < len(s.text) && isDigit(s.text[end]) {
				return u, end
			}
		}
	}
	return nil, at
}

// unitTouching finds a unit sign directly after the digits: 5km, 30%.
func (s *scanner) unitTouching(at int) (*Unit, int) {
	if at < len(s.text) && s.text[at] >= 0xe3 { // 100元 in an English text
		if u, end := s.chineseUnitAt(at); u != nil {
			return u, end
		}
	}
	end := s.signEnd(at)
	for ; end > at; end = shorter(s.text, at, end) {
		sign := s.text[at:end]
		if u := s.units.touch[sign]; u != nil {
			return u, end
		}
		if u := s.units.signs[sign]; u != nil {
			return u, end
		}
		var buf [maxPhrase]byte
		if len(sign) <= maxPhrase && len(sign) > 1 {
			if u := s.units.words[string(lower(sign, &buf))]; u != nil {
				return u, end
			}
		}
	}
	return nil, at
}

// signEnd is the end of the stretch without spaces that may be a unit sign.
func (s *scanner) signEnd(at int) int {
	i := at
	for i < len(s.text) && i-at < maxPhrase {
		switch c := s.text[i]; c {
		case ' ', '\n', '\t', ',', ';', ')', '(', '"', '!', '?', '[', ']', '\r':
			return i
		default:
			if q := quoteAt(s.text, i); q > 0 {
				return i
			}
			i++
		}
	}
	return i
}

// shorter cuts a sign back to the last place where a sign may end.
func shorter(text string, at, end int) int {
	for end--; end > at; end-- {
		c := text[end]
		if isLetter(c) && isLetter(text[end-1]) || isDigit(c) && isDigit(text[end-1]) || c >= 0x80 && c < 0xc0 {
			continue
		}
		if isDigit(c) && isLetter(text[end-1]) || isLetter(c) && isDigit(text[end-1]) {
			continue
		}
		return end
	}
	return at
}

// unitAfter finds the unit that follows a number, after a space or a hyphen.
func (s *scanner) unitAfter(at int) (*Unit, int) {
	if at >= len(s.text) {
		return nil, at
	}
	best, bestEnd := s.unitTouching(at)
	start := spaceAt(s.text, at)
	if start == at && s.text[at] == '-' {
		start = at + 1
	}
	if start >= len(s.text) || start == at && best == nil {
		return best, bestEnd
	}
	var buf [maxPhrase]byte
	for i, end := 0, start; i < 4; i++ {
		end = s.unitWord(end)
		if end-start > maxPhrase || end == start {
			break
		}
		if u := s.units.words[string(lower(s.text[start:end], &buf))]; u != nil && end > bestEnd {
			best, bestEnd = u, end
		}
		if end >= len(s.text) || s.text[end] != ' ' && s.text[end] != '-' {
			break
		}
		end++
	}
	if start > at {
		if u, end := s.bracketed(start); u != nil && best == nil {
			return u, end
		}
		if u, end := s.signAfter(start); end > bestEnd {
			return u, end
		}
	}
	return best, bestEnd
}

// bracketed finds a unit sign in square or pointed brackets: 20 [kg].
func (s *scanner) bracketed(at int) (*Unit, int) {
	shut := "]"
	switch {
	case has(s.text, at, "["):
	case has(s.text, at, "<"):
		shut = ">"
	default:
		return nil, at
	}
	u, end := s.signAfter(at + 1)
	if u == nil || !has(s.text, end, shut) {
		return nil, at
	}
	return u, end + 1
}

// unitWord is the end of one word of a unit's name: letters and dots.
func (s *scanner) unitWord(i int) int {
	start := i
	for i < len(s.text) && (isLetter(s.text[i]) || s.text[i] >= 0x80 && quoteAt(s.text, i) == 0 || s.text[i] == '$' || s.text[i] == '\'' ||
		s.text[i] == '.' && i > start && i+1 < len(s.text) && (isLetter(s.text[i+1]) || i-start <= 3 && s.text[i+1] == ' ' && s.text[i-1] != '.')) {
		i++
	}
	return i
}

// signAfter finds a unit sign that stands free: 86.5 km, 30 %, 10 W.
func (s *scanner) signAfter(at int) (*Unit, int) {
	end := s.signEnd(at)
	for ; end > at; end = shorter(s.text, at, end) {
		if end+1 < len(s.text) && s.text[end] == '-' && isDigit(s.text[end+1]) {
			continue // L-202 is a name
		}
		if end < len(s.text) && isDigit(s.text[end]) && !isLetter(s.text[end-1]) {
			continue // two $10 notes: the sign is of what follows
		}
		if u := s.units.signs[s.text[at:end]]; u != nil {
			return u, end
		}
	}
	return nil, at
}
