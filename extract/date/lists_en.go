package date

import (
	_ "embed"
	"strings"
)

//go:embed lists_en.tsv
var listsEN string

// listName names a list of lists_en.tsv.
type listName string

// The lists of neighbours, by what their words tell.
const (
	functionWords  listName = "function"         // end a noun phrase or begin a clause
	countedThings  listName = "counted"          // make the number before them a count
	scaleWords     listName = "scale"            // make it a sum or a share
	notPlurals     listName = "not plural"       // end in s and are no plural nouns
	beforeYear     listName = "before year"      // may stand before a year
	beforeMonth    listName = "before month"     // may stand before a month
	monthOrWord    listName = "month or word"    // months that are words or names too
	dailyNouns     listName = "daily noun"       // make daily an adjective that says no time
	halfNouns      listName = "half noun"        // what has a first-half
	lengthAdjs     listName = "length adjective" // stand between a count and its unit
	beforeLength   listName = "before length"    // make "a week" a length
	beforeHalf     listName = "before half"      // make "half year" one
	afterPeriod    listName = "after period"     // make "the year" another than this one
	beforePart     listName = "before part"      // make "evening" say when
	afterPast      listName = "after past"       // make "the past" a noun
	noPastBefore   listName = "no past"          // make a word in -ed no past tense
	noShareBefores listName = "no share"         // make 3/20 a share
)

// lists holds the words of every list.
func lists() map[listName]map[string]bool {
	out := map[listName]map[string]bool{}
	plainTSV(listsEN, func(c []string) {
		words := map[string]bool{}
		for w := range strings.SplitSeq(c[1], ",") {
			words[w] = true
		}
		out[listName(c[0])] = words
	})
	return out
}

// among reports whether token i is a word of the list.
func (r *englishReader) among(i int, list listName) bool {
	if i < 0 || i >= len(r.t) {
		return false
	}
	var buf [24]byte
	w := r.text[r.t[i].start:r.t[i].end]
	if len(w) > len(buf) {
		return false
	}
	for k := range len(w) {
		buf[k] = w[k] | 32
	}
	return r.lex.lists[list][string(buf[:len(w)])]
}
