package link

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// parents is the ends of an English name after "of", "under" or "at", longest
// first: the bodies that it may belong to.
func parents(name string) []string {
	var out []string
	for _, link := range []string{" of the ", " of ", " under the ", " at the ", " at ", " under "} {
		for at := 0; ; {
			i := strings.Index(name[at:], link)
			if i < 0 {
				break
			}
			at += i + len(link)
			if c, _ := utf8.DecodeRuneInString(name[at:]); unicode.IsUpper(c) && !strings.HasPrefix(name[at:], "the ") {
				out = append(out, name[at:])
			}
		}
	}
	return out
}

// partOf is the body that the name says it is a part of, or "".
func (b *roster) partOf(s string) string {
	if es := b.lookup(s, extract.LabelBody); len(es) > 0 && es[0].Parent != "" && b.meaning[s].id == es[0].ID {
		if p := b.lex.ByID(es[0].Parent); p != nil && p.Label == extract.LabelBody {
			return b.fromEntry(p).name
		}
	}
	if han(s) {
		return b.partOfZH(s)
	}
	if owner, _, ok := strings.Cut(strings.ReplaceAll(s, "’s ", "'s "), "'s "); ok && (b.seen[owner] || len(b.lookup(owner, extract.LabelBody)) > 0) {
		return owner
	}
	for _, p := range parents(s) {
		if b.isBody(p, s[:len(s)-len(p)]) {
			return p
		}
	}
	return ""
}

// isBody reports whether the words can stand as the name of a body, the words
// before them ("SME Bureau of the") being the name of its part.
func (b *roster) isBody(name, part string) bool {
	if b.seen[name] || len(b.lookup(name, extract.LabelBody)) > 0 {
		return true
	}
	if strings.Count(part, " ") < 3 || strings.HasPrefix(part, "Ministry of") || strings.Contains(part, "University of") {
		return false
	}
	if len(b.lookup(name, extract.LabelPlace)) > 0 {
		return false
	}
	head, kind := headOf(name)
	if kind == "company" && !strings.HasSuffix(part, "the ") && !data().words["tail-en"][strings.ToLower(strings.Trim(head, "."))] {
		return false // Department of Economy and Information Technology
	}
	return head != "" && len(name) > len(head)
}

// headOf is the word of a body name that says what it is, and the kind that
// it makes: "Ministry" of "Ministry of Finance", 局 of 财政局.
func headOf(name string) (head, kind string) {
	if han(name) {
		head, kind, _ = lexicon.BodyHead(name, extract.Simplified)
		return head, kind
	}
	for _, link := range []string{"", " of ", " for ", " on ", " at ", " in ", " under "} {
		left := name
		if link != "" {
			i := strings.Index(name, link)
			if i < 0 {
				continue
			}
			left = name[:i]
		}
		if head, kind, ok := lexicon.BodyHead(left, extract.English); ok {
			return head, kind
		}
	}
	return "", ""
}

// partOfZH is the body that the name begins with: 工业和信息化部 of 工业和信息化部中小企业局.
func (b *roster) partOfZH(s string) string {
	best := ""
	for i := range s {
		prefix, rest := s[:i], s[i:]
		if utf8.RuneCountInString(prefix) < 2 || utf8.RuneCountInString(rest) < 2 || !unitZH(rest) || slices.Contains(data().tailsZH, rest) {
			continue
		}
		switch {
		case b.seen[prefix] && strongHead(prefix), b.wholeOf(prefix):
			best = prefix
		case utf8.RuneCountInString(prefix) >= 4 && strongHead(prefix) && !b.seen[best] && len(b.lookup(prefix, extract.LabelPlace)) == 0:
			best = prefix
		}
	}
	return best
}

// wholeOf reports whether the lexicon knows the prefix of a name as a body
// that has parts. A company's short name that is also a common word (中国建筑)
// does not make 中国建筑科学研究院 a part of it.
func (b *roster) wholeOf(prefix string) bool {
	es := b.lookup(prefix, extract.LabelBody)
	return len(es) > 0 && (strongHead(prefix) || es[0].Kind != "company" || !strings.HasPrefix(prefix, "中国"))
}

// unitZH reports whether the end of a name is that of a unit of a larger body.
func unitZH(rest string) bool {
	for i := range rest {
		if i > 0 && data().words["unit"][rest[i:]] {
			return true
		}
	}
	return data().words["unit"][rest] && utf8.RuneCountInString(rest) > 1
}

// strongHead reports whether a name ends as bodies with units of their own do.
func strongHead(prefix string) bool {
	for _, h := range []string{"大学", "学院", "集团", "有限公司", "银行", "委员会", "人民政府", "政府", "委", "部", "局", "厅", "医院", "研究院", "协会", "联合会", "大剧院", "总工会"} {
		if strings.HasSuffix(prefix, h) {
			return true
		}
	}
	return false
}
