package score_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/record"
	"github.com/smelt-ie/smelt/extract/score"
)

func TestOptionalMentionsAreIgnored(t *testing.T) {
	gold := []record.Record{{ID: "a", Text: "the Party met Ann Lee", Mentions: []record.Mention{
		{Start: 4, End: 9, Label: extract.LabelBody, Optional: true},
		{Start: 14, End: 21, Label: extract.LabelPerson, Role: "chair"},
	}}}
	pred := []record.Record{{ID: "a", Mentions: []record.Mention{
		{Start: 4, End: 9, Label: extract.LabelBody},
		{Start: 14, End: 17, Label: extract.LabelPerson, Role: "Chair of the board"},
	}}}
	rep := score.Records(gold, pred, extract.Labels)
	if c := rep.Labels[extract.LabelBody]; c.Predicted != 0 || c.Gold != 0 {
		t.Errorf("bodies = %+v, want the optional one ignored", *c)
	}
	c := rep.Labels[extract.LabelPerson]
	if c.Strict != 0 || c.Overlap != 1 {
		t.Errorf("persons = %+v, want one overlap and no strict match", *c)
	}
	if r, ok := c.RoleRecall(); !ok || r != 1 {
		t.Errorf("role recall = %v %v, want 1", r, ok)
	}
}

// TestAgreesWithReference perturbs the labelled news in many ways and compares
// every figure with the reference scorer's.
func TestAgreesWithReference(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "shared")
	tool := filepath.Join(shared, "tools", "score.py")
	if _, err := os.Stat(tool); err != nil {
		t.Skip("the reference scorer is not here: ", err)
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("no python3 to run the reference scorer: ", err)
	}
	for _, lang := range []string{"en", "zh"} {
		file := filepath.Join(shared, "fixtures", "news_dev_"+lang+".jsonl")
		gold := read(t, file)
		pred := perturb(gold)
		compare(t, reference(t, tool, file, pred), score.Records(gold, pred, extract.Labels))
	}
}

func read(t *testing.T, file string) []record.Record {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	recs, err := record.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return recs
}

// perturb drops, moves, relabels and misvalues mentions, always the same way.
func perturb(gold []record.Record) []record.Record {
	rng := rand.New(rand.NewPCG(1, 2))
	out := make([]record.Record, 0, len(gold))
	for _, r := range gold {
		n := len([]rune(r.Text))
		var ms []record.Mention
		for _, m := range r.Mentions {
			switch rng.IntN(8) {
			case 0:
				continue
			case 1:
				m.Start = max(0, m.Start-rng.IntN(3))
				m.End = min(n, m.End+rng.IntN(3))
			case 2:
				m.Label = extract.Labels[rng.IntN(len(extract.Labels))]
			case 3:
				m.Value, m.Unit = "7", ""
			case 4:
				m.Value += ".0"
				m.Cmp = ">"
			case 5:
				m.Role, m.Change = "", "up"
			}
			m.Optional = false
			ms = append(ms, m)
		}
		out = append(out, record.Record{ID: r.ID, Mentions: ms})
	}
	return out[1:] // the first record has no prediction at all
}

func reference(t *testing.T, tool, goldFile string, pred []record.Record) map[string]map[string]json.RawMessage {
	t.Helper()
	file := filepath.Join(t.TempDir(), "pred.jsonl")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	enc := json.NewEncoder(f)
	for _, r := range pred {
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("python3", tool, goldFile, file, "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var ref map[string]map[string]json.RawMessage
	if err := json.Unmarshal(out, &ref); err != nil {
		t.Fatal(err)
	}
	return ref
}

func compare(t *testing.T, ref map[string]map[string]json.RawMessage, rep score.Report) {
	t.Helper()
	all := rep.All()
	agree(t, ref, "all", map[string]score.PRF{"strict": all.Score(all.Strict), "overlap": all.Score(all.Overlap)})
	for l, c := range rep.Labels {
		got := map[string]score.PRF{"strict": c.Score(c.Strict), "overlap": c.Score(c.Overlap)}
		switch l {
		case extract.LabelDate:
			got["value"], got["value_day"] = c.Score(c.Value), c.Score(c.ValueDay)
		case extract.LabelFigure:
			got["value"], got["value_unit"] = c.Score(c.Value), c.Score(c.ValueUnit)
			got["value_unit_cmp"], got["change"] = c.Score(c.ValueUnitCmp), c.Score(c.Change)
		case extract.LabelPerson:
			var want float64
			if err := json.Unmarshal(ref[string(l)]["role_recall"], &want); err != nil {
				t.Fatal(err)
			}
			if r, _ := c.RoleRecall(); math.Abs(r-want) > 5e-4 {
				t.Errorf("role recall %.4f, the reference says %.4f", r, want)
			}
		}
		agree(t, ref, string(l), got)
	}
}

func agree(t *testing.T, ref map[string]map[string]json.RawMessage, label string, got map[string]score.PRF) {
	t.Helper()
	for k, g := range got {
		var want score.PRF
		if err := json.Unmarshal(ref[label][k], &want); err != nil {
			t.Fatalf("%s %s: %v", label, k, err)
		}
		if g.Right != want.Right || g.Predicted != want.Predicted || g.Gold != want.Gold || math.Abs(g.F1-want.F1) > 5e-4 {
			t.Errorf("%s %s = %+v, the reference says %+v", label, k, g, want)
		}
	}
}
