package format_test

import (
	"encoding/json"
	"fmt"
	"os"
)

// gold is what a page states, written down by hand before any reader has seen the page. Amounts are pounds,
// dates 2016-09-14; what a page does not state is null or absent.
type gold struct {
	PageType    string  `json:"page_type"`
	Committee   string  `json:"committee"`
	MeetingDate string  `json:"meeting_date"`
	Meetings    []named `json:"meetings"`
	Items       []struct {
		Number      string      `json:"number"`
		Title       string      `json:"title"`
		Meeting     *named      `json:"meeting"`
		Resolutions []goldText  `json:"resolutions"`
		People      []goldName  `json:"people"`
		Vote        *count      `json:"votes"`
		Votes       []count     `json:"votes_all"`
		Amounts     []goldMoney `json:"amounts"`
		Reports     []string    `json:"report_refs"`
		Documents   []goldFile  `json:"documents"`
		Dates       []string    `json:"dates_mentioned"`
		References  []string    `json:"cross_refs"`
	} `json:"items"`
	Attendance []struct {
		Name   string `json:"name"`
		Status string `json:"status"`
		For    string `json:"for_"`
	} `json:"attendance"`
	Declarations []struct {
		Person string `json:"person"`
		Kind   string `json:"kind"`
	} `json:"declarations"`
}

type named struct{ Committee, Date string }

// goldText is a resolution by its first and last words.
type goldText struct {
	Start string `json:"text_start"`
	End   string `json:"text_end"`
	Kind  string `json:"kind"`
}

type goldName struct {
	Name      string `json:"name"`
	AsWritten string `json:"as_written"`
	How       string `json:"how"`
}

type count struct{ For, Against, Abstain *int }

type goldMoney struct {
	Pounds *float64 `json:"gbp"`
	Low    *float64 `json:"gbp_min"`
	High   *float64 `json:"gbp_max"`
}

type goldFile struct{ Title, Size string }

// readGold reads a gold file; an error names the file.
func readGold(path string) (gold, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return gold{}, err
	}
	var g gold
	if err := json.Unmarshal(b, &g); err != nil {
		return gold{}, fmt.Errorf("%s: %w", path, err)
	}
	return g, nil
}

// facts is the gold as a scorer compares it.
func (g gold) facts() facts {
	f := facts{}
	f.add("pageType", g.PageType)
	meetings := []named{{g.Committee, g.MeetingDate}}
	for _, i := range g.Items {
		if i.Meeting != nil {
			meetings = append(meetings, *i.Meeting)
		}
	}
	for _, m := range append(meetings, g.Meetings...) {
		f.addNamed("committee", norm(m.Committee))
		f.addNamed("meetingDate", m.Date)
	}
	for _, i := range g.Items {
		f.add("item", itemKey(i.Number, i.Title))
		f.addNamed("title", norm(i.Title))
		for _, r := range i.Resolutions {
			f["resolution"] = append(f["resolution"], resolution(words(r.Start), words(r.End), r.Kind, i.Number))
		}
		for _, p := range i.People {
			who := personKey(p.Name, p.AsWritten)
			f.add("person", who)
			f.add("participation", who, p.How)
		}
		votes := i.Votes
		if len(votes) == 0 && i.Vote != nil {
			votes = []count{*i.Vote}
		}
		for _, v := range votes {
			f.add("vote", figure(v.For), figure(v.Against), figure(v.Abstain))
		}
		for _, a := range i.Amounts {
			low, high := a.Low, a.High
			if low == nil {
				low, high = a.Pounds, a.Pounds
			}
			f.add("amount", pounds(low), pounds(high))
		}
		for _, r := range i.Reports {
			f.add("reportReference", compact(r))
		}
		for _, d := range i.Documents {
			f.add("document", compact(d.Title), compact(d.Size))
		}
		for _, d := range i.Dates {
			f.add("date", d)
		}
		for _, r := range i.References {
			f.add("reference", r)
		}
	}
	for _, a := range g.Attendance {
		// Entering or leaving part-way is presence; the times are not scored.
		status := a.Status
		if status == "entered" || status == "left" {
			status = "present"
		}
		f.add("attendance", person(a.Name), status)
		if a.For != "" {
			f.add("substitution", person(a.Name), person(a.For))
		}
	}
	for _, d := range g.Declarations {
		kind := d.Kind
		if kind == "unspecified" {
			kind = ""
		}
		f.add("declaration", person(d.Person), compact(kind))
	}
	f.once("person", "participation", "committee", "meetingDate", "date", "amount", "reportReference")
	return f
}
