package sink

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/parquet-go/parquet-go"
	"github.com/smelt-ie/smelt/schemas"
)

// rewrite stages the tables of earlier runs without the articles that newer
// versions have replaced. The files take the place of the old ones when the run
// is published; a part that has lost all of its rows stays as an empty file.
func (r *Run) rewrite() error {
	for _, run := range slices.Sorted(maps.Keys(r.dropped)) {
		if err := r.rewriteRun(run, r.dropped[run]); err != nil {
			return fmt.Errorf("run %s: %w", run, err)
		}
	}
	return nil
}

func (r *Run) rewriteRun(run string, gone map[string]bool) error {
	t := newTables(r.root, run, r.versionOf(run))
	counts := &recount{entities: map[string]*seen{}, published: map[string]*int32{}}
	dir := r.store.dir
	err := errors.Join(
		keep(dir, "articles", run, t.articles, func(a *schemas.Article) bool {
			counts.published[a.ArticleID] = a.Published
			return !gone[a.ArticleID]
		}),
		keep(dir, "sentences", run, t.sentences, func(s *schemas.Sentence) bool { return !gone[s.ArticleID] }),
		keep(dir, "people", run, t.people, func(p *schemas.Person) bool { return counts.stays(gone, p.ArticleID, p.EntityID) }),
		keep(dir, "bodies", run, t.bodies, func(b *schemas.Body) bool { return counts.stays(gone, b.ArticleID, b.EntityID) }),
		keep(dir, "places", run, t.places, func(p *schemas.Place) bool { return counts.stays(gone, p.ArticleID, p.EntityID) }),
		keep(dir, "dates", run, t.dates, func(d *schemas.Date) bool { return !gone[d.ArticleID] }),
		keep(dir, "figures", run, t.figures, func(f *schemas.Figure) bool { return !gone[f.ArticleID] }),
		keep(dir, "quotes", run, t.quotes, func(q *schemas.Quote) bool { return !gone[q.ArticleID] }),
		keep(dir, "facts", run, t.facts, func(f *schemas.Fact) bool { return !gone[f.ArticleID] }),
		keep(dir, "entities", run, t.entities, counts.entity),
	)
	if err != nil {
		return errors.Join(err, t.abandon())
	}
	return nil
}

func (r *Run) versionOf(run string) string {
	for _, m := range r.store.manifests {
		if m.Run == run {
			return m.Version
		}
	}
	return r.version
}

// keep copies the rows of one table of a run that stay, part by part. The
// parts keep their names.
func keep[T any](dir, table, run string, to *parts[T], stays func(*T) bool) error {
	files, err := filepath.Glob(filepath.Join(dir, table, "run="+run, "part-*.parquet"))
	if err != nil {
		return err
	}
	for i, file := range files {
		to.count = i
		if err := errors.Join(to.begin(), copyRows(file, to, stays), to.close()); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

// begin opens the next part even if no row will come.
func (p *parts[T]) begin() error {
	if p.file != nil {
		return nil
	}
	return p.open()
}

func copyRows[T any](file string, to *parts[T], stays func(*T) bool) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	rd := parquet.NewGenericReader[T](f)
	defer rd.Close()
	batch := make([]T, 256)
	for {
		clear(batch)
		n, err := rd.Read(batch)
		for i := range batch[:n] {
			if !stays(&batch[i]) {
				continue
			}
			if err := to.add(batch[i]); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// recount counts anew what the entities of a run are mentioned in.
type recount struct {
	entities  map[string]*seen
	published map[string]*int32 // publication day by article
}

type seen struct {
	mentions    int64
	articles    map[string]bool
	first, last *int32
}

// stays reports whether a mention stays, and counts it if so.
func (c *recount) stays(gone map[string]bool, article, entity string) bool {
	if gone[article] {
		return false
	}
	if entity == "" {
		return true
	}
	s := c.entities[entity]
	if s == nil {
		s = &seen{articles: map[string]bool{}}
		c.entities[entity] = s
	}
	s.mentions++
	s.articles[article] = true
	if day := c.published[article]; day != nil {
		if s.first == nil || *day < *s.first {
			s.first = day
		}
		if s.last == nil || *day > *s.last {
			s.last = day
		}
	}
	return true
}

// entity sets the new counts of an entity; one without mentions goes.
func (c *recount) entity(e *schemas.Entity) bool {
	s := c.entities[e.EntityID]
	if s == nil {
		return false
	}
	e.Mentions, e.Articles, e.FirstSeen, e.LastSeen = s.mentions, int64(len(s.articles)), s.first, s.last
	return true
}
