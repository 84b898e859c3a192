package database

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
)

// Stage is a store in the making, beside the one whose place it is to take: an SQLite file of its own, or a schema of its own in
// the same database of PostgreSQL. Nobody sees anything of it before Publish, and then all of it at once.
type Stage struct {
	// Store is empty at first, without tables.
	Store   *Database
	publish func(ctx context.Context, replace bool) error
	discard func() error
}

// ErrOccupied says that there is a store already in the place of one that is to be made.
var ErrOccupied = errors.New("it holds pages already")

// NewStage begins a store that is to take the place of the one at the address. What earlier ones left that were killed is removed.
// It fails with ErrOccupied where there are pages, unless they are to be replaced.
func NewStage(ctx context.Context, address string, replace bool) (*Stage, error) {
	begin := stagePostgres
	if IsEmbedded(address) {
		begin = stageSQLite
	}
	s, err := begin(ctx, address, replace)
	if err != nil {
		return nil, fmt.Errorf("prepare %s: %w", redacted(address), err)
	}
	return s, nil
}

// Publish puts the store in its place. It fails with ErrOccupied where there are pages, unless they are to be replaced, and leaves
// everything as it was where it fails. The store is closed.
func (s *Stage) Publish(ctx context.Context, replace bool) error { return s.publish(ctx, replace) }

// Discard closes the store and removes it, where it has not been published.
func (s *Stage) Discard() error { return s.discard() }

// stageName is the beginning of the names of stages.
const stageName = "restoring_"

func newStageName() string {
	b := make([]byte, 6)
	_, _ = rand.Read(b) // never fails
	return stageName + hex.EncodeToString(b)
}

// filledByItself are the tables that have rows in a store without pages: the register of councils, and what is told of it.
var filledByItself = map[string]bool{"councils": true, "changes": true, "addresses": true, "figures": true, "coverages": true}
