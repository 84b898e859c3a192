package relay

import (
	"context"
	"sync"
	"time"

	"github.com/vikstrous/dataloadgen"
)

// loadersKey is where a request keeps its loaders.
type loadersKey struct{}

// The bounds of a batch: how long it waits for more keys, and how many it holds. The number of keys
// stays far below what either database takes as parameters of one statement.
const (
	batchWait = 300 * time.Microsecond
	batchSize = 500
)

// WithLoaders gives one request its own loaders, so that relations of many parents are read together
// and nothing outlives the request.
func WithLoaders(ctx context.Context) context.Context {
	return context.WithValue(ctx, loadersKey{}, &sync.Map{})
}

// Load is the value of a key, read together with the other keys that the request asks for under the
// same name at about the same time. A key that read does not answer has the zero value.
func Load[K comparable, V any](ctx context.Context, name string, key K, read func(context.Context, []K) (map[K]V, error)) (V, error) {
	if err := ctx.Err(); err != nil {
		var none V
		return none, err // the time is up, or the client has gone
	}
	all, ok := ctx.Value(loadersKey{}).(*sync.Map)
	if !ok {
		m, err := read(ctx, []K{key})
		return m[key], err
	}
	found, ok := all.Load(name)
	if !ok {
		fresh := dataloadgen.NewLoader(func(ctx context.Context, keys []K) ([]V, []error) {
			m, err := read(ctx, keys)
			if err != nil {
				return nil, []error{err}
			}
			out := make([]V, len(keys))
			for i, k := range keys {
				out[i] = m[k]
			}
			return out, nil
		}, dataloadgen.WithWait(batchWait), dataloadgen.WithBatchCapacity(batchSize))
		found, _ = all.LoadOrStore(name, fresh)
	}
	return found.(*dataloadgen.Loader[K, V]).Load(ctx, key)
}
