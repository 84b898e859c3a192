package observe

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"entgo.io/ent/dialect/sql"
	"go.opentelemetry.io/otel/attribute"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/graph"
	"councilgraph/internal/dbtest"
)

// A request is a span with its statements below it, which have the text of the question and not its values.
func TestTraces(t *testing.T) {
	kept := tracetest.NewInMemoryExporter()
	traces, err := newTraces(t.Context(), sdktrace.WithSyncer(kept))
	if err != nil {
		t.Fatal(err)
	}
	db := dbtest.New(t)
	store := ent.NewClient(ent.Driver(traces.Statements(sql.OpenDB(db.Dialect, db.DB))))

	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", nil)
	r.Header.Set("Traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
	ctx, end := traces.Begin(r)
	if n, err := store.Council.Query().Where(council.Slug("who-is-asked-for")).All(ctx); err != nil || len(n) != 0 {
		t.Fatal(n, err)
	}
	count := func(query string) error {
		rows, err := store.QueryContext(ctx, query)
		if err != nil {
			return err
		}
		defer func() { _ = rows.Close() }()
		return rows.Err()
	}
	if err := count("SELECT COUNT(*) FROM councils"); err != nil {
		t.Fatal(err)
	}
	if err := count("SELECT nothing FROM nowhere WHERE name = 'a value'"); err == nil {
		t.Fatal("a statement without a table succeeded")
	}
	end(graph.Asked{Operation: "Who", Kind: "query", Status: 200, Cost: 7})

	spans := kept.GetSpans()
	if len(spans) != 4 {
		t.Fatalf("%d spans, want three statements and the request: %v", len(spans), spans)
	}
	request := spans[3]
	if got := request.SpanContext.TraceID().String(); got != "0af7651916cd43dd8448eb211c80319c" {
		t.Errorf("trace %s, want that of the request's header", got)
	}
	for _, want := range []attribute.KeyValue{
		attribute.String("graphql.operation.name", "Who"), attribute.String("graphql.operation.type", "query"),
		attribute.Int("councilgraph.cost", 7), attribute.Int("http.response.status_code", 200),
	} {
		if !has(request, want) {
			t.Errorf("the request's span has %v, want %v too", request.Attributes, want)
		}
	}
	for _, s := range spans[:3] {
		if s.Parent.SpanID() != request.SpanContext.SpanID() {
			t.Errorf("%s is not below the request", s.Name)
		}
	}
	said := fmt.Sprint(spans[:2], spans[2].Status, spans[2].Events)
	if !strings.Contains(said, "councils") || strings.Contains(said, "who-is-asked-for") || strings.Contains(said, "nowhere") {
		t.Errorf("the statements' spans say %s", said)
	}
}

func has(s tracetest.SpanStub, want attribute.KeyValue) bool {
	for _, a := range s.Attributes {
		if a == want {
			return true
		}
	}
	return false
}
