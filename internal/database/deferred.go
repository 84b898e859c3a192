package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"

	"entgo.io/ent/dialect"
	"golang.org/x/sync/errgroup"
)

// deferred is the table of what was taken away from other tables and is to be made again, begun in the order of position. It is
// there only while something is: what it names was taken away in the transaction that wrote it.
const deferred = "deferred_indexes"

// Defer takes away, until Make is called, what makes it slow to load into an empty database of PostgreSQL: the indexes but
// those that are named, and the foreign keys that only check (those that also set null are needed, but for those to councils,
// which never go). Finding each row's place in each index takes most of the time, sorting all rows once a third of it. If
// the program is stopped, what is missing is known and can be made later; where something is
// missing already, nothing more is taken. SQLite keeps all.
func (d *Database) Defer(ctx context.Context, but []string) (err error) {
	if d.Dialect != dialect.Postgres {
		return nil
	}
	if missing, err := d.Deferred(ctx); err != nil || missing > 0 {
		return err
	}
	tx, err := d.DB.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin a transaction: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("take indexes away: %w", err), tx.Rollback())
		}
	}()
	if _, err := tx.ExecContext(ctx, `CREATE TABLE IF NOT EXISTS `+deferred+` (position serial PRIMARY KEY, name text NOT NULL, make text NOT NULL)`); err != nil {
		return err
	}
	steps, err := deferredSteps(ctx, tx, `
		SELECT i.indexname, format('DROP INDEX %I', i.indexname), i.indexdef, 1 AS part FROM pg_indexes i
		WHERE i.schemaname = current_schema() AND i.tablename <> 'goose_db_version' AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)
		UNION ALL
		SELECT c.conname, format('ALTER TABLE %I DROP CONSTRAINT %I', t.relname, c.conname),
			format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)), 2
		FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class o ON o.oid = c.confrelid
		WHERE c.contype = 'f' AND t.relnamespace = current_schema()::regnamespace AND (c.confdeltype = 'a' OR o.relname = 'councils')
		ORDER BY part, 1`) // foreign keys are checked last, by the indexes
	if err != nil {
		return err
	}
	for _, s := range steps {
		if slices.Contains(but, s.name) {
			continue
		}
		if _, err := tx.ExecContext(ctx, s.drop); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO `+deferred+` (name, make) VALUES ($1, $2)`, s.name, s.make); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// deferredStep is what was taken away, and how to make it again.
type deferredStep struct{ name, drop, make string }

func deferredSteps(ctx context.Context, tx *sql.Tx, query string) (out []deferredStep, err error) {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var s deferredStep
		var part int
		if err := rows.Scan(&s.name, &s.drop, &s.make, &part); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// Deferred is how many indexes and foreign keys were taken away by Defer and are to be made.
func (d *Database) Deferred(ctx context.Context) (int, error) {
	if d.Dialect != dialect.Postgres {
		return 0, nil
	}
	var there bool
	if err := d.DB.QueryRowContext(ctx, `SELECT to_regclass(current_schema() || '.`+deferred+`') IS NOT NULL`).Scan(&there); err != nil || !there {
		return 0, wrapped("look for missing indexes", err)
	}
	var n int
	err := d.DB.QueryRowContext(ctx, `SELECT count(*) FROM `+deferred).Scan(&n)
	if forgotten(err) {
		return 0, nil
	}
	return n, wrapped("count missing indexes", err)
}

// forgotten says that another program has just made the last of what was missing, and dropped the table of it.
func forgotten(err error) bool {
	const undefinedTable = "42P01"
	var state interface{ SQLState() string }
	return errors.As(err, &state) && state.SQLState() == undefinedTable
}

// makers is how many indexes are made at a time: one of them sorts while the other writes. More would each want the
// memory for sorting.
const makers = 2

// Make makes what Defer has taken away, each for good: the indexes, some at a time, and then the foreign keys, which are
// checked by them. Progress, if it is set, is told the name of each before it is made and how many are left. Where nothing is
// missing it does nothing.
func (d *Database) Make(ctx context.Context, progress func(name string, left int)) error {
	if d.Dialect != dialect.Postgres {
		return nil
	}
	left, err := d.Deferred(ctx)
	if err != nil {
		return err
	}
	m := making{db: d, progress: progress}
	if left > 0 {
		group, grouped := errgroup.WithContext(ctx)
		for range makers {
			group.Go(func() error { return m.all(grouped, nextIndex) })
		}
		if err := group.Wait(); err != nil {
			return fmt.Errorf("make what was left for later: %w", err)
		}
		if err := m.all(ctx, nextOfAll); err != nil {
			return fmt.Errorf("make what was left for later: %w", err)
		}
	}
	return wrapped("forget what was missing", d.forgetDeferred(ctx))
}

// forgetDeferred drops the table of what is missing, where nothing is: another program may be taking indexes away at this moment, and
// what it notes must not be lost.
func (d *Database) forgetDeferred(ctx context.Context) error {
	_, err := d.DB.ExecContext(ctx, `DO $$ BEGIN
		IF to_regclass(current_schema() || '.`+deferred+`') IS NULL THEN
			RETURN;
		END IF;
		LOCK TABLE `+deferred+` IN ACCESS EXCLUSIVE MODE;
		IF NOT EXISTS (SELECT 1 FROM `+deferred+`) THEN
			DROP TABLE `+deferred+`;
		END IF;
	END $$`)
	if forgotten(err) { // another has just dropped it
		return nil
	}
	return err
}

// What is made next: an index that nobody is at, or whatever is left, when others have made what they are at.
const (
	nextIndex = `WHERE make LIKE 'CREATE %' ORDER BY position LIMIT 1 FOR UPDATE SKIP LOCKED`
	nextOfAll = `ORDER BY position LIMIT 1 FOR UPDATE`
)

// taking is the statement that takes what is next out of what is missing: others see it there until the transaction that makes it ends
// well, and pass it by or wait. There are hundreds, most of little tables, so it also says how many are left, and gives memory for sorting.
func taking(next string) string {
	return `DELETE FROM ` + deferred + ` WHERE position = (SELECT position FROM ` + deferred + ` ` + next +
		`) RETURNING name, make, (SELECT count(*) FROM ` + deferred + `), set_config('maintenance_work_mem', '256MB', true)`
}

// making makes what was taken away.
type making struct {
	db       *Database
	told     sync.Mutex
	progress func(name string, left int)
}

// all makes one after the other, as long as there is a next.
func (m *making) all(ctx context.Context, next string) error {
	for {
		made, err := m.one(ctx, next)
		if err != nil || !made && next == nextIndex {
			return err
		}
		if made {
			continue
		}
		if left, err := m.db.Deferred(ctx); err != nil || left == 0 {
			return err
		}
	}
}

// one makes the next, false where there is none.
func (m *making) one(ctx context.Context, next string) (made bool, err error) {
	tx, err := m.db.DB.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tx.Rollback())
		}
	}()
	var s deferredStep
	var left int
	var memory string
	err = tx.QueryRowContext(ctx, taking(next)).Scan(&s.name, &s.make, &left, &memory)
	if errors.Is(err, sql.ErrNoRows) || forgotten(err) { // another has just made it
		return false, tx.Rollback()
	}
	if err != nil {
		return false, err
	}
	m.tell(s.name, left)
	if _, err := tx.ExecContext(ctx, s.make); err != nil {
		return false, fmt.Errorf("%s: %w", s.name, err)
	}
	return true, tx.Commit()
}

func (m *making) tell(name string, left int) {
	if m.progress == nil {
		return
	}
	m.told.Lock()
	defer m.told.Unlock()
	m.progress(name, left)
}

// wrapped is an error with what was done, nil for none.
func wrapped(what string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", what, err)
}
