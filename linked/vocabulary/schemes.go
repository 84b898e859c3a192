package vocabulary

import (
	"fmt"
	"strings"

	"councilgraph/ent/migrate"
)

// Scheme is a closed list of values.
type Scheme struct {
	// Name begins the names of its values: outcome gives outcome-noted. About says what the values tell.
	Name, About string
	// Values are as the API writes them, such as FULL_COUNCIL.
	Values []string
	// Role says that the values are roles in an organization.
	Role bool
}

// Schemes are the closed lists. Their values are those of the store.
func Schemes() ([]Scheme, error) {
	out := []Scheme{
		{Name: "council-kind", About: "What kind of local authority a council is."},
		{Name: "committee-kind", About: "What kind of body a committee is."},
		{Name: "role", About: "The part that a person has in a body.", Role: true},
		{Name: "capacity", About: "In which capacity records name a person."},
		{Name: "meeting-status", About: "Whether a meeting is planned, was held or fell away."},
		{Name: "attendance", About: "Whether a person was at a meeting, and how."},
		{Name: "interest", About: "The kind of an interest that was declared."},
		{Name: "outcome", About: "What became of an item, or what a resolution does."},
		{Name: "part", About: "Which part somebody had in an item."},
		{Name: "reference-kind", About: "What kind of thing a text points to."},
		{Name: "motion-kind", About: "Whether it is a motion or an amendment."},
		{Name: "motion-result", About: "What became of a motion."},
		{Name: "vote-method", About: "How a vote was taken."},
	}
	from := map[string]string{
		"council-kind": "councils.kind", "committee-kind": "committees.kind", "role": "memberships.role", "capacity": "persons.kind",
		"meeting-status": "meetings.status", "attendance": "attendances.status", "interest": "declarations.kind", "outcome": "agenda_items.outcome",
		"part": "participations.how", "reference-kind": "references.kind", "motion-kind": "motions.kind", "motion-result": "motions.result",
		"vote-method": "vote_events.method",
	}
	for i := range out {
		table, column, _ := strings.Cut(from[out[i].Name], ".")
		if out[i].Values = stored(table, column); len(out[i].Values) == 0 {
			return nil, fmt.Errorf("the list %s: no values of %s.%s", out[i].Name, table, column)
		}
		if out[i].Role {
			out[i].Values = append(out[i].Values, "COUNCILLOR") // of a term, which is a membership of the council
		}
	}
	return out, nil
}

// stored are the values that a column can hold.
func stored(table, column string) []string {
	for _, t := range migrate.Tables {
		if t.Name != table {
			continue
		}
		for _, c := range t.Columns {
			if c.Name == column {
				return append([]string(nil), c.Enums...)
			}
		}
	}
	return nil
}

// label is a value for people: FULL_COUNCIL is Full council.
func label(value string) string {
	words := strings.ToLower(strings.ReplaceAll(value, "_", " "))
	return strings.ToUpper(words[:1]) + words[1:]
}
