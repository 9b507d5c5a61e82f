package speech_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
	"github.com/smelt-ie/smelt/extract/record"
	"github.com/smelt-ie/smelt/extract/speech"
	"pgregory.net/rapid"
)

// said is a quote as the marked cases see it.
type said struct {
	Speaker string // as written; "" when only described
	Verb    string
	Direct  bool
}

func (said) Label() extract.Label { return "quote" }

// names are the mentions that the earlier stages would have found.
var names = []extracttest.Named{
	{Name: "Lin Ruoxi", Value: &extract.Person{Role: "vice mayor", Body: "Qinghe Municipal Government"}},
	{Name: "Lin", Value: &extract.Person{Full: "Lin Ruoxi"}},
	{Name: "Marta Kovač", Value: &extract.Person{Role: "director"}},
	{Name: "Qinghe Municipal Government", Value: &extract.Body{Kind: "government"}},
	{Name: "Harbour Bank", Value: &extract.Body{Kind: "finance"}},
	{Name: "Morning Post", Value: &extract.Body{Kind: "media"}},
	{Name: "Tuesday", Value: &extract.Date{Value: "2024-03-05"}},
	{Name: "林若曦", Value: &extract.Person{Role: "副市长"}},
	{Name: "高远", Value: &extract.Person{Role: "局长", Body: "清河市商务局"}},
	{Name: "清河市商务局", Value: &extract.Body{Kind: "government"}},
	{Name: "晨报", Value: &extract.Body{Kind: "media"}},
	{Name: "5日", Value: &extract.Date{Value: "2024-03-05"}},
}

// sentences splits as plainly as the cases need: at a line's end, after 。, and
// after a full stop before a space.
func sentences(text string) []extract.Span {
	var out []extract.Span
	start := 0
	for i, c := range text {
		rest := text[i+utf8.RuneLen(c):]
		stop := c == '\n' || c == '。' && !strings.HasPrefix(rest, "”") || c == '.' && strings.HasPrefix(rest, " ") || (c == '”' || c == '"') && strings.HasSuffix(text[:i], "。")
		if stop || rest == "" {
			out = append(out, extract.Span{Start: start, End: len(text) - len(rest)})
			start = len(text) - len(strings.TrimLeft(rest, " \n"))
		}
	}
	return out
}

// run checks the cases one rule at a time: a case sees the quotes of its own
// rule alone.
func run(t *testing.T, lang extract.Lang, cases []extracttest.Case) {
	for _, rule := range speech.Rules(lang) {
		var mine []extracttest.Case
		for _, c := range cases {
			if c.Rule == rule {
				mine = append(mine, c)
			}
		}
		extracttest.Run(t, lang, []string{rule}, func(d *extract.Doc) []extract.Mention {
			return slices.DeleteFunc(quotes(t, d), func(m extract.Mention) bool { return m.Rule != rule })
		}, mine)
	}
}

