package dashboard

import (
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"councilgraph/ingest/record"
)

const (
	panel = "/dashboard/bromley/parks-panel"
	ann   = "/dashboard/bromley/person/ann-birch"
)

// lines are the lines of a file of CSV.
func lines(t *testing.T, w *world, at string) []string {
	t.Helper()
	answer := w.get(at)
	if answer.Code != 200 || answer.Header().Get("Content-Type") != "text/csv; charset=utf-8" {
		t.Fatalf("%s: status %d, %s: %s", at, answer.Code, answer.Header().Get("Content-Type"), answer.Body)
	}
	text, ok := strings.CutPrefix(answer.Body.String(), "\uFEFF")
	if !ok {
		t.Errorf("%s: no byte order mark", at)
	}
	return strings.Split(strings.TrimSuffix(text, "\r\n"), "\r\n")
}

// What the files say is what was counted by hand, and every query behind them is a compiled one.
func TestFiles(t *testing.T) {
	w := newWorld(t)
	w.spring(t)
	const id, march = "/id/bromley/person/", ",2026-03-25,/id/bromley/parks-panel/2026-03-25,,the attendance of the meeting is not known"
	for at, want := range map[string][]string{
		panel + "/attendance.csv": {
			"person,person_uri,date,meeting_uri,attendance,says",
			"Ann Birch," + id + "ann-birch,2026-01-14,/id/bromley/parks-panel/2026-01-14,P,present",
			"Ann Birch," + id + "ann-birch,2026-03-11,/id/bromley/parks-panel/2026-03-11,P,present",
			"Ann Birch," + id + "ann-birch" + march,
			"Cy Dale," + id + "cy-dale,2026-01-14,/id/bromley/parks-panel/2026-01-14,A,sent apologies",
			"Cy Dale," + id + "cy-dale,2026-03-11,/id/bromley/parks-panel/2026-03-11,P,present",
			"Cy Dale," + id + "cy-dale" + march,
			"Di Elm," + id + "di-elm,2026-01-14,/id/bromley/parks-panel/2026-01-14,X,absent",
			"Di Elm," + id + "di-elm,2026-03-11,/id/bromley/parks-panel/2026-03-11,S,present as a substitute",
			"Di Elm," + id + "di-elm" + march,
			"Ed Firth," + id + "ed-firth,2026-01-14,/id/bromley/parks-panel/2026-01-14,P,present",
			"Ed Firth," + id + `ed-firth,2026-03-11,/id/bromley/parks-panel/2026-03-11,L,"present, late"`,
			"Ed Firth," + id + "ed-firth" + march,
		},
		panel + "/members.csv": {
			"person,person_uri,moved,seconded,voted_for,voted_against,abstained,absent_or_no_vote",
			"Ann Birch," + id + "ann-birch,1,2,1,0,0,0",
			"Cy Dale," + id + "cy-dale,2,0,0,0,0,0",
			"Ed Firth," + id + "ed-firth,0,1,1,0,0,0",
			"Guy Holt," + id + "guy-holt,0,0,0,1,0,0",
		},
		panel + "/votes.csv": {
			"date,item,item_uri,on,result,for,against,abstained,method",
			"2026-01-14,Swings,/id/bromley/parks-panel/2026-01-14/1,,CARRIED,2,1,,RECORDED",
		},
		panel + "/decisions.csv": {"month,decisions", "2026-01,1", "2026-02,0", "2026-03,2"},
		panel + "/money.csv": {
			"date,as_written,low_pounds,high_pounds,per,resolution_uri,resolution",
			`2026-01-14,"£12,000",12000,12000,,/id/bromley/parks-panel/2026-01-14/1/resolution/1,"That £12,000 be spent on swings."`,
			"2026-03-11,£500.50,500.5,500.5,,/id/bromley/parks-panel/2026-03-11/1/resolution/1,That £500.50 be spent on slides.",
			"2026-03-11,£40 a week,40,40,week,/id/bromley/parks-panel/2026-03-11/1/resolution/2,That the rent of £40 a week be noted.",
		},
		ann + "/attendance.csv": {
			"committee,committee_uri,month,attendance,says",
			"Parks Panel,/id/bromley/parks-panel,2026-01,P,present",
			"Parks Panel,/id/bromley/parks-panel,2026-03,P,present",
		},
		ann + "/members.csv": {
			"part,decisions", "moved,1", "seconded,2", "present,3", "chaired,0", "spoke or presented,0", "declared an interest,0", "voted for,1", "voted against,0", "abstained,0",
		},
		ann + "/votes.csv": {
			"date,item,item_uri,on,result,for,against,abstained,method,voted",
			"2026-01-14,Swings,/id/bromley/parks-panel/2026-01-14/1,,CARRIED,2,1,,RECORDED,FOR",
		},
		ann + "/decisions.csv": {"month,decisions", "2026-01,1", "2026-02,0", "2026-03,2"},
		ann + "/money.csv": {
			"date,as_written,low_pounds,high_pounds,per,resolution_uri,resolution",
			`2026-01-14,"£12,000",12000,12000,,/id/bromley/parks-panel/2026-01-14/1/resolution/1,"That £12,000 be spent on swings."`,
		},
	} {
		if diff := cmp.Diff(want, lines(t, w, at+"?from=2026-01-01&to=2026-03-31")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", at, diff)
		}
	}
	if w.ways["compiled"] == 0 || len(w.ways) != 1 {
		t.Errorf("queries by how they were answered: %v; all must be compiled", w.ways)
	}
}

