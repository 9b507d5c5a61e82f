package link_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/link"
	"pgregory.net/rapid"
)

func person(role, full string) *extract.Person { return &extract.Person{Role: role, Full: full} }
func body(kind string) *extract.Body           { return &extract.Body{Kind: kind} }

var place = &extract.Place{}

func apply(t testing.TB, lang extract.Lang, text string, names []extracttest.Named) *extract.Doc {
	d := &extract.Doc{ID: "case", Lang: lang, Text: text}
	extracttest.Mark(d, names)
	if err := (link.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	return d
}

// ids is the mentions in order, each as written with its id.
func ids(d *extract.Doc) string {
	var b strings.Builder
	for i := range d.Mentions {
		m := &d.Mentions[i]
		b.WriteString(m.In(d.Text) + " = " + m.EntityID + "\n")
	}
	return b.String()
}

func TestIDs(t *testing.T) {
	for _, c := range []struct {
		name  string
		lang  extract.Lang
		text  string
		names []extracttest.Named
		want  string
	}{
		{"surname to full name", extract.English, "Lin Ruoxi spoke first. Then Lin left.",
			[]extracttest.Named{{Name: "Lin Ruoxi", Value: person("", "")}, {Name: "Lin", Value: person("", "")}},
			"Lin Ruoxi = person/lin-ruoxi\nLin = person/lin-ruoxi\n"},
		{"spelling joined", extract.English, "Linruo made a point after Lin Ruo had spoken.",
			[]extracttest.Named{{Name: "Lin Ruo", Value: person("", "")}, {Name: "Linruo", Value: person("", "")}},
			"Linruo = person/lin-ruo\nLin Ruo = person/lin-ruo\n"},
		{"western surname and given name", extract.English, "Marta Kovač opened the fair. Kovač thanked all. Later Marta left with Ana Kovač Horvat.",
			[]extracttest.Named{{Name: "Marta Kovač", Value: person("", "")}, {Name: "Kovač", Value: person("", "")}, {Name: "Marta", Value: person("", "")}, {Name: "Ana Kovač Horvat", Value: person("", "")}},
			"Marta Kovač = person/marta-kovac\nKovač = person/marta-kovac\nMarta = person/marta-kovac\nAna Kovač Horvat = person/ana-kovac-horvat\n"},
		{"same surname, the last named before", extract.English, "Lin Ruoxi met Lin Hao. Lin smiled.",
			[]extracttest.Named{{Name: "Lin Ruoxi", Value: person("", "")}, {Name: "Lin Hao", Value: person("", "")}, {Name: "Lin", Value: person("", "")}},
			"Lin Ruoxi = person/lin-ruoxi\nLin Hao = person/lin-hao\nLin = person/lin-hao\n"},
		{"same surname, as it was meant before", extract.English, "Kovač is back. Marta Kovač opened the fair. Kovač thanked all. Her brother Ivo Kovač clapped. Kovač smiled.",
			[]extracttest.Named{{Name: "Marta Kovač", Value: person("", "")}, {Name: "Ivo Kovač", Value: person("", "")}, {Name: "Kovač", Value: person("", "Ivo Kovač")}},
			"Kovač = person/marta-kovac\nMarta Kovač = person/marta-kovac\nKovač = person/marta-kovac\nIvo Kovač = person/ivo-kovac\nKovač = person/marta-kovac\n"},
		{"same surname, told by the role", extract.English, "Mayor Lin Ruoxi met Lin Hao. Mayor Lin smiled.",
			[]extracttest.Named{{Name: "Lin Ruoxi", Value: person("Mayor", "")}, {Name: "Lin Hao", Value: person("", "")}, {Name: "Lin", Value: person("Mayor", "")}},
			"Lin Ruoxi = person/lin-ruoxi\nLin Hao = person/lin-hao\nLin = person/lin-ruoxi\n"},
		{"a surname alone is of this article only", extract.English, "Nobody but Lin came.",
			[]extracttest.Named{{Name: "Lin", Value: person("", "")}}, "Lin = person/lin-448cc798\n"},
		{"a lone foreign name takes its role", extract.English, "Prosecutor Moreau came.",
			[]extracttest.Named{{Name: "Moreau", Value: person("Prosecutor", "")}}, "Moreau = person/moreau-prosecutor\n"},
		{"Chinese names by pinyin, and short forms", extract.Simplified, "副市长林若曦到会，林副市长讲话，若曦说好。",
			[]extracttest.Named{{Name: "林若曦", Value: person("副市长", "")}, {Name: "林", Value: person("副市长", "")}, {Name: "若曦", Value: person("", "")}},
			"林若曦 = person/lin-ruoxi\n林 = person/lin-ruoxi\n若曦 = person/lin-ruoxi\n"},
		{"surname read as a surname", extract.Simplified, "单若曦和曾雨桐到会。",
			[]extracttest.Named{{Name: "单若曦", Value: person("", "")}, {Name: "曾雨桐", Value: person("", "")}},
			"单若曦 = person/shan-ruoxi\n曾雨桐 = person/zeng-yutong\n"},
		{"one-character given names stay apart", extract.Simplified, "高远和高原都到了。",
			[]extracttest.Named{{Name: "高远", Value: person("", "")}, {Name: "高原", Value: person("", "")}},
			"高远 = person/高远\n高原 = person/高原\n"},
		{"foreign names get no pinyin", extract.Simplified, "塔斯特和法国总统马若曦到会。",
			[]extracttest.Named{{Name: "塔斯特", Value: person("", "")}, {Name: "法国", Value: place}, {Name: "马若曦", Value: person("总统", "")}},
			"塔斯特 = person/塔斯特\n法国 = place/FR\n马若曦 = person/马若曦\n"},
		{"a bracket gives the name in the other script", extract.Simplified, "玛尔塔·科瓦奇（Marta Kovač）到会，科瓦奇讲话。",
			[]extracttest.Named{{Name: "玛尔塔·科瓦奇", Value: person("", "")}, {Name: "Marta Kovač", Value: person("", "")}, {Name: "科瓦奇", Value: person("", "")}},
			"玛尔塔·科瓦奇 = person/marta-kovac\nMarta Kovač = person/marta-kovac\n科瓦奇 = person/marta-kovac\n"},

		{"cities in both languages", extract.English, "The forum met in Cangzhou City, Hebei Province, China.",
			[]extracttest.Named{{Name: "Cangzhou City", Value: place}, {Name: "Hebei Province", Value: place}, {Name: "China", Value: place}},
			"Cangzhou City = place/CN-130900\nHebei Province = place/CN-130000\nChina = place/CN\n"},
		{"cities in both languages, zh", extract.Simplified, "论坛在河北省沧州市举行，沧州是主办城市。",
			[]extracttest.Named{{Name: "河北省", Value: place}, {Name: "沧州市", Value: place}, {Name: "沧州", Value: place}},
			"河北省 = place/CN-130000\n沧州市 = place/CN-130900\n沧州 = place/CN-130900\n"},
		{"one name, told by the parent before it", extract.Simplified, "北京市朝阳区的企业多，长春市朝阳区的企业少。",
			[]extracttest.Named{{Name: "北京市", Value: place}, {Name: "长春市", Value: place}, {Name: "朝阳区", Value: place}},
			"北京市 = place/CN-110000\n朝阳区 = place/CN-110105\n长春市 = place/CN-220100\n朝阳区 = place/CN-220104\n"},
		{"one name, told by the article", extract.Simplified, "会议在长春市召开。朝阳区派人参加。",
			[]extracttest.Named{{Name: "长春市", Value: place}, {Name: "朝阳区", Value: place}},
			"长春市 = place/CN-220100\n朝阳区 = place/CN-220104\n"},
		{"one name, nothing tells", extract.Simplified, "朝阳区的企业派人参加。",
			[]extracttest.Named{{Name: "朝阳区", Value: place}}, "朝阳区 = place/朝阳区\n"},
		{"a county of China is not meant in an article about another country", extract.English, "Vietnam and Vietnam's Anlu zone grow.",
			[]extracttest.Named{{Name: "Vietnam", Value: place}, {Name: "Anlu", Value: place}},
			"Vietnam = place/VN\nVietnam = place/VN\nAnlu = place/anlu\n"},
		{"a dateline of two words in capitals", extract.English, "HONG KONG, July 1. Rain fell.",
			[]extracttest.Named{{Name: "HONG KONG", Value: place}}, "HONG KONG = place/CN-810000\n"},
		{"one character for a country", extract.Simplified, "对美贸易增长，巴西商人来访，中巴贸易也增长。",
			[]extracttest.Named{{Name: "美", Value: place}, {Name: "巴西", Value: place}, {Name: "巴", Value: place}},
			"美 = place/US\n巴西 = place/BR\n巴 = place/BR\n"},
		{"a sea before the county of its name", extract.Simplified, "船队驶向东海。",
			[]extracttest.Named{{Name: "东海", Value: place}}, "东海 = place/east-china-sea\n"},
		{"governments of countries", extract.English, "The Chinese government met the government of Fiji.",
			[]extracttest.Named{{Name: "Chinese government", Value: body("")}, {Name: "government of Fiji", Value: body("")}},
			"Chinese government = body/cn-government\ngovernment of Fiji = body/government-of-fiji\n"},
		{"governments of countries, zh", extract.Simplified, "中国政府和日本政府磋商。",
			[]extracttest.Named{{Name: "中国政府", Value: body("")}, {Name: "日本政府", Value: body("")}},
			"中国政府 = body/cn-government\n日本政府 = body/jp-government\n"},
		{"districts run together and in a chain", extract.English, "The Urumqi Tianshan District Federation of Trade Unions wrote to the People's Armed Forces Department of Xunyang District, Jiujiang City.",
			[]extracttest.Named{{Name: "Urumqi Tianshan District Federation of Trade Unions", Value: body("")}, {Name: "People's Armed Forces Department of Xunyang District, Jiujiang City", Value: body("")}},
			"Urumqi Tianshan District Federation of Trade Unions = body/cn-650102-federation-of-trade-unions\nPeople's Armed Forces Department of Xunyang District, Jiujiang City = body/cn-360403-armed-forces\n"},
		{"a city before the state of its name", extract.English, "Guests flew in from Dubai.",
			[]extracttest.Named{{Name: "Dubai", Value: place}}, "Dubai = place/AE-dubai\n"},
		{"a city of China in an article about other countries", extract.Simplified, "哈萨克斯坦代表团抵达西安，哈萨克斯坦企业随行。",
			[]extracttest.Named{{Name: "哈萨克斯坦", Value: place}, {Name: "西安", Value: place}},
			"哈萨克斯坦 = place/KZ\n西安 = place/CN-610100\n哈萨克斯坦 = place/KZ\n"},
		{"a dateline in capitals", extract.English, "BEIJING, July 1. Snow fell.",
			[]extracttest.Named{{Name: "BEIJING", Value: place}}, "BEIJING = place/CN-110000\n"},
		{"unknown places with and without their last word", extract.Simplified, "青木镇修路。青木的人高兴，青木大桥也修好了。",
			[]extracttest.Named{{Name: "青木镇", Value: place}, {Name: "青木", Value: place}, {Name: "青木大桥", Value: place}},
			"青木镇 = place/青木镇\n青木 = place/青木镇\n青木大桥 = place/青木大桥\n"},

		{"a bracketed acronym", extract.English, "The Harbour Lending Office (HLO) is new. HLO lends.",
			[]extracttest.Named{{Name: "Harbour Lending Office", Value: body("other")}, {Name: "HLO", Value: body("")}},
			"Harbour Lending Office = body/harbour-lending-office\nHLO = body/harbour-lending-office\nHLO = body/harbour-lending-office\n"},
		{"an acronym of the larger body", extract.English, "The Grants Bureau of the Ministry of Harbour Affairs (MHA) met. MHA paid.",
			[]extracttest.Named{{Name: "Grants Bureau of the Ministry of Harbour Affairs", Value: body("government")}, {Name: "MHA", Value: body("")}},
			"Grants Bureau of the Ministry of Harbour Affairs = body/grants-bureau-of-the-ministry-of-harbour-affairs\nMHA = body/ministry-of-harbour-affairs\nMHA = body/ministry-of-harbour-affairs\n"},
		{"a bracket that is no other name", extract.English, "Harbour Bank (with Lantern Bank) lends.",
			[]extracttest.Named{{Name: "Harbour Bank", Value: body("finance")}, {Name: "Lantern Bank", Value: body("finance")}},
			"Harbour Bank = body/harbour-bank\nLantern Bank = body/lantern-bank\n"},
		{"an alias announced", extract.Simplified, "青木远洋运输股份有限公司（以下简称“青远”）上市，青远募资。",
			[]extracttest.Named{{Name: "青木远洋运输股份有限公司", Value: body("company")}, {Name: "青远", Value: body("company")}},
			"青木远洋运输股份有限公司 = body/青木远洋运输股份有限公司\n青远 = body/青木远洋运输股份有限公司\n青远 = body/青木远洋运输股份有限公司\n"},
		{"company without its last words", extract.English, "Zhonglan Metal Group Co., Ltd. grew. Zhonglan Metal Group hired. Zhonglan Steel did not.",
			[]extracttest.Named{{Name: "Zhonglan Metal Group Co., Ltd.", Value: body("company")}, {Name: "Zhonglan Metal Group", Value: body("company")}, {Name: "Zhonglan Steel", Value: body("company")}},
			"Zhonglan Metal Group Co., Ltd. = body/zhonglan-metal-group-co-ltd\nZhonglan Metal Group = body/zhonglan-metal-group-co-ltd\nZhonglan Steel = body/zhonglan-steel\n"},
		{"a short form and a unit", extract.Simplified, "青木农业大学招生，青木农大作物系也招生，青木农大公布计划。",
			[]extracttest.Named{{Name: "青木农业大学", Value: body("education")}, {Name: "青木农大", Value: body("education")}, {Name: "青木农大作物系", Value: body("education")}},
			"青木农业大学 = body/青木农业大学\n青木农大作物系 = body/青木农大作物系\n青木农大 = body/青木农业大学\n"},
		{"local organs in both languages", extract.English, "The SME Bureau of Guangdong Province and the Cangzhou Municipal Finance Bureau met the People's Government of Hebei Province.",
			[]extracttest.Named{{Name: "SME Bureau of Guangdong Province", Value: body("")}, {Name: "Cangzhou Municipal Finance Bureau", Value: body("")}, {Name: "People's Government of Hebei Province", Value: body("")}},
			"SME Bureau of Guangdong Province = body/cn-440000-sme\nCangzhou Municipal Finance Bureau = body/cn-130900-finance\nPeople's Government of Hebei Province = body/cn-130000-government\n"},
		{"an organ of one of two counties", extract.English, "In Yulin, Shaanxi Province, the Jia County Government met.",
			[]extracttest.Named{{Name: "Shaanxi Province", Value: place}, {Name: "Yulin", Value: place}, {Name: "Jia County Government", Value: body("")}},
			"Yulin = place/CN-610800\nShaanxi Province = place/CN-610000\nJia County Government = body/cn-610828-government\n"},
		{"an organ of either of two counties", extract.English, "The Jia County Government met.",
			[]extracttest.Named{{Name: "Jia County Government", Value: body("")}}, "Jia County Government = body/jia-county-government\n"},
		{"local organs in both languages, zh", extract.Simplified, "广东省中小企业局、沧州市财政局和河北省人民政府开会，省政府发了通知。",
			[]extracttest.Named{{Name: "广东省中小企业局", Value: body("")}, {Name: "沧州市财政局", Value: body("")}, {Name: "河北省人民政府", Value: body("")}},
			"广东省中小企业局 = body/cn-440000-sme\n沧州市财政局 = body/cn-130900-finance\n河北省人民政府 = body/cn-130000-government\n"},
		{"an organ by its level", extract.Simplified, "河北省沧州市举办培训，市财政局和省财政厅派人参加。",
			[]extracttest.Named{{Name: "河北省", Value: place}, {Name: "沧州市", Value: place}, {Name: "市财政局", Value: body("")}, {Name: "省财政厅", Value: body("")}},
			"河北省 = place/CN-130000\n沧州市 = place/CN-130900\n市财政局 = body/cn-130900-finance\n省财政厅 = body/cn-130000-finance\n"},
		{"a name that says too little", extract.English, "The Parliament voted.",
			[]extracttest.Named{{Name: "Parliament", Value: body("government")}}, "Parliament = body/parliament-28acb129\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, ids(apply(t, c.lang, c.text, c.names))); diff != "" {
				t.Errorf("%s (-want +got)\n%s", c.text, diff)
			}
		})
	}
}

