package e2e

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/dbtest"
)

// An archive that is taken in with the program killed again and again, at moments of no choice, gives the graph of
// an undisturbed run: nothing is lost, nothing doubled.
func TestBulk_killed(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program and takes an archive in several times")
	}
	binary, pages := buildBinary(t), archive(t)
	ingest := func(address string) *exec.Cmd {
		return exec.CommandContext(t.Context(), binary, "ingest", "--bulk", "--database", address, pages)
	}
	whole := dbtest.Address(t)
	began := time.Now()
	if out, err := ingest(whole).CombinedOutput(); err != nil {
		t.Fatalf("an undisturbed run: %v\n%s", err, out)
	}
	took := time.Since(began)
	want := dbtest.Dump(t, dbtest.Open(t, whole))
	if n := len(want["resolutions"]); n < 500 {
		t.Fatalf("the archive gives only %d resolutions", n)
	}

	killed, random := dbtest.Address(t), rand.New(rand.NewPCG(uint64(began.UnixNano()), 1))
	stopped := 0
	for nth := range 8 {
		run := ingest(killed)
		var said bytes.Buffer
		run.Stdout, run.Stderr = &said, &said
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		moment := took
		if nth == 0 {
			moment /= 4 // the machine may be quicker by now, and one at least must be killed
		}
		time.Sleep(time.Duration(random.Int64N(int64(moment))))
		if err := run.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		switch err := run.Wait(); {
		case err == nil: // it had come to its end
		case strings.Contains(err.Error(), "killed"):
			stopped++
		default:
			t.Fatalf("a run that was to be killed: %v\n%s", err, &said)
		}
	}
	out, err := ingest(killed).CombinedOutput()
	if err != nil || stopped == 0 {
		t.Fatalf("the last run, after %d were killed: %v\n%s", stopped, err, out)
	}
	db := dbtest.Open(t, killed)
	if d := cmp.Diff(want, dbtest.Dump(t, db)); d != "" {
		t.Errorf("another graph than in an undisturbed run:\n%.4000s", d)
	}
	dbtest.CheckFigures(t, db, "after kills")
	if missing, err := db.Deferred(t.Context()); err != nil || missing > 0 {
		t.Errorf("%d indexes are missing: %v", missing, err)
	}
	var twice int
	if err := db.DB.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM (SELECT node_id FROM changes WHERE action = 'CREATED' GROUP BY node_id HAVING COUNT(*) > 1) AS again").Scan(&twice); err != nil || twice > 0 {
		t.Errorf("%d nodes were created more than once: %v", twice, err)
	}
}

// archive is a folder of pages of three councils, mixed, from several committees over years.
func archive(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	councils := []string{"E09000006", "E08000035", "E06000023"}
	given, family := []string{"Ann", "Cy", "Di", "Ed", "Flo", "Gus"}, []string{"Birch", "Dale", "Elm", "Firth", "Gorse", "Heath", "Ives"}
	var manifest strings.Builder
	for i := range 3 * 120 {
		var text strings.Builder
		day := time.Date(2012, 1, 4, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/3*7)
		who := func(n int) string { return given[n%6] + " " + family[(n+i%3)%7] }
		fmt.Fprintf(&text, "Agenda and minutes\n\n%s - %s 10.00 am\n\nVenue: Town Hall\n\n", []string{"Cabinet", "Planning Committee", "Audit Committee"}[i/3%3], day.Format("Monday, 2 January, 2006"))
		fmt.Fprintf(&text, "Present: Councillors %s, %s and %s\n\nItems\nNo. Item\n\n", who(i), who(i+1), who(i+2))
		for item := range 4 {
			fmt.Fprintf(&text, "%d.\n\nMatter number %d of %d pdf icon PDF %d KB\n\nMinutes:\n\nCouncillor %s introduced the report, which would cost £%d,000.\n\n", item+1, item, i, item+10, who(item), i+10)
			fmt.Fprintf(&text, "RESOLVED that\n\n(1) the sum of £%d,500 be approved; and\n\n(2) the Director of Places be authorised to spend it.\n\n", i+5)
		}
		name := fmt.Sprintf("%d.txt", i)
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&manifest, `{"file": %q, "council": %q, "url": "https://democracy.example/ieListDocuments.aspx?CId=%d&MId=%d", "fetchedAt": "2026-10-01T00:00:00Z"}`+"\n",
			name, councils[i%3], 100+i/3%3, 1000+i)
	}
	path := filepath.Join(folder, "manifest.jsonl")
	if err := os.WriteFile(path, []byte(manifest.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
