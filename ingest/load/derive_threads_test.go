package load

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"councilgraph/ent"
	"councilgraph/ent/agendaitem"
	"councilgraph/ent/issue"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

var firstWord = record.Span{Start: 0, End: 5, Rule: "test"}

// broughtUp is a page of a committee's meeting with one item of business.
func broughtUp(committee, date, number, title string, more func(*record.AgendaItem)) paper {
	item := record.AgendaItem{Number: number, Title: title, Minutes: "The report was introduced.", Span: firstWord}
	if more != nil {
		more(&item)
	}
	return written("https://democracy.bromley.gov.uk/"+Slug(committee)+"/"+date+"/"+number, date+"T00:00:00Z",
		record.Meeting{Committee: committee, Date: date, Span: firstWord, Items: []record.AgendaItem{item}})
}

// onIssue makes a page the page of an issue.
func (p paper) onIssue(id, title string) paper {
	p.page.Page.Type = record.PageIssue
	p.page.Issue = &record.Issue{SourceID: id, Title: title, Span: firstWord}
	return p
}

func resolved(kinds ...string) func(*record.AgendaItem) {
	return func(i *record.AgendaItem) {
		for n, k := range kinds {
			i.Resolutions = append(i.Resolutions, record.Resolution{Text: fmt.Sprintf("that %d be %s", n, k), Kind: k, Span: firstWord})
		}
	}
}

func refersTo(kind, asWritten, number, date, minutes string) func(*record.AgendaItem) {
	return func(i *record.AgendaItem) {
		i.Minutes = minutes
		i.References = append(i.References, record.Reference{AsWritten: asWritten, Kind: kind, Number: number, Date: date, Span: firstWord})
	}
}

func reports(refs ...string) func(*record.AgendaItem) {
	return func(i *record.AgendaItem) { i.ReportReferences = refs }
}

