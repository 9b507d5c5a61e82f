package main

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"
)

// widest is the most columns that one cell of a table takes.
const widest = 28

// grid prints rows of cells, the first of which are the headings. Columns that
// do not fit are named below.
func (p *painter) grid(rows [][]string) {
	var shown []int
	var left []string
	widths := make([]int, len(rows[0]))
	used := 0
	for c, name := range rows[0] {
		for _, row := range rows {
			widths[c] = max(widths[c], min(uniseg.StringWidth(oneLine(row[c])), widest))
		}
		if len(left) > 0 || used+widths[c] > p.width && len(shown) > 0 {
			left = append(left, name)
			continue
		}
		used += widths[c] + 2
		shown = append(shown, c)
	}
	for i, row := range rows {
		var b strings.Builder
		for _, c := range shown {
			b.WriteString(pad(clip(oneLine(row[c]), widths[c]), widths[c]+2))
		}
		line := strings.TrimRight(b.String(), " ")
		if i == 0 {
			line = p.style(bold, line)
		}
		p.line(line)
	}
	if len(left) > 0 {
		p.line(p.style(faint, fmt.Sprintf("more columns: %s", strings.Join(left, ", "))))
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// clip shortens s to so many columns.
func clip(s string, width int) string {
	if uniseg.StringWidth(s) <= width {
		return s
	}
	used, cut := 0, 0
	for g := uniseg.NewGraphemes(s); g.Next() && used+g.Width() < width; {
		used += g.Width()
		_, cut = g.Positions()
	}
	return s[:cut] + "…"
}

// pad fills s with spaces to so many columns.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-uniseg.StringWidth(s)))
}
