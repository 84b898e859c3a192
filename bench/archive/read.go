package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"councilgraph/ingest"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
	"councilgraph/internal/register"
)

// read reads an archive as ingest does before it loads, and says what it found.
func read(path string) error {
	known, err := register.Load()
	if err != nil {
		return err
	}
	var pages, items, others atomic.Int64
	todo := make(chan record.Document)
	failed := make(chan error, runtime.GOMAXPROCS(0))
	var work sync.WaitGroup
	reader := ingest.Reader(nil)
	for range runtime.GOMAXPROCS(0) {
		work.Go(func() {
			for doc := range todo {
				of, err := known.ByHost(doc.URL)
				if err != nil {
					continue
				}
				doc.Council = of.Code
				reading, err := reader(doc)
				switch {
				case errors.Is(err, format.ErrNotCouncilPage):
					others.Add(1)
				case err != nil:
					failed <- fmt.Errorf("read %s: %w", doc.URL, err)
					return
				default:
					pages.Add(1)
					for _, m := range reading.Page.Meetings {
						items.Add(int64(len(m.Items)))
					}
				}
			}
		})
	}
	wanted := func(url string) bool {
		_, err := known.ByHost(url)
		return err == nil
	}
	for doc, err := range fetch.Walk(context.Background(), []string{path}, fetch.Options{Wanted: wanted}) {
		if err != nil {
			return err
		}
		select {
		case todo <- doc:
		case err := <-failed:
			return err
		}
	}
	close(todo)
	work.Wait()
	select {
	case err := <-failed:
		return err
	default:
	}
	fmt.Printf("%d councils' pages with %d items, %d others", pages.Load(), items.Load(), others.Load())
	return nil
}