// text is what a reader sees of a page, blanks taken together; the page must be well formed enough that each id stands once.
func text(t *testing.T, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	ids := map[string]bool{}
	for n := range root.Descendants() {
		switch n.Type {
		case html.TextNode:
			out.WriteString(n.Data + " ")
		case html.ElementNode:
			for _, a := range n.Attr {
				if a.Key == "id" && ids[a.Val] {
					t.Errorf("the id %s stands twice", a.Val)
				} else if a.Key == "id" {
					ids[a.Val] = true
				}
			}
		}
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// The page of a committee: the time up to its latest meeting, every table, what is unknown said so, and nothing of a page run.
func TestPage_committee(t *testing.T) {
	w := newWorld(t)
	w.spring(t)
	answer := w.get(panel)
	if answer.Code != 200 {
		t.Fatalf("status %d: %s", answer.Code, answer.Body)
	}
	got := text(t, answer.Body.String())
	for _, want := range []string{
		"Members and decisions: Parks Panel", "From 1 April 2024 to 25 March 2026: 3 meetings and 3 decisions.",
		"14 Jan 26 11 Mar 26 25 Mar 26 Present", "Ann Birch P P 2 of 2", "Cy Dale A P 1 of 2", "Di Elm X S 1 of 2", "Ed Firth P L 2 of 2",
		"A sent apologies", "Ann Birch 1 2 1 0 0 0", "14 January 2026 Swings carried 2 1 not stated recorded",
		"2 approved, 1 noted", "3 sums are named; those that can be added up come to £12,500.50", "1 sum is not added up",
		"January 2026 1 £12,000", "February 2026 0",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q:\n%s", want, got)
		}
	}
	for _, link := range []string{
		`href="/doc/bromley/parks-panel/2026-01-14"`, `href="/dashboard/bromley/person/ann-birch"`, `href="/doc/bromley/parks-panel/2026-01-14/1"`,
		`href="/dashboard/bromley/parks-panel/votes.csv?from=2024-04-01&amp;to=2026-03-25"`, `href="/graphiql/?`,
	} {
		if !strings.Contains(answer.Body.String(), link) {
			t.Errorf("the page has no link %s", link)
		}
	}
	if w.ways["compiled"] == 0 || len(w.ways) != 1 {
		t.Errorf("queries by how they were answered: %v; all must be compiled", w.ways)
	}
}

func TestPage_person(t *testing.T) {
	w := newWorld(t)
	w.spring(t)
	answer := w.get(ann + "?from=2026-01-01&to=2026-03-31")
	got := text(t, answer.Body.String())
	for _, want := range []string{
		"Ann Birch: attendance, votes and decisions", "a part in 3 decisions", "Jan 26 Feb 26 Mar 26 Present", "Parks Panel P P 2 of 2",
		"1 moved 2 seconded 3 present 0 chaired", "11 March 2026: That £500.50 be spent on slides.", "present, seconded", "Swings for carried 2 1 not stated recorded",
		"Decisions moved or seconded, by month", "come to £12,000",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %q:\n%s", want, got)
		}
	}
}

// A part of a dashboard stands alone within a page of another site.
func TestPage_embedded(t *testing.T) {
	w := newWorld(t)
	w.spring(t)
	answer := w.get(panel + "?embed=money&from=2026-01-01&to=2026-03-31")
	if policy := answer.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors *") || strings.Contains(policy, "unsafe") {
		t.Errorf("its policy is %s", policy)
	}
	got := text(t, answer.Body.String())
	if !strings.Contains(got, "Money in decisions") || strings.Contains(got, "Attendance") || strings.Contains(got, "Skip to the content") {
		t.Errorf("it shows %s", got)
	}
	if !strings.Contains(answer.Body.String(), `href="/dashboard/bromley/parks-panel?from=2026-01-01&amp;to=2026-03-31"`) {
		t.Error("it does not lead to the whole dashboard")
	}
	if policy := w.get(panel).Header().Get("Content-Security-Policy"); !strings.Contains(policy, "frame-ancestors 'none'") {
		t.Errorf("the whole dashboard's policy is %s", policy)
	}
}

