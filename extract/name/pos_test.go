package name

import (
	"strings"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	"github.com/smelt-ie/smelt/extract/packed"
)

// TestSpeech compares the tags with those of prose itself.
func TestSpeech(t *testing.T) {
	file, err := PackSpeech()
	if err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	s, err := readSpeech(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, read in %v, %d features", len(file), time.Since(began), len(s.starts)-1)
	text := `The ministry said on Monday that small firms in Hebei had paid less tax this year than last . ` +
		`Wang Lin , director of the bureau , told reporters that a new fund would lend 20 million yuan to shops in 2021 . ` +
		`Exports rose quickly while the German company slowly cut its losses and hired forty young engineers .`
	same, all := 0, 0
	for line := range strings.SplitSeq(text, " . ") {
		d, err := prose.NewDocument(line, prose.WithExtraction(false), prose.WithSegmentation(false))
		if err != nil {
			t.Fatal(err)
		}
		var words []*word
		e := newEnglish(s, &clusters{index: packed.NewIndex(nil)})
		for _, tok := range d.Tokens() {
			words = append(words, e.entry(tok.Text))
		}
		got := s.tagWords(words, &posContext{}, nil)
		for i, tok := range d.Tokens() {
			all++
			if s.classes[got[i]] == tok.Tag {
				same++
			} else {
				t.Logf("%s: %s, prose says %s", tok.Text, s.classes[got[i]], tok.Tag)
			}
		}
	}
	if same*100 < all*97 {
		t.Errorf("%d of %d tokens have the tag that prose gives", same, all)
	}
}
