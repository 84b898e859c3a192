package database

import (
	"database/sql"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver named pgx
)

func openPostgres(address string) (*sql.DB, error) {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(16)
	db.SetMaxIdleConns(16)
	return db, nil
}
