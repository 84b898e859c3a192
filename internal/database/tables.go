package database

import (
	"fmt"

	"entgo.io/ent/dialect"
	"entgo.io/ent/dialect/sql/schema"
	"entgo.io/ent/schema/field"

	"councilgraph/ent/migrate"
)

// Tables are the tables that the schema asks for in a dialect. Text is compared byte by byte, as SQLite
// does by itself, so that an order is the same on both.
func Tables(d string) ([]*schema.Table, error) {
	tables, err := schema.CopyTables(migrate.Tables)
	if err != nil {
		return nil, fmt.Errorf("copy the schema's tables: %w", err)
	}
	if d != dialect.Postgres {
		return tables, nil
	}
	for _, t := range tables {
		for _, c := range t.Columns {
			if c.Type == field.TypeString || c.Type == field.TypeEnum {
				c.Collation = "C"
			}
		}
	}
	return tables, nil
}
