package load

// counts are what is known of a committee in a month.
type counts struct {
	meetings, cancelled, withAgenda, withMinutes, withDecisions, items, cutItems, unresolved, failed int
}

// days are the sort keys between which those of the month's days lie.
func (m covered) days() (from, to string) {
	if m.month == "" {
		return "0", "0"
	}
	return "1" + m.month, "1" + m.month + "-31"
}
