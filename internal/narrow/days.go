package narrow

// Days are the first and the last day that conditions on a day leave open, empty where there is no such bound. A
// day that is excluded may be within: the conditions themselves still hold.
func Days(eq, gte, gt, lte, lt *string) (from, to string) {
	for _, bound := range []*string{eq, gte, gt} {
		if bound != nil && (from == "" || *bound > from) {
			from = *bound
		}
	}
	for _, bound := range []*string{eq, lte, lt} {
		if bound != nil && (to == "" || *bound < to) {
			to = *bound
		}
	}
	return from, to
}
