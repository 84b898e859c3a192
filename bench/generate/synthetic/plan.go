package synthetic

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"councilgraph/ent"
	"councilgraph/ent/council"
	"councilgraph/internal/database"
)

// share is what one council gets of the whole.
type share struct {
	id          int
	slug, code  string
	kind        council.Kind
	resolutions int
}

// seats are how many councillors councils of a kind have about.
var seats = map[council.Kind]int{
	council.KindCounty: 66, council.KindUnitary: 60, council.KindLondonBorough: 57, council.KindCityOfLondon: 100,
	council.KindMetropolitanDistrict: 66, council.KindNonMetropolitanDistrict: 41, council.KindScottishUnitary: 39,
	council.KindWelshUnitary: 56, council.KindNIDistrict: 42, council.KindCombinedAuthority: 12, council.KindStrategicRegionalAuthority: 25,
}

// business is how much councils of a kind resolve, against a district.
var business = map[council.Kind]float64{
	council.KindCounty: 2.2, council.KindUnitary: 2.6, council.KindLondonBorough: 2.8, council.KindCityOfLondon: 3.5,
	council.KindMetropolitanDistrict: 3, council.KindNonMetropolitanDistrict: 1, council.KindScottishUnitary: 2.4,
	council.KindWelshUnitary: 2, council.KindNIDistrict: 1.6, council.KindCombinedAuthority: 0.7, council.KindStrategicRegionalAuthority: 1.2,
}

// How many councils have records, and how many resolutions one of them has: 20 councils of 5,000 in size S, 200 in L,
// and 400, about as many as there are, of 10,000 in UK.
const (
	fewest = 20
	most   = 400
	each   = 5000
)

// plan shares the resolutions out among councils in being.
func plan(ctx context.Context, db *database.Database, o Options) ([]share, error) {
	all, err := db.Client.Council.Query().Where(council.EndDateIsNil()).Order(ent.Asc(council.FieldRegisterCode)).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the councils: %w", err)
	}
	n := o.Councils
	if n == 0 {
		n = min(max(o.Resolutions/each, fewest), most)
	}
	n = max(1, min(n, len(all), o.Resolutions))
	if len(all) == 0 {
		return nil, errors.New("the register lists no council in being")
	}
	slices.SortStableFunc(all, func(a, b *ent.Council) int {
		return cmp.Compare(newDice(o.Seed, a.RegisterCode).Uint64(), newDice(o.Seed, b.RegisterCode).Uint64())
	})
	all = all[:n]
	weights := make([]float64, n)
	for i, c := range all {
		d := newDice(o.Seed, "share of "+c.RegisterCode)
		weights[i] = business[c.Kind] * d.weight(0.6)
	}
	out := make([]share, n)
	for i, r := range portions(o.Resolutions, weights) {
		out[i] = share{all[i].ID, all[i].Slug, all[i].RegisterCode, all[i].Kind, r}
	}
	return out, nil
}
