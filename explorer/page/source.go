package page

import (
	"fmt"
	"net/http"
	"strconv"
	"unicode/utf8"
)

// sourceData is the answer to queries/source.graphql.
type sourceData struct {
	typed
	URL           string            `json:"url"`
	FetchedAt     string            `json:"fetchedAt"`
	SHA256        string            `json:"sha256"`
	MediaType     string            `json:"mediaType"`
	Format        string            `json:"format"`
	PageType      string            `json:"pageType"`
	ReaderVersion int               `json:"readerVersion"`
	Licence       string            `json:"licence"`
	Redacted      bool              `json:"redacted"`
	Truncated     bool              `json:"truncated"`
	Unsettled     int               `json:"unsettled"`
	Superseded    bool              `json:"superseded"`
	WithdrawnAt   string            `json:"withdrawnAt"`
	Council       council           `json:"council"`
	Text          string            `json:"text"`
	Statements    list[sourceClaim] `json:"statements"`

	// Pieces are the text in pieces, From is where it begins, in characters, Next and Before where it goes on.
	Pieces       []piece `json:"-"`
	From, Length int     `json:"-"`
	Next, Before string  `json:"-"`
	// Left is how many statements are not marked, because there are too many.
	Left int `json:"-"`
}

const (
	// shownText is how many characters of a source's text a page shows.
	shownText = 60_000
	// claimPages is how many pages of statements are asked for.
	claimPages = 10
)

func (s *Site) sourcePage() entityMaker {
	return entity(s, "source", "Source", nil, func(r *http.Request, d *sourceData, f *Frame) (*View, error) {
		claims := d.Statements.Nodes
		for p := d.Statements.PageInfo; p.HasNextPage && len(claims) < claimPages*100; {
			more, err := resource[sourceData](r.Context(), s, s.question("source-statements", map[string]any{"uri": d.URI, "after": p.EndCursor}))
			if err != nil || more == nil {
				return nil, err
			}
			claims, p = append(claims, more.Statements.Nodes...), more.Statements.PageInfo
		}
		d.Left = d.Statements.TotalCount - len(claims)
		d.Length = utf8.RuneCountInString(d.Text)
		if from, err := strconv.Atoi(r.FormValue("from")); err == nil && from > 0 && from < d.Length {
			d.From = from
		}
		end := min(d.From+shownText, d.Length)
		d.Pieces = pieces([]rune(d.Text), d.From, end, claims)
		at := doc(d.URI)
		if end < d.Length {
			d.Next = at + "?from=" + strconv.Itoa(end)
		}
		if d.From > 0 {
			d.Before, f.NoIndex = at+"?from="+strconv.Itoa(max(0, d.From-shownText)), true
		}
		f.Kind, f.Title = "Source", "A page of "+d.Council.Name
		if d.FetchedAt != "" {
			f.Title += ", fetched on " + moment(d.FetchedAt)
		}
		f.Name = f.Title + " (" + d.SHA256[:min(12, len(d.SHA256))] + ")"
		f.Crumbs = []Link{named(d.Council.ref), {"Sources", "/list/" + d.Council.URI[len("/id/"):] + "/sources"}, {Text: d.SHA256[:min(12, len(d.SHA256))]}}
		f.Lead = fmt.Sprintf("The text that was read, with each place marked that a fact was taken from: %s.", count(d.Statements.TotalCount, "fact", "facts"))
		f.resting([]origin{{d.URI, d.URL, d.FetchedAt, d.Licence}}, 2)
		return &View{Frame: *f, Template: "source", Data: d}, nil
	})
}
