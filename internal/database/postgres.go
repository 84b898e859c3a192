package database

import (
	"context"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5"
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
	if b.Statement > 0 { // set when connected, since not every pooler in between takes it as a parameter
		config.AfterConnect = func(ctx context.Context, c *pgx.Conn) error {
			_, err := c.Exec(ctx, fmt.Sprintf("SET statement_timeout = %d", max(1, b.Statement.Milliseconds())))
			return err
		}
	}
	return pgxpool.NewWithConfig(ctx, config)
}
