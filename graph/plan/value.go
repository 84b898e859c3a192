package plan

import (
	"context"
	"fmt"
	"reflect"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/99designs/gqlgen/graphql"
)

// cell is one value of the answer that a resolver gave. An answer has thousands: a cell holds no pointers, but says where the run has it.
type cell struct {
	what cellKind
	at   span // of a text among the texts; of a list's or an object's cells among the cells; of a stored node, which of those found, and the row; of entries, which
}

// found is what is selected of nodes, and the table that they are rows of.
type found struct {
	node *node
	rows *table
}

// hold makes room for cells of lists or objects, which are null.
func (r *run) hold(n int) span {
	from := len(r.cells)
	r.cells = append(r.cells, make([]cell, n)...)
	return span{uint32(from), uint32(len(r.cells))} //nolint:gosec // what is answered is bounded
}

// held are cells that hold made room for.
func (r *run) held(at span) []cell { return r.cells[at.from:at.to:at.to] }

type cellKind uint8

const (
	cellNull cellKind = iota
	cellText
	cellList
	cellObject
	cellNode
	cellPage
	cellEntries
)

// objects answers what is selected of values, one after the other, together.
func (r *run) objects(ctx context.Context, o *object, values []any) ([]cell, error) {
	out := make([]cell, len(values))
	fields, wide := r.hold(len(values)*len(o.fields)), uint32(len(o.fields)) //nolint:gosec // of one selection
	for i, at := 0, fields.from; i < len(out); i, at = i+1, at+wide {
		out[i] = cell{cellObject, span{at, at + wide}}
	}
	for i := range o.fields {
		if o.fields[i].literal != "" {
			continue
		}
		cells, err := r.field(ctx, &o.fields[i], values)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", o.name, o.fields[i].name, err)
		}
		into := r.held(fields)
		for n := range out {
			into[n*len(o.fields)+i] = cells[n]
		}
	}
	return out, nil
}

// field answers one field of values.
func (r *run) field(ctx context.Context, f *goField, values []any) ([]cell, error) {
	if f.list != nil {
		one, err := r.list(ctx, f.list, nil)
		if err != nil {
			return nil, err
		}
		if err := r.readAll(ctx, []reading{one}); err != nil {
			return nil, err
		}
		return []cell{{what: cellPage}}, one.finish(ctx)
	}
	var args map[string]any
	if f.call.Args != nil {
		var err error
		if args, err = f.call.Args(ctx, f.selected.ArgumentMap(r.op.Variables)); err != nil {
			return nil, err
		}
	}
	if f.lookup != nil {
		if cells, ok, err := r.lookup(ctx, f, args); ok || err != nil {
			return cells, err
		}
	}
	if f.call.Works { // resolvers may look at what is selected below their field
		ctx = graphql.WithFieldContext(ctx, &graphql.FieldContext{Object: f.object, Field: f.selected, Args: args, IsMethod: true, IsResolver: f.call.Resolved})
	}
	if cells, ok, err := r.identified(ctx, f, values); ok || err != nil {
		return cells, err
	}
	if cells, ok, err := r.tabled(ctx, f, values); ok || err != nil {
		return cells, err
	}
	one := func(v any) (any, error) { return f.call.Call(ctx, v, args) }
	var found []any
	var err error
	if f.call.Works {
		found, err = each(values, one)
	} else {
		found = make([]any, len(values))
		for i, v := range values {
			if found[i], err = one(v); err != nil {
				break
			}
		}
	}
	if err != nil {
		return nil, err
	}
	return r.values(ctx, f.value, found)
}

// atOnce is how many resolvers of one field run at the same time, so that what they look up is read together.
const atOnce = 500

// each calls a function for each value, many at a time, and gives what they gave, or the first error.
func each[V, T any](values []V, call func(V) (T, error)) ([]T, error) {
	out := make([]T, len(values))
	if len(values) == 1 {
		var err error
		out[0], err = call(values[0])
		return out, err
	}
	errs := make([]error, len(values))
	free := make(chan struct{}, atOnce)
	var all sync.WaitGroup
	for i, v := range values {
		free <- struct{}{}
		all.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					errs[i] = fmt.Errorf("%w: %v\n%s", ErrPanicked, p, debug.Stack())
				}
				<-free
			}()
			out[i], errs[i] = call(v)
		})
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// values answers what is selected of values of one type.
func (r *run) values(ctx context.Context, v *value, values []any) ([]cell, error) {
	switch {
	case v.list != nil:
		return r.listed(ctx, v, values)
	case v.leaf:
		return r.leaves(v, values)
	}
	there := values
	if !allPresent(values) {
		if v.required {
			return nil, errNull
		}
		there = slices.DeleteFunc(slices.Clone(values), func(one any) bool { return !present(one) })
	}
	cells, err := r.present(ctx, v, there)
	if err != nil || len(there) == len(values) {
		return cells, err
	}
	out := make([]cell, len(values))
	for i, one := range values {
		if present(one) {
			out[i], cells = cells[0], cells[1:]
		}
	}
	return out, nil
}

// present answers what is selected of values that are there.
func (r *run) present(ctx context.Context, v *value, values []any) (cells []cell, err error) {
	switch {
	case len(values) == 0:
		return nil, nil
	case v.object != nil:
		cells, err = r.objects(ctx, v.object, pointers(values))
	default:
		cells, err = r.nodes(ctx, v.nodes, values)
	}
	if err == nil && v.required && slices.ContainsFunc(cells, func(c cell) bool { return c.what == cellNull }) {
		return nil, errNull
	}
	return cells, err
}

func allPresent(values []any) bool {
	return !slices.ContainsFunc(values, func(one any) bool { return !present(one) })
}

// leaves writes values of a scalar or an enum.
func (r *run) leaves(v *value, values []any) ([]cell, error) {
	out := make([]cell, len(values))
	for i, one := range values {
		from := len(r.text)
		text, ok, err := appendValue(r.text, one, v.as)
		if err != nil {
			return nil, err
		}
		if !ok {
			if v.required {
				return nil, errNull
			}
			continue
		}
		r.text = text
		out[i] = cell{cellText, span{uint32(from), uint32(len(r.text))}}
		if err := r.bounded(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// listed answers lists: the entries of all of them together.
func (r *run) listed(ctx context.Context, v *value, values []any) ([]cell, error) {
	var entries []any
	lengths := make([]int, len(values))
	for i, one := range values {
		lengths[i] = -1
		list := reflect.ValueOf(one)
		if !list.IsValid() || list.Kind() != reflect.Slice || list.IsNil() && !v.required {
			continue
		}
		lengths[i] = list.Len()
		entries = slices.Grow(entries, list.Len())
		for n := range list.Len() {
			entries = append(entries, list.Index(n).Interface())
		}
	}
	cells, err := r.values(ctx, v.list, entries)
	if err != nil {
		return nil, err
	}
	out := make([]cell, len(values))
	for i, n := range lengths {
		if n < 0 {
			if v.required {
				return nil, errNull
			}
			continue
		}
		out[i] = r.listOf(cells[:n])
		cells = cells[n:]
	}
	return out, nil
}

// listOf is a list of cells.
func (r *run) listOf(cells []cell) cell {
	at := r.hold(len(cells))
	copy(r.held(at), cells)
	return cell{cellList, at}
}

// Identified is a value that knows the ids of the nodes that its fields lead to: they need not be read to be told.
type Identified interface {
	// NodeID is the id of the node that a field leads to, 0 for null; known is false where the field says it itself.
	NodeID(field string) (id int64, known bool, err error)
}

// identified answers a field that leads to stored nodes by their ids; ok is false where the values do not know them.
func (r *run) identified(ctx context.Context, f *goField, values []any) (cells []cell, ok bool, err error) {
	if f.value.nodes == nil || f.value.required {
		return nil, false, nil
	}
	ids := make([]int64, len(values))
	for i, v := range values {
		of, is := v.(Identified)
		if !is {
			return nil, false, nil
		}
		known := false
		if ids[i], known, err = of.NodeID(f.name); !known || err != nil {
			return nil, false, err
		}
	}
	cells, err = r.stored(ctx, f.value.nodes, ids)
	return cells, err == nil, err
}

// nodes answers what is selected of stored nodes, those of a kind together.
func (r *run) nodes(ctx context.Context, n *nodes, values []any) ([]cell, error) {
	ids := make([]int64, len(values))
	for i, v := range values {
		var err error
		if _, ids[i], err = r.kindOf(v); err != nil {
			return nil, err
		}
	}
	return r.stored(ctx, n, ids)
}

// present says whether a value is there.
func present(v any) bool {
	if v == nil {
		return false
	}
	switch value := reflect.ValueOf(v); value.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Map, reflect.Slice, reflect.Func:
		return !value.IsNil()
	default:
		return true
	}
}

// pointers are the values as fields want them: by their addresses.
func pointers(values []any) []any {
	if !slices.ContainsFunc(values, func(v any) bool { return reflect.TypeOf(v).Kind() != reflect.Pointer }) {
		return values
	}
	out := make([]any, len(values))
	for i, v := range values {
		if value := reflect.ValueOf(v); value.Kind() != reflect.Pointer {
			p := reflect.New(value.Type())
			p.Elem().Set(value)
			v = p.Interface()
		}
		out[i] = v
	}
	return out
}

// deref is what a pointer points to; ok is false where that is nothing.
func deref(v any) (any, bool) {
	value := reflect.ValueOf(v)
	if value.Kind() != reflect.Pointer {
		return v, true
	}
	if value.IsNil() {
		return nil, false
	}
	return value.Elem().Interface(), true
}
