package pipeline

import (
	"iter"
	"slices"
	"sync"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/pipeline/reprint"
	"github.com/smelt-ie/smelt/pipeline/sink"
	"github.com/smelt-ie/smelt/pipeline/source"
)

// ledger knows the articles of earlier runs, so that only what is new is
// read. It takes about 300 bytes of memory an article.
type ledger struct {
	base      string // folder that version keys count from
	extractor string
	known     map[string]sink.Entry // by article id
	versions  map[string][]string   // ids of the articles by version key
	reprints  *reprint.Index

	onPass func(bytes int64) // told of every article passed over; may be nil

	// What the run at work has met; written by pass, read when it is over.
	met          map[string]bool
	passed       int64 // articles known from an earlier run
	passedFailed int64 // of these the ones that failed then
	repeated     int64 // articles met before in this run
	bytes        int64 // of input read for all of these
	newer        []newer

	mu      sync.Mutex
	waiting map[string]origin // articles on their way, by id

	replaced map[string]string // originals of earlier runs to their newer versions
}

// origin is what is noted of an article before the stages change it.
type origin struct{ key, hash string }

// newer is an article that may take the place of earlier ones of its key.
type newer struct{ key, article string }

// readLedger reads what earlier runs into a store have left.
func readLedger(store *sink.Store, base, extractor string) (*ledger, error) {
	l := &ledger{base: base, extractor: extractor, known: map[string]sink.Entry{}, versions: map[string][]string{},
		reprints: reprint.New(), met: map[string]bool{}, waiting: map[string]origin{}, replaced: map[string]string{}}
	var order []string
	for e, err := range store.Entries() {
		if err != nil {
			return nil, err
		}
		if e.Status == sink.Dropped {
			delete(l.known, e.Article)
			continue
		}
		if _, ok := l.known[e.Article]; !ok {
			order = append(order, e.Article)
		}
		l.known[e.Article] = e
	}
	for _, id := range order {
		e, ok := l.known[id]
		if !ok {
			continue
		}
		if e.Key != "" && !slices.Contains(l.versions[e.Key], id) {
			l.versions[e.Key] = append(l.versions[e.Key], id)
		}
		if e.Status == string(OK) && e.DuplicateOf == "" {
			l.reprints.Insert(id, e.Fingerprint)
		}
	}
	return l, nil
}

// pass yields the items that are not known yet.
func (l *ledger) pass(items iter.Seq[source.Item]) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		for it := range Identify(items) {
			id := it.Doc.ID
			e, known := l.known[id]
			switch {
			case l.met[id]:
				l.repeated++
			case known && e.Extractor == l.extractor:
				l.passed++
				if e.Status == string(Failed) {
					l.passedFailed++
				}
			default:
				l.meet(it)
				if !yield(it) {
					return
				}
				continue
			}
			l.met[id] = true
			l.bytes += it.Bytes
			if l.onPass != nil {
				l.onPass(it.Bytes)
			}
		}
	}
}

// meet notes an article that is new, and what it may take the place of.
func (l *ledger) meet(it source.Item) {
	l.met[it.Doc.ID] = true
	from := origin{key: l.keyOf(it.Doc, it.Err != nil)}
	if it.Err == nil {
		from.hash = contentHash(it.Doc)
	}
	l.mu.Lock()
	l.waiting[it.Doc.ID] = from
	l.mu.Unlock()
	if from.key != "" {
		l.newer = append(l.newer, newer{from.key, it.Doc.ID})
	}
	if it.Err == nil { // what could not be read at this place before has been read now
		l.newer = append(l.newer, newer{l.keyOf(it.Doc, true), it.Doc.ID})
	}
}

// arrived takes back what was noted of an article when it set out.
func (l *ledger) arrived(id string) origin {
	l.mu.Lock()
	defer l.mu.Unlock()
	from := l.waiting[id]
	delete(l.waiting, id)
	return from
}

// original is the earlier article that one with this fingerprint repeats, ""
// when it is an original itself: repeats none, or only an older version of
// itself, whose place it then takes.
func (l *ledger) original(id, key string, f reprint.Fingerprint) string {
	first, found := l.reprints.Find(f)
	if !found {
		l.reprints.Insert(id, f)
		return ""
	}
	if now, ok := l.replaced[first]; ok {
		first = now
	}
	if first == id {
		return ""
	}
	if key != "" && l.known[first].Key == key {
		l.replaced[first] = id
		return ""
	}
	return first
}

// keyOf is the version key of an article. What could not be read is a version
// of its place alone.
func (l *ledger) keyOf(d *extract.Doc, unread bool) string {
	if unread {
		return "unread:" + relative(d.SourcePath, l.base)
	}
	return versionKey(d, l.base)
}

// superseded lists the earlier articles that this run replaces: of the same
// version key and not met again, and those that another extractor has read.
func (l *ledger) superseded() []sink.Entry {
	var out []sink.Entry
	done := map[string]bool{}
	add := func(id string) {
		if e, ok := l.known[id]; ok && !done[id] {
			done[id] = true
			out = append(out, e)
		}
	}
	for _, n := range l.newer {
		add(n.article)
		for _, id := range l.versions[n.key] {
			if !l.met[id] {
				add(id)
			}
		}
	}
	return out
}
