package testsite

import (
	"fmt"
	"html"
	"net/http"
	"strings"
	"time"
)

// service answers an operation of the web service.
func (s *Site) service(w http.ResponseWriter, r *http.Request, operation string, q map[string]string) {
	if s.options.ServiceOff {
		http.NotFound(w, r)
		return
	}
	var x writer
	x.b.WriteString(`<?xml version="1.0" encoding="utf-8"?>` + "\n")
	switch operation {
	case "getcommittees":
		s.getCommittees(&x)
	case "getcouncillorsbyward":
		s.getCouncillors(&x)
	case "getmeetings":
		s.getMeetings(&x, q["lcommitteeid"], q["sfromdate"], q["stodate"])
	case "getmeeting":
		s.getMeeting(&x, q["lmeetingid"])
	default:
		http.Error(w, "System.InvalidOperationException: "+operation+" Web Service method name is not valid.", http.StatusInternalServerError)
		return
	}
	s.write(w, r, "text/xml; charset=utf-8", x.b.String())
}

// writer writes XML as the service does: indented, empty elements with white space in them, entities escaped twice.
type writer struct {
	b     strings.Builder
	depth int
}

func (x *writer) indent() { x.b.WriteString(strings.Repeat("  ", x.depth)) }

func (x *writer) in(name string, attributes string, inner func()) {
	x.indent()
	x.b.WriteString("<" + name + attributes + ">\n")
	x.depth++
	inner()
	x.depth--
	x.indent()
	x.b.WriteString("</" + name + ">\n")
}

// value writes an element with a value that a person reads.
func (x *writer) value(name, v string) { x.raw(name, html.EscapeString(v)) }

// raw writes an element with a value that is HTML.
func (x *writer) raw(name, v string) {
	x.indent()
	if v == "" {
		x.b.WriteString("<" + name + ">\n")
		x.indent()
		x.b.WriteString("</" + name + ">\n")
		return
	}
	x.b.WriteString("<" + name + ">" + html.EscapeString(v) + "</" + name + ">\n")
}

func (x *writer) count(name string, n int) { x.raw(name, fmt.Sprintf(" %d", n)) }

func (x *writer) yes(name string, v bool) {
	x.raw(name, map[bool]string{true: "True", false: "False"}[v])
}

func (s *Site) getCommittees(x *writer) {
	x.in("committees", "", func() {
		x.count("committeescount", len(s.world.committees))
		for _, c := range s.world.committees {
			x.in("committee", "", func() {
				x.value("committeeid", c.id)
				x.value("committeetitle", c.name)
				x.yes("committeedeleted", false)
				x.yes("committeeexpired", c.expired)
				x.value("committeecategory", c.category)
			})
		}
	})
}

func (s *Site) getCouncillors(x *writer) {
	x.in("councillorsbyward", "", func() {
		x.in("wards", "", func() {
			for _, ward := range wards {
				x.in("ward", "", func() { s.ward(x, ward) })
			}
		})
	})
}

func (s *Site) ward(x *writer, ward string) {
	x.value("wardtitle", ward)
	x.in("councillors", "", func() {
		n := 0
		for _, p := range s.world.councillors {
			if p.ward == ward {
				n++
			}
		}
		x.count("councillorcount", n)
		for _, p := range s.world.councillors {
			if p.ward != ward {
				continue
			}
			x.in("councillor", "", func() {
				x.value("councillorid", p.id)
				x.value("fullusername", p.titled())
				x.value("politicalpartytitle", p.party)
				x.value("districttitle", "")
				x.in("homeaddress", "", func() {
					x.value("line1", "4 Weir Cottages")
					x.value("phone", "01632 960001")
					x.value("postcode", "ZZ9 9ZZ")
				})
			})
		}
	})
}

// getMeetings lists the meetings of a committee, or with 0 of all, between two days. Days that are not written as
// dd/mm/yyyy are passed over, as the service does.
func (s *Site) getMeetings(x *writer, committee, from, to string) {
	after, err1 := time.Parse("02/01/2006", from)
	before, err2 := time.Parse("02/01/2006", to)
	listed := map[string][]*meeting{}
	total := 0
	for _, m := range s.world.published() {
		day := m.at.Truncate(24 * time.Hour)
		if (committee == "0" || m.committee.id == committee) && (err1 != nil || !day.Before(after)) && (err2 != nil || !day.After(before)) {
			listed[m.committee.id] = append(listed[m.committee.id], m)
			total++
		}
	}
	x.in("getmeetings", "", func() {
		x.count("meetingscount", total)
		x.count("committeescount", len(listed))
		if s.options.CountsOnly && committee == "0" {
			return
		}
		for _, c := range s.world.committees {
			if len(listed[c.id]) == 0 {
				continue
			}
			x.in("committee", "", func() {
				x.value("committeeid", c.id)
				x.value("committeetitle", c.name)
				x.count("committeemeetingcount", len(listed[c.id]))
				x.in("committeemeetings", "", func() {
					for _, m := range listed[c.id] {
						x.in("meeting", "", func() {
							x.value("meetingid", m.id)
							x.value("meetingdate", m.at.Format("02/01/2006"))
							x.value("meetingstatus", m.status)
							x.value("meetingtime", clock(m.at))
							x.yes("iswebcast", false)
						})
					}
				})
			})
		}
	})
}
