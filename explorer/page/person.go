package page

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
)

// personData is the answer to queries/person.graphql.
type personData struct {
	typed
	Name      string  `json:"name"`
	Kind      string  `json:"kind"`
	Honorific string  `json:"honorific"`
	WebURL    string  `json:"webUrl"`
	Council   council `json:"council"`
	Names     []struct {
		Name      string `json:"name"`
		FirstSeen string `json:"firstSeen"`
		LastSeen  string `json:"lastSeen"`
	} `json:"names"`
	Terms []struct {
		StartDate      string `json:"startDate"`
		EndDate        string `json:"endDate"`
		PartyAsWritten string `json:"partyAsWritten"`
		Party          *ref   `json:"party"`
		Ward           *ref   `json:"ward"`
	} `json:"terms"`
	Memberships []seat `json:"memberships"`
	Offices     []struct {
		Title     string `json:"title"`
		FirstSeen string `json:"firstSeen"`
		LastSeen  string `json:"lastSeen"`
	} `json:"offices"`
	Rate struct {
		Expected     int      `json:"expected"`
		Present      int      `json:"present"`
		Late         int      `json:"late"`
		Apologies    int      `json:"apologies"`
		Absent       int      `json:"absent"`
		Substitute   int      `json:"substitute"`
		InAttendance int      `json:"inAttendance"`
		Unrecorded   int      `json:"unrecorded"`
		Rate         *float64 `json:"rate"`
	} `json:"attendanceRate"`
	Attendances list[struct {
		Status  string  `json:"status"`
		Meeting sitting `json:"meeting"`
	}] `json:"attendances"`
	Decisions struct {
		TotalCount int `json:"totalCount"`
		Edges      []struct {
			How  []string `json:"how"`
			Node outcome  `json:"node"`
		} `json:"edges"`
		PageInfo pageInfo `json:"pageInfo"`
	} `json:"decisions"`
	Moved    list[outcome] `json:"moved"`
	Seconded list[outcome] `json:"seconded"`
	Votes    list[struct {
		Option    string `json:"option"`
		VoteEvent struct {
			Result string `json:"result"`
			Item   matter `json:"agendaItem"`
		} `json:"voteEvent"`
	}] `json:"votes"`
	Declarations   list[interest] `json:"declarations"`
	Participations list[struct {
		How  string `json:"how"`
		Item matter `json:"agendaItem"`
	}] `json:"participations"`
	Published list[record] `json:"publishedDecisions"`
	Sources   []origin     `json:"sources"`

	// Ways lead to the decisions that the person had a certain part in, Way is the chosen one, Next the address of the next page of
	// decisions.
	Ways  []Link `json:"-"`
	Way   string `json:"-"`
	Next  string `json:"-"`
	First string `json:"-"`
}

// Percent is the rate of attendance in whole percents.
func (d *personData) Percent() string {
	if d.Rate.Rate == nil {
		return ""
	}
	return fmt.Sprintf("%.0f%%", *d.Rate.Rate*100)
}

// Dashboard is the address of attendance, votes and decisions at a glance.
func (d *personData) Dashboard() string { return dashboard(d.URI) }

// ways are the parts in decisions that a reader can choose.
func ways() []string {
	return []string{"MOVER", "SECONDER", "VOTED_FOR", "VOTED_AGAINST", "ABSTAINED", "SPEAKER", "PRESENTER", "CHAIR", "DECLARED_INTEREST", "DECISION_MAKER", "PRESENT"}
}

func (s *Site) personPage() entityMaker {
	return entity(s, "person", "Person",
		func(r *http.Request, _ string) map[string]any {
			values := map[string]any{"after": r.FormValue("after")}
			if how := r.FormValue("how"); slices.Contains(ways(), how) {
				values["how"] = []string{how}
			}
			return values
		},
		func(r *http.Request, d *personData, f *Frame) (*View, error) {
			f.Kind, f.Title, f.Crumbs = "Person", d.Name, []Link{named(d.Council.ref), {"People", "/list/" + d.Council.URI[len("/id/"):] + "/people"}, {Text: d.Name}}
			if d.Kind == "COUNCILLOR" {
				f.Kind = "Councillor"
			}
			if d.Kind == "OFFICER" {
				f.Kind = "Officer"
			}
			f.Name = d.Name + ", " + d.Council.ShortName
			f.Lead = fmt.Sprintf("%s of the %s, with a part in %s.", f.Kind, d.Council.Name, count(d.Decisions.TotalCount, "decision that is known here", "decisions that are known here"))
			if d.Way = r.FormValue("how"); slices.Contains(ways(), d.Way) {
				f.Lead = fmt.Sprintf("%s of the %s.", f.Kind, d.Council.Name)
			} else {
				d.Way = ""
			}
			f.resting(d.Sources, 5)
			at := doc(d.URI)
			d.Ways = append(d.Ways, Link{"any part", chosen(d.Way != "", at+"#decisions")})
			for _, way := range ways() {
				d.Ways = append(d.Ways, Link{words(way), chosen(d.Way != way, at+"?how="+way+"#decisions")})
			}
			query := url.Values{}
			if d.Way != "" {
				query.Set("how", d.Way)
			}
			if r.FormValue("after") != "" {
				d.First = with(at, query, "") + "#decisions"
				f.NoIndex = true
			}
			if d.Decisions.PageInfo.HasNextPage {
				d.Next = with(at, query, d.Decisions.PageInfo.EndCursor) + "#decisions"
			}
			return &View{Frame: *f, Template: "person", Data: d}, nil
		})
}

// chosen is an address, or "" for what the reader has chosen already.
func chosen(other bool, at string) string {
	if other {
		return at
	}
	return ""
}

// with is an address with parameters and the cursor to go on after, both left out where they are empty.
func with(at string, query url.Values, after string) string {
	values := url.Values{}
	for k, v := range query {
		values[k] = v
	}
	if after != "" {
		values.Set("after", after)
	}
	if len(values) == 0 {
		return at
	}
	return at + "?" + values.Encode()
}
