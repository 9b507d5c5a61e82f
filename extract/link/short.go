package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract/lexicon"
)

// shortNames lets a name that nothing else explains mean the one fuller name
// in the article that it is short for.
func (b *roster) shortNames() {
	var names []string
	for _, i := range b.idx {
		if s := b.surfaces[i]; b.seen[s] && s != "" {
			names = append(names, s)
			b.seen[s] = false // taken
		}
	}
	longer := map[string][]string{} // names by what a short form of them shares with them
	for _, n := range names {
		b.seen[n] = true
		for _, k := range shortKeys(n) {
			longer[k] = append(longer[k], n)
		}
	}
	for _, short := range names {
		if !b.firm[short] {
			b.shorten(short, longer[shortKey(short)])
		}
	}
}

// shorten gives the short name the meaning of the one name among the longer
// ones that it is short for; none when there are several.
func (b *roster) shorten(short string, longer []string) {
	full := ""
	for _, long := range longer {
		if !shortFor(short, long) || full != "" && b.meaning[long].id == b.meaning[full].id {
			continue
		}
		if full != "" {
			return
		}
		full = long
	}
	if full != "" {
		b.meaning[short] = b.meaning[full]
	}
}

// shortKey is what a short name shares with every name that it can be short
// for: an acronym its first letter, a Chinese name its first character, else
// its last word but for those that companies drop.
func shortKey(short string) string {
	switch {
	case acronym(short), han(short):
		c, _ := utf8.DecodeRuneInString(short)
		return string(c)
	}
	return strings.ToLower(short[strings.LastIndexByte(short, ' ')+1:])
}

// shortKeys is the keys under which a name is found by its short forms.
func shortKeys(long string) []string {
	if han(long) {
		first, _ := utf8.DecodeRuneInString(long)
		keys := []string{string(first)}
		if cut := placePrefix(long); cut > 0 && cut < len(long) {
			if c, _ := utf8.DecodeRuneInString(long[cut:]); c != first {
				keys = append(keys, string(c))
			}
		}
		return keys
	}
	words := strings.Fields(long)
	keys := make([]string, 0, 4)
	add := func(k string) {
		if k != "" && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	in := initials(long)
	if c, _ := utf8.DecodeRuneInString(in); c != utf8.RuneError {
		add(string(c))
	}
	if len(in) > 1 && in[0] == 'C' { // China put first: the acronym may leave it out
		add(in[1:2])
	}
	for k := len(words); k > 0; k-- {
		add(strings.ToLower(words[k-1]))
		if !data().words["tail-en"][strings.ToLower(strings.Trim(words[k-1], ".,()"))] {
			break
		}
	}
	return keys
}

// shortFor reports whether one body name is a shorter form of the other.
func shortFor(short, long string) bool {
	if short == "" || len(short) >= len(long) || han(short) != han(long) {
		return false
	}
	if han(short) {
		return shortForZH(short, long)
	}
	if acronym(short) {
		return sameInitials(initials(long), short)
	}
	a, b := strings.Fields(strings.ToLower(short)), strings.Fields(strings.ToLower(long))
	if len(a) >= len(b) || data().words["generic"][strings.ToLower(short)] {
		return false
	}
	// Dropped from the end: Co., Ltd.
	if slices.Equal(a, b[:len(a)]) && (len(a) > 1 || len(a[0]) > 3) {
		return !slices.ContainsFunc(b[len(a):], func(w string) bool { return !data().words["tail-en"][strings.Trim(w, ".,()")] })
	}
	// Dropped from the start: the name of a place.
	cut := len(b) - len(a)
	return len(a) > 1 && slices.Equal(a, b[cut:]) && !slices.Contains(b[:cut], "of") && cut <= 2 && properName(long, cut)
}

// properName reports whether the first n words of a name are the name of a
// place.
func properName(name string, n int) bool {
	fields := strings.Fields(name)
	es := lexicon.Default().Lookup(strings.Join(fields[:n], " "))
	return len(es) > 0 && es[0].Label == "place"
}

// shortForZH reports whether a Chinese name abbreviates another: its
// characters in order, the same first and the same last one.
func shortForZH(short, long string) bool {
	if rest, ok := strings.CutPrefix(long, short); ok {
		return slices.Contains(data().tailsZH, rest)
	}
	stem := long
	for _, t := range data().tailsZH {
		if s, ok := strings.CutSuffix(long, t); ok && utf8.RuneCountInString(s) >= 2 {
			stem = s
			break
		}
	}
	a, b := []rune(short), []rune(long)
	if len(a) < 2 || len(a)*3 < len(b) && len(a) < 3 {
		return false
	}
	if a[len(a)-1] != b[len(b)-1] && !(a[len(a)-1] == '大' && strings.HasSuffix(long, "大学")) && a[len(a)-1] != []rune(stem)[utf8.RuneCountInString(stem)-1] {
		return false
	}
	if a[0] != b[0] {
		cut := placePrefix(long)
		if cut == 0 || !strings.HasPrefix(long[cut:], string(a[0])) {
			return false
		}
		b = []rune(long[cut:])
	}
	k := 0
	for _, c := range b {
		if k < len(a) && a[k] == c {
			k++
		}
	}
	return k == len(a)
}

// placePrefix is the length of the place names that a Chinese body name
// begins with.
func placePrefix(name string) int {
	at := 0
	for {
		n := 0
		for i := range name[at:] {
			if i > len("呼伦贝尔自治州州") {
				break
			}
			if es := lexicon.Default().Lookup(name[at : at+i]); i > 0 && len(es) > 0 && es[0].Label == "place" {
				n = i
			}
		}
		if n == 0 {
			return at
		}
		at += n
	}
}

// acronym reports whether the name is written in capitals: MIIT, CCTV, G20.
func acronym(s string) bool {
	capitals := 0
	for _, c := range s {
		switch {
		case unicode.IsUpper(c):
			capitals++
		case unicode.IsDigit(c), c == '-', c == '&':
		default:
			return false
		}
	}
	return capitals >= 2 && len(s) <= 12
}

// initials is the capitals of a name's words, small words left out.
func initials(name string) string {
	var b strings.Builder
	for _, w := range strings.FieldsFunc(name, func(c rune) bool { return c == ' ' || c == '-' || c == ',' || c == '/' }) {
		c, _ := utf8.DecodeRuneInString(w)
		if !data().words["minor"][strings.ToLower(w)] && unicode.IsLetter(c) {
			b.WriteRune(unicode.ToUpper(c))
		}
	}
	return b.String()
}

// sameInitials compares initials with an acronym, which may leave out a last
// letter of the name ("of China") or stand for a country first.
func sameInitials(initials, acronym string) bool {
	return initials == acronym || len(acronym) >= 3 && (initials == acronym+"C" || initials == "C"+acronym)
}
