package aggregate

import (
	"context"
	"fmt"

	"councilgraph/ent"
	"councilgraph/ent/attendance"
	"councilgraph/ent/committee"
	"councilgraph/ent/council"
	"councilgraph/ent/meeting"
	"councilgraph/ent/participation"
	"councilgraph/ent/resolution"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
	"councilgraph/internal/relay"
)

// value is what stands in one dimension, nil for what is not known. A dimension that the list is not grouped
// by has none, and null would say that it is not known.
func (k *Key) value(dimension string) (any, error) {
	for i, d := range k.by {
		if d.Name == dimension {
			return k.values[i], nil
		}
	}
	return nil, &relay.Error{Code: relay.NotGrouped, Message: fmt.Sprintf("key: the list is not grouped by %s; add it to by", dimension)}
}

// node is the node that a dimension leads to, nil where it is not known.
func node[T ent.Noder](ctx context.Context, k *Key, dimension string) (T, error) {
	var none T
	v, err := k.value(dimension)
	id, ok := v.(int64)
	if err != nil || !ok {
		return none, err
	}
	found, err := relay.Load(ctx, "key of a group", int(id), k.nodes) // those of all groups together
	if err != nil || found == nil {                                   // gone since the groups were read
		return none, err
	}
	n, ok := found.(T)
	if !ok {
		return none, fmt.Errorf("the %s of a group is %T", dimension, found)
	}
	return n, nil
}

func (k *Key) nodes(ctx context.Context, ids []int) (map[int]ent.Noder, error) {
	found, err := k.client.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make(map[int]ent.Noder, len(ids))
	for i, id := range ids {
		out[id] = found[i]
	}
	return out, nil
}

// word is what stands in a dimension of words, nil where it is not known.
func word[T ~string](k *Key, dimension string) (*T, error) {
	v, err := k.value(dimension)
	s, ok := v.(string)
	if err != nil || !ok {
		return nil, err
	}
	w := T(s)
	return &w, nil
}

// firstDay is what makes a period, which is stored as its first month, the first day of it.
const firstDay = "-01"

// period is the first day of a period, nil where the date is not known.
func period(k *Key, dimension string) (*string, error) {
	v, err := k.value(dimension)
	s, ok := v.(string)
	if err != nil || !ok {
		return nil, err
	}
	s += firstDay
	return &s, nil
}

// Council is the council.
func (k *Key) Council(ctx context.Context) (*ent.Council, error) {
	return node[*ent.Council](ctx, k, "COUNCIL")
}

// Committee is the committee.
func (k *Key) Committee(ctx context.Context) (*ent.Committee, error) {
	return node[*ent.Committee](ctx, k, "COMMITTEE")
}

// Meeting is the meeting.
func (k *Key) Meeting(ctx context.Context) (*ent.Meeting, error) {
	return node[*ent.Meeting](ctx, k, "MEETING")
}

// AgendaItem is the item of business.
func (k *Key) AgendaItem(ctx context.Context) (*ent.AgendaItem, error) {
	return node[*ent.AgendaItem](ctx, k, "AGENDA_ITEM")
}

// Issue is the matter.
func (k *Key) Issue(ctx context.Context) (*ent.Issue, error) {
	return node[*ent.Issue](ctx, k, "ISSUE")
}

// Person is who it was.
func (k *Key) Person(ctx context.Context) (*ent.Person, error) {
	return node[*ent.Person](ctx, k, "PERSON")
}

// Mover is who moved it.
func (k *Key) Mover(ctx context.Context) (*ent.Person, error) {
	return node[*ent.Person](ctx, k, "MOVER")
}

// Seconder is who seconded it.
func (k *Key) Seconder(ctx context.Context) (*ent.Person, error) {
	return node[*ent.Person](ctx, k, "SECONDER")
}

// VoteEvent is the vote event.
func (k *Key) VoteEvent(ctx context.Context) (*ent.VoteEvent, error) {
	return node[*ent.VoteEvent](ctx, k, "VOTE_EVENT")
}

// Nation is the council's nation.
func (k *Key) Nation() (*string, error) { return word[string](k, "NATION") }

// Region is the council's region.
func (k *Key) Region() (*string, error) { return word[string](k, "REGION") }

// Currency is the currency's code.
func (k *Key) Currency() (*string, error) { return word[string](k, "CURRENCY") }

// Per is what a sum is paid for each of.
func (k *Key) Per() (*string, error) { return word[string](k, "PER") }

// Year is the first day of the year.
func (k *Key) Year() (*string, error) { return period(k, "YEAR") }

// Quarter is the first day of the quarter.
func (k *Key) Quarter() (*string, error) { return period(k, "QUARTER") }

// Month is the first day of the month.
func (k *Key) Month() (*string, error) { return period(k, "MONTH") }

// CouncilKind is the kind of council.
func (k *Key) CouncilKind() (*council.Kind, error) { return word[council.Kind](k, "COUNCIL_KIND") }

// CommitteeKind is the kind of committee.
func (k *Key) CommitteeKind() (*committee.Kind, error) {
	return word[committee.Kind](k, "COMMITTEE_KIND")
}

// ResolutionKind is what resolutions do.
func (k *Key) ResolutionKind() (*resolution.Kind, error) { return word[resolution.Kind](k, "KIND") }

// MeetingStatus is what became of meetings.
func (k *Key) MeetingStatus() (*meeting.Status, error) { return word[meeting.Status](k, "STATUS") }

// AttendanceStatus is whether people were there.
func (k *Key) AttendanceStatus() (*attendance.Status, error) {
	return word[attendance.Status](k, "STATUS")
}

// ParticipationHow is which part people had.
func (k *Key) ParticipationHow() (*participation.How, error) {
	return word[participation.How](k, "HOW")
}

// ParticipationKind is in which capacity they had it.
func (k *Key) ParticipationKind() (*participation.Kind, error) {
	return word[participation.Kind](k, "KIND")
}

// VoteOption is how people voted.
func (k *Key) VoteOption() (*vote.Option, error) { return word[vote.Option](k, "OPTION") }

// VoteEventResult is how votes ended.
func (k *Key) VoteEventResult() (*voteevent.Result, error) {
	return word[voteevent.Result](k, "RESULT")
}

// Restricted is whether press and public were excluded.
func (k *Key) Restricted() (*bool, error) {
	v, err := k.value("RESTRICTED")
	if err != nil || v == nil {
		return nil, err
	}
	yes := v == true || v == int64(1) // as PostgreSQL and as SQLite give it
	return &yes, nil
}
