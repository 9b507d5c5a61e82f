package numeral_test

import (
	"testing"

	"github.com/smelt-ie/smelt/extract/numeral"
	"pgregory.net/rapid"
)

type readCase struct{ in, text, value, high string }

var englishCases = []readCase{
	{"1700 firms", "1700", "1700", ""}, {"1,700 firms", "1,700", "1700", ""}, {"1 700 firms", "1 700", "1700", ""},
	{"12,34,567", "12,34,567", "1234567", ""}, {"1,23 x", "1", "1", ""}, {"2020 300", "2020", "2020", ""},
	{"7.5 percent", "7.5", "7.5", ""}, {".5 mm", ".5", "0.5", ""}, {"1.050 x", "1.050", "1.05", ""},
	{"10 billion yuan", "10 billion", "10000000000", ""}, {"1.2bn", "1.2bn", "1200000000", ""}, {"50K Award", "50K", "50000", ""},
	{"3m", "3", "3", ""}, {"3.5 million", "3.5 million", "3500000", ""}, {"2 billion 300 million people", "2 billion 300 million", "2300000000", ""},
	{"Thirty two counties", "Thirty two", "32", ""}, {"twenty-five", "twenty-five", "25", ""}, {"one hundred and five men", "one hundred and five", "105", ""},
	{"two hundred and some", "two hundred", "200", ""}, {"three thousand four hundred", "three thousand four hundred", "3400", ""},
	{"a hundred men", "a hundred", "100", ""}, {"a thousand and one nights", "a thousand and one", "1001", ""}, {"half a million people", "half a million", "500000", ""},
	{"two thirds of", "two thirds", "0.667", ""}, {"a third of", "a third", "0.333", ""}, {"three-quarters", "three-quarters", "0.75", ""},
	{"1/3 of", "1/3", "0.333", ""}, {"3 1/2 cups", "3 1/2", "3.5", ""}, {"3½ cups", "3½", "3.5", ""}, {"two and a half years", "two and a half", "2.5", ""},
	{"half of", "half", "0.5", ""}, {"3 million and a half", "3 million and a half", "3500000", ""}, {"two million and a half men", "two million and a half", "2500000", ""},
	{"one billion and a half million", "one billion and a half million", "1000500000", ""}, {"two and a half million", "two and a half million", "2500000", ""},
	{"and a half", "", "", ""}, {"4 thousand 3 hundred and 21 men", "4 thousand 3 hundred and 21", "4321", ""}, {"half a million", "half a million", "500000", ""}, {"1.2e3 x", "1.2e3", "1200", ""}, {"⅙ of", "⅙", "0.167", ""}, {"two dozen eggs", "two dozen", "24", ""}, {"two point zero five", "two point zero five", "2.05", ""},
	{"hundred thousand", "", "", ""}, {"one thousand million", "one thousand million", "1000000000", ""}, {"often", "", "", ""}, {"tennis", "", "", ""},
	{"one two three", "one", "1", ""}, {"one million two hundred thousand", "one million two hundred thousand", "1200000", ""}, {"a man", "", "", ""},
	{"four twenty-fifths of", "four twenty-fifths", "0.16", ""}, {"one hundred forty-fifths", "one hundred forty-fifths", "2.22", ""}, {"two one hundredths", "two one hundredths", "0.02", ""},
	{"one hundred eighth", "one hundred eighth", "100", ""}, {"twenty seconds", "twenty", "20", ""}, {"nine quarters", "nine", "9", ""}, {"seven - eighths of", "seven - eighths", "0.875", ""},
	{"sixty - two men", "sixty - two", "62", ""}, {"sixty - men", "sixty", "60", ""}, {"four hundred and two fifths", "four hundred and two fifths", "400.4", ""},
	{"four hundred and two fifths of the rest", "four hundred and two", "402", ""}, {"five million and one half", "five million and one half", "5500000", ""},
	{"two billion and three quarters million", "two billion and three quarters million", "2000750000", ""}, {"five million and one man", "five million and one", "5000001", ""},
	{"four point thirty-five", "four point thirty-five", "4.35", ""}, {"four point people", "four", "4", ""}, {"six hundred and three dozens", "six hundred and three dozens", "636", ""},
	{"half a dozen eggs", "half a dozen", "6", ""}, {"3 dozen eggs", "3 dozen", "36", ""}, {"half a dog", "half", "0.5", ""}, {"one hundred and fifth", "one hundred", "100", ""},
	{"3^4 x", "3^4", "81", ""}, {"4^-1", "4^-1", "0.25", ""}, {"1.1^30", "1.1^30", "17.4494022688864", ""}, {"3^ x", "3", "3", ""}, {"5e10", "5e10", "50000000000", ""},
	{"2.345,67 x", "2.345,67", "2345.67", ""}, {"2.345, 67", "2.345", "2.345", ""}, {"2.345,678", "2.345", "2.345", ""}, {"10.20.30.40", "10", "10", ""},
	{"7/24/2020", "7", "7", ""}, {"24/7", "24", "24", ""}, {"1234567890123456789", "", "", ""}, {"five hundred thousand", "five hundred thousand", "500000", ""},
}

