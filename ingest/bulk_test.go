package ingest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// threeCouncils are the councils AAA, BBB and CCC.
type threeCouncils struct{}

func (threeCouncils) Code(code string) (string, error) {
	if !slices.Contains([]string{"AAA", "BBB", "CCC"}, code) {
		return "", fmt.Errorf("no council has the code %q", code)
	}
	return code, nil
}

func (threeCouncils) Host(string) (string, error) {
	return "", errors.New("no council publishes there")
}

// archived is a pipeline on a fresh database with three councils, and what the database then holds.
func archived(t *testing.T, read load.Reader) (ingest.Pipeline, func() map[string][]string) {
	t.Helper()
	db := dbtest.New(t)
	return threeIn(t, db, read), func() map[string][]string { return dbtest.Dump(t, db) }
}

// threeIn is a pipeline on a database that gets the three councils.
func threeIn(t *testing.T, db *database.Database, read load.Reader) ingest.Pipeline {
	t.Helper()
	loader, err := load.New(db.Client, db.Dialect, 1, func() time.Time { return time.Unix(1_800_000_000, 0) }, read)
	if err != nil {
		t.Fatal(err)
	}
	var all []record.RegisteredCouncil
	for _, name := range []string{"Ambleford", "Bramley", "Calder"} {
		code := name[:1] + name[:1] + name[:1]
		all = append(all, record.RegisteredCouncil{Code: code, Name: name + " Council", ShortName: name, Slug: load.Slug(name), Kind: "UNITARY"})
	}
	if _, err := loader.Councils(t.Context(), all); err != nil {
		t.Fatal(err)
	}
	return ingest.Pipeline{Councils: threeCouncils{}, Loader: loader}
}

// mixed are pages of three councils, one of each in turn, with pages among them that cannot be taken in.
func mixed(t *testing.T) []record.Document {
	t.Helper()
	var out []record.Document
	for i, d := range pagesOf(t, "format/testdata/cases/*/page.txt") {
		d.Council = []string{"AAA", "BBB", "CCC"}[i%3]
		out = append(out, d)
		if i%10 == 3 {
			broken := record.Document{Name: fmt.Sprintf("broken-%d.txt", i), Council: d.Council, URL: d.URL, MediaType: "text/plain", Bytes: []byte("How to bin your old sofa")}
			out = append(out, broken)
		}
		if i%10 == 7 {
			d.Council = "ZZZ"
			out = append(out, d)
		}
	}
	return append(out, overlong(t)...)
}

// overlong are a page whose title is as long as a text, and a page of an address that is too long to be kept.
func overlong(t *testing.T) []record.Document {
	t.Helper()
	const title = "Winter Gritting Review"
	page := pagesOf(t, "format/moderngovhtml/testdata/item/page.html")[0]
	if !bytes.Contains(page.Bytes, []byte(title)) {
		t.Fatalf("no page of %s", title)
	}
	var long strings.Builder
	random := rand.New(rand.NewPCG(1, 2)) // what repeats itself is short in an index
	for long.Len() < 20_000 {
		fmt.Fprintf(&long, " %x", random.Uint32())
	}
	page.Council, page.MediaType = "AAA", "text/html"
	titled, addressed := page, page
	titled.URL, titled.Bytes = "https://aaa.example/mgAi.aspx?ID=1", bytes.ReplaceAll(page.Bytes, []byte(title), []byte(title+long.String()))
	addressed.URL = "https://aaa.example/mgAi.aspx?ID=2&x=" + strings.ReplaceAll(long.String(), " ", "")
	return []record.Document{titled, addressed}
}

// taken takes pages into a fresh database, one way or the other: the report, what the database then holds, and the pipeline to go on with.
func taken(t *testing.T, way func(ingest.Pipeline, context.Context, []string) (ingest.Report, error), path string) (ingest.Report, map[string][]string, ingest.Pipeline, func() map[string][]string) {
	t.Helper()
	p, dump := archived(t, ingest.Read)
	report, err := way(p, t.Context(), []string{path})
	if err != nil {
		t.Fatal(err)
	}
	return report, dump(), p, dump
}

