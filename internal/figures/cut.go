package figures

// The figures that are kept are counts of nodes, cut by council, committee, value and period. A cut says by
// which of them; a cell is one count of it.

// Cut is one way in which figures are kept.
type Cut struct {
	Council   bool
	Committee bool // goes with Council
	Value     bool
	Period    Period
}

// Code is the cut's name in the store: C, K, V and Y, Q or M, "" for the count of all.
func (c Cut) Code() string {
	code := ""
	switch {
	case c.Committee:
		code = "K"
	case c.Council:
		code = "C"
	}
	if c.Value {
		code += "V"
	}
	return code + c.Period.Letter()
}

// Cuts are the ways in which the figures of a kind are kept.
func (k Kind) Cuts() []Cut {
	var out []Cut
	for _, value := range []bool{false, true} {
		if value && k.Value == "" {
			continue
		}
		for _, council := range []bool{false, true} {
			for p := None; p <= Month; p++ {
				out = append(out, Cut{Council: council, Value: value, Period: p})
			}
		}
		out = append(out, Cut{Council: true, Committee: true, Value: value})
	}
	return out
}

// PlainCuts are the ways in which the figures of kinds are kept that have no dimensions: all, and by council.
func PlainCuts() []Cut { return []Cut{{}, {Council: true}} }

// Cell is where a node counts. What is unknown is 0 or "".
type Cell struct {
	Council, Committee int64
	Value, Month       string
}

// In is the cell of a cut that a node counts in: what the cut leaves out is 0 or "".
func (c Cell) In(cut Cut) Cell {
	var out Cell
	if cut.Council {
		out.Council = c.Council
	}
	if cut.Committee {
		out.Committee = c.Committee
	}
	if cut.Value {
		out.Value = c.Value
	}
	out.Month = cut.Period.Of(c.Month)
	return out
}
