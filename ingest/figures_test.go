package ingest_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strconv"
	"testing"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/dbtest"
)

// The figures that are kept are those of the nodes, after every batch of pages: new ones, newer versions that
// say less, that say something on another day, older ones that come late, pages again, and a rebuild.
func TestFigures_kept(t *testing.T) {
	docs := pagesOf(t, "format/testdata/cases/*/page.txt")
	random := rand.New(rand.NewPCG(11, 5))
	random.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	docs = docs[:min(len(docs), 40)]
	var all []record.Document
	for _, d := range docs {
		all = append(all, d)
		if d.URL != "" {
			all = append(all, version(d, "2026-11-01T00:00:00Z", shortened), version(d, "2026-11-02T00:00:00Z", later))
		}
	}
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	db := dbtest.New(t)
	loader, err := load.New(db.Client, db.Dialect, 1, time.Now, ingest.Read)
	if err != nil {
		t.Fatal(err)
	}
	council := record.RegisteredCouncil{Code: "AAA", Name: "Ambleford Council", ShortName: "Ambleford", Slug: "ambleford", Kind: "UNITARY"}
	if _, err := loader.Councils(t.Context(), []record.RegisteredCouncil{council}); err != nil {
		t.Fatal(err)
	}
	p := ingest.Pipeline{Councils: oneCouncil{}, Loader: loader}
	var did load.Count
	for batch := 0; len(all) > 0; batch++ {
		n := min(len(all), 1+random.IntN(12))
		report, err := p.Run(t.Context(), []string{folder(t, all[:n])})
		if err != nil { // what is left of a page can be no page any more; that is a problem of its own
			t.Fatalf("batch %d: %v", batch, err)
		}
		total := report.Nodes.Total()
		did.Inserted, did.Updated, did.Deleted = did.Inserted+total.Inserted, did.Updated+total.Updated, did.Deleted+total.Deleted
		dbtest.CheckFigures(t, db, fmt.Sprintf("after batch %d", batch))
		all = all[n:]
	}
	if did.Inserted < 100 || did.Updated < 20 || did.Deleted < 20 {
		t.Fatalf("the pages change too little to show anything: %+v", did)
	}
	if _, err := p.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	dbtest.CheckFigures(t, db, "after a rebuild")
}

// version is a later version of a page.
func version(d record.Document, fetched string, change func([]byte) []byte) record.Document {
	d.Bytes, d.FetchedAt = change(d.Bytes), fetched
	sum := sha256.Sum256(d.Bytes)
	d.SHA256 = hex.EncodeToString(sum[:])
	return d
}

// shortened is the first two thirds of a page.
func shortened(page []byte) []byte {
	lines := bytes.Split(page, []byte("\n"))
	return bytes.Join(lines[:len(lines)*2/3+1], []byte("\n"))
}

var years = regexp.MustCompile(`\b20[0-2]\d\b`)

// later is a page whose years are one more.
func later(page []byte) []byte {
	return years.ReplaceAllFunc(page, func(y []byte) []byte {
		n, err := strconv.Atoi(string(y))
		if err != nil {
			return y
		}
		return []byte(strconv.Itoa(n + 1))
	})
}
