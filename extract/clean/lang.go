package clean

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"github.com/smelt-ie/smelt/extract"
)

//go:embed stopwords.txt
var stopwordFile string

// stopwords maps a frequent word to the languages that use it, as a bit set
// over languages.
type stopwords struct {
	languages []string
	bits      map[string]uint32
}

var frequent = sync.OnceValue(func() stopwords {
	s := stopwords{bits: map[string]uint32{}}
	for line := range strings.Lines(stopwordFile) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(words) {
			s.bits[w] |= 1 << len(s.languages)
		}
		s.languages = append(s.languages, name)
	}
	return s
})

// maxLangBytes is how much of a text is read to tell its language.
const maxLangBytes = 1 << 16

// maxWordBytes is how much of it is read word by word.
const maxWordBytes = 1 << 12

// scripts counts letters by script.
type scripts struct{ han, kana, hangul, latin, other int }

func countScripts(text string) scripts {
	var n scripts
	for _, r := range text {
		switch {
		case r < 0x80:
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				n.latin++
			}
		case r >= 0x4E00 && r <= 0x9FFF || r >= 0x3400 && r <= 0x4DBF:
			n.han++
		case r >= 0x2000 && r <= 0x3020 || r >= 0xFF00 && r <= 0xFF20: // punctuation and digits
		case r >= 0x3041 && r <= 0x30FA && r != '・' || r >= 0xFF66 && r <= 0xFF9D:
			n.kana++
		case r >= 0xAC00 && r <= 0xD7A3:
			n.hangul++
		case unicode.Is(unicode.Latin, r):
			n.latin++
		case unicode.IsLetter(r):
			n.other++
		}
	}
	return n
}

// language tells the language of a text. What the record states decides where
// the script allows it. The tag of a language that is not extracted is
// returned as it is ("ja", "de", "und").
func language(text string, stated extract.Lang) extract.Lang {
	text = head(text, maxLangBytes)
	n := countScripts(text)
	east := n.han + n.kana + n.hangul
	switch {
	case east+n.latin+n.other == 0:
		return stated
	case n.kana > 2 && n.kana*12 > n.han && 6*east > n.latin:
		return "ja"
	case n.hangul > n.han && 6*east > n.latin:
		return "ko"
	case n.han > 0 && (6*n.han > n.latin || stated.Chinese() && 12*n.han > n.latin):
		if traditional(text) {
			return extract.Traditional
		}
		return extract.Simplified
	case n.other > n.latin:
		return "und"
	case stated == extract.English:
		return stated
	}
	return latinLanguage(text)
}

// latinLanguage tells the language of a text in Latin letters by its most
// frequent words; a text that shows none of them is taken as English.
func latinLanguage(text string) extract.Lang {
	stop := frequent()
	counts := make([]int, len(stop.languages))
	var buf [12]byte
	for w := range strings.FieldsFuncSeq(head(text, maxWordBytes), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(w) > len(buf) {
			continue
		}
		bits := stop.bits[string(lower(buf[:0], w))]
		if bits == 0 {
			continue
		}
		for i := range counts {
			counts[i] += int(bits >> i & 1)
		}
	}
	best := 0 // English stands first and wins draws
	for i, c := range counts {
		if c > counts[best]+counts[best]/10 {
			best = i
		}
	}
	return extract.Lang(stop.languages[best])
}

// head is the first n bytes of s or a little less, cut between characters.
func head(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}
