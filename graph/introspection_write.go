package graph

import (
	"bytes"

	"github.com/99designs/gqlgen/graphql"
	described "github.com/99designs/gqlgen/graphql/introspection"
	"github.com/vektah/gqlparser/v2/ast"
)

// describer writes descriptions of the schema.
type describer struct {
	to      *bytes.Buffer
	schema  *ast.Schema
	unknown bool // something was asked that is not known here
}

// object writes what is selected of one thing: of the schema, a type, a field, an argument, a value, a directive.
func (w *describer) object(s *shape, of any) {
	w.to.WriteByte('{')
	for i, l := range s.lines {
		if i > 0 {
			w.to.WriteByte(',')
		}
		w.to.WriteString(l.label)
		if l.field == "__typename" {
			w.text(s.kind)
			continue
		}
		switch of := of.(type) {
		case *described.Schema:
			w.ofSchema(l, of)
		case *described.Type:
			w.ofType(l, of)
		case *described.Field:
			w.ofField(l, of)
		case *described.InputValue:
			w.ofInput(l, of)
		case *described.EnumValue:
			w.ofValue(l, of)
		case *described.Directive:
			w.ofDirective(l, of)
		}
	}
	w.to.WriteByte('}')
}

// ofSchema writes a field of the schema, and those of the root that lead to it.
func (w *describer) ofSchema(l line, s *described.Schema) {
	switch l.field {
	case "__schema":
		w.object(l.below, s)
	case "__type":
		name, _ := l.arguments["name"].(string)
		w.typ(l.below, described.WrapTypeFromDef(w.schema, w.schema.Types[name]))
	case "description":
		w.maybe(s.Description())
	case "types":
		eachOf(w, l.below, s.Types())
	case "queryType":
		w.typ(l.below, s.QueryType())
	case "mutationType":
		w.typ(l.below, s.MutationType())
	case "subscriptionType":
		w.typ(l.below, s.SubscriptionType())
	case "directives":
		eachOf(w, l.below, s.Directives())
	default:
		w.unknown = true
	}
}

func (w *describer) ofType(l line, t *described.Type) {
	deprecated, _ := l.arguments["includeDeprecated"].(bool)
	switch l.field {
	case "kind":
		w.text(t.Kind())
	case "name":
		w.maybe(t.Name())
	case "description":
		w.maybe(t.Description())
	case "specifiedByURL":
		w.maybe(t.SpecifiedByURL())
	case "isOneOf":
		w.yes(t.IsOneOf())
	case "fields":
		eachOf(w, l.below, t.Fields(deprecated))
	case "inputFields":
		eachOf(w, l.below, t.InputFields())
	case "enumValues":
		eachOf(w, l.below, t.EnumValues(deprecated))
	case "interfaces":
		eachOf(w, l.below, t.Interfaces())
	case "possibleTypes":
		eachOf(w, l.below, t.PossibleTypes())
	case "ofType":
		w.typ(l.below, t.OfType())
	default:
		w.unknown = true
	}
}

func (w *describer) ofField(l line, f *described.Field) {
	switch l.field {
	case "name":
		w.text(f.Name)
	case "description":
		w.maybe(f.Description())
	case "args":
		eachOf(w, l.below, f.Args)
	case "type":
		w.typ(l.below, f.Type)
	case "isDeprecated":
		w.yes(f.IsDeprecated())
	case "deprecationReason":
		w.maybe(f.DeprecationReason())
	default:
		w.unknown = true
	}
}

func (w *describer) ofInput(l line, v *described.InputValue) {
	switch l.field {
	case "name":
		w.text(v.Name)
	case "description":
		w.maybe(v.Description())
	case "type":
		w.typ(l.below, v.Type)
	case "defaultValue":
		w.maybe(v.DefaultValue)
	case "isDeprecated":
		w.yes(v.IsDeprecated())
	case "deprecationReason":
		w.maybe(v.DeprecationReason())
	default:
		w.unknown = true
	}
}

func (w *describer) ofValue(l line, v *described.EnumValue) {
	switch l.field {
	case "name":
		w.text(v.Name)
	case "description":
		w.maybe(v.Description())
	case "isDeprecated":
		w.yes(v.IsDeprecated())
	case "deprecationReason":
		w.maybe(v.DeprecationReason())
	default:
		w.unknown = true
	}
}

func (w *describer) ofDirective(l line, d *described.Directive) {
	switch l.field {
	case "name":
		w.text(d.Name)
	case "description":
		w.maybe(d.Description())
	case "isRepeatable":
		w.yes(d.IsRepeatable)
	case "args":
		eachOf(w, l.below, d.Args)
	case "locations":
		w.to.WriteByte('[')
		for i, at := range d.Locations {
			if i > 0 {
				w.to.WriteByte(',')
			}
			w.text(at)
		}
		w.to.WriteByte(']')
	default:
		w.unknown = true
	}
}

// eachOf writes a list of things that are selected alike.
func eachOf[T any](w *describer, s *shape, all []T) {
	w.to.WriteByte('[')
	for i := range all {
		if i > 0 {
			w.to.WriteByte(',')
		}
		w.object(s, &all[i])
	}
	w.to.WriteByte(']')
}

func (w *describer) typ(s *shape, t *described.Type) {
	if t == nil {
		w.to.WriteString("null")
		return
	}
	w.object(s, t)
}

func (w *describer) text(s string) { graphql.MarshalString(s).MarshalGQL(w.to) }

func (w *describer) maybe(s *string) {
	if s == nil {
		w.to.WriteString("null")
		return
	}
	w.text(*s)
}

func (w *describer) yes(is bool) { graphql.MarshalBoolean(is).MarshalGQL(w.to) }
