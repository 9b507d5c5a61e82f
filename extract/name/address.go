package name

import (
	"regexp"
	"slices"
	"strings"
)

// address is an address on the web, an e-mail address or the name of a file:
// what looks like a name in it is none.
var address = regexp.MustCompile(`https?://[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w+|[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|csv|txt|zip|jpe?g|png|gif|mp[34])\b`)

// addresses drops the names that lie in an address. found is sorted by start.
func addresses(text string, found []named) []named {
	if !strings.ContainsAny(text, "@/.") {
		return found
	}
	spans := address.FindAllStringIndex(text, -1)
	return slices.DeleteFunc(found, func(n named) bool {
		for len(spans) > 0 && spans[0][1] <= n.Start {
			spans = spans[1:]
		}
		return len(spans) > 0 && spans[0][0] < n.End
	})
}
