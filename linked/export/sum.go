package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
)

// sum notes how large what was written is, and its checksum.
func (r *run) sum() error {
	if r.Out == "" {
		return nil
	}
	info, err := os.Stat(r.Out)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return filepath.Walk(r.Out, func(_ string, info os.FileInfo, err error) error {
			if err == nil && !info.IsDir() {
				r.report.Bytes += info.Size()
			}
			return err
		})
	}
	r.report.Bytes = info.Size()
	r.report.SHA256, err = sumOf(r.Out)
	return err
}

// sumOf is the SHA-256 of a file in hexadecimal.
func sumOf(path string) (string, error) {
	f, err := os.Open(path) //nolint:gosec // the file that was written
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }() // it was only read
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
