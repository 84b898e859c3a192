package narrow_test

import (
	"fmt"
	"testing"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql"
	"github.com/google/go-cmp/cmp"

	"councilgraph/internal/dbtest"
	"councilgraph/internal/narrow"
)

func TestWidth(t *testing.T) {
	for _, c := range []struct{ got, want narrow.Width }{
		{narrow.Narrowest(), narrow.Many},
		{narrow.Narrowest(narrow.Many, narrow.Few), narrow.Few},
		{narrow.Narrowest(narrow.One, narrow.Many), narrow.One},
		{narrow.Widest(narrow.Few, narrow.Many), narrow.Many},
		{narrow.Widest(narrow.One, narrow.One), narrow.Few}, // two single rows
	} {
		if c.got != c.want {
			t.Errorf("width %d, want %d", c.got, c.want)
		}
	}
}

func TestRelated(t *testing.T) {
	named := func(s *sql.Selector) { s.Where(sql.EQ(s.C("name"), "Ann")) }
	for name, c := range map[string]struct {
		narrow func(*sql.Selector)
		want   string
	}{
		"few": {
			narrow.To("mover_id", "persons", narrow.Few, named),
			`SELECT * FROM "resolutions" WHERE "resolutions"."mover_id" IN (SELECT "persons"."id" FROM "persons" WHERE "persons"."name" = $1)`,
		},
		"one": {
			narrow.To("mover_id", "persons", narrow.One, named),
			`SELECT * FROM "resolutions" WHERE "resolutions"."mover_id" = (SELECT "persons"."id" FROM "persons" WHERE "persons"."name" = $1)`,
		},
		"back": {
			narrow.From("amounts", "resolution_id", narrow.Few, named),
			`SELECT * FROM "resolutions" WHERE "resolutions"."id" IN (SELECT "amounts"."resolution_id" FROM "amounts" WHERE "amounts"."name" = $1)`,
		},
		"truth": {narrow.Is("open", true), `SELECT * FROM "resolutions" WHERE "resolutions"."open" = TRUE`},
	} {
		t.Run(name, func(t *testing.T) {
			s := sql.Dialect(dialect.Postgres).Select("*").From(sql.Table("resolutions"))
			c.narrow(s)
			if got, _ := s.Query(); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

func TestDays(t *testing.T) {
	day := func(s string) *string { return &s }
	for _, c := range []struct {
		eq, gte, gt, lte, lt *string
		from, to             string
	}{
		{},
		{eq: day("2020-05-01"), from: "2020-05-01", to: "2020-05-01"},
		{gte: day("2020-05-01"), gt: day("2020-06-01"), from: "2020-06-01"},
		{lte: day("2020-05-01"), lt: day("2020-04-01"), to: "2020-04-01"},
	} {
		from, to := narrow.Days(c.eq, c.gte, c.gt, c.lte, c.lt)
		if diff := cmp.Diff([2]string{c.from, c.to}, [2]string{from, to}); diff != "" {
			t.Error(diff)
		}
	}
}

// What a condition on the pair keeps is what the same condition on the text itself keeps, on either database.
func TestPair_keeps(t *testing.T) {
	db := dbtest.New(t)
	pair := narrow.Pair{Asc: "rising", Desc: "falling"}
	collation := map[bool]string{true: "", false: ` COLLATE "C"`}[db.Embedded()]
	keeps := func(where func(*sql.Selector), row string) bool {
		rising, falling := "1", "0"
		if row != "" {
			rising, falling = pair.Known(row)
		}
		s := sql.Dialect(db.Dialect).Select("*").From(sql.Table("days"))
		where(s)
		query, args := s.Query()
		days := fmt.Sprintf("WITH days AS (SELECT CAST('%s' AS text)%s AS rising, CAST('%s' AS text)%s AS falling) ", rising, collation, falling, collation)
		n := 0
		if err := db.DB.QueryRowContext(t.Context(), "SELECT COUNT(*) FROM ("+days+query+") AS kept", args...).Scan(&n); err != nil {
			t.Fatalf("%v\n%s", err, query)
		}
		return n == 1
	}
	for _, row := range []string{"", "1066-10-14", "2017-01-11", "2017-01-12", "9999-12-31"} {
		for _, given := range []string{"1066-10-14", "2017-01-11", "2020-01-01"} {
			known := row != ""
			for name, c := range map[string]struct {
				narrow func(*sql.Selector)
				want   bool
			}{
				"EQ": {pair.EQ(given), known && row == given}, "In": {pair.In(given, "2017-01-12"), row == given || row == "2017-01-12"},
				"GT": {pair.GT(given), known && row > given}, "GTE": {pair.GTE(given), known && row >= given},
				"LT": {pair.LT(given), known && row < given}, "LTE": {pair.LTE(given), known && row <= given},
				"IsNil": {pair.IsNil(), !known}, "NotNil": {pair.NotNil(), known},
			} {
				if got := keeps(c.narrow, row); got != c.want {
					t.Errorf("%s %q keeps %q: %t", name, given, row, got)
				}
			}
		}
	}
}
