package graph

import "slices"

// idsAtOnce is how many ids one statement looks up, far below what either database takes.
const idsAtOnce = 1000

// byIDs reads the rows with these ids, each once, a thousand at a time.
func byIDs[T any](ids []int, read func([]int) ([]*T, error), id func(*T) int) (map[int]*T, error) {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	out := make(map[int]*T, len(ids))
	for some := range slices.Chunk(ids, idsAtOnce) {
		rows, err := read(some)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			out[id(row)] = row
		}
	}
	return out, nil
}
