package narrow

import "reflect"

// Flat is a filter with the conditions under its And taken beside its own, but for those on fields that are taken already: all of them must
// be true either way, and who only looks at a filter's own conditions finds them. Words are looked for within the conditions that stand with
// them: those are taken together, or left together. A filter is a struct with a field And of filters like
// it. None is changed; where nothing can be taken it is the filter itself.
func Flat[Filter any](f *Filter) *Filter {
	flat := *f
	own := reflect.ValueOf(&flat).Elem()
	and := own.FieldByName("And")
	under := and.Interface().([]*Filter)
	and.SetZero()
	left, taken := take(own, under)
	if !taken {
		return f
	}
	and.Set(reflect.ValueOf(left))
	return &flat
}

// take takes conditions of filters over into another, and says whether there were any. Left is what it leaves: filters that ask for nothing
// are, since that is an error.
func take[Filter any](own reflect.Value, and []*Filter) (left []*Filter, taken bool) {
	for _, each := range and {
		if each == nil {
			left = append(left, each)
			continue
		}
		rest := *each
		of := reflect.ValueOf(&rest).Elem()
		below := of.FieldByName("And")
		under := below.Interface().([]*Filter)
		below.SetZero()
		empty, together := len(under) == 0, worded(of) && shared(own, of)
		for i := range of.NumField() {
			switch {
			case !given(of.Field(i)):
				continue
			case !given(own.Field(i)) && !together:
				own.Field(i).Set(of.Field(i))
				of.Field(i).SetZero()
				taken = true
			}
			empty = false
		}
		if empty || asks(of) {
			left = append(left, &rest)
		}
		more, also := take(own, under)
		left, taken = append(left, more...), taken || also
	}
	return left, taken
}

// worded says whether a filter asks for words.
func worded(filter reflect.Value) bool {
	words := filter.FieldByName("TextMatches")
	return words.IsValid() && given(words)
}

// shared says whether two filters ask something of the same field.
func shared(a, b reflect.Value) bool {
	for i := range a.NumField() {
		if given(a.Field(i)) && given(b.Field(i)) {
			return true
		}
	}
	return false
}

// asks says whether a filter asks for anything.
func asks(filter reflect.Value) bool {
	for i := range filter.NumField() {
		if given(filter.Field(i)) {
			return true
		}
	}
	return false
}

// given says whether a filter asks something of a field. A list without entries asks for nothing.
func given(v reflect.Value) bool {
	if v.Kind() == reflect.Slice {
		return v.Len() > 0
	}
	return !v.IsZero()
}
