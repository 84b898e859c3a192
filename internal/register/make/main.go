// Command make writes the register's councils.csv to standard output from a folder that holds
// uk-councils-joined.csv (LGSF) and mysociety/docs/data (uk_local_authority_names_and_codes):
//
//	go run ./internal/register/make FOLDER > councils.csv
//
// The same folder gives the same bytes. docs/register.md describes the rules.
package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"councilgraph/internal/register"
)

// The files of the source folder.
const (
	authoritiesFile = "mysociety/docs/data/uk_la_future/latest/uk_local_authorities_future.csv"
	formerCodesFile = "mysociety/docs/data/uk_la_past_current/latest/lookup_gss_to_registry.csv"
	systemsFile     = "uk-councils-joined.csv"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: make FOLDER > councils.csv")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

func run(folder string, out io.Writer) error {
	authorities, err := readTable(filepath.Join(folder, authoritiesFile))
	if err != nil {
		return err
	}
	formerCodes, err := readTable(filepath.Join(folder, formerCodesFile))
	if err != nil {
		return err
	}
	systems, err := readTable(filepath.Join(folder, systemsFile))
	if err != nil {
		return err
	}
	councils, err := join(authorities, formerCodes, systems)
	if err != nil {
		return err
	}
	slices.SortFunc(councils, func(a, b register.Council) int { return cmp.Compare(a.Code, b.Code) })
	if _, err := register.New(councils); err != nil {
		return err
	}
	if _, err := io.WriteString(out, attribution); err != nil {
		return err
	}
	return register.Write(out, councils)
}

const attribution = `# Councils of the United Kingdom. Facts joined from two sources, changed as docs/register.md says:
# mySociety, uk_local_authority_names_and_codes, commit 67ef8b11, CC BY 4.0: codes, names, kinds, dates, succession.
# DemocracyClub, LGSF, commit 5d40e23c, MIT: start dates, systems, addresses.
`
