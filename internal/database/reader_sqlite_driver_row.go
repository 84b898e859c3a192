//go:build mattn

package database

import (
	"database/sql/driver"
	"time"
	"unsafe"
)

// driverRow is a row as a driver gives it.
type driverRow struct{ values []driver.Value }

func (r *driverRow) Null(i int) bool { return r.values[i] == nil }

func (r *driverRow) Int(i int) int64 {
	n, _ := r.values[i].(int64)
	return n
}

func (r *driverRow) Float(i int) float64 {
	switch v := r.values[i].(type) {
	case float64:
		return v
	case int64: // a sum or a whole number in a column without a type
		return float64(v)
	}
	return 0
}

func (r *driverRow) Bool(i int) bool {
	switch v := r.values[i].(type) {
	case int64: // as ent stores it
		return v != 0
	case bool:
		return v
	}
	return false
}

func (r *driverRow) Text(i int) []byte {
	switch v := r.values[i].(type) {
	case string:
		return unsafe.Slice(unsafe.StringData(v), len(v)) // nobody writes to a row
	case []byte:
		return v
	}
	return nil
}

func (r *driverRow) Time(i int) time.Time {
	if t, ok := r.values[i].(time.Time); ok {
		return t.UTC()
	}
	return parsed(r.Text(i))
}

// fit makes room for so many columns.
func (r *driverRow) fit(columns int) {
	if len(r.values) != columns {
		r.values = make([]driver.Value, columns)
	}
}
