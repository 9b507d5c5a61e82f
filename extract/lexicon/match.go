package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
)

// table finds the longest of its names that begins at a place of a text.
//
// The names are sorted. If p is a name and a prefix of the text, every name
// between p and the text in sorting order begins with p too; so the longest
// such p is the greatest name not after the text, or one of the names that
// are prefixes of that one. prefix links each name to the longest of those.
type table struct {
	names   []string
	entries [][]*Entry
	prefix  []int32 // index of the longest other name that the name begins with, or -1
	first   []int32 // by first code point of the basic plane: index of the first name not before it
	longest int     // length of the longest name, in bytes
}

const basicPlane = 1 << 16

// makeTable builds the table of entries sorted by name; it puts those of one
// name in order of weight.
func makeTable(sorted []*Entry, name func(*Entry) string) table {
	var t table
	for i := 0; i < len(sorted); {
		key, j := name(sorted[i]), i+1
		for j < len(sorted) && name(sorted[j]) == key {
			j++
		}
		t.names = append(t.names, key)
		slices.SortStableFunc(sorted[i:j], byWeight)
		t.entries = append(t.entries, sorted[i:j:j])
		t.longest = max(t.longest, len(key))
		i = j
	}
	t.prefix = make([]int32, len(t.names))
	for i, n := range t.names {
		p := int32(i) - 1
		for p >= 0 && !strings.HasPrefix(n, t.names[p]) {
			p = t.prefix[p]
		}
		t.prefix[i] = p
	}
	t.first = make([]int32, basicPlane+1)
	next := rune(0)
	for i, n := range t.names {
		for r, _ := utf8.DecodeRuneInString(n); next <= min(r, basicPlane); next++ {
			t.first[next] = int32(i)
		}
	}
	for ; next <= basicPlane; next++ {
		t.first[next] = int32(len(t.names))
	}
	return t
}

// at is the index of the longest name that begins at text[start] and that
// ends where a word may end, or -1. r is the code point at start.
func (t *table) at(text string, start int, r rune) int {
	lo, hi := t.first[min(r, basicPlane)], int32(len(t.names))
	if r < basicPlane {
		hi = t.first[r+1]
	}
	if lo == hi {
		return -1
	}
	head := text[start:min(len(text), start+t.longest)]
	for base := lo; lo < hi; {
		mid := lo + (hi-lo)/2
		if t.names[mid] <= head {
			lo = mid + 1
		} else {
			hi = mid
		}
		if lo == hi && lo == base {
			return -1
		}
	}
	for i := lo - 1; i >= 0; i = t.prefix[i] {
		n := t.names[i]
		s := extract.Span{Start: start, End: start + len(n)}
		if strings.HasPrefix(head, n) && endsWord(text, s.End) && (r < firstUnbounded || whole(text, s)) {
			return int(i)
		}
	}
	return -1
}

func (t *table) lookup(name string) []*Entry {
	if i, ok := slices.BinarySearch(t.names, name); ok {
		return t.entries[i]
	}
	return nil
}

// Find lists the leftmost-longest matches of all names in text, in order and
// without overlap. A name matches in its own letter case, and in English also
// where the text is in capitals throughout; where it begins or ends with a
// letter of an alphabet, it must begin or end a word. A match leaves out the article that its name
// begins with.
func (s *Set) Find(text string, lang extract.Lang) []Match {
	var out []Match
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !wordRune(r) {
			if m, ok := s.match(text, i, r, lang); ok {
				out = append(out, m)
				i = m.End
				continue
			}
			i += size
			continue
		}
		if m, ok := s.match(text, i, r, lang); ok {
			out = append(out, m)
			i = m.End
			continue
		}
		i = wordEnd(text, i+size)
	}
	return out
}

// match is the longest match that begins at text[i], where a word may begin.
func (s *Set) match(text string, i int, r rune, lang extract.Lang) (Match, bool) {
	k, caps := s.exact.at(text, i, r), false
	t := &s.exact
	if lang == extract.English && r < utf8.RuneSelf && capitals(text[i:]) {
		c := s.caps()
		if j := c.at(text, i, r); j >= 0 && (k < 0 || len(c.names[j]) > len(t.names[k])) {
			t, k, caps = c, j, true
		}
	}
	if k < 0 {
		return Match{}, false
	}
	return Match{Span: extract.Span{Start: i + article(t.names[k]), End: i + len(t.names[k])}, Entries: t.entries[k], Caps: caps}, true
}

// article is the length of the article that a name begins with: it makes the
// name certain (The Guardian) but is no part of a span. The Hague keeps its own.
func article(name string) int {
	const the = len("The ")
	if len(name) > the && strings.EqualFold(name[:the], "The ") && !strings.EqualFold(name, "The Hague") {
		return the
	}
	return 0
}

// capsTable makes the table of names in capitals when it is first asked for.
// Short names stay out: too many of them are words or acronyms in capitals.
func capsTable(all []*Entry) func() *table {
	const shortest = 4
	return sync.OnceValue(func() *table {
		type folded struct {
			name string
			e    *Entry
		}
		var fs []folded
		for _, e := range all {
			if len(e.Name) < shortest || e.Name[0] >= utf8.RuneSelf {
				continue
			}
			if up := strings.ToUpper(e.Name); up != e.Name {
				fs = append(fs, folded{up, e})
			}
		}
		slices.SortStableFunc(fs, func(a, b folded) int {
			return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.e.ID, b.e.ID))
		})
		fs = slices.CompactFunc(fs, func(a, b folded) bool { return a.name == b.name && a.e.ID == b.e.ID })
		sorted := make([]*Entry, len(fs))
		for i := range fs {
			sorted[i] = fs[i].e
		}
		t := makeTable(sorted, func(e *Entry) string { return strings.ToUpper(e.Name) })
		return &t
	})
}

// capitals reports whether text begins with a word of two or more capitals.
func capitals(text string) bool {
	return len(text) > 1 && upper(text[0]) && upper(text[1]) && (len(text) == 2 || !lower(text[2]))
}

func upper(b byte) bool { return 'A' <= b && b <= 'Z' }
func lower(b byte) bool { return 'a' <= b && b <= 'z' }

// endsWord reports whether a name may end before text[i].
func endsWord(text string, i int) bool {
	if i >= len(text) {
		return true
	}
	if !wordRune(firstRune(text[i:])) {
		return true
	}
	return !wordRune(lastRune(text[:i]))
}

// wordEnd is the offset of the first code point from i on that is no part of a word.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !wordRune(r) {
			break
		}
		i += size
	}
	return i
}

// firstUnbounded is where the scripts that write no spaces between words begin.
const firstUnbounded = 0x2E80

// wordRune reports whether r is a letter or digit of a script that puts
// spaces between words.
func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r < firstUnbounded && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

// boundary reports whether i is no place within a code point.
func boundary(text string, i int) bool { return i >= len(text) || utf8.RuneStart(text[i]) }

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
