package schemas

import (
	"maps"
	"slices"

	"github.com/smelt-ie/smelt/extract"
)

// Entities gathers the entity rows of a run from the rows of its articles.
type Entities struct {
	byID map[string]*tally
}

type tally struct {
	row     Entity
	aliases map[string]bool
}

// NewEntities is an empty gathering.
func NewEntities() *Entities { return &Entities{byID: map[string]*tally{}} }

// Add counts the mentions of one article.
func (e *Entities) Add(r *Rows) {
	known := make(map[string]*extract.Entity, len(r.Entities))
	for i := range r.Entities {
		known[r.Entities[i].ID] = &r.Entities[i]
	}
	counts := map[string]int64{}
	for i := range r.People {
		counts[r.People[i].EntityID]++
	}
	for i := range r.Bodies {
		counts[r.Bodies[i].EntityID]++
	}
	for i := range r.Places {
		counts[r.Places[i].EntityID]++
	}
	for id, n := range counts {
		if x := known[id]; x != nil {
			e.tally(x).count(x, n, r.Article.Published)
		}
	}
}

func (e *Entities) tally(x *extract.Entity) *tally {
	t := e.byID[x.ID]
	if t == nil {
		t = &tally{row: Entity{EntityID: x.ID, Label: string(x.Label), Name: x.Name}, aliases: map[string]bool{}}
		e.byID[x.ID] = t
	}
	return t
}

func (t *tally) count(x *extract.Entity, mentions int64, published *int32) {
	t.row.Mentions += mentions
	t.row.Articles++
	if t.row.Kind == "" {
		t.row.Kind = x.Kind
	}
	if t.row.NameEN == "" {
		t.row.NameEN = x.NameEN
	}
	if t.row.NameZH == "" {
		t.row.NameZH = x.NameZH
	}
	t.aliases[x.Name] = true
	for _, a := range x.Aliases {
		t.aliases[a] = true
	}
	if published == nil {
		return
	}
	if t.row.FirstSeen == nil || *published < *t.row.FirstSeen {
		t.row.FirstSeen = published
	}
	if t.row.LastSeen == nil || *published > *t.row.LastSeen {
		t.row.LastSeen = published
	}
}

// Rows lists the entities by id.
func (e *Entities) Rows() []Entity {
	rows := make([]Entity, 0, len(e.byID))
	for _, id := range slices.Sorted(maps.Keys(e.byID)) {
		t := e.byID[id]
		delete(t.aliases, t.row.Name)
		delete(t.aliases, "")
		t.row.Aliases = slices.Sorted(maps.Keys(t.aliases))
		rows = append(rows, t.row)
	}
	return rows
}
