package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline"
	"github.com/spf13/cobra"
)

// showing is the flags of `smelt show`.
type showing struct {
	reading
	out     string
	rows    int
	width   int
	clean   bool
	mention bool
}

// articleID matches the id of an article in the tables.
var articleID = regexp.MustCompile(`^[0-9a-f]{20}$`)

func showCommand() *cobra.Command {
	var o showing
	c := &cobra.Command{
		Use:   "show [INPUT | ARTICLE_ID | TABLE]",
		Short: "Show an article with its mentions, or the first rows of a table",
		Long: `Show the articles of a file with the people, bodies, places, dates and figures
found in them, in colour on a terminal and in brackets elsewhere; or an article
of the tables by its id; or the first rows of a table.

NO_COLOR in the environment turns colour off.`,
		Example: `  smelt show page.html
  smelt show page.html --clean           what cleaning kept and left out, and why
  smelt show page.html --mentions        each mention with its value and rule
  smelt show figures --out tables --rows 5`,
		ValidArgs: tables(),
		RunE: func(c *cobra.Command, args []string) error {
			return runShow(c, args, o)
		},
	}
	o.flags(c)
	c.Flags().StringVar(&o.out, "out", "out", "`folder` of the tables")
	c.Flags().IntVar(&o.rows, "rows", 10, "rows of a table to show")
	c.Flags().IntVar(&o.width, "width", 0, "columns to fit into (default: the terminal's, or 100)")
	c.Flags().BoolVar(&o.clean, "clean", false, "show what cleaning decided on every block of the page")
	c.Flags().BoolVar(&o.mention, "mentions", false, "list every mention with its value, confidence and rule")
	return c
}

func runShow(c *cobra.Command, args []string, o showing) error {
	if err := o.check(); err != nil {
		return err
	}
	if len(args) != 1 {
		return usageError{fmt.Errorf("smelt show takes one file, article id or table, but %d were given", len(args))}
	}
	if o.rows < 1 {
		return usageError{fmt.Errorf("--rows must be at least 1, not %d", o.rows)}
	}
	p := newPainter(c.OutOrStdout(), o.width)
	_, err := os.Stat(args[0])
	switch {
	case err == nil || args[0] == "-":
	case slices.Contains(tables(), args[0]):
		return showTable(p, o.out, args[0], o.rows)
	case articleID.MatchString(args[0]):
		return showStored(p, o.out, args[0], o.mention)
	}
	return showInput(c, p, args, o)
}

// showInput extracts from the articles of an input and shows them.
func showInput(c *cobra.Command, p *painter, inputs []string, o showing) error {
	stages, err := o.stages()
	if err != nil {
		return err
	}
	src, err := o.open(c, inputs)
	if err != nil {
		return err
	}
	failed := 0
	items := pipeline.Identify(src.Items(c.Context()))
	err = pipeline.Process(c.Context(), items, stages, o.workers, func(out pipeline.Outcome) error {
		if out.Status == pipeline.Failed {
			failed++
		}
		p.head(out.Doc)
		if out.Status != pipeline.OK {
			p.line(fmt.Sprintf("%s: %s", out.Status, out.Reason))
		}
		switch {
		case o.clean:
			p.blocks(out.Doc)
		case out.Status == pipeline.OK:
			p.article(out.Doc)
		}
		if o.mention {
			p.mentions(out.Doc)
		}
		p.line("")
		return p.err
	})
	if err == nil && failed > 0 {
		return failedArticles(failed)
	}
	return err
}

// showStored shows an article of the tables.
func showStored(p *painter, out, id string, list bool) error {
	d, err := stored(out, id)
	if err != nil {
		return err
	}
	if d == nil {
		return usageError{fmt.Errorf("there is no article %s in %s", id, out)}
	}
	p.head(d)
	p.article(d)
	if list {
		p.mentions(d)
	}
	return p.err
}

// placed is the value of a mention of which the tables were asked for the place alone.
type placed struct{ label extract.Label }

// Label implements extract.Value.
func (p placed) Label() extract.Label { return p.label }
