package graph

import "reflect"

// plainLists gives lists among the variables one form. Where a client gives one value for a list, gqlparser makes a
// list of that value's own type, such as []string, which whoever looks for lists would pass over.
func plainLists(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, e := range v {
			v[name] = plainLists(e)
		}
		return v
	case []any:
		for i, e := range v {
			v[i] = plainLists(e)
		}
		return v
	}
	list := reflect.ValueOf(v)
	if !list.IsValid() || list.Kind() != reflect.Slice {
		return v
	}
	out := make([]any, list.Len())
	for i := range out {
		out[i] = plainLists(list.Index(i).Interface())
	}
	return out
}
