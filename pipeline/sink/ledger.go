package sink

import (
	"bufio"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/smelt-ie/smelt/pipeline/reprint"
)

// Entry is one article in the ledger.
type Entry struct {
	Run         string `json:"-"`                      // run whose ledger it stands in; set when read
	Article     string `json:"article"`                // article id
	Key         string `json:"key,omitempty"`          // what it is a version of; "" where that cannot be told
	Hash        string `json:"hash,omitempty"`         // of its content
	Extractor   string `json:"extractor,omitempty"`    // version of the extractor that read it
	Status      string `json:"status"`                 // ok, skipped, failed, or Dropped
	DuplicateOf string `json:"duplicate_of,omitempty"` // article id of the first with this text

	Fingerprint reprint.Fingerprint `json:"fingerprint,omitzero"` // of the text, for reprints
}

// Dropped is the status of an entry that takes an earlier one back: a newer
// version of the article has come.
const Dropped = "dropped"

// Note adds an article to the ledger of the run.
func (r *Run) Note(e Entry) error {
	data, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("ledger entry of %s: %w", e.Article, err)
	}
	if _, err := r.notes.Write(append(data, '\n')); err != nil {
		return fmt.Errorf("the tables cannot be written to %s: %w", r.store.dir, plain(err))
	}
	return nil
}

// Entries reads the ledgers of the complete runs, oldest first. An error ends
// the sequence.
func (s *Store) Entries() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for _, m := range s.manifests {
			if !s.entries(m.Run, yield) {
				return
			}
		}
	}
}

func (s *Store) entries(run string, yield func(Entry, error) bool) (goOn bool) {
	path := filepath.Join(s.dir, runsDir, run+".ledger.jsonl")
	f, err := os.Open(path)
	if err != nil {
		yield(Entry{}, err)
		return false
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var e Entry
		if err := json.Unmarshal(sc.Bytes(), &e); err != nil {
			yield(Entry{}, fmt.Errorf("ledger %s: %w", path, err))
			return false
		}
		e.Run = run
		if !yield(e, nil) {
			return false
		}
	}
	if err := sc.Err(); err != nil {
		yield(Entry{}, fmt.Errorf("ledger %s: %w", path, err))
		return false
	}
	return true
}
