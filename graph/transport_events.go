package graph

import (
	"bytes"
	"context"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

const (
	maxStreams         = 100              // subscriptions at a time
	maxStreamsOfClient = 10               // and of one client
	heartbeat          = 15 * time.Second // after how long of nothing a stream says that it lives
	eventTime          = 10 * time.Second // how long a client may take to take an event
)

// stream answers a subscription: an event for each response, in the distinct connections mode of graphql-sse,
// for as long as the client stays.
func (e *endpoint) stream(ctx context.Context, w http.ResponseWriter, q *request, op *graphql.OperationContext) {
	if fields := graphql.CollectFields(op, op.Operation.SelectionSet, nil); len(fields) != 1 || fields[0].Name == "__typename" {
		err := coded(errcode.ValidationFailed, "a subscription has exactly one field at its root; open a stream for each")
		e.answer(w, q, &graphql.Response{Errors: gqlerror.List{err}})
		return
	}
	leave, refused := e.join(ctx)
	if refused != nil {
		refused.write(w, q.form)
		return
	}
	defer leave()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	// Once the stream is open, nothing that happens is missed: it is subscribed to before.
	next, ctx := e.exec.DispatchOperation(ctx, op)
	events := newEvents(w)
	if events.open() != nil {
		return
	}
	defer events.close()
	answers := e.answers(ctx, next)
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		var err error
		select {
		case response, more := <-answers:
			if !more {
				_ = events.complete()
				return
			}
			err = events.next(bounded(response, e.limits.Errors))
		case <-beat.C:
			err = events.comment()
		case <-e.stopping:
			return // no complete: the client is to come again, here or elsewhere
		case <-ctx.Done():
			return
		}
		if err != nil {
			return // the client has gone
		}
		beat.Reset(heartbeat)
	}
}

// join takes a place among the streams.
func (e *endpoint) join(ctx context.Context) (leave func(), _ *refusal) {
	client := ""
	if m := meterOf(ctx); m != nil {
		client = m.client
	}
	leave, mine, all := e.feed.join(ctx, client)
	switch {
	case leave != nil:
		return leave, nil
	case mine > maxStreamsOfClient:
		return nil, refusedLimit(http.StatusTooManyRequests, CodeStreams, maxStreamsOfClient, mine,
			"at most %d streams of one client are open at a time; end one, or follow all changes in one stream", maxStreamsOfClient).later(time.Minute)
	default:
		return nil, refusedLimit(http.StatusServiceUnavailable, CodeStreams, maxStreams, all,
			"the server has as many streams as it can bear; ask again later, or follow changes by asking { changes } with after").later(time.Minute)
	}
}

// answers are the responses of a subscription, one at a time, computed no faster than they are taken.
func (e *endpoint) answers(ctx context.Context, next graphql.ResponseHandler) <-chan *graphql.Response {
	out := make(chan *graphql.Response)
	go func() {
		defer close(out)
		defer func() {
			if v := recover(); v != nil {
				e.log.ErrorContext(ctx, "panic in a stream", "request", requestID(ctx), "panic", v)
			}
		}()
		for response := next(ctx); response != nil; response = next(ctx) {
			response.Data = bytes.Clone(response.Data) // the executor writes the next one into the same bytes
			select {
			case out <- response:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}