// A bulk run gives the graph of an ordinary one, and the same report of what could not be taken in.
func TestBulk(t *testing.T) {
	path := folder(t, mixed(t))
	ordinary, want, _, _ := taken(t, ingest.Pipeline.Run, path)
	bulk, got, p, dump := taken(t, ingest.Pipeline.Bulk, path)
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("another graph:\n%.4000s", d)
	}
	if !slices.ContainsFunc(bulk.Problems, func(p ingest.Problem) bool { return strings.Contains(fmt.Sprint(p), "at most 1000 are kept") }) {
		t.Errorf("an address that is too long is said: %v", bulk.Problems)
	}
	if len(bulk.Problems) < 5 || bulk.Loaded < 40 {
		t.Fatalf("%d loaded, %d problems", bulk.Loaded, len(bulk.Problems))
	}
	if d := cmp.Diff(ordinary.Problems, bulk.Problems); d != "" || bulk.Documents != ordinary.Documents || bulk.Loaded != ordinary.Loaded {
		t.Errorf("%d of %d documents, in an ordinary run %d of %d; problems: %s", bulk.Loaded, bulk.Documents, ordinary.Loaded, ordinary.Documents, d)
	}
	again, err := p.Bulk(t.Context(), []string{path})
	if err != nil || again.Loaded != bulk.Loaded || again.Nodes.Total() != (load.Count{}) {
		t.Errorf("once more: %v, %d loaded, %+v", err, again.Loaded, again.Nodes)
	}
	if d := cmp.Diff(want, dump()); d != "" {
		t.Errorf("once more: another graph:\n%.4000s", d)
	}
}

// A document that cannot be loaded takes no other with it, of its council or of those that were to be loaded with it.
func TestBulk_oneFails(t *testing.T) {
	var docs []record.Document
	for i, d := range pagesOf(t, "format/testdata/cases/*/page.txt") {
		d.Council = []string{"AAA", "BBB", "CCC"}[i%3]
		docs = append(docs, d)
	}
	docs[4].FetchedAt = "soon" // of the second council
	path := folder(t, docs)
	ordinary, want, _, _ := taken(t, ingest.Pipeline.Run, path)
	bulk, got, _, _ := taken(t, ingest.Pipeline.Bulk, path)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("another graph:\n%.4000s", d)
	}
	said := slices.ContainsFunc(bulk.Problems, func(p ingest.Problem) bool { return strings.Contains(fmt.Sprint(p), `"soon"`) })
	if bulk.Loaded != ordinary.Loaded || len(bulk.Problems) != len(ordinary.Problems) || !said {
		t.Errorf("%d loaded, want %d; problems: %v", bulk.Loaded, ordinary.Loaded, bulk.Problems)
	}
}

// What the store holds is passed by; what was fetched later, or read by other rules, is not.
func TestBulk_held(t *testing.T) {
	docs := mixed(t)
	p, _ := archived(t, ingest.Read)
	if _, err := p.Bulk(t.Context(), []string{folder(t, docs)}); err != nil {
		t.Fatal(err)
	}
	first := docs[0]
	held := func(change func(*record.Document)) bool {
		t.Helper()
		d := first
		change(&d)
		held, err := p.Loader.Holds(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		return held
	}
	for name, c := range map[string]struct {
		change func(*record.Document)
		want   bool
	}{
		"the same":         {func(*record.Document) {}, true},
		"without a day":    {func(d *record.Document) { d.FetchedAt = "" }, true},
		"earlier":          {func(d *record.Document) { d.FetchedAt = "2020-01-01" }, true},
		"later":            {func(d *record.Document) { d.FetchedAt = "2027-01-01" }, false},
		"no day":           {func(d *record.Document) { d.FetchedAt = "soon" }, false},
		"other bytes":      {func(d *record.Document) { d.SHA256 = docs[1].SHA256 }, false},
		"another address":  {func(d *record.Document) { d.URL += "9" }, false},
		"no address":       {func(d *record.Document) { d.URL = "" }, false},
		"another council":  {func(d *record.Document) { d.Council = "BBB" }, false},
		"what went astray": {func(d *record.Document) { d.Council = "ZZZ" }, false},
	} {
		if got := held(c.change); got != c.want {
			t.Errorf("%s: held %v", name, got)
		}
	}
}

// A run that is stopped ends soon, whatever it is at, and says so; run again it goes on.
func TestBulk_stopped(t *testing.T) {
	docs := mixed(t)
	path := folder(t, docs)
	p, dump := archived(t, ingest.Read)
	ctx, stop := context.WithCancel(t.Context())
	p.Progress = func(r ingest.Report) {
		if r.Documents == len(docs)/2 {
			stop()
		}
	}
	if _, err := p.Bulk(ctx, []string{path}); !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	p.Progress = nil
	if _, err := p.Bulk(t.Context(), []string{path}); err != nil {
		t.Fatal(err)
	}
	got := dump()
	p, dump = archived(t, ingest.Read)
	if _, err := p.Run(t.Context(), []string{path}); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(dump(), got); d != "" {
		t.Errorf("another graph:\n%.4000s", d)
	}
}
