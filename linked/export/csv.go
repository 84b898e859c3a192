package export

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// csv writes one table for each kind, as agenda_items.csv, with dataset.json beside them: into a folder, or into a zip file, which
// cannot be gone on with.
func (r *run) csv(ctx context.Context) error {
	all, err := tables()
	if err != nil {
		return err
	}
	if strings.HasSuffix(r.Out, ".zip") {
		return r.csvZip(ctx, all)
	}
	folder := part(r.Out)
	j, at, err := r.resume(filepath.Join(folder, "place.json"))
	if err != nil {
		return err
	}
	if at == nil {
		if err := remove(folder); err != nil {
			return err
		}
		at = &place{}
	}
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "dataset.json"), r.head(), 0o640); err != nil { //nolint:gosec // for all who may read the folder
		return err
	}
	for _, t := range all {
		after, offset := int64(0), int64(0)
		if at.Kind != "" {
			if t.kind != at.Kind {
				continue // written by the run before
			}
			after, offset, at = at.After, at.Offset, &place{}
		}
		if err := r.csvFile(ctx, t, folder, j, after, offset); err != nil {
			return err
		}
	}
	if err := j.done(); err != nil {
		return err
	}
	return os.Rename(folder, r.Out)
}

// csvFile writes the table of one kind, or goes on with it.
func (r *run) csvFile(ctx context.Context, t table, folder string, j *journal, after, offset int64) error {
	path := filepath.Join(folder, t.name+".csv")
	if after > 0 { // it can have been finished before the program ended
		if err := os.Rename(path, part(path)); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	out, err := create(path, offset, nil)
	if err != nil {
		return err
	}
	defer out.leave()
	if after == 0 {
		if _, err := out.Write(csvHead(t)); err != nil {
			return err
		}
	}
	if err := r.csvRows(ctx, t, out, after, func(after int64) error { return r.settle(out, j, t.kind, after) }); err != nil {
		return err
	}
	return out.finish()
}

func (r *run) csvZip(ctx context.Context, all []table) (err error) {
	out, err := create(r.Out, 0, nil)
	if err != nil {
		return err
	}
	defer out.leave()
	z := zip.NewWriter(out)
	w, err := z.Create("dataset.json")
	if err == nil {
		_, err = w.Write(r.head())
	}
	for _, t := range all {
		if err != nil {
			return err
		}
		if w, err = z.Create(t.name + ".csv"); err == nil {
			_, err = w.Write(csvHead(t))
		}
		if err == nil {
			err = r.csvRows(ctx, t, w, 0, func(int64) error { return nil })
		}
	}
	if err := errors.Join(err, z.Close()); err != nil {
		return err
	}
	return out.finish()
}

func csvHead(t table) []byte {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return []byte(strings.Join(names, ",") + "\r\n")
}

func (r *run) csvRows(ctx context.Context, t table, w io.Writer, after int64, settled func(int64) error) error {
	var line []byte
	return r.rows(ctx, t, after, func(rows [][]any, after int64) error {
		for _, row := range rows {
			line = line[:0]
			for i, v := range row {
				if i > 0 {
					line = append(line, ',')
				}
				line = appendCell(line, v)
			}
			if _, err := w.Write(append(line, '\r', '\n')); err != nil {
				return err
			}
		}
		r.wrote(t.kind, len(rows))
		return settled(after)
	})
}

// appendCell writes a value; what is null is nothing.
func appendCell(b []byte, v any) []byte {
	switch v := v.(type) {
	case string:
		return appendCSV(b, v)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case bool:
		return strconv.AppendBool(b, v)
	}
	return b
}
