package harvest_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/ent"
	"councilgraph/ent/change"
	"councilgraph/ent/documentfile"
	"councilgraph/ent/documentpage"
	"councilgraph/ingest"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/filetext"
	"councilgraph/internal/testsite"
)

// readFiles is the argument by which the test's own program is the process that reads files of documents.
const readFiles = "read-files"

// reading lets the rig take in the files of documents.
func (g *rig) reading(t *testing.T) {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &filetext.Process{Command: []string{program, readFiles}}
	t.Cleanup(func() { _ = p.Close() })
	g.Pipeline.Files = p
}

// told is what the store has of the file of a document: its status, its reason and its text.
func (g *rig) told(t *testing.T, id string) (status, reason, text string) {
	t.Helper()
	f, err := g.db.Client.DocumentFile.Query().Where(documentfile.Or(documentfile.URLContains("/documents/s"+id+"/"), documentfile.URLHasSuffix("mgConvert2PDF.aspx?ID="+id))).Only(t.Context())
	if ent.IsNotFound(err) {
		return "", "", ""
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range g.db.Client.DocumentPage.Query().Where(documentpage.FileID(f.ID)).Order(ent.Asc(documentpage.FieldNumber)).AllX(t.Context()) {
		text += fmt.Sprintf("[%d] %s ", p.Number, p.Text)
	}
	if f.Reason != nil {
		reason = *f.Reason
	}
	return f.Status, reason, strings.TrimSpace(text)
}

func isFile(address string) bool {
	return strings.Contains(address, "/documents/s") || strings.Contains(address, "/mgConvert2PDF.aspx")
}

// lose makes a file missing, at both its addresses.
func lose(s *testsite.Site, id string) {
	for _, on := range []string{"/documents/s" + id + "/", "/mgConvert2PDF.aspx?ID=" + id} {
		s.Fault(testsite.Fault{Kind: testsite.Missing, On: on})
	}
}

func filesAsked(s *testsite.Site) int {
	n := 0
	for _, r := range s.Requests() {
		if isFile(r.Target) {
			n++
		}
	}
	return n
}

// The files of all documents are fetched once, whatever is at their addresses; their text is kept without what is private, and what
// gave no text says why. Later runs ask only for what is due, and bring just what has changed.
func TestHarvest_documents(t *testing.T) {
	s := start(t, testsite.Options{Seed: 5, Validators: true, Meetings: 8})
	var ids []string
	for _, d := range s.Truth().Documents {
		if !slices.Contains(ids, d.ID) {
			ids = append(ids, d.ID)
		}
	}
	if len(ids) < 9 {
		t.Fatalf("the site has only %d documents", len(ids))
	}
	want := map[string][3]string{
		ids[0]: {"NO_TEXT", "no text", ""},
		ids[1]: {"ENCRYPTED", "password", ""},
		ids[2]: {"DAMAGED", "cut short", ""},
		ids[3]: {"FAILED", "a web page came in place of the file", ""},
		ids[4]: {"TOO_LARGE", "too large", ""},
		ids[5]: {"READ", "", "[1] The grant is £900."},
		ids[6]: {"GONE", "no such page", ""},
		ids[7]: {"UNSUPPORTED", "not read", ""},
	}
	s.PutFile(ids[0], testsite.File{MediaType: filetext.PDF, Content: testsite.ScannedPDF(3)})
	s.PutFile(ids[1], testsite.File{MediaType: filetext.PDF, Content: testsite.EncryptedPDF()})
	s.PutFile(ids[2], testsite.File{MediaType: filetext.PDF, Content: testsite.PDF([]string{"x"})[:60]})
	s.PutFile(ids[3], testsite.File{MediaType: "text/html", Content: []byte("<!DOCTYPE html><html><body>Please log in.</body></html>")})
	s.PutFile(ids[4], testsite.File{MediaType: filetext.PDF, Content: make([]byte, 1<<20)})
	s.PutFile(ids[5], testsite.File{MediaType: filetext.Word, Content: testsite.Word("The grant is £900.")})
	s.PutFile(ids[7], testsite.File{MediaType: "application/vnd.ms-excel", Content: []byte{0xd0, 0xcf, 0x11, 0xe0}})
	lose(s, ids[6])

	g := newRig(t, "AAA")
	g.reading(t)
	g.FileBytes = 1 << 19
	path := filepath.Join(t.TempDir(), "files.warc.gz")
	archive, err := fetch.CreateWARC(path, "councilgraph/1 (+mailto:records@wexcombe.example)")
	if err != nil {
		t.Fatal(err)
	}
	g.Archive = archive.Add
	report, _ := g.run(t, task("AAA", s), s)
	if n := filesAsked(s); n != len(ids) || report.Files != n {
		t.Errorf("%d files were asked for, %d said, of %d documents", n, report.Files, len(ids))
	}
	check := func() {
		t.Helper()
		for _, id := range ids {
			status, reason, text := g.told(t, id)
			expected, odd := want[id]
			if !odd {
				if status != "READ" || reason != "" || !strings.Contains(text, "[1] Report: ") || !strings.Contains(text, "relined at a cost of £48,000") ||
					!strings.Contains(text, "[2] Background papers: none\nContact: Ann Clerk, telephone [phone removed], [email removed]") {
					t.Errorf("document %s: %s %q %q", id, status, reason, text)
				}
				continue
			}
			if status != expected[0] || !strings.Contains(reason, expected[1]) || (expected[1] == "") != (reason == "") || text != expected[2] {
				t.Errorf("document %s: %s %q %q, want %q", id, status, reason, text, expected)
			}
		}
	}
	check()
	g.Archive = nil
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	restored(t, g, path, ids)
	gaps := 0
	for _, p := range report.Problems {
		if isFile(p.File) {
			gaps++
		}
	}
	if gaps != 3 { // the log-in, the large one and the one that is gone
		t.Errorf("%d gaps are said of files: %+v", gaps, report.Problems)
	}
	if n := g.db.Client.Change.Query().Where(change.NodeType("Document"), change.ActionEQ(change.ActionUpdated)).CountX(t.Context()); n == 0 {
		t.Error("the feed says nothing of the texts")
	}

	// At once, only what failed is asked for again.
	last := g.db.Client.Change.Query().CountX(t.Context())
	if report, _ := g.run(t, task("AAA", s), s); filesAsked(s) != 1 || report.Texts != 0 {
		t.Errorf("at once %d files are asked for again, %d taken", filesAsked(s), report.Texts)
	}
	if now := g.db.Client.Change.Query().CountX(t.Context()); now != last {
		t.Errorf("a second run makes %d changes", now-last)
	}

	// A month on the recent ones are due: one has changed, one is there at last, one is gone.
	s.PutFile(ids[5], testsite.File{MediaType: filetext.Word, Content: testsite.Word("The grant is £950.")})
	s.PutFile(ids[3], testsite.Report("at last"))
	lose(s, ids[8])
	want[ids[5]], want[ids[8]] = [3]string{"READ", "", "[1] The grant is £950."}, [3]string{"GONE", "no such page", ""}
	delete(want, ids[3])
	g.now = g.now.Add(100 * 24 * time.Hour)
	report, _ = g.run(t, task("AAA", s), s)
	if report.Texts != 2 {
		t.Errorf("%d texts are new, want 2 of %d files", report.Texts, report.Files)
	}
	check()
}

// restored fails where the archive of a harvest does not give what it had of the documents' files, or where taking it in again
// changes anything.
func restored(t *testing.T, g *rig, path string, ids []string) {
	t.Helper()
	other := newRig(t, "AAA")
	p := other.Pipeline
	p.Council = "AAA"
	for i, run := range []func(context.Context, []string) (ingest.Report, error){p.Bulk, p.Run, p.Bulk} {
		before := other.db.Client.Change.Query().CountX(t.Context())
		if report, err := run(t.Context(), []string{path}); err != nil || len(report.Problems) > 0 {
			t.Fatalf("take the archive in: %v %v", err, report.Problems)
		}
		if now := other.db.Client.Change.Query().CountX(t.Context()); i > 0 && now != before {
			t.Errorf("taking it in again makes %d changes", now-before)
		}
		for _, id := range ids {
			status, reason, text := g.told(t, id)
			if s, r, x := other.told(t, id); s != status || r != reason || x != text {
				t.Errorf("document %s: %s %q %q from the archive, %s %q %q from the site", id, s, r, x, status, reason, text)
			}
		}
	}
}

// Without a reader of files, no file is asked for.
func TestHarvest_documentsLeft(t *testing.T) {
	s := start(t, testsite.Options{Seed: 5})
	g := newRig(t, "AAA")
	if g.run(t, task("AAA", s), s); filesAsked(s) != 0 {
		t.Errorf("%d files are asked for", filesAsked(s))
	}
}

// A run that is killed between two files goes on with the others.
func TestHarvest_documentsStopped(t *testing.T) {
	s := start(t, testsite.Options{Seed: 5})
	g := newRig(t, "AAA")
	g.reading(t)
	s.Fault(testsite.Fault{Kind: testsite.ServerError, On: "/documents/"})
	s.Fault(testsite.Fault{Kind: testsite.ServerError, On: "/mgConvert2PDF"})
	report, _ := g.run(t, task("AAA", s), s)
	if !strings.Contains(report.Stopped, "files of documents in a row") {
		t.Errorf("stopped: %q", report.Stopped)
	}
	s.Mend()
	report, _ = g.run(t, task("AAA", s), s)
	if report.Stopped != "" || g.db.Client.DocumentFile.Query().Where(documentfile.StatusNEQ("READ")).CountX(t.Context()) != 0 {
		t.Errorf("after that: %+v", report)
	}
}
