// Package blob reads articles out of blob stores: Amazon S3 (s3://bucket),
// Google Cloud Storage (gs://bucket), Azure (azblob://container) and, for
// tests, memory and local folders (mem://, file:///folder).
//
// It is a Go module of its own, so that the plain build of smelt does not
// carry the drivers of three clouds. Its command, smelt-cat, writes what a
// store holds as one tar stream, which smelt reads from standard input:
//
//	smelt-cat s3://news?region=eu-west-1 2024/05/ | smelt run - --out tables
package blob

import (
	"archive/tar"
	"context"
	"errors"
	"fmt"
	"io"

	"gocloud.dev/blob"
)

// Tar writes every object of a bucket whose key begins with prefix to w, in
// the order of their keys, as a tar archive. It holds no object in memory.
func Tar(ctx context.Context, b *blob.Bucket, prefix string, w io.Writer) error {
	out := tar.NewWriter(w)
	for list := b.List(&blob.ListOptions{Prefix: prefix}); ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		obj, err := list.Next(ctx)
		if errors.Is(err, io.EOF) {
			return out.Close()
		}
		if err != nil {
			return fmt.Errorf("list %q: %w", prefix, err)
		}
		if err := add(ctx, b, obj, out); err != nil {
			return fmt.Errorf("read %s: %w", obj.Key, err)
		}
	}
}

func add(ctx context.Context, b *blob.Bucket, obj *blob.ListObject, out *tar.Writer) error {
	r, err := b.NewReader(ctx, obj.Key, nil)
	if err != nil {
		return err
	}
	defer r.Close()
	// The size is the one of the reader: the object may have changed since it was listed.
	if err := out.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: obj.Key, Size: r.Size(), Mode: 0o644, ModTime: r.ModTime()}); err != nil {
		return err
	}
	_, err = io.Copy(out, r)
	return err
}
