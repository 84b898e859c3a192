package moderngovxml

import (
	"fmt"
	"strconv"

	"councilgraph/ingest/record"
)

// election reads the answer of GetElectionResults. The day of the poll is not in it.
func (r *reader) election(root *node) error {
	e := record.Election{
		Title: root.words("title"), SourceID: root.id("electionid"), Kind: root.words("electiontype"), Description: root.words("description"),
		Population: root.entered("population"), Electorate: root.entered("electorate"),
		BallotPapers: root.entered("numballotpapersissued"), ProxyVotes: root.entered("numproxyvotes"),
	}
	candidates := root.child("candidates").all("candidate")
	areas := root.child("electionareas").all("electionarea")
	if e.SourceID == "" && e.Title == "" && len(candidates) == 0 {
		return fmt.Errorf("%w: <election> is empty; there is no election of this id", ErrNothingListed)
	}
	r.stated(root.count("candidatecount"), len(candidates))
	title := r.text.line(e.Title)
	r.text.labelled("Type", e.Kind)
	r.text.labelled("Description", e.Description)
	r.figure("Population", e.Population)
	r.figure("Electorate", e.Electorate)
	r.figure("Ballot papers issued", e.BallotPapers)
	r.figure("Proxy votes", e.ProxyVotes)
	r.out.Elections = []record.Election{e}
	out := &r.out.Elections[0]
	r.place(&out.Span, title, "election-title")
	out.Areas = make([]record.ElectionArea, 0, len(areas))
	out.Candidates = make([]record.Candidate, 0, len(candidates))
	polled, returned := entered(candidates)
	byArea := map[string][]*node{}
	for _, c := range candidates {
		byArea[c.id("electionareaid")] = append(byArea[c.id("electionareaid")], c)
	}
	for _, n := range areas {
		r.area(out, n)
		id := n.id("electionareaid")
		for _, c := range byArea[id] {
			r.candidate(out, c, n.words("title"), polled, returned)
		}
		delete(byArea, id)
	}
	r.text.gap()
	for _, c := range candidates {
		if _, left := byArea[c.id("electionareaid")]; left {
			r.candidate(out, c, c.words("areatitle"), polled, returned)
		}
	}
	return nil
}

// entered says whether anybody has entered votes, and whether anybody has entered who was elected: before
// that, the service gives 0 and False for all.
func entered(candidates []*node) (votes, elected bool) {
	for _, c := range candidates {
		votes = votes || c.entered("numvotes") != nil
		elected = elected || c.says("iselected")
	}
	return votes, elected
}

// area reads one ward or division of the election.
func (r *reader) area(e *record.Election, n *node) {
	a := record.ElectionArea{
		Title: n.words("title"), SourceID: n.id("electionareaid"), Population: n.entered("population"), Electorate: n.entered("electorate"),
		BallotPapers: n.entered("numballotpapersissued"), ProxyVotes: n.entered("numproxyvotes"),
		PostalSent: n.entered("numpostalvotessent"), PostalBack: n.entered("numpostalvotesreturned"),
		Seats: n.entered("numseats"), Status: n.words("status"),
	}
	r.text.gap()
	title := r.text.line(a.Title)
	r.figure("Seats", a.Seats)
	r.figure("Population", a.Population)
	r.figure("Electorate", a.Electorate)
	r.figure("Ballot papers issued", a.BallotPapers)
	r.figure("Proxy votes", a.ProxyVotes)
	r.figure("Postal votes sent", a.PostalSent)
	r.figure("Postal votes returned", a.PostalBack)
	r.text.labelled("Status", a.Status)
	for _, s := range n.child("spoiledvotes").all("spoiledvote") {
		v := record.SpoiledVotes{Description: s.words("description"), Votes: s.count("numvotes")}
		if v.Votes != nil {
			r.text.row("Spoiled votes", v.Description, strconv.Itoa(*v.Votes))
			a.Spoiled = append(a.Spoiled, v)
		}
	}
	e.Areas = append(e.Areas, a)
	r.place(&e.Areas[len(e.Areas)-1].Span, title, "election-area")
}

// candidate reads who stood. Votes and election are unknown where nobody has entered any.
func (r *reader) candidate(e *record.Election, n *node, area string, polled, returned bool) {
	c := record.Candidate{Name: n.words("candidatename"), Area: area, AreaID: n.id("electionareaid")}
	if c.Name == "" {
		return
	}
	party, votes, elected := n.words("politicalpartytitle"), "", ""
	if !unspecified.MatchString(party) {
		c.Party = party
	}
	if polled {
		if c.Votes = n.count("numvotes"); c.Votes != nil {
			votes = strconv.Itoa(*c.Votes)
		}
	}
	if returned {
		if c.Elected = n.boolean("iselected"); c.Elected != nil && *c.Elected {
			elected = "elected"
		}
	}
	row := r.text.row(c.Name, party, votes, elected)
	e.Candidates = append(e.Candidates, c)
	r.row(&e.Candidates[len(e.Candidates)-1].Span, row, "candidate-row")
}

// figure writes a figure that is known.
func (r *reader) figure(label string, n *int) {
	if n != nil {
		r.text.labelled(label, strconv.Itoa(*n))
	}
}
