package packed_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/smelt-ie/smelt/extract/packed"
	"pgregory.net/rapid"
)

// TestRoundTrip reads back what was written: features as their numbers in the
// index, strings, and nothing beyond the end.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfDistinct(rapid.Uint32(), rapid.ID).Draw(t, "features")
		slices.Sort(list)
		features := make([]packed.Feature, len(list))
		for i, f := range list {
			features[i] = packed.Feature(f)
		}
		word := rapid.String().Draw(t, "word")
		head := packed.Header{Model: word, Data: []string{"a"}}
		file, err := packed.Pack(head, packed.PutString(packed.PutFeatures(nil, features), word))
		if err != nil {
			t.Fatal(err)
		}
		h, content, err := packed.Unpack(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(head, h); diff != "" {
			t.Fatalf("header (-want +got)\n%s", diff)
		}
		r := packed.NewReader(content)
		x := packed.NewIndex(r.Features())
		for i, f := range features {
			if got := x.Find(f); got != int32(i) {
				t.Fatalf("feature %d has the number %d, want %d", f, got, i)
			}
		}
		if other := packed.Feature(rapid.Uint32().Draw(t, "other")); !slices.Contains(features, other) && x.Find(other) != -1 {
			t.Fatalf("found the feature %d that is not there", other)
		}
		if got := r.String(); got != word || r.Err() != nil {
			t.Fatalf("got %q and %v, want %q", got, r.Err(), word)
		}
		if r.Uvarint(); !errors.Is(r.Err(), packed.ErrFile) {
			t.Fatalf("read beyond the end: %v", r.Err())
		}
	})
}

func TestUnpackOther(t *testing.T) {
	for _, file := range []string{"", "text", "smelt model 1\n", "smelt model 1\n{}"} {
		if _, _, err := packed.Unpack([]byte(file)); !errors.Is(err, packed.ErrFile) {
			t.Errorf("%q gave %v", file, err)
		}
	}
}
