package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/smelt-ie/smelt/pipeline/sink"
)

// program builds the command once; the tests below run it as people do.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "smelt-e2e")
	if err != nil {
		return "", err
	}
	exe := filepath.Join(dir, "smelt")
	if out, err := exec.Command("go", "build", "-o", exe, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return exe, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if exe, err := program(); err == nil {
		os.RemoveAll(filepath.Dir(exe))
	}
	os.Exit(code)
}

func command(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	if testing.Short() {
		t.Skip("builds the program and runs it")
	}
	exe, err := program()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	t.Cleanup(cancel)
	return exec.CommandContext(ctx, exe, args...)
}

// finish is the exit code of a command that has been waited for.
func finish(t *testing.T, err error) int {
	t.Helper()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	}
	t.Fatal(err)
	return -1
}

func TestBadInputs(t *testing.T) {
	good := `{"id":"a","lang":"en","published":"2024-05-06","text":"The fund paid 3 million yuan on May 5."}` + "\n"
	in := write(t, map[string]string{
		"a.jsonl": good + "{broken\n" + strings.ReplaceAll(good, "3 million", "70 million"), "b.txt": "%PDF-1.4\x00\x01", "c.pdf": "%PDF-1.4",
	})
	if err := os.Symlink(filepath.Join(in, "nowhere"), filepath.Join(in, "d.txt")); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(in, "a.jsonl")
	for _, c := range []struct {
		name string
		args []string
		code int
		want []string
	}{
		{"missing path", []string{"run", in + "/none", "--out", t.TempDir()}, exitUsage, []string{"none: no such file or folder"}},
		{"empty folder", []string{"run", t.TempDir(), "--out", t.TempDir()}, exitUsage, []string{"the folder is empty"}},
		{"unknown extension", []string{"run", in + "/c.pdf", "--out", t.TempDir()}, exitUsage, []string{"does not read .pdf files"}},
		{"out is a file", []string{"run", file, "--out", file}, exitFailed, []string{"cannot be written to"}},
		{"out below a file", []string{"run", file, "--out", file + "/out"}, exitFailed, []string{"cannot be written to"}},
		{"lexicon with a wrong column", []string{"run", file, "--out", t.TempDir(), "--lexicon", file}, exitUsage, []string{"a.jsonl:1"}},
		{"bad files among good ones", []string{"run", in, "--out", t.TempDir()}, exitArticles,
			[]string{"a.jsonl:2: failed", "b.txt: failed", "d.txt: failed", "2 ok, 0 skipped, 3 failed", "1 .pdf (such as"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, err := command(t, c.args...).CombinedOutput()
			if code := finish(t, err); code != c.code {
				t.Errorf("exit %d, want %d: %s", code, c.code, out)
			}
			for _, want := range c.want {
				if !strings.Contains(string(out), want) {
					t.Errorf("no %q in:\n%s", want, out)
				}
			}
			if strings.Contains(string(out), "goroutine") {
				t.Errorf("a stack trace:\n%s", out)
			}
		})
	}
}

// atWork starts a run that has read some records and waits for more.
func atWork(t *testing.T, out string) (cmd *exec.Cmd, stdin io.WriteCloser, stderr *bytes.Buffer) {
	t.Helper()
	cmd = command(t, "run", "-", "--out", out)
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stderr = &bytes.Buffer{}
	cmd.Stderr = stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		fmt.Fprintf(stdin, `{"id":"n%d","lang":"en","published":"2024-05-06","text":"Office %d of the county paid %d yuan to %d firms."}`+"\n", i, i, i*97+3, i+5)
	}
	staging := filepath.Join(out, "_staging")
	for range 500 {
		if _, err := os.Stat(staging); err == nil {
			return cmd, stdin, stderr
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the run does not begin")
	return nil, nil, nil
}

// visible is the number of files in the tables, those of a run at work aside.
func visible(t *testing.T, out string) int {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(out, "[a-z]*", "run=*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	return len(files)
}

func TestKilledRunIsRolledBack(t *testing.T) {
	out := t.TempDir()
	cmd, stdin, _ := atWork(t, out)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // killed, as it should be
	stdin.Close()
	if n := visible(t, out); n != 0 {
		t.Errorf("%d files are visible after the kill", n)
	}
	again := command(t, "run", "-", "--out", out)
	again.Stdin = strings.NewReader(chinese)
	if text, err := again.CombinedOutput(); finish(t, err) != exitDone {
		t.Fatalf("the run after the kill: %s", text)
	}
	if _, err := os.Stat(filepath.Join(out, "_staging")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what the killed run left is still there: %v", err)
	}
	store, err := sink.Open(out)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	if m := store.Manifests(); len(m) != 1 || m[0].Articles != 1 {
		t.Errorf("manifests %+v, want the second run alone", m)
	}
}

func TestInterruptedRunLeavesNothing(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("processes there cannot be sent an interrupt")
	}
	out := t.TempDir()
	cmd, stdin, stderr := atWork(t, out)
	defer stdin.Close()
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	code := finish(t, cmd.Wait())
	lines := strings.Split(strings.TrimSpace(stderr.String()), "\n")
	if code != exitFailed || !strings.HasPrefix(lines[len(lines)-1], "smelt: interrupted") {
		t.Errorf("exit %d, %q; want exit 1 and a sentence", code, stderr)
	}
	if _, err := os.Stat(filepath.Join(out, "_staging")); !errors.Is(err, fs.ErrNotExist) || visible(t, out) != 0 {
		t.Errorf("the interrupted run left something behind")
	}
}

func TestTwoRunsDoNotShareAFolder(t *testing.T) {
	out := t.TempDir()
	cmd, stdin, _ := atWork(t, out)
	second := command(t, "run", "--out", out)
	text, err := second.CombinedOutput()
	if code := finish(t, err); code != exitFailed || !strings.Contains(string(text), "another run is writing there") {
		t.Errorf("exit %d, %s; want exit 1 and a sentence", code, text)
	}
	stdin.Close()
	if code := finish(t, cmd.Wait()); code != exitDone {
		t.Errorf("the first run ended with exit %d", code)
	}
}

func TestAReaderThatLeavesEndsExtractQuietly(t *testing.T) {
	cmd := command(t, "extract", "-")
	cmd.Stdin = strings.NewReader(strings.Repeat(chinese+"\n", 5000))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.ReadFull(stdout, make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	stdout.Close()
	_ = cmd.Wait() // ended by the broken pipe
	if stderr.Len() > 0 {
		t.Errorf("it said %q", stderr.String())
	}
}
