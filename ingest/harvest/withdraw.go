package harvest

import (
	"context"
	"fmt"
)

// few is how many pages a site may lose from one harvest to the next without a second thought, however few it had.
const few = 20

// retire takes back what pages said under an address at which they stand no longer, once they are taken in at another.
func (r *run) retire(ctx context.Context) error {
	for e, before := range r.replaced {
		out, err := r.Pipeline.Loader.Withdraw(ctx, r.task.Council, before, r.at())
		if err != nil {
			return err
		}
		r.intake.Count(out)
		delete(r.replaced, e)
	}
	return nil
}

// withdraw takes back what pages alone said that the site no longer has. A site that has lost more than a quarter of what
// was asked for has rather moved or broken, and nothing is taken back.
func (r *run) withdraw(ctx context.Context) error {
	if lost := len(r.gone); lost > few && lost*4 > r.seen {
		r.report.Stopped = fmt.Sprintf("the site no longer has %d of %d pages that it had: it may have moved or broken, so nothing is taken back; look at it, and pass its new address", lost, r.seen)
		for _, e := range r.gone {
			e.state, e.dirty = isTaken, true
		}
		return r.memory.save(ctx)
	}
	if err := r.close(ctx); err != nil {
		return err
	}
	for _, e := range r.gone {
		out, err := r.Pipeline.Loader.Withdraw(ctx, r.task.Council, e.url, r.at())
		if err != nil {
			return err
		}
		r.intake.Count(out)
		r.report.Withdrawn++
		r.Log.Info("withdrawn", "council", r.task.Council, "page", e.url)
		e.url, e.etag, e.lastModified, e.dirty = "", "", "", true
	}
	r.gone = nil
	return r.memory.save(ctx)
}

// close takes back what pages said of the way (service or pages) that is closed: its lists, which nobody keeps in step
// any longer, and what others say more of. They are asked for again when it is open.
func (r *run) close(ctx context.Context) error {
	for _, e := range r.memory.pages {
		if e.url == "" || !r.closed(e) || !e.kind.list() && !r.outdated[e] {
			continue
		}
		out, err := r.Pipeline.Loader.Withdraw(ctx, r.task.Council, e.url, r.at())
		if err != nil {
			return err
		}
		r.intake.Count(out)
		e.url, e.state, e.etag, e.lastModified, e.dirty = "", isNew, "", "", true
	}
	return nil
}
