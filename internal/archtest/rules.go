// Package archtest holds the rules of who may import whom, and the test that fails where one is broken.
package archtest

// Module is the path before every import of our own.
const Module = "councilgraph"

// Rule says what the packages under Package may import of ours. The first rule that fits a package counts.
type Rule struct {
	// Package is a path within the module: "ingest/fetch" is that package, "ingest/..." it and all below it,
	// "." the module's root.
	Package string
	// May are the paths that it may import, in the same form. Packages below its own are always allowed.
	May []string
	// Why is the reason, for whoever breaks the rule.
	Why string
}

// Rules are the rules of the house, the narrower before the wider.
func Rules() []Rule {
	return []Rule{
		{".", []string{"..."}, "the command joins the parts, so it may know all of them"},
		{"internal/command", []string{"..."}, "the command line: it joins the parts for main"},
		{"e2e/...", []string{"..."}, "it drives the whole"},
		{"bench/...", []string{"..."}, "it measures the whole"},

		{"ent/schema/...", nil, "the shape of the graph rests on nothing"},
		{"ent/...", []string{"ent/...", "internal/relay", "internal/narrow", "internal/searchquery", "internal/searchtext"}, "generated from ent/schema, with the project's own paging and text search"},

		{"graph/...", []string{"graph/...", "ent/...", "internal/relay", "internal/searchquery", "internal/searchtext", "internal/limits", "internal/figures", "internal/rows"}, "the API speaks of what is stored and never reads a page: graph and ingest never meet"},

		{"ingest/record", nil, "the vocabulary of the pipeline rests on nothing"},
		{"ingest/fetch/...", []string{"ingest/record"}, "bringing a document is not reading it"},
		{"ingest/filetext", nil, "it takes text out of bytes, whosever they are"},
		{"ingest/redact", []string{"ingest/record"}, "redaction works on bytes, before anything reads them"},
		{"ingest/minutes/...", []string{"ingest/record", "internal/regexp"}, "the language of minutes is a pure function of paragraphs"},
		{"ingest/format", []string{"ingest/format/...", "ingest/record", "ingest/minutes", "internal/regexp"}, "a list of formats"},
		{"ingest/format/printed", []string{"ingest/record", "ingest/minutes", "internal/regexp"}, "what the systems print, which every format may ask"},
		{"ingest/format/assemble", []string{"ingest/format/printed", "ingest/record", "ingest/minutes", "internal/regexp"}, "what every format hands its findings to"},
		{"ingest/format/htmltext", []string{"ingest/record", "ingest/minutes", "internal/regexp"}, "markup as text, which every format may ask"},
		{"ingest/format/...", []string{"ingest/format/printed", "ingest/format/assemble", "ingest/format/htmltext", "ingest/record", "ingest/minutes", "internal/regexp"}, "a format is a pure function of bytes and knows no other format"},
		{"ingest/explain", []string{"ingest/record"}, "it shows a record, whatever made it"},
		{"ingest/link", []string{"ingest/record"}, "load hands it the known people and meetings as record values"},
		{"ingest/corrections", []string{"ingest/link", "ingest/redact"}, "decisions of people, in the words of linking and redaction"},
		{"ingest/load/...", []string{"ingest/record", "ingest/link", "ent/...", "internal/searchtext", "internal/figures", "internal/turn"}, "the one part of the pipeline that knows the store"},
		{"ingest/harvest/...", []string{"ingest", "ingest/harvest", "ingest/fetch", "ingest/format/...", "ingest/load", "ingest/record", "ent/..."}, "it decides what to ask for by what was read, and keeps that in the store"},
		{"ingest", []string{"ingest/..."}, "the pipeline never speaks GraphQL: graph and ingest never meet"},

		{"linked/...", []string{"linked/...", "ent/...", "internal/relay"}, "it writes out what is stored"},
		{"explorer/...", []string{"explorer/...", "linked/...", "internal/limits"}, "its pages get the GraphQL handler from the command"},
		{"sample", nil, "pages and their manifest, nothing else"},

		{"internal/config", []string{"internal/limits"}, "values, checked"},
		{"internal/limits", nil, "values, checked"},
		{"internal/rows", nil, "how compiled queries read, whatever is read"},
		{"internal/turn", nil, "who reads and who writes over one connection"},
		{"internal/narrow", nil, "forms of conditions, whatever they are about"},
		{"internal/whole", nil, "how an answer leaves, whatever it says"},
		{"internal/relay", nil, "paging knows neither store nor API"},
		{"internal/figures/...", []string{"internal/figures"}, "what is counted by what: load keeps it, the API asks it, and neither knows the other"},
		{"internal/growth", nil, "it measures for benchmarks, whatever is measured"},
		{"internal/regexp", nil, "a way of matching, whatever is matched"},
		{"internal/searchtext", nil, "the words of a text, the same for whoever writes the index and whoever asks it"},
		{"internal/searchquery", []string{"internal/searchtext"}, "the language of searches knows neither store nor API"},
		{"internal/register", nil, "facts about councils"},
		{"internal/register/make", []string{"internal/register"}, "it writes the register's file"},
		{"internal/database/...", []string{"internal/database/...", "ent/...", "internal/figures", "internal/rows", "internal/turn"}, "it opens and migrates the store"},
		{"internal/backup", []string{"internal/database"}, "it writes out and takes in what is stored, whatever it is"},
		{"internal/observe", []string{"graph", "internal/rows"}, "it watches the API from outside and is told what the API tells"},
		{"internal/dbtest", []string{"internal/database", "internal/figures", "ent/..."}, "it gives tests a fresh store"},
		{"internal/testsite", nil, "a council to test against, whatever is tested"},
		{"internal/testsite/serve", []string{"internal/testsite"}, "it serves that council"},
		{"internal/archtest", nil, "rules"},
	}
}

// Outside is a rule about imports that are not ours.
type Outside struct {
	// Imports are import paths; one that ends in /... stands for all below it too.
	Imports []string
	// OnlyIn are the packages of ours that may have them, or, if empty, NotIn those that may not.
	OnlyIn, NotIn []string
	Why           string
}

// OutsideRules are the rules about packages that are not ours.
func OutsideRules() []Outside {
	return []Outside{
		{
			Imports: []string{"github.com/jackc/pgx/...", "modernc.org/sqlite/...", "modernc.org/libc/...", "github.com/mattn/go-sqlite3", "github.com/lib/pq", "github.com/riverqueue/river/riverdriver/..."},
			OnlyIn:  []string{"internal/database/..."},
			Why:     "one place chooses the drivers",
		},
		{
			Imports: []string{"net", "net/http/...", "os", "os/exec", "database/sql/...", "io/fs"},
			NotIn:   []string{"ingest/record", "ingest/redact", "ingest/minutes/...", "ingest/format/...", "ingest/link"},
			Why:     "reading is a pure function: it touches no network, no file and no store",
		},
	}
}
