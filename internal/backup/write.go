package backup

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"councilgraph/internal/database"
)

// Written is what a backup came to.
type Written struct {
	Header
	Rows int64
}

// Write writes all of a store as it is at one moment, while others go on writing to it: neither waits for the other. Program
// is the version of the program, now the time of writing. Progress, if it is set, is told each table that begins.
func Write(ctx context.Context, db *database.Database, to io.Writer, program string, now time.Time, progress func(table string)) (done Written, err error) {
	step, err := db.Step(ctx)
	if err != nil {
		return done, err
	}
	s, err := db.Snapshot(ctx)
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	tables, err := s.Tables(ctx)
	if err != nil {
		return done, err
	}
	done.Header = Header{Kind: "backup", Format: format, Program: program, Migration: step, Written: now.UTC().Format(time.RFC3339)}
	if err := s.QueryRow(ctx, `SELECT COALESCE(MAX("id"), 0) FROM "changes"`).Scan(&done.Version); err != nil {
		return done, fmt.Errorf("read the version of the data: %w", err)
	}
	sum := sha256.New()
	both := io.MultiWriter(to, sum)
	if err := writeLine(both, done.Header); err != nil {
		return done, err
	}
	for _, t := range tables {
		if progress != nil {
			progress(t.Name)
		}
		n, err := writeTable(ctx, s, t, both)
		if err != nil {
			return done, fmt.Errorf("back up %s: %w", t.Name, err)
		}
		done.Rows += n
	}
	return done, writeLine(to, end{true, done.Rows, hex.EncodeToString(sum.Sum(nil))})
}

func writeLine(to io.Writer, v any) error {
	text, err := line(v)
	if err != nil {
		return err
	}
	_, err = to.Write(text)
	return err
}

// writeTable writes the rows of a table in the order of their ids, so that equal stores make equal backups.
func writeTable(ctx context.Context, s *database.Snapshot, t database.StoredTable, to io.Writer) (rows int64, err error) {
	head := Table{Name: t.Name, Next: t.Next}
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		kind, err := typeOf(c)
		if err != nil {
			return 0, err
		}
		head.Columns = append(head.Columns, Column{c.Name, kind})
		names[i] = c.Name
	}
	if err := writeLine(to, head); err != nil {
		return 0, err
	}
	order := "1" // the id; tables that join two others have none
	if len(names) > 1 && names[0] != "id" {
		order = "1, 2"
	}
	found, err := s.Query(ctx, `SELECT "`+strings.Join(names, `", "`)+`" FROM "`+t.Name+`" ORDER BY `+order)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	values, into := make([]any, len(names)), make([]any, len(names))
	for i := range values {
		into[i] = &values[i]
	}
	var text []byte
	for ; found.Next(); rows++ {
		if err := found.Scan(into...); err != nil {
			return rows, err
		}
		if text, err = encode(text[:0], head.Columns, values); err != nil {
			return rows, fmt.Errorf("row %d: %w", rows+1, err)
		}
		if _, err := to.Write(text); err != nil {
			return rows, err
		}
	}
	return rows, found.Err()
}

// types are the types of columns by the names that the databases have for them.
var types = map[string]Type{
	"integer": Int, "bigint": Int, "text": Text, "character varying": Text, "bool": Bool, "boolean": Bool,
	"real": Float, "double precision": Float, "blob": Bytes, "bytea": Bytes,
}

func typeOf(c database.StoredColumn) (Type, error) {
	t, ok := types[strings.ToLower(c.Type)]
	if !ok {
		return "", fmt.Errorf("column %s is of type %s, which backups do not know", c.Name, c.Type)
	}
	return t, nil
}
