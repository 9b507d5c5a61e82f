package lexicon

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// chineseSurnames are the surnames in characters with their reading, and the
// readings with their rank: the place of their most common surname, from 1.
type chineseSurnames struct {
	reading map[string]string
	rank    map[string]int
	pinyin  map[string]int
}

var surnamesZH = sync.OnceValue(func() chineseSurnames {
	c := chineseSurnames{reading: map[string]string{}, rank: map[string]int{}, pinyin: map[string]int{}}
	n := 0
	for line := range dataLines("surnames_zh.tsv") {
		char, pinyin, _ := strings.Cut(line, "\t")
		if char == "surname" {
			continue
		}
		n++
		c.reading[char], c.rank[char] = pinyin, n
		for _, p := range []string{pinyin, strings.ReplaceAll(pinyin, "ü", "u"), strings.ReplaceAll(pinyin, "ü", "yu"), strings.ReplaceAll(pinyin, "ü", "v")} {
			if c.pinyin[p] == 0 {
				c.pinyin[p] = n
			}
		}
	}
	return c
})

var syllables = sync.OnceValue(func() map[string]bool {
	set := wordSet("pinyin.txt")
	for s := range wordSet("pinyin.txt") {
		if strings.Contains(s, "ü") {
			set[strings.ReplaceAll(s, "ü", "u")] = true
			set[strings.ReplaceAll(s, "ü", "v")] = true
			set[strings.ReplaceAll(s, "ü", "yu")] = true
		}
	}
	return set
})

// SurnameZH is the Chinese surname that s begins with and its reading in
// pinyin, a compound one (欧阳) before a single one; "" where there is none.
func SurnameZH(s string) (surname, pinyin string) {
	c := surnamesZH()
	ends := [4]int{}
	n := 0
	for i, r := range s {
		if n == len(ends) {
			break
		}
		ends[n] = i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			break
		}
		n++
	}
	for n--; n >= 0; n-- {
		if p, ok := c.reading[s[:ends[n]]]; ok {
			return s[:ends[n]], p
		}
	}
	return "", ""
}

// SurnameRank is the place of a Chinese surname, in characters or pinyin
// (Wang, Ouyang), by how common it is: 1 for the first, 0 for no surname.
func SurnameRank(s string) int {
	c := surnamesZH()
	if r := c.rank[s]; r > 0 {
		return r
	}
	return c.pinyin[s]
}

// IsPinyinSurname reports whether word is a Chinese surname in pinyin, with
// its capital: Zhang, Ouyang, Lyu.
func IsPinyinSurname(word string) bool { return surnamesZH().pinyin[word] > 0 }

// IsPinyinSyllable reports whether s is one syllable of pinyin without tone,
// in lower case; ü may be written u, v or yu.
func IsPinyinSyllable(s string) bool { return syllables()[s] }

// SplitPinyin splits a word into its syllables of pinyin, in lower case; it
// may begin with a capital, and an apostrophe or hyphen parts syllables. Of
// several readings it takes the one with fewest syllables, and of those the
// one with the longest first (xian is one syllable, xi'an two). It is nil
// where the word is no pinyin or has more than six syllables.
func SplitPinyin(word string) []string {
	const most = 6
	set := syllables()
	s := strings.ToLower(strings.NewReplacer("’", "'", "-", "'").Replace(word))
	type state struct {
		n    int8 // syllables from here to the end, 0 for no reading
		next int8 // length of the first of them
	}
	if len(s) == 0 || len(s) > 7*most {
		return nil
	}
	var best [7*most + 1]state
	for i := len(s) - 1; i >= 0; i-- {
		for l := min(7, len(s)-i); l > 0; l-- {
			if !set[s[i:i+l]] {
				continue
			}
			rest := i + l
			if rest < len(s) && s[rest] == '\'' {
				rest++
			}
			n := int8(1)
			if rest < len(s) {
				if best[rest].n == 0 {
					continue
				}
				n = best[rest].n + 1
			} else if rest > i+l {
				continue // an apostrophe that ends the word
			}
			if best[i].n == 0 || n < best[i].n {
				best[i] = state{n, int8(l)}
			}
		}
	}
	if best[0].n == 0 || best[0].n > most {
		return nil
	}
	var out []string
	for i := 0; i < len(s); {
		if s[i] == '\'' {
			i++
			continue
		}
		out = append(out, s[i:i+int(best[i].next)])
		i += int(best[i].next)
	}
	return out
}
