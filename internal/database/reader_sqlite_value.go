package database

import (
	"fmt"
	"time"
)

// sqliteValue is an argument as SQLite keeps it: nil, int64, float64, string or bytes.
func sqliteValue(i int, a any) (any, error) {
	switch a := a.(type) {
	case nil, int64, float64, string, []byte:
		return a, nil
	case int:
		return int64(a), nil
	case bool: // as ent stores it
		if a {
			return int64(1), nil
		}
		return int64(0), nil
	case time.Time: // as all times of the graph are kept
		return a.UTC().Format(time.RFC3339Nano), nil
	}
	return nil, fmt.Errorf("argument %d of a statement is a %T, which SQLite does not take", i+1, a)
}
