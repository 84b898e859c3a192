package explorer

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"

	"councilgraph/explorer/asset"
)

// dist is the bundle that build.sh makes: every file packed with brotli, named FILE.br.
//
//go:embed all:dist
var dist embed.FS

// loadBundle describes every file of the bundle by its name below Path, such as index.html or assets/main-1a2b3c.js.
func loadBundle() (map[string]*asset.File, error) {
	files := map[string]*asset.File{}
	err := fs.WalkDir(dist, "dist", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		plainName, packed := strings.CutSuffix(strings.TrimPrefix(name, "dist/"), ".br")
		if !packed {
			return fmt.Errorf("%s is not packed: run explorer/build.sh", name)
		}
		content, err := dist.ReadFile(name)
		if err != nil {
			return err
		}
		files[plainName], err = asset.New(plainName, content)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the embedded explorer: %w", err)
	}
	return files, nil
}
