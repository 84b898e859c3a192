package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// server is what is asked.
type server struct{ address string }

// answered is how a query was answered.
type answered struct {
	query       string
	first, took time.Duration // when it was asked first, and when it was asked last
	code        string        // of the last error, "" for none
}

// schema is the one that the server publishes.
func (s server) schema(ctx context.Context) (*ast.Schema, error) {
	text, err := s.send(ctx, "/schema.graphql", nil)
	if err != nil {
		return nil, err
	}
	schema, err := gqlparser.LoadSchema(&ast.Source{Input: string(text)})
	if err != nil {
		return nil, fmt.Errorf("read the schema of %s: %w", s.address, err)
	}
	return schema, nil
}

// send asks for a path: by POST where there is a body.
func (s server) send(ctx context.Context, path string, body []byte) ([]byte, error) {
	method := http.MethodGet
	if body != nil {
		method = http.MethodPost
	}
	r, err := http.NewRequestWithContext(ctx, method, s.address+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	return io.ReadAll(answer.Body)
}

// result is an answer of GraphQL.
type result struct {
	Data   map[string]json.RawMessage
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
}

func (s server) ask(ctx context.Context, query string) (result, error) {
	var r result
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		return r, err
	}
	answer, err := s.send(ctx, "/graphql", body)
	if err != nil {
		return r, err
	}
	if err := json.Unmarshal(answer, &r); err != nil {
		return r, fmt.Errorf("%w: %.200s", err, answer)
	}
	return r, nil
}

// time asks, and asks what was slow again: what was read from the disk is in memory then.
func (s server) time(ctx context.Context, query string, slow time.Duration) (answered, error) {
	a := answered{query: query}
	for range 2 {
		began := time.Now()
		r, err := s.ask(ctx, query)
		if err != nil {
			return a, fmt.Errorf("%s: %w", query, err)
		}
		if a.took = time.Since(began); a.first == 0 {
			a.first = a.took
		}
		if len(r.Errors) > 0 {
			if a.code = r.Errors[0].Extensions.Code; a.code == "" {
				a.code = r.Errors[0].Message
			}
		}
		if a.took < slow {
			break
		}
	}
	return a, nil
}
