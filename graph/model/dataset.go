package model

import (
	"context"

	"councilgraph/ent/agendaitem"
	"councilgraph/ent/amount"
	"councilgraph/ent/attendance"
	"councilgraph/ent/committee"
	"councilgraph/ent/council"
	"councilgraph/ent/decision"
	"councilgraph/ent/declaration"
	"councilgraph/ent/document"
	"councilgraph/ent/issue"
	"councilgraph/ent/meeting"
	"councilgraph/ent/membership"
	"councilgraph/ent/motion"
	"councilgraph/ent/office"
	"councilgraph/ent/participation"
	"councilgraph/ent/party"
	"councilgraph/ent/person"
	"councilgraph/ent/reference"
	"councilgraph/ent/resolution"
	"councilgraph/ent/source"
	"councilgraph/ent/term"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
	"councilgraph/ent/ward"
)

// Dataset is the data of this server as a whole.
type Dataset struct {
	Version     string
	LastIngest  *string // RFC 3339 in UTC
	Counts      Counts
	Licence     string
	Attribution string
}

// Counts counts the rows of tables, each only when it is asked for.
type Counts func(ctx context.Context, table string) (int, error)

// Councils counts councils.
func (c Counts) Councils(ctx context.Context) (int, error) { return c(ctx, council.Table) }

// Committees counts committees.
func (c Counts) Committees(ctx context.Context) (int, error) { return c(ctx, committee.Table) }

// People counts people.
func (c Counts) People(ctx context.Context) (int, error) { return c(ctx, person.Table) }

// Memberships counts memberships.
func (c Counts) Memberships(ctx context.Context) (int, error) { return c(ctx, membership.Table) }

// Offices counts offices.
func (c Counts) Offices(ctx context.Context) (int, error) { return c(ctx, office.Table) }

// Parties counts parties.
func (c Counts) Parties(ctx context.Context) (int, error) { return c(ctx, party.Table) }

// Wards counts wards.
func (c Counts) Wards(ctx context.Context) (int, error) { return c(ctx, ward.Table) }

// Terms counts terms.
func (c Counts) Terms(ctx context.Context) (int, error) { return c(ctx, term.Table) }

// Meetings counts meetings.
func (c Counts) Meetings(ctx context.Context) (int, error) { return c(ctx, meeting.Table) }

// Attendances counts attendances.
func (c Counts) Attendances(ctx context.Context) (int, error) { return c(ctx, attendance.Table) }

// AgendaItems counts agenda items.
func (c Counts) AgendaItems(ctx context.Context) (int, error) { return c(ctx, agendaitem.Table) }

// Resolutions counts resolutions.
func (c Counts) Resolutions(ctx context.Context) (int, error) { return c(ctx, resolution.Table) }

// Participations counts participations.
func (c Counts) Participations(ctx context.Context) (int, error) { return c(ctx, participation.Table) }

// Amounts counts amounts.
func (c Counts) Amounts(ctx context.Context) (int, error) { return c(ctx, amount.Table) }

// Documents counts documents.
func (c Counts) Documents(ctx context.Context) (int, error) { return c(ctx, document.Table) }

// References counts references.
func (c Counts) References(ctx context.Context) (int, error) { return c(ctx, reference.Table) }

// Motions counts motions and amendments.
func (c Counts) Motions(ctx context.Context) (int, error) { return c(ctx, motion.Table) }

// VoteEvents counts vote events.
func (c Counts) VoteEvents(ctx context.Context) (int, error) { return c(ctx, voteevent.Table) }

// Votes counts votes.
func (c Counts) Votes(ctx context.Context) (int, error) { return c(ctx, vote.Table) }

// Declarations counts declarations.
func (c Counts) Declarations(ctx context.Context) (int, error) { return c(ctx, declaration.Table) }

// Issues counts issues.
func (c Counts) Issues(ctx context.Context) (int, error) { return c(ctx, issue.Table) }

// Decisions counts decision records.
func (c Counts) Decisions(ctx context.Context) (int, error) { return c(ctx, decision.Table) }

// Sources counts sources.
func (c Counts) Sources(ctx context.Context) (int, error) { return c(ctx, source.Table) }
