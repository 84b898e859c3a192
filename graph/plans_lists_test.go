package graph_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"entgo.io/contrib/entgql"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/ent"
	"councilgraph/internal/dbtest"
)

// listed is a kind of node of which the API gives lists, with the types that its page takes.
type listed struct {
	name         string
	where, order reflect.Type // of the structs; order is nil where lists of it have no orders
	query        func() reflect.Value
}

// planned is an empty store that shows how it would answer: which tables there are, and which indexes, decides
// that, not the rows.
type planned struct {
	*api
	client *ent.Client
	asked  []statement
}

func newPlanned(t *testing.T) *planned {
	t.Helper()
	p := &planned{api: &api{db: dbtest.New(t)}}
	p.client = ent.NewClient(ent.Driver(&watched{Driver: entsql.OpenDB(p.db.Dialect, p.db.DB), asked: &p.asked}))
	return p
}

// lists are the kinds of node of the store, found by their types: there is no list of them to forget one in.
func (p *planned) lists(t *testing.T) []listed {
	t.Helper()
	var out []listed
	client := reflect.ValueOf(p.client).Elem()
	for i := range client.NumField() {
		if !client.Type().Field(i).IsExported() {
			continue
		}
		kind := client.Field(i)
		query := kind.MethodByName("Query")
		if !query.IsValid() {
			continue
		}
		page, ok := query.Type().Out(0).MethodByName("Page")
		if !ok {
			continue
		}
		l := listed{name: client.Type().Field(i).Name, query: func() reflect.Value { return query.Call(nil)[0] }}
		l.where = page.Type.In(page.Type.NumIn() - 1).Elem()
		if in := page.Type.In(page.Type.NumIn() - 2); in.Kind() == reflect.Slice {
			l.order = in.Elem().Elem()
		}
		out = append(out, l)
	}
	if len(out) < 20 {
		t.Fatalf("only %d kinds of node have lists", len(out))
	}
	return out
}

// offered are the names of a filter's fields, and those of the orders, in the API.
func (l listed) offered(t *testing.T, api *ast.Schema) (fields, orders []string) {
	t.Helper()
	where := api.Types[l.where.Name()]
	if where == nil {
		t.Fatalf("%s has no filter in the schema", l.name)
	}
	for _, f := range where.Fields {
		fields = append(fields, f.Name)
	}
	if l.order != nil {
		for _, v := range api.Types[l.order.Name()+"Field"].EnumValues {
			orders = append(orders, v.Name)
		}
	}
	return fields, orders
}

// ask runs the first page of the list, and its count where counted, and gives their statements. The filter and
// the orders may be nil.
func (p *planned) ask(t *testing.T, l listed, where any, order string, desc, counted bool) (page, count statement) {
	t.Helper()
	p.asked = nil
	in := []reflect.Value{reflect.ValueOf(context.Background())}
	first := 20
	in = append(in, reflect.Zero(reflect.TypeFor[*string]()), reflect.ValueOf(&first), reflect.Zero(reflect.TypeFor[*string]()), reflect.Zero(reflect.TypeFor[*int]()))
	if l.order != nil {
		orders := reflect.Zero(reflect.SliceOf(reflect.PointerTo(l.order)))
		if order != "" {
			o := reflect.New(l.order)
			o.Elem().FieldByName("Field").SetString(order)
			o.Elem().FieldByName("Direction").Set(reflect.ValueOf(map[bool]entgql.OrderDirection{false: entgql.OrderDirectionAsc, true: entgql.OrderDirectionDesc}[desc]))
			orders = reflect.Append(orders, o)
		}
		in = append(in, orders)
	}
	if where == nil {
		in = append(in, reflect.Zero(reflect.PointerTo(l.where)))
	} else {
		in = append(in, reflect.ValueOf(where))
	}
	out := l.query().MethodByName("Page").Call(in)
	if err, _ := out[1].Interface().(error); err != nil {
		t.Fatalf("%s: %v", l.name, err)
	}
	page = p.only(t, l)
	if !counted {
		return page, count
	}
	p.asked = nil
	if _, err := out[0].Interface().(interface {
		TotalCount(context.Context) (int, error)
	}).TotalCount(t.Context()); err != nil {
		t.Fatalf("%s: %v", l.name, err)
	}
	return page, p.asked[len(p.asked)-1]
}

