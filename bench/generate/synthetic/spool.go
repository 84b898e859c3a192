package synthetic

import (
	"bufio"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/s2"
)

// spool keeps entries on disk in runs, each in order, and gives them back all in order.
type spool struct {
	folder  string
	runs    int
	entries int
}

// block is how much of a run is packed together: what reading a run back keeps in memory.
const block = 64 << 10

func newSpool() (*spool, error) {
	folder, err := os.MkdirTemp("", "words-")
	if err != nil {
		return nil, fmt.Errorf("make a folder for words: %w", err)
	}
	return &spool{folder: folder}, nil
}

func (s *spool) close() error { return os.RemoveAll(s.folder) }

func (s *spool) path(run int) string { return filepath.Join(s.folder, fmt.Sprint(run)) }

// run keeps entries that are in order.
func (s *spool) run(all []entry) (err error) {
	if len(all) == 0 {
		return nil
	}
	file, err := os.Create(s.path(s.runs))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	s.runs++
	s.entries += len(all)
	packed := s2.NewWriter(file, s2.WriterBlockSize(block), s2.WriterConcurrency(1))
	var b []byte
	for _, e := range all {
		b = b[:0]
		for _, n := range []int64{e.number, e.node, e.council, e.digest} {
			b = binary.AppendVarint(b, n)
		}
		for _, text := range []string{e.terms, e.words[0], e.words[1], e.words[2]} {
			b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
		}
		if _, err := packed.Write(b); err != nil {
			return err
		}
	}
	return packed.Close()
}

// merged gives all entries of all runs in order.
func (s *spool) merged(each func(entry) error) (err error) {
	var open merging
	for run := range s.runs {
		file, err := os.Open(s.path(run))
		if err != nil {
			return err
		}
		defer func() { _ = file.Close() }()
		r := &reading{from: bufio.NewReaderSize(s2.NewReader(file, s2.ReaderMaxBlockSize(block)), block)}
		if more, err := r.next(); err != nil {
			return err
		} else if more {
			open = append(open, r)
		}
	}
	heap.Init(&open)
	for len(open) > 0 {
		if err := each(open[0].entry); err != nil {
			return err
		}
		more, err := open[0].next()
		switch {
		case err != nil:
			return err
		case more:
			heap.Fix(&open, 0)
		default:
			heap.Pop(&open)
		}
	}
	return nil
}

// reading is a run that is read back.
type reading struct {
	from *bufio.Reader
	entry
}

// next reads the next entry, false at the end of the run.
func (r *reading) next() (bool, error) {
	for i, into := range []*int64{&r.number, &r.node, &r.council, &r.digest} {
		n, err := binary.ReadVarint(r.from)
		if i == 0 && errors.Is(err, io.EOF) {
			return false, nil
		}
		if err != nil {
			return false, fmt.Errorf("read words back: %w", err)
		}
		*into = n
	}
	for _, into := range []*string{&r.terms, &r.words[0], &r.words[1], &r.words[2]} {
		n, err := binary.ReadUvarint(r.from)
		if err != nil {
			return false, fmt.Errorf("read words back: %w", err)
		}
		text := make([]byte, n)
		if _, err := io.ReadFull(r.from, text); err != nil {
			return false, fmt.Errorf("read words back: %w", err)
		}
		*into = string(text)
	}
	return true, nil
}

// merging are runs, the one with the first entry on top.
type merging []*reading

func (m merging) Len() int           { return len(m) }
func (m merging) Less(i, j int) bool { return m[i].compare(m[j].entry) < 0 }
func (m merging) Swap(i, j int)      { m[i], m[j] = m[j], m[i] }

// Push is never needed: runs only come to an end.
func (m *merging) Push(r any) { *m = append(*m, r.(*reading)) }

// Pop takes the last one away.
func (m *merging) Pop() any {
	last := (*m)[len(*m)-1]
	*m = (*m)[:len(*m)-1]
	return last
}
