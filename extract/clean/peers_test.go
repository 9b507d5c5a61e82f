package clean_test

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
)

// peers is where the open half of the article extraction benchmark lies.
const peers = "../../../shared/peers/article-extraction"

// peerPage is one page of the benchmark with the body that people marked.
type peerPage struct {
	ID   string `json:"-"`
	URL  string `json:"url"`
	Body string `json:"articleBody"`
	HTML []byte `json:"-"`
}

func loadPeers(t testing.TB) []peerPage {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join(peers, "ground-truth.json"))
	if err != nil {
		t.Skip("the article extraction benchmark of the shared peers is not here")
	}
	var truth map[string]peerPage
	if err := json.Unmarshal(raw, &truth); err != nil {
		t.Fatal(err)
	}
	var pages []peerPage
	for id, p := range truth {
		f, err := os.Open(filepath.Join(peers, "html", id+".html.gz"))
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		if p.HTML, err = io.ReadAll(z); err != nil {
			t.Fatal(err)
		}
		f.Close()
		p.ID = id
		pages = append(pages, p)
	}
	slices.SortFunc(pages, func(a, b peerPage) int { return strings.Compare(a.ID, b.ID) })
	return pages
}

var token = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// shingles counts the runs of four tokens.
func shingles(text string) map[string]int {
	words := token.FindAllString(text, -1)
	out := map[string]int{}
	for i := 0; i < max(1, len(words)-3); i++ {
		if run := words[i:min(len(words), i+4)]; len(run) > 0 {
			out[strings.Join(run, " ")]++
		}
	}
	return out
}

// shared is the precision and recall of the shingles of got against want.
func shared(want, got string) (p, r float64) {
	a, b := shingles(want), shingles(got)
	var tp, fp, fn float64
	for k, n := range a {
		tp += float64(min(n, b[k]))
		fn += float64(max(0, n-b[k]))
	}
	for k, n := range b {
		fp += float64(max(0, n-a[k]))
	}
	if fp+fn == 0 {
		return 1, 1
	}
	if tp == 0 {
		return 0, 0
	}
	return tp / (tp + fp), tp / (tp + fn)
}

// ours cleans a page as a run does.
func ours(p peerPage) string {
	d := &extract.Doc{Raw: p.HTML, Format: extract.HTML, URL: p.URL}
	_ = clean.Stage{}.Apply(context.Background(), d)
	return d.Text
}

// theirs is go-trafilatura alone with its fallback on.
func theirs(p peerPage) string {
	res, err := trafilatura.Extract(strings.NewReader(string(p.HTML)), trafilatura.Options{EnableFallback: true, ExcludeComments: true})
	if err != nil {
		return ""
	}
	return res.ContentText
}

// grade is the benchmark's own score: precision and recall averaged over the
// pages, and the F1 of the two averages. It names the pages whose precision
// and recall add up to less than low.
func grade(t *testing.T, pages []peerPage, read func(peerPage) string, low float64) (prec, rec, f1 float64, took time.Duration) {
	for _, p := range pages {
		start := time.Now()
		got := read(p)
		took += time.Since(start)
		pp, rr := shared(p.Body, got)
		if pp+rr < low {
			t.Logf("P %.3f R %.3f %.8s %s", pp, rr, p.ID, p.URL)
		}
		prec += pp
		rec += rr
	}
	prec /= float64(len(pages))
	rec /= float64(len(pages))
	return prec, rec, 2 * prec * rec / (prec + rec), took
}

// floorF1 is what the open half of the benchmark must not fall below.
const floorF1 = 0.970

// TestPeerPages prints the score of this package and of go-trafilatura on the
// same pages in the same run: go test -run TestPeerPages -v ./extract/clean
func TestPeerPages(t *testing.T) {
	pages := loadPeers(t)
	p, r, f, took := grade(t, pages, ours, 1.9)
	t.Logf("smelt       P %.4f R %.4f F1 %.4f in %v", p, r, f, took)
	tp, tr, tf, ttook := grade(t, pages, theirs, 0)
	t.Logf("trafilatura P %.4f R %.4f F1 %.4f in %v", tp, tr, tf, ttook)
	if f < tf {
		t.Errorf("F1 %.4f is below the %.4f of go-trafilatura", f, tf)
	}
	if f < floorF1 {
		t.Errorf("F1 %.4f is below the floor of %.4f", f, floorF1)
	}
}
