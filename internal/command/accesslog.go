package command

import (
	"log/slog"
	"net/http"
	"time"
)

// logged writes a line for each request: what was asked and how it ended, nothing of who asked.
func logged(next http.Handler, log *slog.Logger) http.Handler {
	to := log.Handler()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		seen := &answer{ResponseWriter: w, status: http.StatusOK}
		defer func() { // also for an answer that is broken off
			if !to.Enabled(r.Context(), slog.LevelInfo) {
				return
			}
			ended := time.Now()
			line := slog.NewRecord(ended, slog.LevelInfo, "request", 0) // by hand: a logger looks up where it is called from, for every request
			line.AddAttrs(slog.String("method", r.Method), slog.String("path", r.URL.Path),
				slog.Int("status", seen.status), slog.Int("bytes", seen.bytes), slog.Duration("took", ended.Sub(began)),
				slog.String("request", w.Header().Get("X-Request-Id")))
			_ = to.Handle(r.Context(), line) // nobody is left to be told
		}()
		next.ServeHTTP(seen, r)
	})
}

// answer remembers how a request ended.
type answer struct {
	http.ResponseWriter
	status, bytes int
}

func (a *answer) WriteHeader(status int) {
	a.status = status
	a.ResponseWriter.WriteHeader(status)
}

func (a *answer) Write(b []byte) (int, error) {
	n, err := a.ResponseWriter.Write(b)
	a.bytes += n
	return n, err
}

// Unwrap lets the server reach the writer behind.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }
