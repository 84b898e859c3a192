package register

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

//go:embed councils.csv
var councilsCSV string

// Columns are the columns of councils.csv in order. Lists within a cell are separated by blanks.
func Columns() []string {
	return []string{
		"code", "name", "short_name", "slug", "gss_code", "former_gss_codes", "kind", "nation", "region",
		"start", "end", "successors", "system", "base_url", "website", "gov_uk_slug", "hosts",
	}
}

// Councils returns the register's own list, ordered by code.
func Councils() ([]Council, error) {
	councils, err := Read(strings.NewReader(councilsCSV))
	if err != nil {
		return nil, fmt.Errorf("councils.csv: %w", err)
	}
	return councils, nil
}

// Read reads councils from a CSV with the columns of Columns; lines that begin with # are remarks.
// An error names the line.
func Read(r io.Reader) ([]Council, error) {
	in := csv.NewReader(r)
	in.Comment = '#'
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("read the header: %w", err)
	}
	if !slices.Equal(header, Columns()) {
		return nil, fmt.Errorf("columns are %q, want %q", header, Columns())
	}
	var councils []Council
	for {
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			return councils, nil
		}
		if err != nil {
			return nil, err
		}
		c := fromRow(row)
		if !slices.Contains(Kinds(), c.Kind) {
			line, _ := in.FieldPos(6)
			return nil, fmt.Errorf("line %d: council %s: unknown kind %q", line, c.Code, c.Kind)
		}
		councils = append(councils, c)
	}
}

// Write writes councils as Read reads them, in the order given.
func Write(w io.Writer, councils []Council) error {
	out := csv.NewWriter(w)
	if err := out.Write(Columns()); err != nil {
		return err
	}
	for _, c := range councils {
		if err := out.Write(toRow(c)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func fromRow(row []string) Council {
	return Council{
		Code: row[0], Name: row[1], ShortName: row[2], Slug: row[3], GSSCode: row[4],
		FormerGSSCodes: list(row[5]), Kind: Kind(row[6]), Nation: row[7], Region: row[8],
		Start: row[9], End: row[10], Successors: list(row[11]), System: row[12],
		BaseURL: row[13], Website: row[14], GOVUKSlug: row[15], Hosts: list(row[16]),
	}
}

func toRow(c Council) []string {
	return []string{
		c.Code, c.Name, c.ShortName, c.Slug, c.GSSCode, strings.Join(c.FormerGSSCodes, " "),
		string(c.Kind), c.Nation, c.Region, c.Start, c.End, strings.Join(c.Successors, " "),
		c.System, c.BaseURL, c.Website, c.GOVUKSlug, strings.Join(c.Hosts, " "),
	}
}

// list splits a cell; an empty cell is nil, so that unknown stays unknown.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Fields(cell)
}
