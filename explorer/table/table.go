package table

import (
	"slices"
	"strings"
)

// Table is one list of an answer.
type Table struct {
	// Path is the list's place in the data, such as meetings.nodes.
	Path string
	// Columns are the names of its columns: the places of values in the data.
	Columns []string
	// Rows are its entries, a cell for each column; "" where an entry has no such value, or none is known.
	Rows [][]string
}

// Tables are the lists of an answer's data, JSON, and the single values in it that stand in no list, if there is no list. Two lists side by
// side are two tables. A row has its entry's own values, and before them those of what it lies in.
func Tables(data []byte) ([]Table, error) {
	root, err := read(data)
	if err != nil {
		return nil, err
	}
	f := &finder{at: map[string]int{}}
	f.walk(root, "", nil)
	if len(f.tables) == 0 {
		cells, _ := gather(root, "", nil)
		if len(cells) > 0 {
			f.add("", cells)
		}
	}
	for i := range f.tables {
		for j, row := range f.tables[i].Rows {
			f.tables[i].Rows[j] = append(row, make([]string, len(f.tables[i].Columns)-len(row))...)
		}
	}
	return f.tables, nil
}

// Telling are the places of the columns that tell people something: not the same count, cursor and end of the page in each row.
func (t Table) Telling() []int {
	var all []int
	for i, name := range t.Columns {
		parts := strings.Split(name, ".")
		last := parts[len(parts)-1]
		if last != "totalCount" && !slices.Contains(parts, "pageInfo") {
			all = append(all, i)
		}
	}
	return all
}

// Short is what a column is called for people: a list's own values without its path.
func (t Table) Short(column string) string {
	return strings.TrimPrefix(column, t.Path+".")
}

// cell is a value with its place.
type cell struct{ name, value string }

// inner is a list with its place.
type inner struct {
	path    string
	entries []node
}

// finder puts what it finds into tables.
type finder struct {
	tables []Table
	at     map[string]int // places in tables, by path
}

func (f *finder) walk(n node, path string, outer []cell) {
	own, lists := gather(n, path, slices.Clone(outer))
	for _, l := range lists {
		for _, entry := range l.entries {
			row, _ := gather(entry, l.path, slices.Clone(own))
			f.add(l.path, row)
			f.walk(entry, l.path, own)
		}
	}
}

// add adds a row to the table of a list.
func (f *finder) add(path string, cells []cell) {
	i, ok := f.at[path]
	if !ok {
		i = len(f.tables)
		f.at[path] = i
		f.tables = append(f.tables, Table{Path: path})
	}
	t := &f.tables[i]
	row := make([]string, len(t.Columns))
	for _, c := range cells {
		at := slices.Index(t.Columns, c.name)
		if at < 0 {
			at = len(t.Columns)
			t.Columns, row = append(t.Columns, c.name), append(row, "")
		}
		row[at] = c.value
	}
	t.Rows = append(t.Rows, row)
}

// gather puts the plain values of a node, and of the single nodes in it, into cells; and its lists of nodes into lists.
func gather(n node, path string, cells []cell) ([]cell, []inner) {
	var lists []inner
	for _, field := range n.fields {
		at := field.name
		if path != "" {
			at = path + "." + field.name
		}
		switch v := field.value; {
		case v.list && len(v.fields) > 0 && v.fields[0].value.object:
			l := inner{path: at}
			for _, entry := range v.fields {
				if entry.value.object {
					l.entries = append(l.entries, entry.value)
				}
			}
			lists = append(lists, l)
		case v.list:
			texts := make([]string, len(v.fields))
			for i, entry := range v.fields {
				texts[i] = entry.value.text
			}
			cells = append(cells, cell{at, strings.Join(texts, "; ")})
		case v.object:
			var within []inner
			cells, within = gather(v, at, cells)
			lists = append(lists, within...)
		default:
			cells = append(cells, cell{at, v.text})
		}
	}
	return cells, lists
}
