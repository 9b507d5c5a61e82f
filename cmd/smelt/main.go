// Command smelt turns news articles about SME policy into tables: people,
// bodies, places, dates, figures, quotes and facts.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// The exit codes.
const (
	exitDone     = 0
	exitFailed   = 1 // the command could not do its work
	exitUsage    = 2 // wrong flag, argument or path
	exitArticles = 3 // done, but some articles failed
)

func main() {
	ctx, stop := interruptible()
	code := execute(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// errInterrupted is the cause of a context that the user has ended.
var errInterrupted = errors.New("interrupted")

// interruptible is a context that the first Ctrl-C or SIGTERM ends, so that a
// run can clean up. The second one ends the program at once.
func interruptible() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-signals
		signal.Stop(signals)
		cancel(errInterrupted)
	}()
	return ctx, func() { cancel(nil) }
}

// execute runs the command line and returns the exit code. It alone prints errors.
func execute(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := rootCommand()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.ExecuteContext(ctx)
	var usage usageError
	var articles failedArticles
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &articles):
		return exitArticles
	case errors.As(err, &usage):
		fmt.Fprintln(stderr, "smelt:", err)
		return exitUsage
	}
	fmt.Fprintln(stderr, "smelt:", err)
	return exitFailed
}

// usageError is a mistake in the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// failedArticles ends a command that has done its work and reported that some
// articles failed.
type failedArticles int

func (n failedArticles) Error() string { return fmt.Sprintf("%d articles failed", int(n)) }
