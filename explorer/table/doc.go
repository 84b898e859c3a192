// Package table makes tables of the API's answers, one for each list in them, and writes tables as CSV. Its rules are those of the explorer's
// own tables (web/src/csv.ts).
package table
