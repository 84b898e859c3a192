package load

import (
	"encoding/json"
	"fmt"
	"strings"

	"councilgraph/ingest/record"
)

// statement is what one source says of one node: values by column, a relation by the key of the node
// that it leads to. A column that the source leaves open is not among them.
type statement struct {
	kind, key string
	says      map[string]any
	cut       bool // the source cuts the text that this was read from
	span      record.Span
}

// says is a statement's values without the ones that are not known.
func says(values map[string]any) map[string]any {
	for name, v := range values {
		switch v := v.(type) {
		case nil:
			delete(values, name)
		case string:
			if v == "" {
				delete(values, name)
			}
		case *bool:
			delete(values, name)
			if v != nil {
				values[name] = *v
			}
		case *int:
			delete(values, name)
			if v != nil {
				values[name] = *v
			}
		case *float64:
			delete(values, name)
			if v != nil {
				values[name] = *v
			}
		}
	}
	return values
}

// rank orders the sources of one fact, the most trusted first when sorted as text: full text before cut
// text, then the later page, an unknown time coming last, then the greater hash. It depends on nothing
// but the sources, so that the order in which they are read does not matter.
func rank(cut bool, fetchedAt, sha256 string) string {
	first := "0"
	if cut {
		first = "1"
	}
	if fetchedAt == "" {
		fetchedAt = "0000-00-00T00:00:00Z"
	}
	return first + complement(fetchedAt) + complement(sha256[:16])
}

// complement turns an order round: the greatest text becomes the smallest.
func complement(s string) string {
	const digits = "0123456789abcdef"
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(digits, r); i >= 0 {
			return rune(digits[len(digits)-1-i])
		}
		return r
	}, s)
}

func encode(says map[string]any) (string, error) {
	b, err := json.Marshal(says)
	if err != nil {
		return "", fmt.Errorf("write statement: %w", err)
	}
	return string(b), nil
}

func decode(text string) (map[string]any, error) {
	var m map[string]any
	if err := json.Unmarshal([]byte(text), &m); err != nil {
		return nil, fmt.Errorf("read statement: %w", err)
	}
	return m, nil
}
