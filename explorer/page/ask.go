package page

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
)

// Question is what is asked of the API.
type Question struct {
	Query     string
	Variables map[string]any
}

// Ask answers a question with the JSON of the answer's data. An error is a *Problem where the API refused the question.
type Ask func(ctx context.Context, q Question) ([]byte, error)

// Ask reads the answer to a question into a value, by the rules of encoding/json.
func (s *Site) Ask(ctx context.Context, q Question, into any) error {
	data, err := s.config.Ask(ctx, q)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("read the answer to a page's question: %w", err)
	}
	return nil
}

// longLink is how many bytes a link's parameters may have; longer ones stand behind # and are not sent to any server.
const longLink = 4000

// Link leads to the explorer with the question filled in.
func (q Question) Link() string {
	values := url.Values{"query": {q.Query}}
	if len(q.Variables) > 0 {
		variables, _ := json.Marshal(q.Variables) // texts, numbers, lists of them
		values.Set("variables", string(variables))
	}
	encoded := values.Encode()
	if len(encoded) > longLink {
		return "/graphiql/#" + encoded
	}
	return "/graphiql/?" + encoded
}
