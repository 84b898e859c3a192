package plan

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"councilgraph/internal/rows"
)

// encoding is how a stored value stands in the answer.
type encoding uint8

const (
	asText   encoding = iota // a text, escaped as gqlgen escapes it
	asQuoted                 // a text of a scalar or an enum, quoted as those quote theirs
	asID
	asInt
	asFloat
	asBool
)

// encodingOf is how values of a scalar or an enum stand in the answer.
func encodingOf(def *ast.Definition) encoding {
	switch def.Name {
	case "String":
		return asText
	case "ID":
		return asID
	case "Int":
		return asInt
	case "Float":
		return asFloat
	case "Boolean":
		return asBool
	}
	return asQuoted
}

// encode appends a column of a row, which is not null.
func encode(to []byte, row rows.Row, column int, as encoding) []byte {
	switch as {
	case asText:
		return appendText(to, row.Text(column))
	case asQuoted:
		return appendQuoted(to, row.Text(column))
	case asID:
		return appendID(to, row.Int(column))
	case asInt:
		return strconv.AppendInt(to, row.Int(column), 10)
	case asFloat:
		return appendFloat(to, row.Float(column))
	default:
		return strconv.AppendBool(to, row.Bool(column))
	}
}

const hexDigits = "0123456789ABCDEF"

// appendText appends a text as graphql.MarshalString writes it.
func appendText(to, text []byte) []byte {
	to = append(to, '"')
	from := 0
	for i, c := range text {
		if c >= 0x20 && c != '\\' && c != '"' {
			continue
		}
		to = append(to, text[from:i]...)
		switch c {
		case '\t':
			to = append(to, '\\', 't')
		case '\r':
			to = append(to, '\\', 'r')
		case '\n':
			to = append(to, '\\', 'n')
		case '\\', '"':
			to = append(to, '\\', c)
		default:
			to = append(to, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&0xf])
		}
		from = i + 1
	}
	to = append(to, text[from:]...)
	return append(to, '"')
}

// appendQuoted appends a text as strconv.Quote writes it.
func appendQuoted(to, text []byte) []byte {
	for _, c := range text {
		if c < 0x20 || c >= utf8.RuneSelf-1 || c == '\\' || c == '"' {
			return strconv.AppendQuote(to, string(text))
		}
	}
	to = append(to, '"')
	to = append(to, text...)
	return append(to, '"')
}

func appendID(to []byte, id int64) []byte {
	to = append(to, '"')
	to = strconv.AppendInt(to, id, 10)
	return append(to, '"')
}

// appendFloat appends a number as graphql.MarshalFloat writes it.
func appendFloat(to []byte, f float64) []byte { return fmt.Appendf(to, "%g", f) }

// appendValue appends a value that a resolver gave, of a scalar or an enum; ok is false where it is null.
func appendValue(to []byte, v any, as encoding) (out []byte, ok bool, err error) {
	switch v := v.(type) {
	case nil:
		return to, false, nil
	case string:
		return appendString(to, v, as), true, nil
	case *string:
		if v == nil {
			return to, false, nil
		}
		return appendString(to, *v, as), true, nil
	case int:
		return appendNumber(to, int64(v), as), true, nil
	case *int:
		if v == nil {
			return to, false, nil
		}
		return appendNumber(to, int64(*v), as), true, nil
	case float64:
		return appendFloat(to, v), true, nil
	case *float64:
		if v == nil {
			return to, false, nil
		}
		return appendFloat(to, *v), true, nil
	case bool:
		return strconv.AppendBool(to, v), true, nil
	case *bool:
		if v == nil {
			return to, false, nil
		}
		return strconv.AppendBool(to, *v), true, nil
	}
	v, ok = deref(v)
	if !ok {
		return to, false, nil
	}
	if enum, is := v.(graphql.Marshaler); is {
		w := appender{to}
		enum.MarshalGQL(&w)
		return w.to, true, nil
	}
	return to, false, fmt.Errorf("a value of type %T: %w", v, ErrNotCompiled)
}

func appendString(to []byte, s string, as encoding) []byte {
	if as == asText {
		return appendText(to, []byte(s))
	}
	return appendQuoted(to, []byte(s))
}

func appendNumber(to []byte, n int64, as encoding) []byte {
	if as == asID {
		return appendID(to, n)
	}
	return strconv.AppendInt(to, n, 10)
}

// appender appends what is written to it.
type appender struct{ to []byte }

func (a *appender) Write(b []byte) (int, error) {
	a.to = append(a.to, b...)
	return len(b), nil
}

// WriteString saves the copy that io.WriteString would make.
func (a *appender) WriteString(s string) (int, error) {
	a.to = append(a.to, s...)
	return len(s), nil
}
