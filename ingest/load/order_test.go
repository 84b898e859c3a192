package load

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// Pages that name the same few committees, meetings, items and people in all ways, or almost the same, give one
// graph in whatever order and in whatever batches they are loaded, and reading them again changes nothing.
func TestLoad_anyOrder(t *testing.T) {
	seeds := 3
	if n, err := strconv.Atoi(os.Getenv("ORDERS")); err == nil {
		seeds = n // for a longer hunt
	}
	for seed := range seeds {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			papers := made(rand.New(rand.NewPCG(11, uint64(seed))), 14)
			var want map[string][]string
			for round := range 3 {
				random := rand.New(rand.NewPCG(uint64(seed), uint64(round)))
				random.Shuffle(len(papers), func(i, j int) { papers[i], papers[j] = papers[j], papers[i] })
				l, db := setUp(t)
				l.held = random.IntN(10)
				loadInBatches(t, l, papers, random)
				got := dbtest.Dump(t, db)
				if want == nil {
					want = got
				}
				if d := cmp.Diff(want, got); d != "" {
					t.Fatalf("round %d: another graph:\n%.5000s", round, d)
				}
				if n := loadInBatches(t, l, papers, random).Total(); n.Inserted+n.Updated+n.Deleted+n.Merged > 0 {
					t.Fatalf("round %d: loading again changes %+v", round, n)
				}
				leadSomewhere(t, db)
			}
		})
	}
}

// loadInBatches loads the papers in their order, in batches of random size.
func loadInBatches(t *testing.T, l *Loader, papers []paper, random *rand.Rand) Outcome {
	t.Helper()
	all := Outcome{}
	for rest := papers; len(rest) > 0; {
		n := 1 + random.IntN(len(rest))
		var batch []Reading
		for _, p := range rest[:n] {
			batch = append(batch, p.reading(t))
		}
		out, err := l.Load(context.Background(), batch...)
		if err != nil {
			t.Fatal(err)
		}
		all.Add(out)
		rest = rest[n:]
	}
	return all
}

// made are papers of all kinds about the same few things.
func made(random *rand.Rand, n int) []paper {
	var out []paper
	for i := range n {
		url := fmt.Sprintf("https://democracy.bromley.gov.uk/page.aspx?ID=%d", i-i%5*(i%2)) // some are versions of one page
		fetched := ""
		if random.IntN(3) > 0 {
			fetched = fmt.Sprintf("2026-%02d-%02dT00:00:00Z", 1+random.IntN(12), 1+i)
		}
		p := written(url, fetched, madeMeeting(random))
		switch random.IntN(6) {
		case 0:
			p.page.People = madeRoster(random)
			p.page.Meetings = nil
		case 1:
			p.page.Issue = &record.Issue{Title: pick(random, "Roads", "Bridges"), SourceID: pick(random, "", "90", "91"), Span: anywhere(random)}
		case 2:
			p.page.Memberships = []record.Membership{{Person: madeName(random), PersonID: pick(random, "", "1", "2"), Committee: pick(random, "Executive", "Cabinet"), CommitteeID: pick(random, "", "1"), Role: pick(random, "", "Chairman"), Span: anywhere(random)}}
		case 3:
			p.page.Decisions = []record.Decision{{Maker: pick(random, "Executive", "Cabinet Member for Roads", "Councillor Marlow"), Title: "Benches", SourceID: pick(random, "", "5"), MadeOn: pick(random, "", "2026-01-14"), Span: anywhere(random)}}
		}
		out = append(out, p)
		if random.IntN(6) == 0 { // the same bytes under another address
			p.doc.URL = fmt.Sprintf("https://democracy.bromley.gov.uk/copy.aspx?ID=%d", i%3)
			out = append(out, p)
		}
	}
	return out
}

func pick[T any](random *rand.Rand, from ...T) T { return from[random.IntN(len(from))] }