func quotes(t testing.TB, d *extract.Doc) []extract.Mention {
	extracttest.Mark(d, names)
	d.Sentences = sentences(d.Text)
	if err := (speech.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	var out []extract.Mention
	for _, q := range d.Quotes {
		v := said{Verb: q.Verb, Direct: q.Direct}
		if q.Speaker >= 0 {
			v.Speaker = d.Mentions[q.Speaker].In(d.Text)
		}
		out = append(out, extract.Mention{Span: q.Span, Value: v, Rule: q.Rule, Confidence: q.Confidence})
	}
	return out
}

func want(speaker, verb string, direct bool) []extract.Value {
	return []extract.Value{said{speaker, verb, direct}}
}

func TestEnglish(t *testing.T) {
	run(t, extract.English, []extracttest.Case{
		{Rule: "en/quoted", In: "The fund opens in May. “⟦We will lend to every workshop that asks⟧,” said Lin Ruoxi, vice mayor of the city.", Want: want("Lin Ruoxi", "said", true)},
		{Rule: "en/quoted", In: "\"⟦We will lend to every workshop that asks⟧,\" Marta Kovač told reporters.", Want: want("Marta Kovač", "told", true)},
		{Rule: "en/quoted", In: "Lin Ruoxi, vice mayor of the city, said on Tuesday: “⟦No firm will be left behind.⟧”", Want: want("Lin Ruoxi", "said", true)},
		{Rule: "en/quoted", In: "Lin Ruoxi opened the hall. She said, “⟦No firm will be left behind.⟧ “", Want: want("Lin Ruoxi", "said", true)},
		{Rule: "en/quoted", In: "The loans go to Lin Ruoxi and her team. “⟦No firm in the city will be left behind this year⟧,” the vice mayor said.", Want: want("Lin Ruoxi", "said", true)},
		{Rule: "en/quoted", In: "Lin Ruoxi opened the hall. She thanked the banks, saying, “⟦No firm will be left behind.⟧”", Want: want("Lin Ruoxi", "saying", true)},
		{Rule: "en/quoted", In: "Marta Kovač, chief economist of the city, came. “⟦No firm in the city will be left behind⟧,” the chief economist said.", Want: want("Marta Kovač", "said", true)},
		{Rule: "en/quoted", In: "They praised Lin Ruoxi as the “queen of the harbour” on Tuesday."},
		{Rule: "en/quoted-on", In: "“We lend to workshops,” said Marta Kovač. “⟦We will lend more in the coming year.⟧”", Want: want("Marta Kovač", "", true)},
		{Rule: "en/quoted-on", In: "Nobody knew who spoke. “We will lend more in the coming year.”"},
		{Rule: "en/said", In: "Lin Ruoxi, vice mayor of the city, said at the opening that ⟦the fund would double by May⟧.", Want: want("Lin Ruoxi", "said", false)},
		{Rule: "en/said", In: "Marta Kovač believes ⟦the old tax should go⟧.", Want: want("Marta Kovač", "believes", false)},
		{Rule: "en/said", In: "⟦The fund will double by May⟧, said vice mayor Lin Ruoxi.", Want: want("Lin Ruoxi", "said", false)},
		{Rule: "en/said", In: "⟦The fund will double by May⟧, Harbour Bank announced on Tuesday.", Want: want("Harbour Bank", "announced", false)},
		{Rule: "en/said", In: "QINGHE, March 5 -- ⟦The fund will double by May⟧, Harbour Bank announced on Tuesday.", Want: want("Harbour Bank", "announced", false)},
		{Rule: "en/said", In: "Lin Ruoxi said outside the hall that ⟦the fund would double by May⟧.", Want: want("Lin Ruoxi", "said", false)},
		{Rule: "en/said", In: "Harbour Bank proposed on Tuesday to drop the clauses that bind workers."},
		{Rule: "en/quoted", In: "“⟦They left us in the cold⟧,” said Marta Kovač. “Nobody has a key.” Harbour Bank asked them to wait.", Want: want("Marta Kovač", "said", true)},
		{Rule: "en/said", In: "Lin Ruoxi on Tuesday said ⟦the fund would double by May⟧.", Want: want("Lin Ruoxi", "said", false)},
		{Rule: "en/said", In: "Marta Kovač of Harbour Bank said ⟦the fund would double by May⟧.", Want: want("Marta Kovač", "said", false)},
		{Rule: "en/said", In: "Lin Ruoxi called for ⟦cheaper loans to workshops⟧.", Want: want("Lin Ruoxi", "called for", false)},
		{Rule: "en/said", In: "Lin Ruoxi stressed ⟦the need to lend to workshops⟧.", Want: want("Lin Ruoxi", "stressed", false)},
		{Rule: "en/said", In: "Lin Ruoxi called on old friends and called the plan bold."},
		{Rule: "en/said", In: "Harbour Bank is large. The bank said ⟦it would lend more this year⟧.", Want: want("Harbour Bank", "said", false)},
		{Rule: "en/said", In: "Harbour Bank is large. The ministry said it would lend more this year."},
		{Rule: "en/said", In: "A Harbour Bank spokesperson said ⟦the fund would double by May⟧.", Want: want("Harbour Bank", "said", false)},
		{Rule: "en/said", In: "Marta Kovač told the Morning Post that ⟦loans were cheap⟧, while Lin Ruoxi said ⟦they were dear as ever⟧.", Want: []extract.Value{said{"Marta Kovač", "told", false}, said{"Lin Ruoxi", "said", false}}},
		{Rule: "en/said", In: "Harbour Bank is said to have lent too much, and the lawyer of Lin Ruoxi said nothing."},
		{Rule: "en/said", In: "Lin Ruoxi announced the winners and introduced a rule that workshops like."},
		{Rule: "en/said-on", In: "Lin Ruoxi said that the fund will double. ⟦We should lend to every workshop. Strengthen the links between banks and makers⟧. The forum was closed.", Want: want("Lin Ruoxi", "", false)},
		{Rule: "en/said-on", In: "The fund doubled. We should all be glad. It was late."},
		{Rule: "en/according-to", In: "According to the Morning Post, ⟦lending fell by a third last winter⟧.", Want: want("Morning Post", "According to", false)},
		{Rule: "en/according-to", In: "⟦Lending fell by a third last winter⟧, according to data released by Harbour Bank.", Want: want("Harbour Bank", "according to", false)},
		{Rule: "en/according-to", In: "According to the rules that bind Harbour Bank, lending is capped at a third."},
		{Rule: "en/turn", In: "Morning Post:\n⟦How will you help small firms?⟧\nLin Ruoxi:\n⟦Thank you. We lend.\nWe also teach.⟧", Want: []extract.Value{said{"Morning Post", "", true}, said{"Lin Ruoxi", "", true}}},
		{Rule: "en/listed", In: "Lin Ruoxi made two comments at the close. ⟦First, lend to makers. Second, teach them⟧.", Want: want("Lin Ruoxi", "made", false)},
		{Rule: "en/listed", In: "Lin Ruoxi made two comments at the close. The guests went home."},
		{Rule: "en/turn", In: "Lin Ruoxi:\n⟦We lend.⟧\nEvening Lantern Radio:\nAnd what else?\nLin Ruoxi:\n⟦We teach.\nThe measures are these:\nWe teach all.⟧", Want: []extract.Value{said{"Lin Ruoxi", "", true}, said{"Lin Ruoxi", "", true}}},
		{Rule: "en/turn", In: "Lin Ruoxi: a life for the harbour and its people\nThe book is out."},
	})
}

func TestChinese(t *testing.T) {
	run(t, extract.Simplified, []extracttest.Case{
		{Rule: "zh/quoted", In: "副市长林若曦5日在开幕式上表示：“⟦今年贷款总额将翻一番。⟧”", Want: want("林若曦", "表示", true)},
		{Rule: "zh/quoted", In: "“⟦今年贷款总额将翻一番。⟧”清河市商务局局长高远说。", Want: want("高远", "说", true)},
		{Rule: "zh/quoted", In: "林若曦走进车间。她说：“⟦订单比去年多了一倍。⟧”", Want: want("林若曦", "说", true)},
		{Rule: "zh/quoted", In: "林若曦被称作“港口女王”，工人们都认得她。"},
		{Rule: "zh/quoted-on", In: "“订单多了一倍，”高远说，“明年还要再多一倍。”他笑了。“⟦工人也要再招一百名。⟧”", Want: want("高远", "", true)},
		{Rule: "zh/quoted-on", In: "林若曦问：“你们最缺什么人手？”“缺年轻的工人。”"},
		{Rule: "zh/quoted-on", In: "车间里有人喊：“订单来了，大家加油。”"},
		{Rule: "zh/said", In: "林若曦指出，⟦小微企业是就业的蓄水池⟧。", Want: want("林若曦", "指出", false)},
		{Rule: "zh/said", In: "高远认为⟦下半年出口会继续回暖⟧。", Want: want("高远", "认为", false)},
		{Rule: "zh/said", In: "林若曦出席论坛并强调，⟦要把服务送到车间里去⟧。", Want: want("林若曦", "强调", false)},
		{Rule: "zh/said", In: "清河市商务局位于港区。该局表示，⟦补贴将在年底前发放完毕⟧。", Want: want("清河市商务局", "表示", false)},
		{Rule: "zh/said", In: "清河市商务局位于港区。该公司表示，补贴将在年底前发放完毕。"},
		{Rule: "zh/said", In: "高远在晨报撰文表示，⟦下半年出口会继续回暖⟧。", Want: want("高远", "表示", false)},
		{Rule: "zh/said", In: "高远对晨报记者说，⟦下半年出口会继续回暖⟧。", Want: want("高远", "说", false)},
		{Rule: "zh/said", In: "高远告诉晨报记者，⟦下半年出口会继续回暖⟧。", Want: want("高远", "告诉晨报记者", false)},
		{Rule: "zh/said", In: "清河市商务局发文称，⟦补贴将在年底前发放完毕⟧。", Want: want("清河市商务局", "称", false)},
		{Rule: "zh/said", In: "清河市商务局有关负责人透露，⟦补贴将在年底前发放完毕⟧。", Want: want("清河市商务局", "透露", false)},
		{Rule: "zh/said", In: "清河市商务局5日宣布，⟦补贴将在年底前发放完毕⟧。", Want: want("清河市商务局", "宣布", false)},
		{Rule: "zh/said", In: "记者对高远说，林若曦的小说说明了一切，对高远表示感谢。"},
		{Rule: "zh/quoted", In: "清河市商务局有关负责人透露，补贴已经发放。“⟦明年还会再发一批。⟧”该负责人说。", Want: want("清河市商务局", "说", true)},
		{Rule: "zh/said-on", In: "林若曦指出，小微企业是就业的蓄水池。⟦要把服务送到车间里去。将补贴发到企业手中⟧。论坛随后闭幕。", Want: want("林若曦", "", false)},
		{Rule: "zh/said-on", In: "林若曦走进车间。要把服务送到车间里去。"},
		{Rule: "zh/according-to", In: "据清河市商务局介绍，⟦今年以来出口增长两成⟧。", Want: want("清河市商务局", "介绍", false)},
		{Rule: "zh/according-to", In: "据晨报5日报道，⟦清河的出口增长两成⟧。", Want: want("晨报", "报道", false)},
		{Rule: "zh/according-to", In: "在局长高远看来，⟦小微企业缺的是订单⟧。", Want: want("高远", "看来", false)},
		{Rule: "zh/according-to", In: "据清河市商务局的规定，每家企业可以申请一次。"},
		{Rule: "zh/turn", In: "晨报记者：\n⟦请问贷款怎么申请？⟧\n林若曦：\n⟦谢谢。网上就能申请。\n三天到账。⟧", Want: []extract.Value{said{"晨报", "", true}, said{"林若曦", "", true}}},
		{Rule: "zh/listed", In: "林若曦在会上提出两点要求：⟦一是把贷款送到车间，二是把工人教好⟧。", Want: want("林若曦", "提出", false)},
		{Rule: "zh/listed", In: "林若曦收到企业提出的两点要求，随后离开会场。"},
		{Rule: "zh/turn", In: "林若曦：\n⟦网上就能申请。⟧\n夜灯广播电台：\n还有呢？\n林若曦：\n⟦具体措施如下：\n三天到账。⟧", Want: []extract.Value{said{"林若曦", "", true}, said{"林若曦", "", true}}},
		{Rule: "zh/turn", In: "林若曦：贷款要送到车间\n会议昨天闭幕。\n林若曦：贷款要送到车间里去"},
		{Rule: "zh/turn", In: "林若曦：贷款要送到车间里去\n会议昨天闭幕。"},
	})
}

// TestSeeds reports how many of the quotes of the five scraped articles come
// out with the right speaker, beginning and end.
func TestSeeds(t *testing.T) {
	f, err := os.Open("../../../shared/fixtures/seeds.jsonl")
	if err != nil {
		t.Skip("the labelled fixtures are not here: ", err)
	}
	defer f.Close()
	recs, err := record.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	speakers := map[string]int{}
	for _, rec := range recs {
		d := rec.Doc()
		gold, err := rec.Gold()
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range gold {
			d.Mentions = append(d.Mentions, g.Mention)
		}
		d.Sentences = sentences(d.Text)
		if err := (speech.Stage{}).Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		for _, q := range d.Quotes {
			if q.Speaker < 0 {
				t.Errorf("%s: a quote has no speaker: %q", d.ID, q.In(d.Text))
				continue
			}
			speakers[d.ID]++
		}
	}
	for id, n := range map[string]int{"seed-000": 1, "seed-002": 1, "seed-003": 6, "seed-004": 2} {
		if speakers[id] < n {
			t.Errorf("%s: %d quotes with a speaker, want at least %d", id, speakers[id], n)
		}
	}
}

func TestSpansStayInBounds(t *testing.T) {
	pieces := []string{"“", "”", "\"", "said", " ", ",", "，", ".", "。", "\n", "林若曦", "表示", "说", "：", ":", "Lin Ruoxi", "that", "He", "他", "据", "介绍", "According to ", "the fund is open to all", "要加强", "）", "(", "é", "5日", "并"}
	rapid.Check(t, func(rt *rapid.T) {
		text := ""
		for _, p := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(rt, "text") {
			text += p
		}
		lang := rapid.SampledFrom([]extract.Lang{extract.English, extract.Simplified}).Draw(rt, "lang")
		checkSpans(rt, &extract.Doc{Text: text, Lang: lang})
	})
}

type failer interface {
	Fatalf(format string, args ...any)
}

func checkSpans(t failer, d *extract.Doc) {
	extracttest.Mark(d, names)
	if err := (speech.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatalf("%v", err)
	}
	end := 0
	for _, q := range d.Quotes {
		if q.Start < end || q.End <= q.Start || q.End > len(d.Text) {
			t.Fatalf("quote %v is empty, out of order or out of the text %q", q.Span, d.Text)
		}
		if q.Speaker < -1 || q.Speaker >= len(d.Mentions) {
			t.Fatalf("speaker %d of %d mentions", q.Speaker, len(d.Mentions))
		}
		end = q.End
	}
}

func FuzzStage(f *testing.F) {
	f.Add("“We lend,” said Lin Ruoxi. “More.”\nLin: yes", true)
	f.Add("“订单。”高远说，“加。”\n林若曦：要", false)
	f.Fuzz(func(t *testing.T, text string, english bool) {
		lang := extract.Simplified
		if english {
			lang = extract.English
		}
		checkSpans(t, &extract.Doc{Text: text, Lang: lang})
	})
}
