package sentence_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/neurosnap/sentences/english"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/sentence"
)

// cases mark the end of every sentence with ¦; the rest is the text.
var cases = []string{
	// Full stops that are none.
	"Dr. Alan Reed met Mr. Zhao at 9 a.m. on Jan. 5 in St. Louis.¦ It rained.¦",
	"The fund paid $3.5 million to Hollis Co., Ltd. of Dublin.¦ Nobody objected.¦",
	"Shares of Arden Inc. rose.¦ The order went to Arden Inc.¦ The firm said so.¦",
	"It was founded in the U.S. in 1998.¦ He moved to the U.S.¦ The rest stayed.¦ U.S. President Carla Moss agreed.¦",
	"See No. 12 and Fig. 3.¦ The answer was no.¦ They left.¦",
	"Visit www.example.com or write to a.b@example.org today.¦ Thanks.¦",
	"George W. Hale and J. R. Stone signed.¦",
	"We import tea, rice, etc.¦ Exports fell.¦",
	"The shop opens at 8 p.m.¦ Guests wait.¦",
	"He sat.¦ John stood in the sun.¦ Beijing was hot.¦",
	"The 7 p.m. “Open Stage” gala drew 300 people. .¦\n*** Next .¦",
	// List markers stay with their item.
	"1. Speed up lending.¦\n2. Cut fees. ¦\nII. Outlook¦",
	// Quotation marks and brackets.
	"“We will act.”¦ Nobody spoke.¦ \"Why now?\" he asked.¦ \"Because!\"¦ She left.¦",
	"The plan (see p. 4. It is long) passed.¦ (It was late. ¦Nobody cared.)¦",
	"They waited... and waited.¦ Then...¦ Nothing.¦",
	// The space that scraping lost.
	"The zone met its goals.¦The city plans more.¦",
	// Line breaks always end a sentence.
	"Economic Weekly:¦\nMy question is short\n¦\n  Thank you.  ¦",
	// Chinese.
	"今年以来，全市新增企业1.2万家。¦增长3.5%！¦真的吗？¦\n记者 李一¦",
	"他说：“第一步要快。¦第二步要稳。”¦会议随后结束。¦",
	"“冲啊！”的口号响起。¦《出发吧！少年》今晚播出。¦",
	"（记者王一。摄影李二）会议开幕。¦企业说……¦然后呢？！¦",
	"“好极了！”¦他喊道。¦一是减税；二是降费。¦",
	"他在Arden Inc.任职。¦共3.5亿元.¦",
	"平台（www.example.cn）上线。¦访问量增长!¦用户翻番?¦是。¦",
}

func TestSplit(t *testing.T) {
	for _, c := range cases {
		text := strings.ReplaceAll(c, "¦", "")
		var want, got []string
		for part := range strings.SplitSeq(c, "¦") {
			if p := strings.TrimSpace(part); p != "" {
				want = append(want, p)
			}
		}
		for _, s := range sentence.Split(text) {
			got = append(got, s.In(text))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\ngot  %q\nwant %q", text, got, want)
		}
	}
}

func TestStageSetsSentences(t *testing.T) {
	d := &extract.Doc{Text: "一。二。"}
	if err := (sentence.Stage{}).Apply(context.Background(), d); err != nil || len(d.Sentences) != 2 {
		t.Fatalf("Apply: %v, sentences %v", err, d.Sentences)
	}
}

// sound fails unless the sentences obey what Split promises and cover all
// that is visible.
func sound(t *testing.T, text string) {
	t.Helper()
	at, covered := 0, ""
	for _, s := range sentence.Split(text) {
		if s.Start < at || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("%q: span %v after offset %d", text, s, at)
		}
		in := s.In(text)
		if strings.TrimSpace(in) != in || strings.ContainsAny(in, "\r\n") {
			t.Fatalf("%q: sentence %q has space at its edge or a line break", text, in)
		}
		if utf8.ValidString(text) && !utf8.ValidString(in) {
			t.Fatalf("%q: sentence %q cuts a character", text, in)
		}
		at, covered = s.End, covered+in
	}
	squeeze := func(s string) string {
		s = strings.NewReplacer("\u200b", "", "\ufeff", "").Replace(s)
		return strings.Join(strings.Fields(s), "")
	}
	if squeeze(covered) != squeeze(text) {
		t.Fatalf("%q: sentences leave out or repeat text: %q", text, covered)
	}
}

func FuzzSplit(f *testing.F) {
	for _, c := range cases {
		f.Add(strings.ReplaceAll(c, "¦", ""))
	}
	f.Add("(((((((.")
	f.Add("\xe3\x80。\xff.")
	f.Fuzz(func(t *testing.T, text string) { sound(t, text) })
}

func sample() string {
	var b strings.Builder
	for i := 0; b.Len() < 1<<20; i++ {
		b.WriteString(strings.ReplaceAll(cases[i%len(cases)], "¦", ""))
		b.WriteString(" The minister said that small firms (those with fewer than 50 people) had borrowed 3.5 billion yuan by Sept. 30, up 12 percent from a year earlier.\n")
	}
	return b.String()
}

func BenchmarkSplit(b *testing.B) {
	text := sample()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		sentence.Split(text)
	}
}

// BenchmarkPunkt is the yardstick: the trained splitter on the same text.
func BenchmarkPunkt(b *testing.B) {
	tok, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		b.Fatal(err)
	}
	text := sample()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tok.Tokenize(text)
	}
}
