package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"councilgraph/ingest"
	"councilgraph/ingest/corrections"
	"councilgraph/ingest/link"
	"councilgraph/ingest/load"
	"councilgraph/ingest/redact"
	"councilgraph/internal/config"
	"councilgraph/internal/database"
	"councilgraph/internal/register"
)

// curated is an open store whose loader honours the corrections.
type curated struct {
	db      *database.Database
	loader  *load.Loader
	known   *register.Register
	path    string // of the corrections
	lines   []corrections.Line
	words   map[string]redact.Words
	linking map[string][]link.Correction
}

func correctionsFlag(f *pflag.FlagSet, c *config.Config) {
	f.StringVar(&c.Corrections, "corrections", fromEnv("corrections", c.Corrections), "file of decisions about who is who; where nothing is said, corrections.jsonl beside the SQLite database, or in the working folder")
}

// correctionsPath is where the decisions are kept.
func correctionsPath(c config.Config) string {
	if c.Corrections != "" {
		return c.Corrections
	}
	if path, ok := strings.CutPrefix(c.Database, "sqlite:"); ok {
		return filepath.Join(filepath.Dir(path), "corrections.jsonl")
	}
	return "corrections.jsonl"
}

// openCurated opens the store with the corrections in force.
func openCurated(ctx context.Context, c config.Config) (*curated, error) {
	known, err := register.Load()
	if err != nil {
		return nil, err
	}
	out := &curated{known: known, path: correctionsPath(c)}
	lines, err := corrections.Read(out.path)
	if err != nil {
		return nil, err
	}
	if out.db, out.loader, err = openStore(ctx, c.Database); err != nil {
		return nil, err
	}
	if err := out.honour(lines); err != nil {
		return nil, errors.Join(err, out.db.Close())
	}
	return out, nil
}

// honour puts these decisions in force.
func (c *curated) honour(lines []corrections.Line) (err error) {
	if c.linking, err = corrections.Linking(lines, c.code); err != nil {
		return err
	}
	if c.words, err = corrections.Redactions(lines, c.code); err != nil {
		return err
	}
	c.lines = lines
	c.loader.Correct(c.linking)
	c.loader.ReadWith(ingest.Reader(c.words))
	return nil
}

func (c *curated) code(slug string) (string, bool) {
	found, ok := c.known.BySlug(slug)
	return found.Code, ok
}

func (c *curated) pipeline() ingest.Pipeline {
	return ingest.Pipeline{Councils: councils{c.known}, Loader: c.loader, Words: c.words}
}

// decide puts one more decision in force and, unless it is a trial, writes it down. It answers what that
// changed. A decision that fits nothing is refused.
func (c *curated) decide(ctx context.Context, line corrections.Line, trial bool) (load.Outcome, error) {
	if err := line.Check(); err != nil {
		return nil, &usageError{err}
	}
	code, ok := c.code(line.Slug())
	if !ok {
		return nil, &usageError{fmt.Errorf("%q is no council's slug; take the address from councilgraph people", line.Slug())}
	}
	if err := c.honour(append(c.lines[:len(c.lines):len(c.lines)], line)); err != nil {
		return nil, err
	}
	standing, err := c.loader.People(ctx, code)
	if err != nil {
		return nil, err
	}
	mine := c.linking[code][len(c.linking[code])-1]
	for _, u := range standing.Unfit {
		if u.Correction == mine {
			return nil, fmt.Errorf("%s: %s; nothing was changed", line.Action, u.Why)
		}
	}
	if trial {
		return c.loader.TryRelink(ctx, code)
	}
	if err := corrections.Append(c.path, line); err != nil {
		return nil, err
	}
	return c.loader.Relink(ctx, code)
}

// signed is a decision with who made it and when.
func signed(line corrections.Line) corrections.Line {
	line.At = time.Now().UTC().Format(time.RFC3339)
	if line.By == "" {
		line.By = os.Getenv("USER")
	}
	return line
}
