package name

import (
	"fmt"
	"slices"
	"strings"
)

// group is a set of kinds of evidence. What one is worth shows when the
// tagger learns without it.
type group uint8

const (
	lexicons  group = 1 << iota // lists of names, titles and heads
	wordsOf                     // Chinese words of the dictionary, English parts of speech
	classes                     // of words
	spellings                   // other Chinese words of the vocabulary, Latin words
	runs                        // English words in capitals that stand together
	document                    // the second look
)

// groupNames are the names of the groups in the order of their bits.
var groupNames = []string{"lexicons", "words", "classes", "spellings", "runs", "document"}

// Evidence is the kinds of evidence that [Training] can leave out.
func Evidence() []string { return slices.Clone(groupNames) }

// parseGroups reads names of groups.
func parseGroups(names []string) (g group, err error) {
	for _, n := range names {
		i := slices.Index(groupNames, n)
		if i < 0 {
			return 0, fmt.Errorf("%q is no kind of evidence; there are %s", n, strings.Join(groupNames, ", "))
		}
		g |= 1 << i
	}
	return g, nil
}
