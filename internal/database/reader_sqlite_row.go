package database

import (
	"database/sql/driver"
	"time"
	"unsafe"
)

// sqliteRow is a row as a driver gives it.
type sqliteRow struct{ values []driver.Value }

func (r *sqliteRow) Null(i int) bool { return r.values[i] == nil }

func (r *sqliteRow) Int(i int) int64 {
	n, _ := r.values[i].(int64)
	return n
}

func (r *sqliteRow) Float(i int) float64 {
	switch v := r.values[i].(type) {
	case float64:
		return v
	case int64: // a sum or a whole number in a column without a type
		return float64(v)
	}
	return 0
}

func (r *sqliteRow) Bool(i int) bool {
	switch v := r.values[i].(type) {
	case int64: // as ent stores it
		return v != 0
	case bool:
		return v
	}
	return false
}

func (r *sqliteRow) Text(i int) []byte {
	switch v := r.values[i].(type) {
	case string:
		return unsafe.Slice(unsafe.StringData(v), len(v)) // nobody writes to a row
	case []byte:
		return v
	}
	return nil
}

func (r *sqliteRow) Time(i int) time.Time {
	if t, ok := r.values[i].(time.Time); ok {
		return t.UTC()
	}
	return parsed(r.Text(i))
}
