package figures

import (
	"entgo.io/ent/dialect/sql"
)

// Fill are the statements that count all nodes anew, for a store that holds nodes and no figures: after a
// bulk load, or when figures come to a store that is older than they are. They take no parameters.
func Fill(dialect string) []string {
	var out []string
	for _, k := range append(Kinds(), Plain()...) {
		out = append(out, k.fill(dialect)...)
	}
	return out
}

func (k Kind) fill(dialect string) []string {
	if len(k.Dimensions) == 0 {
		council := Cut{Council: true}
		return []string{k.fromNodes(dialect, council), k.fromFigures(dialect, council, Cut{})}
	}
	value := k.Value != ""
	finest, seated := Cut{Council: true, Value: value, Period: Month}, Cut{Council: true, Committee: true, Value: value}
	out := []string{k.fromNodes(dialect, finest), k.fromNodes(dialect, seated)}
	for _, c := range k.Cuts() {
		switch {
		case c == finest || c == seated:
		case c.Committee:
			out = append(out, k.fromFigures(dialect, seated, c))
		default:
			out = append(out, k.fromFigures(dialect, finest, c))
		}
	}
	return out
}

const columns = "INSERT INTO figures (node_type, cut, council_id, committee_id, value, period, nodes) SELECT "

// fromNodes counts a kind's nodes for a cut.
func (k Kind) fromNodes(dialect string, c Cut) string {
	d := sql.Dialect(dialect)
	cells := d.Select().From(d.Table(k.Table))
	SelectCell(cells, k)
	text, _ := cells.Query()
	pick := map[bool][4]string{false: {"0", "0", "''", "''"}, true: {"of_council", "of_committee", "of_value", "of_month"}}
	keys := pick[c.Council][0] + ", " + pick[c.Committee][1] + ", " + pick[c.Value][2] + ", " + pick[c.Period != None][3]
	return columns + "'" + k.Name + "', '" + c.Code() + "', " + keys + ", SUM(nodes) FROM (" + text + ") AS cells GROUP BY 3, 4, 5, 6"
}

// fromFigures adds up the figures of a finer cut.
func (k Kind) fromFigures(dialect string, from, to Cut) string {
	b := &sql.Builder{}
	b.SetDialect(dialect)
	b.WriteString(columns + "'" + k.Name + "', '" + to.Code() + "'")
	for _, part := range []struct {
		kept         bool
		column, none string
	}{{to.Council, "council_id", "0"}, {to.Committee, "committee_id", "0"}, {to.Value, "value", "''"}} {
		if part.kept {
			b.WriteString(", " + part.column)
		} else {
			b.WriteString(", " + part.none)
		}
	}
	if to.Period == None {
		b.WriteString(", ''")
	} else {
		b.WriteString(", CASE WHEN period = '' THEN '' ELSE ")
		to.Period.Write(b, "period")
		b.WriteString(" END")
	}
	b.WriteString(", SUM(nodes) FROM figures WHERE node_type = '" + k.Name + "' AND cut = '" + from.Code() + "' GROUP BY 3, 4, 5, 6")
	return b.String()
}
