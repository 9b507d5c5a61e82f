package name

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
)

// regular are Chinese names that their form alone tells.
var regular = []struct {
	label   extract.Label
	hints   []string // the pattern is tried on texts that hold one of them
	pattern *regexp.Regexp
}{
	// The houses of a parliament; 美众院 with the country that has them.
	{extract.LabelBody, []string{"议院", "众院", "参院"}, regexp.MustCompile(`[美日法英]?(?:众议院|参议院|众院|参院)`)},
	// Forces and ministries behind the one character of their country. Left out
	// are 中, 日 and 国会, which end and begin other words.
	{extract.LabelBody, []string{"海军", "空军", "陆军", "国防部", "外交部", "财政部", "商务部"}, regexp.MustCompile(`(?:俄罗斯|[俄美英法德韩印伊])(?:海军|空军|陆军|国防部|外交部|财政部|商务部)`)},
	// Missions: 美领馆, 美国驻香港领馆.
	{extract.LabelBody, []string{"领馆", "领事馆", "使馆"}, regexp.MustCompile(`(?:(?:中国|美国|英国|法国|德国|日本|韩国|俄罗斯|[中美英法俄日韩德])驻\p{Han}{2,6}|[美英法俄日韩德])(?:总领事馆|总领馆|领事馆|领馆|大使馆|使馆)`)},
}

// withheld is a surname with 某 for the given name: 黄某某, 王某.
var withheld = regexp.MustCompile(`(\p{Han})某某?`)

// afterWithheld are characters that make 某 a "certain" something instead.
const afterWithheld = "地种个些大高学公司校市县区省国位名家单医项年月日处方人企"

// regularZH adds the names that their form tells. A name found by the tagger
// gives way where the regular one holds it.
func regularZH(text string, found []named) []named {
	for _, r := range regular {
		if !slices.ContainsFunc(r.hints, func(h string) bool { return strings.Contains(text, h) }) {
			continue
		}
		for _, at := range r.pattern.FindAllStringIndex(text, -1) {
			found = put(found, named{Span: extract.Span{Start: at[0], End: at[1]}, label: r.label, confidence: 0.8})
		}
	}
	return wards(text, translated(text, initialled(text, found)))
}

// initialled adds the people of whom the text gives the surname alone.
func initialled(text string, found []named) []named {
	if !strings.Contains(text, "某") {
		return found
	}
	for _, at := range withheld.FindAllStringSubmatchIndex(text, -1) {
		next, _ := utf8.DecodeRuneInString(text[at[1]:])
		long := strings.HasSuffix(text[at[0]:at[1]], "某某")
		if surname, _ := lexicon.SurnameZH(text[at[2]:at[3]]); surname != "" && (long || !strings.ContainsRune(afterWithheld, next)) {
			found = put(found, named{Span: extract.Span{Start: at[0], End: at[1]}, label: extract.LabelPerson, confidence: 0.9})
		}
	}
	return found
}

// translated gives a name in Latin letters in brackets the label of the Chinese
// name right before it, and takes capitals alone for no person.
func translated(text string, found []named) []named {
	for i := 1; i < len(found); i++ {
		between := text[found[i-1].End:found[i].Start]
		if latin(found[i].In(text)) && !latin(found[i-1].In(text)) && (strings.TrimSpace(between) == "(" || between == "（") {
			found[i].label = found[i-1].label
		}
	}
	return slices.DeleteFunc(found, func(n named) bool {
		name := n.In(text)
		return n.label == extract.LabelPerson && latin(name) && strings.ToUpper(name) == name && !strings.Contains(name, " ")
	})
}

func latin(s string) bool { return len(s) > 0 && s[0] < utf8.RuneSelf }

// put adds a name, in place of those that lie within it, unless one reaches
// beyond it.
func put(found []named, n named) []named {
	lo, hi := touching(found, n.Span)
	if lo < hi && !(n.Contains(found[lo].Span) && n.Contains(found[hi-1].Span)) {
		return found
	}
	return slices.Replace(found, lo, hi, n)
}

// ward is a department right behind the name of a hospital.
var ward = regexp.MustCompile(`^(?:\p{Han}{0,4}(?:外科|内科)|儿科|妇产科|急诊科|感染科|呼吸科|眼科|骨科|皮肤科)`)

// wards gives hospitals their departments and agencies their posts abroad.
func wards(text string, found []named) []named {
	for i := 0; i < len(found); i++ {
		n := &found[i]
		if n.label != extract.LabelBody {
			continue
		}
		if name := n.In(text); strings.HasSuffix(name, "医院") {
			n.End += len(ward.FindString(text[n.End:]))
		} else if strings.HasSuffix(name, "社") && i+1 < len(found) && found[i+1].Start == n.End && found[i+1].label == extract.LabelPlace {
			if post := ending(text[found[i+1].End:], []string{"分社", "记者站", "站"}); post > 0 {
				n.End = found[i+1].End + post
				found = slices.Delete(found, i+1, i+2)
			}
		}
	}
	return found
}
