package database_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"councilgraph/internal/database"
	"councilgraph/internal/dbtest"
)

// A question that takes too long is stopped, and says that its time was up; the next one is answered.
func TestOpenServing_stops(t *testing.T) {
	ctx := context.Background()
	address := dbtest.Address(t)
	db, err := database.OpenServing(ctx, address, database.Bounds{Statement: 2 * time.Second})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	endless := "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
	var n int
	err = db.DB.QueryRowContext(ctx, endless).Scan(&n)
	var state interface{ SQLState() string }
	if !errors.Is(err, context.DeadlineExceeded) && (!errors.As(err, &state) || state.SQLState() != "57014") {
		t.Errorf("an endless question ended with %v", err)
	}
	if err := db.DB.QueryRowContext(ctx, "SELECT 7").Scan(&n); err != nil || n != 7 {
		t.Errorf("the question after it: %d %v", n, err)
	}
}

// A bad address is told when it is opened, not when it is first asked.
func TestOpen_badAddress(t *testing.T) {
	for _, address := range []string{"postgres://127.0.0.1:notaport/x", "mysql://x", "sqlite:"} {
		if db, err := database.Open(context.Background(), address); err == nil {
			_ = db.Close()
			t.Errorf("%s was opened", address)
		}
	}
}