func TestValuesAreFilledIn(t *testing.T) {
	d := apply(t, extract.English, "Vice mayor Lin Ruoxi of Cangzhou met the Grants Bureau of the Ministry of Harbour Affairs (MHA). Lin thanked MHA.", []extracttest.Named{
		{Name: "Lin Ruoxi", Value: person("Vice mayor", "")}, {Name: "Lin", Value: person("", "")}, {Name: "Cangzhou", Value: place},
		{Name: "Grants Bureau of the Ministry of Harbour Affairs", Value: body("")}, {Name: "MHA", Value: body("")},
	})
	var got []extract.Value
	for _, m := range d.Mentions {
		got = append(got, m.Value)
	}
	ministry := &extract.Body{Kind: "government", Name: "Ministry of Harbour Affairs", Acronym: "MHA"}
	want := []extract.Value{
		&extract.Person{Role: "Vice mayor"},
		&extract.Place{Kind: "prefecture", Country: "CN", Code: "130900", Name: "Cangzhou"},
		&extract.Body{Kind: "government", PartOf: "Ministry of Harbour Affairs"},
		ministry, &extract.Person{Full: "Lin Ruoxi"}, ministry,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("values (-want +got)\n%s", diff)
	}
}

func TestEntities(t *testing.T) {
	d := apply(t, extract.Simplified, "沧州市的林若曦到会，沧州高兴，林若曦（Lin Ruoxi）讲话。", []extracttest.Named{
		{Name: "沧州市", Value: place}, {Name: "沧州", Value: place}, {Name: "林若曦", Value: person("", "")}, {Name: "Lin Ruoxi", Value: person("", "")},
	})
	want := []extract.Entity{
		{ID: "place/CN-130900", Label: "place", Kind: "prefecture", Name: "沧州市", NameEN: "Cangzhou", NameZH: "沧州市", Aliases: []string{"沧州"}},
		{ID: "person/lin-ruoxi", Label: "person", Name: "林若曦", NameEN: "Lin Ruoxi", NameZH: "林若曦"},
	}
	if diff := cmp.Diff(want, d.Entities); diff != "" {
		t.Errorf("entities (-want +got)\n%s", diff)
	}
}

