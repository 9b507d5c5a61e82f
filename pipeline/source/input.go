package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// input is one checked input: a file, or a folder to walk.
type input struct {
	name string // as the user wrote it, or as the pattern matched it
	fsys fs.FS
	root string // name within fsys
	dir  bool
	open func() (io.ReadCloser, error) // set for standard input only
}

// file is one file to read, or the reason why it cannot be.
type file struct {
	path  string // for people: the input's name joined with the path below it
	size  int64
	named bool // an input of its own, not met in a folder
	open  func() (io.ReadCloser, error)
	err   error
}

// known reports whether a reader takes the file: by its extension, or by its
// content when it was named and has no extension.
func (f file) known() bool {
	return readerOf(f.path) != nil || f.named && extension(f.path) == ""
}

func resolve(in string, opt Options) ([]input, error) {
	if in == "-" {
		if opt.Stdin == nil {
			return nil, trouble(Missing, "-", "there is no standard input to read", nil)
		}
		return []input{{name: "-", open: func() (io.ReadCloser, error) { return io.NopCloser(opt.Stdin), nil }}}, nil
	}
	if strings.HasPrefix(in, "file:") {
		u, err := url.Parse(in)
		if err != nil || u.Path == "" || u.Host != "" && u.Host != "localhost" {
			return nil, trouble(Missing, in, "not a URL of a file on this machine", nil)
		}
		in = filepath.FromSlash(u.Path)
	}
	look := lookup(opt.FS)
	found, err := look(in)
	if err == nil {
		return check(found)
	}
	if errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(in, "*?[") {
		return glob(in, opt.FS, look)
	}
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return nil, trouble(Missing, in, "no such file or folder", nil)
	}
	return nil, trouble(Unreadable, in, "cannot be read", bare(err))
}

// lookup finds a path in fsys, or on this machine when fsys is nil.
func lookup(fsys fs.FS) func(string) (input, error) {
	return func(name string) (input, error) {
		in := input{name: name, fsys: fsys, root: name}
		var st fs.FileInfo
		var err error
		if fsys != nil {
			in.root = path.Clean(filepath.ToSlash(name))
			st, err = fs.Stat(fsys, in.root)
		} else if st, err = os.Stat(name); err == nil && st.IsDir() {
			in.fsys, in.root = os.DirFS(name), "."
		} else if err == nil {
			in.fsys, in.root = os.DirFS(filepath.Dir(name)), filepath.Base(name)
		}
		if err != nil {
			return in, err
		}
		in.dir = st.IsDir()
		return in, nil
	}
}

func glob(pattern string, fsys fs.FS, look func(string) (input, error)) ([]input, error) {
	match := filepath.Glob
	if fsys != nil {
		match = func(p string) ([]string, error) { return fs.Glob(fsys, p) }
	}
	names, err := match(pattern)
	if err != nil {
		return nil, trouble(Pattern, pattern, "not a pattern that can be matched", err)
	}
	var out []input
	for _, name := range slices.Sorted(slices.Values(names)) {
		in, err := look(name)
		if err != nil {
			return nil, trouble(Unreadable, name, "cannot be read", bare(err))
		}
		if in.dir || readerOf(name) != nil {
			out = append(out, in)
		}
	}
	if len(out) == 0 {
		return nil, trouble(Pattern, pattern, "the pattern matches no file that smelt reads", nil)
	}
	return out, nil
}

// check refuses a named file that no reader takes and a folder with nothing in it to read.
func check(in input) ([]input, error) {
	if !in.dir {
		if ext := extension(in.name); ext != "" && readerOf(in.name) == nil {
			return nil, trouble(Unknown, in.name, fmt.Sprintf("smelt does not read %s files; it reads %s", ext, Extensions()), nil)
		}
		return []input{in}, nil
	}
	var passed Report
	for f := range in.walk(context.Background()) {
		if f.err != nil || f.known() {
			return []input{in}, nil
		}
		passed.unknown(f.path)
	}
	reason := "the folder is empty"
	if len(passed.Unknown) > 0 {
		reason = "the folder holds no file that smelt reads, only " + passed.Passed()
	}
	return nil, trouble(Empty, in.name, reason, nil)
}

// files lists the files of all inputs in order.
func (s *Source) files(ctx context.Context) iter.Seq[file] {
	return func(yield func(file) bool) {
		for _, in := range s.inputs {
			for f := range in.walk(ctx) {
				if ctx.Err() != nil || !yield(f) {
					return
				}
			}
		}
	}
}

// walk lists the files of one input, sorted by path. Names that start with a
// dot are left out, as a shell would.
func (in input) walk(ctx context.Context) iter.Seq[file] {
	return func(yield func(file) bool) {
		if in.open != nil {
			yield(file{path: in.name, named: true, open: in.open})
			return
		}
		_ = fs.WalkDir(in.fsys, in.root, func(p string, e fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				return fs.SkipAll
			}
			hidden := p != in.root && strings.HasPrefix(path.Base(p), ".")
			switch {
			case hidden && err == nil && e.IsDir():
				return fs.SkipDir
			case hidden || err == nil && e.IsDir():
				return nil
			}
			if !yield(in.file(p, e, err)) {
				return fs.SkipAll
			}
			return nil
		})
	}
}

func (in input) file(p string, e fs.DirEntry, err error) file {
	f := file{path: in.name, named: !in.dir}
	if in.dir && p != in.root {
		below := strings.TrimPrefix(p, in.root+"/")
		f.path = strings.TrimSuffix(filepath.ToSlash(in.name), "/") + "/" + below
	}
	f.open = func() (io.ReadCloser, error) { return in.fsys.Open(p) }
	var st fs.FileInfo
	if err == nil {
		st, err = fs.Stat(in.fsys, p) // follows symbolic links, unlike the entry's own Info
	}
	switch {
	case err != nil:
		f.err = trouble(Unreadable, f.path, "cannot be read", bare(err))
	case !st.Mode().IsRegular():
		f.err = trouble(Unreadable, f.path, "not a regular file", nil)
	default:
		f.size = st.Size()
	}
	return f
}

// bare strips the path off a file system error; the *Error around it has it.
func bare(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
