package blob_test

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"testing"

	"github.com/smelt-ie/smelt/pipeline/source/blob"
	"gocloud.dev/blob/memblob"
)

func TestTar(t *testing.T) {
	ctx := context.Background()
	b := memblob.OpenBucket(nil)
	defer b.Close()
	for key, body := range map[string]string{"2024/b.txt": "two", "2024/a.html": "<p>one", "2023/old.txt": "old"} {
		if err := b.WriteAll(ctx, key, []byte(body), nil); err != nil {
			t.Fatal(err)
		}
	}
	var buf bytes.Buffer
	if err := blob.Tar(ctx, b, "2024/", &buf); err != nil {
		t.Fatal(err)
	}
	var got []string
	for r := tar.NewReader(&buf); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r)
		got = append(got, h.Name+" "+string(body))
	}
	if want := []string{"2024/a.html <p>one", "2024/b.txt two"}; !slices.Equal(got, want) {
		t.Errorf("the archive holds %q, want %q", got, want)
	}
}

func TestTarOfACancelledRun(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	b := memblob.OpenBucket(nil)
	defer b.Close()
	if err := b.WriteAll(ctx, "a.txt", []byte("x"), nil); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := blob.Tar(ctx, b, "", io.Discard); !errors.Is(err, context.Canceled) {
		t.Errorf("Tar = %v, want the cancellation", err)
	}
}
