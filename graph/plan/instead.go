package plan

import (
	"context"
	"time"

	"entgo.io/ent/dialect"
)

// patience is how long a statement may take that there is another for: few of those that were well planned take as long.
const patience = 2 * time.Second

// insteadsAtOnce is how many statements may be asked instead of others at a time. A server that is slow since it has much to do is not given
// more of it so.
const insteadsAtOnce = 2

// instead is the list's statement for where the database takes long over the first: PostgreSQL guesses how far it must walk in the list's
// order until it has found enough rows, and does not know where in the order they stand. It is nil where there is nothing to guess.
func (r *run) instead(l *list, p *page, w window) func() (statement, error) {
	if !w.guessed || r.c.Reader.Dialect() != dialect.Postgres {
		return nil
	}
	read := len(r.text)
	return func() (statement, error) {
		*p.rows, r.text = table{level: l.level, terms: p.rows.terms}, r.text[:read] // without what has come
		return l.level.sought(dialect.Postgres, w, nil)
	}
}

// patiently runs a statement, and the other instead where it takes longer than patience.
func (r *run) patiently(ctx context.Context, a asking) error {
	first, cancel := context.WithCancel(ctx)
	defer cancel()
	late, looked := false, make(chan struct{})
	over := time.AfterFunc(patience, func() {
		defer close(looked)
		select {
		case r.c.insteads <- struct{}{}:
			late = true
			cancel()
		default: // it goes on
		}
	})
	err := r.c.Reader.Read(first, a.text, bindable(a.args), a.take)
	if over.Stop() {
		return err
	}
	if <-looked; !late {
		return err
	}
	defer func() { <-r.c.insteads }()
	if err == nil || ctx.Err() != nil {
		return err
	}
	s, err := a.instead()
	if err != nil {
		return err
	}
	return r.c.Reader.Read(ctx, s.text, bindable(s.args), a.take)
}
