package name

import (
	"regexp"
	"slices"
	"strings"
)

// address is an address on the web, an e-mail address or the name of a file:
// what looks like a name in it is none.
var address = regexp.MustCompile(`https?://[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|zip|jpe?g|png|gif|mp[34])\b`)

// addressSigns are what every address holds one of; few lines do.
var addressSigns = []string{"@", "://", ".pdf", ".doc", ".xls", ".ppt", ".csv", ".txt", ".zip", ".jp", ".png", ".gif", ".mp"}

// addresses drops the names that lie in an address. found is sorted by start.
func addresses(text string, found []named) []named {
	var spans [][]int
	start := 0
	for line := range strings.Lines(text) {
		if slices.ContainsFunc(addressSigns, func(s string) bool { return strings.Contains(line, s) }) {
			for _, at := range address.FindAllStringIndex(line, -1) {
				spans = append(spans, []int{start + at[0], start + at[1]})
			}
		}
		start += len(line)
	}
	return slices.DeleteFunc(found, func(n named) bool {
		for len(spans) > 0 && spans[0][1] <= n.Start {
			spans = spans[1:]
		}
		return len(spans) > 0 && spans[0][0] < n.End
	})
}
