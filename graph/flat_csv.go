package graph

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// csvRows writes rows as RFC 4180 has them, with a header. Unknown is an empty field; a text that is
// empty is "".
type csvRows struct{ w io.Writer }

func (c csvRows) begin(columns []column) error {
	row := make([]any, len(columns))
	for i, col := range columns {
		row[i] = col.name
	}
	return c.row(columns, row)
}

func (c csvRows) row(_ []column, row []any) error {
	var b strings.Builder
	for i, v := range row {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(field(v))
	}
	b.WriteString("\r\n")
	_, err := io.WriteString(c.w, b.String())
	return err
}

// end has nowhere to say that there is more: the Link says it. A table that breaks off must not look whole.
func (c csvRows) end(_ page, err *gqlerror.Error) bool { return err == nil }

// field is a value as CSV. A text that a spreadsheet would run as a formula gets an apostrophe before it,
// which spreadsheets take for "this is text"; numbers are not texts and stay as they are.
func field(v any) string {
	if list, ok := v.([]any); ok {
		v = cell(list)
	}
	s, ok := v.(string)
	if !ok {
		return csvValue(v)
	}
	if s == "" {
		return `""`
	}
	if strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		s = "'" + s
	}
	return quoted(s)
}

// cell is a list of plain values as one text.
func cell(list []any) string {
	texts := make([]string, len(list))
	for i, v := range list {
		if s, ok := v.(string); ok {
			texts[i] = s
		} else {
			texts[i] = csvValue(v)
		}
	}
	return strings.Join(texts, "; ")
}

func csvValue(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case json.Number:
		return v.String()
	}
	b, _ := json.Marshal(v) // it was read from JSON
	return quoted(string(b))
}

func quoted(s string) string {
	if strings.ContainsAny(s, "\",\r\n") || strings.TrimSpace(s) != s {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
