package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A change that the list has in these words is let through, any other is not.
func TestCompare(t *testing.T) {
	folder := t.TempDir()
	write := func(name, text string) string {
		t.Helper()
		file := filepath.Join(folder, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	before := write("before.graphql", "type Query { a: Int b: Int c: Int }")
	after := write("after.graphql", "type Query { a: Int }")
	list := write("list.md", "# Changes\n\n- Query.b was removed\n  since nobody asked for it.\n- Query.c was removed, perhaps\n")
	unlisted, listed, err := compare(before, after, list)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"Query.c was removed"}, unlisted); d != "" || listed != 1 {
		t.Errorf("%d listed; want (-) and got (+):\n%s", listed, d)
	}
	if _, _, err := compare(before, write("bad.graphql", "type {"), list); err == nil {
		t.Error("a schema that cannot be read is accepted")
	}
}
