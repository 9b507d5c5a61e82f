package pipeline

import (
	"encoding/hex"
	"iter"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline/source"
	"lukechampine.com/blake3"
)

// idChars is the length of an article id and of a content hash in the tables:
// 80 bits, at which a billion articles collide once in two million corpora.
const idChars = 20

// digest is the hash of some fields, each closed off from the next.
func digest(fields ...string) string {
	h := blake3.New(32, nil)
	for _, f := range fields {
		h.Write([]byte(f))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))[:idChars]
}

// contentHash stands for what was read of an article: the page and what its
// record states. What the page would be named or where it lies does not count.
func contentHash(d *extract.Doc) string {
	return digest(string(d.Format), string(d.Raw), d.Title, d.Site, string(d.Lang), d.Published.String())
}

// Identify sets the id of every article: made from its URL and content, so
// that it is the same on every machine and in every run. Something that could
// not be read has its place and trouble for content.
func Identify(items iter.Seq[source.Item]) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for it := range items {
			if it.Err != nil {
				it.Doc.ID = digest("unread", it.Doc.SourcePath, reason(it.Err))
			} else {
				it.Doc.ID = digest(it.Doc.URL, contentHash(it.Doc))
			}
			if !yield(it) {
				return
			}
		}
	}
}

// member matches the place of a record within a file: "a.jsonl:3", "b.zip!c.html".
var member = regexp.MustCompile(`:\d+$|!`)

// versionKey names what an article is a version of: its address, or the record
// or page file that it came from. It is "" for a record without an address or
// id, of which no newer version can be told. Paths count from the folder base.
func versionKey(d *extract.Doc, base string) string {
	if d.URL != "" {
		return d.URL
	}
	at := member.FindStringIndex(d.SourcePath)
	file := d.SourcePath
	if at != nil {
		if d.RecordID == "" {
			return ""
		}
		file = d.SourcePath[:at[0]]
	}
	return strings.TrimSuffix(relative(file, base)+"#"+d.RecordID, "#")
}

// relative is a path as seen from base, so that a corpus and its tables can
// move together; the path itself where that cannot be said.
func relative(path, base string) string {
	if base == "" {
		return path
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	rel, err := filepath.Rel(base, abs)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}
