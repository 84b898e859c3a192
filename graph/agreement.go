package graph

import (
	"context"

	"entgo.io/ent/dialect/sql"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
	"councilgraph/graph/model"
	"councilgraph/internal/relay"
)

// pair is two people, by id.
type pair struct{ one, other int }

// agreement counts how often two people voted the same way.
func (r *Resolver) agreement(ctx context.Context, p *ent.Person, with int, in period) (*model.Agreement, error) {
	if err := in.check(); err != nil {
		return nil, err
	}
	if err := r.mustBe(ctx, "with", with, "person", func(n ent.Noder) bool { _, is := n.(*ent.Person); return is }); err != nil {
		return nil, err
	}
	return relay.Load(ctx, "Person.agreement "+in.name(), pair{p.ID, with}, func(ctx context.Context, pairs []pair) (map[pair]*model.Agreement, error) {
		var people []int
		for _, p := range pairs {
			people = append(people, p.one, p.other)
		}
		votes, err := r.votesOf(ctx, people, in)
		if err != nil {
			return nil, err
		}
		out := make(map[pair]*model.Agreement, len(pairs))
		for _, p := range pairs {
			out[p] = compare(votes[p.one], votes[p.other])
		}
		return out, nil
	})
}

// compare counts the votes in common, and those that went the same way.
func compare(one, other map[int]vote.Option) *model.Agreement {
	a := &model.Agreement{}
	for event, option := range one {
		second, both := other[event]
		if !both || option == "" || second == "" {
			continue
		}
		a.VotesInCommon++
		if option == second {
			a.SameWay++
		}
	}
	if a.VotesInCommon > 0 {
		share := float64(a.SameWay) / float64(a.VotesInCommon)
		a.Rate = &share
	}
	return a
}

// votesOf are people's recorded votes by person and vote event; "" where an event names somebody with
// more than one option.
func (r *Resolver) votesOf(ctx context.Context, people []int, in period) (map[int]map[int]vote.Option, error) {
	var rows []struct {
		Person int         `sql:"person_id"`
		Event  int         `sql:"vote_event_id"`
		Option vote.Option `sql:"option"`
	}
	query := r.Store.Vote.Query().Where(vote.PersonIDIn(people...), vote.OptionIn(vote.OptionFor, vote.OptionAgainst, vote.OptionAbstain))
	err := query.Modify(func(s *sql.Selector) {
		if in.from != nil || in.to != nil {
			d := sql.Dialect(s.Dialect())
			event, item := d.Table(voteevent.Table), d.Table(agendaitem.Table)
			s.Join(event).On(s.C(vote.FieldVoteEventID), event.C(voteevent.FieldID))
			s.Join(item).On(event.C(voteevent.FieldAgendaItemID), item.C(agendaitem.FieldID))
			in.within(s, item.C(agendaitem.FieldDate))
		}
		s.Select(s.C(vote.FieldPersonID), s.C(vote.FieldVoteEventID), s.C(vote.FieldOption))
	}).Scan(ctx, &rows)
	if err != nil {
		return nil, err
	}
	out := map[int]map[int]vote.Option{}
	for _, row := range rows {
		if out[row.Person] == nil {
			out[row.Person] = map[int]vote.Option{}
		}
		if said, twice := out[row.Person][row.Event]; twice && said != row.Option {
			row.Option = ""
		}
		out[row.Person][row.Event] = row.Option
	}
	return out, nil
}
