package observe

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"councilgraph/graph"
)

// scope names who makes the spans.
const scope = "councilgraph"

// Traces makes a span for each request and for each statement of the database.
type Traces struct {
	provider *sdktrace.TracerProvider
	tracer   trace.Tracer
}

// Wanted says whether traces are to be made: where to send them is given by url or by the environment, in
// OTEL_EXPORTER_OTLP_ENDPOINT or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, and OTEL_SDK_DISABLED is not true.
func Wanted(url string) bool {
	return os.Getenv("OTEL_SDK_DISABLED") != "true" &&
		(url != "" || os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != "" || os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != "")
}

// NewTraces sends spans by OTLP over HTTP to url, such as http://127.0.0.1:4318/v1/traces, or where the environment
// says. The variables of OpenTelemetry (OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER ...) hold.
func NewTraces(ctx context.Context, url string) (*Traces, error) {
	var options []otlptracehttp.Option
	if url != "" {
		options = append(options, otlptracehttp.WithEndpointURL(url))
	}
	exporter, err := otlptracehttp.New(ctx, options...)
	if err != nil {
		return nil, fmt.Errorf("send traces to %s: %w", url, err)
	}
	return newTraces(ctx, sdktrace.WithBatcher(exporter))
}

func newTraces(ctx context.Context, to sdktrace.TracerProviderOption) (*Traces, error) {
	about, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", scope)), resource.WithTelemetrySDK(), resource.WithFromEnv())
	if err != nil && !errors.Is(err, resource.ErrPartialResource) {
		return nil, fmt.Errorf("describe this program for traces: %w", err)
	}
	provider := sdktrace.NewTracerProvider(to, sdktrace.WithResource(about))
	return &Traces{provider, provider.Tracer(scope)}, nil
}

// Close sends what has not been sent.
func (t *Traces) Close(ctx context.Context) error {
	if err := t.provider.Shutdown(ctx); err != nil {
		return fmt.Errorf("send the last traces: %w", err)
	}
	return nil
}

// Begin begins the span of a request, below that which its headers name; it is a graph.Observer.
func (t *Traces) Begin(r *http.Request) (context.Context, func(graph.Asked)) {
	ctx := propagation.TraceContext{}.Extract(r.Context(), propagation.HeaderCarrier(r.Header))
	ctx, span := t.tracer.Start(ctx, "GraphQL", trace.WithSpanKind(trace.SpanKindServer),
		trace.WithAttributes(attribute.String("http.request.method", r.Method)))
	return ctx, func(a graph.Asked) {
		if a.Kind != "" {
			span.SetName(a.Kind)
			span.SetAttributes(attribute.String("graphql.operation.type", a.Kind), attribute.Int("councilgraph.cost", a.Cost))
		}
		if a.Operation != "" {
			span.SetAttributes(attribute.String("graphql.operation.name", a.Operation))
		}
		span.SetAttributes(attribute.Int("http.response.status_code", a.Status))
		if a.Code != "" {
			span.SetAttributes(attribute.String("error.type", a.Code))
			span.SetStatus(codes.Error, a.Code)
		}
		span.End()
	}
}

// Both tells one observer and then, within its context, the other.
func Both(outer, inner graph.Observer) graph.Observer {
	return func(r *http.Request) (context.Context, func(graph.Asked)) {
		ctx, endOuter := outer(r)
		ctx, endInner := inner(r.WithContext(ctx))
		return ctx, func(a graph.Asked) {
			endInner(a)
			endOuter(a)
		}
	}
}
