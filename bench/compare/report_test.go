package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// measuredTwice are results in which the program answers three times as fast as PostGraphile.
func measuredTwice() *results {
	r := newResults()
	for i, rate := range []float64{300, 290, 310} {
		for system, times := range map[string]float64{"councilgraph-pg": 1, "postgraphile": 1. / 3} {
			c := cell{"Q2", system, 16}
			r.Runs[c.key()] = append(r.Runs[c.key()], taken{Rate: rate * times, P50: time.Duration(i+1) * time.Millisecond, P99: 9 * time.Millisecond, App: 2 * time.Millisecond, DB: time.Millisecond})
		}
	}
	r.Statements[cell{"Q2", "postgraphile", 0}.key()] = 1.5
	r.Refused["graphjin"] = "no program"
	r.Refused[cell{"Q2", "flat-pg", 0}.key()] = "answers otherwise | than\nothers"
	return r
}

// The report has medians, what fell short in bold, and who was left out and why.
func TestReport(t *testing.T) {
	q, err := wanted([]string{"q2"})
	if err != nil {
		t.Fatal(err)
	}
	o := &options{clients: []int{16}, questions: q, rounds: 3, long: time.Second, command: "go run ./bench/compare --rounds 3"}
	got := report(o, "1 council", measuredTwice(), measuredTwice())
	for _, want := range []string{
		"    go run ./bench/compare --rounds 3\n", "| Q2 | councilgraph-pg | postgraphile | **3.00** | 3.5 | 1.00 |",
		"| councilgraph-pg | 300 (2.00 / 9.00) | 2.000+1.000 |  | 0 | 0 |", "| postgraphile | 100 (2.00 / 9.00) | 2.000+1.000 | 1.5 | 0 | 0 |",
		"left out: no program", "flat-pg is not timed: it answers otherwise / than others.", "| Q2 | councilgraph-pg | 16 | 2.00 | 2.00 | 1.00 |",
		"| Q3 | councilgraph-pg | postgraphile | not measured | 3.5 | |",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the report lacks %q:\n%s", want, got)
		}
	}
}

// What people wrote around the report stays.
func TestInsert(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.md")
	if err := insert(path, "first"); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, append(page, "by hand\n"...), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := insert(path, "second"); err != nil {
		t.Fatal(err)
	}
	if page, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	if s := string(page); !strings.Contains(s, "second") || strings.Contains(s, "first") || !strings.HasSuffix(s, "by hand\n") {
		t.Errorf("%s", s)
	}
	if err := os.WriteFile(path, []byte("nothing to see"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := insert(path, "third"); err == nil || !strings.Contains(err.Error(), "no place") {
		t.Errorf("a page without a place for it: %v", err)
	}
}

// The command shows no address and no path of the machine that it was run on.
func TestRead(t *testing.T) {
	o, err := read([]string{"--postgres", "postgres://me:secret@db/x", "--clients", "2,8", "--questions", "Q1,Q5", "--rounds", "4"})
	if err != nil {
		t.Fatal(err)
	}
	if want := "go run ./bench/compare --clients 2,8 --postgres postgres://USER@HOST/NAME --questions Q1,Q5 --rounds 4"; o.command != want {
		t.Errorf("%s, want %s", o.command, want)
	}
	if len(o.questions) != 2 || len(o.clients) != 2 || o.clients[1] != 8 {
		t.Errorf("%+v", o)
	}
	for _, args := range [][]string{{}, {"--postgres", "x", "--clients", "0"}, {"--postgres", "x", "--questions", "Q9"}, {"--postgres", "x", "more"}, {"--postgres", "x", "--rounds", "0"}} {
		if _, err := read(args); err == nil {
			t.Errorf("%v is taken", args)
		}
	}
	if _, err := choose(options{systems: []string{"hasura"}}); err == nil {
		t.Error("a system that there is not is taken")
	}
}
