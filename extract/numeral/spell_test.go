package numeral_test

import "strings"

var (
	small = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens  = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
)

// spell writes a number in English words.
func spell(v int64) string {
	for _, s := range []struct {
		size int64
		name string
	}{{1_000_000_000, "billion"}, {1_000_000, "million"}, {1000, "thousand"}, {100, "hundred"}} {
		if v < s.size {
			continue
		}
		out := spell(v/s.size) + " " + s.name
		if rest := v % s.size; rest > 0 && rest < 100 {
			return out + " and " + spell(rest)
		} else if rest > 0 {
			return out + " " + spell(rest)
		}
		return out
	}
	if v < 20 {
		return small[v]
	}
	if v%10 == 0 {
		return tens[v/10]
	}
	return tens[v/10] + "-" + small[v%10]
}

// spellHan writes a number in Chinese characters.
func spellHan(v int64) string {
	const names = "零一二三四五六七八九"
	name := func(d int64) string { return string([]rune(names)[d]) }
	for _, s := range []struct {
		size int64
		name string
	}{{100_000_000, "亿"}, {10_000, "万"}, {1000, "千"}, {100, "百"}, {10, "十"}} {
		if v < s.size {
			continue
		}
		out := s.name
		if v >= 20 || s.size > 10 {
			out = spellHan(v/s.size) + s.name
		}
		rest := v % s.size
		switch {
		case rest == 0:
			return out
		case rest < s.size/10:
			return out + "零" + inner(rest)
		}
		return out + inner(rest)
	}
	return name(v)
}

// inner writes what follows a higher place, where ten is 一十.
func inner(v int64) string {
	if v >= 10 && v < 20 {
		return "一" + spellHan(v)
	}
	return spellHan(v)
}