func (p *planned) only(t *testing.T, l listed) statement {
	t.Helper()
	if len(p.asked) != 1 {
		t.Fatalf("%s: %d statements for one page", l.name, len(p.asked))
	}
	return p.asked[0]
}

// condition is one field of a filter, with a value.
type condition struct {
	field string // as the API calls it
	how   string // the operator: EQ, In, GT ..., or has, with, not, or, and, textMatches
	of    string // the field without its operator
	value any    // a filter with this and nothing else
}

// conditions are all that the API's filter of a kind of node offers, each alone.
func (l listed) conditions(offered []string) []condition {
	var out []condition
	for i := range l.where.NumField() {
		f := l.where.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if at := slices.IndexFunc(offered, func(o string) bool { return strings.EqualFold(o, name) }); at < 0 {
			continue // the store can do it, the API leaves it out
		}
		add := func(how, label string, set func(reflect.Value)) {
			where := reflect.New(l.where)
			set(where.Elem().Field(i))
			out = append(out, condition{field: name + label, how: how, of: strings.TrimSuffix(f.Name, how), value: where.Interface()})
		}
		switch {
		case f.Name == "Not":
			add("not", "", func(v reflect.Value) { v.Set(filled(v.Type(), "ID")) })
		case f.Name == "Or" || f.Name == "And":
			add(strings.ToLower(f.Name), "", func(v reflect.Value) {
				one := filled(v.Type().Elem(), "ID")
				v.Set(reflect.Append(v, one, one))
			})
		case strings.HasPrefix(f.Name, "Has") && strings.HasSuffix(f.Name, "With"):
			for _, inner := range []string{"ID", "IDIn", "IDNEQ"} {
				add("with"+inner, " "+inner, func(v reflect.Value) { v.Set(reflect.Append(v, filled(v.Type().Elem(), inner))) })
			}
		case strings.HasPrefix(f.Name, "Has") && f.Type == reflect.TypeFor[*bool]():
			for _, has := range []bool{true, false} {
				add(fmt.Sprintf("has %t", has), fmt.Sprintf(" %t", has), func(v reflect.Value) { v.Set(reflect.ValueOf(&has)) })
			}
		case f.Name == "TextMatches":
			add("textMatches", "", func(v reflect.Value) { fill(v) })
		default:
			how := "EQ"
			for _, o := range []string{"NEQ", "NotIn", "IsNil", "NotNil", "GTE", "LTE", "GT", "LT", "In"} {
				if base, cut := strings.CutSuffix(f.Name, o); cut {
					if _, is := l.where.FieldByName(base); is {
						how = o
						break
					}
				}
			}
			add(how, "", fill)
		}
	}
	return out
}

// filled is a filter of this type, a pointer to a struct, with one field filled.
func filled(t reflect.Type, field string) reflect.Value {
	v := reflect.New(t.Elem())
	fill(v.Elem().FieldByName(field))
	return v
}

// fill gives a field a value of its type.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fill(v.Index(0))
		fill(v.Index(1))
	case reflect.String:
		v.SetString("2020-01-01")
	case reflect.Int:
		v.SetInt(7)
	case reflect.Float64:
		v.SetFloat(7)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("no value for " + v.Type().String())
	}
}

// links are the filter's fields that lead to one other node, such as CouncilID.
func (l listed) links() []string {
	var out []string
	for i := range l.where.NumField() {
		f := l.where.Field(i)
		if f.Type == reflect.TypeFor[*int]() && strings.HasSuffix(f.Name, "ID") && f.Name != "ID" {
			out = append(out, f.Name)
		}
	}
	return out
}