// Pictures are XML, and what a page says cannot break out of them.
func TestPictures(t *testing.T) {
	w := newWorld(t)
	w.spring(t)
	w.take(t, record.Meeting{Committee: "Parks Panel", Date: "2026-02-04", Span: span(0, 5), Attendances: came(`Zed "Quote" O'Hara`, "present")})
	for _, part := range pictured {
		answer := w.get(panel + "/" + part + ".svg?from=2026-01-01&to=2026-03-31")
		if answer.Code != 200 || answer.Header().Get("Content-Type") != "image/svg+xml" {
			t.Fatalf("%s: status %d, %s", part, answer.Code, answer.Header().Get("Content-Type"))
		}
		boxes := 0
		read := xml.NewDecoder(answer.Body)
		for {
			token, err := read.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", part, err)
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "rect" {
				boxes++
			} else if ok && (e.Name.Local == "script" || e.Name.Local == "style") {
				t.Errorf("%s holds an element %s", part, e.Name.Local)
			}
		}
		if want := map[string]int{"attendance": 1 + 9, "decisions": 1 + 2, "money": 1 + 2}[part]; boxes != want {
			t.Errorf("%s: %d boxes, want %d", part, boxes, want)
		}
	}
}

// Addresses that lead nowhere, or cannot be understood, say what to do.
func TestPage_refused(t *testing.T) {
	w := newWorld(t)
	w.spring(t)
	for at, want := range map[string]struct {
		status int
		says   string
	}{
		"/dashboard/":                            {http.StatusNotFound, "/dashboard/COUNCIL/COMMITTEE"},
		"/dashboard/bromley":                     {http.StatusNotFound, "/dashboard/COUNCIL/COMMITTEE"},
		"/dashboard/bromley//x":                  {http.StatusNotFound, "/dashboard/COUNCIL/COMMITTEE"},
		"/dashboard/bromley/no-such-panel":       {http.StatusNotFound, "No committee and no person"},
		"/dashboard/bromley/person/nobody":       {http.StatusNotFound, "No committee and no person"},
		panel + "/nothing.csv":                   {http.StatusNotFound, "no such file"},
		panel + "/votes.svg":                     {http.StatusNotFound, "no such file"},
		panel + "?from=01/02/2026":               {http.StatusBadRequest, "from is no day"},
		panel + "?from=2026-02-02&to=2026-01-01": {http.StatusBadRequest, "ends before it begins"},
		panel + "?embed=nonsense":                {http.StatusBadRequest, "attendance, members, votes"},
	} {
		if answer := w.get(at); answer.Code != want.status || !strings.Contains(answer.Body.String(), want.says) {
			t.Errorf("%s: status %d, want %d and %q: %s", at, answer.Code, want.status, want.says, text(t, answer.Body.String()))
		}
	}
}

// More meetings than stand side by side are paged, and the page says how many there are.
func TestPage_manyMeetings(t *testing.T) {
	w := newWorld(t)
	for _, m := range []string{"01", "02", "03", "04", "05", "06", "07", "08"} {
		for _, d := range []string{"03", "10", "17"} {
			w.take(t, record.Meeting{Committee: "Parks Panel", Date: "2025-" + m + "-" + d, Span: span(0, 5), Attendances: came("Ann Birch", "present")})
		}
	}
	first := w.get(panel).Body.String()
	if got := text(t, first); !strings.Contains(got, "20 of 24 meetings of this time are shown") || !strings.Contains(got, "Ann Birch"+strings.Repeat(" P", 20)+" 20 of 20") {
		t.Fatalf("the first page: %s", got)
	}
	_, rest, _ := strings.Cut(first, `<a href="`+panel+`?after=`)
	query, _, ok := strings.Cut(rest, `#attendance"`)
	if !ok {
		t.Fatal("no link to the meetings before")
	}
	second := text(t, w.get(panel+"?after="+strings.ReplaceAll(query, "&amp;", "&")).Body.String())
	if !strings.Contains(second, "Ann Birch"+strings.Repeat(" P", 4)+" 4 of 4") || !strings.Contains(second, "3 Jan 25") || !strings.Contains(second, "The latest meetings") {
		t.Errorf("the second page: %s", second)
	}
}

// Links lead to other times as far as something is known of them, and no further.
func TestPage_otherTimes(t *testing.T) {
	w := newWorld(t)
	w.spring(t)
	for query, want := range map[string][2]string{
		"":                               {"", ""},
		"?from=2026-02-01&to=2026-03-25": {`href="/dashboard/bromley/parks-panel?from=2025-12-01&amp;to=2026-01-31"`, ""},
		"?from=2026-02-01&to=2026-02-28": {`href="/dashboard/bromley/parks-panel?from=2026-01-01&amp;to=2026-01-31"`, `href="/dashboard/bromley/parks-panel?from=2026-03-01&amp;to=2026-03-31"`},
	} {
		body := w.get(panel + query).Body.String()
		for i, rel := range []string{`rel="prev"`, `rel="next"`} {
			if there := strings.Contains(body, rel); there != (want[i] != "") || there && !strings.Contains(body, want[i]+" "+rel) {
				t.Errorf("%q: the link %s is there: %v, want %q", query, rel, there, want[i])
			}
		}
	}
}
