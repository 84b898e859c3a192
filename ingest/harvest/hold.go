package harvest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"councilgraph/ent"
	"councilgraph/ent/harvesthost"
)

// ErrHeld says that another worker asks the host at the moment.
var ErrHeld = errors.New("another harvest asks this host at the moment")

// leased is how long a host is held without its holder saying again that it goes on, unless a Harvester says otherwise;
// after a crash it is free so much later.
const leased = 2 * time.Minute

// moments is how the store writes until when a host is held: in text that is in the order of time.
const moments = "2006-01-02T15:04:05.000Z"

func rolledBack(tx *ent.Tx, err error) error { return errors.Join(err, tx.Rollback()) }

// hold takes the host of an address for this worker, until the harvest ends. A host that somebody holds is waited for: where
// its holder says meanwhile that it goes on, that is ErrHeld; where nobody does, it crashed, and the host is free when its
// time runs out. Where the host is lost later, because this worker could not say for long that it goes on, the harvest is
// stopped. Times are those of the machines, which may differ by less than that.
func (r *run) hold(ctx context.Context, base string) error {
	at, err := url.Parse(base)
	if err != nil {
		return fmt.Errorf("read the address %q: %w", base, err)
	}
	if r.held[at.Host] {
		return nil
	}
	if err := r.await(ctx, at.Host); err != nil {
		return err
	}
	r.held[at.Host] = true
	r.holding.Go(func() {
		tick := time.NewTicker(r.lease() / 4)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				if _, err := r.memory.lease(ctx, at.Host, r.Holder, r.lease()); errors.Is(err, ErrHeld) {
					r.stop(err)
				}
			}
		}
	})
	return nil
}

func (r *run) lease() time.Duration {
	if r.Lease > 0 {
		return r.Lease
	}
	return leased
}

// await takes a host as soon as it is free.
func (r *run) await(ctx context.Context, host string) error {
	first, err := r.lay(ctx, host)
	for until := first; errors.Is(err, ErrHeld) && until == first; {
		wait := r.lease() / 20
		if end, wrong := time.Parse(moments, first); wrong == nil {
			wait = min(wait, max(time.Until(end), 0)+time.Millisecond)
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(wait):
		}
		until, err = r.lay(ctx, host)
	}
	return err
}

// lay takes a host for this worker, if it is free, and notes that this run is one of those that use it.
func (r *run) lay(ctx context.Context, host string) (until string, err error) {
	err = r.Hosts.take(host, func() error {
		until, err = r.memory.lease(ctx, host, r.Holder, r.lease())
		return err
	})
	return until, err
}

// free lets a host go as soon as it has had its rest, so that whoever asks it next keeps the pace too.
func (m *memory) free(ctx context.Context, host, holder string, rest time.Duration) error {
	mine := harvesthost.And(harvesthost.Host(host), harvesthost.Holder(holder))
	if rest <= 0 {
		_, err := m.store.HarvestHost.Delete().Where(mine).Exec(ctx)
		return err
	}
	_, err := m.store.HarvestHost.Update().Where(mine).SetHeldUntil(time.Now().UTC().Add(rest).Format(moments)).Save(ctx)
	return err
}

// release frees all hosts.
func (r *run) release(ctx context.Context) {
	r.stop(nil)
	r.holding.Wait()
	// The caller's context can be over by now, and the hosts are to be free all the same.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	for host := range r.held {
		if err := r.Hosts.free(host, func() error { return r.memory.free(ctx, host, r.Holder, r.Site.Rest(host)) }); err != nil {
			r.Log.Warn("the host is not free before its time runs out", "host", host, "error", err)
		}
	}
}

// lease takes a host that is free or held by the same worker, for so long from now. Where another worker holds it, the error
// is ErrHeld, with until when.
func (m *memory) lease(ctx context.Context, host, holder string, long time.Duration) (until string, err error) {
	now := time.Now().UTC()
	mine := now.Add(long).Format(moments)
	n, err := m.store.HarvestHost.Update().
		Where(harvesthost.Host(host), harvesthost.Or(harvesthost.Holder(holder), harvesthost.HeldUntilLT(now.Format(moments)))).
		SetHolder(holder).SetHeldUntil(mine).Save(ctx)
	if err == nil && n == 0 {
		err = m.store.HarvestHost.Create().SetHost(host).SetHolder(holder).SetHeldUntil(mine).Exec(ctx)
	}
	if ent.IsConstraintError(err) {
		row, gone := m.store.HarvestHost.Query().Where(harvesthost.Host(host)).Only(ctx)
		if gone == nil {
			until = row.HeldUntil
		}
		return until, fmt.Errorf("%s: %w", host, ErrHeld)
	}
	if err != nil {
		return "", fmt.Errorf("take the host %s: %w", host, err)
	}
	return mine, nil
}
