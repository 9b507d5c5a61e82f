package link

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// bodies links the body mentions. What a name means is looked for in this
// order: what the article says of it in brackets, the lexicon, the organs of
// local government, a fuller name in the article, and last the name itself.
func (l *linker) bodies() {
	b := &roster{linker: l, meaning: map[string]identity{}, seen: map[string]bool{}}
	for i := range l.d.Mentions {
		if l.d.Mentions[i].Label() == extract.LabelBody {
			b.idx = append(b.idx, i)
			b.seen[l.surfaces[i]] = true
		}
	}
	for _, i := range b.idx {
		b.settle(i)
	}
	b.definitions()
	b.shortNames()
	for _, i := range b.idx {
		b.set(i)
	}
}

// roster is the bodies of an article.
type roster struct {
	*linker
	idx     []int
	seen    map[string]bool     // surfaces
	meaning map[string]identity // by surface; empty id: a name that says too little
	firm    map[string]bool     // surfaces whose meaning the lexicon or a local organ gives
}

// settle gives the name of mention i its meaning apart from the other names
// of the article.
func (b *roster) settle(i int) {
	s := b.surfaces[i]
	if _, done := b.meaning[s]; done {
		return
	}
	b.meaning[s] = b.nameMeans(s, i)
}

// nameMeans is what a body name means on its own, standing as mention i.
func (b *roster) nameMeans(s string, i int) identity {
	if es := b.lookup(s, extract.LabelBody); len(es) > 0 && b.fits(es[0], i) {
		b.settled(s)
		return b.fromEntry(es[0])
	}
	if id, ok := b.organ(s, i); ok {
		b.settled(s)
		return id
	}
	kind := b.d.Mentions[i].Value.(*extract.Body).Kind
	if kind == "" {
		_, kind = headOf(s)
	}
	sl := slug(s)
	switch {
	case sl == "":
		return identity{}
	case data().words["generic"][strings.ToLower(s)]:
		sl += "-" + b.article()
	}
	return b.byName("body/"+sl, s, kind)
}

func (b *roster) settled(s string) {
	if b.firm == nil {
		b.firm = map[string]bool{}
	}
	b.firm[s] = true
}

// fits reports whether the body of the lexicon can be meant by mention i. A
// ministry of China is not when another country stands right before it
// (Vietnam's Ministry of Finance), nor in an article about another country
// when its name does not say whose it is.
func (b *roster) fits(e *lexicon.Entry, i int) bool {
	if e.Kind != "government" && e.Kind != "military" && e.Kind != "party" {
		return true
	}
	if c := b.ownerBefore(i); c != "" {
		return c == e.Country
	}
	if e.Country == "" || b.home == "" || e.Country == b.home || e.Country != "CN" {
		return true
	}
	return strings.Contains(e.Name, "China") || strings.Contains(e.Name, "Chinese") || strings.Contains(e.Name, "中国") || strings.Contains(e.Name, "CPC")
}

// ownerBefore is the country whose name stands right before mention i, or "".
func (b *roster) ownerBefore(i int) string {
	if i == 0 || b.d.Mentions[i-1].Label() != extract.LabelPlace {
		return ""
	}
	switch strings.TrimSpace(b.text[b.d.Mentions[i-1].End:max(b.d.Mentions[i].Start, b.d.Mentions[i-1].End)]) {
	case "", "'s", "’s", "的":
		if es := b.lookup(b.surfaces[i-1], extract.LabelPlace); len(es) > 0 && es[0].Kind == "country" {
			return es[0].Country
		}
	}
	return ""
}

// definitions reads what brackets say: X (Y) and X（以下简称“Y”）.
func (b *roster) definitions() {
	for k := 1; k < len(b.idx); k++ {
		i, j := b.idx[k-1], b.idx[k]
		long, short := b.surfaces[i], b.surfaces[j]
		if long == short || !b.defines(i, j) {
			continue
		}
		b.define(long, short, i)
	}
}

// defines reports whether mention j is another name of mention i, given in
// brackets behind it.
func (b *roster) defines(i, j int) bool {
	from, to := b.d.Mentions[i].End, b.d.Mentions[j].Start
	if to < from || to-from > 60 {
		return false
	}
	gap := strings.TrimSpace(b.text[from:to])
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(b.text[b.d.Mentions[j].End:], " ”\"’」"))
	if (gap == "(" || gap == "（" || gap == "[") && strings.ContainsRune(")）],，;；", after) {
		return true
	}
	for _, w := range []string{"简称", "又称", "也称", "下称", "known as", "referred to as", "abbreviated as"} {
		if k := strings.Index(gap, w); k >= 0 && !strings.ContainsAny(gap[:k], "。.；;") && len(gap)-k-len(w) <= 12 {
			return true
		}
	}
	return false
}

// define lets the short name mean what the long one does, or the body at the
// end of the long one whose initials it is: in "SME Bureau of the Ministry of
// X (MX)" the short name is the ministry's.
func (b *roster) define(long, short string, i int) {
	target := long
	if whole := initials(long); acronym(short) && !sameInitials(whole, short) {
		for _, part := range parents(long) {
			if sameInitials(initials(part), short) || slices.ContainsFunc(b.lookup(part, extract.LabelBody), func(e *lexicon.Entry) bool { return e.Acronym == short }) {
				target = part
				break
			}
		}
	}
	if _, ok := b.meaning[target]; !ok {
		b.meaning[target] = b.nameMeans(target, i)
	}
	t, s := b.meaning[target], b.meaning[short]
	switch {
	case t.id == s.id:
	case b.firm[short] && !b.firm[target] && sharesName(s, target):
		t = s // the lexicon knows the short name, and this is a longer spelling of it
		b.meaning[target] = t
	case !b.firm[target] && !acronym(short) && len(short) > len(target) && han(short) == han(target):
		return
	}
	if acronym(short) && t.acronym == "" {
		t.acronym = short
	}
	if han(short) != han(target) { // the name in the other language
		if han(short) {
			t.zh = first(t.zh, short)
		} else {
			t.en = first(t.en, short)
		}
	}
	b.meaning[target] = t
	if !b.firm[short] || b.firm[target] || t.id == s.id {
		b.meaning[short] = t
		b.settled(short)
	}
}

// sharesName reports whether the name holds all words of the known thing's
// English name, or its Chinese one.
func sharesName(known identity, name string) bool {
	if known.zh != "" && strings.Contains(name, known.zh) {
		return true
	}
	have := strings.Fields(strings.ToLower(name))
	want := strings.Fields(strings.ToLower(known.en))
	for _, w := range want {
		if !slices.Contains(have, w) {
			return false
		}
	}
	return len(want) > 0
}

// set writes what mention i means into it.
func (b *roster) set(i int) {
	f := b.meaning[b.surfaces[i]]
	if f.id == "" {
		return
	}
	v := b.d.Mentions[i].Value.(*extract.Body)
	if named := first(v.Name, b.fullName(f, i)); named != "" {
		v.Name = b.asWritten(named)
	}
	v.Acronym = first(v.Acronym, f.acronym)
	v.Kind = first(v.Kind, f.kind)
	f.kind = first(f.kind, v.Kind)
	if v.PartOf == "" {
		v.PartOf = b.partOf(b.surfaces[i])
	}
	b.found[i] = f
}

// fullName is the full name of what mention i means, in the language of the
// mention, where the mention is a shorter one.
func (b *roster) fullName(f identity, i int) string {
	s := b.surfaces[i]
	full := f.en
	if han(s) {
		full = f.zh
	} else if full == "" {
		full = f.name
	}
	if full == s || len(full) <= len(s) {
		return ""
	}
	return full
}
