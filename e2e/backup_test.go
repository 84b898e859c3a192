package e2e

import (
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

// Backups that are made while an archive is taken in are each the store at one moment: what is restored from them can be
// gone on with and comes to the graph of an undisturbed run. What is restored from the last one is the same store, in the
// same database and in an SQLite file, down to ids and the feed.
func TestBackup_whileIngesting(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program and takes an archive in several times")
	}
	binary, pages, folder := buildBinary(t), archive(t), t.TempDir()
	run := func(args ...string) string {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), binary, args...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	first := dbtest.Address(t)
	run("migrate", "--database", first)
	ingest := exec.CommandContext(t.Context(), binary, "ingest", "--bulk", "--database", first, pages)
	if err := ingest.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- ingest.Wait() }()
	var versions, backups []string
	for n := 0; ; n++ {
		file := filepath.Join(folder, fmt.Sprintf("%d.zst", n))
		said := run("backup", "--database", first, file)
		if version := said[strings.Index(said, "version"):strings.Index(said, " of the data")]; len(versions) == 0 || versions[len(versions)-1] != version {
			versions, backups = append(versions, version), append(backups, file)
		}
		select {
		case err := <-ended:
			if err != nil {
				t.Fatal(err)
			}
		case <-time.After(50 * time.Millisecond):
			continue
		}
		break
	}
	if len(versions) < 2 {
		t.Fatalf("all backups are of the versions %v: nothing was written meanwhile", versions)
	}
	want := dbtest.Dump(t, dbtest.Open(t, first))
	middle := backups[(len(backups)-1)/2]
	gone := dbtest.Address(t)
	run("restore", "--database", gone, middle)
	run("ingest", "--bulk", "--database", gone, pages)
	db := dbtest.Open(t, gone)
	if d := cmp.Diff(want, dbtest.Dump(t, db)); d != "" {
		t.Errorf("a backup of %s of %v, gone on with, gives another graph:\n%.4000s", versions[len(versions)/2], versions, d)
	}
	dbtest.CheckFigures(t, db, "after a restore")

	last := filepath.Join(folder, "last.jsonl")
	run("backup", "--database", first, last)
	for _, address := range []string{dbtest.Address(t), "sqlite:" + filepath.Join(folder, "moved.db")} {
		run("restore", "--database", address, last)
		copied := filepath.Join(t.TempDir(), "again.jsonl")
		run("backup", "--database", address, copied)
		if !cmp.Equal(rowsOf(t, last), rowsOf(t, copied)) {
			t.Errorf("%s holds other rows than the backup", address)
		}
		if a, b := words(t, first), words(t, address); a == 0 || a != b {
			t.Errorf("%d texts are found by their words in the first, %d in the restored", a, b)
		}
	}
}

// rowsOf is a backup without its first and last line, which say when it was made.
func rowsOf(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	return text[strings.Index(text, "\n"):strings.LastIndex(text[:len(text)-1], "\n")]
}

// words counts the texts of the index of words.
func words(t *testing.T, address string) (n int) {
	t.Helper()
	if err := dbtest.Open(t, address).DB.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM search_words").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// A restore that is killed at any moment leaves what was there as it was: either nothing or, once, all of it. The next one
// clears away what it left.
func TestRestore_killed(t *testing.T) {
	if testing.Short() {
		t.Skip("it builds the program and restores several times")
	}
	binary, pages, folder := buildBinary(t), archive(t), t.TempDir()
	file := filepath.Join(folder, "all.zst")
	address := dbtest.Address(t)
	for _, args := range [][]string{{"ingest", "--bulk", "--database", address, pages}, {"backup", "--database", address, file}} {
		if out, err := exec.CommandContext(t.Context(), binary, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
	}
	want := dbtest.Dump(t, dbtest.Open(t, address))
	into := dbtest.Address(t)
	restore := func() *exec.Cmd {
		return exec.CommandContext(t.Context(), binary, "restore", "--replace", "--database", into, file)
	}
	began := time.Now()
	if out, err := restore().CombinedOutput(); err != nil {
		t.Fatalf("an undisturbed restore: %v\n%s", err, out)
	}
	took := time.Since(began)
	killed := 0
	for range 10 {
		run := restore()
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(took))))
		if err := run.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if run.Wait() != nil {
			killed++
		}
		db := dbtest.Open(t, into)
		if d := cmp.Diff(want, dbtest.Dump(t, db)); d != "" {
			t.Fatalf("after a restore was killed, another graph is there:\n%.2000s", d)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if killed == 0 {
		t.Fatal("no restore was killed")
	}
	if out, err := restore().CombinedOutput(); err != nil {
		t.Fatalf("the last restore: %v\n%s", err, out)
	}
	db := dbtest.Open(t, into)
	if db.Embedded() {
		if left, _ := filepath.Glob(strings.TrimPrefix(into, "sqlite:") + ".*"); len(left) > 0 {
			t.Errorf("killed restores have left %v", left)
		}
		return
	}
	// A server may see late that a client of it was killed; until then what is the client's stays.
	for again := 0; ; again++ {
		var schemas int
		if err := db.DB.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM pg_namespace WHERE nspname LIKE 'restoring%'").Scan(&schemas); err != nil {
			t.Fatal(err)
		}
		if schemas == 0 {
			break
		}
		if again == 5 {
			t.Fatalf("killed restores have left %d schemas", schemas)
		}
		time.Sleep(time.Second)
		if out, err := restore().CombinedOutput(); err != nil {
			t.Fatalf("one more restore: %v\n%s", err, out)
		}
	}
}
