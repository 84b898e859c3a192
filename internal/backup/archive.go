// Package backup writes all of a store into one file and makes a store of such a file again.
//
// A backup is text, a line for each row, so that it can be read in ten years without this program, and it is the same
// whichever database it was made from: one of SQLite can be restored into PostgreSQL and the other way round. Ids, addresses,
// cursors, the feed and the version of the data are kept. The lines are
//
//	{"councilgraph": "backup", "format": 1, "program": ..., "migration": ..., "written": ..., "version": ...}
//	{"table": "amounts", "columns": [{"name": "id", "type": "int"}, ...], "next": 4295000123}
//	[4295000001, ...]                         a row of that table, in the order of its columns
//	{"end": true, "rows": 12345, "sha256": ...}  how many rows there were, and the hash of every byte before this line
//
// The file is packed by Zstandard or gzip as the end of its name says. What follows from the rest and differs between
// databases (the index of words) is not in it and is made anew.
package backup

import "encoding/json"

// format is the version of the lines themselves. What is in the tables is told by the migration.
const format = 1

// Header is what a backup says of itself.
type Header struct {
	// Kind is "backup".
	Kind string `json:"councilgraph"`
	// Format is the version of the form of the file.
	Format int `json:"format"`
	// Program is the version of the program that wrote it.
	Program string `json:"program"`
	// Migration is the name of the last step that the tables had taken, which is the same for both databases.
	Migration string `json:"migration"`
	// Written is when it was written, as 2026-01-14T09:30:00Z.
	Written string `json:"written"`
	// Version is the version of the data: the id of the last change.
	Version int64 `json:"version"`
}

// Table says of what table the rows are that follow.
type Table struct {
	Name    string   `json:"table"`
	Columns []Column `json:"columns"`
	// Next is the id that the next row gets, 0 where ids are not counted on.
	Next int64 `json:"next"`
}

// Column is a column of a table.
type Column struct {
	Name string `json:"name"`
	Type Type   `json:"type"`
}

// Type is what a column holds, in the same words for both databases.
type Type string

// The types that columns have.
const (
	Int   Type = "int"
	Text  Type = "text"
	Bool  Type = "bool"
	Float Type = "float"
	Bytes Type = "bytes" // base64 in the file
)

// end is the last line.
type end struct {
	End    bool   `json:"end"`
	Rows   int64  `json:"rows"`
	SHA256 string `json:"sha256"`
}

// line is a line that is no row.
func line(v any) ([]byte, error) {
	b, err := json.Marshal(v)
	return append(b, '\n'), err
}
