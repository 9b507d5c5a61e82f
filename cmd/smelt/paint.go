package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
	"golang.org/x/term"
)

// Widths that articles are laid out for.
const (
	defaultWidth = 100
	leastWidth   = 20
)

// colours are the terminal codes of the labels.
var colours = map[extract.Label]string{
	extract.LabelPerson: "\x1b[1;35m", extract.LabelBody: "\x1b[1;34m", extract.LabelPlace: "\x1b[1;32m",
	extract.LabelDate: "\x1b[1;36m", extract.LabelFigure: "\x1b[1;33m",
}

// Terminal codes of everything else.
const (
	bold  = "\x1b[1m"
	faint = "\x1b[2m"
	plain = "\x1b[0m"
)

// painter lays articles and tables out in so many columns. The first error of
// a write stays in err and ends the output.
type painter struct {
	w      io.Writer
	width  int
	colour bool
	err    error
}

func newPainter(w io.Writer, width int) *painter {
	p := &painter{w: w, width: width}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.colour = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if cols, _, err := term.GetSize(int(f.Fd())); err == nil && p.width <= 0 {
			p.width = cols
		}
	}
	if p.width <= 0 {
		p.width = defaultWidth
	}
	p.width = max(p.width, leastWidth)
	return p
}

func (p *painter) line(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s+"\n")
	}
}

// style puts s between a terminal code and its end.
func (p *painter) style(code, s string) string {
	if !p.colour || s == "" {
		return s
	}
	return code + s + plain
}

// head prints what is known of an article as a whole.
func (p *painter) head(d *extract.Doc) {
	if d.Title != "" {
		for _, l := range p.wrapped(d.Title, nil) {
			p.line(p.style(bold, l))
		}
	}
	var facts []string
	for _, f := range []string{d.SourcePath, d.Site, d.Published.String(), string(d.Lang), d.ID} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	for _, l := range p.wrapped(strings.Join(facts, " · "), nil) {
		p.line(p.style(faint, l))
	}
}

// article prints the text with its mentions, and what the colours mean.
func (p *painter) article(d *extract.Doc) {
	p.line("")
	for _, l := range p.wrapped(d.Text, d.Mentions) {
		p.line(l)
	}
	if p.colour {
		var legend []string
		for _, l := range extract.Labels {
			legend = append(legend, p.style(colours[l], string(l)))
		}
		p.line("")
		p.line(strings.Join(legend, " "))
	}
}

// blocks prints what cleaning decided on the page.
func (p *painter) blocks(d *extract.Doc) {
	p.line("")
	if len(d.Blocks) == 0 {
		p.line("the text came clean: there was nothing to decide")
	}
	for _, b := range d.Blocks {
		mark, code := "-", faint
		if b.Kept {
			mark, code = "+", ""
		}
		body := clip(strings.Join(strings.Fields(b.Text), " "), max(p.width-22, 10))
		p.line(p.style(code, fmt.Sprintf("%s %s %s", mark, pad(clip(b.Reason, 18), 18), body)))
	}
}

// mentions lists the mentions with their values.
func (p *painter) mentions(d *extract.Doc) {
	p.line("")
	if d.Mentions == nil {
		return
	}
	rec := record.Of(d)
	for i, m := range rec.Mentions {
		var parts []string
		for _, a := range []struct{ name, value string }{
			{"", m.Value}, {"to", m.Value2}, {"", m.Unit}, {"cmp", m.Cmp}, {"change", m.Change}, {"basis", m.Basis}, {"item", m.Item}, {"of", m.Of},
			{"mod", m.Mod}, {"role", m.Role}, {"body", m.Body}, {"full", m.Full}, {"kind", m.Kind}, {"", d.Mentions[i].EntityID},
		} {
			switch {
			case a.value == "":
			case a.name == "":
				parts = append(parts, a.value)
			default:
				parts = append(parts, a.name+"="+a.value)
			}
		}
		line := fmt.Sprintf("%5d-%-5d %-6s %s  %s  (%s %.2f)", m.Start, m.End, m.Label, p.style(colours[m.Label], m.Text), strings.Join(parts, " "), m.Rule, m.Confidence)
		p.line(strings.TrimSpace(line))
	}
}

// wrapped breaks a text into lines of the painter's width at the places where
// its script allows it, and marks the mentions.
func (p *painter) wrapped(text string, mentions []extract.Mention) []string {
	var lines []string
	var line strings.Builder
	col, at, state := 0, 0, -1
	for rest := text; rest != ""; {
		var segment string
		var must bool
		segment, rest, must, state = uniseg.FirstLineSegmentInString(rest, state)
		width := uniseg.StringWidth(strings.TrimRight(segment, " \n"))
		if col > 0 && col+width > p.width {
			lines = append(lines, strings.TrimRight(line.String(), " "))
			line.Reset()
			col = 0
		}
		line.WriteString(p.marked(text, at, strings.TrimRight(segment, "\r\n"), mentions))
		at += len(segment)
		col += uniseg.StringWidth(strings.TrimRight(segment, "\r\n"))
		if must && (rest != "" || strings.HasSuffix(segment, "\n")) {
			lines = append(lines, strings.TrimRight(line.String(), " "))
			line.Reset()
			col = 0
		}
	}
	if line.Len() > 0 {
		lines = append(lines, strings.TrimRight(line.String(), " "))
	}
	return lines
}

// marked is the segment of a text that begins at a byte offset, its mentions
// in colour, or in brackets with their labels where there is none.
func (p *painter) marked(text string, at int, segment string, mentions []extract.Mention) string {
	var b strings.Builder
	done, end := at, at+len(segment)
	for i := range mentions {
		m := &mentions[i]
		from, to := max(m.Start, at), min(m.End, end)
		if from >= to {
			continue
		}
		b.WriteString(text[done:from])
		if p.colour {
			b.WriteString(p.style(colours[m.Label()], text[from:to]))
		} else {
			if from == m.Start {
				b.WriteString("[")
			}
			b.WriteString(text[from:to])
			if to == m.End {
				b.WriteString("|" + string(m.Label()) + "]")
			}
		}
		done = to
	}
	b.WriteString(text[done:end])
	return b.String()
}
