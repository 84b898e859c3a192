// Command clients asks the endpoint in $ENDPOINT what the other clients ask, with what genqlient makes of
// resolutions.graphql and the published schema.
package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/Khan/genqlient/graphql"
)

//go:generate go tool genqlient genqlient.yaml

const size = 4

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "genqlient:", err)
		os.Exit(1)
	}
}

// run puts the pages of the list together, by POST and then by GET, and compares them with the whole list.
func run() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	endpoint := os.Getenv("ENDPOINT")
	whole, err := GoResolutions(ctx, graphql.NewClient(endpoint, http.DefaultClient), 100, nil)
	if err != nil {
		return err
	}
	var want []string
	for _, n := range whole.Resolutions.Nodes {
		want = append(want, n.Id)
	}
	if len(want) != whole.Resolutions.TotalCount || len(want) <= size {
		return fmt.Errorf("%d of %d resolutions, want all of them and more than a page of %d", len(want), whole.Resolutions.TotalCount, size)
	}
	for name, client := range map[string]graphql.Client{
		"POST": graphql.NewClient(endpoint, http.DefaultClient),
		"GET":  graphql.NewClientUsingGet(endpoint, http.DefaultClient),
	} {
		got, pages, err := walk(ctx, client)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) || pages != (len(want)+size-1)/size {
			return fmt.Errorf("%s: put together %v in %d pages, want %v", name, got, pages, want)
		}
		fmt.Printf("genqlient (%s): %d resolutions in %d pages\n", name, len(got), pages)
	}
	return nil
}

// walk gives the ids of all pages and how many pages there were.
func walk(ctx context.Context, client graphql.Client) (ids []string, pages int, err error) {
	var after *string
	for {
		page, err := GoResolutions(ctx, client, size, after)
		if err != nil {
			return nil, pages, err
		}
		pages++
		for _, n := range page.Resolutions.Nodes {
			ids = append(ids, n.Id)
		}
		info := page.Resolutions.PageInfo
		if !info.HasNextPage {
			return ids, pages, nil
		}
		after = info.EndCursor
	}
}
