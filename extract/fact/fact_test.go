package fact_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
	"github.com/smelt-ie/smelt/extract/fact"
	"github.com/smelt-ie/smelt/extract/link"
	"github.com/smelt-ie/smelt/extract/sentence"
	"pgregory.net/rapid"
)

func day(s string) *extract.Date {
	d, err := extract.ParseDay(s)
	if err != nil {
		panic(err)
	}
	return &extract.Date{Value: s, Kind: extract.DatePoint, First: d, Last: d}
}

// names are the mentions that the earlier stages would have found.
var names = []extracttest.Named{
	{Name: "Lin Ruoxi", Value: &extract.Person{Role: "vice mayor", Body: "Cangzhou Municipal Government"}},
	{Name: "Marta Kovač", Value: &extract.Person{}},
	{Name: "Berta Klein", Value: &extract.Person{Role: "governor"}}, {Name: "Emil Roth", Value: &extract.Person{Role: "President"}}, {Name: "丁一凡", Value: &extract.Person{Role: "市长"}},
	{Name: "Ana Horvat", Value: &extract.Person{Role: "former minister"}},
	{Name: "Cangzhou Municipal Government", Value: &extract.Body{Kind: "government"}},
	{Name: "Grants Bureau of the Ministry of Harbour Affairs", Value: &extract.Body{Kind: "government"}},
	{Name: "Willow Lending Expo", Value: &extract.Body{Kind: "other"}},
	{Name: "Harbour Bank", Value: &extract.Body{Kind: "finance"}},
	{Name: "Lantern Fund", Value: &extract.Body{Kind: "finance"}},
	{Name: "ASEAN", Value: &extract.Body{Kind: "international"}},
	{Name: "Cangzhou", Value: &extract.Place{}}, {Name: "Hebei Province", Value: &extract.Place{}},
	{Name: "Laos", Value: &extract.Place{}}, {Name: "Malaysia", Value: &extract.Place{}}, {Name: "Dezhou", Value: &extract.Place{}},
	{Name: "Willow Hall", Value: &extract.Place{Kind: "facility"}},
	{Name: "March 5", Value: day("2024-03-05")}, {Name: "May 2020", Value: &extract.Date{Value: "2020-05", Kind: extract.DateInterval, First: extract.Day{Year: 2020, Month: 5, Day: 1}, Last: extract.Day{Year: 2020, Month: 5, Day: 31}}},
	{Name: "three days", Value: &extract.Date{Value: "P3D", Kind: extract.DateDuration}},
	{Name: "林若曦", Value: &extract.Person{Role: "副市长"}}, {Name: "高远", Value: &extract.Person{Role: "局长", Body: "沧州市商务局"}}, {Name: "白露", Value: &extract.Person{Role: "前局长"}}, {Name: "丁宁", Value: &extract.Person{}},
	{Name: "沧州市商务局", Value: &extract.Body{Kind: "government"}}, {Name: "沧州市人民政府", Value: &extract.Body{Kind: "government"}}, {Name: "青木农业大学", Value: &extract.Body{Kind: "education"}},
	{Name: "青木农业大学作物系", Value: &extract.Body{Kind: "education"}}, {Name: "青木集团", Value: &extract.Body{Kind: "company"}}, {Name: "青木银行", Value: &extract.Body{Kind: "finance"}},
	{Name: "河北省", Value: &extract.Place{}}, {Name: "沧州市", Value: &extract.Place{}}, {Name: "中", Value: &extract.Place{}}, {Name: "甲", Value: &extract.Place{}}, {Name: "柳林镇", Value: &extract.Place{Kind: "town"}}, {Name: "德州市", Value: &extract.Place{}},
	{Name: "3月5日", Value: day("2024-03-05")}, {Name: "2024年", Value: &extract.Date{Value: "2024", Kind: extract.DateInterval, First: extract.Day{Year: 2024, Month: 1, Day: 1}, Last: extract.Day{Year: 2024, Month: 12, Day: 31}}}, {Name: "2020年", Value: &extract.Date{Value: "2020", Kind: extract.DateInterval, First: extract.Day{Year: 2020, Month: 1, Day: 1}, Last: extract.Day{Year: 2020, Month: 12, Day: 31}}},
}

