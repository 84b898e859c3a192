package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"councilgraph/internal/relay"
)

// mostAnswer is how many bytes an answer may have: its data at most, and what is around them.
const mostAnswer = 10<<20 + 64<<10

// valid asks a query without mistakes. It may be over a limit, or over its time on a busy machine; what it must not
// be is misunderstood.
func (r *random) valid(t *testing.T, q made) {
	t.Helper()
	got := r.ask(q)
	answer := r.sound(t, q, got)
	r.asked++
	if len(answer.Errors) == 0 {
		r.answered++
		r.tally["answered"]++
		r.within(t, q, answer)
		return
	}
	code, _ := answer.Errors[0].Extensions["code"].(string)
	r.tally["valid: "+code]++
	switch code {
	case "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "INVALID_CURSOR", "INVALID_PAGINATION", "PAGE_SIZE_EXCEEDED":
		t.Errorf("a query without mistakes gets %s: %s\n%s", code, answer.Errors[0].Message, q)
	}
}

// broken asks a query with mistakes. Whatever it gets must be sound.
func (r *random) broken(t *testing.T, q made) {
	t.Helper()
	answer := r.sound(t, q, r.ask(q))
	if len(answer.Errors) == 0 {
		r.tally["mutated: answered"]++
		r.within(t, q, answer)
		return
	}
	code, _ := answer.Errors[0].Extensions["code"].(string)
	r.tally["mutated: "+code]++
}

// sound looks at what every answer must be.
func (r *random) sound(t *testing.T, q made, got *httptest.ResponseRecorder) reply {
	t.Helper()
	var answer reply
	if err := json.Unmarshal(got.Body.Bytes(), &answer); err != nil {
		t.Errorf("status %d and no JSON: %v\n%s", got.Code, err, q)
	}
	if got.Code >= 500 || got.Body.Len() > mostAnswer || len(answer.Errors) > 20 {
		t.Errorf("status %d, %d bytes, %d errors\n%s", got.Code, got.Body.Len(), len(answer.Errors), q)
	}
	if len(answer.Errors) == 0 && answer.Data == nil {
		t.Errorf("neither data nor errors: %s\n%s", got.Body, q)
	}
	for _, e := range answer.Errors {
		if code, _ := e.Extensions["code"].(string); code == "" || code == "INTERNAL" || e.Message == "" {
			t.Errorf("code %q: %s\n%s", code, e.Message, q)
		}
	}
	return answer
}

// within looks at an answer beside its query: no list is longer than was asked and allowed.
func (r *random) within(t *testing.T, q made, answer reply) {
	t.Helper()
	doc, errs := gqlparser.LoadQueryWithRules(r.schema, q.text, rules.NewDefaultRules())
	if len(errs) > 0 {
		t.Errorf("answered, though it does not fit the schema: %v\n%s", errs, q)
		return
	}
	b, _ := json.Marshal(q.variables)
	var variables map[string]any
	_ = json.Unmarshal(b, &variables)
	objects := 0
	for _, op := range doc.Operations {
		if len(doc.Operations) > 1 {
			return // it needs a name to be answered; the answer is not told apart here
		}
		for _, v := range op.VariableDefinitions {
			if _, given := variables[v.Variable]; !given && v.DefaultValue != nil {
				variables[v.Variable], _ = v.DefaultValue.Value(nil)
			}
		}
		l := lists{t: t, variables: variables, query: q, objects: &objects}
		l.node(op.SelectionSet, answer.Data)
	}
	if objects > 100_000 {
		t.Errorf("an answer of %d objects\n%s", objects, q)
	}
}

// lists looks for lists that are too long.
type lists struct {
	t         *testing.T
	variables map[string]any
	query     made
	objects   *int
}

func (l lists) node(set ast.SelectionSet, data map[string]any) {
	*l.objects++
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			l.field(s, data[s.Alias])
		case *ast.InlineFragment:
			l.node(s.SelectionSet, data)
		case *ast.FragmentSpread:
			l.node(s.Definition.SelectionSet, data)
		}
	}
}

func (l lists) field(f *ast.Field, v any) {
	switch v := v.(type) {
	case map[string]any:
		if most, ok := l.asked(f); ok {
			for _, name := range []string{"nodes", "edges"} {
				if page, ok := v[name].([]any); ok && len(page) > most {
					l.t.Errorf("%s.%s has %d entries, asked for were %d\n%s", f.Name, name, len(page), most, l.query)
				}
			}
		}
		l.node(f.SelectionSet, v)
	case []any:
		if most, ok := l.asked(f); ok && len(v) > most {
			l.t.Errorf("%s has %d entries, asked for were %d\n%s", f.Name, len(v), most, l.query)
		}
		for _, e := range v {
			if m, ok := e.(map[string]any); ok {
				l.node(f.SelectionSet, m)
			}
		}
	}
}

// asked is how many entries a list was asked for.
func (l lists) asked(f *ast.Field) (int, bool) {
	if f.Definition == nil || f.Definition.Arguments.ForName("first") == nil {
		return 0, false
	}
	most := relay.DefaultPage
	given := f.ArgumentMap(l.variables)
	for _, name := range []string{"first", "last"} {
		switch n := given[name].(type) {
		case int64:
			most = int(n)
		case float64:
			most = int(n)
		}
	}
	return most, true
}

// String is the query as it can be sent again.
func (q made) String() string {
	b, _ := json.Marshal(q.variables)
	return fmt.Sprintf("%s\nvariables: %s", strings.TrimSpace(q.text), b)
}
