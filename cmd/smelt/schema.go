package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/smelt-ie/smelt/schemas"
	"github.com/spf13/cobra"
)

func schemaCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "schema [TABLE]",
		Short: "Print the data dictionary, or the columns of one table",
		Example: `  smelt schema > dictionary.md
  smelt schema figures
  smelt schema figures --json`,
		ValidArgs: tables(),
		RunE: func(c *cobra.Command, args []string) error {
			return printSchema(c, args, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON for machines")
	return c
}

// tables are the names of the tables.
func tables() []string {
	var names []string
	for _, t := range schemas.Tables() {
		names = append(names, t.Name)
	}
	return names
}

func printSchema(c *cobra.Command, args []string, asJSON bool) error {
	if len(args) > 1 {
		return usageError{fmt.Errorf("smelt schema takes one table at most, but %d were given", len(args))}
	}
	w := c.OutOrStdout()
	all := schemas.Tables()
	if len(args) == 1 {
		i := slices.IndexFunc(all, func(t schemas.Table) bool { return t.Name == args[0] })
		if i < 0 {
			return unknown(c, "table", args[0], tables())
		}
		all = all[i : i+1]
	}
	switch {
	case asJSON:
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		return enc.Encode(all)
	case len(args) == 1:
		return printTable(w, all[0])
	}
	_, err := io.WriteString(w, schemas.Dictionary())
	return err
}

func printTable(w io.Writer, t schemas.Table) error {
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for _, col := range t.Columns {
		kind := col.Type
		if col.Nullable {
			kind += ", may be null"
		}
		fmt.Fprintf(tw, "%s\t%s\t%s\n", col.Name, kind, col.Doc)
	}
	return tw.Flush()
}
