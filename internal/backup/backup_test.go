package backup

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ent/migrate"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// store is a database with a page, a failure, and the trace of a row with a higher id that is gone.
func store(t *testing.T) *database.Database {
	t.Helper()
	db := dbtest.New(t)
	b, err := db.Bulk(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = b.Close() }()
	insert := func(table string, columns []string, values ...any) {
		t.Helper()
		if err := b.Insert(t.Context(), table, columns, values); err != nil {
			t.Fatal(err)
		}
	}
	content := bytes.Repeat([]byte{0, 1, 0xff, '\n', '"'}, 40_000)
	insert("contents", []string{"sha256", "bytes", "text"}, "aa", content, "Line\none \\ \"two\"\t£5 — Llŷn", "bb", []byte{}, "")
	insert("failures", []string{"key", "url", "reason", "failed_at"}, "k", nil, "it was torn", "2026-01-14T09:30:00Z")
	if err := b.Exec(t.Context(), "DELETE FROM contents WHERE sha256 = 'bb'"); err != nil {
		t.Fatal(err)
	}
	return db
}

// write backs a store up into a file of the test's folder.
func write(t *testing.T, db *database.Database, name string) (string, Written) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	var done Written
	err := Create(path, func(to io.Writer) (err error) {
		done, err = Write(t.Context(), db, to, "test", time.Date(2026, 1, 14, 9, 30, 0, 0, time.UTC), nil)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return path, done
}

// into restores a backup.
func into(t *testing.T, path, address string, replace bool) error {
	t.Helper()
	_, err := Restore(t.Context(), Restoring{
		Path: path, Address: address, Replace: replace,
		Derive: func(context.Context, *database.Database) error { return nil },
	})
	return err
}

// lines are the lines of a backup.
func lines(t *testing.T, path string) []string {
	t.Helper()
	f, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(b), "\n")
}

