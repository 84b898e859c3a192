package load

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	entsql "entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/council"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/link"
)

// Curation is what a person can look at and decide about the people of one council.
type Curation struct {
	Council    string       // slug
	Open       []OpenName   // the most frequent first
	Duplicates []link.Pair  // people who are likely one, by their keys
	Unfit      []link.Unfit // corrections that fit nothing
	// Written are the names under which the pages name each person, by key: with titles where the name alone
	// is a surname.
	Written map[string][]string
}

// OpenName is a name or a role that is settled to nobody.
type OpenName struct {
	AsWritten  string
	Role       bool // a role alone
	Count      int  // namings, each page's once
	Candidates []string
	Example    string // address of a source that names it
}

// People is what is open about the people of a council, given the corrections.
func (l *Loader) People(ctx context.Context, code string) (Curation, error) {
	var out Curation
	_, err := l.transaction(ctx, func(w *writer) error {
		b, err := w.batch(ctx, code)
		if err != nil {
			return err
		}
		stored, err := b.readStored(ctx, entsql.EQ("council_id", b.council.ID))
		if err != nil {
			return err
		}
		out, err = b.curation(ctx, stored)
		return err
	})
	return out, err
}

// Named are the register codes of the councils whose pages name people, in order.
func (l *Loader) Named(ctx context.Context) ([]string, error) {
	codes, err := l.client.Council.Query().Where(council.HasSources()).Order(ent.Asc(council.FieldSlug)).Select(council.FieldRegisterCode).Strings(ctx)
	if err != nil {
		return nil, fmt.Errorf("find the councils with pages: %w", err)
	}
	return codes, nil
}

func (b *batch) curation(ctx context.Context, stored []*remembered) (Curation, error) {
	out := Curation{Council: b.council.Slug, Written: map[string][]string{}}
	seen := map[link.Ref]int64{}
	var mentions []link.Mention
	for _, s := range stored {
		if _, again := seen[s.mention.Ref]; !again {
			seen[s.mention.Ref] = s.source
			mentions = append(mentions, s.mention)
		}
	}
	result := link.Resolve(mentions, b.loader.corrections[b.council.RegisterCode], Slug)
	out.Duplicates, out.Unfit = link.Duplicates(result, mentions), result.Unfit
	open := map[string]*OpenName{}
	example := map[string]int64{}
	for _, m := range mentions {
		answer := result.Answers[m.Ref]
		if answer.Person != "" {
			for _, text := range asWritten(m) {
				if !slices.Contains(out.Written[answer.Person], text) {
					out.Written[answer.Person] = append(out.Written[answer.Person], text)
				}
			}
			continue
		}
		name := cmp.Or(strings.TrimSpace(m.Title+" "+m.Name), m.Role)
		o := open[name]
		if o == nil {
			o = &OpenName{AsWritten: name, Role: m.Name == ""}
			open[name] = o
		}
		o.Count++
		o.Candidates = append(o.Candidates, answer.Candidates...)
		if id := seen[m.Ref]; example[name] == 0 || id < example[name] {
			example[name] = id
		}
	}
	addresses, err := b.addresses(ctx, example)
	if err != nil {
		return out, err
	}
	for _, name := range sorted(open) {
		o := open[name]
		slices.Sort(o.Candidates)
		o.Candidates = slices.Compact(o.Candidates)
		o.Example = addresses[example[name]]
		out.Open = append(out.Open, *o)
	}
	slices.SortStableFunc(out.Open, func(x, y OpenName) int { return y.Count - x.Count })
	return out, nil
}

// addresses are the addresses of sources, by their ids.
func (b *batch) addresses(ctx context.Context, sources map[string]int64) (map[int64]string, error) {
	var ids []int
	for _, id := range sources {
		ids = append(ids, int(id))
	}
	slices.Sort(ids)
	out := map[int64]string{}
	for chunk := range slices.Chunk(slices.Compact(ids), bound) {
		found, err := b.store.tx.Source.Query().Where(entsource.IDIn(chunk...)).Select(entsource.FieldID, entsource.FieldURI).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("find examples: %w", err)
		}
		for _, s := range found {
			out[int64(s.ID)] = s.URI
		}
	}
	return out, nil
}

// asWritten is how a page writes a name: the name where it says more than a surname, and with its title.
func asWritten(m link.Mention) []string {
	var out []string
	if strings.Contains(strings.TrimSpace(m.Name), " ") {
		out = append(out, m.Name)
	}
	if m.Name != "" && m.Title != "" {
		out = append(out, m.Title+" "+m.Name)
	}
	return out
}

// errTried ends a transaction that was only to be tried.
var errTried = errors.New("tried")

// TryRelink is what Relink would do; nothing is changed.
func (l *Loader) TryRelink(ctx context.Context, code string) (Outcome, error) {
	return l.transaction(ctx, func(w *writer) error {
		if err := w.relink(ctx, code); err != nil {
			return err
		}
		return errTried
	})
}

// Forget takes the addresses of nodes that are no more out of the feed and of the addresses, where a
// redaction must leave no trace of a name. Nodes that stand keep theirs. The council is noted as changed, so that nobody is
// given the addresses again who asked for the feed before.
func (l *Loader) Forget(ctx context.Context, council, uri string) error {
	_, err := l.transaction(ctx, func(w *writer) error {
		b, err := w.batch(ctx, council)
		if err != nil {
			return err
		}
		for _, query := range []*entsql.UpdateBuilder{
			w.store.sql().Update("changes").SetNull("node_uri").Where(entsql.EQ("node_uri", uri)),
			w.store.sql().Update("changes").SetNull("survivor_uri").Where(entsql.EQ("survivor_uri", uri)),
		} {
			text, args := query.Query()
			if _, err := w.store.tx.ExecContext(ctx, text, args...); err != nil {
				return fmt.Errorf("take %s out of the feed: %w", uri, err)
			}
		}
		if err := w.store.remove(ctx, "addresses", "uri", []any{uri}); err != nil {
			return err
		}
		b.store.derived = true
		return b.writeChanges(ctx)
	})
	return err
}
