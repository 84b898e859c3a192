package main

import (
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// options are the flags, read.
type options struct {
	setting
	systems               []string
	clients               []int
	questions             []question
	rounds                int
	long                  time.Duration
	report, save, against string
	command               string
}

func read(args []string) (o options, err error) {
	f := flag.NewFlagSet("compare", flag.ContinueOnError)
	f.StringVar(&o.postgres, "postgres", "", "a PostgreSQL database that bench/generate filled, postgres://USER:PASSWORD@HOST/NAME")
	f.StringVar(&o.sqlite, "sqlite", "", "an SQLite database of the same size and seed, sqlite:PATH")
	f.StringVar(&o.postgraphile, "postgraphile", filepath.Join("bench", "compare", "postgraphile"), "the folder of that name, or a copy of it, in which npm ci was run")
	f.StringVar(&o.node, "node", "", "Node 22 or newer for PostGraphile; that of the packages where it is not given")
	f.StringVar(&o.graphjin, "graphjin", "", "a program that serves GraphJin; it is left out without one")
	systems := f.String("systems", "", "the systems to ask, with commas between; all that can be started where it is not given")
	numbers := f.String("questions", "", "the questions, such as Q1,Q2; all where it is not given")
	clients := f.String("clients", "1,16,64", "how many clients ask at a time, each in a run of its own")
	f.IntVar(&o.rounds, "rounds", 3, "how often each is measured; the report gives medians")
	f.DurationVar(&o.long, "seconds", 3*time.Second, "how long one run takes, such as 3s")
	f.StringVar(&o.report, "report", "", "a Markdown file; what stands between its marks is written anew, or the file is made")
	f.StringVar(&o.save, "save", "", "a file for the results, which --against compares others with")
	f.StringVar(&o.against, "against", "", "results of another database that were saved: the report says how many times as long the same takes here")
	if err := f.Parse(args); err != nil {
		return o, err
	}
	o.command = command(f)
	if f.NArg() > 0 || o.postgres == "" && o.sqlite == "" {
		return o, errors.New("pass --postgres ADDRESS, --sqlite ADDRESS or both, and nothing else but flags")
	}
	if o.rounds < 1 || o.long <= 0 {
		return o, errors.New("--rounds and --seconds: pass numbers above 0")
	}
	for _, s := range split(*clients) {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			return o, fmt.Errorf("--clients %s: pass numbers above 0 with commas between", *clients)
		}
		o.clients = append(o.clients, n)
	}
	o.systems = split(*systems)
	o.questions, err = wanted(split(*numbers))
	return o, err
}

func split(list string) []string {
	return strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
}

// places stand in a command for what is where only on the machine that it was run on.
var places = map[string]string{
	"postgres": "postgres://USER@HOST/NAME", "sqlite": "sqlite:PATH", "graphjin": "PROGRAM", "postgraphile": "FOLDER", "node": "NODE", "save": "FILE", "against": "FILE",
	"report": "docs/performance.md",
}

// command is how to run it again.
func command(f *flag.FlagSet) string {
	text := "go run ./bench/compare"
	f.Visit(func(given *flag.Flag) {
		value := given.Value.String()
		if p, ok := places[given.Name]; ok {
			value = p
		}
		text += " --" + given.Name + " " + value
	})
	return text
}
