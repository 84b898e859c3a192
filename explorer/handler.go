package explorer

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"councilgraph/explorer/asset"
)

// Path is where the explorer is served. The page looks for the GraphQL endpoint and the schema beside it, at ../graphql and
// ../schema.graphql.
const Path = "/graphiql/"

// Handler serves the explorer. Mount it at Path; it reads the whole path, so strip nothing.
type Handler struct {
	files map[string]*asset.File
}

// New answers the explorer's handler, which tells its readers those limits. An error can only come from a fault in the files that the
// program was built with.
func New(l Limits) (*Handler, error) {
	files, err := loadBundle()
	if err != nil {
		return nil, err
	}
	if files["index.html"] == nil {
		return nil, errors.New("the embedded explorer has no index.html: run explorer/build.sh")
	}
	examples, err := Examples()
	if err != nil {
		return nil, err
	}
	for name, list := range map[string]any{"examples.json": examples, "limits.json": l.lines()} {
		text, err := json.Marshal(list)
		if err != nil {
			return nil, fmt.Errorf("write the explorer's %s: %w", name, err)
		}
		if files[name], err = asset.Pack(name, text); err != nil {
			return nil, err
		}
	}
	return &Handler{files: files}, nil
}

// ServeHTTP answers GET and HEAD for the files of the explorer: the page itself at Path, the list of examples at examples.json, that of limits at
// limits.json, the bundle under assets/, whose names change with their content.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	protect(header)
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		header.Set("Allow", "GET, HEAD")
		http.Error(w, "the explorer answers GET and HEAD; send queries to the GraphQL endpoint", http.StatusMethodNotAllowed)
		return
	}
	name, inside := strings.CutPrefix(r.URL.Path, Path)
	if name == "" {
		name = "index.html"
	}
	file := h.files[name]
	if !inside || file == nil {
		http.Error(w, "the explorer has no such file; it starts at "+Path, http.StatusNotFound)
		return
	}
	cacheControl := "no-cache"
	if strings.HasPrefix(name, "assets/") {
		cacheControl = asset.Forever
	}
	file.Serve(w, r, cacheControl)
}
