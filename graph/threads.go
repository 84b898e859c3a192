package graph

import (
	"context"

	"entgo.io/contrib/entgql"

	"councilgraph/ent"
)

// thread is an issue's items in the order in which the matter went through committees.
func (r *issueResolver) thread(ctx context.Context, of *ent.Issue, after *string, first *int, before *string, last *int) (*ent.AgendaItemConnection, error) {
	inTime := []*ent.AgendaItemOrder{{Direction: entgql.OrderDirectionAsc, Field: "THREAD"}}
	return of.AgendaItems(ctx, after, first, before, last, inTime, nil)
}
