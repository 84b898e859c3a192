package export

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/gzip"
)

// output is a file in the making. It is written under another name and gets its own when it is whole, so that a file of that name
// is never half of one.
type output struct {
	path string
	file *os.File // nil for a stream that cannot be gone on with
	buf  *bufio.Writer
	pack bool
	z    *gzip.Writer // nil between the members of a packed file
}

// part is the name of a file in the making.
func part(path string) string { return path + ".part" }

// create begins a file, or goes on with it where it was at a place; "" is the stream.
func create(path string, at int64, stream io.Writer) (*output, error) {
	if path == "" {
		return &output{buf: bufio.NewWriterSize(stream, 1<<16)}, nil
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(part(path), os.O_RDWR|os.O_CREATE, 0o640) //nolint:gosec // the file that the user named
	if err != nil {
		return nil, err
	}
	if err := errors.Join(f.Truncate(at), seek(f, at)); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &output{path: path, file: f, buf: bufio.NewWriterSize(f, 1<<16), pack: strings.HasSuffix(path, ".gz")}, nil
}

func seek(f *os.File, at int64) error {
	_, err := f.Seek(at, io.SeekStart)
	return err
}

func (o *output) Write(b []byte) (int, error) {
	if !o.pack {
		return o.buf.Write(b)
	}
	if o.z == nil {
		o.z = gzip.NewWriter(o.buf)
	}
	return o.z.Write(b)
}

// settle makes sure that all that was written is on the disk, and tells how long the file is: a place from which it can be gone on
// with. A packed file is a row of members that are whole each.
func (o *output) settle() (int64, error) {
	if o.z != nil {
		if err := o.z.Close(); err != nil {
			return 0, err
		}
		o.z = nil
	}
	if err := o.buf.Flush(); err != nil || o.file == nil {
		return 0, err
	}
	if err := o.file.Sync(); err != nil {
		return 0, err
	}
	return o.file.Seek(0, io.SeekCurrent)
}

// finish gives the file its name.
func (o *output) finish() error {
	if _, err := o.settle(); err != nil || o.file == nil {
		return err
	}
	if err := o.file.Close(); err != nil {
		return err
	}
	return os.Rename(part(o.path), o.path)
}

// leave closes a file that is not whole; what is there is gone on with by the next run.
func (o *output) leave() {
	if o.file != nil {
		_ = o.file.Close() // it is closed already where it was finished
	}
}

// remove removes what may be there.
func remove(paths ...string) error {
	for _, p := range paths {
		if err := os.RemoveAll(p); err != nil {
			return fmt.Errorf("remove what an earlier export left: %w", err)
		}
	}
	return nil
}
