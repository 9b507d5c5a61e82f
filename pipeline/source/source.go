package source

import (
	"context"
	"io"
	"io/fs"
	"iter"

	"github.com/smelt-ie/smelt/extract"
)

// DefaultMaxPage is the largest page, in bytes after decompression, that is
// read when Options does not say otherwise.
const DefaultMaxPage = 32 << 20

// Options says where inputs are looked up and what is too large.
type Options struct {
	FS      fs.FS     // where input paths are looked up; nil means the files of this machine
	Stdin   io.Reader // what the input "-" reads; nil means that "-" is a wrong input
	MaxPage int64     // bytes; 0 means DefaultMaxPage
}

// Item is one article, or one thing that could not be read as an article.
type Item struct {
	// Doc is never nil. With an Err only its SourcePath is set; otherwise Raw,
	// Format and what the record itself states (RecordID, URL, Site, Title,
	// Published, Lang) are.
	Doc   *extract.Doc
	Err   error // an *Error; concerns this item only
	Bytes int64 // bytes of stored input read for it, before decompression
}

// Source is a list of inputs that have been checked.
type Source struct {
	opt    Options
	inputs []input
	report Report
}

// Open checks the inputs: paths of files and folders, glob patterns, file:
// URLs and "-" for standard input. The error is an *Error with a sentence for
// the user.
func Open(inputs []string, opt Options) (*Source, error) {
	if opt.MaxPage <= 0 {
		opt.MaxPage = DefaultMaxPage
	}
	s := &Source{opt: opt}
	for _, in := range inputs {
		resolved, err := resolve(in, opt)
		if err != nil {
			return nil, err
		}
		s.inputs = append(s.inputs, resolved...)
	}
	return s, nil
}

// Size walks the inputs and adds up the files that Items will read and their
// stored bytes. Standard input counts as one file of no bytes.
func (s *Source) Size(ctx context.Context) (files int, bytes int64) {
	for f := range s.files(ctx) {
		if f.err == nil && f.known() {
			files++
			bytes += f.size
		}
	}
	return files, bytes
}

// Items streams the articles: the inputs in the order given, folders sorted by
// path, records in file order. It ends early when ctx is cancelled; the caller
// looks at ctx.Err. It may be ranged over once.
func (s *Source) Items(ctx context.Context) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for f := range s.files(ctx) {
			if f.err == nil && !f.known() {
				s.report.unknown(f.path)
				continue
			}
			s.report.Files++
			r := &reading{opt: s.opt, report: &s.report, ctx: ctx, yield: yield}
			r.file(f)
			s.report.Bytes += r.pending()
			if r.stopped {
				return
			}
		}
	}
}

// Report is what Items has met so far.
func (s *Source) Report() Report { return s.report }
