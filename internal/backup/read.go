package backup

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
)

// lineMost is how long a line may be. PostgreSQL holds no value of a gigabyte.
const lineMost = 1 << 30

// visitor is told what a backup holds, in order.
type visitor struct {
	header func(Header) error
	table  func(Table) error
	// row is given the bytes of a row until it returns.
	row func(Table, []byte) error
}

// Check reads a backup from end to end and says what it is. It fails where a byte is not as it was written.
func Check(ctx context.Context, path string) (Header, int64, error) {
	var h Header
	rows, err := walk(ctx, path, visitor{
		header: func(got Header) error { h = got; return nil },
		table:  func(Table) error { return nil },
		row:    func(Table, []byte) error { return nil },
	})
	return h, rows, err
}

// walk reads a backup and says how many rows it holds.
func walk(ctx context.Context, path string, v visitor) (rows int64, err error) {
	file, err := open(path)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	r := &reader{in: bufio.NewReaderSize(file, 1<<18), sum: sha256.New(), path: path}
	if err := r.header(v); err != nil {
		return 0, err
	}
	var table Table
	for {
		if r.number%1000 == 0 && ctx.Err() != nil {
			return 0, ctx.Err()
		}
		text, err := r.next()
		if err != nil {
			return 0, err
		}
		if len(text) > 0 && text[0] == '[' && table.Name != "" {
			r.add(text)
			if err := v.row(table, text); err != nil {
				return 0, fmt.Errorf("%s, line %d, table %s: %w", path, r.number, table.Name, err)
			}
			rows++
			continue
		}
		var other struct {
			Table
			end
		}
		if err := json.Unmarshal(text, &other); err != nil {
			return 0, damaged(path, fmt.Errorf("line %d: %w", r.number, err))
		}
		if other.End {
			return rows, r.finish(other.end, rows)
		}
		r.add(text)
		table = other.Table
		if err := v.table(table); err != nil {
			return 0, fmt.Errorf("%s, line %d: %w", path, r.number, err)
		}
	}
}

type reader struct {
	in     *bufio.Reader
	sum    hash.Hash
	path   string
	number int
	long   []byte
}

// header reads the first line.
func (r *reader) header(v visitor) error {
	var h Header
	text, err := r.next()
	if err != nil || json.Unmarshal(text, &h) != nil || h.Kind != "backup" {
		return fmt.Errorf("%s is no backup: its first line does not say so; pass a file that councilgraph backup wrote", r.path)
	}
	if h.Format > format {
		return fmt.Errorf("%s was written by a newer program (%s, form %d of backups; this one reads form %d); restore it with that program or a later one", r.path, h.Program, h.Format, format)
	}
	r.add(text)
	return v.header(h)
}

// next is the next line without its end. It holds until the next call.
func (r *reader) next() ([]byte, error) {
	r.number++
	r.long = r.long[:0]
	for {
		part, err := r.in.ReadSlice('\n')
		switch {
		case err == nil && len(r.long) == 0:
			return part[:len(part)-1], nil
		case err == nil:
			return bytes.TrimSuffix(append(r.long, part...), []byte("\n")), nil
		case errors.Is(err, bufio.ErrBufferFull) && len(r.long) < lineMost:
			r.long = append(r.long, part...)
		case errors.Is(err, io.EOF):
			return nil, damaged(r.path, fmt.Errorf("line %d: the end is missing", r.number))
		case errors.Is(err, bufio.ErrBufferFull):
			return nil, damaged(r.path, fmt.Errorf("line %d is longer than any row can be", r.number))
		default:
			return nil, damaged(r.path, fmt.Errorf("line %d: %w", r.number, err))
		}
	}
}

func (r *reader) add(text []byte) {
	_, _ = r.sum.Write(text) // never fails
	_, _ = r.sum.Write([]byte{'\n'})
}

// finish compares what was read with what the last line says, and looks whether it is the last.
func (r *reader) finish(last end, rows int64) error {
	if got := hex.EncodeToString(r.sum.Sum(nil)); got != last.SHA256 || rows != last.Rows {
		return damaged(r.path, fmt.Errorf("its %d rows have the sha256 %s, where %d rows with %s were written", rows, got, last.Rows, last.SHA256))
	}
	switch _, err := r.in.ReadByte(); {
	case err == nil:
		return damaged(r.path, errors.New("something follows its last line"))
	case !errors.Is(err, io.EOF):
		return damaged(r.path, err)
	}
	return nil
}
