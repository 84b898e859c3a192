package command

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"councilgraph/ingest/corrections"
	"councilgraph/ingest/redact"
	"councilgraph/internal/config"
)

// redaction is what is to be taken out.
type redaction struct {
	decision
	person, quote, council string
}

func redactWords(c *config.Config, s Streams) *cobra.Command {
	var r redaction
	cmd := &cobra.Command{
		Use:   "redact",
		Short: "Take a person or a quote out of all stored pages, for good",
		Long: `Take a person or a quote out of all stored pages of a council: out of the stored bytes and texts, the rows, the
search and the feed. Every later ingest and rebuild takes it out again. The file of corrections keeps a hash of
the words, not the words; whoever can guess them can check the guess. Of a person every name goes that the pages
write, but for a surname that stands alone.

  councilgraph redact --person /id/bromley/person/sue-marlow --reason "asked by her, 2026-03-01"
  councilgraph redact --quote "the words to take out" --council E09000006 --reason "an address"`,
		Args: arguments(cobra.NoArgs, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error { return runRedact(cmd.Context(), *c, r, s) },
	}
	databaseFlag(cmd.Flags(), c)
	correctionsFlag(cmd.Flags(), c)
	cmd.Flags().StringVar(&r.person, "person", "", "address of the person to take out")
	cmd.Flags().StringVar(&r.quote, "quote", "", "words to take out, three or more, as the pages write them; case and punctuation do not matter")
	cmd.Flags().StringVar(&r.council, "council", "", "code of the council whose pages a quote is taken out of")
	cmd.Flags().StringVar(&r.line.Reason, "reason", "", "why, for whoever reviews the file of corrections; do not repeat the words")
	cmd.Flags().StringVar(&r.line.By, "by", "", "who decides; where nothing is said, your user name")
	return cmd
}

func runRedact(ctx context.Context, c config.Config, r redaction, s Streams) (err error) {
	if (r.person == "") == (r.quote == "") {
		return &usageError{errors.New("redact: pass either --person or --quote")}
	}
	store, err := openCurated(ctx, c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.db.Close()) }()
	code, words, err := store.wordsOf(ctx, r)
	if err != nil {
		return err
	}
	found, _ := store.known.ByCode(code)
	line := signed(r.line)
	line.Action, line.Council, line.Words = corrections.Redact, found.Slug, words
	if err := line.Check(); err != nil {
		return &usageError{err}
	}
	if err := store.honour(append(store.lines, line)); err != nil {
		return err
	}
	if err := corrections.Append(store.path, line); err != nil {
		return err
	}
	p := store.pipeline()
	p.Council = code
	report, err := p.Rebuild(ctx)
	if err != nil {
		return err
	}
	if r.person != "" {
		if err := store.loader.Forget(ctx, code, r.person); err != nil {
			return err
		}
	}
	if err := store.db.Compact(ctx); err != nil {
		return err
	}
	return conclude(report, nil, false, false, s)
}

// wordsOf are the signs of the words that a redaction is about, and the code of the council.
func (c *curated) wordsOf(ctx context.Context, r redaction) (code string, signs []string, err error) {
	if r.quote != "" {
		found, ok := c.known.ByCode(r.council)
		if !ok {
			return "", nil, &usageError{fmt.Errorf("--council %q: pass the GSS or register code of the council whose pages are meant", r.council)}
		}
		sign := redact.Sign(r.quote)
		if sign == "" || sign[0] < '3' && sign[1] == ':' {
			return "", nil, &usageError{errors.New("--quote: pass three words or more; fewer would take out what others say")}
		}
		return found.Code, []string{sign}, nil
	}
	slug, key, ok := corrections.Person(r.person)
	if !ok {
		return "", nil, &usageError{fmt.Errorf("--person %q: write it as /id/bromley/person/sue-marlow", r.person)}
	}
	if code, ok = c.code(slug); !ok {
		return "", nil, &usageError{fmt.Errorf("--person %q: %q is no council's slug", r.person, slug)}
	}
	standing, err := c.loader.People(ctx, code)
	if err != nil {
		return "", nil, err
	}
	names := standing.Written[key]
	if len(names) == 0 {
		return "", nil, fmt.Errorf("no page names %s by more than a surname; nothing was changed", r.person)
	}
	for _, name := range names {
		signs = append(signs, redact.Sign(name))
	}
	return code, signs, nil
}
