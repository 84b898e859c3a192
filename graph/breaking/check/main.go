// Check compares two published schemas and fails on breaking changes that are not listed:
//
//	go run ./graph/breaking/check BEFORE.graphql AFTER.graphql docs/api-changes.md
//
// It ends with status 1 where there are any, and 2 where a file cannot be read.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/graph/breaking"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: check BEFORE.graphql AFTER.graphql LIST.md")
		os.Exit(2)
	}
	unlisted, listed, err := compare(os.Args[1], os.Args[2], os.Args[3])
	if err != nil {
		fmt.Fprintln(os.Stderr, "check the API:", err)
		os.Exit(2)
	}
	fmt.Printf("breaking changes: %d listed, %d not\n", listed, len(unlisted))
	if len(unlisted) == 0 {
		return
	}
	fmt.Fprintf(os.Stderr, "queries that work today would break. Deprecate instead, as docs/api-policy.md has it, or list these in %s:\n", os.Args[3])
	for _, change := range unlisted {
		fmt.Fprintln(os.Stderr, "- "+change)
	}
	os.Exit(1)
}

// compare gives the breaking changes that the list does not have, and how many it has.
func compare(before, after, list string) (unlisted []string, listed int, err error) {
	was, err := read(before)
	if err != nil {
		return nil, 0, err
	}
	is, err := read(after)
	if err != nil {
		return nil, 0, err
	}
	text, err := os.ReadFile(list)
	if err != nil {
		return nil, 0, err
	}
	lines := strings.Split(string(text), "\n")
	all := breaking.Changes(was, is)
	for _, change := range all {
		if !slices.Contains(lines, "- "+change) {
			unlisted = append(unlisted, change)
		}
	}
	return unlisted, len(all) - len(unlisted), nil
}

func read(file string) (*ast.Schema, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	s, err := gqlparser.LoadSchema(&ast.Source{Name: file, Input: string(text)})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	return s, nil
}
