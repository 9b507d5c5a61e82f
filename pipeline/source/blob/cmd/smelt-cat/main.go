// Command smelt-cat writes the articles of a blob store to standard output as
// one tar stream, for smelt to read.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	smelt "github.com/smelt-ie/smelt/pipeline/source/blob"
	"gocloud.dev/blob"
	_ "gocloud.dev/blob/azureblob"
	_ "gocloud.dev/blob/fileblob"
	_ "gocloud.dev/blob/gcsblob"
	_ "gocloud.dev/blob/s3blob"
)

const usage = `usage: smelt-cat BUCKET-URL [PREFIX]

Writes the objects of a bucket whose keys begin with PREFIX as a tar stream.
BUCKET-URL is s3://NAME?region=REGION, gs://NAME, azblob://CONTAINER or
file:///FOLDER; credentials come from the usual environment of each cloud.

  smelt-cat s3://news?region=eu-west-1 2024/05/ | smelt run - --out tables`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if len(os.Args) < 2 || len(os.Args) > 3 || os.Args[1] == "-h" || os.Args[1] == "--help" {
		fmt.Fprintln(os.Stderr, usage)
		os.Exit(2)
	}
	prefix := ""
	if len(os.Args) == 3 {
		prefix = os.Args[2]
	}
	if err := run(ctx, os.Args[1], prefix, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "smelt-cat:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, url, prefix string, w io.Writer) (err error) {
	b, err := blob.OpenBucket(ctx, url)
	if err != nil {
		return fmt.Errorf("open %s: %w", url, err)
	}
	defer func() { err = errors.Join(err, b.Close()) }()
	out := bufio.NewWriterSize(w, 1<<20)
	if err := smelt.Tar(ctx, b, prefix, out); err != nil {
		return err
	}
	return out.Flush()
}
