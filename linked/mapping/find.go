package mapping

import (
	"context"

	"councilgraph/ent"
	"councilgraph/ent/address"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/committee"
	"councilgraph/ent/council"
	"councilgraph/ent/decision"
	"councilgraph/ent/issue"
	"councilgraph/ent/meeting"
	"councilgraph/ent/person"
	"councilgraph/ent/redirect"
	"councilgraph/ent/resolution"
	"councilgraph/ent/source"
)

// Ranges are the kinds that have addresses by the upper half of their ids.
type Ranges map[int64]string

// NewRanges are those of all kinds.
func NewRanges() Ranges {
	kinds, out := ent.Kinds(), Ranges{}
	for _, kind := range Kinds() {
		out[kinds[kind].Start>>32] = kind
	}
	return out
}

// Find says what an address (/id/...) leads to: the kind and the id of a node, that into which it was merged where it was;
// "" where it leads nowhere.
func (r Ranges) Find(ctx context.Context, store *ent.Client, uri string) (kind string, id int, err error) {
	at, err := store.Address.Query().Where(address.URI(uri)).Only(ctx)
	if ent.IsNotFound(err) {
		return "", 0, nil
	}
	if err != nil {
		return "", 0, err
	}
	id = at.NodeID
	to, err := store.Redirect.Query().Where(redirect.FromID(id)).Only(ctx)
	switch {
	case err == nil:
		id = to.ToID
	case !ent.IsNotFound(err):
		return "", 0, err
	}
	if kind = r[int64(id)>>32]; kind == "" {
		return "", 0, nil
	}
	return kind, id, nil
}

// URI is the address of a node that has one, "" where there is no such node.
func URI(ctx context.Context, store *ent.Client, kind string, id int) (string, error) {
	var uri string
	var err error
	switch kind {
	case "Council":
		uri, err = store.Council.Query().Where(council.ID(id)).Select(council.FieldURI).String(ctx)
	case "Committee":
		uri, err = store.Committee.Query().Where(committee.ID(id)).Select(committee.FieldURI).String(ctx)
	case "Person":
		uri, err = store.Person.Query().Where(person.ID(id)).Select(person.FieldURI).String(ctx)
	case "Meeting":
		uri, err = store.Meeting.Query().Where(meeting.ID(id)).Select(meeting.FieldURI).String(ctx)
	case "AgendaItem":
		uri, err = store.AgendaItem.Query().Where(agendaitem.ID(id)).Select(agendaitem.FieldURI).String(ctx)
	case "Resolution":
		uri, err = store.Resolution.Query().Where(resolution.ID(id)).Select(resolution.FieldURI).String(ctx)
	case "Decision":
		uri, err = store.Decision.Query().Where(decision.ID(id)).Select(decision.FieldURI).String(ctx)
	case "Issue":
		uri, err = store.Issue.Query().Where(issue.ID(id)).Select(issue.FieldURI).String(ctx)
	case "Source":
		uri, err = store.Source.Query().Where(source.ID(id)).Select(source.FieldURI).String(ctx)
	}
	if ent.IsNotFound(err) {
		return "", nil
	}
	return uri, err
}
