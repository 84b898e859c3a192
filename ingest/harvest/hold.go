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

// leased is how long a host is held without its holder saying again that it goes on; after a crash it is free so
// much later.
const leased = 2 * time.Minute

func rolledBack(tx *ent.Tx, err error) error { return errors.Join(err, tx.Rollback()) }

// hold takes the host of an address for this worker, until the harvest ends. Where the host is lost meanwhile, because
// this worker could not say for long that it goes on, the harvest is stopped. Times are those of the machines, which may
// differ by less than leased.
func (r *run) hold(ctx context.Context, base string) error {
	at, err := url.Parse(base)
	if err != nil {
		return fmt.Errorf("read the address %q: %w", base, err)
	}
	if r.held[at.Host] {
		return nil
	}
	if err := r.memory.lease(ctx, at.Host, r.Holder); err != nil {
		return err
	}
	r.held[at.Host] = true
	r.holding.Go(func() {
		tick := time.NewTicker(leased / 4)
		defer tick.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
				if err := r.memory.lease(ctx, at.Host, r.Holder); errors.Is(err, ErrHeld) {
					r.stop(err)
				}
			}
		}
	})
	return nil
}

// release frees all hosts.
func (r *run) release(ctx context.Context) {
	r.stop(nil)
	r.holding.Wait()
	// The caller's context can be over by now, and the hosts are to be free all the same.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	for host := range r.held {
		if _, err := r.memory.store.HarvestHost.Delete().Where(harvesthost.Host(host), harvesthost.Holder(r.Holder)).Exec(ctx); err != nil {
			r.Log.Warn("the host is not free before its time runs out", "host", host, "error", err)
		}
	}
}

// lease takes a host that is free or held by the same worker, until some time from now.
func (m *memory) lease(ctx context.Context, host, holder string) error {
	now := time.Now().UTC()
	until := now.Add(leased).Format(time.RFC3339)
	n, err := m.store.HarvestHost.Update().
		Where(harvesthost.Host(host), harvesthost.Or(harvesthost.Holder(holder), harvesthost.HeldUntilLT(now.Format(time.RFC3339)))).
		SetHolder(holder).SetHeldUntil(until).Save(ctx)
	if err != nil {
		return fmt.Errorf("take the host %s: %w", host, err)
	}
	if n > 0 {
		return nil
	}
	err = m.store.HarvestHost.Create().SetHost(host).SetHolder(holder).SetHeldUntil(until).Exec(ctx)
	if ent.IsConstraintError(err) {
		return fmt.Errorf("%s: %w", host, ErrHeld)
	}
	if err != nil {
		return fmt.Errorf("take the host %s: %w", host, err)
	}
	return nil
}
