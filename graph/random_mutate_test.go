package graph_test

import (
	"maps"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/lexer"
)

// mutated is a query with a few mistakes: tokens taken out, doubled, swapped or put in, names and values replaced by
// others, the end cut off, variables of another kind.
func (g *generator) mutated() made {
	q := g.query()
	tokens := g.tokens(q.text)
	for range 1 + g.IntN(2) {
		if g.IntN(3) == 0 && len(q.variables) > 0 {
			g.mutateVariable(q.variables)
		} else {
			tokens = g.mutate(tokens)
		}
	}
	q.text = strings.Join(tokens, " ")
	return q
}

// tokens are the tokens of a query as they are written.
func (*generator) tokens(query string) []string {
	lex := lexer.New(&ast.Source{Input: query})
	runes := []rune(query)
	var all []string
	for {
		t, err := lex.ReadToken()
		if err != nil || t.Kind == lexer.EOF {
			return all
		}
		written := string(runes[t.Pos.Start:t.Pos.End])
		if t.Kind == lexer.String && !strings.HasPrefix(written, `"`) {
			written = text(t.Value).text
		}
		all = append(all, written)
	}
}

func (g *generator) mutate(tokens []string) []string {
	if len(tokens) < 3 {
		return append(tokens, "{")
	}
	i, j := g.IntN(len(tokens)), g.IntN(len(tokens))
	switch []int{0, 1, 2, 3, 4, 5, 6, 6, 6, 6, 7, 7, 7, 7, 7, 8}[g.IntN(16)] {
	case 0:
		return slices.Delete(tokens, i, i+1)
	case 1:
		return slices.Insert(tokens, i, tokens[j])
	case 2:
		tokens[i], tokens[j] = tokens[j], tokens[i]
	case 3:
		return slices.Insert(tokens, i, g.odd())
	case 4:
		tokens[i] = g.odd()
	case 5:
		tokens[i] = g.word()
	case 6: // a name by another, so that the rest stays whole
		for n := range tokens {
			if k := (i + n) % len(tokens); strings.ContainsAny(tokens[k][:1], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_") {
				tokens[k] = g.word()
				break
			}
		}
	case 7: // a value by another
		for n := range tokens {
			if k := (i + n) % len(tokens); strings.ContainsAny(tokens[k][:1], `"0123456789-`) {
				tokens[k] = g.odd()
				break
			}
		}
	case 8:
		from, to := min(i, j), max(i, j)
		if g.IntN(2) == 0 {
			return tokens[:to]
		}
		return slices.Insert(tokens, to, slices.Repeat(slices.Clone(tokens[from:to]), 1+g.IntN(3))...)
	}
	return tokens
}

// odd is a token that fits nowhere, or nearly.
func (g *generator) odd() string {
	all := []string{
		"{", "}", "(", ")", "[", "]", ":", "=", "!", "$", "@", "...", "|", "&", "null", "true", "-1", "0", "101", "201", "2147483647", "2147483648", "-9223372036854775808",
		"1e400", "1.5", `""`, `"\u0000"`, `"\uD83D"`, `"%"`, `"'; DROP TABLE councils; --"`, `"""block"""`, `"` + strings.Repeat("x", 3000) + `"`, `"é😀"`, "{}", "[]", "[[]]", "{a: 1}",
		"$nothing", "on", "fragment", "mutation", "subscription", "query", "__typename", "__schema", "__type", "...Made", "@skip", "@include(if: true)", "@defer", "#", "\"", "\\", "\x00", "\ufeff", "é",
		`"eyJsIjoiYSIsInYiOlsxXX0"`, `"AAAA"`,
	}
	return all[g.IntN(len(all))]
}

// word is a name of the schema, of whatever kind.
func (g *generator) word() string {
	types := slices.Sorted(maps.Keys(g.schema.Types))
	def := g.schema.Types[types[g.IntN(len(types))]]
	switch {
	case len(def.Fields) > 0:
		f := def.Fields[g.IntN(len(def.Fields))]
		if len(f.Arguments) > 0 && g.IntN(2) == 0 {
			return f.Arguments[g.IntN(len(f.Arguments))].Name
		}
		return f.Name
	case len(def.EnumValues) > 0:
		return def.EnumValues[g.IntN(len(def.EnumValues))].Name
	}
	return def.Name
}

// mutateVariable gives a variable a value of another kind, or takes it away.
func (g *generator) mutateVariable(all map[string]any) {
	names := slices.Sorted(maps.Keys(all))
	name := names[g.IntN(len(names))]
	odd := []any{
		nil, true, -1, 2147483648, 1.5, 1e300, "", "x\x00", strings.Repeat("x", 5000), "2017-13-45", []any{}, []any{nil}, []any{[]any{1}}, map[string]any{}, map[string]any{"nothing": 1},
		map[string]any{"not": map[string]any{}}, map[string]any{"or": []any{}}, map[string]any{"field": "NAME"}, map[string]any{"field": "name", "direction": "UP"}, []any{all[name], all[name]}, map[string]any{"id": all[name]},
	}
	switch k := g.IntN(len(odd) + 2); k {
	case len(odd):
		delete(all, name)
	case len(odd) + 1:
		all["more"] = all[name]
	default:
		all[name] = odd[k]
	}
}
