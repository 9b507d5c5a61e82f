package extract_test

import (
	"slices"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"pgregory.net/rapid"
)

func mention(start, end int, v extract.Value) extract.Mention {
	return extract.Mention{Span: extract.Span{Start: start, End: end}, Value: v, Confidence: 0.5}
}

func TestResolveKeepsTheOutermost(t *testing.T) {
	in := []extract.Mention{
		mention(4, 9, &extract.Place{}),
		mention(0, 20, &extract.Body{}),
		mention(18, 25, &extract.Date{}),
		mention(25, 30, &extract.Figure{}),
	}
	got := extract.Resolve(in)
	if len(got) != 2 || got[0].Span != (extract.Span{Start: 0, End: 20}) || got[1].Start != 25 {
		t.Fatalf("Resolve = %v, want the spans 0-20 and 25-30", got)
	}
}

func TestResolveProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.SliceOf(rapid.Custom(func(t *rapid.T) extract.Mention {
			start := rapid.IntRange(0, 60).Draw(t, "start")
			return mention(start, start+rapid.IntRange(1, 12).Draw(t, "len"), &extract.Body{})
		})).Draw(t, "mentions")
		got := extract.Resolve(in)
		for i := 1; i < len(got); i++ {
			if got[i-1].End > got[i].Start {
				t.Fatalf("mentions %v and %v overlap or are out of order", got[i-1], got[i])
			}
		}
		for _, m := range in {
			if !slices.ContainsFunc(got, func(k extract.Mention) bool { return k.Overlaps(m.Span) && k.Len() >= m.Len() }) {
				t.Fatalf("%v was dropped for nothing at least as long", m)
			}
		}
	})
}
