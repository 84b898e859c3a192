package harvest

import (
	"context"
	"errors"
	"time"
)

// errPaused ends what is being asked when a harvest was told to stop and the site has not answered for long.
var errPaused = errors.New("the harvest was told to stop")

// patienceAtEnd is how long a page that is being asked for may still take when a harvest is told to stop.
const patienceAtEnd = 10 * time.Second

// heed makes the context in which sites are asked. It ends a while after the task was told to stop, so that no rest that
// a site asked for keeps the worker. The function ends it for good.
func (r *run) heed(ctx context.Context) func() {
	asking, end := context.WithCancelCause(ctx)
	r.asking = func() context.Context { return asking }
	if r.task.Stop == nil {
		return func() { end(nil) }
	}
	go func() {
		select {
		case <-asking.Done():
			return
		case <-r.task.Stop:
		}
		select {
		case <-asking.Done():
		case <-time.After(patienceAtEnd):
			end(errPaused)
		}
	}()
	return func() { end(nil) }
}

// over says that nothing more is asked for in this harvest.
func (r *run) over() bool {
	select {
	case <-r.task.Stop:
		r.report.Paused = true
	default:
	}
	return r.report.Stopped != "" || r.report.Paused
}
