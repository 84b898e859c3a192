package ingest

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
)

// How much a bulk run keeps in memory: of what is read ahead in bytes of documents, and of what waits to be loaded
// in bytes of text.
const (
	aheadBytes = 32 << 20
	heldBytes  = 48 << 20
)

// How much is loaded together at most in a bulk run, of one council or of several of which there is little. What the pages of a council say depends on
// its other pages, so fewer and larger batches settle less often what was settled before.
const (
	bulkDocuments = 1000
	bulkBytes     = 16 << 20
)

// Bulk takes in documents like Run, and the graph is the same, in the way that suits an archive: they are read by
// all processors, what belongs to one council is gathered from all over the archive and loaded together, and pages
// that the store holds already are passed by unread. A run that was stopped at any moment is taken up again by
// running it once more.
func (p Pipeline) Bulk(ctx context.Context, paths []string) (report Report, err error) {
	defer collectLess()()
	report = Report{Nodes: load.Outcome{}, Problems: []Problem{}}
	if p.Fetch.Wanted == nil {
		p.Fetch.Wanted = p.wanted
	}
	// The first to load would make an index of words by today's rules, and all others would wait for it.
	if err := p.Loader.DeriveSearch(ctx); err != nil {
		return report, err
	}
	empty, err := p.Loader.Empty(ctx)
	if err != nil {
		return report, err
	}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	read := p.readAhead(reading, paths, !empty)
	g := p.gathering(&report)
	defer func() { _ = g.finished() }() // where the run stops, what is being loaded comes to its end first, and is reported
	for a := range read {
		if ctx.Err() != nil {
			return report, fmt.Errorf("stopped after %d documents: %w", report.Documents, ctx.Err())
		}
		report.Documents++
		if err := g.take(ctx, a); err != nil {
			return report, err
		}
		a.done()
		p.progress(&report)
	}
	if ctx.Err() != nil {
		return report, fmt.Errorf("stopped after %d documents: %w", report.Documents, ctx.Err())
	}
	return report, g.finish(ctx)
}

// arrival is a document that has been read, or that could not be.
type arrival struct {
	doc  record.Document
	read load.Reading
	held bool // the store holds it already
	err  error
	done func() // makes room for the next one
}

// readAhead reads documents by all processors and gives them in their order.
func (p Pipeline) readAhead(ctx context.Context, paths []string, resumed bool) <-chan arrival {
	room := &budget{left: aheadBytes}
	room.freed.L = &room.lock
	type slot struct {
		doc  record.Document
		err  error
		into chan arrival
	}
	todo := make(chan slot)
	order := make(chan chan arrival, 1024)
	go func() {
		defer close(order)
		defer close(todo)
		for doc, err := range fetch.Walk(ctx, paths, p.Fetch) {
			s := slot{doc, err, make(chan arrival, 1)}
			room.take(len(doc.Bytes))
			select {
			case order <- s.into:
			case <-ctx.Done():
				return
			}
			select {
			case todo <- s:
			case <-ctx.Done():
				close(s.into)
				return
			}
		}
	}()
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for s := range todo {
				a := p.arrive(ctx, s.doc, s.err, resumed)
				a.done = sync.OnceFunc(func() { room.give(len(s.doc.Bytes)) })
				s.into <- a
			}
		}()
	}
	out := make(chan arrival)
	go func() {
		defer close(out)
		defer room.close()
		for into := range order {
			select {
			case a, read := <-into:
				if !read {
					return
				}
				select {
				case out <- a:
				case <-ctx.Done():
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

// arrive reads a document, unless the store holds it.
func (p Pipeline) arrive(ctx context.Context, doc record.Document, err error, resumed bool) arrival {
	a := arrival{doc: doc, err: err}
	if err != nil || doc.MediaType == record.FileType {
		return a
	}
	if resumed {
		if a.held, a.err = p.holds(ctx, &a.doc); a.held || a.err != nil {
			return a
		}
	}
	if a.read, a.err = p.read(doc); a.err == nil {
		a.err = p.Loader.Pack(&a.read)
	}
	return a
}

// holds says whether the store holds what reading the document would give. Where words are taken out of the
// council's pages, only reading tells.
func (p Pipeline) holds(ctx context.Context, doc *record.Document) (bool, error) {
	code, err := p.council(*doc)
	if err != nil {
		return false, err
	}
	if _, cleaned := p.Words[code]; cleaned {
		return false, nil
	}
	known := *doc
	known.Council = code
	return p.Loader.Holds(ctx, known)
}

// budget bounds what is in memory at a time.
type budget struct {
	lock   sync.Mutex
	freed  sync.Cond
	left   int
	taken  int
	closed bool
}

// take waits until there is room for so much. What is larger than all room waits until it is alone.
func (b *budget) take(n int) {
	b.lock.Lock()
	defer b.lock.Unlock()
	for b.left < n && b.taken > 0 && !b.closed {
		b.freed.Wait()
	}
	b.left, b.taken = b.left-n, b.taken+1
}

func (b *budget) give(n int) {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.left, b.taken = b.left+n, b.taken-1
	b.freed.Broadcast()
}

// close lets all who wait go on: nobody takes what they bring.
func (b *budget) close() {
	b.lock.Lock()
	defer b.lock.Unlock()
	b.closed = true
	b.freed.Broadcast()
}
