// Package explain shows what was read in a page: its text with every fact marked and the rule beside it.
package explain

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"councilgraph/ingest/record"
)

// Fact is one thing that was read, and where it stands.
type Fact struct {
	Kind string // the record's word for it: Resolution, Amount
	Says string // what was read, in short
	record.Span
}

// Facts are all facts of a page in the order in which they stand, the longer before the shorter.
func Facts(page *record.Page) []Fact {
	var out []Fact
	collect(reflect.ValueOf(*page), &out)
	slices.SortStableFunc(out, func(a, b Fact) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	return out
}

// collect finds every value of the record that has a span.
func collect(v reflect.Value, out *[]Fact) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			collect(v.Elem(), out)
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), out)
		}
	case reflect.Struct:
		if f := v.FieldByName("Span"); f.IsValid() {
			if span, ok := f.Interface().(record.Span); ok && span.End > span.Start {
				*out = append(*out, Fact{v.Type().Name(), words(v), span})
			}
		}
		for i := range v.NumField() {
			collect(v.Field(i), out)
		}
	}
}

// words is what a fact says in short: its plain values, by name.
func words(v reflect.Value) string {
	var said []string
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if f := v.Field(i); f.Kind() == reflect.String && f.String() != "" && !slices.Contains(long, name) {
			said = append(said, strings.ToLower(name[:1])+name[1:]+" "+f.String())
		}
	}
	return strings.Join(said, ", ")
}

// long are the values that stand in the text itself.
var long = []string{"Text", "Minutes", "Decision", "Purpose", "Reasons", "Alternatives", "Title", "AsWritten"}
