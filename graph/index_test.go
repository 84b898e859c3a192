package graph_test

import (
	"strings"
	"testing"
	"unicode"

	"entgo.io/ent/dialect/sql/schema"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/ent/migrate"
	"councilgraph/graph/generated"
)

// Every column that a list can be filtered or ordered by leads an index, or both columns do that put it in order.
func TestSchema_indexed(t *testing.T) {
	api := generated.NewExecutableSchema(generated.Config{}).Schema()
	tables := map[string]*schema.Table{}
	for _, table := range migrate.Tables {
		tables[strings.ReplaceAll(table.Name, "_", "")] = table
	}
	checked := 0
	for name, def := range api.Types {
		node, ok := strings.CutSuffix(name, "WhereInput")
		if !ok {
			continue
		}
		table := tableOf(tables, node)
		if table == nil {
			t.Errorf("%s has no table", node)
			continue
		}
		for _, column := range append(filtered(def), ordered(api, node, table)...) {
			checked++
			if !leads(table, column) && (!leads(table, column+"_asc") || !leads(table, column+"_desc")) {
				t.Errorf("%s.%s can be filtered or ordered by and leads no index", table.Name, column)
			}
		}
	}
	if checked < 100 {
		t.Fatalf("only %d columns looked at", checked)
	}
}

func tableOf(tables map[string]*schema.Table, node string) *schema.Table {
	plain := strings.ToLower(node)
	for _, plural := range []string{plain + "s", strings.TrimSuffix(plain, "y") + "ies"} {
		if t := tables[plural]; t != nil {
			return t
		}
	}
	return nil
}

// filtered are the columns of a filter: its fields without their endings.
func filtered(def *ast.Definition) []string {
	var out []string
	for _, f := range def.Fields {
		if f.Type.Elem != nil || strings.HasPrefix(f.Name, "has") || f.Name == "not" || f.Name == "id" {
			continue
		}
		if f.Name == "textMatches" { // served by the index of words, which ent does not know
			continue
		}
		for _, ending := range []string{"NEQ", "NotIn", "IsNil", "NotNil", "GTE", "LTE", "GT", "LT", "In"} {
			if base, cut := strings.CutSuffix(f.Name, ending); cut && def.Fields.ForName(base) != nil {
				f = nil
				break
			}
		}
		if f != nil {
			out = append(out, snake(f.Name))
		}
	}
	return out
}

// ordered are the columns that serve a node's orders.
func ordered(api *ast.Schema, node string, table *schema.Table) []string {
	fields := api.Types[node+"OrderField"]
	if fields == nil {
		return nil
	}
	var out []string
	for _, v := range fields.EnumValues {
		base := strings.ToLower(v.Name)
		found := false
		for _, c := range table.Columns {
			if c.Name == base+"_sort" || c.Name == base+"_asc" || c.Name == base+"_desc" {
				out, found = append(out, c.Name), true
			}
		}
		if !found {
			out = append(out, base)
		}
	}
	return out
}

func leads(table *schema.Table, column string) bool {
	for _, i := range table.Indexes {
		if i.Columns[0].Name == column {
			return true
		}
	}
	for _, c := range table.Columns {
		if c.Name == column && c.Unique {
			return true
		}
	}
	return false
}

func snake(name string) string {
	name = strings.NewReplacer("ID", "Id", "URI", "Uri", "URL", "Url").Replace(name)
	var b strings.Builder
	for _, r := range name {
		if unicode.IsUpper(r) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// tables are the tables of kinds of node, by their names in lower case.
func tables(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, table := range migrate.Tables {
		plain := strings.ReplaceAll(table.Name, "_", "")
		out[strings.TrimSuffix(plain, "s")] = table.Name
		if stem, ies := strings.CutSuffix(plain, "ies"); ies {
			out[stem+"y"] = table.Name
		}
	}
	return out
}
