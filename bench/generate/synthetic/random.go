package synthetic

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
)

// dice are the chances of one council: they depend on the seed and the council alone, so that councils can be
// written in any order and number.
type dice struct{ *rand.Rand }

func newDice(seed uint64, name string) dice {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name))
	return dice{rand.New(rand.NewPCG(seed, h.Sum64()))}
}

// chance is true with the probability p.
func (d dice) chance(p float64) bool { return d.Float64() < p }

// about is a whole number from low to high around the middle.
func (d dice) about(low, high int) int {
	return low + (d.IntN(high-low+1)+d.IntN(high-low+1)+1)/2
}

// few is how often something rare happens: a Poisson number with this mean.
func (d dice) few(mean float64) int {
	n, p, stop := 0, d.Float64(), math.Exp(-mean)
	for ; p > stop; n++ {
		p *= d.Float64()
	}
	return n
}

// skewed is a place below n where the first ones come up most: the k-th as often as one over k and a half.
func (d dice) skewed(n int) int {
	u := d.Float64()
	return min(n-1, int(1.5*(math.Pow(float64(n)/1.5+1, u)-1)))
}

// weight is a size that is seldom far above the others: log-normal around 1.
func (d dice) weight(sigma float64) float64 { return math.Exp(sigma * d.NormFloat64()) }

// pick is one of a list, all alike.
func pick[T any](d dice, all []T) T { return all[d.IntN(len(all))] }

// portions splits a whole by weights, exactly: what rounding leaves over goes to the first ones
// with any weight, of which there must be one.
func portions(whole int, weights []float64) []int {
	sum := 0.0
	for _, w := range weights {
		sum += w
	}
	out := make([]int, len(weights))
	left := whole
	for i, w := range weights {
		out[i] = int(float64(whole) * w / sum)
		left -= out[i]
	}
	for i := 0; left > 0; i = (i + 1) % len(out) {
		if weights[i] > 0 {
			out[i]++
			left--
		}
	}
	return out
}
