// Package model holds the API's scalars and the types that only the API has.
package model

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
)

// MarshalDate writes a day.
func MarshalDate(s string) graphql.Marshaler { return quoted(s) }

// UnmarshalDate takes a day, 2017-01-11.
func UnmarshalDate(v any) (string, error) {
	s, ok := v.(string)
	if _, err := time.Parse(time.DateOnly, s); !ok || err != nil {
		return "", &InputError{"Date", fmt.Sprintf("%v is no Date; write a day as 2017-01-11", v)}
	}
	return s, nil
}

// MarshalDateTime writes a moment.
func MarshalDateTime(s string) graphql.Marshaler { return quoted(s) }

// UnmarshalDateTime takes a moment in any time zone and keeps it in UTC, as the store does.
func UnmarshalDateTime(v any) (string, error) {
	s, ok := v.(string)
	t, err := time.Parse(time.RFC3339, s)
	if !ok || err != nil {
		return "", &InputError{"DateTime", fmt.Sprintf("%v is no DateTime; write a moment as 2017-01-11T18:30:00Z", v)}
	}
	return t.UTC().Format(time.RFC3339), nil
}

// MarshalURI writes a lasting address.
func MarshalURI(s string) graphql.Marshaler { return quoted(s) }

// UnmarshalURI takes a lasting address, with or without the server before it.
func UnmarshalURI(v any) (string, error) {
	s, ok := v.(string)
	if i := strings.Index(s, "/id/"); ok && i >= 0 {
		return s[i:], nil
	}
	return "", &InputError{"uri", fmt.Sprintf("%v is no address of this graph; write one as /id/bromley/executive/2017-01-11/152", v)}
}

// MarshalID writes an id.
func MarshalID(id int) graphql.Marshaler { return quoted(strconv.Itoa(id)) }

// UnmarshalID takes an id as the API gave it.
func UnmarshalID(v any) (int, error) {
	id, err := graphql.UnmarshalInt(v)
	if err != nil {
		return 0, &InputError{"id", fmt.Sprintf("%v is no id of this server; pass one as the API gave it", v)}
	}
	return id, nil
}

func quoted(s string) graphql.Marshaler {
	return graphql.WriterFunc(func(w io.Writer) { _, _ = io.WriteString(w, strconv.Quote(s)) })
}
