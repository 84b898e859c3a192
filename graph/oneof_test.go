package graph

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// An input of which exactly one field may be given is checked among the variables too, wherever it stands.
func TestOneOf(t *testing.T) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: `
		type Query { find(by: By, any: [By!], in: In): Int }
		input By @oneOf { slug: String code: String near: In }
		input In { by: By, name: String }`})
	doc := gqlparser.MustLoadQueryWithRules(schema, `query($by: By, $any: [By!], $in: In) { find(by: $by, any: $any, in: $in) }`, rules.NewDefaultRules())
	for _, c := range []struct{ variables, fault string }{
		{`{}`, ""},
		{`{"by": {"slug": "a"}}`, ""},
		{`{"by": null}`, ""},
		{`{"by": {}}`, "$by has 0 fields; pass exactly one of slug, code, near"},
		{`{"by": {"slug": "a", "code": "b"}}`, "$by has 2 fields"},
		{`{"by": {"slug": "a", "code": null}}`, "$by has 2 fields"},
		{`{"by": {"slug": null}}`, "$by.slug is null"},
		{`{"any": [{"slug": "a"}, {"slug": "a", "code": "b"}]}`, "$any[1] has 2 fields"},
		{`{"any": {"slug": "a"}}`, ""},
		{`{"in": {"name": "x", "by": {"slug": "a", "code": "b"}}}`, "$in.by has 2 fields"},
		{`{"by": {"near": {"by": {}}}}`, "$by.near.by has 0 fields"},
	} {
		var values map[string]any
		if err := json.Unmarshal([]byte(c.variables), &values); err != nil {
			t.Fatal(err)
		}
		got := ""
		if err := oneOfVariables(schema, doc.Operations[0], values); err != nil {
			got = err.Message
		}
		if got == "" != (c.fault == "") || !strings.HasPrefix(got, c.fault) {
			t.Errorf("%s: %q, want %q", c.variables, got, c.fault)
		}
	}
}
