package schemas

import (
	"cmp"
	"slices"
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// Rows are the rows of one article.
type Rows struct {
	Article   Article
	Sentences []Sentence
	People    []Person
	Bodies    []Body
	Places    []Place
	Dates     []Date
	Figures   []Figure
	Quotes    []Quote
	Facts     []Fact
	Entities  []extract.Entity // what the mentions were linked to, for the entities table
}

// Outcome is what became of an article.
type Outcome struct {
	Status      string // ok, skipped or failed
	Reason      string // why it was skipped or failed
	DuplicateOf string // id of the first article with nearly this text
	ContentHash string
}

// Of turns a document into rows. An article that is not "ok" has an article
// row only: what its stages left half done is not shown.
func Of(d *extract.Doc, o Outcome) *Rows {
	c := newCounter(d.Text)
	r := &Rows{Article: article(d, o, c)}
	if o.Status != "ok" || o.DuplicateOf != "" {
		return r
	}
	b := builder{d: d, c: c, rows: r, bodies: bodyEntities(d)}
	b.sentences()
	for i := range d.Mentions {
		b.mention(&d.Mentions[i])
	}
	b.quotes()
	b.facts()
	r.Entities = d.Entities
	return r
}

func article(d *extract.Doc, o Outcome, c *counter) Article {
	return Article{
		ArticleID: d.ID, URL: d.URL, Site: d.Site, Source: d.Source, SourcePath: d.SourcePath, Author: d.Author, Title: d.Title,
		Published: day(d.Published), PublishedFrom: cmp.Or(string(d.PublishedFrom), string(extract.PublishedNone)),
		Lang: string(d.Lang), Text: d.Text, Chars: c.at(len(d.Text)), Sentences: int32(len(d.Sentences)),
		BoilerplateChars: int32(d.BoilerplateChars), ContentHash: o.ContentHash, DuplicateOf: o.DuplicateOf,
		Status: o.Status, Reason: o.Reason, Warnings: d.Warnings,
	}
}

// builder makes the rows of one document.
type builder struct {
	d      *extract.Doc
	c      *counter
	rows   *Rows
	bodies map[string]string // written name of a body to its entity
}

func bodyEntities(d *extract.Doc) map[string]string {
	out := map[string]string{}
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Label() == extract.LabelBody && m.EntityID != "" {
			out[m.In(d.Text)] = m.EntityID
		}
	}
	return out
}

func (b *builder) sentences() {
	paragraph, from := int32(0), 0
	for i, s := range b.d.Sentences {
		if i > 0 && strings.Contains(b.d.Text[from:s.Start], "\n") {
			paragraph++
		}
		from = s.End
		b.rows.Sentences = append(b.rows.Sentences, Sentence{
			ArticleID: b.d.ID, Sentence: int32(i), Paragraph: paragraph,
			Start: b.c.at(s.Start), End: b.c.at(s.End), Text: s.In(b.d.Text),
		})
	}
}

// mentioned are the first columns of a stretch of the text.
func (b *builder) mentioned(s extract.Span) Mentioned {
	m := Mentioned{ArticleID: b.d.ID, Start: b.c.at(s.Start), End: b.c.at(s.End), Text: s.In(b.d.Text)}
	i, exact := slices.BinarySearchFunc(b.d.Sentences, s.Start, func(t extract.Span, at int) int { return cmp.Compare(t.Start, at) })
	if !exact {
		i--
	}
	if i >= 0 && s.Start < b.d.Sentences[i].End {
		n := int32(i)
		m.Sentence = &n
	}
	return m
}

func (b *builder) mention(m *extract.Mention) {
	first, found := b.mentioned(m.Span), Found{m.Confidence, m.Rule}
	switch v := m.Value.(type) {
	case *extract.Person:
		b.rows.People = append(b.rows.People, Person{first, cmp.Or(v.Full, first.Text), v.Role, v.Body, b.bodies[v.Body], m.EntityID, found})
	case *extract.Body:
		b.rows.Bodies = append(b.rows.Bodies, Body{first, cmp.Or(v.Name, first.Text), v.Kind, v.Acronym, v.PartOf, m.EntityID, found})
	case *extract.Place:
		b.rows.Places = append(b.rows.Places, Place{first, cmp.Or(v.Name, first.Text), v.Kind, v.Country, v.Code, m.EntityID, found})
	case *extract.Date:
		b.rows.Dates = append(b.rows.Dates, Date{first, v.Value, string(v.Kind), day(v.First), day(v.Last), v.Mod, found})
	case *extract.Figure:
		b.rows.Figures = append(b.rows.Figures, figure(first, v, found))
	}
}

func figure(first Mentioned, v *extract.Figure, found Found) Figure {
	f := Figure{Mentioned: first, Unit: cmp.Or(v.Unit, "count"), UnitKind: v.UnitKind, Item: v.Item, Of: v.Of,
		Cmp: cmp.Or(v.Cmp, "="), Change: v.Change, Basis: v.Basis, FirstDay: day(v.First), LastDay: day(v.Last), Found: found}
	if !v.NoValue {
		x := v.Value.InexactFloat64()
		f.Value, f.Decimal = &x, v.Value.String()
	}
	if v.Value2 != nil {
		x := v.Value2.InexactFloat64()
		f.Value2 = &x
	}
	if v.UnitKind == "money" {
		f.Currency = v.Unit
	}
	return f
}

func (b *builder) quotes() {
	for i := range b.d.Quotes {
		q := &b.d.Quotes[i]
		row := Quote{Mentioned: b.mentioned(q.Span), Verb: q.Verb, Kind: "indirect", Found: Found{q.Confidence, q.Rule}}
		if q.Direct {
			row.Kind = "direct"
		}
		if q.Speaker >= 0 && q.Speaker < len(b.d.Mentions) {
			m := &b.d.Mentions[q.Speaker]
			row.Speaker, row.SpeakerID = m.In(b.d.Text), m.EntityID
			if p, ok := m.Value.(*extract.Person); ok && p.Full != "" {
				row.Speaker = p.Full
			}
		}
		b.rows.Quotes = append(b.rows.Quotes, row)
	}
}

func (b *builder) facts() {
	for i := range b.d.Facts {
		f := &b.d.Facts[i]
		b.rows.Facts = append(b.rows.Facts, Fact{
			Mentioned: b.mentioned(f.Span), Relation: f.Relation,
			Subject: f.Subject, SubjectID: f.SubjectID, Object: f.Object, ObjectID: f.ObjectID,
			FirstDay: day(f.First), LastDay: day(f.Last), Found: Found{f.Confidence, f.Rule},
		})
	}
}

// day is the Parquet DATE of d, nil for no day.
func day(d extract.Day) *int32 {
	if d.IsZero() {
		return nil
	}
	n := d.Unix()
	return &n
}
