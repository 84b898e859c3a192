package dashboard

import (
	"fmt"
	"net/http"
	"time"

	"councilgraph/explorer/page"
)

const (
	usualMonths = 24 // of a period where none is asked for: up to the latest meeting
	mostMonths  = 60 // of one dashboard: a longer period is shown from its end back
)

// period is the time that a dashboard shows.
type period struct {
	From, To string // days, both within it
	Cut      bool   // a longer one was asked for
}

// periodOf is the period that is asked for by the parameters from and to; where one is missing it is reckoned from the latest day of
// which there is something to show, "" for none.
func periodOf(from, to, latest, today string) (period, error) {
	for name, value := range map[string]string{"from": from, "to": to} {
		if _, err := time.Parse(time.DateOnly, value); value != "" && err != nil {
			return period{}, badAddress(fmt.Sprintf("The parameter %s is no day: write it as 2024-02-07.", name))
		}
	}
	p := period{From: from, To: to}
	if p.To == "" {
		p.To = max(latest, from)
	}
	if p.To == "" {
		p.To = today
	}
	end, _ := time.Parse(time.DateOnly, p.To)
	firstOfMonth := time.Date(end.Year(), end.Month(), 1, 0, 0, 0, 0, time.UTC)
	if p.From == "" {
		p.From = firstOfMonth.AddDate(0, 1-usualMonths, 0).Format(time.DateOnly)
	}
	if p.From > p.To {
		return period{}, badAddress("The period ends before it begins: from is the first day, to the last.")
	}
	if earliest := firstOfMonth.AddDate(0, 1-mostMonths, 0).Format(time.DateOnly); p.From < earliest {
		p.From, p.Cut = earliest, true
	}
	return p, nil
}

// badAddress tells a reader what is wrong with the address.
func badAddress(message string) error {
	return &page.Problem{Status: http.StatusBadRequest, Title: "The address cannot be understood", Message: message}
}

// months are the first days of the months of the period, in order.
func (p period) months() []string {
	var all []string
	first, _ := time.Parse(time.DateOnly, p.From)
	for at := time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC); at.Format(time.DateOnly) <= p.To; at = at.AddDate(0, 1, 0) {
		all = append(all, at.Format(time.DateOnly))
	}
	return all
}

// before is a period as long as this one that ends where it begins.
func (p period) before() period {
	first, _ := time.Parse(time.DateOnly, p.From)
	return period{From: first.AddDate(0, -len(p.months()), 0).Format(time.DateOnly), To: first.AddDate(0, 0, -1).Format(time.DateOnly)}
}

// after is a period as long as this one that begins where it ends.
func (p period) after() period {
	last, _ := time.Parse(time.DateOnly, p.To)
	begin := last.AddDate(0, 0, 1)
	return period{From: begin.Format(time.DateOnly), To: begin.AddDate(0, len(p.months()), -1).Format(time.DateOnly)}
}

// monthOf is the first day of the month of a day.
func monthOf(value string) string {
	if len(value) < len("2024-02") {
		return ""
	}
	return value[:len("2024-02")] + "-01"
}
