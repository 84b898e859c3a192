package load

import (
	"context"
	"maps"
	"reflect"
)

// nothingNew takes out the nodes about which a new statement only repeats what the store holds: whatever
// the other statements are, it cannot change what they make together. Most pages say of their committee
// and of its members what hundreds of others have said, and those need not be read for it. said are the
// nodes that the source, or an older version of its page, spoke of before.
func (w *writer) nothingNew(ctx context.Context, k *kind, keys []string, said map[subject]bool, fresh []evidenceRow, stored map[string]row, ids map[subject]int64) ([]string, error) {
	claims := map[string]row{}
	for _, e := range fresh {
		if e.kind != k.name || said[e.subject] || stored[e.key] == nil {
			continue
		}
		if claim, ok := k.claim(e.values); ok {
			claims[e.key] = claim
		}
	}
	if err := w.resolve(ctx, k, claims, stored, ids); err != nil {
		return nil, err
	}
	var rest []string
	for _, key := range keys {
		claim, ok := claims[key]
		if !ok || !holds(stored[key], claim) {
			rest = append(rest, key)
			continue
		}
		ids[subject{k.name, key}] = stored[key]["id"].(int64)
		w.count(k.name, Count{Unchanged: 1})
	}
	return rest, nil
}

// claim is what a statement says, in the types of the store; false where it cannot be compared alone.
func (k *kind) claim(says map[string]any) (row, bool) {
	claim := row(maps.Clone(says))
	for _, c := range k.columns {
		v, said := claim[c.name]
		switch {
		case !said:
		case c.refers == k.name:
			return nil, false
		case c.refers == "":
			settled, err := typed(c, v)
			if err != nil {
				return nil, false
			}
			claim[c.name] = settled
		}
	}
	return claim, true
}

// holds says whether a row holds all that is claimed.
func holds(r, claim row) bool {
	for name, v := range claim {
		if !reflect.DeepEqual(r[name], v) {
			return false
		}
	}
	return true
}
