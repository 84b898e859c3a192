package graph_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"councilgraph/internal/growth"
)

// mostOrdinary is how many times as much processor time as an ordinary query an attack may take. On PostgreSQL most of an
// ordinary query's work is the server's, which is not counted: what is left is less, and an attack, which gets no further than
// this program, is more times as much.
func mostOrdinary() float64 {
	if os.Getenv("TEST_DATABASE_URL") != "" {
		return 60
	}
	return 20
}

// ordinary is a query as a page of a site has it: a council's latest meetings with what was decided.
const ordinary = `query Ordinary {
  council(slug: "bromley") {
    name slug gssCode kind
    meetings(first: 5, orderBy: [{field: DATE, direction: DESC}]) {
      totalCount
      nodes { date committee { name kind } agendaItems { number title resolutions { number text kind amounts { asWritten low high currency } } } }
    }
    people(first: 20, orderBy: [{field: NAME}]) { nodes { name participations(first: 5) { nodes { how role asWritten agendaItem { title } } } } }
  }
}`

// attack is a request that is small and means harm. It is made anew each time, so that nothing is known of it.
type attack struct {
	about string
	code  string // of the error that it gets, "" where it is answered
	body  func(nth int) string
	// method and kind are POST and application/json where they are empty.
	method, kind string
}

// query is the body that asks a query, with a comment that makes it a new one.
func query(nth int, text string) string {
	b, _ := json.Marshal(map[string]any{"query": fmt.Sprintf("%s #%d", text, nth)})
	return string(b)
}

// with is the body that asks a query with variables, which are written as JSON.
func with(nth int, text, variables string) string {
	b, _ := json.Marshal(fmt.Sprintf("%s #%d", text, nth))
	return fmt.Sprintf(`{"query": %s, "variables": %s}`, b, variables)
}

// asks is an attack by a query alone.
func asks(about, code, text string) attack {
	return attack{about: about, code: code, body: func(nth int) string { return query(nth, text) }}
}

// asksWith is an attack by a query with variables.
func asksWith(about, code, text, variables string) attack {
	return attack{about: about, code: code, body: func(nth int) string { return with(nth, text, variables) }}
}

// each joins what f makes of 0 to n-1.
func each(n int, f func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// Every attack that is known of such servers costs little and gets an error that says why. The cost is processor
// time, as a multiple of an ordinary query in the same run; the middle of several tries counts. With -short, as
// under the race detector, only the errors are looked at.
func TestAttack(t *testing.T) { attacked(t, newAPI(t).Config.Handler, ordinary, attacks()) }

// attacked sends attacks to a server, and looks at what they cost beside an ordinary query.
func attacked(t *testing.T, h http.Handler, ordinary string, all []attack) {
	t.Helper()
	// It is new each time too: a query that is known costs a fraction, and no attack is.
	asked := 0
	anew := func(body func(nth int) string, send func(string)) time.Duration {
		asked += 100
		return middle(func(nth int) func() {
			text := body(asked + nth)
			return func() { send(text) }
		})
	}
	ordinarily := func() time.Duration {
		return anew(func(nth int) string { return query(nth, ordinary) }, func(body string) { attack{}.send(h, body) })
	}
	usual := ordinarily()
	t.Logf("%-62s %9s  %s", "attack", "× usual", "answer")
	t.Logf("%-62s %9.2f  %s", "(an ordinary query takes "+usual.Round(10*time.Microsecond).String()+" of processor time)", 1.0, "data")
	for _, k := range all {
		t.Run(strings.ReplaceAll(k.about, " ", "_"), func(t *testing.T) {
			var last *httptest.ResponseRecorder
			cost := func() float64 { return anew(k.body, func(body string) { last = k.send(h, body) }).Seconds() }
			times := cost() / usual.Seconds()
			// What else the machine does bears on both: a dear attack is one that is dear each time.
			for again := 0; times > mostOrdinary() && again < 4; again++ {
				usual := ordinarily().Seconds()
				times = min(times, cost()/usual)
			}
			code, message := firstError(last.Body.String())
			t.Logf("%-62s %9.2f  %d %s: %s", k.about, times, last.Code, code, message)
			if code != k.code {
				t.Errorf("the error is %s, want %s", code, k.code)
			}
			if times > mostOrdinary() {
				t.Errorf("it takes %.1f times what an ordinary query takes; at most %.0f are allowed", times, mostOrdinary())
			}
			if last.Code >= 500 || last.Body.Len() > 100<<10 && k.code != "" {
				t.Errorf("status %d with %d bytes", last.Code, last.Body.Len())
			}
		})
	}
	if got := (attack{}).send(h, query(0, ordinary)); got.Code != 200 || strings.Contains(got.Body.String(), `"errors"`) {
		t.Errorf("after all that an ordinary query is answered by %d %s", got.Code, got.Body)
	}
}

// send sends a body as the attack does.
func (k attack) send(h http.Handler, body string) *httptest.ResponseRecorder {
	method, kind := k.method, k.kind
	if method == "" {
		method, kind = http.MethodPost, "application/json"
	}
	r := httptest.NewRequest(method, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", kind)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// middle is the processor time of one try: the middle of seven, each the mean of two, after one that warms up. What a
// try needs is made before its time counts.
func middle(prepare func(nth int) (try func())) time.Duration {
	prepare(0)()
	if testing.Short() {
		return time.Microsecond
	}
	var all []time.Duration
	for i := range 7 {
		one, other := prepare(1+2*i), prepare(2+2*i)
		from := growth.Processor()
		one()
		other()
		all = append(all, (growth.Processor()-from)/2)
	}
	slices.Sort(all)
	return max(all[len(all)/2], time.Microsecond)
}

// firstError is the code and the message of the first error, and how many more there are.
func firstError(body string) (code, message string) {
	var r reply
	if err := json.Unmarshal([]byte(body), &r); err != nil {
		return "no JSON", body
	}
	if len(r.Errors) == 0 {
		return "", fmt.Sprintf("data, %d bytes", len(body))
	}
	code, _ = r.Errors[0].Extensions["code"].(string)
	message = r.Errors[0].Message
	if len(r.Errors) > 1 {
		message += fmt.Sprintf(" (and %d more)", len(r.Errors)-1)
	}
	return code, message
}
