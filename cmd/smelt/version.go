package main

import (
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/smelt-ie/smelt/schemas"
	"github.com/spf13/cobra"
	"lukechampine.com/blake3"
)

// development is the version of a program that was not built from a release.
const development = "dev"

// version is the version of this program, for people and in the tables.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" || strings.Contains(info.Main.Version, "+dirty") ||
		strings.HasPrefix(info.Main.Version, "v0.0.0-") {
		return development
	}
	return info.Main.Version
}

// extractorID stands for everything that decides what is found in an article:
// the program, by its version or for a development build by its bytes, and the
// user's lexicons and models. It is kept in the ledger, so that a change of either has the
// articles read again.
func extractorID(files []string) (string, error) {
	h := blake3.New(32, nil)
	id := version()
	if id == development {
		exe, err := os.Executable()
		if err != nil {
			return "", fmt.Errorf("find the program: %w", err)
		}
		files = append([]string{exe}, files...)
	}
	for _, file := range files {
		f, err := os.Open(file)
		if err != nil {
			return "", fmt.Errorf("read %s: %w", file, err)
		}
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil {
			return "", fmt.Errorf("read %s: %w", file, err)
		}
	}
	if len(files) > 0 {
		id += "-" + hex.EncodeToString(h.Sum(nil))[:12]
	}
	return id, nil
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of smelt and of its tables",
		Example: `  smelt version`,
		Args:    noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.OutOrStdout(), "smelt %s, tables version %d, %s %s/%s\n", version(), schemas.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}

// noArguments refuses arguments in one sentence.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("%s takes no argument, but %q was given", c.CommandPath(), args[0])}
	}
	return nil
}
