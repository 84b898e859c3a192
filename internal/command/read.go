package command

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"councilgraph/ingest/explain"
	"councilgraph/ingest/fetch"
	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
	"councilgraph/ingest/redact"
	"councilgraph/internal/register"
)

func read(s Streams) *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:   "read FILE",
		Short: "Print what a page says, as JSON",
		Long: `Print what a page says, as JSON: the record that ingest would load, each fact with the place where it
stands (evidence: code points in the page's text) and the rule that read it. No database is needed.
What is private (addresses, telephone numbers, e-mail addresses) is removed before the page is read.`,
		Args: arguments(cobra.ExactArgs(1), "one file"),
		RunE: func(cmd *cobra.Command, args []string) error { return runRead(cmd.Context(), args[0], o, s) },
	}
	cmd.Flags().StringVar(&o.url, "url", "", "the page's own address, which says more about it")
	cmd.Flags().StringVar(&o.council, "council", "", "GSS or register code of the council whose page it is")
	cmd.Flags().StringVar(&o.explain, "explain", "", "show the page's text with the facts marked and the rule beside each: text or html")
	cmd.Flags().Lookup("explain").NoOptDefVal = "text"
	return cmd
}

// readOptions are the flags of read.
type readOptions struct{ url, council, explain string }

func runRead(ctx context.Context, file string, o readOptions, s Streams) error {
	if o.explain != "" && o.explain != "text" && o.explain != "html" {
		return &usageError{fmt.Errorf("--explain=%s: write --explain, --explain=text or --explain=html", o.explain)}
	}
	known, err := register.Load()
	if err != nil {
		return err
	}
	for doc, err := range fetch.Walk(ctx, []string{file}, fetch.Options{}) {
		if err != nil {
			return err
		}
		if o.url != "" {
			doc.URL = o.url
		}
		if o.council != "" {
			if _, ok := known.ByCode(o.council); !ok {
				return &usageError{fmt.Errorf("--council %s: no council has this code; pass a GSS code such as E09000006 or a register code such as BRY", o.council)}
			}
			doc.Council = o.council
		}
		doc, _ = redact.Redact(doc)
		page, err := format.Parse(doc)
		if err != nil {
			return err
		}
		if c := whose(known, doc); c != nil {
			page.Council = c
		}
		if err := printPage(s, &page, o.explain); err != nil {
			return err
		}
	}
	return nil
}

// printPage prints a page as JSON, or its text with the facts marked.
func printPage(s Streams, page *record.Page, how string) error {
	switch how {
	case "text":
		return explain.Text(s.Out, page, terminal(s.Out))
	case "html":
		return explain.HTML(s.Out, page)
	}
	return printJSON(s.Out, page)
}

// whose is the council whose page it is, nil where neither the caller nor the address says.
func whose(known *register.Register, doc record.Document) *record.Council {
	if c, ok := known.ByCode(doc.Council); ok {
		return &record.Council{Code: c.Code, Name: c.Name}
	}
	if c, err := known.ByHost(doc.URL); err == nil {
		return &record.Council{Code: c.Code, Name: c.Name}
	}
	return nil
}
