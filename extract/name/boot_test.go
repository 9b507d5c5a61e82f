package name

import (
	"context"
	"encoding/json"
	"fmt"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/record"
	"os"
	"testing"
	"time"
)

func bootSources(lang string) []Source {
	F := "/work/shared/fixtures/news_train_" + lang + ".jsonl"
	s := []Source{{F, "", 1}, {"../../corpus/labelled/train_" + lang + ".jsonl", "", 1}, {"/work/labelled/news_extra_" + lang + "_a.jsonl", "", 0.8}, {"/work/labelled/news_extra_" + lang + "_b.jsonl", "", 0.8}}
	if lang == "en" {
		s = append(s, Source{"/work/shared/data/wikigold.conll", "wikigold", 0.5})
	} else {
		s = append(s, Source{"/work/shared/data/uner/zh_gsdsimp-train.jsonl", "uner", 0.5})
	}
	return s
}
func TestBootTrain(t *testing.T) {
	lang := os.Getenv("BOOT")
	if lang == "" {
		t.Skip()
	}
	l := extract.English
	if lang == "zh" {
		l = extract.Simplified
	}
	set := DefaultLearning()
	if e := os.Getenv("SET"); e != "" {
		if err := json.Unmarshal([]byte(e), &set); err != nil {
			t.Fatal(err)
		}
	}
	began := time.Now()
	b, err := Train(lexicon.Default(), Training{Lang: l, Sources: bootSources(lang), Licence: "CC BY 4.0 and CC BY-SA 4.0 parts", Learning: set, Check: os.Getenv("CV") != ""})
	if err != nil {
		t.Fatal(err)
	}
	h, _, _ := unpack(b)
	fmt.Println(lang, os.Getenv("SET"), len(b), time.Since(began), h.Scores)
	if out := os.Getenv("OUT"); out != "" {
		os.WriteFile(out, b, 0o644)
	}
}
func TestBootPredict(t *testing.T) {
	in := os.Getenv("IN")
	if in == "" {
		t.Skip()
	}
	f, _ := os.Open(in)
	rs, err := record.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	o, _ := os.Create(os.Getenv("OUT"))
	enc := json.NewEncoder(o)
	s := New(nil)
	for i := range rs {
		d := rs[i].Doc()
		if err := s.Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		d.Mentions = extract.Resolve(d.Mentions)
		enc.Encode(record.Of(d))
	}
}
