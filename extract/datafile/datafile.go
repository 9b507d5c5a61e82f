// Package datafile reads the tables that stand in data files beside the code.
package datafile

import "strings"

// Rows are the tab-separated fields of a data file, line by line, without its
// comments (#), empty lines and the header line.
func Rows(file string) [][]string {
	var out [][]string
	header := true
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if header {
			header = false
			continue
		}
		out = append(out, strings.Split(line, "\t"))
	}
	return out
}
