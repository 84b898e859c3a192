package main

import (
	"fmt"
	"slices"
	"strings"
)

// demand is how many times the rate of another system one must have, at 16 clients.
type demand struct {
	question, system, other string
	least                   float64
}

// ratioClients is how many clients ask where systems are compared.
const ratioClients = 16

func demands() []demand {
	var out []demand
	add := func(system, other string, least float64, numbers ...string) {
		for _, n := range numbers {
			out = append(out, demand{n, system, other, least})
		}
	}
	add("councilgraph-pg", "postgraphile", 3.5, "Q2", "Q3")
	add("councilgraph-pg", "graphjin", 2.2, "Q2", "Q3")
	add("councilgraph-pg", "postgraphile", 2, "Q1")
	add("councilgraph-pg", "postgraphile", 10, "Q4")
	add("councilgraph-pg", "postgraphile", 100, "Q5")
	add("councilgraph-pg", "flat-pg", 0.8, "Q2", "Q3")
	add("councilgraph-pg", "flat-pg", 0.6, "Q1")
	add("councilgraph-sqlite", "postgraphile", 5, "Q2", "Q3")
	add("cached-pg", "new-pg", 10, "Q2", "Q3")
	add("cached-pg", "councilgraph-pg", 10, "Q2", "Q3")
	return out
}

// ratios is the table of what must be shown: how many times as many requests a second, and, since other programs on
// the machine bear less on it, how many times less processor time a request takes.
func ratios(r *results) string {
	var b strings.Builder
	b.WriteString("| question | system | against | requests a second | least | processor time |\n|---|---|---|---|---|---|\n")
	for _, d := range demands() {
		a, ok := r.median(cell{d.question, d.system, ratioClients})
		z, okToo := r.median(cell{d.question, d.other, ratioClients})
		if !ok || !okToo {
			fmt.Fprintf(&b, "| %s | %s | %s | not measured | %g | |\n", d.question, d.system, d.other, d.least)
			continue
		}
		shown := fmt.Sprintf("%.2f", a.Rate/z.Rate)
		if a.Rate < d.least*z.Rate {
			shown = "**" + shown + "**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %g | %.2f |\n", d.question, d.system, d.other, shown, d.least, (z.App+z.DB).Seconds()/max((a.App+a.DB).Seconds(), 1e-9))
	}
	b.WriteString("\nWhat is less than it must be is in bold.\n")
	return b.String()
}

// growth is the table of how many times as long the same questions take here as on another database.
func growth(o *options, here, there *results) string {
	var b strings.Builder
	b.WriteString("| question | system | clients | p50 there, ms | p50 here, ms | times |\n|---|---|---|---|---|---|\n")
	for _, q := range o.questions {
		for _, s := range systems() {
			for _, n := range o.clients {
				c := cell{q.number, s.name, n}
				a, ok := here.median(c)
				z, okToo := there.median(c)
				if ok && okToo {
					fmt.Fprintf(&b, "| %s | %s | %d | %.2f | %.2f | %.2f |\n", q.number, s.name, n, ms(z.P50), ms(a.P50), a.P50.Seconds()/z.P50.Seconds())
				}
			}
		}
	}
	return b.String()
}

// measuredSystems are the systems that a question was measured on.
func measuredSystems(o *options, r *results, q question) []string {
	var out []string
	for _, s := range systems() {
		if slices.ContainsFunc(o.clients, func(n int) bool { return len(r.Runs[cell{q.number, s.name, n}.key()]) > 0 }) {
			out = append(out, s.name)
		}
	}
	return out
}
