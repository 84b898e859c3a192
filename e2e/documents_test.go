package e2e

import (
	"os/exec"
	"strings"
	"testing"
	"time"

	"councilgraph/ent/documentfile"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/testsite"
)

// The program fetches the files of documents, reads them in a process of its own, and keeps their text without what is private; a
// backup holds the text too, and it is found after a restore.
func TestHarvest_documents(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program")
	}
	binary, first, second := buildBinary(t), dbtest.Address(t), dbtest.Address(t)
	site := testsite.Start(testsite.Options{Seed: 1, Today: time.Now().UTC()})
	defer site.Close()
	document := site.Truth().Documents[0].ID
	site.PutFile(document, testsite.File{MediaType: "application/pdf", Content: testsite.EncryptedPDF()})
	run := func(args ...string) string {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), binary, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	said := run("harvest", "--database", first, "--pace", "1ms", "--contact", "records@wexcombe.example", "--allow-private", "--council", "E09000006", "--documents", site.Root())
	if !strings.Contains(said, "files of documents asked for") {
		t.Errorf("it says %s", said)
	}
	file := t.TempDir() + "/backup.zst"
	run("backup", "--database", first, file)
	run("restore", "--database", second, file)
	for _, address := range []string{first, second} {
		db := dbtest.Open(t, address)
		pages := db.Client.DocumentPage.Query().AllX(t.Context())
		texts := ""
		for _, p := range pages {
			texts += p.Text
		}
		if len(pages) < 4 || !strings.Contains(texts, "[phone removed], [email removed]") || strings.Contains(texts, "01632 960123") || strings.Contains(texts, "ann.clerk") {
			t.Errorf("%s: %d pages, with %.500s", address, len(pages), texts)
		}
		if n := db.Client.DocumentFile.Query().Where(documentfile.Status("ENCRYPTED")).CountX(t.Context()); n == 0 {
			t.Errorf("%s: no file wants a password", address)
		}
		query := "SELECT COUNT(*) FROM search_words WHERE search_words MATCH 'culvert'"
		if !db.Embedded() {
			query = "SELECT COUNT(*) FROM search_words WHERE words @@ CAST('culvert' AS tsquery)"
		}
		var found int
		if err := db.DB.QueryRowContext(t.Context(), query).Scan(&found); err != nil || found < 2 {
			t.Errorf("%s: %d documents are found by their text: %v", address, found, err)
		}
	}
}
