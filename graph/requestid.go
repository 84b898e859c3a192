package graph

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"runtime/debug"
)

type requestKey struct{}

// withRequestID names a request.
func withRequestID(ctx context.Context) (context.Context, string) {
	id := rand.Text()
	return context.WithValue(ctx, requestKey{}, id), id
}

func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestKey{}).(string)
	return id
}

// errPanic is what a panic becomes on its way to the presenter, which masks it.
var errPanic = errors.New("panic")

// recovered logs a panic with its stack and lets the request end in an error.
func recovered(log *slog.Logger) func(context.Context, any) error {
	return func(ctx context.Context, v any) error {
		log.ErrorContext(ctx, "panic in a query", "request", requestID(ctx), "panic", v, "stack", string(debug.Stack()))
		return errPanic
	}
}
