// Package compose makes the sample corpus from its sources: pages, clean text
// and labelled records are all read off one marked-up file per article, so
// that they cannot disagree.
//
// In a source a mention is written {label attributes|text}. The label is one
// letter: p person, b body, l place, d date, f figure; a question mark after it
// makes the mention optional. Attributes are parted by semicolons, each either
// key=value or, in this order:
//
//	p  role; body           {p vice mayor; Linxia People's Government|Luo Yan}
//	b  kind                 {b government|State Council}
//	d  value mod            {d 2024-12 END|end of December}
//	f  value unit flags; item   {f 7.5 percent up yoy; output|7.5 percent}
//
// A range of figures is value..value2; flags are a comparison, a change and a
// basis in any order.
package compose

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
)

var (
	mark = regexp.MustCompile(`\{([pbldf])(\??)([^|{}]*)\|([^{}]+)\}`)
	key  = regexp.MustCompile(`^(full|of|body|role|item|kind)=(.*)$`)
	tag  = regexp.MustCompile(`<[^>]*>`)
)

var labels = map[string]extract.Label{
	"p": extract.LabelPerson, "b": extract.LabelBody, "l": extract.LabelPlace,
	"d": extract.LabelDate, "f": extract.LabelFigure,
}

// Unmark is the line as a reader of the page sees it, without its marks.
func Unmark(line string) string { return mark.ReplaceAllString(line, "$4") }

// Paragraph reads one marked-up line of a page: its clean text and the
// mentions in it, offsets in code points of that text.
func Paragraph(line string) (string, []record.Mention, error) {
	const open, shut = "\x01", "\x02"
	var mentions []record.Mention
	for _, g := range mark.FindAllStringSubmatch(line, -1) {
		m := record.Mention{Label: labels[g[1]], Optional: g[2] != "", Text: html.UnescapeString(g[4])}
		if err := attributes(&m, g[3]); err != nil {
			return "", nil, fmt.Errorf("mention %q: %w", g[0], err)
		}
		mentions = append(mentions, m)
	}
	plain := mark.ReplaceAllString(line, open+"$4"+shut)
	plain = strings.Trim(html.UnescapeString(tag.ReplaceAllString(plain, "")), " \t\u3000\u00a0")
	if strings.ContainsAny(plain, "{}|") {
		return "", nil, fmt.Errorf("broken mark in %q", line)
	}
	var text strings.Builder
	chars, next := 0, 0
	for _, r := range plain {
		switch string(r) {
		case open:
			mentions[next].Start = chars
		case shut:
			mentions[next].End = chars
			next++
		default:
			text.WriteRune(r)
			chars++
		}
	}
	for _, m := range mentions {
		if utf8.RuneCountInString(m.Text) != m.End-m.Start {
			return "", nil, fmt.Errorf("mention %q has markup inside", m.Text)
		}
	}
	return text.String(), mentions, nil
}

// attributes sets what the mark says beside the label.
func attributes(m *record.Mention, s string) error {
	place := 0
	for part := range strings.SplitSeq(s, ";") {
		part = strings.TrimSpace(part)
		if part == "" {
			place++
			continue
		}
		if g := key.FindStringSubmatch(part); g != nil {
			named(m, g[1], g[2])
			continue
		}
		if err := positional(m, place, part); err != nil {
			return err
		}
		place++
	}
	return nil
}

func named(m *record.Mention, name, value string) {
	switch name {
	case "full":
		m.Full = value
	case "of":
		m.Of = value
	case "body":
		m.Body = value
	case "role":
		m.Role = value
	case "item":
		m.Item = value
	case "kind":
		m.Kind = value
	}
}

func positional(m *record.Mention, place int, s string) error {
	switch {
	case m.Label == extract.LabelPerson && place == 0:
		m.Role = s
	case m.Label == extract.LabelPerson && place == 1:
		m.Body = s
	case (m.Label == extract.LabelBody || m.Label == extract.LabelPlace) && place == 0:
		m.Kind = s
	case m.Label == extract.LabelDate && place == 0:
		m.Value, m.Mod, _ = strings.Cut(s, " ")
	case m.Label == extract.LabelFigure && place == 0:
		return figure(m, strings.Fields(s))
	case m.Label == extract.LabelFigure && place == 1:
		m.Item = s
	default:
		return fmt.Errorf("no place for %q", s)
	}
	return nil
}

// figure reads "value unit flags"; a dash stands for a value the text does not say.
func figure(m *record.Mention, words []string) error {
	if len(words) < 2 {
		return fmt.Errorf("figure without value and unit")
	}
	if words[0] != "-" {
		m.Value, m.Value2, _ = strings.Cut(words[0], "..")
	}
	m.Unit = words[1]
	for _, w := range words[2:] {
		switch w {
		case "=", ">", ">=", "<", "<=", "~":
			m.Cmp = w
		case "up", "down":
			m.Change = w
		case "yoy", "mom":
			m.Basis = w
		default:
			return fmt.Errorf("unknown figure flag %q", w)
		}
	}
	return nil
}
