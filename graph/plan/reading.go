package plan

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"entgo.io/ent/dialect"

	"councilgraph/internal/rows"
)

// reading is the rows of one place of the plan while they are being read, with the statements that give them.
type reading struct {
	statements []asking
	// finish reads what belongs to the rows, when they are there.
	finish func(context.Context) error
}

// asking is a statement, and what takes its rows.
type asking struct {
	statement
	take func(rows.Row) error
	// ids are those that the statement is run for, one after the other: before its arguments comes the id. Nil is once.
	ids    []int64
	takeOf func(id int64, row rows.Row) error
	// instead gives another statement for the same rows, where this takes longer than patience; nil for none.
	instead func() (statement, error)
}

// readAll reads the rows of several places. Those of a server are asked for together, as each answer has a way to go.
func (r *run) readAll(ctx context.Context, all []reading) error {
	if r.c.Reader.Dialect() == dialect.SQLite {
		for _, one := range all {
			for _, s := range one.statements {
				if err := r.ask(ctx, s); err != nil {
					return err
				}
			}
		}
		return nil
	}
	var together []rows.Statement
	var last asking
	for _, one := range all {
		for _, s := range one.statements {
			last = s
			together = append(together, rows.Statement{Text: s.text, Args: bindable(s.args), Each: s.take})
		}
	}
	switch len(together) {
	case 0:
		return nil
	case 1:
		return r.ask(ctx, last)
	}
	return r.c.Reader.ReadAll(ctx, together)
}

// ask runs one statement.
func (r *run) ask(ctx context.Context, a asking) error {
	if a.takeOf != nil {
		return r.c.Reader.ReadEach(ctx, a.text, a.ids, bindable(a.args), a.takeOf)
	}
	if a.instead == nil {
		return r.c.Reader.Read(ctx, a.text, bindable(a.args), a.take)
	}
	return r.patiently(ctx, a)
}

// bindable makes arguments such as a reader takes: an enum is a text.
func bindable(args []any) []any {
	for i, a := range args {
		switch a.(type) {
		case nil, int, int64, float64, bool, string, []int64, []string:
		default:
			if v := reflect.ValueOf(a); v.Kind() == reflect.String {
				args[i] = v.String()
			}
		}
	}
	return args
}

// byID reads the rows of a level with the ids, and all that belongs to them.
func (r *run) byID(ctx context.Context, l *level, ids []int64) (*table, error) {
	t := &table{level: l}
	all := []reading{{statements: r.named(t, ids)}}
	var early map[*list]func(context.Context) error
	if len(ids) == 1 && r.c.Reader.Dialect() != dialect.SQLite { // lists of the very node need not wait for it
		early = map[*list]func(context.Context) error{}
		for _, of := range l.lists {
			if of.key != 0 {
				continue
			}
			one, err := r.list(ctx, of, ids)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", of.name, err)
			}
			all, early[of] = append(all, one), one.finish
		}
	}
	if err := r.readAll(ctx, all); err != nil {
		return nil, err
	}
	return t, r.below(ctx, t, early)
}

// named are the statements that give the rows with the ids.
func (r *run) named(t *table, ids []int64) []asking {
	var out []asking
	for some := range slices.Chunk(ids, idsAtOnce) {
		out = append(out, asking{
			statement: t.level.byID(r.c.Reader.Dialect(), some),
			take:      func(row rows.Row) error { return r.take(t, row, nil, 0) },
		})
	}
	return out
}

// idsAtOnce is how many ids one statement looks up.
const idsAtOnce = 10_000

// below reads what belongs to the rows of a table. Early are the lists whose rows are there already.
func (r *run) below(ctx context.Context, t *table, early map[*list]func(context.Context) error) error {
	if t.n == 0 {
		return nil
	}
	var all []reading
	for _, l := range t.level.lists {
		if finish, ok := early[l]; ok {
			all = append(all, reading{finish: finish})
			continue
		}
		one, err := r.list(ctx, l, t.distinct(l.key))
		if err != nil {
			return fmt.Errorf("%s: %w", l.name, err)
		}
		all = append(all, one)
	}
	for _, one := range t.level.refs {
		found := &table{level: one.level}
		all = append(all, reading{
			statements: r.named(found, t.distinct(one.key)),
			finish: func(ctx context.Context) error {
				r.refs[one] = found.indexed()
				return r.below(ctx, found, nil)
			},
		})
	}
	if err := r.readAll(ctx, all); err != nil {
		return err
	}
	for _, one := range all {
		if err := one.finish(ctx); err != nil {
			return err
		}
	}
	for _, asked := range t.level.calls {
		found, err := r.called(ctx, asked, t.distinct(asked.key))
		if err != nil {
			return fmt.Errorf("%s.%s: %w", asked.kind.Name, asked.field.name, err)
		}
		r.calls[asked] = found
	}
	return nil
}
