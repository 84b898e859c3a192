package page

import (
	"bytes"
	"context"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"maps"
	"net/http"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"
)

// Config is what pages need of the program around them.
type Config struct {
	// Ask asks the API.
	Ask Ask
	// Version names the data as it is now: the same name, the same data.
	Version func(context.Context) (string, error)
	// Enter lets a reader in, or says why not with a *Problem; leave is called when the page has been made. Nil lets all in.
	Enter func(*http.Request) (ctx context.Context, leave func(), err error)
	// JSONLD writes what is known of the node with that uri (/id/...) as JSON-LD, nil where there is nothing to say; nil for none.
	JSONLD func(ctx context.Context, uri string) ([]byte, error)
	// Base is the server's public address without a slash at its end, such as https://example.org; "" takes what each request says.
	Base string
	// Kept is how many bytes of finished pages are kept in memory, 0 for none.
	Kept int
	// Now is the time; nil for the clock.
	Now func() time.Time
	Log *slog.Logger
}

// Site makes and serves pages.
type Site struct {
	config    Config
	shelf     *shelf
	templates *template.Template
	queries   map[string]string // by name
	program   string            // tells this program from another that would make other pages
	kept      *kept
	packers   *packers
	buffers   sync.Pool
}

// New is the site. An error can only come from a fault in the files that the program was built with.
func New(c Config) (*Site, error) {
	shelf, err := newShelf()
	if err != nil {
		return nil, err
	}
	templates, err := parse(shelf)
	if err != nil {
		return nil, err
	}
	queries, err := readQueries()
	if err != nil {
		return nil, err
	}
	program, err := programName(queries)
	if err != nil {
		return nil, err
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	c.Base = strings.TrimSuffix(c.Base, "/")
	s := &Site{config: c, shelf: shelf, templates: templates, queries: queries, program: program, kept: newKept(c.Kept), packers: newPackers()}
	s.buffers.New = func() any { return &bytes.Buffer{} }
	return s, nil
}

// programName stands for all that pages are made by.
func programName(queries map[string]string) (string, error) {
	sum := sha256.New()
	if info, ok := debug.ReadBuildInfo(); ok {
		_, _ = fmt.Fprint(sum, info.String())
	}
	for _, name := range slices.Sorted(maps.Keys(queries)) {
		_, _ = fmt.Fprintf(sum, "%d %s", len(queries[name]), queries[name])
	}
	for _, files := range []embed.FS{templateFiles, static} {
		err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			text, err := files.ReadFile(name)
			_, _ = fmt.Fprintf(sum, "%d %s", len(text), text)
			return err
		})
		if err != nil {
			return "", fmt.Errorf("read the files of pages: %w", err)
		}
	}
	return base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:9]), nil
}

// base is the server's address for a request, "" where the request names none that can be one.
func (s *Site) base(r *http.Request) string {
	if s.config.Base != "" {
		return s.config.Base
	}
	for _, c := range r.Host {
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.ContainsRune(".-:[]", c)) {
			return ""
		}
	}
	if r.Host == "" {
		return ""
	}
	if r.TLS != nil {
		return "https://" + r.Host
	}
	return "http://" + r.Host
}

// today is the day, such as 2024-02-07, in UTC.
func (s *Site) today() string { return s.config.Now().UTC().Format(time.DateOnly) }
