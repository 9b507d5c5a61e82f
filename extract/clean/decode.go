package clean

import (
	"bytes"
	"strings"
	uni "unicode"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// Decode turns a page into valid UTF-8. label is the encoding that a header
// names, "" for none; the page's own mark, its meta tags and what its bytes
// look like are weighed against it, since labels are often wrong. name is the
// encoding that was used.
func Decode(raw []byte, label string) (text, name string) {
	if enc, mark := byteOrderMark(raw); enc != nil {
		return convert(raw, enc), mark
	} else if mark != "" {
		return strings.ToValidUTF8(string(raw[3:]), "\uFFFD"), mark
	}
	if utf8.Valid(raw) {
		if bytes.IndexByte(raw[:min(len(raw), 4096)], 0) < 0 {
			return string(raw), "utf-8"
		}
	} else if nearlyUTF8(raw) {
		return strings.ToValidUTF8(string(raw), "\uFFFD"), "utf-8"
	}
	if enc, wide := wideWithoutMark(raw); enc != nil {
		return convert(raw, enc), wide
	}
	return best(raw, candidates(raw, label))
}

func convert(raw []byte, enc encoding.Encoding) string {
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		// The decoders replace what they cannot read; an error means that even
		// that failed, and the bytes are taken as they are.
		out = raw
	}
	return strings.ToValidUTF8(string(out), "\uFFFD")
}

// byteOrderMark reads the mark at the start of a page: an encoding, or for
// UTF-8 its name alone.
func byteOrderMark(raw []byte) (encoding.Encoding, string) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return nil, "utf-8"
	case bytes.HasPrefix(raw, []byte("\xff\xfe\x00\x00")):
		return utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM), "utf-32le"
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), "utf-16le"
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), "utf-16be"
	}
	return nil, ""
}

// wideWithoutMark recognises UTF-16 by its zero bytes, which stand on one side.
func wideWithoutMark(raw []byte) (encoding.Encoding, string) {
	var zeros [2]int
	for i, c := range raw[:min(len(raw), 4096)] {
		if c == 0 {
			zeros[i%2]++
		}
	}
	switch n := min(len(raw), 4096); {
	case zeros[1] > n/16 && zeros[0]*20 < zeros[1]:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le"
	case zeros[0] > n/16 && zeros[1]*20 < zeros[0]:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// nearlyUTF8 reports whether a page is UTF-8 with a few broken bytes: at least
// ten sound characters beyond ASCII for each broken one.
func nearlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good >= 10*bad
}

// candidates lists the encodings worth trying: what the header and the page
// name, what a detector says, and the usual ones.
func candidates(raw []byte, label string) []string {
	names := []string{label, metaCharset(raw)}
	if r := chardet.Detect(raw[:min(len(raw), 1<<15)]); r.Confidence > 0.2 {
		names = append(names, r.Encoding)
	}
	return append(names, "gb18030", "big5", "windows-1252")
}

// metaCharset is the encoding that the head of a page names.
func metaCharset(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), 4096)])
	for _, key := range []string{"charset", "encoding"} {
		for rest := head; ; {
			at := bytes.Index(rest, []byte(key))
			if at < 0 {
				break
			}
			rest = bytes.TrimLeft(rest[at+len(key):], " \t\r\n")
			if len(rest) == 0 || rest[0] != '=' {
				continue
			}
			value := bytes.TrimLeft(rest[1:], " \t\r\n\"'")
			if end := bytes.IndexAny(value, "\"' \t\r\n;>?/"); end > 0 {
				return string(value[:end])
			}
		}
	}
	return ""
}

// best decodes a sample with every candidate and takes the most plausible;
// between equals the one named first.
func best(raw []byte, names []string) (text, name string) {
	sample := raw[:min(len(raw), 1<<16)]
	top := -1 << 30
	var chosen encoding.Encoding
	for i, n := range names {
		enc, canonical := lookupEncoding(n)
		if enc == nil {
			continue
		}
		score := plausible(convert(sample, enc))
		if i == 0 || i == 1 {
			score += score / 10 // a label counts for something
		}
		if score > top {
			top, chosen, name = score, enc, canonical
		}
	}
	return convert(raw, chosen), name
}

// lookupEncoding finds an encoding by any of its names. The GB family is read
// as GB18030, which contains the others.
func lookupEncoding(name string) (encoding.Encoding, string) {
	switch name = strings.ToLower(strings.TrimSpace(name)); name {
	case "":
		return nil, ""
	case "gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936", "euc-cn":
		return simplifiedchinese.GB18030, "gb18030"
	}
	enc, err := htmlindex.Get(name)
	if err != nil || enc == encoding.Replacement {
		return nil, ""
	}
	canonical, err := htmlindex.Name(enc)
	if err != nil || canonical == "utf-8" || canonical == "replacement" {
		return nil, ""
	}
	return enc, canonical
}

// plausible scores a decoded text: common characters for it, broken,
// unassigned and private ones against it.
func plausible(text string) int {
	score := 0
	for _, r := range text {
		switch {
		case r < 0x80:
			if r < 0x20 && r != '\n' && r != '\r' && r != '\t' {
				score -= 2
			}
		case r == utf8.RuneError || r >= 0xE000 && r <= 0xF8FF:
			score -= 20
		case r >= firstHan && r <= lastHan:
			if commonHan()[r-firstHan] {
				score += 6
			} else {
				score--
			}
		case r >= 0xAC00 && r <= 0xD7A3, r >= 0x3041 && r <= 0x30FA:
			score += 2
		case r >= 0x80 && r < 0xA0:
			score -= 10
		case r > 0x20000:
			score -= 10
		case r == 0x3000 || uni.IsLetter(r) || uni.IsPunct(r):
			score++
		}
	}
	return score
}
