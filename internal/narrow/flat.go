package narrow

import "reflect"

// Flat is a filter with what its conditions under And ask for beside its own, where the two ask of different fields: what is true of both
// is true either way, and what only looks at a filter's own conditions finds them. A filter is a struct with a field And of filters like
// it; none is changed.
func Flat[Filter any](f *Filter) *Filter {
	flat := *f
	own := reflect.ValueOf(&flat).Elem()
	and := own.FieldByName("And")
	var left []*Filter
	for _, each := range and.Interface().([]*Filter) {
		if each == nil || !beside(own, reflect.ValueOf(Flat(each)).Elem()) {
			left = append(left, each)
		}
	}
	if len(left) == and.Len() {
		return f
	}
	and.Set(reflect.ValueOf(left))
	return &flat
}

// beside takes over what another filter asks for; false where it asks for nothing, or of a field that is taken. What is under And may be
// of any: it is not taken over where there is some left.
func beside(own, other reflect.Value) bool {
	var asked []int
	for i := range own.NumField() {
		switch of := other.Field(i); {
		case !given(of):
		case own.Type().Field(i).Name == "And", given(own.Field(i)):
			return false
		default:
			asked = append(asked, i)
		}
	}
	for _, i := range asked {
		own.Field(i).Set(other.Field(i))
	}
	return len(asked) > 0
}

// given says whether a filter asks something of a field. A list without entries asks for nothing.
func given(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() > 0
	}
	return !v.IsZero()
}
