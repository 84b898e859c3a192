package graph_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"entgo.io/ent/dialect"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/internal/dbtest"
	"councilgraph/internal/rows"
)

// late is a reader that gives a row or two of a list and then nothing until its time is over, unless all rows were to be found first.
type late struct {
	rows.Reader
	given int
}

const foundFirst = "OFFSET 0"

func (l *late) Read(ctx context.Context, statement string, args []any, each func(rows.Row) error) error {
	if l.Dialect() != dialect.Postgres || strings.Contains(statement, foundFirst) {
		return l.Reader.Read(ctx, statement, args, each)
	}
	some := errors.New("enough")
	_ = l.Reader.Read(ctx, statement, args, func(row rows.Row) error {
		if l.given++; l.given > 2 {
			return some
		}
		return each(row)
	})
	<-ctx.Done()
	return ctx.Err()
}

// A page for which PostgreSQL walks too far in the order of the list is found by its conditions instead, once the patience is over, and
// shows what it would have shown. SQLite has nothing to guess, and is asked once.
func TestLate(t *testing.T) {
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 300, Councils: 2, Seed: 3, Derived: true}); err != nil {
		t.Fatal(err)
	}
	for _, arguments := range []string{
		`where:{kind:RESOLVED},orderBy:[{field:DATE,direction:DESC}]`,
		`where:{kindNEQ:RESOLVED,or:[{dateGTE:"2000-01-01"},{number:"1"}]},last:3`,
		`where:{textMatches:"council",dateGTE:"2000-01-01"},orderBy:[{field:POSITION}]`,
	} {
		query := `{resolutions(` + arguments + `){nodes{id date kind agendaItem{title}} pageInfo{endCursor hasNextPage hasPreviousPage}}}`
		want := (&heard{Reader: db.Reader()}).ask(t, db, query)
		slow := &late{Reader: db.Reader()}
		listening := &heard{Reader: slow}
		if got := listening.ask(t, db, query); got != want || !strings.Contains(got, `"id"`) {
			t.Errorf("%s: late %s\nand else %s", arguments, got, want)
		}
		instead := strings.Contains(strings.Join(listening.statements, ""), foundFirst)
		if instead != (db.Dialect == dialect.Postgres) || instead != (slow.given > 0) {
			t.Errorf("%s: %d rows came late, and instead was asked: %t", arguments, slow.given, instead)
		}
	}
}
