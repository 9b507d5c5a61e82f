package extract

// Lang is the language of an article as a BCP 47 tag.
type Lang string

// The languages that smelt extracts from. An article in any other one is
// skipped with a reason.
const (
	English     Lang = "en"
	Simplified  Lang = "zh-Hans"
	Traditional Lang = "zh-Hant"
)

// ParseLang reads the language tag of an input record. "zh" alone means
// Simplified Chinese; ok is false for a language that is not extracted.
func ParseLang(tag string) (l Lang, ok bool) {
	switch tag {
	case "en", "en-US", "en-GB", "eng", "english", "English":
		return English, true
	case "zh", "zh-Hans", "zh-CN", "zh-SG", "zh-hans", "zh-cn", "chinese", "Chinese":
		return Simplified, true
	case "zh-Hant", "zh-TW", "zh-HK", "zh-MO", "zh-hant", "zh-tw", "zh-hk":
		return Traditional, true
	}
	return Lang(tag), false
}

// Chinese reports whether the language is written in Chinese characters of either set.
func (l Lang) Chinese() bool { return l == Simplified || l == Traditional }

// Base is the tag of the labelled records: "en" or "zh".
func (l Lang) Base() string {
	if l.Chinese() {
		return "zh"
	}
	return string(l)
}
