package graph

import (
	"context"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
)

// textsKey is where the executor counts the bytes of the texts of one answer.
type textsKey struct{}

// withTexts begins an answer of the executor. It is a context, as a subscription has many answers.
func withTexts(ctx context.Context) context.Context {
	return context.WithValue(ctx, textsKey{}, new(atomic.Int64))
}

// boundTexts bounds the memory that an answer of the executor takes: a text that was read once can stand in it thousands of
// times, and the executor writes all before anybody can look how much it is. Once texts have as many bytes as an answer may
// have, those that follow are left empty. The answer is larger than it may be then, so that nobody ever gets it.
func boundTexts(ctx context.Context, next graphql.Resolver) (any, error) {
	res, err := next(ctx)
	count, counted := ctx.Value(textsKey{}).(*atomic.Int64)
	if err != nil || !counted {
		return res, err
	}
	switch text := res.(type) {
	case string:
		if over(count, len(text)) {
			return "", nil
		}
	case *string:
		if text != nil && over(count, len(*text)) {
			return new(string), nil
		}
	}
	return res, nil
}

// over counts a text, and says whether there were too many before it.
func over(count *atomic.Int64, bytes int) bool {
	return count.Add(int64(bytes))-int64(bytes) > maxAnswer
}
