package sink

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/gofrs/flock"
)

const (
	stagingDir   = "_staging"
	runsDir      = "_runs"
	manifestFile = "manifest.json"
	ledgerFile   = "ledger.jsonl"
)

// ErrBusy is the error of a folder that another run is writing to.
var ErrBusy = errors.New("another run is writing there")

// Manifest is what is known of a complete run. Started, Finished and Seconds
// alone depend on the clock.
type Manifest struct {
	Run      string       `json:"run"`
	Schema   int          `json:"schema"`
	Version  string       `json:"version"`
	Started  string       `json:"started"`  // RFC 3339, UTC
	Finished string       `json:"finished"` // RFC 3339, UTC
	Inputs   []string     `json:"inputs"`
	Articles int64        `json:"articles"`
	Skipped  int64        `json:"skipped"`
	Failed   int64        `json:"failed"`
	Bytes    int64        `json:"bytes"`
	Seconds  float64      `json:"seconds"`
	Tables   []TableCount `json:"tables"`
}

// TableCount is the number of rows that a run wrote into a table.
type TableCount struct {
	Name string `json:"name"`
	Rows int64  `json:"rows"`
}

// Store is a folder of tables, held by one process at a time.
type Store struct {
	dir       string
	lock      *flock.Flock
	manifests []Manifest // in the order of the runs
}

// Open takes hold of the folder, making it if need be, and settles what a
// crash has left: a run that was complete is finished, any other removed.
func Open(dir string) (*Store, error) {
	if err := os.MkdirAll(filepath.Join(dir, runsDir), 0o755); err != nil {
		return nil, fmt.Errorf("the tables cannot be written to %s: %w", dir, plain(err))
	}
	s := &Store{dir: dir, lock: flock.New(filepath.Join(dir, runsDir, ".lock"))}
	held, err := s.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("the tables cannot be written to %s: %w", dir, plain(err))
	}
	if !held {
		return nil, fmt.Errorf("the tables cannot be written to %s: %w", dir, ErrBusy)
	}
	if err := errors.Join(s.settle(), s.readManifests()); err != nil {
		return nil, errors.Join(fmt.Errorf("the tables in %s cannot be read: %w", dir, err), s.lock.Unlock())
	}
	return s, nil
}

// Close lets go of the folder.
func (s *Store) Close() error { return s.lock.Unlock() }

// Manifests lists the complete runs, oldest first.
func (s *Store) Manifests() []Manifest { return s.manifests }

// Dir is the folder.
func (s *Store) Dir() string { return s.dir }

// plain is the cause without the path, which the message around it names.
func plain(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

func (s *Store) settle() error {
	staging := filepath.Join(s.dir, stagingDir)
	runs, err := os.ReadDir(staging)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, r := range runs {
		if _, err := os.Stat(filepath.Join(staging, r.Name(), manifestFile)); err == nil {
			if err := s.publish(r.Name()); err != nil {
				return err
			}
			continue
		}
		if err := os.RemoveAll(filepath.Join(staging, r.Name())); err != nil {
			return err
		}
	}
	return os.RemoveAll(staging)
}

func (s *Store) readManifests() error {
	files, err := filepath.Glob(filepath.Join(s.dir, runsDir, "*.json"))
	if err != nil {
		return err
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		var m Manifest
		if err := json.Unmarshal(data, &m); err != nil {
			return fmt.Errorf("manifest %s: %w", f, err)
		}
		s.manifests = append(s.manifests, m)
	}
	return nil
}

// publish renames the files of a run whose manifest is written into place, the
// manifest last. It may be called again after a crash at any point.
func (s *Store) publish(run string) error {
	root := filepath.Join(s.dir, stagingDir, run)
	touched := map[string]bool{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".parquet") {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		target := filepath.Join(s.dir, rel)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		touched[filepath.Dir(target)] = true
		return os.Rename(path, target)
	})
	if err != nil {
		return err
	}
	for dir := range touched {
		if err := errors.Join(syncDir(dir), syncDir(filepath.Dir(dir))); err != nil {
			return err
		}
	}
	runs := filepath.Join(s.dir, runsDir)
	err = os.Rename(filepath.Join(root, ledgerFile), filepath.Join(runs, run+".ledger.jsonl"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(filepath.Join(root, manifestFile), filepath.Join(runs, run+".json")); err != nil {
		return err
	}
	return errors.Join(syncDir(runs), syncDir(s.dir), os.RemoveAll(root), removeEmpty(filepath.Dir(root)))
}

// syncDir makes the renames within a folder last.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
