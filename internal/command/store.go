package command

import (
	"context"
	"errors"
	"fmt"
	"time"

	"councilgraph/ingest"
	"councilgraph/ingest/load"
	"councilgraph/ingest/record"
	"councilgraph/internal/database"
	"councilgraph/internal/register"
)

// openStore opens the database with its tables up to date and the register of councils in it.
func openStore(ctx context.Context, address string) (*database.Database, *load.Loader, error) {
	db, err := database.Open(ctx, address)
	if err != nil {
		return nil, nil, err
	}
	loader, _, err := prepare(ctx, db)
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return db, loader, nil
}

// prepare brings the tables and the register of councils up to date and says what that took.
func prepare(ctx context.Context, db *database.Database) (*load.Loader, prepared, error) {
	var done prepared
	steps, err := db.Migrate(ctx)
	if err != nil {
		return nil, done, err
	}
	loader, err := load.New(db.Client, db.Dialect, ingest.ReaderVersion, time.Now, ingest.Read)
	if err != nil {
		return nil, done, err
	}
	councils, err := register.Councils()
	if err != nil {
		return nil, done, fmt.Errorf("read the register of councils: %w", err)
	}
	out, err := loader.Councils(ctx, registered(councils))
	if err != nil {
		return nil, done, err
	}
	return loader, prepared{steps, out.Total()}, nil
}

// prepared is what it took to bring a store up to date.
type prepared struct {
	steps    int
	councils load.Count
}

// registered is the register in the words of the pipeline.
func registered(councils []register.Council) []record.RegisteredCouncil {
	out := make([]record.RegisteredCouncil, len(councils))
	for i, c := range councils {
		out[i] = record.RegisteredCouncil{
			Code: c.Code, Name: c.Name, ShortName: c.ShortName, Slug: c.Slug, GSSCode: c.GSSCode, Kind: string(c.Kind),
			Nation: c.Nation, Region: c.Region, Start: c.Start, End: c.End, Successors: c.Successors,
			System: c.System, BaseURL: c.BaseURL, Website: c.Website,
		}
	}
	return out
}

// councils answers the pipeline's questions from the register.
type councils struct{ register *register.Register }

// Code is the register code of the council with this code.
func (c councils) Code(code string) (string, error) {
	found, ok := c.register.ByCode(code)
	if !ok {
		return "", fmt.Errorf("no council has the code %q; pass a GSS code such as E09000006 or a register code such as BRY", code)
	}
	return found.Code, nil
}

// Host is the register code of the council that publishes under the address's host.
func (c councils) Host(url string) (string, error) {
	found, err := c.register.ByHost(url)
	if err != nil {
		return "", fmt.Errorf("%w; name the council in the manifest or pass --council CODE", err)
	}
	return found.Code, nil
}
