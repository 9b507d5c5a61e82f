package clean

import (
	"encoding/json"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what the head of a page and its linked data say about it.
type metadata struct {
	tags      map[string]string // meta elements by lower-case name, property or itemprop; the first of each
	title     string            // of the title element
	canonical string
	lang      string // of the html element

	headline, published, author, publisher, body, describes string // of JSON-LD
}

// readMetadata walks a parsed page once.
func readMetadata(root *html.Node) *metadata {
	m := &metadata{tags: map[string]string{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			m.lang = attribute(n, "lang")
		case atom.Title:
			if m.title == "" {
				m.title = textOf(n)
			}
		case atom.Meta:
			m.meta(n)
		case atom.Link:
			if strings.EqualFold(attribute(n, "rel"), "canonical") && m.canonical == "" {
				m.canonical = attribute(n, "href")
			}
		case atom.Script:
			if strings.HasPrefix(strings.ToLower(strings.TrimSpace(attribute(n, "type"))), "application/ld+json") && n.FirstChild != nil {
				m.linkedData(n.FirstChild.Data)
			}
		case atom.Time:
			m.note("time", attribute(n, "datetime"))
		}
	}
	return m
}

func (m *metadata) meta(n *html.Node) {
	value := attribute(n, "content")
	for _, key := range []string{"property", "name", "itemprop"} {
		m.note(strings.ToLower(strings.TrimSpace(attribute(n, key))), value)
	}
}

func (m *metadata) note(key, value string) {
	value = strings.Join(strings.Fields(html.UnescapeString(value)), " ")
	if key != "" && value != "" && m.tags[key] == "" {
		m.tags[key] = value
	}
}

// first is the first of the named tags that has a value.
func (m *metadata) first(keys ...string) string {
	for _, k := range keys {
		if v := m.tags[k]; v != "" {
			return v
		}
	}
	return ""
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is the text within an element, on one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// linkedData reads a block of JSON-LD; one that does not parse is passed over,
// as browsers and search engines do.
func (m *metadata) linkedData(text string) {
	var v any
	if json.Unmarshal([]byte(strings.TrimSpace(text)), &v) == nil {
		m.linked(v, 0)
	}
}

// linked takes the fields of the first article in a tree of linked data.
func (m *metadata) linked(v any, depth int) {
	if depth > 6 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			m.linked(e, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			m.take(v)
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			m.linked(v[key], depth+1)
		}
	}
}

func isArticle(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	case []any:
		for _, e := range t {
			if isArticle(e) {
				return true
			}
		}
	}
	return false
}

func (m *metadata) take(v map[string]any) {
	set := func(field *string, value any) {
		if s := named(value); *field == "" {
			*field = s
		}
	}
	set(&m.headline, v["headline"])
	set(&m.headline, v["name"])
	set(&m.published, v["datePublished"])
	set(&m.published, v["dateCreated"])
	set(&m.author, v["author"])
	set(&m.publisher, v["publisher"])
	set(&m.describes, v["description"])
	set(&m.body, v["articleBody"])
}

// named is a value as text: the text itself, the name of an object, the names
// of a list.
func named(v any) string {
	switch v := v.(type) {
	case string:
		return strings.Join(strings.Fields(html.UnescapeString(v)), " ")
	case map[string]any:
		return named(v["name"])
	case []any:
		var names []string
		for _, e := range v {
			if s := named(e); s != "" {
				names = append(names, s)
			}
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// fill sets what the metadata say. The visible date line, in a, gives way to a
// stated day, but a visible source wins over a stated publisher.
func (m *metadata) fill(a *article, d *extract.Doc) {
	if day, ok := m.day(); ok {
		a.day, a.from = day, extract.PublishedMeta
	}
	if s := m.first("contentsource", "source", "article:source", "og:article:source"); s != "" && !strings.Contains(s, "://") {
		a.source = s
	}
	if author := m.author; author != "" {
		a.author = author
	} else if author := m.first("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"); author != "" && !strings.Contains(author, "://") {
		a.author = author
	}
	a.author = strings.TrimPrefix(strings.TrimPrefix(a.author, "By "), "by ")
	if strings.EqualFold(a.source, a.author) {
		a.source = ""
	}
	if d.URL == "" {
		d.URL = absolute(m.canonical)
	}
	if d.URL == "" {
		d.URL = absolute(m.first("og:url"))
	}
	name := m.first("og:site_name", "sitename", "application-name")
	if name == "" {
		name = siteOf(m.title)
	}
	if d.Site == "" && d.URL == "" {
		d.Site = name
	}
}

// absolute is an address with a scheme, else "".
func absolute(url string) string {
	if strings.HasPrefix(url, "http://") || strings.HasPrefix(url, "https://") {
		return url
	}
	return ""
}

// dayTags lists the tags that state when a page was published, best first.
var dayTags = []string{
	"article:published_time", "og:article:published_time", "pubdate", "publishdate", "publish-date", "publish_date", "publicationdate",
	"datepublished", "date_published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date",
	"sailthru.date", "parsely-pub-date", "article.published", "published-date", "pub_date", "originalpublicationdate", "cxenseparse:recs:publishtime",
	"rnews:datepublished", "bt:pubdate", "weibo: article:create_at", "article_date_original", "date", "createdate", "apub:time", "og:release_date",
	"release_date", "publishtime", "publish_time", "time",
}

// day is the publication day that the metadata state.
func (m *metadata) day() (extract.Day, bool) {
	if f, ok := findDay(m.published); ok {
		return f.day, true
	}
	for _, key := range dayTags {
		if f, ok := findDay(m.tags[key]); ok {
			return f.day, true
		}
	}
	return extract.Day{}, false
}
