package graph

import (
	"context"
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"councilgraph/internal/limits"
)

// refusedPoints is what a query costs that is read and then refused.
const refusedPoints = 10

// How long a request waits for a place, and how often it looks for one.
const (
	patience  = time.Second
	lookAgain = 5 * time.Millisecond
)

// gate lets requests in: not more of one client than it has points for, and not more at a time than the machine
// can bear.
type gate struct {
	limits  *limits.Limits
	who     who
	clients *clients
}

func newGate(l *limits.Limits, known limits.Clients, now func() time.Time) *gate {
	return &gate{limits: l, who: who{known}, clients: newClients(l, now)}
}

// meter is one request on its way: who sent it, and what it has cost.
type meter struct {
	gate    *gate
	client  string
	factor  int         // times as many points as others have
	header  http.Header // of the answer
	price   price
	left    balance
	owed    int // points to pay when it ends; what an operation costs is paid before it runs
	running bool
}

type meterKey struct{}

func meterOf(ctx context.Context) *meter {
	m, _ := ctx.Value(meterKey{}).(*meter)
	return m
}

// enter looks at a request before anything of it is read. The context is the request's from now on. Whoever is
// let in must call leave at the end.
func (g *gate) enter(w http.ResponseWriter, r *http.Request) (context.Context, *meter, *refusal) {
	name, keyed, known := g.who.of(r)
	if !known {
		refused := &refusal{http.StatusUnauthorized, http.Header{"Www-Authenticate": {"Bearer"}}, &gqlerror.Error{
			Message:    "nobody holds the key that was sent; leave it out, or send it as it was given to you",
			Extensions: map[string]any{"code": CodeKey},
		}}
		return nil, nil, refused
	}
	m := &meter{gate: g, client: name, factor: 1, header: w.Header(), owed: 1}
	if keyed {
		m.factor = g.limits.KeyFactor
	}
	return m.admit(r.Context())
}

// admit lets the client in that the meter counts, if it has points left.
func (m *meter) admit(ctx context.Context) (context.Context, *meter, *refusal) {
	m.spend(0)
	if wait := m.left.wait; wait > 0 {
		refused := refusedLimit(http.StatusTooManyRequests, CodeRate, m.left.limit, m.left.spent,
			"your points are used up; ask again in %d seconds, and for less at once: rateLimit { cost } says what a query costs", wholeSeconds(wait))
		return nil, nil, refused.later(wait)
	}
	return context.WithValue(ctx, meterKey{}, m), m, nil
}

// run takes a place among the requests that run at a time. It comes after the whole request has arrived, so that
// who sends slowly takes no place. Where none is free it waits a moment: a dashboard asks for all that it shows at
// once, and most queries end sooner. As many may wait as may run.
func (m *meter) run(ctx context.Context) *refusal {
	l := m.gate.limits
	ok, mine, all := m.gate.clients.begin(m.client, m.factor)
	if !ok && m.gate.clients.queue(m.client, m.factor) {
		ok, mine, all = m.wait(ctx)
		m.gate.clients.unqueue(m.client)
	}
	switch {
	case ok:
		m.running = true
		return nil
	case mine > l.Concurrent:
		return refusedLimit(http.StatusTooManyRequests, CodeConcurrency, l.Concurrent, mine,
			"at most %d requests of one client run at a time; send this one again when another has been answered", l.Concurrent).later(time.Second)
	default:
		return refusedLimit(http.StatusServiceUnavailable, CodeBusy, l.Everyone, all,
			"the server has as many requests as it can bear; send this one again in a second").later(time.Second)
	}
}

// wait looks for a place until there is one, the patience is over or the client gone.
func (m *meter) wait(ctx context.Context) (ok bool, mine, all int) {
	again := time.NewTicker(lookAgain)
	defer again.Stop()
	over := time.NewTimer(patience)
	defer over.Stop()
	for {
		ok, mine, all = m.gate.clients.begin(m.client, m.factor)
		if ok {
			return ok, mine, all
		}
		select {
		case <-again.C:
		case <-over.C:
			return false, mine, all
		case <-ctx.Done():
			return false, mine, all
		}
	}
}

// leave ends the request. One that never ran costs too: it was looked at all the same.
func (m *meter) leave() {
	m.stop()
	m.spend(m.owed)
}

// reading says that a query is being read and compared with the schema, which costs even where it is refused.
func reading(ctx context.Context) {
	if m := meterOf(ctx); m != nil {
		m.owed = refusedPoints
	}
}

// stop gives the request's place to others. A stream of events stops when it begins: it waits far more than it
// works.
func (m *meter) stop() {
	if m.running {
		m.running = false
		m.gate.clients.end(m.client)
	}
}

// spend takes points of the request's client and says in the answer's headers what is left.
func (m *meter) spend(points int) {
	if m.gate.limits.Points == 0 {
		return
	}
	m.left = m.gate.clients.spend(m.client, m.factor, points)
	m.header.Set("X-RateLimit-Limit", strconv.Itoa(m.left.limit))
	m.header.Set("X-RateLimit-Remaining", strconv.Itoa(m.left.remaining))
	m.header.Set("X-RateLimit-Reset", strconv.FormatInt(m.left.full.Unix(), 10))
	if points > 0 {
		m.header.Set("X-RateLimit-Cost", strconv.Itoa(points))
	}
}

// charge takes what an operation costs before it runs.
func charge(ctx context.Context, op *graphql.OperationContext, p price) {
	m := meterOf(ctx)
	if m == nil {
		return
	}
	m.price, m.owed = p, 0
	m.spend(p.points)
	if op.Operation.Operation == ast.Subscription {
		m.stop()
	}
}

// later says when the request can be sent again.
func (f *refusal) later(wait time.Duration) *refusal {
	if f.header == nil {
		f.header = http.Header{}
	}
	f.header.Set("Retry-After", strconv.Itoa(wholeSeconds(wait)))
	return f
}

func wholeSeconds(d time.Duration) int { return max(1, int(math.Ceil(d.Seconds()))) }
