package minutes

import (
	"sort"

	"councilgraph/ingest/record"
)

// ItemText is one item's text, cut into its sections by the reader of the page's structure.
// A paragraph stands in one section only; what has no label of its own stands in Minutes.
type ItemText struct {
	Page   record.PageType
	Number string // as printed, "" where the page has none
	Draft  bool   // the page is an agenda: nothing has been moved, said or resolved yet

	Title    []Paragraph // the title alone, without number and file size
	Notes    []Paragraph // what stands between title and labels: purpose, report of, quorum
	Fields   []Field     // labelled lines: Cabinet Member:, Report author:, Decision due:
	Decision []Paragraph // under Decision:
	Minutes  []Paragraph // under Minutes:, or everything where there is no label
}

// Field is a label with its value on the page: "Report author:" and "Simon Y". A value that runs over
// several lines is several fields with the same label.
type Field struct {
	Label string // without its colon
	Value Paragraph
}

// All is every paragraph of the item in the order of the page, title and fields' values included.
func (t ItemText) All() []Paragraph {
	all := append([]Paragraph(nil), t.Title...)
	all = append(all, t.Notes...)
	for _, f := range t.Fields {
		all = append(all, f.Value)
	}
	all = append(all, t.Decision...)
	all = append(all, t.Minutes...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].Start < all[j].Start })
	return all
}
