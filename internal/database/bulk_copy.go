package database

import (
	"bytes"
	"context"
	"database/sql/driver"
	"encoding/hex"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5/stdlib"
)

// copy writes rows by PostgreSQL's COPY.
func (b *Bulk) copy(ctx context.Context, table string, columns []string, values []any) error {
	return b.copyBy(ctx, `COPY "`+table+`" ("`+strings.Join(columns, `", "`)+`") FROM STDIN`, len(columns), values)
}

// copyBy writes rows of so many columns by a statement, in COPY's text format, which takes a value of any type.
func (b *Bulk) copyBy(ctx context.Context, statement string, columns int, values []any) error {
	var rows bytes.Buffer
	for i, v := range values {
		text, err := copyText(rows.AvailableBuffer(), v)
		if err != nil {
			return fmt.Errorf("value %d of a row: %w", i%columns+1, err)
		}
		end := byte('\t')
		if (i+1)%columns == 0 {
			end = '\n'
		}
		rows.Write(append(text, end))
	}
	return b.conn.Raw(func(under any) error {
		conn, ok := under.(*stdlib.Conn)
		if !ok {
			return fmt.Errorf("a connection of %T cannot COPY", under)
		}
		_, err := conn.Conn().PgConn().CopyFrom(ctx, &rows, statement)
		return err
	})
}

// copyText appends a value as COPY reads it.
func copyText(to []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case nil:
		return append(to, `\N`...), nil
	case string:
		return escaped(to, v), nil
	case int:
		return strconv.AppendInt(to, int64(v), 10), nil
	case int64:
		return strconv.AppendInt(to, v, 10), nil
	case float64:
		return strconv.AppendFloat(to, v, 'g', -1, 64), nil
	case bool:
		return strconv.AppendBool(to, v), nil
	case []byte:
		return hex.AppendEncode(append(to, `\\x`...), v), nil
	}
	plain, err := driver.DefaultParameterConverter.ConvertValue(v)
	if err != nil || reflect.TypeOf(plain) == reflect.TypeOf(v) {
		return nil, fmt.Errorf("a value of type %T cannot be written in bulk", v)
	}
	return copyText(to, plain)
}

// escaped appends a text without what would end a value or a row.
func escaped(to []byte, s string) []byte {
	for {
		i := strings.IndexAny(s, "\\\t\n\r")
		if i < 0 {
			return append(to, s...)
		}
		to = append(append(to, s[:i]...), '\\')
		switch s[i] {
		case '\t':
			to = append(to, 't')
		case '\n':
			to = append(to, 'n')
		case '\r':
			to = append(to, 'r')
		default:
			to = append(to, '\\')
		}
		s = s[i+1:]
	}
}
