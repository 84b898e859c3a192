package observe

import (
	"context"
	stdsql "database/sql"
	"strings"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"councilgraph/internal/rows"
)

// Statements is the store with a span for each question: its text, in which places stand for the values, and
// never the values. What is done within a transaction has none; a server that only reads makes none.
func (t *Traces) Statements(d Asked) dialect.Driver { return &statements{d, t.tracer} }

// Asked is what ent asks, its own driver or what stands in for it.
type Asked interface {
	dialect.Driver
	QueryContext(ctx context.Context, query string, args ...any) (*stdsql.Rows, error)
}

type statements struct {
	Asked
	tracer trace.Tracer
}

// Query asks a question. The span lasts until its last row has been read.
func (s *statements) Query(ctx context.Context, query string, args, v any) error {
	ctx, span := s.begin(ctx, query)
	if err := s.Asked.Query(ctx, query, args, v); err != nil {
		return ended(span, err)
	}
	if rows, ok := v.(*sql.Rows); ok {
		rows.ColumnScanner = &answered{rows.ColumnScanner, span}
		return nil
	}
	return ended(span, nil)
}

// QueryContext asks a question. The span lasts until the first row is there.
func (s *statements) QueryContext(ctx context.Context, query string, args ...any) (*stdsql.Rows, error) {
	ctx, span := s.begin(ctx, query)
	rows, err := s.Asked.QueryContext(ctx, query, args...)
	return rows, ended(span, err)
}

// Exec runs a statement that has no rows.
func (s *statements) Exec(ctx context.Context, query string, args, v any) error {
	ctx, span := s.begin(ctx, query)
	return ended(span, s.Asked.Exec(ctx, query, args, v))
}

// Reader is the reader with a span for each statement, from its beginning to its last row.
func (t *Traces) Reader(r rows.Reader) rows.Reader { return &reader{r, t.tracer} }

type reader struct {
	rows.Reader
	tracer trace.Tracer
}

// Read runs a statement.
func (r *reader) Read(ctx context.Context, statement string, args []any, each func(rows.Row) error) error {
	ctx, span := begin(ctx, r.tracer, r.Dialect(), statement)
	return ended(span, r.Reader.Read(ctx, statement, args, each))
}

// ReadAll runs statements together, each with a span as long as all of them.
func (r *reader) ReadAll(ctx context.Context, all []rows.Statement) error {
	spans := make([]trace.Span, len(all))
	for i, s := range all {
		_, spans[i] = begin(ctx, r.tracer, r.Dialect(), s.Text)
	}
	err := r.Reader.ReadAll(ctx, all)
	for _, span := range spans {
		_ = ended(span, err) // given back once
	}
	return err
}

// ReadEach runs a statement for each id, in one span.
func (r *reader) ReadEach(ctx context.Context, statement string, ids []int64, args []any, each func(int64, rows.Row) error) error {
	ctx, span := begin(ctx, r.tracer, r.Dialect(), statement)
	span.SetAttributes(attribute.Int("db.operation.batch.size", len(ids)))
	return ended(span, r.Reader.ReadEach(ctx, statement, ids, args, each))
}

func (s *statements) begin(ctx context.Context, query string) (context.Context, trace.Span) {
	return begin(ctx, s.tracer, s.Dialect(), query)
}

func begin(ctx context.Context, tracer trace.Tracer, system, query string) (context.Context, trace.Span) {
	verb, _, _ := strings.Cut(strings.TrimSpace(query), " ")
	if system == dialect.Postgres {
		system = "postgresql"
	}
	return tracer.Start(ctx, verb, trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(
		attribute.String("db.system.name", system), attribute.String("db.query.text", query)))
}

// ended ends the span and gives the error back. Messages of a database can quote values, so that none is kept.
func ended(span trace.Span, err error) error {
	if err != nil {
		span.SetStatus(codes.Error, "the statement failed")
	}
	span.End()
	return err
}

// answered are rows that end a span when they are closed.
type answered struct {
	sql.ColumnScanner
	span trace.Span
}

// Close ends the reading.
func (a *answered) Close() error { return ended(a.span, a.ColumnScanner.Close()) }
