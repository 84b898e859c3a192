package main

import (
	"strconv"
	"unicode/utf8"

	"councilgraph/internal/rows"
)

// text appends a text as JSON.
func text(b, s []byte) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf || (c >= ' ' && c != '"' && c != '\\') {
			i++
			continue
		}
		b = append(b, s[from:i]...)
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		default:
			b = append(b, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
		i++
		from = i
	}
	return append(append(b, s[from:]...), '"')
}

// orNull appends the text of a column as JSON, null where it is null.
func orNull(b []byte, r rows.Row, column int) []byte {
	if r.Null(column) {
		return append(b, "null"...)
	}
	return text(b, r.Text(column))
}

// id appends the id in a column.
func id(b []byte, r rows.Row, column int) []byte {
	b = append(b, `"id":"`...)
	b = strconv.AppendInt(b, r.Int(column), 10)
	return append(b, '"')
}

// field appends a text field behind another.
func field(b []byte, name string, r rows.Row, column int) []byte {
	b = append(append(append(b, `,"`...), name...), `":`...)
	return orNull(b, r, column)
}
