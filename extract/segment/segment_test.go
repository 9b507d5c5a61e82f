package segment_test

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract/segment"
)

// cut parts a text into words, each with the first letter of its class.
func cut(t *testing.T, text string) string {
	t.Helper()
	d, err := segment.Default()
	if err != nil {
		t.Fatal(err)
	}
	var starts, ends []int32
	for i, c := range text {
		starts, ends = append(starts, int32(i)), append(ends, int32(i+len(string(c))))
	}
	words := d.Cut(text, starts, ends, nil)
	var out []string
	for i := 0; i < len(words); {
		last := i + int(words[i].Length) - 1
		w := text[starts[i]:ends[last]]
		if l := words[i].Class.Letter(); l != 0 {
			w += "/" + string(l)
		}
		out = append(out, w)
		i = last + 1
	}
	return strings.Join(out, " ")
}

func TestCut(t *testing.T) {
	for text, want := range map[string]string{
		"工人在车间里检修机器": "工人/n 在 车间/n 里 检修/v 机器/n",
		"漂亮的花园，开放了":  "漂亮/a 的 花园/n ， 开放/v 了",
		"这是ABC":      "这 是 A B C",
		"":           "",
	} {
		if got := cut(t, text); got != want {
			t.Errorf("%q was cut into %q, want %q", text, got, want)
		}
	}
}

// TestCutGap shows that no word goes over characters that are left out.
func TestCutGap(t *testing.T) {
	d, err := segment.Default()
	if err != nil {
		t.Fatal(err)
	}
	const text = "工 人"
	words := d.Cut(text, []int32{0, 4}, []int32{3, 7}, nil)
	if len(words) != 2 || words[0].Length != 1 {
		t.Errorf("got %+v, want two words of one character", words)
	}
}

func TestClass(t *testing.T) {
	for _, tag := range []string{"n", "nr", "vn", "a", "zg", "x"} {
		if got := segment.ClassOf(tag).Letter(); got != tag[0] {
			t.Errorf("the class of %q has the letter %q", tag, got)
		}
	}
	if segment.ClassOf("v") == segment.ClassOf("vn") {
		t.Error("verbs and verbal nouns have one class")
	}
}

// FuzzRead reads broken files, which must give errors and no panic.
func FuzzRead(f *testing.F) {
	f.Add([]byte("smelt model 1\n{}\n"))
	f.Add([]byte("no model"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if d, err := segment.Read(file); err == nil {
			d.Cut("工", []int32{0}, []int32{3}, nil)
		}
	})
}
