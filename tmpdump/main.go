package main

import (
	"bufio"
	"context"
	"encoding/json"
	"os"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/figure"
	"github.com/smelt-ie/smelt/extract/record"
)

func main() {
	f, _ := os.Open(os.Args[1])
	recs, err := record.ReadAll(bufio.NewReader(f))
	if err != nil {
		panic(err)
	}
	e := json.NewEncoder(os.Stdout)
	e.SetEscapeHTML(false)
	for i := range recs {
		d := recs[i].Doc()
		if len(os.Args) > 2 {
			g, _ := recs[i].Gold()
			for _, m := range g {
				if m.Label() == extract.LabelDate {
					d.Mentions = append(d.Mentions, m.Mention)
				}
			}
		}
		figure.Stage{}.Apply(context.Background(), d)
		d.Mentions = extract.Resolve(d.Mentions)
		e.Encode(record.Of(d))
	}
}
