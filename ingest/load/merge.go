package load

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"entgo.io/ent/schema/field"
)

// row is a node's values by column; a value that is not known is absent.
type row map[string]any

// ranked is a statement as the store keeps it.
type ranked struct {
	rank string
	text string // says as the store keeps it: orders what has one rank
	says map[string]any
}

// merge is the node that the statements make together, the most trusted first: each value is the first
// that any of them gives; but what was first and last seen is so over all of them. A statement that speaks of something else than the most trusted one does, though
// it stands in the same place of its page, adds nothing: two pages can number their resolutions apart.
func merge(statements []ranked) row {
	r := make(row, len(statements[0].says)+followOn)
	if len(statements) == 1 {
		maps.Copy(r, statements[0].says)
		return r
	}
	var speaking []ranked
	for _, s := range statements {
		if same(statements[0].says, s.says) {
			speaking = append(speaking, s)
		}
	}
	who := namer(speaking)
	for i, s := range speaking {
		for name, v := range s.says {
			if slices.Contains(asNamed, name) && i != who {
				continue
			}
			if old, known := r[name]; !known || beyond(name, v, old) {
				r[name] = v
			}
		}
	}
	return r
}

// followOn is about how many columns follow from those that are stated.
const followOn = 8

// asNamed are the columns that say how a node leads to a person. They come from the statement that says whom.
var asNamed = []string{"naming", "unsettled", "candidate_keys"}

// namer is the first statement that knows the person, or else the first that names anybody.
func namer(statements []ranked) int {
	for _, column := range []string{"person_id", "naming"} {
		for i, s := range statements {
			if s.says[column] != nil {
				return i
			}
		}
	}
	return 0
}

// beyond says whether a value widens what is known: an earlier first sight, a later last one.
func beyond(name string, v, old any) bool {
	day, _ := v.(string)
	known, _ := old.(string)
	return name == "first_seen" && day < known || name == "last_seen" && day > known
}

// telling are the columns by which same tells one thing from another.
var telling = []string{"text", "for_count", "against_count", "abstain_count"}

// same says whether two statements can speak of one thing: their texts are one text, or one of them is
// the beginning of the other, and their figures do not differ.
func same(a, b map[string]any) bool {
	for _, name := range telling[1:] {
		if x, ok := a[name]; ok {
			if y, ok := b[name]; ok && fmt.Sprint(x) != fmt.Sprint(y) {
				return false
			}
		}
	}
	x, y := folded(text(a, "text")), folded(text(b, "text"))
	return x == "" || y == "" || strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
}

// complete adds the columns that follow from others, and turns every value into the one type that its
// column has in the store.
func (k *kind) complete(key string, r row) error {
	r["key"] = key
	if k.addressed {
		r["uri"] = "/id/" + key
	}
	sortKeys(k.name, r)
	for _, c := range k.columns {
		v, known := r[c.name]
		if !known {
			if zero, ok := zeroOf(c); ok {
				r[c.name] = zero
			} else if !c.nullable && c.refers == "" {
				return fmt.Errorf("%s %s: no source states its %s", k.name, key, c.name)
			}
			continue
		}
		if c.refers != "" {
			continue // still a key; settled when the rows that it leads to are written
		}
		settled, err := typed(c, v)
		if err != nil {
			return fmt.Errorf("%s %s: %w", k.name, key, err)
		}
		r[c.name] = settled
	}
	return nil
}

// zeroOf is what stands in a column that is never null when no source speaks of it.
func zeroOf(c column) (any, bool) {
	switch {
	case c.nullable || c.refers != "":
		return nil, false
	case c.kind == field.TypeBool:
		return false, true
	case c.name == "currency":
		return "GBP", true
	case len(c.name) > 4 && (c.name[len(c.name)-4:] == "_asc" || c.name[len(c.name)-5:] == "_desc" || c.name[len(c.name)-5:] == "_sort"):
		return "", true
	}
	return nil, false
}

func typed(c column, v any) (any, error) {
	switch c.kind {
	case field.TypeInt, field.TypeInt64:
		switch v := v.(type) {
		case int:
			return int64(v), nil
		case int64:
			return v, nil
		case float64: // as JSON gives it
			return int64(v), nil
		}
	case field.TypeFloat64:
		if f, ok := v.(float64); ok {
			return f, nil
		}
	case field.TypeBool:
		if b, ok := v.(bool); ok {
			return b, nil
		}
	case field.TypeString, field.TypeEnum:
		if s, ok := v.(string); ok {
			return s, nil
		}
	}
	return nil, fmt.Errorf("column %s cannot hold %T %v", c.name, v, v)
}
