package graph

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// ndjsonRows writes each row as a JSON object on a line of its own, and at the end one with the
// pageInfo of the list, and with the errors that ended it before its time.
type ndjsonRows struct{ w io.Writer }

func (n ndjsonRows) begin([]column) error { return nil }

func (n ndjsonRows) row(columns []column, row []any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i, c := range columns {
		b.WriteByte("{,"[min(i, 1)])
		for j, v := range []any{c.name, row[i]} {
			if err := enc.Encode(v); err != nil {
				return err
			}
			b.Truncate(b.Len() - 1) // the encoder's line end
			if j == 0 {
				b.WriteByte(':')
			}
		}
	}
	b.WriteString("}\n")
	_, err := n.w.Write(b.Bytes())
	return err
}

func (n ndjsonRows) end(last page, failed *gqlerror.Error) bool {
	info := map[string]any{"hasNextPage": last.more, "endCursor": nil}
	if last.end != "" {
		info["endCursor"] = last.end
	}
	line := map[string]any{"pageInfo": info}
	if failed != nil {
		line["errors"] = gqlerror.List{failed}
	}
	b, err := json.Marshal(line)
	if err == nil {
		_, err = n.w.Write(append(b, '\n'))
	}
	return err == nil
}
