package fetch

import (
	"errors"
	"fmt"
	"io/fs"
)

// The reasons why a document cannot be had. Each says how to mend it; errors.Is tells them apart.
var (
	ErrMissing       = errors.New("there is no such file: check the path")
	ErrUnreadable    = errors.New("the file cannot be read: check its permissions and its disk")
	ErrNotAFile      = errors.New("this is a folder, a link to one, or a device: name a file")
	ErrEmpty         = errors.New("the file is empty: fetch it again, or leave it out")
	ErrTooLarge      = errors.New("the document is too large: leave it out, or raise the limit")
	ErrNotGzip       = errors.New("the file's name ends in .gz but its content is not gzip: fetch it again, or rename it")
	ErrBrokenGzip    = errors.New("the gzip stream is cut short or damaged: fetch the file again")
	ErrOutside       = errors.New("the file is outside the manifest's folder: move it there and name it relative to the manifest")
	ErrNotArchive    = errors.New("the file's name promises a web archive but it holds no WARC record: rename it, or fetch it again")
	ErrBrokenArchive = errors.New("the web archive is damaged here: fetch it again; what came before is taken")
	ErrBadManifest   = errors.New("mend this line of the manifest")
)

// Error says which file could not be taken, and why.
type Error struct {
	// File is its path; for a line of a manifest that names no file, the manifest's.
	File string
	// Manifest and Line (from 1) say where the file is listed; "" and 0 where it is not from a manifest.
	Manifest string
	Line     int
	// Err is one of the reasons above, often with what was seen.
	Err error
}

// Error gives the place and the reason in one line.
func (e *Error) Error() string {
	switch {
	case e.Manifest == "":
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	case e.File == e.Manifest:
		return fmt.Sprintf("%s line %d: %v", e.Manifest, e.Line, e.Err)
	default:
		return fmt.Sprintf("%s (%s line %d): %v", e.File, e.Manifest, e.Line, e.Err)
	}
}

// Unwrap gives the reason.
func (e *Error) Unwrap() error { return e.Err }

// fileError sorts an error of the file system under a reason.
func fileError(path string, err error) *Error {
	reason := ErrUnreadable
	if errors.Is(err, fs.ErrNotExist) {
		reason = ErrMissing
	}
	return &Error{File: path, Err: fmt.Errorf("%w (%w)", reason, plainCause(err))}
}

// plainCause drops the path that the message has already.
func plainCause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}
