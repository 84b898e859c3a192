package moderngovhtml

import (
	"strings"

	"councilgraph/ingest/format/htmltext"
	"councilgraph/ingest/format/printed"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cell is a cell of a table: its text, tidied, and where it stands.
type cell struct {
	htmltext.Range
	text string
	head bool // th
	node *html.Node
}

// table is a table of facts: the names of its columns, lower case, and its rows.
type table struct {
	node    *html.Node
	caption string
	columns []string
	rows    [][]cell
}

// readTable reads a table's own rows; those of tables within its cells are not its own.
func (r *reader) readTable(n *html.Node) table {
	t := table{node: n}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Caption:
			t.caption = printed.Tidy(r.text.Of(c))
		case atom.Thead, atom.Tbody, atom.Tfoot:
			for row := c.FirstChild; row != nil; row = row.NextSibling {
				r.addRow(&t, row)
			}
		case atom.Tr:
			r.addRow(&t, c)
		}
	}
	return t
}

// addRow adds a row; one of heads alone names the columns. A cell without text is kept, so that the
// columns stay under their names.
func (r *reader) addRow(t *table, row *html.Node) {
	if row.DataAtom != atom.Tr {
		return
	}
	var cells []cell
	heads := 0
	for c := row.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		at := r.text.Range(c)
		cells = append(cells, cell{Range: at, text: printed.Tidy(r.page[at.From:at.To]), head: c.DataAtom == atom.Th, node: c})
		if c.DataAtom == atom.Th {
			heads++
		}
	}
	if heads > 0 && heads == len(cells) && t.columns == nil {
		for _, c := range cells {
			t.columns = append(t.columns, strings.ToLower(c.text))
		}
		return
	}
	if len(cells) > 0 {
		t.rows = append(t.rows, cells)
	}
}

// column is the index of the first column whose name holds one of the words, -1 where none does. It
// asks the head's abbreviation as well.
func (t table) column(words ...string) int {
	for _, w := range words {
		for i, c := range t.columns {
			if strings.Contains(c, w) {
				return i
			}
		}
	}
	return -1
}

// at is a row's cell in a column, the zero cell where the row has none.
func at(row []cell, column int) cell {
	if column < 0 || column >= len(row) {
		return cell{}
	}
	return row[column]
}

// whole is where a row's cells stand.
func whole(row []cell) htmltext.Range {
	var out htmltext.Range
	for _, c := range row {
		if c.From == c.To {
			continue
		}
		if out.To == 0 {
			out.From = c.From
		}
		out.To = c.To
	}
	return out
}
