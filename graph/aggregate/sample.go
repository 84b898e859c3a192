package aggregate

import (
	"context"
	"fmt"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/amount"
	"councilgraph/ent/attendance"
	"councilgraph/ent/meeting"
	"councilgraph/ent/participation"
	"councilgraph/ent/resolution"
	"councilgraph/ent/vote"
	"councilgraph/internal/figures"
	"councilgraph/internal/relay"
)

// maxSample is how many nodes of a group are shown at most.
const maxSample = 10

// sample are the smallest ids of the group.
func (g *Group) sample(ctx context.Context, first int) ([]int, error) {
	if err := relay.Within("first", first, maxSample); err != nil {
		return nil, err
	}
	ids := []int{}
	if n, err := g.Aggregate.Count(); err != nil || n == 0 || first == 0 {
		return ids, err
	}
	query, err := g.set.whole.Query(ctx)
	if err != nil {
		return nil, err
	}
	joins := figures.NewJoins(query)
	for i, d := range g.Key.by {
		column := joins.Column(d.Column)
		switch v := g.Key.values[i]; {
		case v == nil:
			query.Where(sql.IsNull(column))
		case d.Period != figures.None:
			from, _ := v.(string)
			query.Where(sql.And(sql.GTE(column, from), sql.LT(column, d.Period.Next(from))))
		default:
			query.Where(sql.EQ(column, v))
		}
	}
	query.Select(query.C("id")).OrderBy(query.C("id")).Limit(first)
	err = g.set.whole.Read(ctx, query, func(row relay.Scanner) error {
		var id int
		err := row.Scan(&id)
		ids = append(ids, id)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read a sample: %w", err)
	}
	return ids, nil
}

// SampleAgendaItem are some items of the group.
func (g *Group) SampleAgendaItem(ctx context.Context, first int) ([]*ent.AgendaItem, error) {
	ids, err := g.sample(ctx, first)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return g.set.client.AgendaItem.Query().Where(agendaitem.IDIn(ids...)).Order(agendaitem.ByID()).All(ctx)
}

// SampleAmount are some sums of the group.
func (g *Group) SampleAmount(ctx context.Context, first int) ([]*ent.Amount, error) {
	ids, err := g.sample(ctx, first)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return g.set.client.Amount.Query().Where(amount.IDIn(ids...)).Order(amount.ByID()).All(ctx)
}

// SampleAttendance are some attendances of the group.
func (g *Group) SampleAttendance(ctx context.Context, first int) ([]*ent.Attendance, error) {
	ids, err := g.sample(ctx, first)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return g.set.client.Attendance.Query().Where(attendance.IDIn(ids...)).Order(attendance.ByID()).All(ctx)
}

// SampleMeeting are some meetings of the group.
func (g *Group) SampleMeeting(ctx context.Context, first int) ([]*ent.Meeting, error) {
	ids, err := g.sample(ctx, first)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return g.set.client.Meeting.Query().Where(meeting.IDIn(ids...)).Order(meeting.ByID()).All(ctx)
}

// SampleParticipation are some parts of the group.
func (g *Group) SampleParticipation(ctx context.Context, first int) ([]*ent.Participation, error) {
	ids, err := g.sample(ctx, first)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return g.set.client.Participation.Query().Where(participation.IDIn(ids...)).Order(participation.ByID()).All(ctx)
}

// SampleResolution are some resolutions of the group.
func (g *Group) SampleResolution(ctx context.Context, first int) ([]*ent.Resolution, error) {
	ids, err := g.sample(ctx, first)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return g.set.client.Resolution.Query().Where(resolution.IDIn(ids...)).Order(resolution.ByID()).All(ctx)
}

// SampleVote are some votes of the group.
func (g *Group) SampleVote(ctx context.Context, first int) ([]*ent.Vote, error) {
	ids, err := g.sample(ctx, first)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	return g.set.client.Vote.Query().Where(vote.IDIn(ids...)).Order(vote.ByID()).All(ctx)
}
