package graph

import (
	"container/list"
	"math"
	"sync"
	"time"

	"councilgraph/internal/limits"
)

// clients counts the points and the running requests of each client. It remembers a bounded number of them: the
// one not seen for longest is forgotten first, and has most likely got its points back by then.
type clients struct {
	limits *limits.Limits
	now    func() time.Time

	mu      sync.Mutex
	byName  map[string]*list.Element
	recent  *list.List
	running int // requests of all clients
	waiting int // requests of all clients that have no place yet
}

// client is one who asks: an address, a network, or the holder of a key.
type client struct {
	name    string
	factor  int // how many times the usual points it has
	points  float64
	counted time.Time // when points was right
	running int
	waiting int
}

func newClients(l *limits.Limits, now func() time.Time) *clients {
	return &clients{limits: l, now: now, byName: map[string]*list.Element{}, recent: list.New()}
}

// balance is what a client can still spend.
type balance struct {
	limit, remaining int
	spent            int           // more than limit where the last query took more than was left
	full             time.Time     // when all points will be back
	wait             time.Duration // until there are points again, 0 where there are
}

// of is the client of that name. The lock is held.
func (c *clients) of(name string, factor int) *client {
	now := c.now()
	if e, ok := c.byName[name]; ok {
		c.recent.MoveToFront(e)
		found := e.Value.(*client)
		earned := now.Sub(found.counted).Seconds() * float64(c.limits.Refill*found.factor)
		found.points = min(float64(c.limits.Points*found.factor), found.points+max(0, earned))
		found.counted = now
		return found
	}
	fresh := &client{name: name, factor: factor, points: float64(c.limits.Points * factor), counted: now}
	c.byName[name] = c.recent.PushFront(fresh)
	c.forget()
	return fresh
}

// forget forgets clients where there are too many, but not the newest, and none that has a request that runs or waits.
func (c *clients) forget() {
	for e := c.recent.Back(); len(c.byName) > c.limits.Clients && e != c.recent.Front(); {
		before := e.Prev()
		if old := e.Value.(*client); old.running+old.waiting == 0 {
			c.recent.Remove(e)
			delete(c.byName, old.name)
		}
		e = before
	}
}

// spend takes points, and more than there are: a query that has been let in is answered, and the next one waits.
func (c *clients) spend(name string, factor, points int) balance {
	c.mu.Lock()
	defer c.mu.Unlock()
	found := c.of(name, factor)
	found.points -= float64(points)
	return c.balance(found)
}

func (c *clients) balance(of *client) balance {
	refill := float64(c.limits.Refill * of.factor)
	b := balance{limit: c.limits.Points * of.factor, remaining: max(0, int(math.Floor(of.points)))}
	b.spent = b.limit - int(math.Floor(of.points))
	b.full = of.counted.Add(seconds((float64(b.limit) - of.points) / refill))
	if of.points < 1 {
		b.wait = seconds((1 - of.points) / refill)
	}
	return b
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// begin counts a request that begins to run, and says whether it may: mine and all are how many there would be.
func (c *clients) begin(name string, factor int) (ok bool, mine, all int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found := c.of(name, factor)
	mine, all = found.running+1, c.running+1
	if mine > c.limits.Concurrent || all > c.limits.Everyone {
		return false, mine, all
	}
	found.running, c.running = mine, all
	return true, mine, all
}

// queue counts a request that waits for a place, and says whether it may: as many wait as run, and others are refused
// at once, since what waits takes room.
func (c *clients) queue(name string, factor int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	found := c.of(name, factor)
	if found.waiting >= c.limits.Concurrent || c.waiting >= c.limits.Everyone {
		return false
	}
	found.waiting++
	c.waiting++
	return true
}

// unqueue counts a request that waits no longer.
func (c *clients) unqueue(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waiting--
	if e, ok := c.byName[name]; ok {
		e.Value.(*client).waiting--
	}
	c.forget()
}

// end counts a request that has ended.
func (c *clients) end(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.running--
	if e, ok := c.byName[name]; ok {
		e.Value.(*client).running--
	}
	c.forget()
}
