package graph

import "github.com/vektah/gqlparser/v2/ast"

// introspected is how much there is to say of a schema, counted once. A query about the schema is priced by it:
// it gives descriptions that are in memory, which costs little each, but the schema is large.
type introspected struct {
	types, directives                       int
	fields, arguments, inputs, values, kin  int // of all types together
	mostFields, mostInputs, mostKin, mostOf int // of one type; mostOf are the values of one enum
}

// mostWraps is how often a type can be wrapped: [T!]! is three, and nothing in the schema is wrapped deeper.
const mostWraps = 3

func describe(schema *ast.Schema) introspected {
	d := introspected{types: len(schema.Types), directives: len(schema.Directives)}
	for name, def := range schema.Types {
		kin := len(def.Interfaces) + len(schema.PossibleTypes[name])
		d.kin += kin
		d.mostKin = max(d.mostKin, kin)
		d.values += len(def.EnumValues)
		d.mostOf = max(d.mostOf, len(def.EnumValues))
		if def.Kind == ast.InputObject {
			d.inputs += len(def.Fields)
			d.mostInputs = max(d.mostInputs, len(def.Fields))
			continue
		}
		d.fields += len(def.Fields)
		d.mostFields = max(d.mostFields, len(def.Fields))
		for _, f := range def.Fields {
			d.arguments += len(f.Arguments)
		}
	}
	return d
}

// introspection is how many objects and values a query about the schema can give. Lists of all types are counted as
// they are; below one type, and below a list that stands in another, the most that a type has is taken.
func (p *pricing) introspection(m *merged) int {
	if m.field.Name == "__type" {
		return p.ofTypes(m, 1, false, 0)
	}
	total := 1
	for _, child := range p.merge(m.below) {
		switch child.field.Name {
		case "types":
			total = saturated(total, p.ofTypes(child, p.sizes.types, true, 0), 1)
		case "directives":
			total = saturated(total, p.listed(child, p.sizes.directives), 1)
		default:
			total = saturated(total, p.ofTypes(child, 1, false, 0), 1)
		}
	}
	return total
}

// ofTypes counts a selection of so many types; all says that they are all types of the schema, once each. A type
// that is wrapped at most wraps times has as many below ofType, and no more.
func (p *pricing) ofTypes(m *merged, types int, all bool, wraps int) int {
	total := types
	for _, child := range p.merge(m.below) {
		s, n := p.sizes, 0
		switch child.field.Name {
		case "fields":
			n = sum(all, s.fields, types, s.mostFields)
		case "inputFields":
			n = sum(all, s.inputs, types, s.mostInputs)
		case "enumValues":
			n = sum(all, s.values, types, s.mostOf)
		case "interfaces", "possibleTypes":
			n = sum(all, s.kin, types, s.mostKin)
			total = saturated(total, p.ofTypes(child, n, false, 0), 1)
			continue
		case "ofType":
			if wraps > 0 {
				total = saturated(total, p.ofTypes(child, types, false, wraps-1), 1)
			}
			continue
		default:
			total = saturated(total, types, 1)
			continue
		}
		total = saturated(total, p.listed(child, n), 1)
	}
	return total
}

// listed counts fields, arguments or values, and what is asked of each.
func (p *pricing) listed(m *merged, n int) int {
	total := n
	for _, child := range p.merge(m.below) {
		switch child.field.Name {
		case "type":
			total = saturated(total, p.ofTypes(child, n, false, mostWraps), 1)
		case "args":
			// Fields of all types have so many arguments on the whole; a few fields have at most these too.
			arguments := p.sizes.arguments
			if n > p.sizes.fields {
				arguments = saturated(0, p.sizes.arguments, 1+n/max(1, p.sizes.fields))
			}
			total = saturated(total, p.listed(child, arguments), 1)
		default:
			total = saturated(total, n, 1)
		}
	}
	return total
}

func sum(all bool, whole, types, most int) int {
	if all {
		return whole
	}
	return saturated(0, most, types)
}
