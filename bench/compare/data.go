package main

import (
	"context"
	"fmt"
	"strings"

	"councilgraph/internal/database"
)

// data is the databases, and what is asked of each.
type data struct {
	pg, lite *database.Database
	sets     map[bool][]value // by whether it is SQLite
	size     string
}

func (d *data) close() {
	for _, db := range []*database.Database{d.pg, d.lite} {
		if db != nil {
			_ = db.Close()
		}
	}
}

// open opens the databases and finds what to ask about.
func (o *options) open(ctx context.Context) (d *data, err error) {
	d = &data{sets: map[bool][]value{}}
	if o.postgres != "" {
		if d.pg, err = database.Open(ctx, o.postgres); err == nil {
			err = prepareView(ctx, d.pg)
		}
	}
	if err == nil && o.sqlite != "" {
		d.lite, err = database.Open(ctx, o.sqlite)
	}
	if err != nil {
		d.close()
		return nil, err
	}
	first := d.pg
	if first == nil {
		first = d.lite
	}
	sets, err := pick(ctx, first)
	for _, db := range []*database.Database{d.pg, d.lite} {
		if err == nil && db != nil {
			d.sets[db == d.lite], err = in(ctx, db, sets)
		}
	}
	if err == nil {
		d.size, err = size(ctx, first)
	}
	if err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// size says how much a database holds.
func size(ctx context.Context, db *database.Database) (string, error) {
	var parts []string
	for _, t := range []struct{ table, name string }{{"councils", "councils"}, {"meetings", "meetings"}, {"agenda_items", "agenda items"}, {"resolutions", "resolutions"}, {"attendances", "attendances"}} {
		var n int
		if err := db.DB.QueryRowContext(ctx, "SELECT count(*) FROM "+t.table).Scan(&n); err != nil {
			return "", fmt.Errorf("count the %s: %w", t.name, err)
		}
		parts = append(parts, thousands(n)+" "+t.name)
	}
	return strings.Join(parts, ", "), nil
}
