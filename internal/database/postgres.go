package database

import (
	"context"
	"strings"

	"github.com/jackc/pgx/v5/pgxpool"
)

// postgresPool is how many connections a program holds to PostgreSQL where nobody says otherwise: some for each core
// of a usual server, and few enough for several programs under its default of 100.
const postgresPool = 16

// openPostgres makes the one pool that the client and the reader share, so that its size bounds both together.
func openPostgres(ctx context.Context, address string, b Bounds) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(address)
	if err != nil {
		return nil, err
	}
	switch {
	case b.Pool > 0:
		config.MaxConns = int32(min(b.Pool, 10_000)) //nolint:gosec // bounded
	case !strings.Contains(address, "pool_max_conns"):
		config.MaxConns = postgresPool
	}
	if len(b.Replicas.Addresses) > 0 && config.ConnConfig.ConnectTimeout == 0 {
		config.ConnConfig.ConnectTimeout = checkTime // there are others to ask
	}
	between := &pooler{statement: b.Statement}
	config.BeforeConnect, config.AfterConnect = between.before, between.after
	return pgxpool.NewWithConfig(ctx, config)
}
