package mapping

import (
	"councilgraph/ent"
	"councilgraph/ent/motion"
	"councilgraph/ent/vote"
	"councilgraph/ent/voteevent"
	"councilgraph/linked/rdf"
)

// motions describes the motions and amendments that were put under an item.
func (a *about) motions(i *ent.AgendaItem) {
	names := map[int]string{}
	for _, m := range i.Edges.Motions {
		names[m.ID] = a.leaf(i.URI, i.Key, m.Key)
	}
	for _, m := range cut(a, i.Edges.Motions, "motions") {
		s := a.graph.About(names[m.ID]).Is("opengov:Motion").Add("cd:motionKind", concept("motion-kind", string(m.Kind))).
			Text("schema:text", m.Text, a.language).Add("cd:position", rdf.Int(m.Position))
		a.Add("cd:motion", rdf.Ref(s.IRI()))
		if m.AmendsID != nil && names[*m.AmendsID] != "" {
			s.Add("cd:amends", rdf.Ref(names[*m.AmendsID]))
		}
		if m.Result != nil {
			s.Add("cd:motionResult", concept("motion-result", string(*m.Result)))
			if r := motionResult[*m.Result]; r != "" {
				s.Add("opengov:result", rdf.Name(r))
			}
		}
		a.personOf(s, "cd:mover", m.Edges.Mover)
		a.personOf(s, "cd:seconder", m.Edges.Seconder)
		s.Text("cd:moverAsWritten", m.MoverAsWritten, "").Text("cd:seconderAsWritten", m.SeconderAsWritten, "")
	}
}

var motionResult = map[motion.Result]string{motion.ResultCarried: "opengov:Pass", motion.ResultLost: "opengov:Fail"}

var voteResult = map[voteevent.Result]string{voteevent.ResultCarried: "opengov:Pass", voteevent.ResultLost: "opengov:Fail"}

// options are Popolo's words for how somebody voted.
var options = map[vote.Option]string{
	vote.OptionFor: "yes", vote.OptionAgainst: "no", vote.OptionAbstain: "abstain", vote.OptionAbsent: "absent", vote.OptionNoVote: "not voting",
}

// votes describes the votes that were taken under an item.
func (a *about) votes(i *ent.AgendaItem) {
	motions := map[int]string{}
	for _, m := range i.Edges.Motions {
		motions[m.ID] = a.leaf(i.URI, i.Key, m.Key)
	}
	for _, e := range cut(a, i.Edges.VoteEvents, "votes") {
		s := a.graph.About(a.leaf(i.URI, i.Key, e.Key)).Is("opengov:VoteEvent", "schema:Event").Add("cd:position", rdf.Int(e.Position)).
			Add("schema:superEvent", rdf.Ref(a.IRI()))
		a.Add("cd:voteEvent", rdf.Ref(s.IRI()))
		day(s, "schema:startDate", i.Date)
		if c := i.Edges.Committee; c != nil {
			s.Add("schema:organizer", a.named(c.URI, c.Name))
		}
		if e.MotionID != nil && motions[*e.MotionID] != "" {
			s.Add("opengov:motion", rdf.Ref(motions[*e.MotionID]))
			a.graph.About(motions[*e.MotionID]).Add("opengov:voteEvent", rdf.Ref(s.IRI()))
		}
		if e.Result != nil {
			s.Add("opengov:result", rdf.Name(voteResult[*e.Result]))
		}
		if e.Method != nil {
			s.Add("cd:voteMethod", concept("vote-method", string(*e.Method)))
		}
		s.Text("cd:castingVote", e.CastingVote, a.language)
		a.count(s, "yes", "opengov:YesCount", e.ForCount)
		a.count(s, "no", "opengov:NoCount", e.AgainstCount)
		a.count(s, "abstain", "opengov:AbstainCount", e.AbstainCount)
		for _, v := range atMost(a, e.Edges.Votes, mostChildren, "votes by name") {
			one := a.graph.About(a.leaf(i.URI, i.Key, v.Key)).Is("opengov:Vote", "schema:VoteAction").Add("opengov:voteEvent", rdf.Ref(s.IRI())).
				Add("schema:actionOption", rdf.Text(options[v.Option], "")).Add("cd:asWritten", rdf.Text(v.AsWritten, ""))
			a.personOf(one, "schema:agent", v.Edges.Person)
			s.Add("opengov:vote", rdf.Ref(one.IRI()))
		}
	}
}

// count states a figure of a vote; one that is not stated is absent, and not 0.
func (a *about) count(s *rdf.Subject, name, class string, n *int) {
	if n != nil {
		at := s.IRI() + "/count/" + name
		s.Add("opengov:count", rdf.Ref(at))
		a.graph.About(at).Is(class).Add("rdf:value", rdf.Int(*n))
	}
}

// VoteOption is Popolo's word for how somebody voted.
func VoteOption(o vote.Option) string { return options[o] }
