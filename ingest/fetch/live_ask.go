package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"councilgraph/ingest/record"
)

// again is an error after which a page may be asked for again, after as long as the site asked for.
type again struct {
	error
	wait time.Duration
}

func (a again) Unwrap() error { return a.error }

// insist asks for an address until it is answered, with growing rests in between where the site is busy or fails.
func (l *Live) insist(ctx context.Context, h *host, at *url.URL, want wanted) (Answer, *url.URL, error) {
	rest := max(l.options.Pace, 10*time.Millisecond)
	for try := 1; ; try++ {
		answer, next, err := l.ask(ctx, h, at, want, rest)
		var a again
		if !errors.As(err, &a) {
			return answer, next, err
		}
		if try >= l.options.Tries || a.wait > l.options.MaxWait || ctx.Err() != nil {
			return Answer{}, nil, a.error
		}
		rest *= 2
	}
}

// ask asks once, in the host's turn. Where that fails in a way that passes, the host rests for as long as it asks,
// or for rest.
func (l *Live) ask(ctx context.Context, h *host, at *url.URL, want wanted, rest time.Duration) (answer Answer, next *url.URL, err error) {
	if err := h.enter(ctx); err != nil {
		return Answer{}, nil, err
	}
	defer func() {
		var a again
		if !errors.As(err, &a) {
			h.leave(0)
			return
		}
		h.leave(min(max(a.wait, rest), l.options.MaxWait))
	}()
	ctx, cancel := context.WithTimeoutCause(ctx, l.options.Timeout, ErrSlow)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return Answer{}, nil, fmt.Errorf("%w (%w)", ErrBadAddress, err)
	}
	request.Header.Set("User-Agent", l.options.Agent)
	request.Header.Set("Accept", "text/html, text/xml, application/xml, */*;q=0.5")
	if want.have.ETag != "" {
		request.Header.Set("If-None-Match", want.have.ETag)
	}
	if want.have.LastModified != "" {
		request.Header.Set("If-Modified-Since", want.have.LastModified)
	}
	response, err := l.client.Do(request)
	if err != nil {
		return Answer{}, nil, l.failed(ctx, at, err)
	}
	defer func() { _ = response.Body.Close() }()
	if next, err := l.status(response); next != nil || err != nil {
		return Answer{}, next, err
	}
	answer = Answer{
		Document:   record.Document{Name: at.String(), URL: at.String(), MediaType: bareType(response.Header.Get("Content-Type")), FetchedAt: l.now().UTC().Format(time.RFC3339)},
		Validators: Validators{ETag: response.Header.Get("ETag"), LastModified: response.Header.Get("Last-Modified")},
		Unchanged:  response.StatusCode == http.StatusNotModified,
	}
	if answer.Unchanged {
		return answer, nil, nil
	}
	answer.Bytes, err = read(response.Body, false, Options{MaxBytes: want.most})
	var known *Error
	switch {
	case errors.As(err, &known):
		return Answer{}, nil, known.Err
	case err != nil:
		return Answer{}, nil, l.failed(ctx, at, err)
	}
	answer.SHA256 = digest(answer.Bytes)
	return answer, nil, nil
}

// status sorts an answer by its status: nothing for a page, where a redirect leads, or why there is no page.
func (l *Live) status(r *http.Response) (*url.URL, error) {
	status := fmt.Sprintf("status %d", r.StatusCode)
	switch c := r.StatusCode; {
	case c == http.StatusOK, c == http.StatusNotModified:
		return nil, nil //nolint:nilnil // it leads nowhere
	case c >= 300 && c < 400:
		next, err := r.Location()
		if err != nil {
			return nil, fmt.Errorf("%w (%s without an address)", ErrSite, status)
		}
		return next, nil
	case c == http.StatusNotFound, c == http.StatusGone:
		return nil, fmt.Errorf("%w (%s)", ErrGone, status)
	case c == http.StatusTooManyRequests, c == http.StatusServiceUnavailable:
		_, _ = io.CopyN(io.Discard, r.Body, 1<<16)
		return nil, again{fmt.Errorf("%w (%s)", ErrBusy, status), retryAfter(r.Header.Get("Retry-After"), l.now())}
	case c >= 500:
		_, _ = io.CopyN(io.Discard, r.Body, 1<<16)
		return nil, again{error: fmt.Errorf("%w (%s)", ErrSite, status)}
	}
	return nil, fmt.Errorf("%w (%s)", ErrRefused, status)
}

// failed sorts an error of the network.
func (l *Live) failed(ctx context.Context, at *url.URL, err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	switch {
	case errors.Is(err, ErrPrivate):
		return fmt.Errorf("%w (%s)", ErrPrivate, at.Hostname())
	case errors.Is(context.Cause(ctx), ErrSlow):
		return again{error: fmt.Errorf("%w (%s)", ErrSlow, l.options.Timeout)}
	}
	if chain := brokenChain(at.Hostname(), err); chain != nil {
		return chain
	}
	return again{error: fmt.Errorf("%w (%w)", ErrSite, err)}
}
