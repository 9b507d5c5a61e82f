package sink

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/smelt-ie/smelt/schemas"
)

// Run is a run at work. Its methods are called by one goroutine, and either
// Commit or Abort ends it.
type Run struct {
	store    *Store
	id       string
	root     string // its staging folder
	version  string
	tables   *tables
	entities *schemas.Entities
	ledger   *os.File
	notes    *bufio.Writer
	dropped  map[string]map[string]bool // run to articles that leave it
}

// Begin starts a run. digest stands for what it reads and with what; the id of
// the run is made from it and from the number of runs before.
func (s *Store) Begin(digest, version string) (*Run, error) {
	id := fmt.Sprintf("%05d-%s", len(s.manifests)+1, digest)
	r := &Run{store: s, id: id, root: filepath.Join(s.dir, stagingDir, id), version: version,
		entities: schemas.NewEntities(), dropped: map[string]map[string]bool{}}
	if err := os.MkdirAll(r.root, 0o755); err != nil {
		return nil, fmt.Errorf("the tables cannot be written to %s: %w", s.dir, plain(err))
	}
	ledger, err := os.Create(filepath.Join(r.root, ledgerFile))
	if err != nil {
		return nil, fmt.Errorf("the tables cannot be written to %s: %w", s.dir, plain(err))
	}
	r.ledger, r.notes = ledger, bufio.NewWriter(ledger)
	r.tables = newTables(r.root, id, version)
	return r, nil
}

// ID is the id of the run.
func (r *Run) ID() string { return r.id }

// Write takes the rows of one article. The same articles in the same order
// give the same bytes.
func (r *Run) Write(rows *schemas.Rows) error {
	r.entities.Add(rows)
	if err := r.tables.add(rows); err != nil {
		return fmt.Errorf("the tables cannot be written to %s: %w", r.store.dir, plain(err))
	}
	return nil
}

// Drop takes the rows of an article out of an earlier run when this one is
// committed: a newer version has taken its place.
func (r *Run) Drop(run, article string) {
	if r.dropped[run] == nil {
		r.dropped[run] = map[string]bool{}
	}
	r.dropped[run][article] = true
}

// Commit completes the run and makes its rows visible. The manifest's Run,
// Schema, Version and Tables are filled in. When it fails before the run
// counted, nothing of it is kept.
func (r *Run) Commit(m Manifest) (Manifest, error) {
	m.Run, m.Schema, m.Version = r.id, schemas.Version, r.version
	if err := r.finish(&m); err != nil {
		return m, errors.Join(fmt.Errorf("the tables cannot be written to %s: %w", r.store.dir, plain(err)), r.Abort())
	}
	if err := r.store.publish(r.id); err != nil {
		return m, fmt.Errorf("the run is complete but its files are not in place yet; the next run into %s puts them there: %w", r.store.dir, plain(err))
	}
	r.store.manifests = append(r.store.manifests, m)
	return m, nil
}

// finish writes everything up to the manifest, which makes the run count.
func (r *Run) finish(m *Manifest) error {
	if err := r.tables.entities.add(r.entities.Rows()...); err != nil {
		return err
	}
	row, err := runRow(m)
	if err != nil {
		return err
	}
	if err := errors.Join(r.tables.runs.add(row), r.tables.exist(), r.tables.close()); err != nil {
		return err
	}
	m.Tables = r.tables.counts()
	if err := errors.Join(r.notes.Flush(), r.ledger.Sync(), r.ledger.Close()); err != nil {
		return err
	}
	if err := r.rewrite(); err != nil {
		return err
	}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return writeFile(filepath.Join(r.root, manifestFile), append(data, '\n'))
}

func runRow(m *Manifest) (schemas.Run, error) {
	started, err := time.Parse(time.RFC3339Nano, m.Started)
	if err != nil {
		return schemas.Run{}, fmt.Errorf("start of the run: %w", err)
	}
	finished, err := time.Parse(time.RFC3339Nano, m.Finished)
	if err != nil {
		return schemas.Run{}, fmt.Errorf("end of the run: %w", err)
	}
	return schemas.Run{
		RunID: m.Run, Started: started.UnixMicro(), Finished: finished.UnixMicro(), Version: m.Version, Inputs: m.Inputs,
		Articles: m.Articles, Skipped: m.Skipped, Failed: m.Failed, Bytes: m.Bytes, Seconds: m.Seconds,
	}, nil
}

// writeFile writes a file in one step: it is there whole or not at all.
func writeFile(path string, data []byte) error {
	f, err := os.Create(path + ".tmp")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return errors.Join(os.Rename(path+".tmp", path), syncDir(filepath.Dir(path)))
}

// Abort removes what the run has written. Earlier runs are as they were.
func (r *Run) Abort() error {
	return errors.Join(r.tables.abandon(), ignoreClosed(r.ledger.Close()), os.RemoveAll(r.root), removeEmpty(filepath.Dir(r.root)))
}

func ignoreClosed(err error) error {
	if errors.Is(err, os.ErrClosed) {
		return nil
	}
	return err
}

// removeEmpty removes a folder when nothing lies in it.
func removeEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) > 0 {
		return err
	}
	return os.Remove(dir)
}
