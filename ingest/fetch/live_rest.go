package fetch

import "time"

// Rest is how long a host, HOST or HOST:PORT, is still to be left in peace, whatever is asked of it; 0 where it may be asked at once.
func (l *Live) Rest(name string) time.Duration {
	l.mu.Lock()
	defer l.mu.Unlock()
	rest := time.Duration(0)
	for _, scheme := range []string{"http", "https"} {
		if h := l.hosts[scheme+"://"+name]; h != nil {
			h.mu.Lock()
			rest = max(rest, time.Until(h.next))
			h.mu.Unlock()
		}
	}
	return rest
}
