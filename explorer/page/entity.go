package page

import (
	"context"
	"net/http"
	"strings"
)

// entityMaker makes the page of the node with a uri. It says what the uri leads to: the page may be another kind's, or at another
// address.
type entityMaker func(r *http.Request, uri string) (*View, typed, error)

// entity is a maker for one type of node: with the query of that name, and the view of what it answers.
func entity[T any, P node[T]](s *Site, name, kind string, variables func(r *http.Request, uri string) map[string]any, view func(r *http.Request, d *T, f *Frame) (*View, error)) entityMaker {
	return func(r *http.Request, uri string) (*View, typed, error) {
		values := map[string]any{}
		if variables != nil {
			values = variables(r, uri)
		}
		values["uri"] = uri
		q := s.question(name, values)
		d, err := resource[T, P](r.Context(), s, q)
		if d == nil || err != nil {
			return nil, typed{}, err
		}
		at := P(d).identity()
		if at.Type != kind {
			return nil, at, nil
		}
		f := &Frame{Path: doc(at.URI), Question: q, Formats: formats(at.URI)}
		v, err := view(r, d, f)
		return v, at, err
	}
}

// entities are the makers of all types of nodes that have addresses.
func (s *Site) entities() map[string]entityMaker {
	return map[string]entityMaker{
		"Council":    s.councilPage(),
		"Committee":  s.committeePage(),
		"Meeting":    s.meetingPage(),
		"AgendaItem": s.itemPage(),
		"Resolution": s.resolutionPage(),
		"Person":     s.personPage(),
		"Issue":      s.issuePage(),
		"Decision":   s.decisionPage(),
		"Source":     s.sourcePage(),
	}
}

// guess is the type of node that an address of this form mostly has.
func guess(path string) string {
	parts := strings.Split(path, "/")
	n := len(parts)
	switch {
	case n >= 3 && parts[n-2] == "resolution":
		return "Resolution"
	case n == 1:
		return "Council"
	case n == 2:
		return "Committee"
	case parts[1] == "person":
		return "Person"
	case parts[1] == "issue":
		return "Issue"
	case parts[1] == "decision":
		return "Decision"
	case parts[1] == "source" && n == 3:
		return "Source"
	case n == 3:
		return "Meeting"
	}
	return "AgendaItem"
}

// docMaker makes the page for an address below /doc/.
func (s *Site) docMaker() Maker {
	makers := s.entities()
	document := s.documentMaker()
	return func(r *http.Request) (*View, error) {
		path := strings.TrimPrefix(r.URL.Path, "/doc/")
		if trimmed := strings.TrimRight(path, "/"); trimmed != path && trimmed != "" {
			return moved("/doc/" + trimmed), nil
		}
		if parent, n, ok := documentPath(path); ok {
			return document(r, parent, n)
		}
		uri := "/id/" + path
		described := s.describe(r.Context(), uri)
		kind := guess(path)
		view, at, err := makers[kind](r, uri)
		if err == nil && view == nil && at.Type != "" && at.Type != kind && makers[at.Type] != nil {
			view, at, err = makers[at.Type](r, uri)
		}
		jsonld := <-described
		switch {
		case err != nil:
			return nil, err
		case view == nil:
			return nil, missing("Nothing is known under the address " + short(200, uri) + ". It may be misspelt, or the page that it rested on has gone. Search for it by its words, or start from its council.")
		case at.URI != uri:
			return moved(doc(at.URI)), nil
		}
		view.Frame.JSONLD = jsonld
		return view, nil
	}
}

// describe asks, beside all else, for what is known as JSON-LD. A page is shown without it where there is none.
func (s *Site) describe(ctx context.Context, uri string) <-chan []byte {
	out := make(chan []byte, 1)
	if s.config.JSONLD == nil {
		out <- nil
		return out
	}
	go func() {
		text, err := s.config.JSONLD(ctx, uri)
		if err != nil && ctx.Err() == nil {
			s.config.Log.ErrorContext(ctx, "JSON-LD of a page", "uri", uri, "error", err)
		}
		out <- text
	}()
	return out
}

// moved is a view that leads to the address that stayed.
func moved(to string) *View {
	return &View{Status: http.StatusMovedPermanently, Redirect: to, Frame: Frame{Title: "The page has moved", Lead: "It is at " + to + ".", NoIndex: true}}
}

// formats are the other forms of what is known of a node.
func formats(uri string) []Form {
	at := doc(uri)
	return []Form{
		{"JSON-LD", "application/ld+json", at + ".jsonld"},
		{"Turtle", "text/turtle", at + ".ttl"},
		{"N-Triples", "application/n-triples", at + ".nt"},
	}
}

// resting notes the sources that a page rests on; most is how many of them the query asks for.
func (f *Frame) resting(on []origin, most int) {
	f.MoreOrigins = len(on) >= most
	for _, o := range on {
		f.Origins = append(f.Origins, Origin{Href: o.Href(), URL: o.URL, Fetched: moment(o.FetchedAt), Licence: o.Licence})
	}
}

// feedsOf are the feeds of a council or a committee.
func feedsOf(uri string) []Form {
	at := "/feeds/" + strings.TrimPrefix(uri, "/id/")
	return []Form{
		{"Calendar of meetings", "text/calendar", at + "/meetings.ics"},
		{"Feed of meetings", "application/atom+xml", at + "/meetings.atom"},
		{"Feed of decisions", "application/atom+xml", at + "/decisions.atom"},
	}
}

// named is a link to a node, for a breadcrumb.
func named(r ref) Link { return Link{r.Name, r.Href()} }

// dashboard is the dashboard of a committee or a person.
func dashboard(uri string) string { return "/dashboard/" + strings.TrimPrefix(uri, "/id/") }
