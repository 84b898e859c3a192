package export

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// popoloList is one list of the document, and where its entries come from.
type popoloList struct {
	name string
	from []popoloKind
}

// popoloKind makes entries of the nodes of a kind.
type popoloKind struct {
	kind string
	make func(ctx context.Context, ids []int) ([]any, error)
}

func (r *run) popoloLists() []popoloList {
	return []popoloList{
		{"organizations", []popoloKind{{"Council", r.popoloCouncils}, {"Committee", r.popoloCommittees}, {"Party", r.popoloParties}}},
		{"areas", []popoloKind{{"Council", r.popoloAreas}, {"Ward", r.popoloWards}}},
		{"persons", []popoloKind{{"Person", r.popoloPeople}}},
		{"posts", []popoloKind{{"Office", r.popoloPosts}}},
		{"memberships", []popoloKind{{"Term", r.popoloTerms}, {"Membership", r.popoloMemberships}, {"Office", r.popoloHolders}}},
		{"events", []popoloKind{{"Meeting", r.popoloMeetings}}},
		{"motions", []popoloKind{{"Motion", r.popoloMotions}, {"Resolution", r.popoloResolutions}}},
		{"vote_events", []popoloKind{{"VoteEvent", r.popoloVotes}}},
	}
}

// popoloKinds are the kinds that entries are made of.
func popoloKinds() []string {
	return []string{"Council", "Committee", "Party", "Ward", "Person", "Office", "Term", "Membership", "Meeting", "Motion", "Resolution", "VoteEvent"}
}

// popolo writes one JSON document of lists, each valid by the schema of its class at popoloproject.com.
func (r *run) popolo(ctx context.Context) error {
	out, err := create(r.Out, 0, r.Stdout)
	if err != nil {
		return err
	}
	defer out.leave()
	r.Base = strings.TrimSuffix(r.Base, "/")
	meta := strings.TrimSuffix(strings.Replace(string(r.head()), `"type":"Dataset",`, "", 1), "\n")
	if _, err := fmt.Fprintf(out, "{\n\"meta\": %s", meta); err != nil {
		return err
	}
	for _, list := range r.popoloLists() {
		if _, err := fmt.Fprintf(out, ",\n%q: [", list.name); err != nil {
			return err
		}
		first := true
		for _, from := range list.from {
			if err := r.popoloEntries(ctx, out, from, &first); err != nil {
				return fmt.Errorf("%s: %w", list.name, err)
			}
		}
		if _, err := out.Write([]byte("\n]")); err != nil {
			return err
		}
	}
	if _, err := out.Write([]byte("\n}\n")); err != nil {
		return err
	}
	return out.finish()
}

func (r *run) popoloEntries(ctx context.Context, out *output, from popoloKind, first *bool) error {
	after := int64(0)
	for {
		ids, err := r.ids(ctx, from.kind, after)
		if err != nil || len(ids) == 0 {
			return err
		}
		entries, err := from.make(ctx, ids)
		if err != nil {
			return err
		}
		for _, e := range entries {
			text, err := json.Marshal(e)
			if err != nil {
				return err
			}
			if !*first {
				text = append([]byte(",\n"), text...)
			} else {
				text = append([]byte("\n"), text...)
			}
			*first = false
			if _, err := out.Write(text); err != nil {
				return err
			}
		}
		after = int64(ids[len(ids)-1])
		r.wrote(from.kind, len(ids))
	}
}
