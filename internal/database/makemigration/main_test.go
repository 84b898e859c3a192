package main

import (
	"path/filepath"
	"testing"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/sqltool"
)

// The hashes are those of the steps as they are: the next step is refused otherwise.
func TestHashes(t *testing.T) {
	for _, dialect := range []string{"sqlite", "postgres"} {
		dir, err := sqltool.NewGooseDir(filepath.Join("..", "..", "..", folder(dialect)))
		if err != nil {
			t.Fatal(err)
		}
		if err := migrate.Validate(dir); err != nil {
			t.Errorf("%s: %v; run go run ./internal/database/makemigration -hash", dialect, err)
		}
	}
}
