package graph

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/internal/limits"
)

// arguments looks at what a field is given, its variables filled in, and says how many values its filters hold.
func arguments(f *ast.Field, given map[string]any, l *limits.Limits) (values int, refused *gqlerror.Error) {
	if impossible(given) {
		return 0, input(f, "a text holds the character U+0000, which stands in no page; leave it out")
	}
	if ids, ok := given["ids"].([]any); ok && len(ids) > l.IDs {
		return 0, at(f, refuse(CodePageSize, l.IDs, len(ids), "ids is %d; at most %d are given at once: ask for less", len(ids), l.IDs))
	}
	for _, name := range []string{"where", "having"} {
		filter, ok := given[name].(map[string]any)
		if !ok {
			continue
		}
		c := &conditions{}
		c.look(filter, 0)
		values += c.values
		switch {
		case c.deepest > l.FilterDepth:
			return 0, at(f, refuse(CodeFilter, l.FilterDepth, c.deepest, "%s follows relations %d deep; at most %d are allowed: filter by a nearer node", name, c.deepest, l.FilterDepth))
		case c.count > l.FilterNodes:
			return 0, at(f, refuse(CodeFilter, l.FilterNodes, c.count, "%s has %d conditions; at most %d are allowed", name, c.count, l.FilterNodes))
		case c.longest > l.List:
			return 0, at(f, refuse(CodeList, l.List, c.longest, "%s has a list of %d values; at most %d are allowed: ask in several queries", name, c.longest, l.List))
		case c.empty != "":
			return 0, input(f, name+"."+c.empty+" is empty and says neither all nor nothing; leave it out, or give it a condition")
		case c.no != "":
			return 0, input(f, name+"."+c.no+" is false, which says nothing; pass true, or true to its opposite (IsNil and NotNil)")
		}
	}
	return values, nil
}

// at says where in the query a refused field stands.
func at(f *ast.Field, err *gqlerror.Error) *gqlerror.Error {
	if f.Position != nil {
		err.Locations = []gqlerror.Location{{Line: f.Position.Line, Column: f.Position.Column}}
	}
	return err
}

// conditions is what a filter holds.
type conditions struct {
	count, deepest, longest int
	values                  int    // conditions and the values of their lists
	empty                   string // where an empty list or object stands
	no                      string // where false stands for whether a value is known
}

func (c *conditions) look(v any, depth int, path ...string) {
	c.deepest = max(c.deepest, depth)
	c.values++
	switch v := v.(type) {
	case []any:
		c.longest = max(c.longest, len(v))
		if len(v) == 0 {
			c.empty = strings.Join(path, ".")
		}
		for _, e := range v {
			c.look(e, depth, path...)
		}
	case map[string]any:
		said := false
		for name, e := range v {
			c.count++
			said = said || e != nil
			if e != nil && walked(name) {
				c.values += pointsWalk * valuesPerPoint
			}
			if e == false && (strings.HasSuffix(name, "IsNil") || strings.HasSuffix(name, "NotNil")) {
				c.no = strings.Join(append(path[:len(path):len(path)], name), ".")
			}
			next := depth
			if strings.HasPrefix(name, "has") && strings.HasSuffix(name, "With") {
				next++
			}
			c.look(e, next, append(path[:len(path):len(path)], name)...)
		}
		if !said && len(path) > 0 {
			c.empty = strings.Join(path, ".")
		}
	}
}

// walked says whether no index serves a condition of this name: it leaves most of what there is.
func walked(name string) bool {
	return name == "not" || strings.HasSuffix(name, "NEQ") || strings.HasSuffix(name, "NotIn") || strings.HasSuffix(name, "NotNil")
}

// impossible says whether a value holds a text that no database keeps.
func impossible(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.Contains(v, "\x00")
	case []any:
		return slices.ContainsFunc(v, impossible)
	case map[string]any:
		for _, e := range v {
			if impossible(e) {
				return true
			}
		}
	}
	return false
}