func prepare(t testing.TB, d *extract.Doc) {
	extracttest.Mark(d, names)
	for _, s := range []interface {
		Apply(context.Context, *extract.Doc) error
	}{sentence.Stage{}, link.Stage{}, fact.Stage{}} {
		if err := s.Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRules holds for each rule the facts that a text must and must not give.
func TestRules(t *testing.T) {
	type c struct {
		rule, text string
		want       string // relation: subject | object | first day, by line, of the rule's own facts; "" for none
	}
	cases := []c{
		{"en/role", "Lin Ruoxi, vice mayor of the Cangzhou Municipal Government, opened the hall.", "holds_position: Lin Ruoxi | vice mayor of the Cangzhou Municipal Government | "},
		{"en/role", "They saw former minister Ana Horvat there.", "held_position: Ana Horvat | minister | "},
		{"en/role", "They saw Berta Klein, governor of Hebei Province, there.", "holds_position: Berta Klein | governor of Hebei Province | "},
		{"en/role", "They saw Laos President Emil Roth there.", "holds_position: Emil Roth | Laos President | "},
		{"en/role", "They saw Marta Kovač, who likes ministers.", ""},
		{"en/appointed", "On March 5, Marta Kovač was appointed director of Harbour Bank, which lends.", "holds_position: Marta Kovač | director of Harbour Bank | 2024-03-05"},
		{"en/appointed", "Marta Kovač was named in the report, and was appointed a seat.", ""},
		{"en/attended", "The China Harbour Forum was held on March 5. Lin Ruoxi, vice mayor of Cangzhou, and Marta Kovač attended the forum.", "attended: Lin Ruoxi | China Harbour Forum | 2024-03-05\nattended: Marta Kovač | China Harbour Forum | 2024-03-05"},
		{"en/attended", "Lin Ruoxi participated in the 5th Harbour Lending Conference.", "attended: Lin Ruoxi | 5th Harbour Lending Conference | "},
		{"en/attended", "Lin Ruoxi did not attend the Harbour Lending Conference, and the lawyer of Marta Kovač attended school.", ""},
		{"en/spoke", "Marta Kovač delivered a speech at the Harbour Lending Conference.", "attended: Marta Kovač | Harbour Lending Conference | "},
		{"en/spoke", "The Harbour Lending Conference was held. Marta Kovač delivered a speech.", "attended: Marta Kovač | Harbour Lending Conference | "},
		{"en/spoke", "Marta Kovač addressed the issue of lending.", ""},
		{"en/chaired", "Lin Ruoxi chaired the Harbour Lending Conference.", "chaired: Lin Ruoxi | Harbour Lending Conference | "},
		{"en/chaired", "Lin Ruoxi chaired a panel of friends.", ""},
		{"en/held-on", "On March 5, the Harbour Lending Expo was officially opened in Cangzhou.", "held_on: Harbour Lending Expo | March 5 | 2024-03-05"},
		{"en/held-on", "The Willow Lending Expo was held on March 5.", "held_on: Willow Lending Expo | March 5 | 2024-03-05"},
		{"en/held-on", "The World Conference on Lending in Cangzhou opened on March 5.", "held_on: World Conference on Lending | March 5 | 2024-03-05"},
		{"en/held-on", "The Spring Festival was held on March 5.", ""},
		{"en/held-on", "The Harbour Lending Expo was held for three days, and talks go on.", ""},
		{"en/held-in", "The Harbour Lending Expo was held in Cangzhou, Hebei Province, on March 5.", "located_in: Harbour Lending Expo | Cangzhou | 2024-03-05"},
		{"en/held-in", "The Harbour Lending Expo is organised by Harbour Bank in Cangzhou, and is free.", "located_in: Harbour Lending Expo | Cangzhou | "},
		{"en/held-in", "The Harbour Lending Expo was held again, making it the best known in Cangzhou.", ""},
		{"en/organised", "The Harbour Lending Expo is jointly organized by the Cangzhou Municipal Government and Harbour Bank, and is free.", "organised_by: Harbour Lending Expo | Cangzhou Municipal Government | \norganised_by: Harbour Lending Expo | Harbour Bank | "},
		{"en/organised", "Harbour Bank held a press conference on March 5.", "organised_by: press conference | Harbour Bank | "},
		{"en/organised", "The Harbour Lending Expo was hosted by the Cangzhou Municipal Government (Harbour Bank) and the Lantern Fund.", "organised_by: Harbour Lending Expo | Cangzhou Municipal Government | \norganised_by: Harbour Lending Expo | Lantern Fund | "},
		{"en/organised", "A walk organized by Harbour Bank pleased all.", ""},
		{"en/place-chain", "The hall stands in Cangzhou, Hebei Province.", "part_of: Cangzhou | Hebei Province | "},
		{"en/place-chain", "Guests came from Dezhou, Cangzhou and Laos.", ""},
		{"en/place-within", "They met at Willow Hall in Cangzhou.", "located_in: Willow Hall | Cangzhou | "},
		{"en/place-within", "They like Willow Hall, Cangzhou and Laos.", ""},
		{"en/body-name", "The Grants Bureau of the Ministry of Harbour Affairs pays.", "part_of: Grants Bureau of the Ministry of Harbour Affairs | Ministry of Harbour Affairs | "},
		{"en/body-name", "The Cangzhou Municipal Government pays.", "part_of: Cangzhou Municipal Government | Cangzhou | "},
		{"en/body-name", "Harbour Bank pays.", ""},
		{"en/body-under", "Lantern Fund, a subsidiary of Harbour Bank, pays.", "part_of: Lantern Fund | Harbour Bank | "},
		{"en/body-under", "Lantern Fund pays under a rule of Harbour Bank.", ""},
		{"en/members", "Guests from ASEAN countries such as Laos and Malaysia came.", "part_of: Laos | ASEAN | \npart_of: Malaysia | ASEAN | "},
		{"en/members", "Guests of Harbour Bank came from countries such as Laos.", ""},
		{"en/located", "Harbour Bank, headquartered in Cangzhou, lends.", "located_in: Harbour Bank | Cangzhou | "},
		{"en/located", "Harbour Bank lends on terms based in law, and Cangzhou borrows.", ""},
		{"en/established", "Lantern Fund was established in May 2020.", "established: Lantern Fund | May 2020 | 2020-05-01"},
		{"en/established", "Harbour Bank set up the Lantern Fund.", "established: Lantern Fund | Harbour Bank | "},
		{"en/established", "It was established that Harbour Bank set up a desk.", ""},
		{"en/bracket", "The harbour lending agreement (HLA) helps small firms.", "alias: harbour lending agreement | HLA | "},
		{"en/bracket", "Lending rose (see XYZ) and fell (USD 5 million) (QQQ).", ""},

		{"zh/role", "沧州市商务局局长高远到会，前局长白露也到会。", "holds_position: 高远 | 沧州市商务局局长 | \nheld_position: 白露 | 局长 | "},
		{"zh/role", "沧州市市长丁一凡到会。", "holds_position: 丁一凡 | 沧州市市长 | "},
		{"zh/role", "丁宁到会。", ""},
		{"zh/appointed", "3月5日，丁宁出任沧州市商务局局长，会议随后结束。", "holds_position: 丁宁 | 沧州市商务局局长 | 2024-03-05"},
		{"zh/appointed", "丁宁担任了很多工作。", ""},
		{"zh/attended", "3月5日，第五届沧州港口合作论坛举行。副市长林若曦、丁宁等出席论坛并致辞。", "attended: 丁宁 | 第五届沧州港口合作论坛 | 2024-03-05\nattended: 林若曦 | 第五届沧州港口合作论坛 | 2024-03-05"},
		{"zh/attended", "记者向丁宁了解，参加港口合作论坛的企业很多。", ""},
		{"zh/spoke", "副市长林若曦在第五届沧州港口合作论坛开幕式上致辞，丁宁在会上发言。", "attended: 林若曦 | 第五届沧州港口合作论坛 | \nattended: 丁宁 | 第五届沧州港口合作论坛 | "},
		{"zh/spoke", "第五届沧州港口合作论坛举行。副市长林若曦致辞，丁宁旁听。", "attended: 林若曦 | 第五届沧州港口合作论坛 | "},
		{"zh/spoke", "第五届沧州港口合作论坛举行。会场里有人围着丁宁的车。大家听了林若曦的讲话。", ""},
		{"zh/spoke", "林若曦在车间里讲话，声音在墙上发言。", ""},
		{"zh/chaired", "林若曦主持第五届沧州港口合作论坛。", "chaired: 林若曦 | 第五届沧州港口合作论坛 | "},
		{"zh/chaired", "林若曦主持工作。", ""},
		{"zh/held-on", "3月5日，2024年沧州大数据博览会开幕。", "held_on: 2024年沧州大数据博览会 | 3月5日 | 2024-03-05"},
		{"zh/held-on", "2020年沧州大数据博览会开幕。", ""},
		{"zh/held-on", "3月5日，村民举行了晚餐。", ""},
		{"zh/held-in", "第五届港口合作论坛在河北省沧州市举行。", "located_in: 第五届港口合作论坛 | 沧州市 | "},
		{"zh/held-in", "第五届港口合作论坛举行，沧州市的企业很高兴。", ""},
		{"zh/organised", "第五届港口合作论坛由沧州市人民政府、青木集团共同主办。", "organised_by: 第五届港口合作论坛 | 沧州市人民政府 | \norganised_by: 第五届港口合作论坛 | 青木集团 | "},
		{"zh/organised", "青木集团主办的比赛很多。", ""},
		{"zh/place-chain", "会场设在河北省沧州市。", "part_of: 沧州市 | 河北省 | "},
		{"zh/place-chain", "德州市和沧州市都派人来。", ""},
		{"zh/place-within", "沧州市柳林镇修路。", "part_of: 柳林镇 | 沧州市 | "},
		{"zh/place-within", "沧州市、柳林镇修路，中甲关系升温。", ""},
		{"zh/body-name", "青木农业大学作物系招生。", "part_of: 青木农业大学作物系 | 青木农业大学 | "},
		{"zh/body-name", "青木农业大学招生。", ""},
		{"zh/body-under", "青木集团旗下青木银行开业。", "part_of: 青木银行 | 青木集团 | "},
		{"zh/body-under", "青木集团的旗下品牌很多，青木银行开业。", ""},
		{"zh/located", "青木集团位于河北省沧州市。", "located_in: 青木集团 | 沧州市 | "},
		{"zh/located", "青木集团位于沧州市的工厂停工。", ""},
		{"zh/located", "青木集团位于沧州市附近。", ""},
		{"zh/located", "港口中心由青木集团设在沧州市。", ""},
		{"zh/established", "青木银行成立于2020年。青木集团设立青木农业大学。", "established: 青木银行 | 2020年 | 2020-01-01\nestablished: 青木农业大学 | 青木集团 | "},
		{"zh/established", "青木集团成立了工作专班。", ""},
		{"zh/established", "3月5日，青木集团将设立青木银行。", ""},
		{"zh/bracket", "青木农业大学（QAU）招生，港口借贷协议（HLA）生效。", ""},
		{"zh/named", "青木农业大学（以下简称“青农大”）招生。", "alias: 青木农业大学 | 青农大 | "},
		{"zh/named", "这份协议简称为《办法》，青木集团签了字。", ""},
	}
	good, bad := map[string]bool{}, map[string]bool{}
	for i, k := range cases {
		good[k.rule], bad[k.rule] = good[k.rule] || k.want != "", bad[k.rule] || k.want == ""
		t.Run(fmt.Sprintf("%03d/%s", i, k.rule), func(t *testing.T) {
			lang := extract.English
			if strings.HasPrefix(k.rule, "zh") {
				lang = extract.Simplified
			}
			d := &extract.Doc{Lang: lang, Text: k.text}
			prepare(t, d)
			var got []string
			for _, f := range d.Facts {
				if f.Rule == k.rule {
					got = append(got, fmt.Sprintf("%s: %s | %s | %s", f.Relation, f.Subject, f.Object, f.First))
				}
			}
			if strings.Join(got, "\n") != k.want {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", k.text, strings.Join(got, "\n"), k.want)
			}
		})
	}
	for _, lang := range []extract.Lang{extract.English, extract.Simplified} {
		for _, r := range fact.Rules(lang) {
			if !good[r] && r != "zh/bracket" || !bad[r] {
				t.Errorf("rule %s lacks a text that gives a fact or one that gives none", r)
			}
		}
	}
}

func TestAliasAcrossLanguages(t *testing.T) {
	d := &extract.Doc{Lang: extract.Simplified, Text: "玛尔塔·科瓦奇（Marta Kovač）到会。"}
	extracttest.Mark(d, []extracttest.Named{{Name: "玛尔塔·科瓦奇", Value: &extract.Person{}}, {Name: "Marta Kovač", Value: &extract.Person{}}})
	ctx := context.Background()
	if err := (link.Stage{}).Apply(ctx, d); err != nil {
		t.Fatal(err)
	}
	if err := (fact.Stage{}).Apply(ctx, d); err != nil {
		t.Fatal(err)
	}
	if len(d.Facts) != 1 || d.Facts[0].Rule != "zh/bracket" || d.Facts[0].Object != "Marta Kovač" {
		t.Errorf("facts %+v, want one alias", d.Facts)
	}
}

type failer interface {
	Fatalf(format string, args ...any)
}

func check(t failer, d *extract.Doc) {
	for _, f := range d.Facts {
		if f.Start < 0 || f.End > len(d.Text) || f.Start >= f.End {
			t.Fatalf("fact %+v is out of the text %q", f, d.Text)
		}
		if !slices.Contains(fact.Relations, f.Relation) || !slices.Contains(fact.Rules(d.Lang), f.Rule) {
			t.Fatalf("fact %+v has an unknown relation or rule", f)
		}
		if f.Confidence <= 0 || f.Confidence > 1 || f.Subject == "" || f.Object == "" {
			t.Fatalf("fact %+v lacks a side or has an odd confidence", f)
		}
	}
}

func TestAnyText(t *testing.T) {
	var pieces []string
	for _, n := range names {
		pieces = append(pieces, n.Name)
	}
	pieces = append(pieces, " ", ", ", "，", "。", ". ", "（", "）", " (", ")", "HLA", "论坛", "Forum", " attended ", "出席", "举行", "在", " was held in ", " organized by ", "由", "主办", "成立", "了", "简称", "“", "”", "the meeting", "\n", "é", " was appointed director", "任命", "为局长", "位于", "的", " such as ", " countries")
	rapid.Check(t, func(rt *rapid.T) {
		d := &extract.Doc{Lang: rapid.SampledFrom([]extract.Lang{extract.English, extract.Simplified}).Draw(rt, "lang")}
		d.Text = strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(rt, "text"), "")
		prepare(t, d)
		check(rt, d)
	})
}

func FuzzStage(f *testing.F) {
	f.Add("The Harbour Expo (HE) was held in Cangzhou. Lin Ruoxi attended the expo.", true)
	f.Add("第五届论坛在沧州市举行，林若曦出席。", false)
	f.Fuzz(func(t *testing.T, text string, english bool) {
		d := &extract.Doc{Lang: extract.Simplified, Text: text}
		if english {
			d.Lang = extract.English
		}
		prepare(t, d)
		check(t, d)
	})
}
