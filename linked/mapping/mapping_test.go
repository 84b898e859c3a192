package mapping_test

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"councilgraph/bench/generate/synthetic"
	"councilgraph/ent"
	"councilgraph/internal/dbtest"
	"councilgraph/linked/mapping"
)

const base = "https://x.example"

// country is a store with things of every kind, and the addresses that there are.
type country struct {
	store *ent.Client
	ids   map[string][]int
	uris  map[string]bool
}

func made(t *testing.T) country {
	t.Helper()
	db := dbtest.New(t)
	if _, err := synthetic.Write(t.Context(), db, synthetic.Options{Resolutions: 400, Councils: 2, Seed: 1}); err != nil {
		t.Fatal(err)
	}
	c := country{db.Client, map[string][]int{}, map[string]bool{}}
	for _, kind := range mapping.Kinds() {
		rows, err := db.DB.QueryContext(t.Context(), "SELECT id, uri FROM "+ent.Kinds()[kind].Table+" ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var id int
			var uri string
			if err := rows.Scan(&id, &uri); err != nil {
				t.Fatal(err)
			}
			c.ids[kind] = append(c.ids[kind], id)
			c.uris[uri] = true
		}
		if err := rows.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

var (
	statement = regexp.MustCompile(`^<([^>]*)> <([^>]*)> (?:<([^>]*)>|".*) \.$`)
	inside    = regexp.MustCompile(`^https://x\.example/id/[^#]*$`)
)

// Every kind is described; what a description names within its own addresses is described there, what it names outside is there.
func TestDescribe_everyKind(t *testing.T) {
	made := made(t)
	m := mapping.Mapper{Store: made.store, Base: base}
	seen := map[string]bool{}
	for _, kind := range mapping.Kinds() {
		t.Run(kind, func(t *testing.T) {
			ids := made.ids[kind]
			if ids = ids[:min(600, len(ids))]; kind == "Source" {
				if len(ids) != 0 {
					t.Fatal("the made-up country has sources now: describe them here")
				}
				return
			}
			all, err := m.Describe(t.Context(), kind, ids)
			if err != nil || len(all) != len(ids) || len(ids) == 0 {
				t.Fatalf("%d of %d described: %v", len(all), len(ids), err)
			}
			for i, d := range all {
				if d.ID != ids[i] || d.Kind != kind {
					t.Fatalf("%d: %d %s of %d", i, d.ID, d.Kind, ids[i])
				}
				check(t, made, d, seen)
				if i >= 5 {
					continue
				}
				alone, err := m.Describe(t.Context(), kind, ids[i:i+1])
				if err != nil || len(alone) != 1 || string(alone[0].Graph.Turtle()) != string(d.Graph.Turtle()) {
					t.Errorf("%s is described in another way where it is alone: %v", d.URI, err)
				}
			}
		})
	}
	for _, class := range strings.Fields("ns/org#Membership ns/org#Post ns/org#Organization council#Term council#Ward council#Party council#Attendance council#Declaration " +
		"council#Participation council#Reference council#Decision schema.org/MonetaryAmount ns/opengov#VoteEvent ns/opengov#YesCount " +
		"schema.org/DigitalDocument 2006/time#Interval 2006/time#Instant") {
		found := false
		for name := range seen {
			found = found || strings.HasSuffix(name, class)
		}
		if !found {
			t.Errorf("nothing is of the class %s", class)
		}
	}
}

// check reads a description's statements, and notes its classes in seen.
func check(t *testing.T, made country, d *mapping.Description, seen map[string]bool) {
	t.Helper()
	subjects, objects := map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(string(d.Graph.NTriples())) {
		parts := statement.FindStringSubmatch(strings.TrimSuffix(line, "\n"))
		if parts == nil {
			t.Fatalf("%s: no statement: %s", d.URI, line)
		}
		subjects[parts[1]] = true
		if strings.HasSuffix(parts[2], "#type") {
			seen[parts[3]] = true
		} else if parts[3] != "" {
			objects[parts[3]] = true
		}
	}
	if !subjects[base+d.URI] || !subjects[base+"/doc/"+strings.TrimPrefix(d.URI, "/id/")] {
		t.Errorf("%s: neither the thing nor its document is described", d.URI)
	}
	for o := range objects {
		switch {
		case strings.HasPrefix(o, base+d.URI+"#") && !subjects[o]:
			t.Errorf("%s: %s is named and not described", d.URI, o)
		case inside.MatchString(o):
			if !made.uris[strings.TrimPrefix(o, base)] {
				t.Errorf("%s: %s leads nowhere", d.URI, o)
			}
		}
	}
}

// Long lists are cut, and the document says so.
func TestDescribe_cut(t *testing.T) {
	made := made(t)
	store := made.store
	m := mapping.Mapper{Store: store, Base: base}
	ids := made.ids["Committee"][:1]
	committee := store.Committee.GetX(t.Context(), ids[0])
	for i := range 230 {
		day := fmt.Sprintf("19%02d-%02d-11", 50+i/12, i%12+1)
		uri := committee.URI + "/" + day
		store.Meeting.Create().SetKey(uri).SetURI(uri).SetDate(day).SetDateDesc("1" + day).SetDateAsc("0" + day).
			SetCommitteeID(committee.ID).SetCouncilID(committee.CouncilID).ExecX(t.Context())
	}
	all, err := m.Describe(context.Background(), "Committee", ids)
	if err != nil {
		t.Fatal(err)
	}
	text := string(all[0].Graph.NTriples())
	if n := strings.Count(text, "<http://schema.org/event>"); n != 200 {
		t.Errorf("%d meetings", n)
	}
	if !strings.Contains(text, "It lists the latest 200 meetings") || strings.Contains(text, "1950-01-11") {
		t.Error("the document does not say that it was cut, or lists the oldest")
	}
}

func TestDescribe_unknownKind(t *testing.T) {
	if _, err := (&mapping.Mapper{}).Describe(t.Context(), "Vote", []int{1}); err == nil || !strings.Contains(err.Error(), "Vote") {
		t.Errorf("got %v", err)
	}
}
