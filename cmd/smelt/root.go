package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "smelt",
		Short: "News articles in, tables out",
		Long: `smelt reads scraped news articles about small and medium-sized enterprises, in
English and Chinese, and writes tables: who said what, which bodies, where,
when, and how much.`,
		Example: `  smelt run                          the sample articles, into out/
  smelt run articles/ --out tables   your own folder
  smelt show articles/page.html      one article with what was found in it`,
		SilenceErrors: true, // execute prints them
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs, // so that a wrong command reaches RunE
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return unknown(c, "command", args[0], commandNames(c))
		},
	}
	root.AddCommand(runCommand(), extractCommand(), showCommand(), evalCommand(), schemaCommand(), trainCommand(), versionCommand())
	root.SetFlagErrorFunc(flagError)
	ready(root)
	return root
}

// ready brings the commands that cobra makes by itself into line with the others.
func ready(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		switch c.Name() {
		case "help":
			c.Example = "  smelt help run"
			c.Run, c.RunE = nil, func(_ *cobra.Command, args []string) error {
				about, rest, err := root.Find(args)
				if err != nil || len(rest) > 0 {
					return unknown(root, "command", strings.Join(args, " "), commandNames(root))
				}
				return about.Help()
			}
		case "completion":
			c.Example = "  source <(smelt completion bash)"
			c.Args = cobra.ArbitraryArgs
			c.RunE = func(c *cobra.Command, args []string) error {
				if len(args) > 0 {
					return unknown(c, "shell", args[0], commandNames(c))
				}
				return c.Help()
			}
			for _, shell := range c.Commands() {
				shell.Example = "  smelt completion " + shell.Name()
			}
		}
	}
}

func commandNames(c *cobra.Command) []string {
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// flagError says in one sentence what is wrong with a flag.
func flagError(c *cobra.Command, err error) error {
	var missing *pflag.NotExistError
	if !errors.As(err, &missing) {
		return usageError{fmt.Errorf("%w (see %s --help)", err, c.CommandPath())}
	}
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	given := "--" + missing.GetSpecifiedName()
	if missing.GetSpecifiedShortnames() != "" {
		given = "-" + missing.GetSpecifiedName()
	}
	return unknown(c, "flag", given, names)
}

// unknown is the error for a command or flag that is not there, with the name
// that was probably meant.
func unknown(c *cobra.Command, what, given string, names []string) error {
	text := fmt.Sprintf("%s has no %s %q", c.CommandPath(), what, given)
	if near := nearest(given, names); near != "" {
		return usageError{fmt.Errorf("%s; did you mean %q?", text, near)}
	}
	return usageError{fmt.Errorf("%s; see %s --help", text, c.CommandPath())}
}

// nearest is the name closest to what was typed, "" when none is close.
func nearest(given string, names []string) string {
	best, limit := "", max(1, len(strings.TrimLeft(given, "-"))/3)+1
	for _, n := range names {
		d := edits(given, n)
		if len(given) > 2 && strings.HasPrefix(n, given) {
			d = 1
		}
		if d < limit {
			best, limit = n, d
		}
	}
	return best
}

// edits is the Levenshtein distance of two names.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := diagonal
			if a[i] != b[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
