// Package sample holds six pages to try the project with.
//
// Five were written for the project in the manner of real pages: they carry facts of real meetings (bodies,
// dates, numbers, who spoke on what, what was decided) in other words, and quote nobody. The sixth, with a
// recorded vote, is made up and says so; its committee is called Composed Example Committee. Their
// fetchedAt is the day they were written.
package sample

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

//go:embed pages
var files embed.FS

// Pages gives the pages and their manifest.jsonl, which lists each with its council.
func Pages() (fs.FS, error) { return fs.Sub(files, "pages") }

// Write copies the pages and the manifest into a folder that exists, and gives the path of the manifest.
func Write(folder string) (string, error) {
	pages, err := Pages()
	if err != nil {
		return "", err
	}
	if err := os.CopyFS(folder, pages); err != nil {
		return "", fmt.Errorf("write the sample: %w", err)
	}
	return filepath.Join(folder, "manifest.jsonl"), nil
}