// A store that is restored from a backup makes the same backup, line by line, however it is packed and whichever database it
// is in; and ids go on where they were.
func TestRestore_same(t *testing.T) {
	db := store(t)
	path, done := write(t, db, "a.zst")
	if done.Rows != 2 || done.Migration == "" {
		t.Errorf("written: %+v", done)
	}
	want := lines(t, path)
	for _, name := range []string{"a.gz", "a.jsonl"} {
		other, _ := write(t, db, name)
		if d := cmp.Diff(want, lines(t, other)); d != "" {
			t.Errorf("%s:\n%.500s", name, d)
		}
	}
	for _, address := range []string{dbtest.Address(t), "sqlite:" + filepath.Join(t.TempDir(), "new", "b.db")} {
		if err := into(t, path, address, false); err != nil {
			t.Fatal(err)
		}
		again := dbtest.Open(t, address)
		second, _ := write(t, again, "b.jsonl")
		if d := cmp.Diff(want, lines(t, second)); d != "" {
			t.Errorf("%s holds something else:\n%.1000s", address, d)
		}
		before := nextOf(t, db, "contents")
		c, err := again.Client.Content.Create().SetSha256("cc").SetBytes([]byte{1}).SetText("").Save(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if int64(c.ID) != before {
			t.Errorf("the next row gets the id %d, want %d", c.ID, before)
		}
	}
}

func nextOf(t *testing.T, db *database.Database, table string) int64 {
	t.Helper()
	s, err := db.Snapshot(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	tables, err := s.Tables(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range tables {
		if found.Name == table {
			return found.Next
		}
	}
	t.Fatalf("no table %s among %v", table, tables)
	return 0
}

// Every table of the schema is in a backup, and no other, with types that both databases have in common.
func TestWrite_everyTable(t *testing.T) {
	db := dbtest.New(t)
	path, _ := write(t, db, "a.jsonl")
	found := map[string]bool{}
	for _, text := range lines(t, path) {
		if name, ok := strings.CutPrefix(text, `{"table":"`); ok {
			name, _, _ = strings.Cut(name, `"`)
			found[name] = true
		}
	}
	want := map[string]bool{}
	for _, table := range migrate.Tables {
		want[table.Name] = true
	}
	if d := cmp.Diff(want, found); d != "" {
		t.Errorf("tables (-schema +backup):\n%s", d)
	}
}

// What is not whole, not a backup or of a later program is refused, says why, and leaves the database as it was.
func TestRestore_refused(t *testing.T) {
	path, _ := write(t, store(t), "a.jsonl")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	packed, _ := write(t, store(t), "a.zst")
	zst, err := os.ReadFile(packed)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	flipped := bytes.Clone(whole)
	at := bytes.Index(flipped, []byte("it was torn"))
	flipped[at] = 'I'
	last := bytes.LastIndexByte(whole[:len(whole)-1], '\n') + 1
	cases := map[string]struct {
		content []byte
		want    string
	}{
		"empty":         {nil, "is no backup"},
		"other":         {[]byte("{\"a\": 1}\n"), "is no backup"},
		"database":      {[]byte("SQLite format 3\x00 and so on"), "is no backup"},
		"a byte":        {flipped, "have the sha256"},
		"no end":        {whole[:last], "the end is missing"},
		"more":          {append(bytes.Clone(whole), '\n'), "something follows"},
		"form":          {bytes.Replace(whole, []byte(`"format":1`), []byte(`"format":2`), 1), "newer program (test"},
		"cut packing":   {zst[:len(zst)-20], "damaged or cut short"},
		"cut gzip":      {[]byte{0x1f, 0x8b, 8}, "damaged or cut short"},
		"packed byte":   {flip(zst, len(zst)/2), "damaged or cut short"},
		"row elsewhere": {bytes.Replace(whole, []byte(`"it was torn"`), []byte(`17`), 1), "damaged or cut short"},
	}
	for range 30 {
		cut := random.IntN(len(whole)-1) + 1
		cases["cut at "+string(rune('A'+random.IntN(26)))+time.Duration(cut).String()] = struct {
			content []byte
			want    string
		}{whole[:cut], ""}
	}
	address := dbtest.Address(t)
	for name, c := range cases {
		file := filepath.Join(t.TempDir(), "b")
		if err := os.WriteFile(file, c.content, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := into(t, file, address, false); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v, want an error with %q and the file's name", name, err, c.want)
		}
	}
	later := sealed(t, strings.Replace(string(whole[:last]), `"migration":"`, `"migration":"x_`, 1))
	if err := into(t, later, address, false); err == nil || !strings.Contains(err.Error(), "written by a newer program") {
		t.Errorf("of a later migration: %v", err)
	}
	strange := sealed(t, strings.Replace(string(whole[:last]), `"table":"contents"`, `"table":"goose_db_version"`, 1))
	if err := into(t, strange, address, false); err == nil || !strings.Contains(err.Error(), "is not one that its migration makes") {
		t.Errorf("with another table: %v", err)
	}
	if err := into(t, path, address, false); err != nil {
		t.Errorf("the place is not as it was: %v", err)
	}
}

// sealed writes lines with a last line that fits them.
func sealed(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sealed.jsonl")
	sum, rows := sha256.Sum256([]byte(text)), int64(strings.Count(text, "\n["))
	last, err := line(end{true, rows, hex.EncodeToString(sum[:])})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append([]byte(text), last...), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func flip(b []byte, at int) []byte {
	b = bytes.Clone(b)
	b[at] ^= 0x55
	return b
}

// A database that holds pages is replaced only when that is asked for; one without any is filled.
func TestRestore_occupied(t *testing.T) {
	path, _ := write(t, store(t), "a.zst")
	address := dbtest.Address(t)
	db, err := database.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	if db.Embedded() { // a program has it open
		if err := into(t, path, address, false); err == nil || !strings.Contains(err.Error(), "a program has it open") {
			t.Errorf("into a file that is open: %v", err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		replace bool
		fails   string
	}{{false, ""}, {false, "holds pages already"}, {true, ""}} {
		switch err := into(t, path, address, step.replace); {
		case step.fails == "" && err != nil:
			t.Fatal(err)
		case step.fails != "" && (err == nil || !strings.Contains(err.Error(), step.fails)):
			t.Errorf("%v: %v", step, err)
		}
	}
	again, _ := write(t, dbtest.Open(t, address), "b.zst")
	if d := cmp.Diff(lines(t, path), lines(t, again)); d != "" {
		t.Errorf("what was replaced:\n%.500s", d)
	}
	other := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(other, []byte("Dear Clerk, this is a letter and no database."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := into(t, path, "sqlite:"+other, true); err == nil || !strings.Contains(err.Error(), "left alone") {
		t.Errorf("over a letter: %v", err)
	}
	if err := Create(path, func(io.Writer) error { return nil }); err == nil || !strings.Contains(err.Error(), "exists") {
		t.Errorf("over a backup: %v", err)
	}
}
