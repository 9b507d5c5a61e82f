package clean

import (
	"strings"
	"unicode/utf8"
)

// name is the title of the article: what the page states for machines,
// else what it shows as its main heading, else its title element, without the
// name of the site.
func (m *metadata) name(shown string) string {
	stated := m.first("articletitle", "og:title", "twitter:title", "dc.title", "dcterms.title", "title")
	if m.tags["articletitle"] == "" && m.headline != "" {
		stated = m.headline
	}
	site := m.first("og:site_name", "sitename", "application-name")
	if site == "" {
		site = m.publisher
	}
	title := withoutSite(m.title, site)
	stated = withoutSite(stated, site)
	switch {
	case shown != "" && stated != "" && strings.Contains(squeeze(m.title), squeeze(shown)) && len(shown) > len(stated):
		return shown
	case stated != "":
		return stated
	case shown != "" && utf8.RuneCountInString(shown) >= 4 && (title == "" || overlap(title, shown)):
		return shown
	}
	return title
}

// withoutSite strips the name of the site off the end of a title:
// "Headline - Site", "Headline_Channel_Site", "Headline | Site".
func withoutSite(title, site string) string {
	title = strings.TrimSpace(title)
	if cut, ok := strings.CutSuffix(title, site); ok && site != "" {
		if cut = strings.TrimRight(cut, " -–—|_·•:："); cut != "" {
			title = cut
		}
	}
	for _, sep := range []string{" | ", "｜", "_", " - ", " – ", " — ", "--", "-"} {
		at := strings.Index(title, sep)
		if at <= 0 {
			continue
		}
		first, rest := strings.TrimSpace(title[:at]), title[at+len(sep):]
		if sep == "-" && !chinese(rest) || sep == "_" && !chinese(title) {
			continue
		}
		long := newMeasure(first)
		if long.words+long.han/2 >= 4 && len(rest) <= len(first)*2 && siteLike(rest) {
			return first
		}
	}
	return title
}

// siteOf is the name of the site that a title ends with, "" for none.
func siteOf(title string) string {
	short := withoutSite(title, "")
	rest := strings.Trim(strings.TrimPrefix(title, short), " -–—|｜_")
	if at := strings.LastIndexAny(rest, "-|｜_"); at >= 0 {
		rest = strings.TrimFunc(rest[at:], func(r rune) bool { return strings.ContainsRune("-|｜_ ", r) })
	}
	return rest
}

// siteLike reports whether the end of a title may be the name of a site: few
// words, no sentence.
func siteLike(s string) bool {
	l := newMeasure(s)
	return l.words <= 5 && l.han <= 24 && !strings.ContainsAny(s, "，。！？,!?")
}

func chinese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= firstHan && r <= lastHan })
}

// overlap reports whether two titles are one: one contains the other, give or
// take punctuation.
func overlap(a, b string) bool {
	a, b = squeeze(a), squeeze(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}
