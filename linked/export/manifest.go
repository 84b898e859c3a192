package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// ManifestName is the name of the file in a folder of exports that lists them.
const ManifestName = "manifest.json"

// File is an export that is offered for download.
type File struct {
	Name   string `json:"name"`
	Format Format `json:"format"`
	// MediaType is that of the file once it is unpacked.
	MediaType string `json:"mediaType"`
	// Council is the slug of the one council in it, null for all.
	Council *string `json:"council"`
	// Version names the state of the data, LastIngest is when that changed last, null where it is empty.
	Version    string  `json:"version"`
	LastIngest *string `json:"lastIngest"`
	// WrittenAt is when the file was written, RFC 3339 in UTC.
	WrittenAt string `json:"writtenAt"`
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
}

// Packed says that the file is packed with gzip.
func (f File) Packed() bool { return strings.HasSuffix(f.Name, ".gz") }

// Manifest lists the exports in a folder.
type Manifest struct {
	Files []File `json:"files"`
}

// ReadManifest reads the list of a folder. A folder without one has no exports.
func ReadManifest(folder string) (Manifest, error) {
	var m Manifest
	text, err := os.ReadFile(filepath.Join(folder, ManifestName)) //nolint:gosec // the folder that the user named
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err == nil {
		err = json.Unmarshal(text, &m)
	}
	if err != nil {
		return m, fmt.Errorf("read the list of exports in %s: %w; remove it and export anew", folder, err)
	}
	return m, nil
}

// NameIn is the name that an export has in a folder of exports: linked data and lines are packed, a database is not, so that it
// can be opened where it lies.
func (o Options) NameIn() string {
	of := o.Council
	if of == "" {
		of = "all"
	}
	name := "councilgraph-" + of + o.Format.Suffix()
	if o.Format == NDJSON || o.Format == NQuads || o.Format == Popolo {
		name += ".gz"
	}
	return name
}

// Publish enters an export that was written into the list of its folder.
func Publish(folder string, o Options, r Report, now time.Time) error {
	m, err := ReadManifest(folder)
	if err != nil {
		return err
	}
	f := File{
		Name: filepath.Base(r.Out), Format: o.Format, MediaType: o.Format.MediaType(), Version: r.Version,
		WrittenAt: now.UTC().Format(time.RFC3339), Bytes: r.Bytes, SHA256: r.SHA256,
	}
	if strings.HasSuffix(f.Name, ".zip") {
		f.MediaType = "application/zip"
	}
	if o.Council != "" {
		f.Council = &o.Council
	}
	if r.LastIngest != "" {
		f.LastIngest = &r.LastIngest
	}
	m.Files = slices.DeleteFunc(m.Files, func(old File) bool { return old.Name == f.Name })
	m.Files = append(m.Files, f)
	slices.SortFunc(m.Files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	path := filepath.Join(folder, ManifestName)
	if err := os.WriteFile(path+"~", append(text, '\n'), 0o640); err != nil { //nolint:gosec // for all who may read the folder
		return fmt.Errorf("write the list of exports: %w", err)
	}
	return os.Rename(path+"~", path)
}
