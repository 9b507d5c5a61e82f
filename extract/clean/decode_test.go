package clean_test

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecode(t *testing.T) {
	const (
		hans = "各市中小企业主管部门要及时公布政策，共有1200家企业参加会议。"
		hant = "各縣市中小企業主管機關應即時公布政策，共有1200家企業參加會議。"
		euro = "Café owners in Málaga said that prices rose – by “5 €” – last year."
		cyr  = "Малые предприятия области получили гранты на развитие производства."
	)
	utf16le := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	utf16be := unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	for name, c := range map[string]struct {
		text  string
		enc   encoding.Encoding
		head  string // of the page, in ASCII
		label string // of a header
	}{
		"gbk, no label":             {hans, simplifiedchinese.GBK, "", ""},
		"gbk, meta gb2312":          {hans + "喆镕", simplifiedchinese.GBK, `<meta charset="gb2312">`, ""},
		"gbk, meta big5":            {hans, simplifiedchinese.GBK, `<meta charset=big5>`, ""},
		"gbk, meta utf-8":           {hans, simplifiedchinese.GBK, `<meta charset='utf-8'>`, ""},
		"gbk, header iso-8859-1":    {hans, simplifiedchinese.GBK, "", "iso-8859-1"},
		"gb18030, four bytes":       {hans + "㑇𠮷", simplifiedchinese.GB18030, `<meta charset="gbk">`, ""},
		"gbk, four characters":      {"企业服务", simplifiedchinese.GBK, "", ""},
		"big5, no label":            {hant, traditionalchinese.Big5, "", ""},
		"big5, meta gb2312":         {hant, traditionalchinese.Big5, `<meta http-equiv=Content-Type content="text/html; charset=gb2312">`, ""},
		"utf-8, meta gbk":           {hans, encoding.Nop, `<meta charset="gbk">`, ""},
		"utf-8, header latin":       {euro, encoding.Nop, "", "iso-8859-1"},
		"windows-1252, no label":    {euro, charmap.Windows1252, "", ""},
		"windows-1252, meta latin1": {euro, charmap.Windows1252, `<meta charset=iso-8859-1>`, ""},
		"windows-1251, meta":        {cyr, charmap.Windows1251, `<meta charset=windows-1251>`, ""},
		"utf-16le, no mark":         {euro, utf16le, "<p>", ""},
		"utf-16be, no mark":         {euro, utf16be, "<p>", ""},
		"shift_jis, meta":           {"中小企業庁は支援策を発表した。", japanese.ShiftJIS, "<meta charset=shift_jis>", ""},
		"euc-kr, header":            {"중소기업청은 지원 대책을 발표했다.", korean.EUCKR, "", "euc-kr"},
	} {
		raw, err := c.enc.NewEncoder().String(c.head + c.text)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got, used := clean.Decode([]byte(raw), c.label); got != c.head+c.text {
			t.Errorf("%s: read as %s: %q", name, used, got)
		}
	}
}

func TestDecodeForgivesAFewBrokenBytes(t *testing.T) {
	text := strings.Repeat("中小企业", 20)
	got, used := clean.Decode([]byte(text+"\xff"+text), "")
	if used != "utf-8" || got != text+"\uFFFD"+text {
		t.Errorf("read as %s: %q", used, got)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("\xff\xfeh\x00"), "gbk")
	f.Add([]byte("<meta charset=big5>\xa4\xa4"), "")
	f.Fuzz(func(t *testing.T, raw []byte, label string) {
		text, name := clean.Decode(raw, label)
		if strings.ToValidUTF8(text, "") != text || name == "" {
			t.Fatalf("Decode(%q, %q) = %q, %q", raw, label, text, name)
		}
	})
}

func TestLanguage(t *testing.T) {
	for text, want := range map[string]extract.Lang{
		"The fund will help small firms in the county to export.": extract.English,
		"Fed holds rates": extract.English,
		"市政府今日公布新政策，支持中小企业发展。":                                                                        extract.Simplified,
		"市政府今日公佈新政策，支持中小企業發展，並設立專案辦公室。":                                                               extract.Traditional,
		"OPPO与vivo在Shenzhen签署了Memorandum。":                                                            extract.Simplified,
		"The firm, known as 晨光 in Chinese, sells pens in the capital.":                                extract.English,
		"中小企業庁は支援策を発表した。補助金の上限を引き上げるという。":                                                             "ja",
		"중소기업청은 지원 대책을 발표했다.":                                                                         "ko",
		"Der Mittelstand hat in diesem Jahr mehr Geld für die Forschung ausgegeben, und das ist gut.": "de",
		"Les petites entreprises de la région ont reçu des aides pour les exportations.":              "fr",
		"Малые предприятия области получили гранты.":                                                  "und",
	} {
		d := apply(t, extract.Clean, text)
		if d.Lang != want {
			t.Errorf("%q is taken as %q, want %q", text, d.Lang, want)
		}
	}
}

func TestTraditionalReading(t *testing.T) {
	d := apply(t, extract.Clean, "經濟部與廣東省政府簽署協議，總額3億元。")
	if want := "经济部与广东省政府签署协议，总额3亿元。"; d.Reading != want || d.Read() != want {
		t.Errorf("reading %q, want %q", d.Reading, want)
	}
	if d := apply(t, extract.Clean, "经济部与广东省政府签署协议。"); d.Reading != "" {
		t.Errorf("a Simplified text has the reading %q of its own", d.Reading)
	}
}
