// Package dbtest gives a test a database of its own: SQLite in the test's folder, or, where the
// environment variable TEST_DATABASE_URL names a PostgreSQL server, a new database there.
package dbtest

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"councilgraph/internal/database"
)

// New is an open, migrated, empty database that is gone when the test ends.
func New(t testing.TB) *database.Database {
	t.Helper()
	db := Open(t, Address(t))
	if _, err := db.Migrate(context.Background()); err != nil {
		t.Fatal(err)
	}
	return db
}

// Open opens the database and closes it when the test ends.
func Open(t testing.TB, address string) *database.Database {
	t.Helper()
	db, err := database.Open(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// Address is the address of a new, empty database that is gone when the test ends.
func Address(t testing.TB) string {
	t.Helper()
	server := os.Getenv("TEST_DATABASE_URL")
	if server == "" {
		return "sqlite:" + filepath.Join(t.TempDir(), "test.db")
	}
	ctx := context.Background()
	admin, err := database.Open(ctx, server)
	if err != nil {
		t.Fatal(err)
	}
	random := make([]byte, 8)
	_, _ = rand.Read(random) // never fails
	name := "test_" + hex.EncodeToString(random)
	if _, err := admin.DB.ExecContext(ctx, "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if _, err := admin.DB.ExecContext(ctx, "DROP DATABASE "+name+" WITH (FORCE)"); err != nil {
			t.Error(err)
		}
		_ = admin.Close()
	})
	u, err := url.Parse(server)
	if err != nil {
		t.Fatal(err)
	}
	u.Path = "/" + name
	return u.String()
}
