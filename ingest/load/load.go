// Package load turns records into rows of the graph: one transaction for a batch of documents, council by
// council, every node found again by its key, and nothing changed where nothing is new.
//
// A document's facts are stored as statements (the evidence rows), and the nodes are computed from all
// statements about them. So a page read twice changes nothing, the order in which pages are read does
// not matter, and a page that no longer says something takes back just that.
package load

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"councilgraph/ent"
	entsource "councilgraph/ent/source"
	"councilgraph/ingest/link"
	"councilgraph/ingest/record"
)

// Loader writes documents into one store.
type Loader struct {
	client  *ent.Client
	dialect string
	version int
	now     func() time.Time
	read    Reader
	kinds   []*kind           // in the order of writing
	source  *kind             // a source's own row
	tables  map[string]string // by kind

	derivations []derivation
	held        int // pagesHeld
	packers     *packers
	corrections map[string][]link.Correction // by the council's register code
}

// Correct makes the loader honour decisions of people about who is who, by the register code of the council.
// It holds for what is loaded from then on; Relink brings the pages of a council in step.
func (l *Loader) Correct(corrections map[string][]link.Correction) { l.corrections = corrections }

// ReadWith makes the loader read the pages that it keeps by another reader, such as one that takes words out.
func (l *Loader) ReadWith(read Reader) { l.read = read }

// Relink settles anew who all namings of a council are, after the corrections have changed.
func (l *Loader) Relink(ctx context.Context, council string) (Outcome, error) {
	return l.transaction(ctx, func(w *writer) error { return w.relink(ctx, council) })
}

func (w *writer) relink(ctx context.Context, council string) error {
	b, err := w.batch(ctx, council)
	if err != nil {
		return err
	}
	b.everybody = true
	return b.load(ctx)
}

// Reader reads a document as the store keeps it. It gives the document's bytes after redaction and the
// page that they make.
type Reader func(record.Document) (Reading, error)

// Reading is a document that has been read. The document's bytes are those after redaction, and its
// Council is a register code.
type Reading struct {
	record.Document
	Redacted bool // whether anything was removed from the bytes
	Page     *record.Page

	packed []byte // the bytes as they are kept; nil where that is left to Load
}

// Pack compresses the document's bytes for the store: whoever reads many documents at a time takes that off the one
// who writes them.
func (l *Loader) Pack(r *Reading) (err error) {
	r.packed, err = l.packers.pack(r.Bytes)
	return err
}

// New makes a loader. The dialect is the store's, the version that of the reading rules, now the clock
// that dates the change feed. The loader asks read for a page that it keeps where a new page changes
// what the old one means.
func New(client *ent.Client, dialect string, version int, now func() time.Time, read Reader) (*Loader, error) {
	if err := checkDialect(dialect); err != nil {
		return nil, err
	}
	all, src, err := kinds()
	if err != nil {
		return nil, err
	}
	tables := map[string]string{"Council": "councils"}
	for _, k := range all {
		tables[k.name] = k.table
	}
	return &Loader{
		client: client, dialect: dialect, version: version, now: now, read: read, kinds: all, source: src, tables: tables,
		derivations: derivations(), held: pagesHeld, packers: newPackers(),
	}, nil
}

// ErrUnknownCouncil says that a document's council is not in the register.
var ErrUnknownCouncil = errors.New("no such council in the register; pass its GSS or register code")

// Load writes what documents say, all of it or nothing. What comes of it is the same whether documents are loaded
// together or one by one, and in whatever order. SQLite takes those of several councils together, and writes of one while the next
// is worked out; PostgreSQL does not, as whoever writes there waits for what all councils share until the transaction ends.
func (l *Loader) Load(ctx context.Context, docs ...Reading) (Outcome, error) {
	if len(docs) == 0 {
		return Outcome{}, nil
	}
	return untilAlone(func() (Outcome, error) { return l.loadOnce(ctx, docs) })
}

// untilAlone does work anew, as often as meetings, where another writer came in its way.
func untilAlone(work func() (Outcome, error)) (Outcome, error) {
	for met := 0; ; met++ {
		out, err := work()
		if met == meetings || !collided(err) {
			return out, err
		}
	}
}

func (l *Loader) loadOnce(ctx context.Context, docs []Reading) (Outcome, error) {
	councils := Councils(docs)
	if len(councils) > 1 && l.Writers() > 1 {
		return nil, fmt.Errorf("documents of the councils %s and %s cannot be loaded together into PostgreSQL", councils[0][0].Council, councils[1][0].Council)
	}
	return l.transaction(ctx, func(w *writer) error {
		for _, of := range councils {
			one := l.writer(w.store.tx)
			if err := one.documents(ctx, of); err != nil {
				return err
			}
			w.outcome.Add(one.outcome)
		}
		return nil
	})
}

// Councils are documents by their councils, each with all of its own in their order.
func Councils(docs []Reading) (out [][]Reading) {
	at := map[string]int{}
	for _, d := range docs {
		i, known := at[d.Council]
		if !known {
			i = len(out)
			at[d.Council], out = i, append(out, nil)
		}
		out[i] = append(out[i], d)
	}
	return out
}

// documents writes what documents of one council say.
func (w *writer) documents(ctx context.Context, docs []Reading) error {
	b, err := w.batch(ctx, docs[0].Council)
	if err != nil {
		return err
	}
	for _, doc := range docs {
		b.taking(doc.Document)
		if err := b.take(ctx, doc); err != nil {
			return err
		}
	}
	if err := b.writeSources(ctx); err != nil {
		return err
	}
	if err := b.contents(ctx); err != nil {
		return err
	}
	return b.load(ctx)
}

// meetings is how often a load begins anew that another writer came in the way of.
const meetings = 5

// collided says whether a transaction failed because another writer of PostgreSQL wrote the same at the same moment, such as
// texts of which both took the same number in the index of words, or each waited for the other. It goes well, begun anew.
func collided(err error) bool {
	var state interface{ SQLState() string }
	return errors.As(err, &state) && slices.Contains([]string{"23505", "40001", "40P01"}, state.SQLState())
}

// transaction does all of the work or nothing.
func (l *Loader) transaction(ctx context.Context, work func(*writer) error) (Outcome, error) {
	tx, err := l.client.Tx(ctx)
	if err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	w := l.writer(tx)
	if err := work(w); errors.Is(err, errTried) {
		return w.outcome, tx.Rollback()
	} else if err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return nil, fmt.Errorf("commit: %w", err)
	}
	return w.outcome, nil
}

func (l *Loader) writer(tx *ent.Tx) *writer {
	return &writer{loader: l, store: &store{tx: tx, dialect: l.dialect}, at: l.now().UTC().Format(time.RFC3339), outcome: Outcome{}}
}

// batch begins a batch of a council, alone with it.
func (w *writer) batch(ctx context.Context, council string) (*batch, error) {
	c, err := findCouncil(ctx, w.store.tx, council)
	if err != nil {
		return nil, err
	}
	w.councilID = int64(c.ID)
	if err := w.store.alone(ctx, c.ID); err != nil {
		return nil, err
	}
	b := &batch{writer: w, council: c, works: map[int]*work{}}
	others, err := w.store.tx.Source.Query().Where(entsource.CouncilID(c.ID)).Exist(ctx)
	if err != nil {
		return nil, fmt.Errorf("look for earlier pages: %w", err)
	}
	if w.store.first = !others; w.store.first {
		b.met = map[string]bool{}
	}
	return b, nil
}
