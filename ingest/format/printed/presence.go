package printed

import "strings"

// Presence reads the system's word for how somebody was at a meeting as the record's status, "" where it
// is none ("Not required"). virtual is true where the word says so and nil otherwise.
func Presence(word string) (status string, virtual *bool) {
	folded := strings.ToLower(Tidy(word))
	if strings.Contains(folded, "virtual") {
		yes := true
		virtual = &yes
	}
	switch {
	case strings.Contains(folded, "substitute"):
		return "substitute", virtual
	case strings.HasPrefix(folded, "present"):
		return "present", virtual
	case strings.HasPrefix(folded, "in attendance"):
		return "in_attendance", virtual
	case strings.HasPrefix(folded, "apolog"):
		return "apologies", virtual
	case strings.HasPrefix(folded, "absent"):
		return "absent", virtual
	case strings.HasPrefix(folded, "expected"):
		return "expected", virtual
	case strings.HasPrefix(folded, "late"):
		return "late", virtual
	}
	return "", nil
}
