package graph

import (
	"context"
	"sync/atomic"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// texts counts the bytes of the texts of one answer of the executor.
type texts struct {
	bytes atomic.Int64
	over  atomic.Bool // some were left out
}

type textsKey struct{}

// boundTexts bounds the memory that an answer of the executor takes: a text that was read once can stand in it thousands of
// times, and the executor writes all before anybody can look how much it is. Once texts have as many bytes as an answer may
// have, those that follow are left empty, and boundAnswer refuses the answer.
func boundTexts(ctx context.Context, next graphql.Resolver) (any, error) {
	res, err := next(ctx)
	count, counted := ctx.Value(textsKey{}).(*texts)
	if err != nil || !counted {
		return res, err
	}
	switch text := res.(type) {
	case string:
		if count.full(len(text)) {
			return "", nil
		}
	case *string:
		if text != nil && count.full(len(*text)) {
			return new(string), nil
		}
	}
	return res, nil
}

// full counts a text, and says whether there were too many before it.
func (t *texts) full(bytes int) bool {
	if t.bytes.Add(int64(bytes))-int64(bytes) <= maxAnswer {
		return false
	}
	t.over.Store(true)
	return true
}

// boundAnswer gives an answer, of which a subscription has many, and refuses it where texts were left out: it may have become
// smaller again, as a null took the place of others.
func boundAnswer(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	count := &texts{}
	r := next(context.WithValue(ctx, textsKey{}, count))
	if r == nil || !count.over.Load() {
		return r
	}
	return &graphql.Response{Data: []byte("null"), Errors: append(gqlerror.List{tooLarge()}, r.Errors...), Extensions: r.Extensions}
}

// tooLarge is the error of an answer of which it is not known how large it would have become.
func tooLarge() *gqlerror.Error {
	return refuse(CodeAnswer, maxAnswer, maxAnswer+1,
		"the answer has more than %d bytes; at most so many are given at once: pass a smaller first and go on with after, or take rows as application/x-ndjson", maxAnswer)
}
