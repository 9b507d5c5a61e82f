package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/schemas"
)

const chinese = `{"id":"a","lang":"zh","published":"2024-05-06","title":"测试","text":"河北省工业和信息化厅5月5日宣布，新增中小企业1697家，同比增长7.5%。\n第二段。"}`

func TestShowMarksMentions(t *testing.T) {
	stdout, stderr, code := smelt(t, chinese, "show", "-", "--mentions")
	for _, want := range []string{"[5月5日|date]", "[1697家|figure]", "7.5 percent", "change=up", "第二段。"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("exit %d, %q: no %q in\n%s", code, stderr, want, stdout)
		}
	}
	if strings.Contains(stdout, "\x1b") {
		t.Error("there are terminal codes in output that goes to no terminal")
	}
}

func TestPainterKeepsToItsWidth(t *testing.T) {
	text := "The fund of Hebei Province paid 3 million yuan. 河北省的基金支付了三百万元，用于支持中小企业的发展。"
	at := strings.Index(text, "3 million yuan")
	d := &extract.Doc{Text: text, Mentions: []extract.Mention{{Span: extract.Span{Start: at, End: at + 14}, Value: &extract.Figure{}}}}
	for _, width := range []int{20, 33, 80} {
		p := &painter{width: width, colour: true}
		lines := p.wrapped(d.Text, d.Mentions)
		var all strings.Builder
		for _, l := range lines {
			bare := strings.NewReplacer(plain, "", colours[extract.LabelFigure], "").Replace(l)
			if w := uniseg.StringWidth(strings.TrimRight(bare, " ")); w > width {
				t.Errorf("width %d: line %q takes %d columns", width, bare, w)
			}
			all.WriteString(strings.ReplaceAll(bare, " ", ""))
		}
		if all.String() != strings.ReplaceAll(text, " ", "") {
			t.Errorf("width %d: the lines say %q", width, all.String())
		}
	}
}

func TestShowTableAndStoredArticle(t *testing.T) {
	out := t.TempDir()
	if _, stderr, code := smelt(t, chinese, "run", "-", "--out", out); code != exitDone {
		t.Fatalf("run: exit %d, %s", code, stderr)
	}
	stdout, stderr, code := smelt(t, "", "show", "figures", "--out", out, "--rows", "1", "--width", "200")
	lines := strings.Split(strings.TrimSpace(stdout), "\n")
	if code != exitDone || len(lines) < 2 || !strings.Contains(lines[0], "decimal") || !strings.Contains(lines[1], "1697家") {
		t.Fatalf("exit %d, %s\n%s", code, stderr, stdout)
	}
	id := strings.Fields(lines[1])[0]
	live, _, _ := smelt(t, chinese, "show", "-")
	kept, stderr, code := smelt(t, "", "show", id, "--out", out)
	if code != exitDone || strings.TrimSpace(kept) != strings.TrimSpace(live) {
		t.Errorf("exit %d, %s; the article of the tables is shown as\n%s\nand its file as\n%s", code, stderr, kept, live)
	}
	if _, stderr, code := smelt(t, "", "show", "people", "--out", t.TempDir()); code != exitUsage || !strings.Contains(stderr, "no table people") {
		t.Errorf("exit %d, %q, want exit 2 for a table that is not there", code, stderr)
	}
}

func TestShowCleanGivesReasons(t *testing.T) {
	dir := write(t, map[string]string{"p.html": "<html><body><nav>Home | News</nav><h1>Fund opens</h1><p>" +
		strings.Repeat("The fund opened three offices on May 5, officials of the county said. ", 4) + "</p><footer>Copyright</footer></body></html>"})
	stdout, stderr, _ := smelt(t, "", "show", dir+"/p.html", "--clean")
	if !strings.Contains(stdout, "\n+ ") || !strings.Contains(stdout, "\n- ") {
		t.Errorf("%s\nno kept and left out blocks in\n%s", stderr, stdout)
	}
}

func TestSchemaIsTheDictionary(t *testing.T) {
	stdout, _, code := smelt(t, "", "schema")
	if code != exitDone || stdout != schemas.Dictionary() {
		t.Errorf("exit %d; smelt schema does not print the dictionary", code)
	}
	one, _, code := smelt(t, "", "schema", "figures")
	if code != exitDone || !strings.Contains(one, "decimal") || strings.Contains(one, "speaker") {
		t.Errorf("exit %d; smelt schema figures prints\n%s", code, one)
	}
}

func TestRunReportsInJSON(t *testing.T) {
	out := t.TempDir()
	stdout, _, code := smelt(t, chinese, "run", "-", "--out", out, "--json")
	if code != exitDone || !strings.Contains(stdout, `"ok": 1`) {
		t.Errorf("exit %d, %s", code, stdout)
	}
	stdout, _, code = smelt(t, "{broken\n"+chinese, "run", "-", "--out", out)
	if code != exitArticles || !strings.Contains(stdout, "1 failed") {
		t.Errorf("exit %d, %s, want exit 3 and the failure counted", code, stdout)
	}
}

func TestAStreamThatGivesNothingCanBeLeft(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errInterrupted)
	var out, errs bytes.Buffer
	silent, stop := newSilent()
	defer stop()
	code := execute(ctx, []string{"extract", "-"}, silent, &out, &errs)
	if code != exitFailed || !strings.Contains(errs.String(), "interrupted") {
		t.Errorf("exit %d, %q, want exit 1 and a sentence", code, errs.String())
	}
}

// silent is a reader that blocks until it is stopped.
type silent chan struct{}

func newSilent() (silent, func()) {
	s := make(silent)
	return s, func() { close(s) }
}

func (s silent) Read([]byte) (int, error) {
	<-s
	return 0, context.Canceled
}
