package date

import "testing"

// TestLists holds that every list that the grammar asks for has words.
func TestLists(t *testing.T) {
	have := lists()
	for _, name := range []listName{
		functionWords, countedThings, scaleWords, notPlurals, beforeYear, beforeMonth, monthOrWord, dailyNouns, halfNouns,
		lengthAdjs, beforeLength, beforeHalf, afterPeriod, beforePart, afterPast, noPastBefore, noShareBefores,
	} {
		if len(have[name]) == 0 {
			t.Errorf("lists_en.tsv has no list %q", name)
		}
		delete(have, name)
	}
	for name := range have {
		t.Errorf("lists_en.tsv has a list %q that nothing asks for", name)
	}
}

// TestClasses holds that every class that the word lists name is one.
func TestClasses(t *testing.T) {
	for _, data := range []string{wordsEN, wordsZH} {
		plainTSV(data, func(c []string) {
			if _, ok := classNames[c[0]]; !ok {
				t.Errorf("no class %q for %q", c[0], c[2])
			}
		})
	}
}
