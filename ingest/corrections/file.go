package corrections

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
)

// maxLine is the longest line in bytes.
const maxLine = 1 << 20

// Read reads the file. One that does not exist holds no decisions. The error names every line that must be
// mended.
func Read(path string) ([]Line, error) {
	content, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the corrections: %w", err)
	}
	var out []Line
	var errs []error
	lines := bufio.NewScanner(bytes.NewReader(content))
	lines.Buffer(nil, maxLine)
	for number := 1; lines.Scan(); number++ {
		text := bytes.TrimSpace(lines.Bytes())
		if len(text) == 0 {
			continue
		}
		line, err := parse(text)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s line %d: %s", path, number, strings.ReplaceAll(err.Error(), "\n", "; ")))
		}
		out = append(out, line)
	}
	if err := lines.Err(); err != nil {
		errs = append(errs, fmt.Errorf("%s: %w", path, err))
	}
	return out, errors.Join(errs...)
}

func parse(text []byte) (Line, error) {
	var line Line
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&line); err != nil {
		return line, fmt.Errorf("it is no JSON object with the fields of a correction: %w", err)
	}
	return line, line.Check()
}

// Append adds a decision at the end of the file, which it makes where there is none.
func Append(path string, line Line) (err error) {
	if err := line.Check(); err != nil {
		return err
	}
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(line); err != nil {
		return fmt.Errorf("write the correction: %w", err)
	}
	before, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read the corrections: %w", err)
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644) //nolint:gosec // a file to be shared and versioned
	if err != nil {
		return fmt.Errorf("write the corrections: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if len(before) > 0 && before[len(before)-1] != '\n' {
		text = *bytes.NewBuffer(append([]byte{'\n'}, text.Bytes()...))
	}
	if _, err := f.Write(text.Bytes()); err != nil {
		return fmt.Errorf("write the corrections: %w", err)
	}
	return f.Sync()
}
