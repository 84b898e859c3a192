package graph

import (
	"context"

	"councilgraph/graph/model"
)

// The terms of the data. docs/register.md names the lists that the register of councils is made of.
const (
	licence = "The records are their councils' own: each source has the licence that its council states for it, null where it states none. " +
		"The register of councils contains data from mySociety under the Creative Commons Attribution 4.0 licence (https://creativecommons.org/licenses/by/4.0/)."
	attribution = "Name the council, and the page that a fact was read from: its source has the address. " +
		"For the register of councils: contains data from mySociety's list of UK local authorities (CC BY 4.0) and from DemocracyClub's list (MIT), joined and changed."
)

// Terms are under what terms the data may be used, and how to name where it is from.
func Terms() (licensed, named string) { return licence, attribution }

// dataset is the data as a whole, at its version by now.
func (r *Resolver) dataset(ctx context.Context) (*model.Dataset, error) {
	v, err := r.version(ctx)
	if err != nil {
		return nil, err
	}
	d := &model.Dataset{Version: v.String(), LastIngest: v.when(), Licence: licence, Attribution: attribution, Counts: func(ctx context.Context, table string) (int, error) {
		return r.counts.of(ctx, v, table, r.countRows)
	}}
	return d, nil
}
