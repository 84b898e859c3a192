package load

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
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

// encode is a statement's values as JSON, byte for byte what encoding/json makes of them: texts of which are compared. It takes
// a third of its time, as most values are plain texts and numbers.
func encode(says map[string]any) (string, error) {
	b := make([]byte, 0, 32*len(says))
	for _, name := range slices.Sorted(maps.Keys(says)) {
		if len(b) > 0 {
			b = append(b, ',')
		}
		var err error
		if b, err = appendJSON(append(appendPlain(b, name), ':'), says[name]); err != nil {
			return "", fmt.Errorf("write statement: %w", err)
		}
	}
	return "{" + string(b) + "}", nil
}

func appendJSON(b []byte, v any) ([]byte, error) {
	switch v := v.(type) {
	case string:
		if plain(v) {
			return appendPlain(b, v), nil
		}
	case int:
		return strconv.AppendInt(b, int64(v), 10), nil
	case int64:
		return strconv.AppendInt(b, v, 10), nil
	case bool:
		return strconv.AppendBool(b, v), nil
	}
	text, err := json.Marshal(v)
	return append(b, text...), err
}

func appendPlain(b []byte, s string) []byte { return append(append(append(b, '"'), s...), '"') }

// plain says whether a text stands in JSON as it is.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' {
			return false
		}
	}
	return true
}

func decode(text string) (map[string]any, error) {
	var m map[string]any
	if err := json.Unmarshal([]byte(text), &m); err != nil {
		return nil, fmt.Errorf("read statement: %w", err)
	}
	return m, nil
}