var chineseCases = []readCase{
	{"一千七百家", "一千七百", "1700", ""}, {"两千三", "两千三", "2300", ""}, {"二〇二三年", "二〇二三", "2023", ""}, {"十几个", "十几", "10", ""},
	{"1亿2000万人", "1亿2000万", "120000000", ""}, {"3.5万亿元", "3.5万亿", "3500000000000", ""}, {"３．５万", "３．５万", "35000", ""}, {"１，７００家", "１，７００", "1700", ""},
	{"廿五", "廿五", "25", ""}, {"卅人", "卅", "30", ""}, {"十五", "十五", "15", ""}, {"一百零五", "一百零五", "105", ""}, {"一百二", "一百二", "120", ""},
	{"一万五千", "一万五千", "15000", ""}, {"一万五", "一万五", "15000", ""}, {"两亿三千万", "两亿三千万", "230000000", ""}, {"五六百米", "五六百", "500", "600"},
	{"四五厘米", "四五", "4", "5"}, {"四万万", "四万万", "400000000", ""}, {"三千 八百 人", "三千 八百", "3800", ""}, {"7 万人", "7 万", "70000", ""}, {"伍仁", "", "", ""}, {"陆地", "", "", ""}, {"十七八岁", "十七八", "17", "18"}, {"三五个", "三五", "3", "5"}, {"一二三", "一二三", "123", ""},
	{"300多件", "300多", "300", ""}, {"1300余万元", "1300余万", "13000000", ""}, {"1100多万", "1100多万", "11000000", ""}, {"28万余人", "28万余", "280000", ""},
	{"五十余部", "五十余", "50", ""}, {"百余家", "百余", "100", ""}, {"七点五", "七点五", "7.5", ""}, {"七点十分", "七", "7", ""}, {"三点一刻", "三", "3", ""},
	{"几十公里", "几十", "0", ""}, {"数百名", "数百", "0", ""}, {"数据", "", "", ""}, {"几个", "", "", ""}, {"半页", "半", "0.5", ""}, {"一千零一夜", "一千零一", "1001", ""},
	{"十万", "十万", "100000", ""}, {"10万", "10万", "100000", ""}, {"一百二三十", "一百二三十", "120", "130"}, {"两三百万", "两三百万", "2000000", "3000000"},
	{"5百万", "5百万", "5000000", ""}, {"3千", "3千", "3000", ""}, {"1,234.5", "1,234.5", "1234.5", ""}, {"一亿", "一亿", "100000000", ""},
	{"二十来个", "二十来", "20", ""}, {"2来到", "2", "2", ""}, {"三万二千", "三万二千", "32000", ""}, {"1万2", "1万2", "12000", ""}, {"4兆瓦", "4", "4", ""},
	{"三百零几万", "三百零几万", "3000000", ""}, {"三百零几", "三百", "300", ""}, {"叁仟分之贰", "叁仟", "3000", ""}, {"3^4次", "3^4", "81", ""}, {"2.5e+3米", "2.5e+3", "2500", ""}, {"一百几十个", "一百几十", "100", ""}, {"零", "零", "0", ""}, {"二两", "二", "2", ""}, {"三千两百两", "三千两百", "3200", ""}, {"三千万", "三千万", "30000000", ""},
}

func TestEnglish(t *testing.T) { readAll(t, numeral.English, englishCases) }
func TestChinese(t *testing.T) { readAll(t, numeral.Chinese, chineseCases) }

func readAll(t *testing.T, read func(string, int) (numeral.Numeral, bool), cases []readCase) {
	for _, c := range cases {
		in := "x " + c.in
		n, ok := read(in, 2)
		if !ok {
			if c.text != "" {
				t.Errorf("%q: read nothing, want %q", c.in, c.text)
			}
			continue
		}
		high := ""
		if n.Has(numeral.Range) {
			high = n.High.Decimal().String()
		}
		if got := (readCase{c.in, in[2:n.End], n.Value.Decimal().String(), high}); got != c {
			t.Errorf("read %+v, want %+v", got, c)
		}
	}
}

func TestEnglishReadsWhatItSpells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(1, 999_999_999_999).Draw(t, "v")
		in := spell(v)
		n, ok := numeral.English(in, 0)
		got, fits := n.Value.Int()
		if !ok || !fits || got != v || n.End != len(in) {
			t.Fatalf("%q read as %v (end %d of %d), want %d", in, got, n.End, len(in), v)
		}
	})
}

func TestChineseReadsWhatItSpells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Int64Range(1, 999_999_999_999).Draw(t, "v")
		in := spellHan(v)
		n, ok := numeral.Chinese(in, 0)
		got, fits := n.Value.Int()
		if !ok || !fits || got != v || n.End != len(in) {
			t.Fatalf("%q read as %v (end %d of %d), want %d", in, got, n.End, len(in), v)
		}
	})
}

func FuzzEnglish(f *testing.F) {
	for _, c := range englishCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, in string) { readEverywhere(t, in, numeral.English) })
}

func FuzzChinese(f *testing.F) {
	for _, c := range chineseCases {
		f.Add(c.in)
	}
	f.Fuzz(func(t *testing.T, in string) { readEverywhere(t, in, numeral.Chinese) })
}

// readEverywhere reads at every offset: a numeral is never empty and ends
// within the text.
func readEverywhere(t *testing.T, in string, read func(string, int) (numeral.Numeral, bool)) {
	for at := range in {
		n, ok := read(in, at)
		if n.End > len(in) || ok && n.End <= at {
			t.Fatalf("%q at %d: end %d, ok %v", in, at, n.End, ok)
		}
	}
}

func BenchmarkChinese(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		numeral.Chinese("三千五百二十一万六千", 0)
	}
}

func BenchmarkEnglish(b *testing.B) {
	b.ReportAllocs()
	for range b.N {
		numeral.English("three hundred and twenty-one million", 0)
	}
}
