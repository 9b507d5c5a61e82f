package sink

import (
	"cmp"
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/smelt-ie/smelt/schemas"
)

// tables are the part writers of one run.
type tables struct {
	articles  *parts[schemas.Article]
	sentences *parts[schemas.Sentence]
	people    *parts[schemas.Person]
	bodies    *parts[schemas.Body]
	places    *parts[schemas.Place]
	dates     *parts[schemas.Date]
	figures   *parts[schemas.Figure]
	quotes    *parts[schemas.Quote]
	facts     *parts[schemas.Fact]
	entities  *parts[schemas.Entity]
	runs      *parts[schemas.Run]
}

// newTables writes into root the tables of the run.
func newTables(root, run, version string) *tables {
	metadata := [][2]string{{"smelt.schema", strconv.Itoa(schemas.Version)}, {"smelt.version", version}, {"smelt.run", run}}
	at := func(table string) string { return filepath.Join(root, table, "run="+run) }
	article := []string{"article_id"}
	linked := []string{"article_id", "entity_id"}
	return &tables{
		articles: newParts(at("articles"), article, metadata, func(a, b *schemas.Article) int { return strings.Compare(a.ArticleID, b.ArticleID) }),
		sentences: newParts(at("sentences"), article, metadata, func(a, b *schemas.Sentence) int {
			return cmp.Or(strings.Compare(a.ArticleID, b.ArticleID), cmp.Compare(a.Start, b.Start))
		}),
		people:   newParts(at("people"), linked, metadata, func(a, b *schemas.Person) int { return place(&a.Mentioned, &b.Mentioned) }),
		bodies:   newParts(at("bodies"), linked, metadata, func(a, b *schemas.Body) int { return place(&a.Mentioned, &b.Mentioned) }),
		places:   newParts(at("places"), linked, metadata, func(a, b *schemas.Place) int { return place(&a.Mentioned, &b.Mentioned) }),
		dates:    newParts(at("dates"), article, metadata, func(a, b *schemas.Date) int { return place(&a.Mentioned, &b.Mentioned) }),
		figures:  newParts(at("figures"), article, metadata, func(a, b *schemas.Figure) int { return place(&a.Mentioned, &b.Mentioned) }),
		quotes:   newParts(at("quotes"), article, metadata, func(a, b *schemas.Quote) int { return place(&a.Mentioned, &b.Mentioned) }),
		facts:    newParts(at("facts"), article, metadata, func(a, b *schemas.Fact) int { return place(&a.Mentioned, &b.Mentioned) }),
		entities: newParts(at("entities"), []string{"entity_id"}, metadata, func(a, b *schemas.Entity) int { return strings.Compare(a.EntityID, b.EntityID) }),
		runs:     newParts(at("runs"), nil, metadata, func(a, b *schemas.Run) int { return strings.Compare(a.RunID, b.RunID) }),
	}
}

// place orders by article and start.
func place(a, b *schemas.Mentioned) int {
	return cmp.Or(strings.Compare(a.ArticleID, b.ArticleID), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

func (t *tables) add(r *schemas.Rows) error {
	return errors.Join(
		t.articles.add(r.Article), t.sentences.add(r.Sentences...), t.people.add(r.People...), t.bodies.add(r.Bodies...),
		t.places.add(r.Places...), t.dates.add(r.Dates...), t.figures.add(r.Figures...), t.quotes.add(r.Quotes...), t.facts.add(r.Facts...),
	)
}

// table is what all part writers have in common.
type table interface {
	exist() error
	close() error
	abandon() error
}

func (t *tables) all() []table {
	return []table{t.articles, t.sentences, t.people, t.bodies, t.places, t.dates, t.figures, t.quotes, t.facts, t.entities, t.runs}
}

// exist sees to it that the run has a part in every table, be it an empty one:
// a reader should find every table, whatever was in the articles.
func (t *tables) exist() error {
	var errs []error
	for _, p := range t.all() {
		errs = append(errs, p.exist())
	}
	return errors.Join(errs...)
}

func (t *tables) close() error {
	var errs []error
	for _, p := range t.all() {
		errs = append(errs, p.close())
	}
	return errors.Join(errs...)
}

func (t *tables) abandon() error {
	var errs []error
	for _, p := range t.all() {
		errs = append(errs, p.abandon())
	}
	return errors.Join(errs...)
}

// counts lists the rows of each table in the order of the dictionary.
func (t *tables) counts() []TableCount {
	return []TableCount{
		{"articles", t.articles.rows}, {"sentences", t.sentences.rows}, {"people", t.people.rows}, {"bodies", t.bodies.rows},
		{"places", t.places.rows}, {"dates", t.dates.rows}, {"figures", t.figures.rows}, {"quotes", t.quotes.rows},
		{"facts", t.facts.rows}, {"entities", t.entities.rows}, {"runs", t.runs.rows},
	}
}
