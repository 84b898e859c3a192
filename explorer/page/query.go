package page

import (
	"context"
	"embed"
	"fmt"
)

//go:embed queries/*.graphql
var queryFiles embed.FS

// readQueries reads the queries behind the pages by their names, such as council.
func readQueries() (map[string]string, error) {
	files, err := queryFiles.ReadDir("queries")
	if err != nil {
		return nil, fmt.Errorf("page queries: %w", err)
	}
	out := make(map[string]string, len(files))
	for _, f := range files {
		text, err := queryFiles.ReadFile("queries/" + f.Name())
		if err != nil {
			return nil, fmt.Errorf("page queries: %w", err)
		}
		out[f.Name()[:len(f.Name())-len(".graphql")]] = string(text)
	}
	return out, nil
}

// question is the query of that name with values for its variables; empty texts are left out.
func (s *Site) question(name string, variables map[string]any) *Question {
	for k, v := range variables {
		if v == "" || v == nil {
			delete(variables, k)
		}
	}
	return &Question{Query: s.queries[name], Variables: variables}
}

// ask asks a page's query and reads the answer.
func ask[T any](ctx context.Context, s *Site, q *Question) (*T, error) {
	var out T
	if err := s.Ask(ctx, *q, &out); err != nil {
		return nil, err
	}
	return &out, nil
}

// typed is what every node of an answer says of itself.
type typed struct {
	Type string `json:"__typename"`
	URI  string `json:"uri"`
}

func (t *typed) identity() typed { return *t }

// node is what an answer of resource(uri:) is read into.
type node[T any] interface {
	*T
	identity() typed
}

// resource asks for the node of an address; nil where there is none.
func resource[T any, P node[T]](ctx context.Context, s *Site, q *Question) (*T, error) {
	answer, err := ask[struct {
		Resource *T `json:"resource"`
	}](ctx, s, q)
	if err != nil {
		return nil, err
	}
	return answer.Resource, nil
}
