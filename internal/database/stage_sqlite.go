package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"entgo.io/ent/dialect"
)

func stageSQLite(ctx context.Context, address string, replace bool) (*Stage, error) {
	path := strings.TrimPrefix(address, "sqlite:")
	if path == "" {
		return nil, errors.New("sqlite: needs a path, as in sqlite:council.db")
	}
	left, _ := filepath.Glob(path + "." + stageName + "*") // the pattern is well formed
	for _, old := range left {
		if _, err := os.Stat(old); err == nil && !strings.HasSuffix(old, "-wal") && !strings.HasSuffix(old, "-shm") && alone(ctx, old) == nil {
			_ = os.Remove(old) // it does no harm where it lies
		}
	}
	if err := vacantSQLite(ctx, path, replace); err != nil {
		return nil, err
	}
	at := path + "." + newStageName()
	db, err := Open(ctx, "sqlite:"+at)
	if err != nil {
		return nil, err
	}
	s := &Stage{Store: db}
	s.publish = func(ctx context.Context, replace bool) error {
		if err := finishSQLite(ctx, db, at); err != nil {
			return err
		}
		if err := vacantSQLite(ctx, path, replace); err != nil {
			return err
		}
		if _, err := os.Stat(path); err == nil {
			if err := alone(ctx, path); err != nil {
				return fmt.Errorf("%s cannot be replaced: a program has it open; stop it first: %w", path, err)
			}
		}
		if err := os.Rename(at, path); err != nil {
			return fmt.Errorf("put the database in its place: %w", err)
		}
		return syncFolder(filepath.Dir(path))
	}
	s.discard = func() error {
		_ = db.Close() // it may be closed
		for _, end := range []string{"", "-wal", "-shm"} {
			if err := os.Remove(at + end); err != nil && !errors.Is(err, os.ErrNotExist) {
				return err
			}
		}
		return nil
	}
	return s, nil
}

// finishSQLite brings all of a store into its one file, closes it, and has that written to the disk.
func finishSQLite(ctx context.Context, db *Database, path string) error {
	if _, err := db.DB.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)"); err != nil {
		return fmt.Errorf("finish the database's file: %w", err)
	}
	if err := db.Close(); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0) // some systems sync only what can be written
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder has a folder's names written to the disk, where the system does that.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	_ = f.Sync() // Windows cannot
	return f.Close()
}

// vacantSQLite fails where the file holds pages, unless they are to be replaced, and where it is no database.
func vacantSQLite(ctx context.Context, path string, replace bool) (err error) {
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is no file", path)
	}
	conn, done, err := lone(ctx, path)
	if err != nil {
		return fmt.Errorf("%s cannot be opened as a database of this program, and is left alone: %w", path, err)
	}
	defer func() { err = errors.Join(err, done()) }()
	table, err := filled(ctx, conn, dialect.SQLite)
	switch {
	case err != nil:
		return fmt.Errorf("%s is no database of this program, and is left alone: %w", path, err)
	case table != "" && !replace:
		return ErrOccupied
	}
	return nil
}

// alone takes the file's write-ahead log in and away, which SQLite does only for who has it open alone.
func alone(ctx context.Context, path string) (err error) {
	conn, done, err := lone(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, done()) }()
	var mode string
	if err := conn.QueryRowContext(ctx, "PRAGMA journal_mode(DELETE)").Scan(&mode); err != nil {
		return err
	}
	if mode != "delete" {
		return fmt.Errorf("its journal stays %s", mode)
	}
	return nil
}

// lone is one connection to a file.
func lone(ctx context.Context, path string) (*sql.Conn, func() error, error) {
	connect, err := connectSQLite(path, []string{"busy_timeout(2000)"})
	if err != nil {
		return nil, nil, err
	}
	db := sql.OpenDB(connect)
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return conn, func() error { return errors.Join(conn.Close(), db.Close()) }, nil
}

// filled is a table that holds what only pages bring, or "" where there is none.
func filled(ctx context.Context, conn *sql.Conn, d string) (string, error) {
	tables, err := storedTables(ctx, conn, d)
	if err != nil {
		return "", err
	}
	for _, t := range tables {
		if filledByItself[t.Name] {
			continue
		}
		var is bool
		if err := conn.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM "`+t.Name+`")`).Scan(&is); err != nil {
			return "", fmt.Errorf("look into %s: %w", t.Name, err)
		}
		if is {
			return t.Name, nil
		}
	}
	return "", nil
}
