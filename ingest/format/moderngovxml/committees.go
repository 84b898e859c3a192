package moderngovxml

import (
	"fmt"

	"councilgraph/ingest/record"
)

// committees reads the answer of GetCommittees. Bodies that meet no more stand in it as well.
func (r *reader) committees(root *node) error {
	list := root.all("committee")
	r.stated(root.count("committeescount"), len(list))
	r.out.Committees = make([]record.Committee, 0, len(list))
	r.text.line("Committees")
	r.text.gap()
	for _, n := range list {
		r.committee(n)
	}
	if len(r.out.Committees) == 0 {
		return fmt.Errorf("%w: <committees> holds no committee with a title", ErrNothingListed)
	}
	return nil
}

// committee reads one body; one without a title is left out.
func (r *reader) committee(n *node) {
	c := record.Committee{
		Name: n.words("committeetitle"), SourceID: n.id("committeeid"), Category: n.words("committeecategory"),
		Deleted: n.boolean("committeedeleted"), Expired: n.boolean("committeeexpired"),
	}
	if c.Name == "" {
		return
	}
	flags := ""
	switch {
	case n.says("committeedeleted"):
		flags = "deleted"
	case n.says("committeeexpired"):
		flags = "expired"
	}
	p := r.text.row(c.Name, c.Category, flags)[0]
	r.out.Committees = append(r.out.Committees, c)
	r.place(&r.out.Committees[len(r.out.Committees)-1].Span, p, "committee-title")
}

// stated notes that the answer holds fewer entries than it says.
func (r *reader) stated(count *int, listed int) {
	if count != nil && listed < *count {
		r.out.Page.Truncated = true
	}
}
