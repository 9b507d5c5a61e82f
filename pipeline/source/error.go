package source

import (
	"fmt"
	"strings"
)

// Kind says what is wrong with an input.
type Kind string

// The kinds of trouble. Missing, Empty, Pattern and Unknown come from Open; the
// others concern one file or record and come as items.
const (
	Missing    Kind = "missing"    // nothing has this name
	Empty      Kind = "empty"      // a folder without a file that is read
	Pattern    Kind = "pattern"    // a glob pattern that is malformed or matches nothing
	Unknown    Kind = "unknown"    // a named file with an extension that is not read
	Unreadable Kind = "unreadable" // it exists but cannot be opened or breaks off
	Binary     Kind = "binary"     // not text: an image, a PDF, an executable
	Broken     Kind = "broken"     // a record or container that does not parse
	TooLarge   Kind = "too-large"  // a page over Options.MaxPage
)

// Error is trouble with one input, file or record. Its message is one
// sentence that names the place.
type Error struct {
	Kind   Kind
	Path   string // as the user knows it; a member of a container follows after "!"
	Line   int    // 1-based line of a record file; 0 where there are no lines
	Offset int64  // byte offset of the record in its container; -1 where there is none
	Reason string // what is wrong, a clause without the place
	Err    error  // the cause; may be nil
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Path)
	if e.Line > 0 {
		fmt.Fprintf(&b, ", line %d", e.Line)
	}
	if e.Offset >= 0 {
		fmt.Fprintf(&b, ", offset %d", e.Offset)
	}
	b.WriteString(": ")
	b.WriteString(e.Reason)
	if e.Err != nil {
		b.WriteString(": ")
		b.WriteString(e.Err.Error())
	}
	return b.String()
}

func (e *Error) Unwrap() error { return e.Err }

func trouble(kind Kind, path, reason string, cause error) *Error {
	return &Error{Kind: kind, Path: path, Offset: -1, Reason: reason, Err: cause}
}
