package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// person is one individual of the article, under the fullest name.
type person struct {
	name    string
	key     string // squashed name
	tokens  []string
	other   string // the name in the other script, where a bracket gives it
	role    string // the first role written beside the name
	last    int    // index of the last mention so far
	foreign bool   // another country stands before the name: 法国总统马克龙
}

// people links the person mentions: full names first, then short ones to the
// full name they are a part of.
func (l *linker) people() {
	var idx []int
	for i := range l.d.Mentions {
		if l.d.Mentions[i].Label() == extract.LabelPerson {
			idx = append(idx, i)
		}
	}
	c := &cast{byKey: map[string]*person{}}
	who := make([]*person, len(l.d.Mentions))
	for _, i := range idx { // pass 1: names that stand for themselves
		if p := l.d.Mentions[i].Value.(*extract.Person); p.Full == "" || squash(p.Full) == squash(l.surfaces[i]) {
			if s := l.surfaces[i]; len(nameTokens(s)) > 1 || han(s) && utf8.RuneCountInString(s) > 2 {
				who[i] = c.add(s)
			}
		}
	}
	for _, i := range idx { // full names that no mention spells out come last
		if full := l.d.Mentions[i].Value.(*extract.Person).Full; full != "" {
			c.add(plain(full))
		}
	}
	c.merge()
	for _, i := range idx { // pass 2: short names, with what precedes them
		p := l.d.Mentions[i].Value.(*extract.Person)
		if full := c.fuller(l.surfaces[i], p.Role); full != nil {
			who[i] = full
		} else if p.Full != "" {
			who[i] = c.add(plain(p.Full))
		}
		if who[i] == nil {
			who[i] = c.add(l.surfaces[i])
		}
		who[i] = who[i].deepest(c)
		who[i].last = i
		who[i].role = first(who[i].role, p.Role)
		who[i].foreign = who[i].foreign || l.foreigner(i)
	}
	l.brackets(idx, who)
	for _, i := range idx {
		l.setPerson(i, who[i])
	}
}

// cast is the people of an article, in order of first mention.
type cast struct {
	all   []*person
	byKey map[string]*person
	parts map[string][]*person // by each part of the name that may stand alone
	bound map[string]*person   // whom a short name has meant before in the article
	alias map[*person]*person
}

// index makes a person findable by the parts of the name: its words; in a
// Chinese name the surname and the given name.
func (c *cast) index(p *person) {
	if c.parts == nil {
		c.parts = map[string][]*person{}
	}
	parts := p.tokens
	switch n := len(p.tokens); {
	case n == 1 && han(p.name):
		if surname, _ := lexicon.SurnameZH(p.name); surname != "" {
			parts = []string{surname, strings.TrimPrefix(p.name, surname)}
		}
	case n == 3 && !han(p.name):
		parts = append(slices.Clone(parts), p.tokens[1]+p.tokens[2])
	}
	for i, t := range parts {
		if !slices.Contains(parts[:i], t) {
			c.parts[t] = append(c.parts[t], p)
		}
	}
}

func (c *cast) add(name string) *person {
	key := squash(name)
	if p, ok := c.byKey[key]; ok {
		if strings.Count(name, " ") > strings.Count(p.name, " ") { // Tian Chuan is fuller than Tianchuan
			p.name, p.tokens = name, nameTokens(name)
			c.index(p)
		}
		return p
	}
	p := &person{name: name, key: key, tokens: nameTokens(name), last: -1}
	c.byKey[key] = p
	c.all = append(c.all, p)
	c.index(p)
	return p
}

// merge joins a longer form of a name with one inside it: Cheung Kin-chung is
// Matthew Cheung Kin-chung.
func (c *cast) merge() {
	c.alias = map[*person]*person{}
	for _, p := range c.all {
		if len(p.tokens) < 2 {
			continue
		}
		for _, q := range c.parts[p.tokens[len(p.tokens)-1]] {
			if len(q.tokens) > len(p.tokens) && endsWith(q.tokens, p.tokens) {
				c.alias[p] = q
				break
			}
		}
	}
}

func (p *person) deepest(c *cast) *person {
	for q := c.alias[p]; q != nil; q = c.alias[p] {
		p = q
	}
	return p
}

