package linked

import (
	"context"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/ent/resolution"
	"councilgraph/linked/export"
	"councilgraph/linked/rdf"
	"councilgraph/linked/vocabulary"
)

//go:embed data.html
var dataFiles embed.FS

// Data is what /data tells of.
type Data struct {
	// Folder is that of the exports, with their list; "" for none.
	Folder string
	// Version names the data as it is, and says when it changed last, nil where it is empty.
	Version func(context.Context) (version string, last *string, err error)
	// Licence and Attribution are the terms of its use.
	Licence, Attribution string
}

// Files are the exports that are offered.
func (d Data) Files() ([]export.File, error) {
	if d.Folder == "" {
		return nil, nil
	}
	m, err := export.ReadManifest(d.Folder)
	return m.Files, err
}

// Stamp names the state of the list of exports: where it is the same, so are the files.
func (d Data) Stamp() string {
	info, err := os.Stat(filepath.Join(d.Folder, export.ManifestName))
	if d.Folder == "" || err != nil {
		return ""
	}
	return info.ModTime().UTC().Format(time.RFC3339Nano)
}

// dataset is the data as a whole, with what can be had of it.
func (s *Server) dataset(ctx context.Context, base string, d Data) (*rdf.Graph, error) {
	version, last, err := d.Version(ctx)
	if err != nil {
		return nil, err
	}
	files, err := d.Files()
	if err != nil {
		return nil, err
	}
	set := vocabulary.Dataset{Base: base, Version: version, Licence: d.Licence, Attribution: d.Attribution}
	if last != nil {
		set.Modified = *last
	}
	for _, f := range files {
		set.Files = append(set.Files, vocabulary.File{
			Name: f.Name, MediaType: f.MediaType, Format: string(f.Format), Packed: f.Packed(), Bytes: f.Bytes, Issued: f.WrittenAt, SHA256: f.SHA256,
		})
	}
	if set.Examples, err = s.examples(ctx); err != nil {
		return nil, err
	}
	return set.Graph(), nil
}

// examples are addresses of a resolution and its council, none where nothing was resolved.
func (s *Server) examples(ctx context.Context) ([]string, error) {
	some, err := s.config.Store.Resolution.Query().Order(resolution.ByID()).Limit(1).Select(resolution.FieldURI, resolution.FieldCouncilID).
		WithCouncil(func(q *ent.CouncilQuery) { q.Select(council.FieldURI) }).All(ctx)
	var out []string
	for _, r := range some {
		out = append(out, r.URI, r.Edges.Council.URI)
	}
	return out, err
}

// Void serves the description of the data set (VoID, DCAT) at /.well-known/void.
func (s *Server) Void(d Data) http.Handler {
	return s.Graph("/.well-known/void", func(ctx context.Context, base string) (*rdf.Graph, error) { return s.dataset(ctx, base, d) }, nil)
}

// Data serves /data: the page for people, the list of exports as JSON, the description as linked data.
func (s *Server) Data(d Data, html http.Handler) http.Handler {
	described := s.Graph("/data", func(ctx context.Context, base string) (*rdf.Graph, error) { return s.dataset(ctx, base, d) }, html)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, mediaType := choose(r.Header.Get("Accept"), html != nil)
		if r.URL.Path == "/data.json" || r.URL.Path == "/data" && mediaType == "application/json" {
			s.entered(func(w http.ResponseWriter, r *http.Request) { s.list(w, r, d) }).ServeHTTP(w, r)
			return
		}
		described.ServeHTTP(w, r)
	})
}

// listed is an export as /data.json lists it.
type listed struct {
	export.File
	URL string `json:"url"`
}

// list sends the list of exports as JSON.
func (s *Server) list(w http.ResponseWriter, r *http.Request, d Data) {
	version, last, err := d.Version(r.Context())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	files, err := d.Files()
	if err != nil {
		s.fail(w, r, err)
		return
	}
	base := s.Base(r)
	out := struct {
		Version     string   `json:"version"`
		LastIngest  *string  `json:"lastIngest"`
		Licence     string   `json:"licence"`
		Attribution string   `json:"attribution"`
		API         string   `json:"api"`
		Files       []listed `json:"files"`
	}{version, last, d.Licence, d.Attribution, base + "/graphql", []listed{}}
	for _, f := range files {
		out.Files = append(out.Files, listed{f, base + "/data/" + f.Name})
	}
	text, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Add("Vary", "Accept")
	w.Header().Set("Content-Location", "/data.json")
	send(w, r, "application/json", append(text, '\n'))
}

// Page writes what /data says to people: what stands within a page, from its second headings down.
func (d Data) Page(ctx context.Context, w io.Writer) error {
	version, last, err := d.Version(ctx)
	if err != nil {
		return err
	}
	files, err := d.Files()
	if err != nil {
		return err
	}
	t, err := template.New("data.html").Funcs(template.FuncMap{"size": size}).ParseFS(dataFiles, "data.html")
	if err != nil {
		return err
	}
	return t.Execute(w, struct {
		Version              string
		Last                 *string
		Files                []export.File
		Licence, Attribution string
	}{version, last, files, d.Licence, d.Attribution})
}

// size is a number of bytes for people.
func size(bytes int64) string {
	n, unit := float64(bytes), "bytes"
	for _, u := range []string{"kB", "MB", "GB"} {
		if n < 1000 {
			break
		}
		n, unit = n/1000, u
	}
	if unit == "bytes" {
		return fmt.Sprintf("%d bytes", bytes)
	}
	return fmt.Sprintf("%.1f %s", n, unit)
}

// slowest is how fast a client must take a file, in bytes a second, not to be cut off.
const slowest = 20_000

// Files serves /data/NAME: the exports themselves, whole or in ranges.
func (s *Server) Files(d Data) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !reads(w, r) {
			return
		}
		files, err := d.Files()
		if err != nil {
			s.fail(w, r, err)
			return
		}
		name := strings.TrimPrefix(r.URL.Path, "/data/")
		at := slices.IndexFunc(files, func(f export.File) bool { return f.Name == name })
		if at < 0 || strings.ContainsAny(name, `/\`) {
			say(w, r, http.StatusNotFound, "No export has this name; /data lists them.")
			return
		}
		s.file(w, r, d, files[at])
	})
}

func (s *Server) file(w http.ResponseWriter, r *http.Request, d Data, f export.File) {
	file, err := os.Open(filepath.Join(d.Folder, f.Name)) //nolint:gosec // a name of the list, without a folder
	if err != nil {
		s.fail(w, r, err)
		return
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err != nil {
		s.fail(w, r, err)
		return
	}
	h := w.Header()
	open(h)
	h.Set("Content-Type", f.MediaType)
	if f.Packed() {
		h.Set("Content-Type", "application/gzip")
	}
	h.Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", f.Name))
	h.Set("Cache-Control", "public, no-cache")
	if info.Size() == f.Bytes { // else it is being replaced
		h.Set("ETag", `"`+f.SHA256+`"`)
		if sum, err := hex.DecodeString(f.SHA256); err == nil {
			h.Set("Repr-Digest", "sha-256=:"+base64.StdEncoding.EncodeToString(sum)+":")
		}
	}
	// A file takes as long as the client's line is slow; other answers are given less.
	_ = http.NewResponseController(w).SetWriteDeadline(time.Now().Add(time.Minute + time.Duration(info.Size()/slowest)*time.Second))
	http.ServeContent(w, r, f.Name, info.ModTime(), file)
}
