package name_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/name"
	"github.com/smelt-ie/smelt/extract/packed"
)

// TestStage holds marked sentences with the label of each mark.
func TestStage(t *testing.T) {
	s := name.New(nil)
	for _, c := range []struct {
		lang   extract.Lang
		in     string
		labels []extract.Label
	}{
		{extract.English, "Firms in ⟦Germany⟧ and ⟦France⟧ sold less last year.", []extract.Label{extract.LabelPlace, extract.LabelPlace}},
		{extract.English, "It rained for three days and the shops were closed.", nil},
		{extract.English, "The ⟦Ministry of Finance⟧ said on Monday that taxes would fall.", []extract.Label{extract.LabelBody}},
		{extract.Simplified, "据悉，企业的产品销往⟦德国⟧和⟦法国⟧。", []extract.Label{extract.LabelPlace, extract.LabelPlace}},
		{extract.Simplified, "下雨三天，商店都关门了。", nil},
		{extract.Simplified, "记者昨日从⟦财政部⟧获悉，税费将下降。", []extract.Label{extract.LabelBody}},
	} {
		text, marks, err := extracttest.Unmark(c.in)
		if err != nil {
			t.Fatal(err)
		}
		d := &extract.Doc{ID: "case", Lang: c.lang, Text: text}
		if err := s.Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		var spans []extract.Span
		var got []extract.Label
		for _, m := range d.Mentions {
			spans, got = append(spans, m.Span), append(got, m.Label())
			if m.Confidence <= 0 || m.Confidence > 1 {
				t.Errorf("%s: %q has the confidence %v", c.in, m.In(text), m.Confidence)
			}
		}
		if diff := cmp.Diff(marks, spans); diff != "" {
			t.Errorf("%s: spans (-want +got)\n%s", c.in, diff)
		}
		if diff := cmp.Diff(c.labels, got); diff != "" {
			t.Errorf("%s: labels (-want +got)\n%s", c.in, diff)
		}
	}
}

// TestTrainAgain learns twice from a few lines, with both looks, and compares
// the bytes.
func TestTrainAgain(t *testing.T) {
	for lang, line := range map[extract.Lang]string{
		extract.English:    `{"id":"a","lang":"en","text":"The mill in Lyon belongs to Paul Brown.","mentions":[{"start":12,"end":16,"label":"place"},{"start":28,"end":38,"label":"person"}]}`,
		extract.Simplified: `{"id":"a","lang":"zh","text":"工厂位于里昂，归李明所有。","mentions":[{"start":4,"end":6,"label":"place"},{"start":8,"end":10,"label":"person"}]}`,
	} {
		path := filepath.Join(t.TempDir(), "few.jsonl")
		if err := os.WriteFile(path, []byte(line+"\n"+line+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		train := func() []byte {
			b, err := name.Train(lexicon.Default(), name.Training{Lang: lang, Sources: []name.Source{{Path: path, Weight: 1, Check: true}}, Learning: name.DefaultLearning(), Check: true})
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
		first := train()
		if !bytes.Equal(first, train()) {
			t.Errorf("%s: the same text gave two different models", lang)
		}
		if h, err := packed.ReadHeader(first); err != nil || len(h.Data) != 1 {
			t.Errorf("%s: header %+v, %v", lang, h, err)
		}
	}
}

// TestTrainWithout checks that evidence can be left out, and only what is known.
func TestTrainWithout(t *testing.T) {
	path := filepath.Join(t.TempDir(), "few.jsonl")
	line := `{"id":"a","lang":"en","text":"The mill in Lyon belongs to Paul Brown.","mentions":[{"start":12,"end":16,"label":"place"}]}`
	if err := os.WriteFile(path, []byte(line+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	train := func(without ...string) (int, error) {
		b, err := name.Train(lexicon.Default(), name.Training{Lang: extract.English, Sources: []name.Source{{Path: path, Weight: 1}}, Learning: name.Learning{Epochs: 2, Runs: 1, Rate: 0.1, Least: 1}, Without: without})
		return len(b), err
	}
	all, err := train()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range name.Evidence() {
		less, err := train(kind)
		if err != nil {
			t.Fatal(err)
		}
		if kind != "spellings" && kind != "document" && less >= all {
			t.Errorf("without %s the model has %d bytes, with it %d", kind, less, all)
		}
	}
	if _, err := train("magic"); err == nil {
		t.Error("an unknown kind of evidence was accepted")
	}
}

// BenchmarkLoad reads the models that the first text of a language needs.
func BenchmarkLoad(b *testing.B) {
	for _, lang := range []extract.Lang{extract.English, extract.Simplified} {
		b.Run(string(lang), func(b *testing.B) {
			for b.Loop() {
				if err := name.Load(lang); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func FuzzStage(f *testing.F) {
	for _, s := range []string{"Wang Lin met U.S. men’s", "工信部副部长王林", "a\xff\xfe中\n“B", ""} {
		f.Add(s)
	}
	s := name.New(nil)
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []extract.Lang{extract.English, extract.Simplified} {
			d := &extract.Doc{ID: "fuzz", Lang: lang, Text: text}
			if err := s.Apply(context.Background(), d); err != nil {
				t.Fatal(err)
			}
			end := 0
			for _, m := range d.Mentions {
				if m.Start < end || m.End <= m.Start || m.End > len(text) {
					t.Fatalf("%s: bad span %v in %q", lang, m.Span, text)
				}
				end = m.End
			}
		}
	})
}

func BenchmarkStage(b *testing.B) {
	s := name.New(nil)
	for lang, line := range map[extract.Lang]string{
		extract.English:    "Small firms in Hebei sold more steel to Germany, said Wang Lin of the local bureau, while most orders from abroad fell for the second month.\n",
		extract.Simplified: "河北的中小企业向德国出口了更多钢材，当地工信局有关负责人王林表示，来自海外的订单连续第二个月有所下降。\n",
	} {
		text := ""
		for range 60 {
			text += line
		}
		b.Run(string(lang), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				d := &extract.Doc{ID: "bench", Lang: lang, Text: text}
				if err := s.Apply(context.Background(), d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
