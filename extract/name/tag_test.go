package name

import "testing"

func TestPossible(t *testing.T) {
	const o = uint16(1) << outside
	on := func(ts ...tag) (m uint16) {
		for _, x := range ts {
			m |= 1 << x
		}
		return m
	}
	for _, c := range []struct {
		name    string
		allowed []uint16
		want    bool
	}{
		{"nothing", []uint16{o, o}, true},
		{"a name of two", []uint16{o, on(begin), on(last), o}, true},
		{"a name cut short by another", []uint16{on(begin), on(tagOf(1, unit)), o}, false},
		{"a name that does not end", []uint16{o, on(begin)}, false},
		{"an optional name", []uint16{o | on(begin), o | on(last)}, true},
	} {
		if got := possible(c.allowed); got != c.want {
			t.Errorf("%s: possible = %v, want %v", c.name, got, c.want)
		}
	}
}
