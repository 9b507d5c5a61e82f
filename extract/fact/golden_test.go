package fact_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/fact"
	"github.com/smelt-ie/smelt/extract/link"
	"github.com/smelt-ie/smelt/extract/sentence"
	"github.com/smelt-ie/smelt/extract/speech"
)

var update = flag.Bool("update", false, "write the golden files")

// golden are the articles of the sample corpus that have a golden file.
var golden = []string{"en-01", "en-04", "en-12", "zh-01", "zh-03", "zh-06", "zh-12"}

// TestGolden holds entities, quotes and facts of some of the sample corpus,
// labelled mentions in, against files that a reader has looked through.
func TestGolden(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		for _, d := range sample(t, lang) {
			if !slices.Contains(golden, d.RecordID) {
				continue
			}
			t.Run(d.RecordID, func(t *testing.T) {
				for _, s := range []stage{sentence.Stage{}, link.Stage{}, speech.Stage{}, fact.Stage{}} {
					if err := s.Apply(context.Background(), d); err != nil {
						t.Fatal(err)
					}
				}
				got := print(d)
				file := filepath.Join("testdata", d.RecordID+".golden")
				if *update {
					if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Errorf("-want +got (rewrite with -update):\n%s", diff)
				}
			})
		}
	}
}

func print(d *extract.Doc) string {
	var b strings.Builder
	for _, e := range d.Entities {
		fmt.Fprintf(&b, "entity %s | %s | %s | %s | %s | %s\n", e.ID, e.Kind, e.Name, e.NameEN, e.NameZH, strings.Join(e.Aliases, ", "))
	}
	for _, q := range d.Quotes {
		speaker := "-"
		if q.Speaker >= 0 {
			speaker = d.Mentions[q.Speaker].EntityID
		}
		fmt.Fprintf(&b, "quote %s | %s | %s | %t | %.2f | %s\n", q.Rule, speaker, q.Verb, q.Direct, q.Confidence, strings.ReplaceAll(q.In(d.Text), "\n", " / "))
	}
	for _, f := range d.Facts {
		fmt.Fprintf(&b, "fact %s | %s | %s (%s) | %s (%s) | %s %s | %.2f\n", f.Rule, f.Relation, f.Subject, f.SubjectID, f.Object, f.ObjectID, f.First, f.Last, f.Confidence)
	}
	return b.String()
}