// TestTraditional: names are read in Simplified characters and written as the
// article writes them.
func TestTraditional(t *testing.T) {
	d := &extract.Doc{Lang: extract.Traditional, Text: "關若儀到會，若儀講話。", Reading: "关若仪到会，若仪讲话。"}
	extracttest.Mark(d, []extracttest.Named{{Name: "關若儀", Value: person("", "")}, {Name: "若儀", Value: person("", "")}})
	if err := (link.Stage{}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	want := []extract.Entity{{ID: "person/guan-ruoyi", Label: "person", Name: "關若儀", NameZH: "關若儀", Aliases: []string{"若儀"}}}
	if diff := cmp.Diff(want, d.Entities); diff != "" {
		t.Error(diff)
	}
	if full := d.Mentions[1].Value.(*extract.Person).Full; full != "關若儀" {
		t.Errorf("full name %q, want 關若儀", full)
	}
}

// TestUserLexicon: a user's own names take part.
func TestUserLexicon(t *testing.T) {
	set := lexicon.New([]lexicon.Entry{{Name: "青木基金", Label: extract.LabelBody, Kind: "finance", ID: "body/qingmu-fund", Canonical: "青木基金", NameZH: "青木基金", NameEN: "Qingmu Fund", Sure: true}}, lexicon.Builtin())
	d := &extract.Doc{Lang: extract.Simplified, Text: "青木基金开业。"}
	extracttest.Mark(d, []extracttest.Named{{Name: "青木基金", Value: body("")}})
	if err := (link.Stage{Lexicon: set}).Apply(context.Background(), d); err != nil {
		t.Fatal(err)
	}
	if d.Mentions[0].EntityID != "body/qingmu-fund" || d.Entities[0].NameEN != "Qingmu Fund" {
		t.Errorf("got %+v", d.Entities)
	}
}

// TestAnyMentions: whatever the earlier stages hand over, every entity id of a
// mention is in Doc.Entities, ids do not repeat, and two runs agree.
func TestAnyMentions(t *testing.T) {
	pieces := []string{"林若曦", "林", "北京", "朝阳区", "省", "财政局", "（", "）", "Lin ", "Ruoxi", "Ministry of ", "Finance", " (", "MOF", ")", " of the ", "·", "\n", "é", "\xff", "简称“", "”", "", "。"}
	rapid.Check(t, func(rt *rapid.T) {
		run := func(text string, cuts []int) *extract.Doc {
			d := &extract.Doc{Text: text, Lang: extract.Simplified}
			at := 0
			for k, c := range cuts {
				end := at + c
				if end > len(text) {
					break
				}
				var v extract.Value = &extract.Person{}
				if k%3 == 1 {
					v = &extract.Body{}
				} else if k%3 == 2 {
					v = &extract.Place{}
				}
				d.Mentions = append(d.Mentions, extract.Mention{Span: extract.Span{Start: at, End: end}, Value: v})
				at = end + k%2
			}
			if err := (link.Stage{}).Apply(context.Background(), d); err != nil {
				rt.Fatal(err)
			}
			return d
		}
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30).Draw(rt, "text"), "")
		cuts := rapid.SliceOfN(rapid.IntRange(1, 24), 0, 12).Draw(rt, "cuts")
		d := run(text, cuts)
		known := map[string]bool{}
		for _, e := range d.Entities {
			if known[e.ID] {
				rt.Fatalf("entity %s is there twice", e.ID)
			}
			known[e.ID] = true
		}
		for _, m := range d.Mentions {
			if m.EntityID != "" && !known[m.EntityID] {
				rt.Fatalf("%s is no entity of the document", m.EntityID)
			}
		}
		if diff := cmp.Diff(d.Entities, run(text, cuts).Entities); diff != "" {
			rt.Fatalf("a second run differs:\n%s", diff)
		}
	})
}
