package lexicon_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"pgregory.net/rapid"
)

// TestFind holds marked sentences with the ids that the marks must have.
func TestFind(t *testing.T) {
	for _, c := range []struct {
		lang extract.Lang
		in   string
		ids  string
	}{
		{extract.English, "Firms from ⟦Cangzhou⟧, ⟦Hebei province⟧, sell to the ⟦Netherlands⟧.", "place/CN-130900 place/CN-130000 place/NL"},
		{extract.English, "The road to ⟦Xi'an⟧ and ⟦Xi’an city⟧ was closed.", "place/CN-610100 place/CN-610100"},
		{extract.English, "⟦CHINA⟧ AND ⟦GERMANY⟧ SIGN A DEAL", "place/CN place/DE"},
		{extract.English, "Chinese and European buyers like Chinatown and Germanyland.", ""},
		{extract.English, "⟦China⟧'s exports, a ⟦Beijing⟧-based firm", "place/CN place/CN-110000"},
		{extract.English, "⟦Inner Mongolia Autonomous Region⟧ lies north.", "place/CN-150000"},
		{extract.English, "The ⟦Guardian⟧ wrote that the ⟦Ministry of Industry and Information Technology⟧ (⟦MIIT⟧) met in ⟦The Hague⟧.", "body/guardian body/miit body/miit place/NL-the-hague"},
		{extract.Simplified, "⟦工信部⟧与⟦中国人民银行⟧在⟦长江⟧边开会。", "body/miit body/pboc place/yangtze"},
		{extract.Simplified, "⟦财政部⟧长期支持，⟦沧州⟧市场平稳，⟦沧州市⟧民政局答复。", "body/mof place/CN-130900 place/CN-130900"},
		{extract.Simplified, "有关部门认为财政部长与丹·汉堡说得对。", ""},
		{extract.Simplified, "企业来自⟦河北省⟧⟦沧州市⟧和⟦德国⟧。", "place/CN-130000 place/CN-130900 place/DE"},
		{extract.Simplified, "中方与欧方商谈，我们很高兴。", ""},
		{extract.Simplified, "产品销往⟦美国⟧和⟦陕西⟧。", "place/US place/CN-610000"},
	} {
		text, marks, err := extracttest.Unmark(c.in)
		if err != nil {
			t.Fatal(err)
		}
		var spans []extract.Span
		var ids []string
		for _, m := range lexicon.Default().Find(text, c.lang) {
			spans, ids = append(spans, m.Span), append(ids, m.Entries[0].ID)
		}
		if !slices.Equal(spans, marks) || strings.Join(ids, " ") != c.ids {
			t.Errorf("%s\nfound %v %v, want %v %s", c.in, spans, ids, marks, c.ids)
		}
	}
}

// naive is Find by trying every name at every place.
func naive(names []string, text string) []extract.Span {
	word := func(r rune) bool {
		return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
	}
	edge := func(i int) bool {
		if i == 0 || i == len(text) {
			return true
		}
		a, _ := utf8.DecodeLastRuneInString(text[:i])
		b, _ := utf8.DecodeRuneInString(text[i:])
		return !word(a) || !word(b)
	}
	var out []extract.Span
	for i := 0; i < len(text); {
		best := 0
		for _, n := range names {
			if len(n) > best && strings.HasPrefix(text[i:], n) && edge(i) && edge(i+len(n)) {
				best = len(n)
			}
		}
		if best > 0 {
			out = append(out, extract.Span{Start: i, End: i + best})
			i += best
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return out
}

func TestFindAgreesWithNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		str := rapid.StringOfN(rapid.SampledFrom([]rune("aab ÉA'河北省.𠀀")), 1, 6, -1)
		names := rapid.SliceOfN(str, 1, 12).Draw(t, "names")
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aab ÉA'河北省.𠀀")), 0, 40, -1).Draw(t, "text")
		var es []lexicon.Entry
		for _, n := range names {
			es = append(es, lexicon.Entry{Name: n, Label: extract.LabelBody, ID: n})
		}
		var got []extract.Span
		for _, m := range lexicon.New(es).Find(text, extract.Simplified) {
			got = append(got, m.Span)
			if m.Entries[0].Name != m.In(text) {
				t.Fatalf("entry %q for %q", m.Entries[0].Name, m.In(text))
			}
		}
		if want := naive(names, text); !slices.Equal(got, want) {
			t.Fatalf("Find(%q) with %q = %v, want %v", text, names, got, want)
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"河北省沧州市", "BANK OF CHINA", "the \xff\xfe U.S. Xi’an", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []extract.Lang{extract.English, extract.Simplified} {
			end := 0
			for _, m := range lexicon.Default().Find(text, lang) {
				if m.Start < end || m.End <= m.Start || m.End > len(text) || len(m.Entries) == 0 {
					t.Fatalf("bad match %v in %q", m, text)
				}
				end = m.End
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct {
		name string
		lang extract.Lang
		text string
	}{
		{"en", extract.English, "Small firms in Cangzhou and Shijiazhuang sold more steel to Germany, said Wang Lin of the local bureau, while most orders from the United States fell. "},
		{"zh", extract.Simplified, "沧州市和石家庄市的中小企业向德国出口了更多钢材，当地有关负责人表示，来自美国的订单则有所下降。"},
	} {
		text := strings.Repeat(c.text, 100)
		lexicon.Default()
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				lexicon.Default().Find(text, c.lang)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	es := lexicon.Builtin()
	for b.Loop() {
		lexicon.New(es)
	}
}
