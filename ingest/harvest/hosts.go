package harvest

import "sync"

// Hosts are the hosts that harvests of one worker ask, some of them for several councils at once: such a host is the
// worker's until the last of its harvests is done with it. The zero value is ready.
type Hosts struct {
	mu   sync.Mutex
	used map[string]int // by how many harvests
}

// take notes one more harvest that uses a host, where lease takes the host for the worker.
func (h *Hosts) take(host string, lease func() error) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err := lease(); err != nil {
		return err
	}
	if h.used == nil {
		h.used = map[string]int{}
	}
	h.used[host]++
	return nil
}

// free notes that a harvest is done with a host; with the last one, let lets it go.
func (h *Hosts) free(host string, let func() error) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.used[host]--; h.used[host] > 0 {
		return nil
	}
	delete(h.used, host)
	return let()
}
