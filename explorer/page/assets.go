package page

import (
	"embed"
	"fmt"
	"net/http"
	"path"
	"strings"

	"councilgraph/explorer/asset"
)

// AssetPath is where files of pages are served. Their names change with their content.
const AssetPath = "/assets/"

//go:embed static
var static embed.FS

// shelf holds the files of all pages by their addresses.
type shelf struct {
	files       map[string]*asset.File
	style, icon string // addresses
}

// newShelf packs the files that every page has.
func newShelf() (*shelf, error) {
	s := &shelf{files: map[string]*asset.File{}}
	for name, at := range map[string]*string{"style.css": &s.style, "icon.svg": &s.icon} {
		plain, err := static.ReadFile("static/" + name)
		if err != nil {
			return nil, fmt.Errorf("page asset: %w", err)
		}
		if *at, err = s.add(name, plain); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *shelf) add(name string, plain []byte) (string, error) {
	file, err := asset.Pack(name, plain)
	if err != nil {
		return "", fmt.Errorf("page asset: %w", err)
	}
	ending := path.Ext(name)
	at := AssetPath + strings.TrimSuffix(name, ending) + "-" + file.Hash()[:12] + ending
	s.files[at] = file
	return at, nil
}

// AddAsset serves a file below AssetPath and gives its address, which changes with its content. Call it before anything is served.
func (s *Site) AddAsset(name string, content []byte) (string, error) {
	return s.shelf.add(name, content)
}

// Assets serves the files. Mount it at AssetPath.
func (s *Site) Assets() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		file := s.shelf.files[r.URL.Path]
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			w.Header().Set("Allow", "GET, HEAD")
			http.Error(w, "files are read by GET and HEAD", http.StatusMethodNotAllowed)
		case file == nil:
			http.Error(w, "there is no such file; the page that named it has changed: load it again", http.StatusNotFound)
		default:
			file.Serve(w, r, asset.Forever)
		}
	})
}
