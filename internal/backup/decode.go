package backup

import (
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// decode appends the values of a row, as encode wrote it, in the types that Bulk takes.
func decode(to []any, columns []Column, row []byte) ([]any, error) {
	rest := row
	for i, c := range columns {
		if len(rest) == 0 || rest[0] != map[bool]byte{true: '[', false: ','}[i == 0] {
			return nil, fmt.Errorf("%d values where %d columns are", i, len(columns))
		}
		v, after, err := decodeValue(c.Type, rest[1:])
		if err != nil {
			return nil, fmt.Errorf("column %s: %w", c.Name, err)
		}
		to, rest = append(to, v), after
	}
	if string(rest) != "]" {
		return nil, fmt.Errorf("more values than %d columns", len(columns))
	}
	return to, nil
}

func decodeValue(t Type, s []byte) (v any, rest []byte, err error) {
	if len(s) > 0 && s[0] == '"' {
		text, rest, err := unquote(s[1:])
		switch {
		case err != nil:
			return nil, nil, err
		case t == Text:
			return text, rest, nil
		case t == Bytes:
			b, err := base64.StdEncoding.DecodeString(text)
			return b, rest, err
		}
		return nil, nil, fmt.Errorf("a text where a value of type %s must be", t)
	}
	n := 0
	for n < len(s) && s[n] != ',' && s[n] != ']' {
		n++
	}
	word, rest := string(s[:n]), s[n:]
	if word == "null" {
		return nil, rest, nil
	}
	switch t {
	case Int:
		v, err = strconv.ParseInt(word, 10, 64)
	case Float:
		v, err = strconv.ParseFloat(word, 64)
	case Bool:
		v, err = strconv.ParseBool(word)
	default:
		err = fmt.Errorf("%.20q where a value of type %s must be", word, t)
	}
	return v, rest, err
}

var errText = errors.New("a text that does not end")

// unquote reads a text behind its first quotation mark.
func unquote(s []byte) (text string, rest []byte, err error) {
	var b strings.Builder
	from := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '"':
			if from == 0 {
				return string(s[:i]), s[i+1:], nil
			}
			b.Write(s[from:i])
			return b.String(), s[i+1:], nil
		case '\\':
			b.Write(s[from:i])
			n, c, err := escape(s[i+1:])
			if err != nil {
				return "", nil, err
			}
			b.WriteString(c)
			i += n
			from = i + 1
		}
	}
	return "", nil, errText
}

// escape reads what follows a backslash and says how many bytes that took.
func escape(s []byte) (n int, c string, err error) {
	if len(s) == 0 {
		return 0, "", errText
	}
	switch s[0] {
	case '"', '\\', '/':
		return 1, string(s[0]), nil
	case 'n':
		return 1, "\n", nil
	case 't':
		return 1, "\t", nil
	case 'u':
		if len(s) < 5 {
			return 0, "", errText
		}
		code, err := strconv.ParseUint(string(s[1:5]), 16, 16)
		if err != nil || code >= utf8.RuneSelf {
			return 0, "", fmt.Errorf("the escape \\%s is not one that backups have", s[:5])
		}
		return 5, string(rune(code)), nil
	}
	return 0, "", fmt.Errorf("the escape \\%c is not one that backups have", s[0])
}
