package filetext

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// wasmPages is the most memory that PDFium can have, in pages of 64 KB: 384 MB, which the file itself is part of.
const wasmPages = 6144

// pdfReader is PDFium. Making it compiles it, which takes a second or two.
type pdfReader struct{ pool pdfium.Pool }

func newPDFReader() (*pdfReader, error) {
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle: 1, MaxTotal: 1, Stdout: io.Discard, Stderr: io.Discard,
		FSConfig:      wazero.NewFSConfig(), // otherwise it would see all files of the machine
		RuntimeConfig: wazero.NewRuntimeConfig().WithMemoryLimitPages(wasmPages),
	})
	if err != nil {
		return nil, fmt.Errorf("make the reader of PDF: %w", err)
	}
	return &pdfReader{pool}, nil
}

func (r *pdfReader) close() error { return r.pool.Close() }

// pages are the texts of a file's pages. Each file has a fresh memory.
func (r *pdfReader) pages(content []byte) (out []string, err error) {
	defer func() { // the library panics where PDFium has broken down
		if broken := recover(); broken != nil {
			err = damaged(fmt.Errorf("%v", broken))
		}
	}()
	with, err := r.pool.GetInstance(time.Minute)
	if err != nil {
		return nil, damaged(err)
	}
	defer func() { err = errors.Join(err, with.Close()) }()
	doc, err := with.OpenDocument(&requests.OpenDocument{File: &content})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return nil, ErrEncrypted
	case err != nil:
		return nil, damaged(err)
	}
	count, err := with.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc.Document})
	if err != nil {
		return nil, damaged(err)
	}
	broken, total := 0, 0
	for i := range count.PageCount {
		if i >= MaxPages || total > MaxBytes {
			return append(out, make([]string, count.PageCount-i)...), nil // bounded counts them
		}
		page, err := with.GetPageText(&requests.GetPageText{Page: requests.Page{ByIndex: &requests.PageByIndex{Document: doc.Document, Index: i}}})
		if err != nil { // the others may be whole
			broken++
			out = append(out, "")
			continue
		}
		total += len(page.Text)
		out = append(out, page.Text)
	}
	if broken > 0 && broken == count.PageCount {
		return out, damaged(errors.New("no page can be read"))
	}
	return out, nil
}
