package pipeline

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"github.com/smelt-ie/smelt/pipeline/reprint"
	"github.com/smelt-ie/smelt/pipeline/sink"
	"github.com/smelt-ie/smelt/pipeline/source"
	"github.com/smelt-ie/smelt/schemas"
)

// Job is one run: what is read, with what, and where the tables go.
type Job struct {
	Source    *source.Source
	Inputs    []string // as the user named them, for the manifest
	Stages    []Stage
	Workers   int
	Out       string // folder of the tables
	Version   string // of smelt, for people
	Extractor string // stands for everything that decides what is found: program and lexicons
	Progress  Progress
}

// Progress hears of the run while it works. Its methods may be called from
// several goroutines.
type Progress interface {
	Start(files int, bytes int64) // what there is to read, as far as that is known
	Passed(bytes int64)           // an article that needed no reading
	Done(o Outcome)               // an article at its end
}

// Summary is what a run has done.
type Summary struct {
	Run         string            `json:"run"` // "" when there was nothing new
	Out         string            `json:"out"`
	Articles    int64             `json:"articles"` // new ones, whatever became of them
	OK          int64             `json:"ok"`
	Skipped     int64             `json:"skipped"`
	Reprints    int64             `json:"reprints"` // of the skipped
	Failed      int64             `json:"failed"`
	Known       int64             `json:"known"`        // passed over, read by an earlier run
	KnownFailed int64             `json:"known_failed"` // of these the ones that failed then
	Repeated    int64             `json:"repeated"`     // met twice in this run
	Superseded  int64             `json:"superseded"`   // earlier versions that gave way
	NotRead     string            `json:"not_read"`     // files with an unknown extension
	Bytes       int64             `json:"bytes"`
	Seconds     float64           `json:"seconds"`
	Tables      []sink.TableCount `json:"tables"`
}

// Run reads what is new in the source into the tables of the job. Either all
// of it becomes visible or, when an error ends the run, nothing.
func Run(ctx context.Context, job Job) (s Summary, err error) {
	started := time.Now()
	store, err := sink.Open(job.Out)
	if err != nil {
		return s, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	base, err := filepath.Abs(job.Out)
	if err != nil {
		return s, fmt.Errorf("find the folder of the tables: %w", err)
	}
	known, err := readLedger(store, base, job.Extractor)
	if err != nil {
		return s, err
	}
	files, bytes := job.Source.Size(ctx)
	job.Progress.Start(files, bytes)
	out, err := store.Begin(digest(strconv.Itoa(files), strconv.FormatInt(bytes, 10), job.Version)[:8], job.Version)
	if err != nil {
		return s, err
	}
	r := &running{job: job, known: known, out: out, sum: Summary{Out: job.Out}}
	known.onPass = job.Progress.Passed
	if err := ProcessPages(ctx, known.pass(job.Source.Items(ctx)), job.Stages, job.Workers, r.take); err != nil {
		return s, errors.Join(err, out.Abort())
	}
	return r.finish(started)
}

// running is a run on its way.
type running struct {
	job   Job
	known *ledger
	out   *sink.Run
	sum   Summary
}

// take writes the rows of one article.
func (r *running) take(o Outcome) error {
	from := r.known.arrived(o.Doc.ID)
	entry := sink.Entry{Article: o.Doc.ID, Key: from.key, Hash: from.hash, Extractor: r.job.Extractor}
	if o.Status == OK {
		entry.Fingerprint = reprint.Of(o.Doc.Text)
		if first := r.known.original(o.Doc.ID, from.key, entry.Fingerprint); first != "" {
			o.Status, o.Reason, entry.DuplicateOf = Skipped, "reprint of "+first, first
			r.sum.Reprints++
		}
	}
	entry.Status = string(o.Status)
	r.count(o)
	rows := schemas.Of(o.Doc, schemas.Outcome{Status: entry.Status, Reason: o.Reason, DuplicateOf: entry.DuplicateOf, ContentHash: from.hash})
	if err := errors.Join(r.out.Write(rows), r.out.Note(entry)); err != nil {
		return err
	}
	r.job.Progress.Done(o)
	return nil
}

func (r *running) count(o Outcome) {
	r.sum.Articles++
	r.sum.Bytes += o.Bytes
	switch o.Status {
	case OK:
		r.sum.OK++
	case Skipped:
		r.sum.Skipped++
	case Failed:
		r.sum.Failed++
	}
}

// finish commits the run, unless there was nothing new.
func (r *running) finish(started time.Time) (Summary, error) {
	s := &r.sum
	s.Known, s.KnownFailed, s.Repeated = r.known.passed, r.known.passedFailed, r.known.repeated
	s.NotRead = r.job.Source.Report().Passed()
	s.Bytes += r.known.bytes
	if s.Articles == 0 {
		s.Seconds = time.Since(started).Seconds()
		return *s, r.out.Abort()
	}
	for _, e := range r.known.superseded() {
		s.Superseded++
		r.out.Drop(e.Run, e.Article)
		if r.known.met[e.Article] {
			continue // read anew in this run
		}
		if err := r.out.Note(sink.Entry{Article: e.Article, Status: sink.Dropped}); err != nil {
			return *s, errors.Join(err, r.out.Abort())
		}
	}
	finished := time.Now()
	s.Seconds = finished.Sub(started).Seconds()
	m, err := r.out.Commit(sink.Manifest{
		Started: started.UTC().Format(time.RFC3339Nano), Finished: finished.UTC().Format(time.RFC3339Nano),
		Inputs: r.job.Inputs, Articles: s.Articles, Skipped: s.Skipped, Failed: s.Failed, Bytes: s.Bytes, Seconds: s.Seconds,
	})
	s.Run, s.Tables = m.Run, m.Tables
	return *s, err
}
