package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
)

// reader turns the stream of one file into items.
type reader func(r *reading, name string, in io.Reader)

// formats lists the readers by file extension, in the order that help texts
// name them. A function, since readers of containers refer back to it.
func formats() []struct {
	ext  string
	read reader
} {
	return []struct {
		ext  string
		read reader
	}{
		{".txt", readText},
		{".html", readHTML},
		{".htm", readHTML},
		{".shtml", readHTML},
		{".xhtml", readHTML},
		{".jsonl", readJSONL},
		{".ndjson", readJSONL},
		{".parquet", readParquet},
		{".mhtml", readMHTML},
		{".mht", readMHTML},
		{".warc", readWARC},
		{".zip", readZip},
		{".tar", readTar},
		{".tgz", readGzip},
		{".gz", readGzip},
		{".zst", readZstd},
		{".bz2", readBzip2},
	}
}

// maxDepth bounds containers within containers.
const maxDepth = 4

// Extensions names the extensions that are read, for messages and help.
func Extensions() string {
	var names []string
	for _, f := range formats() {
		names = append(names, f.ext)
	}
	return strings.Join(names, " ")
}

// extension is the lower-case extension of a file name; "" when it has none.
func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// readerOf is the reader for a file name, nil when none knows it. A
// compressed file is known when what it holds is: pages.tar.gz, but not data.csv.gz.
func readerOf(name string) reader {
	ext := extension(name)
	for _, f := range formats() {
		if f.ext != ext {
			continue
		}
		if inner, compressed := stripped(name); compressed && extension(inner) != "" && readerOf(inner) == nil {
			return nil
		}
		return f.read
	}
	return nil
}

// stripped is a file name without its compression extension.
func stripped(name string) (inner string, compressed bool) {
	switch ext := extension(name); ext {
	case ".gz", ".zst", ".bz2":
		return name[:len(name)-len(ext)], true
	case ".tgz":
		return name[:len(name)-len(ext)] + ".tar", true
	}
	return name, false
}

// stream reads one file or member, by extension or else by content.
func (r *reading) stream(name string, in io.Reader) {
	if r.depth++; r.depth > maxDepth {
		r.fail(trouble(Broken, name, fmt.Sprintf("packed more than %d times over", maxDepth), nil))
		return
	}
	defer func() { r.depth-- }()
	if read := readerOf(name); read != nil {
		read(r, name, in)
		return
	}
	br := bufio.NewReaderSize(in, 1<<16)
	head, _ := br.Peek(512)
	sniff(head)(r, name, br)
}

// sniff chooses a reader by the first bytes of a stream that has no extension.
func sniff(head []byte) reader {
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return readGzip
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		return readZstd
	case bytes.HasPrefix(head, []byte("WARC/")):
		return readWARC
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return readTar
	case bytes.HasPrefix(text, []byte("{")):
		return readJSONL
	case bytes.HasPrefix(text, []byte("<")):
		return readHTML
	}
	return readText
}
