package filetext

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/testsite"
)

// TestMain lets the test's own program be the process that reads files.
func TestMain(m *testing.M) {
	switch os.Getenv("GOMEMLIMIT") + strings.Join(os.Args[1:], " ") {
	case "512MiBserve":
		if err := Serve(os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	case "512MiBhang":
		fmt.Print(ready)
		time.Sleep(time.Hour)
	case "512MiBcrash":
		fmt.Print(ready)
		os.Exit(3)
	case "512MiBnever":
		os.Exit(3)
	}
	os.Exit(m.Run())
}

func process(t *testing.T, how string, most time.Duration) *Process {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &Process{Command: []string{program, how}, Time: most}
	t.Cleanup(func() { _ = p.Close() })
	return p
}

// Every kind of file gives its text by pages, or the reason why there is none, and its kind.
func TestProcess_kinds(t *testing.T) {
	p := process(t, "serve", 0)
	report := testsite.PDF([]string{"Report of the Director (Places)", "The cost is £4,500 – or “less”."}, []string{}, []string{"Page three"})
	bomb := func() []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create("word/document.xml")
		_, _ = w.Write(bytes.Repeat([]byte("<w:p>"), 80<<20/5)) // a buffer takes everything
		_ = z.Close()
		return b.Bytes()
	}()
	for name, c := range map[string]struct {
		content  []byte
		declared string
		kind     string
		pages    []string
		why      error
	}{
		"pdf":             {report, PDF, PDF, []string{"Report of the Director (Places)\nThe cost is £4,500 – or “less”.", "", "Page three"}, nil},
		"undeclared":      {report, "application/octet-stream", PDF, []string{"Report of the Director (Places)\nThe cost is £4,500 – or “less”.", "", "Page three"}, nil},
		"scanned":         {testsite.ScannedPDF(2), PDF, PDF, []string{"", ""}, ErrNoText},
		"encrypted":       {testsite.EncryptedPDF(), PDF, PDF, nil, ErrEncrypted},
		"cut":             {report[:40], PDF, PDF, nil, ErrDamaged},
		"no pdf":          {append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte{0, 0xff, '<', '['}, 5000)...), PDF, PDF, nil, ErrDamaged},
		"a web page":      {[]byte("\n<!DOCTYPE html><html><body>Please log in</body></html>"), PDF, HTML, nil, ErrWebPage},
		"docx":            {testsite.Word("One & only", "Two", "\f", "Three"), Word, Word, []string{"One & only\nTwo", "Three"}, nil},
		"odt":             {testsite.OpenDocument("One & only", "Two"), "", Open, []string{"One & only\nTwo"}, nil},
		"broken docx":     {testsite.Word("One")[:200], Word, Word, nil, ErrDamaged},
		"docx of no text": {testsite.Word(""), Word, Word, []string{""}, ErrNoText},
		"a bomb":          {bomb, Word, Word, nil, ErrDamaged},
		"text":            {[]byte("One\r\nTwo\x00"[:8]), Plain, Plain, []string{"One\nTwo"}, nil},
		"spreadsheet":     {[]byte("a,b\n1,2"), "text/csv", "text/csv", nil, ErrUnsupported},
		"doc":             {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), "application/msword", "application/msword", nil, ErrUnsupported},
		"declared as pdf": {[]byte{1, 2, 3, 4}, PDF, "application/octet-stream", nil, ErrUnsupported},
		"nothing":         {nil, PDF, "application/octet-stream", nil, ErrUnsupported},
	} {
		text, err := p.Read(t.Context(), c.content, c.declared)
		if !errors.Is(err, c.why) || (err == nil) != (c.why == nil) {
			t.Errorf("%s: %v, want %v", name, err, c.why)
		}
		if d := cmp.Diff(Text{MediaType: c.kind, Pages: c.pages}, text); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

// What is above the bounds is left out, and that is said.
func TestReader_bounds(t *testing.T) {
	var r Reader
	long, err := r.Read([]byte(strings.Repeat("word ", 3_000_000)), Plain)
	if err != nil || !long.Cut || len(long.Pages) != MaxPages {
		t.Errorf("a text of 15 MB: %d pages, cut: %t, %v", len(long.Pages), long.Cut, err)
	}
	short, err := r.Read([]byte(strings.Repeat("word ", 3_000)), Plain)
	if err != nil || short.Cut || len(strings.Fields(strings.Join(short.Pages, " "))) != 3000 {
		t.Errorf("a text of 3,000 words: %d pages, cut: %t, %v", len(short.Pages), short.Cut, err)
	}
}

// A file that never ends, or that breaks the process, is damaged, and the next file is read by a new process.
func TestProcess_broken(t *testing.T) {
	p := process(t, "hang", 200*time.Millisecond)
	text, err := p.Read(t.Context(), testsite.PDF([]string{"One"}), PDF)
	if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "more than 200ms") || text.MediaType != PDF {
		t.Errorf("a process that hangs: %+v %v", text, err)
	}
	p.Command[1], p.Time = "crash", time.Minute
	if _, err := p.Read(t.Context(), testsite.PDF([]string{"One"}), PDF); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "broke down") {
		t.Errorf("a process that breaks down: %v", err)
	}
	p.Command[1] = "never"
	if _, err := p.Read(t.Context(), testsite.PDF([]string{"One"}), PDF); err == nil || errors.Is(err, ErrDamaged) {
		t.Errorf("a process that cannot run: %v", err)
	}
	p.Command[1] = "serve"
	if text, err := p.Read(t.Context(), testsite.PDF([]string{"One"}), PDF); err != nil || text.Pages[0] != "One" {
		t.Errorf("after that: %+v %v", text, err)
	}
}

// Nothing that stands in a file can break the reader: pieces of files put together at random give text or a reason.
func FuzzReader(f *testing.F) {
	for _, b := range [][]byte{testsite.PDF([]string{"One"}), testsite.Word("One"), testsite.OpenDocument("One"), testsite.EncryptedPDF(), []byte("One")} {
		f.Add(b, Plain)
	}
	var r Reader
	f.Fuzz(func(t *testing.T, content []byte, declared string) {
		text, err := r.Read(content, declared)
		if err == nil && len(text.Pages) == 0 {
			t.Errorf("%q: no pages and no reason", content)
		}
		for _, p := range text.Pages {
			if p != tidy(p) {
				t.Errorf("%q: tidied twice is %q", p, tidy(p))
			}
		}
	})
}
