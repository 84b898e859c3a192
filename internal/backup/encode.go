package backup

import (
	"encoding/base64"
	"fmt"
	"math"
	"strconv"
)

// encode appends a row as a line: a JSON array. Values are as the drivers give them.
func encode(to []byte, columns []Column, row []any) ([]byte, error) {
	for i, v := range row {
		to = append(to, map[bool]byte{true: '[', false: ','}[i == 0])
		var err error
		if to, err = encodeValue(to, columns[i].Type, v); err != nil {
			return nil, fmt.Errorf("column %s: %w", columns[i].Name, err)
		}
	}
	return append(to, ']', '\n'), nil
}

func encodeValue(to []byte, t Type, v any) ([]byte, error) {
	if v == nil {
		return append(to, "null"...), nil
	}
	switch t {
	case Int:
		if n, ok := v.(int64); ok {
			return strconv.AppendInt(to, n, 10), nil
		}
	case Bool: // a number in SQLite, as one driver gives it
		switch b := v.(type) {
		case bool:
			return strconv.AppendBool(to, b), nil
		case int64:
			return strconv.AppendBool(to, b != 0), nil
		}
	case Float:
		switch f := v.(type) {
		case float64:
			if math.IsNaN(f) || math.IsInf(f, 0) {
				break
			}
			return strconv.AppendFloat(to, f, 'g', -1, 64), nil
		case int64:
			return strconv.AppendInt(to, f, 10), nil
		}
	case Bytes:
		switch b := v.(type) {
		case []byte:
			return append(base64.StdEncoding.AppendEncode(append(to, '"'), b), '"'), nil
		case string:
			return append(base64.StdEncoding.AppendEncode(append(to, '"'), []byte(b)), '"'), nil
		}
	case Text:
		switch s := v.(type) {
		case string:
			return quote(to, s), nil
		case []byte:
			return quote(to, string(s)), nil
		}
	}
	return nil, fmt.Errorf("the value %.60v of type %T is no %s", v, v, t)
}

// quote appends a text as JSON. Bytes that are no UTF-8 stay as they are, so that nothing is lost.
func quote(to []byte, s string) []byte {
	to = append(to, '"')
	from := 0
	for i := range len(s) {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		to = append(to, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			to = append(to, '\\', c)
		case '\n':
			to = append(to, '\\', 'n')
		case '\t':
			to = append(to, '\\', 't')
		default:
			to = append(to, '\\', 'u', '0', '0', "0123456789abcdef"[c>>4], "0123456789abcdef"[c&15])
		}
	}
	return append(append(to, s[from:]...), '"')
}
