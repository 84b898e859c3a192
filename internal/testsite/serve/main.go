// Serve is a made-up council's site to try a harvest on, on this machine:
//
//	go run ./internal/testsite/serve
//
// Each line that is typed has the council do something, and "help" lists what it can do.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"councilgraph/internal/testsite"
)

func main() {
	o := testsite.Options{Validators: true}
	addr := flag.String("addr", "127.0.0.1:8090", "address to listen on")
	flag.Uint64Var(&o.Seed, "seed", 1, "decides who and what the council is")
	flag.IntVar(&o.Committees, "committees", 3, "committees, at most six")
	flag.IntVar(&o.Meetings, "meetings", 6, "meetings of each committee")
	flag.BoolVar(&o.ServiceOff, "service-off", false, "the web service answers 404")
	flag.Parse()
	o.Today = time.Now().UTC()
	site, err := testsite.StartAt(o, *addr)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer site.Close()
	fmt.Printf("%s is a made-up council. Harvest it with\n  councilgraph harvest --contact you@example.org --allow-private --pace 10ms E09000006=%s\n", site.Root(), site.Root())
	fmt.Println("Type help for what it can do meanwhile.")
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		fmt.Println(obey(site, strings.TrimSpace(lines.Text())))
	}
	select {} // what starts it may have no input; it ends when it is told to
}

// obey does what a line asks for and says what came of it.
func obey(s *testsite.Site, line string) string {
	switch line {
	case "minutes":
		for _, id := range s.Unminuted() {
			s.PublishMinutes(id)
			return "published the minutes of meeting " + id
		}
		return "all minutes are published"
	case "withdraw":
		for _, d := range s.Truth().Decisions {
			s.WithdrawDecision(d.ID)
			return "withdrew decision " + d.ID
		}
		return "there is no decision"
	case "busy":
		s.Fault(testsite.Fault{Kind: testsite.Unavailable, Times: 2, Delay: time.Second})
		return "two answers will be 503, with Retry-After"
	case "firewall":
		s.Fault(testsite.Fault{Kind: testsite.Firewall, On: "ielistdocuments"})
		return "a firewall stands before the agendas"
	case "mend":
		s.Mend()
		return "all is well"
	case "requests":
		return fmt.Sprintf("%d requests so far", len(s.Requests()))
	}
	return "minutes: publish the minutes of a meeting; withdraw: take a decision off; busy, firewall: have something go wrong; mend; requests: how many there were"
}
