package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// node is a value of JSON whose fields stand in their order.
type node struct {
	object, list bool
	text         string // of a plain value; "" for null
	fields       []field
}

// field is a field of an object, or an entry of a list, which has no name.
type field struct {
	name  string
	value node
}

// read reads JSON.
func read(data []byte) (node, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	n, err := value(dec)
	if err != nil {
		return node{}, fmt.Errorf("read an answer into tables: %w", err)
	}
	return n, nil
}

func value(dec *json.Decoder) (node, error) {
	token, err := dec.Token()
	if err != nil {
		return node{}, err
	}
	switch token := token.(type) {
	case json.Delim:
		n := node{object: token == '{', list: token == '['}
		for dec.More() {
			var f field
			if n.object {
				name, err := dec.Token()
				if err != nil {
					return node{}, err
				}
				f.name, _ = name.(string)
			}
			if f.value, err = value(dec); err != nil {
				return node{}, err
			}
			n.fields = append(n.fields, f)
		}
		_, err := dec.Token() // the end
		return n, err
	case string:
		return node{text: token}, nil
	case json.Number:
		return node{text: token.String()}, nil
	case bool:
		return node{text: strconv.FormatBool(token)}, nil
	default:
		return node{}, nil
	}
}
