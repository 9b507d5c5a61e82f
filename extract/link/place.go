package link

import (
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// places links the place mentions: to the lexicon, choosing between places of
// one name by what else the article names, or else to each other by name.
func (l *linker) places() {
	readings := map[string][]*lexicon.Entry{}
	var idx []int
	for i := range l.d.Mentions {
		if l.d.Mentions[i].Label() == extract.LabelPlace {
			idx = append(idx, i)
			if s := l.surfaces[i]; shouted(s) && len(l.lex.Lookup(s)) == 0 {
				l.surfaces[i] = spoken(s)
			}
			if s := l.surfaces[i]; readings[s] == nil {
				readings[s] = l.lookup(s, extract.LabelPlace)
			}
		}
	}
	l.setHome(readings, idx)
	named := l.certain(readings, idx)
	for k, i := range idx {
		if e := l.choose(readings[l.surfaces[i]], idx, k, named); e != nil {
			l.setPlace(i, e)
		}
	}
	l.named = named
	for _, i := range idx {
		if l.found[i].id != "" {
			named[l.found[i].id] = true
		}
	}
	l.unknownPlaces(idx)
}

// setHome finds the country that the article is about: China where anything
// says so or nothing says otherwise, else the country named most.
func (l *linker) setHome(readings map[string][]*lexicon.Entry, idx []int) {
	counts := map[string]int{}
	for _, i := range idx {
		if es := readings[l.surfaces[i]]; len(es) > 0 && oneThing(es) && (es[0].Sure || es[0].Kind == "country") && rank(es[0].Kind) < 3 {
			counts[es[0].Country]++
			if counts[es[0].Country] > counts[l.home] && es[0].Country != "" {
				l.home = es[0].Country
			}
		}
	}
	if counts["CN"] > 0 || len(counts) == 0 && l.chinese {
		l.home = "CN"
	}
}

func oneThing(es []*lexicon.Entry) bool {
	for _, e := range es[1:] {
		if e.ID != es[0].ID {
			return false
		}
	}
	return true
}

// certain is the ids of the places that the article names beyond doubt, with
// the places that they lie in.
func (l *linker) certain(readings map[string][]*lexicon.Entry, idx []int) map[string]bool {
	named := map[string]bool{}
	for _, i := range idx {
		if es := readings[l.surfaces[i]]; len(es) > 0 && oneThing(es) {
			for e := es[0]; e != nil && !named[e.ID]; e = l.lex.ByID(e.Parent) {
				named[e.ID] = true
			}
		}
	}
	return named
}

// choose is the reading of the k-th place mention, or nil when the article
// gives no reason to prefer one of several.
func (l *linker) choose(es []*lexicon.Entry, idx []int, k int, named map[string]bool) *lexicon.Entry {
	var best *lexicon.Entry
	bestScore, tied := -1, false
	for _, e := range es {
		if best != nil && e.ID == best.ID {
			continue
		}
		score := l.weigh(e, idx, k, named)
		if score < 0 {
			continue
		}
		switch {
		case score > bestScore:
			best, bestScore, tied = e, score, false
		case score == bestScore:
			tied = tied || rank(e.Kind) == rank(best.Kind)
		}
	}
	if tied {
		return nil
	}
	return best
}

// weigh says how well a reading of the k-th place mention fits the article;
// -1 when it does not.
func (l *linker) weigh(e *lexicon.Entry, idx []int, k int, named map[string]bool) int {
	foreign := l.home != "" && l.home != "CN" && e.Country == "CN"
	if foreign && (rank(e.Kind) > rank("prefecture") || rank(e.Kind) == rank("prefecture") && !e.Sure) {
		return -1 // a village of another country in pinyin-like letters
	}
	score := 0
	if e.Sure {
		score++
	}
	for _, next := range []int{k - 1, k + 1} {
		if next >= 0 && next < len(idx) && l.besides(idx[min(k, next)], idx[max(k, next)]) {
			for _, p := range l.lookup(l.surfaces[idx[next]], extract.LabelPlace) {
				if l.liesIn(e, p.ID) {
					score += 8
					break
				}
			}
		}
	}
	for p := l.lex.ByID(e.Parent); p != nil; p = l.lex.ByID(p.Parent) {
		if named[p.ID] && p.Kind != "country" {
			score += 4
			break
		}
	}
	if e.Country == l.home && l.home != "" || e.Kind == "natural" { // seas belong to nobody
		score++
	}
	score = score*8 + 6 - 2*rank(e.Kind)
	if e.Kind == "city" && e.Country != "CN" || e.Kind == "natural" {
		score += 3 // Dubai is the city before the emirate, 东海 the sea before the county
	}
	return score
}

// besides reports whether two mentions stand side by side, as a place and the
// one that it lies in do: 河北省沧州市; Cangzhou, Hebei.
func (l *linker) besides(i, j int) bool {
	a, b := l.d.Mentions[i].End, l.d.Mentions[j].Start
	if b < a || b-a > 6 {
		return false
	}
	switch strings.TrimSpace(l.text[a:b]) {
	case "", ",", "，", "of", "in", "·":
		return true
	}
	return false
}

func (l *linker) liesIn(e *lexicon.Entry, id string) bool {
	for depth := 0; e != nil && depth < 8; depth++ {
		if e.Parent == id {
			return true
		}
		e = l.lex.ByID(e.Parent)
	}
	return false
}

// rank orders kinds of place by how likely the news means them by a name
// that several share.
func rank(kind string) int {
	switch kind {
	case "country", "continent", "region":
		return 0
	case "province", "natural":
		return 1
	case "prefecture", "city":
		return 2
	}
	return 3
}

func (l *linker) setPlace(i int, e *lexicon.Entry) {
	p := l.d.Mentions[i].Value.(*extract.Place)
	l.found[i] = l.fromEntry(e)
	p.Code, p.Country = first(p.Code, e.Code), first(p.Country, e.Country)
	p.Name = first(p.Name, l.found[i].name)
	if e.Kind != "" {
		p.Kind = e.Kind
	}
}

// unknownPlaces links places that the lexicon does not settle by their names:
// 塞尔玛 is 塞尔玛市, Bac Giang is Bac Giang Province, where the article has both.
func (l *linker) unknownPlaces(idx []int) {
	full := map[string]string{} // a name without its last word to the full one; "" when there are several
	for _, i := range idx {
		s := l.surfaces[i]
		if bare, kind := l.tail(s); l.found[i].id == "" && bare != "" && kind != "facility" && kind != "zone" && kind != "natural" {
			if f, ok := full[bare]; ok && f != s {
				full[bare] = ""
			} else {
				full[bare] = s
			}
		}
	}
	for _, i := range idx {
		if l.found[i].id != "" {
			continue
		}
		s := l.surfaces[i]
		e := l.cityOf(s)
		if e == nil && l.chinese {
			e = l.countryChar(s, idx)
		}
		if e != nil {
			l.setPlace(i, e)
			continue
		}
		name := first(full[s], s)
		_, kind := l.tail(name)
		p := l.d.Mentions[i].Value.(*extract.Place)
		p.Kind = first(p.Kind, kind)
		if name != s {
			p.Name = first(p.Name, name)
		}
		if sl := slug(name); sl != "" {
			l.found[i] = l.byName("place/"+sl, name, p.Kind)
		}
	}
}

// cityOf is the foreign city that the name says to be one: 蒙哥马利市 is 蒙哥马利.
func (l *linker) cityOf(name string) *lexicon.Entry {
	bare, kind := l.tail(name)
	if kind != "city" || bare == "" {
		return nil
	}
	for _, e := range l.lookup(bare, extract.LabelPlace) {
		if e.Kind == "city" && e.Code == "" {
			return e
		}
	}
	return nil
}

// byName is the identity of a thing that is known by its name alone.
func (l *linker) byName(id, name, kind string) identity {
	f := identity{id: id, name: name, kind: kind}
	if han(name) {
		f.zh = name
	} else {
		f.en = name
	}
	return f
}

// tail splits the word off a place name that says what it is: 市, Province.
func (l *linker) tail(name string) (bare, kind string) {
	if han(name) {
		for i := range name {
			if k, ok := data().kindsZH[name[i:]]; ok && i > 0 {
				return bareZH(name[:i]), k
			}
		}
		return "", ""
	}
	for i := range name {
		if name[i] == ' ' {
			if k, ok := data().kindsEN[strings.ToLower(name[i+1:])]; ok {
				return name[:i], k
			}
		}
	}
	return "", ""
}

// bareZH is a stem long enough to stand as a name of its own, or "".
func bareZH(stem string) string {
	if len(stem) >= len("沧州") {
		return stem
	}
	return ""
}

// shouted reports whether a name is in capitals throughout, as datelines have
// it: BEIJING, HONG KONG.
func shouted(s string) bool {
	for i := range len(s) {
		if (s[i] < 'A' || s[i] > 'Z') && s[i] != ' ' {
			return false
		}
	}
	return len(s) > 4
}

// spoken is a name in capitals with all but the first letter of each word small.
func spoken(s string) string {
	b := []byte(strings.ToLower(s))
	for i := range b {
		if (i == 0 || b[i-1] == ' ') && b[i] >= 'a' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

// countryChar is the country that one character stands for: one that the
// article names in full and that begins with it, else the usual one.
func (l *linker) countryChar(s string, idx []int) *lexicon.Entry {
	usual, ok := data().chars[s]
	if !ok {
		return nil
	}
	for _, i := range idx {
		if full := l.surfaces[i]; len(full) > len(s) && strings.HasPrefix(full, s) {
			if e := l.lex.ByID(l.found[i].id); e != nil && e.Kind == "country" {
				return e
			}
		}
	}
	return l.lex.ByID(usual)
}
