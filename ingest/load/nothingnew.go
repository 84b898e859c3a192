package load

import (
	"context"
	"maps"
	"reflect"
	"strconv"
)

// nothingNew takes out the nodes about which new statements only repeat what the store holds: whatever
// the other statements are, they cannot change what all make together. Most pages say of their committee
// and of its members what hundreds of others have said, and those need not be read for it. disturbed are
// the nodes about which something else came than new statements.
func (w *writer) nothingNew(ctx context.Context, k *kind, keys []string, disturbed map[subject]bool, fresh []evidenceRow, stored map[string]row, ids map[subject]int64) ([]string, error) {
	claims := map[string]row{}
	of := map[string][]string{} // the claims about a node
	for i, e := range fresh {
		if disturbed[e.subject] || stored[e.key] == nil {
			continue
		}
		claim, ok := k.claim(e.values)
		if !ok {
			claim = row{"": "not comparable"}
		}
		name := strconv.Itoa(i)
		claims[name] = claim
		of[e.key] = append(of[e.key], name)
	}
	if err := w.resolve(ctx, k, claims, stored, ids); err != nil {
		return nil, err
	}
	var rest []string
	for _, key := range keys {
		repeated := len(of[key]) > 0
		for _, name := range of[key] {
			repeated = repeated && holds(stored[key], claims[name])
		}
		if !repeated {
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

// holds says whether a row holds all that is claimed, and nothing beside it that could show that the claim
// speaks of something else.
func holds(r, claim row) bool {
	if r["inferred"] == true {
		return false // no source has stated it so far
	}
	for name, v := range claim {
		if !reflect.DeepEqual(r[name], v) {
			return false
		}
	}
	for _, name := range telling {
		if _, told := claim[name]; r[name] != nil && !told {
			return false
		}
	}
	return true
}
