package dashboard

import (
	"net/http"
	"net/url"
	"strings"

	"councilgraph/explorer/page"
)

// Path is where dashboards are served: below it stand the council and the committee, or the council, "person" and the person, as in a uri
// behind /id/; then, for a file, its name.
const Path = "/dashboard/"

// The parts of a dashboard, by which its files are named and one part alone is shown.
const (
	partAttendance = "attendance"
	partMembers    = "members"
	partVotes      = "votes"
	partDecisions  = "decisions"
	partMoney      = "money"
)

var parts = []string{partAttendance, partMembers, partVotes, partDecisions, partMoney}

// pictured are the parts that have a picture.
var pictured = []string{partAttendance, partDecisions, partMoney}

// wanted is what a request asks for.
type wanted struct {
	uri      string // /id/... of the committee or the person
	person   bool
	from, to string // "" for none
	after    string // cursor of the page of meetings before
	part     string // the part that a file or an embedded dashboard shows, "" for all
	format   string // csv or svg, "" for a page
	embedded bool
}

// read reads what a request asks for. An error tells the reader what is wrong with the address.
func read(r *http.Request) (wanted, error) {
	q := r.URL.Query()
	w := wanted{from: q.Get("from"), to: q.Get("to"), after: q.Get("after"), embedded: q.Has("embed")}
	steps := strings.Split(strings.TrimPrefix(r.URL.Path, Path), "/")
	if name, format, dotted := strings.Cut(steps[len(steps)-1], "."); dotted && len(steps) > 1 {
		steps, w.part, w.format = steps[:len(steps)-1], name, format
		if !known(w.part, parts) || w.format != "csv" && (w.format != "svg" || !known(w.part, pictured)) {
			return wanted{}, nowhere("A dashboard has no such file. Its files are linked on its page.")
		}
	} else if w.part = q.Get("embed"); w.part != "" && !known(w.part, parts) {
		return wanted{}, badAddress("The parameter embed names no part of a dashboard. Its parts are " + strings.Join(parts, ", ") + "; without a value all are shown.")
	}
	w.person = len(steps) == 3 && steps[1] == "person"
	if len(steps) != 2 && !w.person || strings.Contains(strings.Join(steps, "/")+"/", "//") || steps[0] == "" {
		return wanted{}, nowhere("A dashboard is one of a committee, /dashboard/COUNCIL/COMMITTEE, or of a person, /dashboard/COUNCIL/person/PERSON.")
	}
	w.uri = "/id/" + strings.Join(steps, "/")
	return w, nil
}

func known(name string, among []string) bool {
	for _, one := range among {
		if name == one {
			return true
		}
	}
	return false
}

// nowhere tells a reader that there is nothing at the address.
func nowhere(message string) error {
	return &page.Problem{Status: http.StatusNotFound, Title: "There is no such dashboard", Message: message}
}

// Address is where the dashboard of a committee or a person is, by the uri of either.
func Address(uri string) string { return Path + strings.TrimPrefix(uri, "/id/") }

// address is where the dashboard of a period is; with a part and a format, its file.
func (w wanted) address(p period, after, part, format string) string {
	at := Address(w.uri)
	if format != "" {
		at += "/" + part + "." + format
	}
	q := url.Values{"from": {p.From}, "to": {p.To}}
	if after != "" {
		q.Set("after", after)
	}
	if w.embedded && format == "" {
		q.Set("embed", part)
	}
	return at + "?" + q.Encode()
}
