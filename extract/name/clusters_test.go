package name

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract/packed"
)

// bundles writes words as vectors in a few bundles: w0, wN, w2N … share one.
// drift moves each a little further than the one before.
func bundles(words, bundles int, drift float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d 3\n", words)
	for i := range words {
		a := 2 * math.Pi * float64(i%bundles) / float64(bundles)
		fmt.Fprintf(&b, "w%d %.4f %.4f %.4f\n", i, math.Cos(a), math.Sin(a), drift*float64(i))
	}
	return b.String()
}

func TestClusters(t *testing.T) {
	pack := func() []byte {
		file, err := PackClusters(strings.NewReader(bundles(3000, 6, 1e-3)), packed.Header{Model: "word classes"})
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	file := pack()
	if !bytes.Equal(file, pack()) {
		t.Error("the same vectors gave two different files")
	}
	c, err := readClusters(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.of(hash("nobody")); got != (cluster{}) {
		t.Errorf("an unknown word is in class %v", got)
	}
	finest := map[value]cluster{}
	for i := range 3000 {
		got := c.of(hash(fmt.Sprintf("w%d", i)))
		for level, n := range classesOf {
			if got[level] < 1 || int(got[level]) > n {
				t.Fatalf("w%d is in class %v", i, got)
			}
		}
		if before, ok := finest[got[0]]; ok && before != got {
			t.Fatalf("class %d is part of %v and of %v", got[0], before, got)
		}
		finest[got[0]] = got
	}
}

func TestNeighboursShareAClass(t *testing.T) {
	words, points, err := readVectors(strings.NewReader(bundles(600, 6, 0)))
	if err != nil {
		t.Fatal(err)
	}
	classes, centres := kMeans(points, 6)
	if len(centres) != 6 {
		t.Fatalf("%d classes", len(centres))
	}
	for i := range words {
		if classes[i] != classes[i%6] {
			t.Fatalf("%s and %s point the same way and are in the classes %d and %d", words[i], words[i%6], classes[i], classes[i%6])
		}
		for c, centre := range centres {
			if dot(points[i], centre) > dot(points[i], centres[classes[i]]) {
				t.Fatalf("%s lies nearer to class %d than to its own", words[i], c)
			}
		}
	}
}

func TestBadVectors(t *testing.T) {
	for in, want := range map[string]string{
		"":                       "no word",
		"2 3\n":                  "no word",
		"a 1 2\nb 1 x\n":         "line 2",
		"a 1 2\nb 1 2 3\n":       "line 2",
		"nothing 0 0\nnil 0 0\n": "no word",
	} {
		_, err := PackClusters(strings.NewReader(in), packed.Header{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gave the error %v, want one with %q", in, err, want)
		}
	}
}

// FuzzModelFiles reads broken files, which must give errors and no panic.
func FuzzModelFiles(f *testing.F) {
	f.Add(englishClustersFile[:200])
	f.Add([]byte("smelt model 1\n{}\n"))
	small, err := PackClusters(strings.NewReader(bundles(20, 6, 0)), packed.Header{})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(small)
	f.Fuzz(func(t *testing.T, file []byte) {
		if c, err := readClusters(file); err == nil {
			c.of(hash("w1"))
		}
		_, _ = readModel(file)
		_, _ = readSpeech(file)
	})
}
