package printed

import "strings"

// YesNo reads the answer to a question of the system; nil where it is neither yes nor no.
func YesNo(s string) *bool {
	switch strings.ToLower(strings.Trim(s, " .;")) {
	case "yes", "true":
		v := true
		return &v
	case "no", "false":
		v := false
		return &v
	}
	return nil
}
