package graph

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"testing"

	"github.com/vektah/gqlparser/v2/gqlerror"
)

// state is an error of PostgreSQL.
type state string

func (s state) Error() string    { return "ERROR (SQLSTATE " + string(s) + ")" }
func (s state) SQLState() string { return string(s) }

// A statement that was stopped because its time was up is told as such, by either database; another failure of the
// database is not.
func TestPresent_stopped(t *testing.T) {
	show := present(slog.New(slog.NewTextHandler(io.Discard, nil)), func(context.Context) string { return "x" })
	for _, c := range []struct {
		err  error
		code string
	}{
		{state("57014"), CodeTimeout},
		{context.DeadlineExceeded, CodeTimeout},
		{state("53300"), CodeInternal},
		{errors.New("disk full"), CodeInternal},
	} {
		if got := show(t.Context(), gqlerror.Wrap(fmt.Errorf("read resolutions: %w", c.err))); got.Extensions["code"] != c.code {
			t.Errorf("%v is shown as %v, want %s", c.err, got.Extensions["code"], c.code)
		}
	}
}
