package command

import (
	"context"
	"errors"
	"io"
	"math"
	"net/http"
	"strconv"

	"councilgraph/explorer/page"
	"councilgraph/graph"
	"councilgraph/internal/database"
	"councilgraph/linked"
	"councilgraph/linked/vocabulary"
)

// refuseLinked tells a program that asks for linked data why it was not let in.
func refuseLinked(w http.ResponseWriter, _ *http.Request, err error) {
	var refused *graph.Refused
	if !errors.As(err, &refused) {
		refused = &graph.Refused{Status: http.StatusInternalServerError, Message: "something went wrong here"}
	}
	if refused.Wait > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(refused.Wait.Seconds()))))
	}
	http.Error(w, refused.Message, refused.Status)
}

// mountLinked serves things as linked data, the vocabulary that they are written in, and the data as a whole.
func mountLinked(mux *http.ServeMux, db *database.Database, data *linked.Server, pages page.Config, whole linked.Data) error {
	// The page of exports changes with their list too.
	version := pages.Version
	pages.Version = func(ctx context.Context) (string, error) {
		v, err := version(ctx)
		return v + " " + whole.Stamp(), err
	}
	site, err := page.New(pages)
	if err != nil {
		return err
	}
	terms := site.Page(func(r *http.Request) (*page.View, error) {
		return &page.View{
			Frame: page.Frame{Title: "Vocabulary", Lead: "The words that linked data of councils' records is written with.", Path: "/def/council",
				Crumbs: []page.Link{{Text: "Vocabulary"}}, Formats: graphForms("/def/council")},
			Content: func(w io.Writer) error { return vocabulary.Page(w, data.Base(r)) },
		}, nil
	})
	exports := site.Page(func(r *http.Request) (*page.View, error) {
		return &page.View{
			Frame: page.Frame{Title: "Data", Lead: "Bulk files, the API and linked data: how to get what is in here, and on what terms.", Path: "/data",
				Crumbs: []page.Link{{Text: "Data"}}, Formats: graphForms("/data")},
			Content: func(w io.Writer) error { return whole.Page(r.Context(), w) },
		}, nil
	})
	serve := func(h http.Handler, patterns ...string) {
		for _, p := range patterns {
			mux.Handle(p, pinned(db, graph.Compress(h)))
		}
	}
	serve(data.Doc(), "/doc/")
	serve(data.Vocabulary(terms), "/def/council", "/def/council.html", "/def/council.ttl", "/def/council.jsonld", "/def/council.nt")
	serve(data.Shapes(), "/def/shapes.ttl")
	serve(data.Void(whole), "/.well-known/void", "/.well-known/void.ttl", "/.well-known/void.jsonld", "/.well-known/void.nt")
	serve(data.Data(whole, exports), "/data", "/data.html", "/data.json", "/data.ttl", "/data.jsonld", "/data.nt")
	mux.Handle("/id/", pinned(db, data.ID()))
	mux.Handle("/data/", data.Files(whole))
	return nil
}

// graphForms are the forms of linked data that an address has.
func graphForms(path string) []page.Form {
	return []page.Form{
		{Text: "JSON-LD", Type: "application/ld+json", Href: path + ".jsonld"},
		{Text: "Turtle", Type: "text/turtle", Href: path + ".ttl"},
		{Text: "N-Triples", Type: "application/n-triples", Href: path + ".nt"},
	}
}