// fuller is the person that a short name is a part of: one with the same
// role, else whom the article has meant by it before, else the one named last
// before it, else the first named after it. It is nil when nobody in the
// article has such a name.
func (c *cast) fuller(short, role string) *person {
	tokens := nameTokens(short)
	if len(tokens) == 0 {
		return nil
	}
	var best *person
	for _, p := range c.parts[tokens[len(tokens)-1]] {
		if p = p.deepest(c); !isPart(p, short, tokens) {
			continue
		}
		switch {
		case best == nil || best == p:
			best = p
		case role != "" && best.role == role && p.role != role:
		case role != "" && p.role == role && best.role != role:
			best = p
		case c.bound[short] == best:
		case c.bound[short] == p, p.last > best.last:
			best = p
		}
	}
	if best != nil {
		if c.bound == nil {
			c.bound = map[string]*person{}
		}
		c.bound[short] = best
	}
	return best
}

// isPart reports whether short is a part of a fuller name: a surname, a given
// name, or several of its words.
func isPart(p *person, short string, tokens []string) bool {
	if len(p.name) <= len(short) || squash(short) == p.key {
		return false
	}
	if han(short) {
		if !han(p.name) {
			return false
		}
		if len(p.tokens) > 1 { // 约翰·刘易斯
			return endsWith(p.tokens, tokens) || len(tokens) == 1 && p.tokens[0] == tokens[0]
		}
		n := utf8.RuneCountInString(p.name)
		surname, _ := lexicon.SurnameZH(p.name)
		return n <= 4 && surname != "" && (short == surname || short == strings.TrimPrefix(p.name, surname) && utf8.RuneCountInString(short) > 1)
	}
	if han(p.name) || len(p.tokens) < 2 {
		return false
	}
	if endsWith(p.tokens, tokens) || len(tokens) == 1 && p.tokens[0] == tokens[0] {
		return true
	}
	given := strings.Join(p.tokens[1:], "") // Xiaolan is Xu Xiao Lan
	return len(tokens) == 1 && len(p.tokens) == 3 && given == tokens[0]
}

func endsWith(long, short []string) bool {
	if len(short) == 0 || len(short) > len(long) {
		return false
	}
	for i := range short {
		if long[len(long)-len(short)+i] != short[i] {
			return false
		}
	}
	return true
}

// marks makes the quotation marks and commas of a name plain.
var marks = strings.NewReplacer("’", "'", "“", "", "”", "", "\"", "", ",", "")

// nameTokens is the parts of a name in lower case.
func nameTokens(name string) []string {
	if han(name) {
		return strings.FieldsFunc(name, func(c rune) bool { return c == '·' || c == '•' || c == '‧' || c == '・' || c == ' ' })
	}
	tokens := strings.Fields(strings.ToLower(marks.Replace(name)))
	for len(tokens) > 1 && strings.HasSuffix(tokens[len(tokens)-1], ".") && len(tokens[len(tokens)-1]) <= 3 {
		tokens = tokens[:len(tokens)-1] // Jr., Sr.
	}
	return tokens
}

// brackets joins a name and the one in brackets behind it in the other
// script: 约翰·刘易斯（John Lewis）.
func (l *linker) brackets(idx []int, who []*person) {
	for k := 1; k < len(idx); k++ {
		a, b := idx[k-1], idx[k]
		if who[a] == who[b] || han(l.surfaces[a]) == han(l.surfaces[b]) || !l.bracketed(a, b) {
			continue
		}
		who[a].other, who[b].other = who[b].name, who[a].name
		gone, stays := who[b], who[a]
		for _, i := range idx {
			if who[i] == gone {
				who[i] = stays
			}
		}
	}
}

// foreigner reports whether another country stands right before the name of
// mention i and its role.
func (l *linker) foreigner(i int) bool {
	if i == 0 || l.d.Mentions[i-1].Label() != extract.LabelPlace {
		return false
	}
	gap := l.d.Mentions[i].Start - l.d.Mentions[i-1].End
	es := l.lookup(l.surfaces[i-1], extract.LabelPlace)
	return gap >= 0 && gap <= len(l.d.Mentions[i].Value.(*extract.Person).Role)+len("前") && len(es) > 0 && es[0].Kind == "country" && es[0].Country != "CN"
}

