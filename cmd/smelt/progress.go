package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/smelt-ie/smelt/pipeline"
	"golang.org/x/term"
)

// lineEvery is how often a run says how far it is where no bar can be drawn.
const lineEvery = 10 * time.Second

// progress shows a run at work: a bar on a terminal, plain lines elsewhere.
// Articles that fail are named as they come.
type progress struct {
	w        io.Writer
	terminal bool

	mu    sync.Mutex
	bar   *progressbar.ProgressBar
	total int64
	bytes int64
	done  int
	last  time.Time
}

func newProgress(w io.Writer) *progress {
	f, ok := w.(*os.File)
	return &progress{w: w, terminal: ok && term.IsTerminal(int(f.Fd())), last: time.Now()}
}

// Start implements pipeline.Progress.
func (p *progress) Start(files int, bytes int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.total = bytes
	if !p.terminal {
		fmt.Fprintf(p.w, "reading %s, %s\n", plural(int64(files), "file"), size(bytes))
		return
	}
	total := bytes
	if total == 0 {
		total = -1 // a spinner: standard input has no size
	}
	p.bar = progressbar.NewOptions64(total, progressbar.OptionSetWriter(p.w), progressbar.OptionShowBytes(true),
		progressbar.OptionSetDescription("reading"), progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionFullWidth(), progressbar.OptionClearOnFinish())
}

// Passed implements pipeline.Progress.
func (p *progress) Passed(bytes int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.advance(bytes)
}

// Done implements pipeline.Progress.
func (p *progress) Done(o pipeline.Outcome) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.done++
	if o.Status == pipeline.Failed {
		p.say(fmt.Sprintf("%s: failed: %s", o.Doc.SourcePath, o.Reason))
	}
	p.advance(o.Bytes)
}

func (p *progress) advance(bytes int64) {
	p.bytes += bytes
	if p.bar != nil {
		_ = p.bar.Add64(bytes) // a bar that cannot be drawn is no reason to stop
		return
	}
	if time.Since(p.last) < lineEvery {
		return
	}
	p.last = time.Now()
	if p.total > 0 {
		fmt.Fprintf(p.w, "%s, %s of %s\n", plural(int64(p.done), "article"), size(p.bytes), size(p.total))
	} else {
		fmt.Fprintf(p.w, "%s, %s\n", plural(int64(p.done), "article"), size(p.bytes))
	}
}

func (p *progress) say(line string) {
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintln(p.w, line)
}

func (p *progress) close() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
