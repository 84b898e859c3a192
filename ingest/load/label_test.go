package load

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"councilgraph/ingest/record"
)

// A page is taken in however long its labels are, by either database: no index refuses one of them.
func TestLoad_longLabels(t *testing.T) {
	for _, way := range []struct {
		name string
		text func(n int) string
	}{{"words", manyWords}, {"one word", oneWord}, {"numbers", numbers}, {"letters that become longer", decomposed}, {"letters that become shorter", composed}} {
		t.Run(way.name, func(t *testing.T) {
			l, db := setUp(t)
			n := 0
			fill := func(v any) { fillLabels(reflect.ValueOf(v).Elem(), func() string { n++; return way.text(n) }) }
			var page record.Page
			page.Meetings = []record.Meeting{longMeeting(fill)}
			page.People = []record.Person{{Roles: make([]string, 2), Terms: []record.Term{{Start: "2020-05-07"}}}}
			page.Memberships = []record.Membership{{Start: "2021-05-07"}}
			page.Committees, page.Wards, page.Decisions, page.Issue = make([]record.Committee, 1), make([]record.Ward, 1), make([]record.Decision, 1), &record.Issue{}
			for _, part := range []any{&page.People, &page.Memberships, &page.Committees, &page.Wards, &page.Decisions, page.Issue} {
				fill(part)
			}
			page.Bound()
			p := written("https://bromley.example/"+strings.Repeat("x", record.MaxURL-len("https://bromley.example/")), "2026-01-01T00:00:00Z", page.Meetings[0])
			page.Page, page.Text = p.page.Page, p.page.Text
			p.page = page
			out, err := l.Load(context.Background(), p.reading(t))
			if err != nil {
				t.Fatal(err)
			}
			for _, kind := range []string{"AgendaItem", "Committee", "Person", "Attendance", "Participation", "Document", "Issue", "Ward", "Party", "Declaration", "Resolution", "Decision"} {
				if out[kind].Inserted == 0 {
					t.Errorf("no %s was taken in: %+v", kind, out)
				}
			}
			if err := l.Failed(context.Background(), record.Document{Name: way.text(0), Council: "BRY", URL: "https://bromley.example/" + way.text(1)}, "too long"); err != nil {
				t.Error(err)
			}
			if err := l.Failed(context.Background(), record.Document{Name: way.text(2), Council: "BRY"}, "too long"); err != nil {
				t.Error(err)
			}
			if err := l.Failed(context.Background(), record.Document{Council: "BRY", URL: "https://bromley.example/" + way.text(1) + "2"}, "too long"); err != nil {
				t.Error(err)
			}
			if err := l.Failed(context.Background(), record.Document{Council: "BRY", Name: "a\x00b\xff.html"}, "no \x00 page\xff"); err != nil {
				t.Error(err)
			}
			if n, err := db.Client.Failure.Query().Count(context.Background()); n != 4 || err != nil {
				t.Errorf("%d failures are kept: %v", n, err)
			}
		})
	}
}

// longMeeting is a meeting with one of everything.
func longMeeting(fill func(any)) record.Meeting {
	five := 5
	m := record.Meeting{
		Attendances: make([]record.Attendance, 2), Declarations: make([]record.Declaration, 1), Documents: make([]record.File, 1),
		Items: []record.AgendaItem{{
			Resolutions: make([]record.Resolution, 1), Motions: make([]record.Motion, 1), Participations: make([]record.Participation, 1),
			Votes: []record.VoteCount{{For: &five}}, NamedVotes: make([]record.NamedVote, 1), Amounts: make([]record.Amount, 1),
			ReportReferences: make([]string, 1), ReportRefSpans: make([]record.Span, 1), Documents: make([]record.File, 1), References: make([]record.Reference, 1),
		}, {}},
	}
	fill(&m)
	m.Date, m.StartTime, m.EndTime, m.Status, m.Items[1].Number = "2025-01-10", "19:00", "", "", ""
	for i := range m.Attendances {
		m.Attendances[i].Status = "present"
	}
	item := &m.Items[0]
	item.Resolutions[0].Kind, item.Motions[0].Kind, item.Motions[0].Result, item.Votes[0].Motion = "agreed", "motion", "carried", "motion"
	item.Votes[0].Result, item.Votes[0].Method, item.Votes[0].Casting = "carried", "recorded", ""
	item.NamedVotes[0].Option, item.NamedVotes[0].Motion = "for", "motion"
	item.Participations[0].Kind, item.Participations[0].How = "councillor", "speaker"
	item.Amounts[0].Currency, item.Amounts[0].Per = "GBP", "year"
	item.References[0].Kind, item.References[0].Date = "minute", "2024-12-01"
	return m
}

// fillLabels gives every string below v another text, but for dates and what a page's rule is called.
func fillLabels(v reflect.Value, text func() string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			fillLabels(v.Elem(), text)
		}
	case reflect.Slice:
		for i := range v.Len() {
			fillLabels(v.Index(i), text)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[record.Span]() || v.Type() == reflect.TypeFor[record.Term]() {
			return
		}
		for i := range v.NumField() {
			switch v.Type().Field(i).Name {
			case "MadeOn", "PublishedOn", "EffectiveOn", "Start", "End", "Dates", "Arrived", "Left":
			default:
				fillLabels(v.Field(i), text)
			}
		}
	case reflect.String:
		v.SetString(text())
	}
}

// The texts do not compress: PostgreSQL's indexes hold long ones that do.
func manyWords(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	var b strings.Builder
	for b.Len() < 6000 {
		fmt.Fprintf(&b, "%c%c%c%c%c ", 'A'+r.IntN(26), 'a'+r.IntN(26), 'a'+r.IntN(26), 'a'+r.IntN(26), 'a'+r.IntN(26))
	}
	return strings.TrimSpace(b.String())
}

func oneWord(n int) string { return strings.ReplaceAll(manyWords(n), " ", "") }

func numbers(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 2))
	var b strings.Builder
	for b.Len() < 6000 {
		fmt.Fprintf(&b, "%d%c", r.IntN(10), 'a'+r.IntN(26))
	}
	return b.String()
}

func decomposed(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 3))
	var b strings.Builder
	for b.Len() < 6000 {
		b.WriteRune('\ufbea' + rune(r.IntN(0xfc5d-0xfbea)))
	}
	return b.String()
}

func composed(n int) string {
	r := rand.New(rand.NewPCG(uint64(n), 4))
	var b strings.Builder
	for b.Len() < 6000 {
		b.WriteRune('\U0001d400' + rune(r.IntN(50)))
		b.WriteRune('\U0001d5d4' + rune(r.IntN(50)))
	}
	return b.String()
}