func anywhere(random *rand.Rand) record.Span {
	start := random.IntN(20)
	return record.Span{Start: start, End: start + 1 + random.IntN(20), Rule: "test"}
}

func madeName(random *rand.Rand) string {
	return pick(random, "Sue Marlow", "Susan Marlow", "S Marlow", "Marlow", "Brian Marlow", "B. Marlow", "Sue Orchard", "Orchard", "Ann Orchard-Pike", "A Pike", "Pike")
}

func madeRoster(random *rand.Rand) []record.Person {
	var out []record.Person
	for i := range 1 + random.IntN(3) {
		p := record.Person{Name: madeName(random), SourceID: fmt.Sprint(i + random.IntN(2)), Ward: pick(random, "", "Elm"), Party: pick(random, "", "Labour"), Span: anywhere(random)}
		if random.IntN(2) == 0 {
			p.Roles = []string{pick(random, "Leader", "Cabinet Member for Roads")}
		}
		if random.IntN(2) == 0 {
			p.Terms = []record.Term{{Start: pick(random, "2020-05-01", "2026-01-20"), End: pick(random, "", "2026-05-01")}}
		}
		out = append(out, p)
	}
	return out
}

func madeMeeting(random *rand.Rand) record.Meeting {
	m := record.Meeting{
		Committee: pick(random, "", "Executive", "Executive", "Cabinet"), CommitteeID: pick(random, "", "", "1", "2"), SourceID: pick(random, "", "", "10", "11", "12"),
		Date: pick(random, "", "2026-01-14", "2026-01-14", "2026-02-11"), StartTime: pick(random, "", "10:00", "14:00"), Span: anywhere(random),
	}
	for range random.IntN(4) {
		name := madeName(random)
		m.Attendances = append(m.Attendances, record.Attendance{
			Name: name, AsWritten: pick(random, "Councillor ", "Cllr Mrs ", "") + name, SourceID: pick(random, "", "", "1", "2"), Status: pick(random, "present", "apologies"),
			Role: pick(random, "", "", "Chairman", "Leader"), Span: anywhere(random),
		})
	}
	for range 1 + random.IntN(3) {
		name := madeName(random)
		item := record.AgendaItem{
			Number: pick(random, "", "7", "8"), MinuteNumber: pick(random, "", "", "70"), Title: pick(random, "", "Roads", "Bridges"), SourceID: pick(random, "", "", "500", "501"),
			IssueID: pick(random, "", "", "90"), Truncated: random.IntN(4) == 0, Span: anywhere(random),
			Participations: []record.Participation{
				{Name: name, AsWritten: "Councillor " + name, Title: "Councillor", Kind: pick(random, "councillor", "officer"), How: "speaker", Span: anywhere(random)},
				{AsWritten: "the Leader", Role: pick(random, "Leader", "Cabinet Member for Roads"), Kind: "councillor", How: "presenter", Span: anywhere(random)},
			},
		}
		for range random.IntN(3) {
			item.Resolutions = append(item.Resolutions, record.Resolution{Text: pick(random, "that it be noted", "that roads be mended"), Kind: "noted", Mover: pick(random, "", name), Span: anywhere(random)})
		}
		m.Items = append(m.Items, item)
	}
	return m
}

// leadSomewhere fails where an address, an earlier id or a statement leads to nothing.
func leadSomewhere(t *testing.T, db *database.Database) {
	t.Helper()
	ctx := context.Background()
	var ids []int
	for _, a := range db.Client.Address.Query().AllX(ctx) {
		ids = append(ids, a.NodeID)
	}
	for _, e := range db.Client.Evidence.Query().AllX(ctx) {
		ids = append(ids, e.SubjectID)
	}
	nodes, err := db.Client.Nodes(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	for i, n := range nodes {
		if n == nil {
			t.Errorf("an address or a statement leads to %d, where nothing is", ids[i])
		}
	}
}
