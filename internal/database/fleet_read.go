package database

import (
	"context"
	"database/sql"
	"errors"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/internal/rows"
)

// fleetReader reads from the server of the context.
type fleetReader struct{ *fleet }

// Dialect is dialect.Postgres.
func (fleetReader) Dialect() string { return dialect.Postgres }

// Read runs a statement; see rows.Reader.
func (f fleetReader) Read(ctx context.Context, statement string, args []any, each func(rows.Row) error) error {
	return f.ReadAll(ctx, []rows.Statement{{Text: statement, Args: args, Each: each}})
}

// ReadEach sends the statement for all ids together; see rows.Reader.
func (f fleetReader) ReadEach(ctx context.Context, statement string, ids []int64, args []any, each func(int64, rows.Row) error) error {
	return f.ReadAll(ctx, repeated(statement, ids, args, each))
}

// ReadAll sends statements together; see rows.Reader. Rows that were handed over are not taken back, so that only statements
// without any are run again elsewhere.
func (f fleetReader) ReadAll(ctx context.Context, all []rows.Statement) error {
	var begun bool
	var late error // what is not the affair of another server
	heard := make([]rows.Statement, len(all))
	for i, s := range all {
		heard[i] = rows.Statement{Text: s.Text, Args: s.Args, Each: func(r rows.Row) error {
			begun = true
			late = s.Each(r)
			return late
		}}
	}
	err := f.run(ctx, func(asked context.Context, s *server) (bool, error) {
		err := s.reader.ReadAll(asked, heard)
		if err == nil || late == nil && !begun {
			return false, err
		}
		if late == nil { // the server is lost in the middle
			late = err
			if errors.Is(context.Cause(asked), errSilent) {
				late = errSilent
			}
			if gone(err) && ctx.Err() == nil {
				f.leave(s, err)
			}
		}
		return false, errLate
	})
	if late != nil {
		return late
	}
	return err
}

// errLate ends a run without another server.
var errLate = errors.New("some rows were read")

func (f fleetReader) stats(into *sql.DBStats) {
	*into = sql.DBStats{}
	for _, server := range f.servers() {
		var s sql.DBStats
		server.reader.stats(&s)
		into.MaxOpenConnections += s.MaxOpenConnections
		into.OpenConnections += s.OpenConnections
		into.InUse += s.InUse
		into.Idle += s.Idle
		into.WaitCount += s.WaitCount
		into.WaitDuration += s.WaitDuration
		into.MaxIdleTimeClosed += s.MaxIdleTimeClosed
		into.MaxLifetimeClosed += s.MaxLifetimeClosed
	}
}

// fleetDriver is what ent asks. Questions go to the server of the context; all that could write goes to the primary.
type fleetDriver struct {
	*entsql.Driver // the primary's
	fleet          *fleet
}

// Query asks a question.
func (d *fleetDriver) Query(ctx context.Context, query string, args, v any) error {
	return d.fleet.run(ctx, func(asked context.Context, s *server) (bool, error) {
		return true, s.client.Query(asked, query, args, v)
	})
}

// QueryContext asks a question in SQL.
func (d *fleetDriver) QueryContext(ctx context.Context, query string, args ...any) (found *sql.Rows, err error) {
	err = d.fleet.run(ctx, func(asked context.Context, s *server) (bool, error) {
		found, err = s.client.QueryContext(asked, query, args...) //nolint:sqlclosecheck,rowserrcheck // the caller's to close
		return true, err
	})
	return found, err
}

// Close leaves the closing to the fleet.
func (d *fleetDriver) Close() error { return nil }
