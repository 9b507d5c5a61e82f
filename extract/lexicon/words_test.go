package lexicon_test

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

func TestSplitPinyin(t *testing.T) {
	for in, want := range map[string]string{
		"Tianchuan": "tian chuan", "Xiaolan": "xiao lan", "Xi'an": "xi an", "Xi’an": "xi an", "Xian": "xian", "Zhang": "zhang",
		"Lyu": "lyu", "Jia-ming": "jia ming", "Smith": "", "Qi'": "", "": "", "The": "", "Shanxi": "shan xi", "Guanxiong": "guan xiong",
	} {
		if got := strings.Join(lexicon.SplitPinyin(in), " "); got != want {
			t.Errorf("SplitPinyin(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSurnames(t *testing.T) {
	for in, want := range map[string]string{"欧阳修文": "欧阳 Ouyang", "王小明": "王 Wang", "单仲德": "单 Shan", "的士": " ", "": " ", "\xff": " "} {
		if s, p := lexicon.SurnameZH(in); s+" "+p != want {
			t.Errorf("SurnameZH(%q) = %q %q, want %q", in, s, p, want)
		}
	}
	for _, s := range []string{"Wang", "Ouyang", "Lyu", "Lu", "Shan"} {
		if !lexicon.IsPinyinSurname(s) {
			t.Errorf("%s is no pinyin surname", s)
		}
	}
	if lexicon.IsPinyinSurname("Smith") || lexicon.IsPinyinSurname("wang") || !lexicon.Surname("Smith") || !lexicon.GivenName("Angela") || lexicon.GivenName("Bureau") {
		t.Error("names in Latin letters are mixed up")
	}
	if lexicon.SurnameRank("王") != 1 || lexicon.SurnameRank("Ouyang") < 200 || lexicon.SurnameRank("Smith") != 0 {
		t.Error("the ranks of surnames are wrong")
	}
}

func TestTitles(t *testing.T) {
	for _, c := range []struct {
		lang          extract.Lang
		before, after string
		prev, next    string
	}{
		{extract.English, "said Vice Minister ", " and others", "Vice Minister", ""},
		{extract.English, "thanked Mr. ", ", director of the bureau", "Mr.", ""},
		{extract.English, "the steward ", "", "", ""},
		{extract.English, "visited by ", " director", "", "director"},
		{extract.Simplified, "工业和信息化部副部长", "副主任表示", "副部长", "副主任"},
		{extract.Simplified, "昨天", "女士来了", "", "女士"},
	} {
		prev, _ := lexicon.TitleBefore(c.before, len(c.before), c.lang)
		next, _ := lexicon.TitleAfter(c.after, 0, c.lang)
		if p, n := prev.In(c.before), next.In(c.after); p != c.prev || n != c.next {
			t.Errorf("%q X %q has the titles %q and %q, want %q and %q", c.before, c.after, p, n, c.prev, c.next)
		}
	}
}

func TestBodyHead(t *testing.T) {
	for _, c := range []struct {
		lang             extract.Lang
		name, head, kind string
	}{
		{extract.English, "Industry and Trade Bureau", "Bureau", "government"},
		{extract.English, "Greenland Chamber of Commerce", "Chamber of Commerce", "association"},
		{extract.English, "Subureau", "", ""},
		{extract.Simplified, "沧州纺织有限公司", "有限公司", "company"},
		{extract.Simplified, "县中医院", "中医院", "medical"},
		{extract.Simplified, "苹果", "", ""},
	} {
		if head, kind, ok := lexicon.BodyHead(c.name, c.lang); head != c.head || kind != c.kind || ok != (c.head != "") {
			t.Errorf("BodyHead(%q) = %q %q %v, want %q %q", c.name, head, kind, ok, c.head, c.kind)
		}
	}
}
