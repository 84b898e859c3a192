package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// place is how far an export is on the disk: what a broken run goes on from.
type place struct {
	Version string `json:"version"`
	Format  Format `json:"format"`
	Council string `json:"council"`
	Base    string `json:"base"`
	// Kind is what is being written, After the place in it, Offset how long its file is by then, Done how many rows are written.
	Kind   string `json:"kind"`
	After  int64  `json:"after"`
	Offset int64  `json:"offset"`
	Done   int    `json:"done"`
}

// journal notes places beside the file in the making.
type journal struct {
	path  string // "" where nothing can be gone on with
	run   *run
	noted time.Time
}

// resume finds where an earlier run broke off, nil where the export begins anew: because there was none, or because the data, or
// what is wanted of it, is another since.
func (r *run) resume(path string) (*journal, *place, error) {
	j := &journal{path: path, run: r, noted: time.Now()}
	if path == "" {
		return j, nil, nil
	}
	text, err := os.ReadFile(path) //nolint:gosec // beside the file that the user named
	if errors.Is(err, fs.ErrNotExist) {
		return j, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	var p place
	if json.Unmarshal(text, &p) != nil || p.Version != r.version || p.Format != r.Format || p.Council != r.Council || p.Base != r.Base {
		r.report.Restarted = true
		return j, nil, remove(path)
	}
	r.report.Resumed, r.done = true, p.Done
	return j, &p, nil
}

// due says whether it is time to note a place.
func (j *journal) due() bool { return j.path != "" && time.Since(j.noted) >= j.run.Pause }

// note notes a place.
func (j *journal) note(kind string, after, offset int64) error {
	if j.path == "" {
		return nil
	}
	text, err := json.Marshal(place{j.run.version, j.run.Format, j.run.Council, j.run.Base, kind, after, offset, j.run.done})
	if err == nil {
		err = os.WriteFile(j.path+"~", text, 0o600)
	}
	if err == nil {
		err = os.Rename(j.path+"~", j.path)
	}
	if err != nil {
		return fmt.Errorf("note how far the export is: %w", err)
	}
	j.noted = time.Now()
	return nil
}

// done forgets the place: the export is whole.
func (j *journal) done() error {
	if j.path == "" {
		return nil
	}
	return remove(j.path)
}