// threadsOf are the issues, each with its items in order and why they are of it.
func threadsOf(t *testing.T, db *database.Database) string {
	t.Helper()
	var lines []string
	for _, is := range db.Client.Issue.Query().Order(ent.Asc(issue.FieldKey)).AllX(t.Context()) {
		line := strings.TrimPrefix(is.Key, "bromley/issue/") + ":"
		for _, m := range is.QueryAgendaItems().Order(ent.Asc(agendaitem.FieldThreadSort, agendaitem.FieldKey)).AllX(t.Context()) {
			line += fmt.Sprintf(" %s=%s", strings.TrimPrefix(m.Key, "bromley/"), *m.IssueBy)
			if m.Outcome != nil {
				line += "," + m.Outcome.String()
			}
		}
		if is.Inferred {
			line += " inferred"
		}
		if is.Procedural == nil {
			line += " unsettled"
		} else if *is.Procedural {
			line += " procedural"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestThreads(t *testing.T) {
	for name, test := range map[string]struct {
		pages []paper
		want  string
	}{
		"an issue's own page, in order": {
			[]paper{
				broughtUp("Executive", "2026-02-11", "9", "Elm Street Library", resolved("resolved")).onIssue("7", "Elm Street Library"),
				broughtUp("Scrutiny Board", "2026-01-14", "4", "Elm Street Library", resolved("noted", "recommended")).onIssue("7", "Elm Street Library"),
				broughtUp("Scrutiny Board", "2026-03-11", "5", "Call-in: Elm Street Library", resolved("noted")).onIssue("7", "Elm Street Library"),
			},
			"7: scrutiny-board/2026-01-14/4=ISSUE_ID,RECOMMENDED executive/2026-02-11/9=ISSUE_ID,RESOLVED scrutiny-board/2026-03-11/5=ISSUE_ID,CALLED_IN",
		},
		"a page that links its item to the issue": {
			[]paper{broughtUp("Executive", "2026-02-11", "9", "Elm Street Library", func(i *record.AgendaItem) { i.IssueID = "7" })},
			"7: executive/2026-02-11/9=BACKGROUND_LINK",
		},
		"one title in two committees, and in the issue that has it": {
			[]paper{
				broughtUp("Executive", "2026-02-11", "9", "Elm Street Library", nil), broughtUp("Council", "2026-03-11", "12", "ELM STREET LIBRARY", nil),
				broughtUp("Executive", "2026-02-12", "9", "Oak Street Library", nil), broughtUp("Council", "2026-03-12", "12", "Oak Street Library", nil).onIssue("8", "Oak Street Library"),
			},
			"8: executive/2026-02-12/9=SAME_TITLE council/2026-03-12/12=ISSUE_ID\n" +
				"elm-street-library: executive/2026-02-11/9=SAME_TITLE council/2026-03-11/12=SAME_TITLE inferred",
		},
		"what is standing, generic, regular, too far apart or of one meeting makes no thread": {
			[]paper{
				broughtUp("Executive", "2026-02-11", "1", "Apologies for absence", nil), broughtUp("Council", "2026-03-11", "1", "Apologies for absence", nil),
				broughtUp("Executive", "2026-02-11", "2", "Budget Monitoring", nil), broughtUp("Council", "2026-03-11", "2", "Budget Monitoring", nil),
				broughtUp("Executive", "2026-02-11", "3", "Elm Street Library", nil), broughtUp("Council", "2028-03-11", "3", "Elm Street Library", nil),
				broughtUp("Executive", "2026-01-11", "4", "Tree Planting", nil), broughtUp("Executive", "2026-03-11", "4", "Tree Planting", nil), broughtUp("Executive", "2026-05-11", "4", "Tree Planting", nil),
				broughtUp("Executive", "2026-07-11", "4", "Tree Planting", nil),
				broughtUp("Executive", "2026-09-11", "5", "Harbour Wall", nil), broughtUp("Executive", "2026-09-11", "6", "Harbour Wall", nil),
			},
			"",
		},
		"a title that two issues have leads to neither": {
			[]paper{
				broughtUp("Executive", "2026-02-11", "9", "Elm Street Library", nil), broughtUp("Council", "2026-02-12", "9", "Elm Street Library", nil).onIssue("7", "Elm Street Library"),
				broughtUp("Council", "2026-02-13", "9", "Elm Street Library", nil).onIssue("8", "Elm Street Library, phase 2"),
			},
			"7: council/2026-02-12/9=ISSUE_ID\n8: council/2026-02-13/9=ISSUE_ID",
		},
		"two threads of one title, years apart": {
			[]paper{
				broughtUp("Executive", "2020-02-11", "9", "Elm Street Library", nil), broughtUp("Council", "2020-03-11", "9", "Elm Street Library", nil),
				broughtUp("Executive", "2026-02-11", "9", "Elm Street Library", nil), broughtUp("Council", "2026-03-11", "9", "Elm Street Library", nil),
			},
			"elm-street-library: executive/2020-02-11/9=SAME_TITLE council/2020-03-11/9=SAME_TITLE inferred\n" +
				"elm-street-library.2: executive/2026-02-11/9=SAME_TITLE council/2026-03-11/9=SAME_TITLE inferred",
		},
		"a thread behind an issue that has its address": {
			[]paper{
				broughtUp("Executive", "2020-02-11", "9", "Elm Street Library", nil).onIssue("", "Elm Street Library"),
				broughtUp("Executive", "2026-02-11", "9", "Elm Street Library", nil), broughtUp("Council", "2026-03-11", "9", "Elm Street Library", nil),
			},
			"elm-street-library: executive/2020-02-11/9=ISSUE_ID\nelm-street-library.2: executive/2026-02-11/9=SAME_TITLE council/2026-03-11/9=SAME_TITLE inferred",
		},
		"one report before two committees": {
			[]paper{broughtUp("Executive", "2026-02-11", "9", "Libraries", reports("CS17089")), broughtUp("Council", "2026-03-11", "12", "Report on libraries", reports("CS17089", "CS17001"))},
			"executive.2026-02-11.9: executive/2026-02-11/9=REPORT_REFERENCE council/2026-03-11/12=REPORT_REFERENCE inferred",
		},
		"a minute that refers": {
			[]paper{
				broughtUp("Executive", "2026-02-11", "424", "Libraries", nil),
				broughtUp("Executive", "2026-04-11", "500", "Opening hours", refersTo("minute", "Minute 424", "424", "", "The matter came back (Minute 424 refers).")),
				broughtUp("Executive", "2026-05-11", "510", "Unrelated", refersTo("minute", "Minute 424", "424", "", "Costs differ from those in Minute 424 by far.")),
			},
			"opening-hours: executive/2026-02-11/424=MINUTE_REFERENCE executive/2026-04-11/500=MINUTE_REFERENCE inferred",
		},
		"standing business under one number": {
			[]paper{broughtUp("Executive", "2026-02-11", "1", "Minutes", nil).onIssue("3", "Minutes"), broughtUp("Council", "2026-03-11", "1", "Minutes", nil).onIssue("3", "Minutes")},
			"3: executive/2026-02-11/1=ISSUE_ID council/2026-03-11/1=ISSUE_ID procedural",
		},
	} {
		t.Run(name, func(t *testing.T) {
			for round := range 2 {
				l, db := setUp(t)
				order := rand.New(rand.NewPCG(5, uint64(round))).Perm(len(test.pages))
				for _, i := range order {
					test.pages[i].load(t, l)
				}
				if d := gocmp.Diff(test.want, threadsOf(t, db)); d != "" {
					t.Fatalf("pages in the order %v:\n%s", order, d)
				}
			}
		})
	}
}

// What becomes of items, references and threads follows from the pages alone: not from their order, from
// which of them came together, or from what other pages said before they were taken back.
func TestFollow_order(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for round := range 6 {
		papers := matters(r)
		want := dumped(t, papers, nil)
		for range 2 {
			shuffled := slices.Clone(papers)
			r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			if d := gocmp.Diff(want, dumped(t, shuffled, r)); d != "" {
				t.Fatalf("round %d: another graph:\n%s", round, d)
			}
		}
	}
}

// dumped is the graph after the papers were loaded, together, or in batches where r is given.
func dumped(t *testing.T, papers []paper, r *rand.Rand) map[string][]string {
	t.Helper()
	l, db := setUp(t)
	for len(papers) > 0 {
		n := len(papers)
		if r != nil {
			n = 1 + r.IntN(min(n, 3))
		}
		var together []Reading
		for _, p := range papers[:n] {
			together = append(together, p.reading(t))
		}
		if _, err := l.Load(context.Background(), together...); err != nil {
			t.Fatal(err)
		}
		papers = papers[n:]
	}
	return dbtest.Dump(t, db)
}

// matters are pages about a few matters that meet in every way: two versions of some, so that much is said
// and taken back.
func matters(r *rand.Rand) []paper {
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	var out []paper
	for n := range 4 + r.IntN(6) {
		committee, date := pick("Executive", "Council", "Executive and Resources Board"), fmt.Sprintf("202%d-0%d-11", 4+r.IntN(4), 1+r.IntN(3))
		for version := range 1 + r.IntN(2) {
			item := record.AgendaItem{
				Number: pick("7", "424", "425"), Title: pick("Elm Street Library", "Oak Street Library", "Minutes", "Budget"), Span: firstWord,
				Minutes: "See above (Minute 424 refers).",
			}
			resolved([]string{"noted", "deferred", "approved"}[:r.IntN(4)]...)(&item)
			if r.IntN(3) == 0 {
				item.ReportReferences = []string{pick("CS1", "CS2")}
			}
			if r.IntN(2) == 0 {
				item.References = append(item.References, record.Reference{AsWritten: "Minute 424", Kind: "minute", Number: "424", Span: firstWord})
			}
			if r.IntN(2) == 0 {
				item.References = append(item.References, record.Reference{
					AsWritten: "a report agreed by the " + pick("Executive", "Council", "Executive and Resources Board") + " on 11 January 2025", Kind: "report", Date: "2025-01-11", Span: firstWord,
				})
			}
			p := written(fmt.Sprintf("https://democracy.bromley.gov.uk/%d", n), fmt.Sprintf("2026-01-%02dT00:00:00Z", 1+n+10*version),
				record.Meeting{Committee: committee, Date: date, Span: firstWord, Items: []record.AgendaItem{item}})
			switch r.IntN(6) {
			case 0:
				p = p.onIssue(pick("7", "8"), pick("Elm Street Library", "Oak Street Library"))
			case 1:
				p = p.onIssue("", pick("Elm Street Library", "Minutes"))
			}
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b paper) int { return cmp.Compare(a.doc.SHA256, b.doc.SHA256) })
	return out
}
