package graph

import (
	"context"
	"runtime"
	"sync"
	"time"

	"councilgraph/ent/change"
	"councilgraph/internal/rows"
)

// versions reads the version of the data for many requests at once. Each request gets one that was read after it
// came, so that none is told of old data; those that come while one is being read wait for the next one together.
type versions struct {
	reader rows.Reader
	most   time.Duration // how long one reading may take

	turn    sync.Mutex // held while a version is being read
	mu      sync.Mutex
	waiting *versionRead // that has not begun; nil for none
}

// versionRead is one reading of the version.
type versionRead struct {
	done    chan struct{}
	version dataVersion
	err     error
}

// versionTime is how long a version may take to be read, where a request has not less.
const versionTime = 5 * time.Second

func (v *versions) now(ctx context.Context) (dataVersion, error) {
	if rows.PinOf(ctx) != nil { // of several servers, each with data of its own
		return v.read(ctx)
	}
	v.mu.Lock()
	r := v.waiting
	mine := r == nil
	if mine {
		r = &versionRead{done: make(chan struct{})}
		v.waiting = r
	}
	v.mu.Unlock()
	if mine {
		v.lead(ctx, r)
	}
	if _, limited := ctx.Deadline(); !limited { // to be told of its end costs a request from memory more than the rest of this
		<-r.done // which comes, for reading takes no longer than most
		return r.version, r.err
	}
	select {
	case <-r.done:
		return r.version, r.err
	case <-ctx.Done():
		return dataVersion{}, context.Cause(ctx)
	}
}

// lead reads the version for all that wait for it.
func (v *versions) lead(ctx context.Context, r *versionRead) {
	v.turn.Lock()
	defer v.turn.Unlock()
	runtime.Gosched() // requests that have come and had no turn yet share this reading
	v.mu.Lock()
	v.waiting = nil // who comes from now on needs a newer one
	v.mu.Unlock()
	r.err = errPanic // unless it ends
	defer close(r.done)
	r.version, r.err = v.read(context.WithoutCancel(ctx)) // others wait for it too, so that it must not end with this request
}

const lastChange = "SELECT " + change.FieldID + ", " + change.FieldAt + " FROM " + change.Table + " ORDER BY " + change.FieldID + " DESC LIMIT 1"

func (v *versions) read(ctx context.Context) (last dataVersion, err error) {
	ctx, cancel := context.WithTimeout(ctx, v.most)
	defer cancel()
	err = v.reader.Read(ctx, lastChange, nil, func(row rows.Row) error {
		last = dataVersion{int(row.Int(0)), string(row.Text(1))}
		return nil
	})
	return last, err
}
