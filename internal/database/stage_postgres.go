package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"entgo.io/ent/dialect"
)

// stageLock is what a stage holds, with a number of its own, for as long as it is being made.
const stageLock = 0x726573

func stagePostgres(ctx context.Context, address string, replace bool) (_ *Stage, err error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, errors.New("the address cannot be read; write it as postgres://USER:PASSWORD@HOST/NAME")
	}
	target, err := Open(ctx, address)
	if err != nil {
		return nil, err
	}
	held, err := target.DB.Conn(ctx) // it holds the lock, and is otherwise left alone
	if err != nil {
		return nil, errors.Join(err, target.Close())
	}
	end := func() error { return errors.Join(held.Close(), target.Close()) }
	defer func() {
		if err != nil {
			err = errors.Join(err, end())
		}
	}()
	if err := vacantPostgres(ctx, held, replace); err != nil {
		return nil, err
	}
	if err := removeStages(ctx, held); err != nil {
		return nil, err
	}
	name := newStageName()
	for _, statement := range []string{fmt.Sprintf("SELECT pg_advisory_lock(%d, hashtext('%s'))", stageLock, name), "CREATE SCHEMA " + name} {
		if _, err := held.ExecContext(ctx, statement); err != nil {
			return nil, fmt.Errorf("make a schema beside the graph's: %w", err)
		}
	}
	within := u.Query()
	within.Set("search_path", name)
	u.RawQuery = within.Encode()
	s := &Stage{}
	if s.Store, err = Open(ctx, u.String()); err != nil {
		_, undone := held.ExecContext(context.WithoutCancel(ctx), "DROP SCHEMA "+name)
		return nil, errors.Join(err, undone)
	}
	published := false
	s.publish = func(ctx context.Context, replace bool) error {
		err := s.Store.Close()
		if err == nil {
			err = publishPostgres(ctx, held, name, replace)
		}
		published = err == nil
		return err
	}
	s.discard = func() error {
		_ = s.Store.Close() // it may be closed
		if !published {
			_, err = held.ExecContext(context.Background(), "DROP SCHEMA "+name+" CASCADE")
		}
		return errors.Join(err, end())
	}
	return s, nil
}

// removeStages removes what was left by programs that are there no more.
func removeStages(ctx context.Context, conn *sql.Conn) error {
	var left []string
	err := each(ctx, conn, fmt.Sprintf("SELECT nspname FROM pg_namespace WHERE nspname LIKE '%s%%' AND pg_try_advisory_lock(%d, hashtext(nspname))",
		strings.ReplaceAll(stageName, "_", `\_`), stageLock), func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		left = append(left, name)
		return err
	})
	for _, name := range left {
		if err == nil {
			_, err = conn.ExecContext(ctx, `DROP SCHEMA "`+name+`" CASCADE`)
		}
		if err == nil {
			_, err = conn.ExecContext(ctx, fmt.Sprintf("SELECT pg_advisory_unlock(%d, hashtext('%s'))", stageLock, name))
		}
	}
	if err != nil {
		return fmt.Errorf("remove what an earlier restore left: %w", err)
	}
	return nil
}

// publishPostgres moves all tables of the stage's schema to where the address leads, in the place of those that are there.
func publishPostgres(ctx context.Context, conn *sql.Conn, stage string, replace bool) (err error) {
	if _, err := conn.ExecContext(ctx, "BEGIN; SET LOCAL lock_timeout = '60s'"); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_, undone := conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
			err = errors.Join(fmt.Errorf("put the tables in their place: %w", err), undone)
		}
	}()
	var own string
	if err := conn.QueryRowContext(ctx, "SELECT current_schema()").Scan(&own); err != nil {
		return err
	}
	var fresh, old []string
	err = each(ctx, conn, fmt.Sprintf(`SELECT n.relname, EXISTS (SELECT 1 FROM pg_class o WHERE o.relname = n.relname AND o.relkind = 'r' AND o.relnamespace = current_schema()::regnamespace)
		FROM pg_class n WHERE n.relkind = 'r' AND n.relnamespace = '%s'::regnamespace ORDER BY 1`, stage), func(rows *sql.Rows) error {
		var name string
		var there bool
		err := rows.Scan(&name, &there)
		fresh = append(fresh, name)
		if there {
			old = append(old, `"`+own+`"."`+name+`"`)
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(old) > 0 {
		all := strings.Join(old, ", ")
		if _, err := conn.ExecContext(ctx, "LOCK TABLE "+all+" IN ACCESS EXCLUSIVE MODE"); err != nil {
			return err
		}
		if err := vacantPostgres(ctx, conn, replace); err != nil {
			return err
		}
		if _, err := conn.ExecContext(ctx, "DROP TABLE "+all); err != nil {
			return err
		}
	}
	for _, name := range fresh {
		if _, err := conn.ExecContext(ctx, `ALTER TABLE "`+stage+`"."`+name+`" SET SCHEMA "`+own+`"`); err != nil {
			return fmt.Errorf("move %s: %w", name, err)
		}
	}
	if _, err := conn.ExecContext(ctx, "DROP SCHEMA "+stage); err != nil {
		return err
	}
	_, err = conn.ExecContext(ctx, "COMMIT")
	return err
}

// vacantPostgres fails where the tables hold pages, unless they are to be replaced.
func vacantPostgres(ctx context.Context, conn *sql.Conn, replace bool) error {
	if replace {
		return nil
	}
	table, err := filled(ctx, conn, dialect.Postgres)
	if err == nil && table != "" {
		err = ErrOccupied
	}
	return err
}
