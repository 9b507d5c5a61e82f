package figure_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/figure"
	"github.com/smelt-ie/smelt/extract/record"
)

// itemTally counts the labelled figures that were found with their very span
// and whose label has an item.
type itemTally struct{ labelled, same, overlap, empty int }

// TestItems holds the floors of what is counted or measured on the labelled
// news: how often the item is the label's, how often it shares a word with it
// (in Chinese, a pair of characters). SMELT_ERRORS=1 prints what shares none.
func TestItems(t *testing.T) {
	for _, c := range []struct {
		file          string // relative to the package
		same, overlap float64
	}{
		{"../../../shared/fixtures/news_train_en", 71, 88}, {"../../../shared/fixtures/news_dev_en", 73, 83},
		{"../../../shared/fixtures/news_train_zh", 77, 88}, {"../../../shared/fixtures/news_dev_zh", 57, 83}, {"../../corpus/labelled/zh", 77, 84},
	} {
		recs, err := record.ReadAll(open(t, c.file+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		var n itemTally
		for i := range recs {
			n.record(t, &recs[i])
		}
		same, overlap := 100*float64(n.same)/float64(n.labelled), 100*float64(n.overlap)/float64(n.labelled)
		t.Logf("%s: %d items; the same %.1f%%, sharing a word %.1f%%, none found %d", c.file, n.labelled, same, overlap, n.empty)
		if same < c.same || overlap < c.overlap {
			t.Errorf("%s: below the floors %.1f and %.1f", c.file, c.same, c.overlap)
		}
	}
}

func (n *itemTally) record(t *testing.T, rec *record.Record) {
	d := rec.Doc()
	if err := (figure.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	found := map[extract.Span]*extract.Figure{}
	for i := range d.Mentions {
		found[d.Mentions[i].Span] = d.Mentions[i].Value.(*extract.Figure)
	}
	labelled, err := rec.Gold()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range labelled {
		if g.Label() != extract.LabelFigure || g.Optional {
			continue
		}
		want, got := g.Value.(*extract.Figure).Item, found[g.Span]
		if want == "" || got == nil {
			continue
		}
		n.labelled++
		shared := shares(got.Item, want, d.Lang)
		switch {
		case got.Item == want:
			n.same++
		case got.Item == "":
			n.empty++
		}
		if shared {
			n.overlap++
		}
		if os.Getenv("SMELT_ERRORS") == "all" && got.Item != want || os.Getenv("SMELT_ERRORS") == "1" && !shared {
			t.Logf("%q of %q, got %q\n\t%s", want, g.Span.In(d.Text), got.Item, sentenceAround(d.Text, g.Span))
		}
	}
}

// TestItemOf shows what a figure is said of.
func TestItemOf(t *testing.T) {
	for _, c := range []struct {
		lang extract.Lang
		in   string
		want []string
	}{
		{extract.Simplified, "比赛吸引了11位年轻选手亮相。", []string{"年轻选手"}},
		{extract.Simplified, "店里来了3名进入超市的顾客。", []string{"顾客"}},
		{extract.Simplified, "违者处以1000欧元罚金。", []string{"罚金"}},
		{extract.Simplified, "工厂里有5人死亡。", []string{"死亡"}},
		{extract.Simplified, "全市共有工会23个。", []string{"工会"}},
		{extract.Simplified, "今年出口额增长7.5%。", []string{"出口额"}},
		{extract.Simplified, "新增病例22例（甲镇13例）。", []string{"新增病例", "新增病例"}},
		{extract.Simplified, "村里有6名高中学生落水。", []string{"高中学生"}},
		{extract.Simplified, "展厅里摆着12幅油画准备拍卖。", []string{"油画"}},
		{extract.Simplified, "他们佩服两位琴师精湛的手艺。", []string{"琴师"}},
		{extract.Simplified, "剧场来了80个民间演出团体。", []string{"民间演出团体"}},
		{extract.Simplified, "消防员救出受困村民20人。", []string{"受困村民"}},
		{extract.Simplified, "35岁的王若昕是木匠。", []string{"王若昕"}},
		{extract.Simplified, "画家赵桂兰病逝，享年90岁。", []string{"赵桂兰"}},
		{extract.Simplified, "9岁的安娜·别洛娃和弟弟下棋。", []string{"安娜·别洛娃"}},
		{extract.Simplified, "大雨波及江苏、浙江两省。", []string{"省"}},
		{extract.Simplified, "产品销往8个省（区、市）。", []string{"省（区、市）"}},
		{extract.Simplified, "机上3人全部获救。", []string{"人"}},
		{extract.Simplified, "山洪中有2人在泥石流中丧生。", []string{"丧生"}},
		{extract.Simplified, "在场的4人前往展厅。", []string{"前往展厅"}},
		{extract.Simplified, "甲县新增病例9例，乙县8例。", []string{"新增病例", "新增病例"}},
		{extract.Simplified, "工厂招了30人，其中12名是女工。", []string{"工厂", "女工"}},
		{extract.Simplified, "镇上有40家作坊，其中三分之一位于河边。", []string{"作坊", "作坊"}},
		{extract.Simplified, "员工由20人增至50人。", []string{"员工", "员工"}},
		{extract.Simplified, "收益率从去年的2%下滑到1.5%。", []string{"收益率", "收益率"}},
		{extract.Simplified, "出口占收入的9%。", []string{"出口"}},
		{extract.Simplified, "西部地区投资增长3%。", []string{"西部地区投资"}},
		{extract.Simplified, "去年办结案件300件，是上年的2倍。", []string{"案件", "案件"}},
		{extract.Simplified, "这座人口超30万的城市很美。", []string{"人口"}},
		{extract.Simplified, "七成受访者表示满意。", []string{"受访者"}},
		{extract.Simplified, "房租每月涨到每间900元。", []string{"房租"}},
		{extract.Simplified, "固定资产投资（不含农户）20亿元。", []string{"固定资产投资"}},
		{extract.Simplified, "茶节已成功举办12届。", []string{"茶节"}},
		{extract.Simplified, "中国有500万“大学生村官”。", []string{"大学生村官"}},
		{extract.English, "The mill (built in spring), which has 300 looms, paid $5,000.", []string{"looms", "mill"}},
		{extract.English, "The bakery said it would invest $3 million.", []string{"bakery"}},
		{extract.English, "The clinic saw 22 new patients (13 from the north, 9 from the south).", []string{"new patients", "new patients", "new patients"}},
		{extract.English, "Shares of the brewery fell 3 percent in early trade.", []string{"Shares of the brewery"}},
		{extract.English, "The shop sells the blue kettle for 60 yuan on Mondays.", []string{"blue kettle"}},
		{extract.English, "Rents went down, having dropped by 4% in spring.", []string{"Rents"}},
		{extract.English, "The barn is worth exactly $2,000.", []string{"barn"}},
		{extract.English, "It may fill 30 percent of the hall's total space.", []string{"hall's total space"}},
		{extract.English, "The 5,038 boats and crews cost $3,000.", []string{"boats and crews", "boats and crews"}},
		{extract.English, "Wages came up, with 5 million yuan in cash paid.", []string{"Wages"}},
		{extract.English, "He owns sites including: the Elm Lane house, Leeds, $90,000, the Oak Lane barn, York, $50,000.", []string{"sites", "sites"}},
		{extract.Simplified, "桌子长2米、宽80厘米。", []string{"桌子长", "宽"}},
	} {
		var got []string
		for _, m := range find(&extract.Doc{Lang: c.lang, Text: c.in}) {
			got = append(got, m.Value.(*extract.Figure).Item)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.in, diff)
		}
	}
}

// shares reports whether two items have a word or a pair of characters in common.
func shares(a, b string, lang extract.Lang) bool {
	parts := map[string]bool{}
	for _, p := range itemParts(a, lang) {
		parts[p] = true
	}
	for _, p := range itemParts(b, lang) {
		if parts[p] {
			return true
		}
	}
	return false
}

func itemParts(s string, lang extract.Lang) []string {
	if !lang.Chinese() {
		var words []string
		for _, w := range strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return strings.ContainsRune(" ,.'’-()", c) }) {
			switch w {
			case "of", "the", "a", "an", "and", "in", "to", "for":
			default:
				words = append(words, strings.TrimSuffix(w, "s"))
			}
		}
		return words
	}
	runes := []rune(s)
	if len(runes) == 1 {
		return []string{s}
	}
	var pairs []string
	for i := 1; i < len(runes); i++ {
		pairs = append(pairs, string(runes[i-1:i+1]))
	}
	return pairs
}

func sentenceAround(text string, s extract.Span) string {
	start, end := max(0, s.Start-150), min(len(text), s.End+80)
	return strings.ToValidUTF8(text[start:s.Start]+"<<"+s.In(text)+">>"+text[s.End:end], "")
}
