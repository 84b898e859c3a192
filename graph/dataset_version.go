package graph

import (
	"context"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent/change"
)

// dataVersion is what the graph holds, as a number that grows: the id of the last change. Whatever changes
// something writes a change in the same transaction, and writers take turns, so the same number means
// the same data.
type dataVersion struct {
	id int    // 0 where nothing was ever taken in
	at string // when the change was taken in, RFC 3339 in UTC; "" where nothing was
}

// String is the version as clients see it.
func (v dataVersion) String() string { return strconv.Itoa(v.id) }

func (v dataVersion) when() *string {
	if v.at == "" {
		return nil
	}
	return &v.at
}

// version is the version of the data by now: one look-up at the end of an index.
func (r *Resolver) version(ctx context.Context) (dataVersion, error) {
	if r.versions != nil {
		return r.versions.now(ctx)
	}
	last, err := orNil(r.Store.Change.Query().Select(change.FieldID, change.FieldAt).Order(change.ByID(sql.OrderDesc())).First(ctx))
	if last == nil || err != nil {
		return dataVersion{}, err
	}
	return dataVersion{last.ID, last.At}, nil
}

// DataVersion is the version of the data by now, and when its last change was taken in: RFC 3339 in UTC, nil
// where nothing was ever taken in.
func (r *Resolver) DataVersion(ctx context.Context) (version string, last *string, err error) {
	v, err := r.version(ctx)
	return v.String(), v.when(), err
}
