package command

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"councilgraph/ingest/fetch"
	"councilgraph/ingest/format"
	"councilgraph/ingest/record"
	"councilgraph/ingest/redact"
	"councilgraph/internal/register"
)

func read(s Streams) *cobra.Command {
	var url, council string
	cmd := &cobra.Command{
		Use:   "read FILE",
		Short: "Print what a page says, as JSON",
		Long: `Print what a page says, as JSON: the record that ingest would load, each fact with the place where it
stands (evidence: code points in the page's text) and the rule that read it. No database is needed.
What is private (addresses, telephone numbers, e-mail addresses) is removed before the page is read.`,
		Args: arguments(cobra.ExactArgs(1), "one file"),
		RunE: func(cmd *cobra.Command, args []string) error { return runRead(cmd.Context(), args[0], url, council, s) },
	}
	cmd.Flags().StringVar(&url, "url", "", "the page's own address, which says more about it")
	cmd.Flags().StringVar(&council, "council", "", "GSS or register code of the council whose page it is")
	return cmd
}

func runRead(ctx context.Context, file, url, council string, s Streams) error {
	known, err := register.Load()
	if err != nil {
		return err
	}
	for doc, err := range fetch.Walk(ctx, []string{file}, fetch.Options{}) {
		if err != nil {
			return err
		}
		if url != "" {
			doc.URL = url
		}
		if council != "" {
			doc.Council = council
		}
		doc, _ = redact.Redact(doc)
		page, err := format.Parse(doc)
		if err != nil {
			return err
		}
		if c := whose(known, doc); c != nil {
			page.Council = c
		}
		out := json.NewEncoder(s.Out)
		out.SetIndent("", " ")
		out.SetEscapeHTML(false)
		if err := out.Encode(page); err != nil {
			return err
		}
	}
	return nil
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
