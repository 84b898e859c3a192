package backup

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Create makes the file of a backup and lets write fill it. The name says how it is packed: .zst by Zstandard, .gz by gzip,
// any other not at all. The file is there when it is whole and on the disk, and not before; one that exists is refused.
func Create(path string, write func(io.Writer) error) (err error) {
	if _, err := os.Stat(path); err == nil {
		return fmt.Errorf("%s exists; name a file that does not, or remove it first", path)
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".part-*")
	if err != nil {
		return fmt.Errorf("make the file of the backup: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, f.Close(), os.Remove(f.Name()))
		}
	}()
	if err := packed(path, f, write); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	if err := os.Link(f.Name(), path); err == nil { // it fails where the name has been taken meanwhile
		return errors.Join(f.Close(), os.Remove(f.Name()))
	} else if errors.Is(err, os.ErrExist) {
		return err
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return os.Rename(f.Name(), path) // a file system without links
}

// packed writes through what the name asks for.
func packed(path string, f io.Writer, write func(io.Writer) error) error {
	buffered := bufio.NewWriterSize(f, 1<<18)
	var through io.WriteCloser
	var err error
	switch {
	case strings.HasSuffix(path, ".zst"):
		through, err = zstd.NewWriter(buffered, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(4<<20))
	case strings.HasSuffix(path, ".gz"):
		through = gzip.NewWriter(buffered)
	default:
		through = plain{buffered}
	}
	if err != nil {
		return fmt.Errorf("pack the backup: %w", err)
	}
	if err := errors.Join(write(through), through.Close()); err != nil {
		return err
	}
	return buffered.Flush()
}

type plain struct{ io.Writer }

func (plain) Close() error { return nil }

// open opens the file of a backup for reading; what it holds says how it is packed.
func open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	buffered := bufio.NewReaderSize(f, 1<<18)
	head, _ := buffered.Peek(4) // shorter ones are no backups, which their first line shows
	var through io.Reader = buffered
	free := func() {}
	switch {
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		z, zerr := zstd.NewReader(buffered, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(64<<20))
		if err = zerr; err == nil {
			through, free = z, z.Close
		}
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		through, err = gzip.NewReader(buffered)
	}
	if err != nil {
		return nil, errors.Join(damaged(path, err), f.Close())
	}
	return &opened{through, f, free}, nil
}

type opened struct {
	io.Reader
	file *os.File
	free func()
}

// Close closes the file.
func (o *opened) Close() error {
	o.free()
	return o.file.Close()
}

func damaged(path string, why error) error {
	return fmt.Errorf("%s is damaged or cut short, and nothing was restored from it: %w", path, why)
}
