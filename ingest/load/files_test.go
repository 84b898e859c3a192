package load

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	entchange "councilgraph/ent/change"
	"councilgraph/ent/document"
	"councilgraph/ingest/record"
)

const reportURL = "https://democracy.example.org/documents/s1/Report.pdf"

// withFile is a page with a document that has an address.
func withFile() record.Meeting {
	m := full()
	m.Items[0].Documents = []record.File{{Title: "Report", URL: reportURL, Span: m.Span}}
	return m
}

func read(pages map[int]string) File {
	return File{URL: reportURL, Status: FileRead, SHA256: "aa", Size: 7, MediaType: "application/pdf", PageCount: len(pages), Pages: pages, AskedAt: "2026-02-01T00:00:00Z", FetchedAt: "2026-02-01T00:00:00Z"}
}

// A file's text is found by its words as long as a document leads to it, whichever comes first, and the feed tells of the
// document. A file to which no document leads any longer is gone with its text.
func TestSetFile_search(t *testing.T) {
	l, db := setUp(t)
	written("https://example.org/1", "2026-01-20T00:00:00Z", withFile()).load(t, l)
	code := "BRY"
	listed, err := l.Files(t.Context(), code)
	if err != nil || len(listed) != 1 || listed[0].URL != reportURL || listed[0].Status != "" || listed[0].Date == "" || len(listed[0].Committees) == 0 {
		t.Fatalf("listed: %+v %v", listed, err)
	}
	set := func(f File) {
		t.Helper()
		if _, err := l.SetFile(t.Context(), code, f); err != nil {
			t.Fatal(err)
		}
	}
	changes := func() int {
		return db.Client.Change.Query().Where(entchange.NodeType("Document"), entchange.ActionEQ(entchange.ActionUpdated)).CountX(t.Context())
	}
	set(read(map[int]string{1: "The heronry was counted.", 3: "Wetlands"}))
	if find(t, db, "heronri") == nil || changes() != 1 {
		t.Errorf("the text is not found, or %d changes", changes())
	}
	same := read(nil)
	same.AskedAt, same.PageCount = "2026-02-09T00:00:00Z", 2
	set(same)
	if listed, err = l.Files(t.Context(), code); err != nil || listed[0].AskedAt != same.AskedAt || listed[0].PageCount != 2 || changes() != 1 {
		t.Errorf("asked again: %+v %v, %d changes", listed, err, changes())
	}
	if find(t, db, "wetland") == nil {
		t.Error("a file that is as it was has lost its text")
	}

	told := read(nil)
	told.FetchedAt, told.PageCount = "2026-02-10T00:00:00Z", 3
	set(told)
	if changes() != 2 || find(t, db, "wetland") == nil {
		t.Errorf("a file of which something else is told: %d changes", changes())
	}

	// The page comes in again, with another title of the document: the text stays found.
	m := withFile()
	m.Items[0].Documents[0].Title = "Addendum"
	written("https://example.org/1", "2026-01-21T00:00:00Z", m).load(t, l)
	if find(t, db, "addendum") == nil || find(t, db, "heronri") == nil {
		t.Error("the document is found no more by its new title and its text")
	}
	set(read(map[int]string{1: "Nothing was counted."}))
	if find(t, db, "heronri") != nil || find(t, db, "count") == nil {
		t.Error("the words of an earlier version are found")
	}

	m.Items[0].Documents = nil
	written("https://example.org/1", "2026-01-22T00:00:00Z", m).load(t, l)
	if n := db.Client.Document.Query().Where(document.URL(reportURL)).CountX(t.Context()); n != 0 {
		t.Fatalf("%d documents lead to the file", n)
	}
	if files, pages := db.Client.DocumentFile.Query().CountX(t.Context()), db.Client.DocumentPage.Query().CountX(t.Context()); files+pages != 0 {
		t.Errorf("%d files and %d pages are kept that no document leads to", files, pages)
	}
	if find(t, db, "count") != nil {
		t.Error("what is gone is found")
	}
}

// What is private by later rules leaves the stored texts, and the search.
func TestRereadFiles(t *testing.T) {
	l, db := setUp(t)
	written("https://example.org/1", "2026-01-20T00:00:00Z", withFile()).load(t, l)
	code := "BRY"
	if _, err := l.SetFile(t.Context(), code, read(map[int]string{1: "Ask Quillfeather.", 2: "Wetlands"})); err != nil {
		t.Fatal(err)
	}
	for round, want := range []int{1, 0} {
		n, err := l.RereadFiles(t.Context(), code, func(url string, pages map[int]string) (map[int]string, bool) {
			before := fmt.Sprint(pages)
			pages[1] = strings.ReplaceAll(pages[1], "Quillfeather", "[removed]")
			return pages, fmt.Sprint(pages) != before
		})
		if err != nil || n != want {
			t.Errorf("round %d: %d files changed, want %d: %v", round, n, want, err)
		}
	}
	if find(t, db, "quillfeath") != nil || find(t, db, "wetland") == nil {
		t.Error("the search does not follow")
	}
	texts := []string{}
	for _, p := range db.Client.DocumentPage.Query().AllX(t.Context()) {
		texts = append(texts, p.Text)
	}
	if slices.Sort(texts); !slices.Equal(texts, []string{"Ask [removed].", "Wetlands"}) || !db.Client.DocumentFile.Query().OnlyX(t.Context()).Redacted {
		t.Errorf("kept: %q", texts)
	}
}
