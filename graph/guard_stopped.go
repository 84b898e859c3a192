package graph

import "errors"

// canceledStatement is the state of PostgreSQL for a statement that was stopped, by its time or on demand.
const canceledStatement = "57014"

// stopped says whether the database stopped a statement because its time was up.
func stopped(err error) bool {
	var state interface{ SQLState() string }
	return errors.As(err, &state) && state.SQLState() == canceledStatement
}