// bracketed reports whether mention b stands in brackets right behind a.
func (l *linker) bracketed(a, b int) bool {
	from, to := l.d.Mentions[a].End, l.d.Mentions[b].Start
	if to < from || to-from > len("王子（Prince ")+8 {
		return false
	}
	gap := strings.TrimSpace(l.text[from:to])
	open := strings.LastIndexAny(gap, "（(")
	return open >= 0 && open <= len("总书记") && !strings.ContainsAny(gap, "，。,;；") && strings.ContainsAny(l.text[l.d.Mentions[b].End:min(len(l.text), l.d.Mentions[b].End+8)], "）)")
}

func (l *linker) setPerson(i int, p *person) {
	v := l.d.Mentions[i].Value.(*extract.Person)
	surface := l.surfaces[i]
	if surface != p.name && (han(surface) == han(p.name)) && len(squash(surface)) < len(p.key) || squash(surface) == p.key && surface != p.name {
		v.Full = l.asWritten(p.name)
	}
	id := l.personID(p)
	if id == "" {
		return
	}
	f := l.byName(id, p.name, "")
	if p.other != "" {
		f.en, f.zh = p.name, p.other
		if han(p.name) {
			f.en, f.zh = p.other, p.name
		}
	}
	l.found[i] = f
}

// personID is the id of a person: the name in pinyin or Latin letters where it
// tells people apart, the Chinese characters where pinyin would not.
func (l *linker) personID(p *person) string {
	latin := p.name
	if han(p.name) {
		if latin = p.other; latin == "" && !p.foreign {
			latin = romanise(p.name)
		}
	}
	switch {
	case latin == "" && utf8.RuneCountInString(p.name) == 1:
		return "person/" + slug(p.name) + "-" + l.article()
	case latin == "":
		return suffixed("person/", slug(p.name))
	}
	tokens := nameTokens(latin)
	if len(tokens) == 1 && !han(p.name) {
		if role := slug(p.role); role != "" && strings.Count(role, "-") < 5 && !lexicon.IsPinyinSurname(latin) {
			return suffixed("person/", slug(latin)+"-"+role)
		}
		if lexicon.IsPinyinSurname(latin) {
			return "person/" + slug(latin) + "-" + l.article()
		}
	}
	return suffixed("person/", slug(pinyinSpelling(latin)))
}

func suffixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

// pinyinSpelling joins the syllables of a Chinese given name and spells ü one
// way: Xu Xiao-lan is Xu Xiaolan, Lyu Ling is Lv Ling.
func pinyinSpelling(name string) string {
	tokens := strings.FieldsFunc(strings.ReplaceAll(name, "’", "'"), func(c rune) bool { return c == ' ' || c == '-' })
	if len(tokens) < 2 || len(tokens) > 3 || !lexicon.IsPinyinSurname(tokens[0]) {
		return name
	}
	for _, t := range tokens[1:] {
		if len(lexicon.SplitPinyin(t)) == 0 {
			return name
		}
	}
	surname := tokens[0]
	switch surname {
	case "Lyu", "Lü", "Lyv":
		surname = "Lv"
	}
	return surname + " " + strings.Join(tokens[1:], "")
}

// romanise spells a Chinese name of two characters or more after its surname
// in pinyin, or "" where that would not tell people apart: a given name of
// one character has many namesakes in other characters.
func romanise(name string) string {
	if en := data().people[name]; en != "" {
		return en
	}
	surname, reading := lexicon.SurnameZH(name)
	given := strings.TrimPrefix(name, surname)
	if surname == "" || utf8.RuneCountInString(given) != 2 || strings.Contains(name, "·") || transliterated(given) {
		return ""
	}
	var b strings.Builder
	for _, s := range pinyin.LazyConvert(given, nil) {
		b.WriteString(s)
	}
	if b.Len() == 0 {
		return ""
	}
	return pinyinSpelling(strings.ReplaceAll(reading, "ü", "v") + " " + b.String())
}

// transliterated reports whether a name holds a character that spells foreign
// sounds and hardly ever stands in a Chinese given name.
func transliterated(given string) bool {
	for _, c := range given {
		if data().words["foreign"][string(c)] {
			return true
		}
	}
	return false
}
