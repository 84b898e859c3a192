package aggregate

import "strings"

// NodeID is the id of the node that a field of the key leads to, 0 where it is not known which; known is false where
// the list is not grouped by that.
func (k *Key) NodeID(field string) (id int64, known bool, err error) {
	for i, d := range k.by {
		if strings.EqualFold(strings.ReplaceAll(d.Name, "_", ""), field) {
			id, _ = k.values[i].(int64)
			return id, true, nil
		}
	}
	return 0, false, nil
}
