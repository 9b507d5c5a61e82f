package pipeline_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
	"github.com/smelt-ie/smelt/extract/figure"
	"github.com/smelt-ie/smelt/extract/sentence"
	"github.com/smelt-ie/smelt/pipeline"
	"github.com/smelt-ie/smelt/pipeline/source"
)

// The figures of two records, with what the stages need for them and no more.
func ExampleProcess() {
	records := `{"id":"a","lang":"en","text":"The fund paid 3 million yuan to 40 firms."}
{"id":"b","lang":"zh","text":"新增中小企业1697家。"}`
	src, err := source.Open([]string{"r.jsonl"}, source.Options{FS: fstest.MapFS{"r.jsonl": {Data: []byte(records)}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	stages := []pipeline.Stage{clean.Stage{}, sentence.Stage{}, figure.Stage{}}
	err = pipeline.Process(context.Background(), src.Items(context.Background()), stages, 2, func(o pipeline.Outcome) error {
		for _, m := range o.Doc.Mentions {
			f := m.Value.(*extract.Figure)
			fmt.Println(o.Doc.RecordID, m.In(o.Doc.Text), f.Value, f.Unit)
		}
		return nil
	})
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// a 3 million yuan 3000000 CNY
	// a 40 firms 40 count
	// b 1697家 1697 count
}
