package score

import (
	"fmt"
	"io"
	"maps"
	"math"
	"slices"

	"github.com/BurntSushi/toml"
	"github.com/smelt-ie/smelt/extract"
)

// Floors holds the least F1 that each measure must reach, in 0..1: language,
// then label, then measure.
type Floors map[string]map[string]map[string]float64

// ReadFloors reads a TOML floors file with tables like [en.person].
func ReadFloors(r io.Reader) (Floors, error) {
	var f Floors
	if _, err := toml.NewDecoder(r).Decode(&f); err != nil {
		return nil, err
	}
	for lang, labels := range f {
		if len(labels) == 0 {
			return nil, fmt.Errorf("language %q holds no table of floors such as [%s.person]", lang, lang)
		}
	}
	return f, nil
}

// Check lists what lies below its floor, one sentence each, in a fixed order.
// A floor for a language, label or measure that the reports lack is listed too.
func (f Floors) Check(reports map[string]*Report) []string {
	var below []string
	for _, lang := range slices.Sorted(maps.Keys(f)) {
		for _, label := range slices.Sorted(maps.Keys(f[lang])) {
			for _, measure := range slices.Sorted(maps.Keys(f[lang][label])) {
				floor := f[lang][label][measure]
				got, ok := find(reports[lang], label, measure)
				switch {
				case !ok:
					below = append(below, fmt.Sprintf("%s %s %s has a floor but was not measured", lang, label, measure))
				case got < floor:
					below = append(below, fmt.Sprintf("%s %s %s is %.4f, below its floor of %.4f", lang, label, measure, got, floor))
				}
			}
		}
	}
	return below
}

func find(r *Report, label, measure string) (float64, bool) {
	if r == nil || r.Labels[extract.Label(label)] == nil {
		return 0, false
	}
	for _, m := range r.Labels[extract.Label(label)].Measures(extract.Label(label)) {
		if m.Name == measure {
			return m.F1, true
		}
	}
	return 0, false
}

// Raised is f with every floor lifted to what the reports reached, rounded
// down to a tenth of a percent. No floor is lowered unless lower is set.
func (f Floors) Raised(reports map[string]*Report, lower bool) Floors {
	out := Floors{}
	for lang, r := range reports {
		out[lang] = map[string]map[string]float64{}
		for l, c := range r.Labels {
			if c.Gold == 0 {
				continue
			}
			out[lang][string(l)] = map[string]float64{}
			for _, m := range c.Measures(l) {
				floor := math.Floor(m.F1*1000) / 1000
				if old := f[lang][string(l)][m.Name]; !lower {
					floor = max(floor, old)
				}
				out[lang][string(l)][m.Name] = floor
			}
		}
	}
	return out
}

// Write prints the floors as the TOML that ReadFloors reads.
func (f Floors) Write(w io.Writer) error {
	if _, err := io.WriteString(w, "# The least F1 (for role_recall: recall) that `smelt eval --floors` accepts on the labelled sample articles.\n"); err != nil {
		return err
	}
	return toml.NewEncoder(w).Encode(f)
}
