package fact_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/fact"
	"github.com/smelt-ie/smelt/extract/link"
	"github.com/smelt-ie/smelt/extract/sentence"
	"github.com/smelt-ie/smelt/extract/speech"
)

// TestLongDocument: an article as long as a book, every person and body in it
// another one, goes through in seconds.
func TestLongDocument(t *testing.T) {
	for _, lang := range []extract.Lang{extract.English, extract.Simplified} {
		d := &extract.Doc{Lang: lang}
		var b strings.Builder
		name := func(v extract.Value, format string, i int) {
			start := b.Len()
			fmt.Fprintf(&b, format, i)
			d.Mentions = append(d.Mentions, extract.Mention{Span: extract.Span{Start: start, End: b.Len()}, Value: v, Confidence: 1})
		}
		for i := range 6000 {
			if lang == extract.English {
				name(&extract.Person{Role: "head"}, "Lin Ruo%d", i)
				b.WriteString(", head of ")
				name(&extract.Body{}, "Harbour Bank %d", i)
				b.WriteString(", said the bank attended the Harbour Forum. “We lend (see below) to all,” the head said.\n")
			} else {
				name(&extract.Body{}, "青木%d银行", i)
				b.WriteString("行长")
				name(&extract.Person{Role: "行长"}, "林若%d", i)
				b.WriteString("表示，论坛在沧州举行（见下文）。“我们放贷。”他说。\n")
			}
		}
		d.Text = b.String()
		for _, s := range []stage{sentence.Stage{}, link.Stage{}, speech.Stage{}, fact.Stage{}} {
			start := time.Now()
			if err := s.Apply(context.Background(), d); err != nil {
				t.Fatal(err)
			}
			if took := time.Since(start); took > 15*time.Second {
				t.Errorf("%s %s took %v on %d bytes", lang, s.Name(), took, len(d.Text))
			} else {
				t.Logf("%s %s took %v on %d bytes", lang, s.Name(), took, len(d.Text))
			}
		}
	}
}
