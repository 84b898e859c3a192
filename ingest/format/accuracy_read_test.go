package format_test

import (
	"cmp"
	"strings"

	"councilgraph/ingest/record"
)

// readFacts is what the reader says of a page, as a scorer compares it.
func readFacts(page record.Page) facts {
	f := facts{}
	f.addNamed("pageType", string(page.Page.Type))
	for _, m := range page.Meetings {
		f.addNamed("committee", norm(m.Committee))
		f.addNamed("meetingDate", m.Date)
		for _, a := range m.Attendances {
			status := strings.ReplaceAll(strings.ToLower(a.Status), "_", " ")
			f.add("attendance", person(cmp.Or(a.Name, a.AsWritten)), status)
			if a.SubstituteFor != "" {
				f.add("substitution", person(a.Name), person(a.SubstituteFor))
			}
		}
		for _, d := range m.Declarations {
			f.add("declaration", person(d.Person), compact(d.Kind))
		}
		for _, i := range m.Items {
			f.item(i)
		}
	}
	f.once("person", "participation", "committee", "meetingDate", "date", "amount", "reportReference")
	return f
}

func (f facts) item(i record.AgendaItem) {
	f.add("item", itemKey(i.Number, i.Title))
	f.addNamed("title", norm(i.Title))
	for _, r := range i.Resolutions {
		w := words(r.Text)
		f["resolution"] = append(f["resolution"], resolution(w, w, r.Kind, i.Number))
	}
	for _, p := range i.Participations {
		who := personKey(p.Name, cmp.Or(p.AsWritten, p.Role))
		f.add("person", who)
		f.add("participation", who, strings.ToLower(p.How))
	}
	for _, v := range i.Votes {
		f.add("vote", figure(v.For), figure(v.Against), figure(v.Abstain))
	}
	for _, a := range i.Amounts {
		high := a.High
		if high == nil {
			high = a.Low
		}
		f.add("amount", pounds(a.Low), pounds(high))
	}
	for _, r := range i.ReportReferences {
		f.add("reportReference", compact(r))
	}
	for _, d := range i.Documents {
		f.add("document", compact(d.Title), compact(d.Size))
	}
	for _, d := range i.Dates {
		f.add("date", d)
	}
	for _, r := range i.References {
		f.addNamed("reference", r.AsWritten)
	}
}
