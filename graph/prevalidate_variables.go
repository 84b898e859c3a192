package graph

import (
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/internal/limits"
)

const (
	objectValues     = 20 // what an object among the variables counts as: reading one looks each of its type's fields up
	deepestVariables = 30 // levels of lists and objects
)

// variables looks at what was sent as variables before any of it is compared with its type.
func variables(sent map[string]any, l *limits.Limits) *gqlerror.Error {
	var m mass
	for _, v := range sent {
		m.add(v, 1)
	}
	switch {
	case m.longest > l.List:
		return refuse(CodeList, l.List, m.longest, "a list among the variables has %d values; at most %d are allowed: ask in several queries", m.longest, l.List)
	case m.values > l.Values:
		return refuse(CodeVariables, l.Values, m.values, "the variables hold %d values, an object counted as %d; at most %d are allowed", m.values, objectValues, l.Values)
	case m.deepest > deepestVariables:
		return refuse(CodeVariables, deepestVariables, m.deepest, "the variables are %d levels deep; at most %d are allowed", m.deepest, deepestVariables)
	}
	return nil
}

// mass is how much variables hold.
type mass struct{ values, longest, deepest int }

func (m *mass) add(v any, depth int) {
	m.values++
	m.deepest = max(m.deepest, depth)
	switch v := v.(type) {
	case []any:
		m.longest = max(m.longest, len(v))
		for _, e := range v {
			m.add(e, depth+1)
		}
	case map[string]any:
		m.values += objectValues - 1
		for _, e := range v {
			m.add(e, depth+1)
		}
	}
}
