package reprint_test

import (
	"fmt"
	"math/bits"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/pipeline/reprint"
	"pgregory.net/rapid"
)

// story is a made-up report of n sentences about a town.
func story(town string, n int) []string {
	var s []string
	for i := range n {
		s = append(s, fmt.Sprintf("In quarter %d the council of %s counted %d workshops, lent %d pounds to %s traders and opened lane %d.",
			i+1, town, 100+i*7, 900*i+13, []string{"glass", "wool", "paper", "tin"}[i%4], i*i+3))
	}
	return s
}

func TestReprintsAreFound(t *testing.T) {
	body := story("Arden", 20)
	plain := strings.Join(body, " ")
	ix := reprint.New()
	if d := ix.Add("first", plain); d != "" {
		t.Fatalf("the first article repeats %q", d)
	}
	for name, text := range map[string]string{
		"same":              plain,
		"layout":            strings.ToUpper(strings.Join(body, "\n\n")),
		"source line":       "Source: Arden Herald. " + plain + " (Editor: Lee)",
		"one sentence less": strings.Join(append(body[:9:9], body[10:]...), " "),
		"one word changed":  strings.Replace(plain, "council", "assembly", 1),
	} {
		if d := ix.Add(name, text); d != "first" {
			t.Errorf("%s: repeats %q, want first", name, d)
		}
	}
	for name, text := range map[string]string{
		"other town":    strings.Join(story("Bexley", 20), " "),
		"half of it":    strings.Join(body[:10], " "),
		"other figures": strings.NewReplacer("1", "4", "3", "8", "7", "2").Replace(plain),
		"empty":         "",
		"punctuation":   "...",
	} {
		if name == "other town" {
			text = strings.NewReplacer("workshops", "farms", "lent", "granted", "pounds", "crowns", "traders", "growers").Replace(text)
		}
		if d := ix.Add(name, text); d != "" {
			t.Errorf("%s: repeats %q, want nothing", name, d)
		}
	}
}

func TestChineseReprints(t *testing.T) {
	body := "记者从市中小企业局获悉，今年上半年全市新增小微企业一万二千家，同比增长百分之七。市长在会上表示，将继续加大对专精特新企业的支持力度，设立二十亿元专项基金，帮助企业渡过难关。与会企业代表围绕融资、用工、物流等问题发言，有关部门现场答复。下一步，该市将建设三个产业园区，引进上下游配套企业，完善公共服务平台，推动数字化转型。"
	ix := reprint.New()
	ix.Add("a", body)
	if d := ix.Add("b", strings.Replace(body, "记者从", "本报记者昨日从", 1)+"（完）"); d != "a" {
		t.Errorf("the reprint repeats %q, want a", d)
	}
	other := "会议通报了全省外贸工作情况。前三季度，出口额稳步回升，机电产品占比过半。省商务厅负责人说，要抓住展会机遇，组织企业抱团出海，用好出口信用保险，并在港口设立一站式窗口，缩短通关时间。"
	if d := ix.Add("c", other); d != "" {
		t.Errorf("another article repeats %q", d)
	}
}

func TestThreeBitsAlwaysShareABand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := reprint.Fingerprint{Hash: rapid.Uint64().Draw(t, "hash"), Tokens: 500}
		g := f
		for range rapid.IntRange(0, 3).Draw(t, "flips") {
			g.Hash ^= 1 << rapid.IntRange(0, 63).Draw(t, "bit")
		}
		ix := reprint.New()
		ix.Insert("f", f)
		if id, ok := ix.Find(g); !ok || id != "f" {
			t.Fatalf("%d bits apart and not found", bits.OnesCount64(f.Hash^g.Hash))
		}
	})
}

func TestEarliestWins(t *testing.T) {
	f := reprint.Of(strings.Join(story("Arden", 20), " "))
	ix := reprint.New()
	near := f
	near.Hash ^= 0b101
	ix.Insert("first", near)
	ix.Insert("second", f)
	if id, _ := ix.Find(f); id != "first" {
		t.Errorf("Find = %q, want the earliest", id)
	}
}

func BenchmarkOf(b *testing.B) {
	text := strings.Join(story("Arden", 40), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		reprint.Of(text)
	}
}

func BenchmarkFind(b *testing.B) {
	ix := reprint.New()
	for i := range 100_000 {
		ix.Insert("x", reprint.Fingerprint{Hash: uint64(i) * 0x9e3779b97f4a7c15, Tokens: 300})
	}
	f := reprint.Of("nothing like it at all in here")
	for b.Loop() {
		ix.Find(f)
	}
}
