package page

import (
	"bytes"
	"encoding/xml"
	"net/url"
)

// The elements of an Atom feed (RFC 4287) that ours have.
type (
	atomFeed struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang    string      `xml:"xml:lang,attr"`
		ID      string      `xml:"id"`
		Title   string      `xml:"title"`
		Updated string      `xml:"updated"`
		Author  atomAuthor  `xml:"author"`
		Links   []atomLink  `xml:"link"`
		Rights  string      `xml:"rights"`
		Entries []atomEntry `xml:"entry"`
	}
	atomAuthor struct {
		Name string `xml:"name"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	atomEntry struct {
		ID      string     `xml:"id"`
		Title   string     `xml:"title"`
		Updated string     `xml:"updated"`
		Links   []atomLink `xml:"link"`
		Summary string     `xml:"summary"`
	}
)

// atomRights is what may be done with the entries.
const atomRights = "The records are their councils' own; each page names its sources and the licence that the council states."

// unnamedBase stands for the server's address in ids where a request names none.
const unnamedBase = "urn:councilgraph:"

// atom is a feed of meetings or decisions; after is the cursor that the page began at.
func atom(d *feedData, kind, base, path, after string) ([]byte, error) {
	id := base
	if id == "" {
		id = unnamedBase
	}
	f := atomFeed{Lang: "en-GB", ID: id + path, Title: capital(kind) + ": " + d.feedOf(), Author: atomAuthor{d.feedOf()}, Rights: atomRights}
	self, query := path, url.Values{}
	if after != "" {
		query.Set("after", after)
		self = path + "?" + query.Encode()
	}
	f.Links = []atomLink{{"self", "application/atom+xml", base + self}, {"alternate", "text/html", base + doc(d.Resource.URI)}}
	next := d.Resource.Meetings.PageInfo
	if kind == "decisions" {
		next = d.Resource.Resolutions.PageInfo
	}
	if next.HasNextPage {
		f.Links = append(f.Links, atomLink{"next", "application/atom+xml", base + with(path, nil, next.EndCursor)})
	}
	add := func(uri, title, updated, summary string) {
		f.Entries = append(f.Entries, atomEntry{ID: id + uri, Title: title, Updated: updated, Summary: summary, Links: []atomLink{{"alternate", "text/html", base + doc(uri)}}})
		f.Updated = max(f.Updated, updated)
	}
	for _, m := range d.Resource.Meetings.Nodes {
		when := "on a day that is not stated"
		if m.Date != "" {
			when = weekday(m.Date)
		}
		if m.StartTime != "" {
			when += " at " + m.StartTime
		}
		if m.Venue != "" {
			when += ", " + m.Venue
		}
		add(m.URI, m.Title()+", "+crumbDay(m.Date), fetched(m.Sources, d.Dataset.LastIngest), when)
	}
	for _, r := range d.Resource.Resolutions.Nodes {
		body := r.Council.Name
		if r.Committee != nil {
			body = r.Committee.Name + ", " + body
		}
		if r.Date != "" {
			body += ", " + day(r.Date)
		}
		add(r.URI, capital(words(r.Kind))+": "+short(120, r.Text), fetched(r.Sources, d.Dataset.LastIngest), r.Text+" ("+body+")")
	}
	if f.Updated == "" {
		f.Updated = d.Dataset.LastIngest
	}
	var out bytes.Buffer
	out.WriteString(xml.Header)
	e := xml.NewEncoder(&out)
	e.Indent("", " ")
	if err := e.Encode(f); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
