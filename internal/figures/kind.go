// Package figures says what the graph counts, and by what: for each kind of node the dimensions that its lists
// can be grouped by, where they stand, and what can be added up. The API, the schema, the figures kept at load
// and the generator of test data read it, so that a new dimension is one line here.
package figures

import "sync"

// Kind is a kind of node whose lists can be aggregated and grouped.
type Kind struct {
	// Name is the kind as the API calls it, such as Resolution.
	Name string
	// Table holds its nodes.
	Table string
	// Plural is what several are called in descriptions.
	Plural string
	// Home leads from a node to the row that has its date and its committee: a meeting or an item.
	Home []Step
	// Value is the dimension that kept figures tell apart beside council, committee and time, "" for none.
	Value string
	// Dimensions are what lists of it can be grouped by: single values or to-one relations only, so that
	// nothing is counted twice.
	Dimensions []Dimension
	// Numbers are what can be added up.
	Numbers []Number
}

// Step is one to-one relation: a column, and the table that it leads to.
type Step struct{ Column, Table string }

// Column is a column of a node's table, or of the row that a path of to-one relations leads to.
type Column struct {
	Path []Step
	Name string
}

// Dimension is one thing that a list can be grouped by.
type Dimension struct {
	// Name is its value in the API's enum, such as COUNCIL.
	Name string
	// Field is the field of a group's key.
	Field string
	// Type is that field's type in the API. A type that has no pair here is an enum.
	Type string
	// Method is what the field is called in Go.
	Method string
	// Table holds the nodes that the dimension leads to, and Sort is their order; "" for plain values.
	Table, Sort string
	// Column is where it stands.
	Column Column
	// Period is the span of time that dates are cut to, None for what is no date.
	Period Period
	// About describes it.
	About string
}

// Node says whether the dimension's keys are nodes.
func (d Dimension) Node() bool { return d.Table != "" }

// Number is a column of numbers that can be added up.
type Number struct {
	// Field is its name in the API, Column where it stands in the node's table.
	Field, Column string
	// About describes it.
	About string
}

// Dimension is the kind's dimension of this name.
func (k Kind) Dimension(name string) (Dimension, bool) {
	for _, d := range k.Dimensions {
		if d.Name == name {
			return d, true
		}
	}
	return Dimension{}, false
}

// Date is the column of the node's date.
func (k Kind) Date() Column { return Column{k.Home, "date"} }

// Committee is the column of the node's committee.
func (k Kind) Committee() Column { return Column{k.Home, "committee_id"} }

// Council is the column of the node's council.
func (k Kind) Council() Column { return Column{nil, "council_id"} }

// ByName is the kind of this name.
func ByName(name string) (Kind, bool) {
	k, ok := byName()[name]
	return k, ok
}

// byName are the kinds by their names. They are asked for with each query of figures, and nobody changes them.
var byName = sync.OnceValue(func() map[string]Kind {
	all := map[string]Kind{}
	for _, k := range Kinds() {
		all[k.Name] = k
	}
	return all
})
