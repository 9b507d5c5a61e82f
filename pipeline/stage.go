package pipeline

import (
	"context"

	"github.com/smelt-ie/smelt/extract"
)

// Stage fills in one part of a Doc. An error concerns this article only: the
// runner records it and later stages never see the Doc. An *extract.Skip
// passes the article over without calling it failed. Apply is called from many
// goroutines at once, each with a Doc of its own.
type Stage interface {
	Name() string
	Apply(ctx context.Context, d *extract.Doc) error
}

// resolve settles the overlaps between what the extractors have found.
type resolve struct{}

func (resolve) Name() string { return "resolve" }

func (resolve) Apply(_ context.Context, d *extract.Doc) error {
	d.Mentions = extract.Resolve(d.Mentions)
	return nil
}
