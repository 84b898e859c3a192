// Package queue opens the queue of jobs that belongs to a store. It is River's: jobs wait, are worked, are tried again
// and are kept for a while, by any number of processes.
//
// With PostgreSQL its tables (river_*) stand beside the graph's. With SQLite they are a file of their own beside the
// database: a queue writes every few seconds, and would wait for whoever loads pages.
package queue

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/riverdriver/riversqlite"
	"github.com/riverqueue/river/rivermigrate"
	"github.com/riverqueue/river/rivertype"

	"councilgraph/internal/database"
)

// Queue is an open queue. Insert, JobList, Start and Stop are River's.
type Queue struct {
	client
	shut func() error
}

// client is what both databases' clients can.
type client interface {
	Insert(ctx context.Context, args river.JobArgs, opts *river.InsertOpts) (*rivertype.JobInsertResult, error)
	JobList(ctx context.Context, params *river.JobListParams) (*river.JobListResult, error)
	Start(ctx context.Context) error
	Stop(ctx context.Context) error
	StopAndCancel(ctx context.Context) error
}

// Open brings the queue's tables up to date and opens it. Close it when it has stopped.
func Open(ctx context.Context, d *database.Database, config *river.Config) (*Queue, error) {
	if pool := d.Pool(); pool != nil {
		if err := Migrate(ctx, d); err != nil {
			return nil, err
		}
		c, err := river.NewClient(riverpgxv5.New(pool), config)
		if err != nil {
			return nil, fmt.Errorf("open the queue of jobs: %w", err)
		}
		return &Queue{c, nil}, nil
	}
	db, err := d.Beside(ctx, ".queue")
	if err != nil {
		return nil, fmt.Errorf("open the queue of jobs: %w", err)
	}
	driver := riversqlite.New(db)
	if err := bring(ctx, driver); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	c, err := river.NewClient(driver, config)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open the queue of jobs: %w", err), db.Close())
	}
	return &Queue{c, db.Close}, nil
}

// Close closes what was opened for the queue alone.
func (q *Queue) Close() error {
	if q.shut == nil {
		return nil
	}
	return q.shut()
}

// advisory is the lock by which programs that bring the tables up to date take turns.
const advisory = 7_205_759_403_792_794

// Migrate brings the tables of a queue up to date that stands in the graph's own database; where it has a file of its
// own there is nothing to do before it is used.
func Migrate(ctx context.Context, d *database.Database) error {
	pool := d.Pool()
	if pool == nil {
		return nil
	}
	driver := riverpgxv5.New(pool)
	if ready, err := current(ctx, driver); err != nil || ready {
		return err
	}
	// The lock is of a transaction, so that it also holds behind a pooler; the tables are made beside it.
	turn, err := pool.Begin(ctx)
	if err != nil {
		return fmt.Errorf("migrate the queue of jobs: %w", err)
	}
	defer func() { _ = turn.Rollback(context.WithoutCancel(ctx)) }()
	if _, err := turn.Exec(ctx, "SELECT pg_advisory_xact_lock($1)", advisory); err != nil {
		return fmt.Errorf("migrate the queue of jobs: %w", err)
	}
	return bring(ctx, driver)
}

// current says whether all tables are there.
func current[T any](ctx context.Context, driver riverdriver.Driver[T]) (bool, error) {
	m, err := migrator(driver)
	if err != nil {
		return false, err
	}
	found, err := m.Validate(ctx, nil)
	if err != nil {
		return false, fmt.Errorf("look at the queue of jobs: %w", err)
	}
	return found.OK, nil
}

// bring makes the tables that are missing, each step in a transaction of its own.
func bring[T any](ctx context.Context, driver riverdriver.Driver[T]) error {
	m, err := migrator(driver)
	if err != nil {
		return err
	}
	if _, err := m.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return fmt.Errorf("migrate the queue of jobs: %w", err)
	}
	return nil
}

func migrator[T any](driver riverdriver.Driver[T]) (*rivermigrate.Migrator[T], error) {
	m, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		return nil, fmt.Errorf("read the steps of the queue of jobs: %w", err)
	}
	return m, nil
}
